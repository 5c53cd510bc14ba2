"""Raw SQLCipher connections with the pragmas every one of them needs, wrapped as SQLAlchemy engines."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from crmdesk.storage.errors import StoreBusy, StoreDamaged, StoreUnusable, WrongKey
from crmdesk.storage.keys import StoreKey

READERS: Final = 4
"""Read-only connections kept open; more readers wait for one."""
BUSY_SECONDS: Final = 120.0
"""How long a writer waits for another process's transaction (an import in its own process, say)."""
WRITER_CACHE_KIB: Final = 65_536
READER_CACHE_KIB: Final = 8_192


def open_raw(path: Path, key: StoreKey | None, *, read_only: bool) -> Any:
    """Open one DB-API connection in autocommit mode, its key checked.

    Raises:
        WrongKey: the key does not fit. StoreDamaged: a plain file is no SQLite file.
        StoreUnusable: the file cannot be opened.
    """
    from sqlcipher3 import dbapi2

    # the driver looks for an adapter of None by attributes, 2.5 µs a value; told one, an insert of a site takes a third of the time
    dbapi2.register_adapter(type(None), _none)
    mode = "ro" if read_only else "rwc"
    try:
        connection = dbapi2.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_SECONDS,
        )
    except dbapi2.OperationalError as error:
        raise StoreUnusable(path=path, detail=error) from error
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # SQLCipher would print to stderr; our errors say it in words
        if key is not None:
            connection.execute(f'PRAGMA key = "{key.pragma()}"')
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _set_pragmas(connection, read_only=read_only)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise _explained(error, path, key) from error
    return connection


def _none(value: None) -> None:
    """Return None: what None is bound as."""
    return value


def _set_pragmas(connection: Any, *, read_only: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only=ON")
        connection.execute(f"PRAGMA cache_size=-{READER_CACHE_KIB}")
    else:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA cache_size=-{WRITER_CACHE_KIB}")
        connection.execute("PRAGMA recursive_triggers=ON")  # so that a row replaced by UPDATE OR REPLACE meets its guard


def _explained(error: Exception, path: Path, key: StoreKey | None) -> Exception:
    text = str(error)
    if "not a database" in text:
        return WrongKey(path=path) if key is not None else StoreDamaged(path=path, detail=text)
    if "malformed" in text:
        return StoreDamaged(path=path, detail=text)
    if "locked" in text:
        return StoreBusy(path=path)
    return StoreUnusable(path=path, detail=text)


def writer_engine(path: Path, key: StoreKey | None) -> Engine:
    """Return an engine over the one writing connection, whose transactions begin with `BEGIN IMMEDIATE`."""
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", creator=lambda: open_raw(path, key, read_only=False), module=dbapi2, poolclass=StaticPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at the beginning: a transaction that reads first and is refused later cannot be repeated."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def reader_engine(path: Path, key: StoreKey | None) -> Engine:
    """Return an engine over a small pool of read-only connections."""
    from sqlcipher3 import dbapi2

    return create_engine(
        "sqlite://",
        creator=lambda: open_raw(path, key, read_only=True),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=0,
        pool_use_lifo=True,  # the one used last holds the pages that are asked for again: one cache is warm instead of four lukewarm
        pool_reset_on_return="rollback",
    )
