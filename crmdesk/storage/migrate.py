"""Bringing a store file to today's format: in one transaction, after a copy of the file (`docs/adr/0004`)."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine

from crmdesk.models.registry import synced_tables
from crmdesk.storage.capture import install_capture
from crmdesk.storage.errors import StoreDamaged, StoreTooNew
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.migrations import HEAD, REVISIONS

if TYPE_CHECKING:
    from alembic.config import Config

_log: Final = logging.getLogger(__name__)


def stored_revision(connection: Connection) -> str | None:
    """Return the format of the file, None for an empty one.

    Raises:
        StoreDamaged: it is a SQLite file of something else. Its path is left to the caller to know.
    """
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'").scalars())
    if "alembic_version" not in tables:
        if tables:
            raise StoreDamaged(path="The file", detail="it is an SQLite file of another program")
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def bring_up_to_date(path: Path, key: StoreKey | None, writer: Engine, target: str = HEAD) -> None:
    """Migrate the file to `target` unless it is there already; a kill at any moment leaves the old or the new format.

    Raises:
        StoreTooNew: the file's format is unknown to this program; nothing was touched.
    """
    with writer.connect() as connection:
        revision = stored_revision(connection)
        connection.rollback()
    if revision == target:
        return
    if revision is not None and revision not in REVISIONS:
        raise StoreTooNew(path=path, revision=revision)
    if revision is not None:
        from crmdesk.storage.backup import copy_before_migration

        copy_before_migration(path, key, revision)
    _migrate(writer, target)


def _migrate(writer: Engine, target: str) -> None:
    from alembic import command

    config = alembic_config()
    with writer.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        install_capture(connection, synced_tables())
    _log.info("store migrated to %s", target)


def alembic_config() -> "Config":
    """Return Alembic's configuration for the folder beside this module; works in a bundle too."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    return config
