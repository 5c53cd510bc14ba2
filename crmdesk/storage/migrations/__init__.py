"""Alembic's folder: one file per step of the store's format. A migration imports nothing of ours."""

from typing import Final

HEAD: Final = "0006"
"""The revision this program writes; a test holds it equal to Alembic's head."""

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every revision this program knows, oldest first; any other in a file means a newer program wrote it."""
