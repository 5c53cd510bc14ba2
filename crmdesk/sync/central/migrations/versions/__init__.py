"""Revisions of the centre's schema: each file is one, its SQL beside it and frozen with it."""
