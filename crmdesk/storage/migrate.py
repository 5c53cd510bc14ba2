"""Bringing a store file to today's format: in one transaction, after a copy of the file (`docs/adr/0004`)."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Engine

from crmdesk.models.registry import synced_tables
from crmdesk.storage.capture import drop_capture, install_capture
from crmdesk.storage.connections import open_raw
from crmdesk.storage.errors import StoreDamaged, StoreTooNew
from crmdesk.storage.extra_columns import adopt_extra
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.migrations import HEAD, REVISIONS

if TYPE_CHECKING:
    from alembic.config import Config

_log: Final = logging.getLogger(__name__)


def stored_revision(path: Path, key: StoreKey | None) -> str | None:
    """Return the format of an existing file without changing a byte of it; None for an empty one.

    Raises:
        StoreTooNew: the format is unknown to this program. StoreDamaged: it is an SQLite file of something else.
        WrongKey, StoreUnusable: see `open_raw`.
    """
    from sqlcipher3 import dbapi2

    # a file whose first write was cut short can only be rolled back by a connection that may write
    cut_short = path.with_name(path.name + "-journal").exists()
    connection = open_raw(path, key, read_only=not cut_short)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StoreDamaged(path=path, detail="it is an SQLite file of another program")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.DatabaseError as error:
        raise StoreDamaged(path=path, detail=error) from error
    finally:
        connection.close()
    if row is None:
        raise StoreDamaged(path=path, detail="its format is not written in it")
    revision = str(row[0])
    if revision not in REVISIONS:
        raise StoreTooNew(path=path, revision=revision)
    return revision


def bring_up_to_date(
    path: Path,
    key: StoreKey | None,
    writer: Engine,
    revision: str | None,
    *,
    target: str = HEAD,
    config: "Config | None" = None,
) -> None:
    """Migrate the file from `revision` to `target`; a kill at any moment leaves the old or the new format.

    A file with content is copied aside first. Capture is off meanwhile: every laptop migrates by itself, so what a
    migration does to the records is neither an edit of the user's nor news for the centre.
    """
    if revision == target:
        return
    if revision is not None:
        from crmdesk.storage.backup import copy_before_migration

        copy_before_migration(path, key, revision)
    _migrate(writer, target, config or alembic_config())


def _migrate(writer: Engine, target: str, config: "Config") -> None:
    from alembic import command

    with writer.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        drop_capture(connection)
        command.upgrade(config, target)
        adopt_extra(connection, synced_tables())
        install_capture(connection, synced_tables())
    _log.info("store migrated to %s", target)


def alembic_config(*more_versions: Path) -> "Config":
    """Return Alembic's configuration for the folder beside this module; works in a bundle too.

    Args:
        more_versions: further folders of revisions, for tests of the machinery.
    """
    from alembic.config import Config

    folder = Path(__file__).with_name("migrations")
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    if more_versions:
        config.set_main_option("version_locations", os.pathsep.join(map(str, (folder / "versions", *more_versions))))
    return config
