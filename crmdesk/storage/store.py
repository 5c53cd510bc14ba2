"""The store: one encrypted SQLite file, one writer, a few readers. What services hold."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.connections import open_raw, reader_engine, writer_engine
from crmdesk.storage.derived import refresh_premises_keys, refresh_site_counts, refresh_sort_keys
from crmdesk.storage.derived_leads import refresh_leads
from crmdesk.storage.errors import KeyMissing, StoreBusy, StoreDamaged, StoreExists, StoreMissing, StoreUnusable
from crmdesk.storage.keys import StoreKey, is_plain
from crmdesk.storage.migrate import bring_up_to_date, stored_revision
from crmdesk.storage.search.writing import refresh_search_index
from crmdesk.storage.uow import Refresher, UnitOfWork

_REFRESHERS: Final[tuple[Refresher, ...]] = (
    refresh_sort_keys,
    refresh_premises_keys,
    refresh_search_index,
    refresh_site_counts,
    refresh_leads,
)
"""What follows from the log; each is given what a stretch of it touched."""


class Store:
    """An open store file. Reads may come from any thread; writes are serialised, one unit of work at a time.

    Open with `Store.open` or `Store.create`; close with `close` or as a context manager.
    """

    def __init__(self, path: Path, key: StoreKey | None, writer: Engine, readers: Engine) -> None:
        self.path = path
        self.key = key
        self._writer = writer
        self._readers = readers
        self._writing = threading.Lock()

    @classmethod
    def create(cls, path: Path, key: StoreKey | None) -> "Store":
        """Create an empty store of today's format.

        Raises:
            StoreExists: there is a file already. StoreUnusable: the place cannot be written.
        """
        if path.exists() and path.stat().st_size > 0:
            raise StoreExists(path=path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnusable(path=path, detail=error.strerror) from error
        open_raw(path, key, read_only=False).close()
        return cls._opened(path, key, None)

    @classmethod
    def open(cls, path: Path, key: StoreKey | None) -> "Store":
        """Open an existing store; an older format is copied aside and then brought up to date.

        Raises:
            StoreMissing: no such file. KeyMissing: it is encrypted and `key` is None. WrongKey: the key does not fit.
            StoreTooNew: a newer program wrote it. StoreDamaged, StoreUnusable: it cannot be read.
        """
        if not path.is_file() or path.stat().st_size == 0:
            raise StoreMissing(path=path)
        try:
            plain = is_plain(path)
        except OSError as error:
            raise StoreUnusable(path=path, detail=error.strerror) from error
        if not plain and key is None:
            raise KeyMissing(path=path)
        fitting = None if plain else key
        return cls._opened(path, fitting, stored_revision(path, fitting))  # a refused file is left as it is

    @classmethod
    def _opened(cls, path: Path, key: StoreKey | None, revision: str | None) -> "Store":
        writer = writer_engine(path, key)
        try:
            bring_up_to_date(path, key, writer, revision)
        except BaseException:
            writer.dispose()
            raise
        return cls(path, key, writer, reader_engine(path, key))

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; waits for a running unit of work. Safe to call twice."""
        with self._writing:
            self._readers.dispose()
            self._writer.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a read-only connection whose reads all see one state of the store; never blocked by a writer."""
        with self._readers.connect() as connection:
            try:
                connection.exec_driver_sql("BEGIN")
                yield connection
            except DBAPIError as error:
                self._explain(error)

    @contextmanager
    def unit_of_work(
        self, *, action: ActionKind = ActionKind.EDIT, label: str = "", source: str = "window", initiator: str = ""
    ) -> Iterator[UnitOfWork]:
        """Begin the one writing transaction (`BEGIN IMMEDIATE`); waits for the one before.

        Raises:
            StoreBusy: another process kept the write lock for two minutes.
        """
        self._writing.acquire()
        try:
            connection = self._writer.connect()
            connection.begin()
        except DBAPIError as error:
            self._writing.release()
            self._explain(error)
        except BaseException:
            self._writing.release()
            raise
        uow = UnitOfWork(
            connection,
            _REFRESHERS,
            action=action,
            label=label,
            source=source,
            initiator=initiator,
            release=connection.close,
        )
        try:
            with uow:
                yield uow
        except DBAPIError as error:
            self._explain(error)
        finally:
            self._writing.release()

    def _explain(self, error: DBAPIError) -> NoReturn:
        """Say in a person's words what the disk or another process did; anything else is a bug and stays what it is."""
        text = str(error.orig)
        if "malformed" in text or "not a database" in text:  # the key fitted at opening, so a page is broken
            raise StoreDamaged(path=self.path, detail=text) from error
        if "disk" in text or "readonly" in text:
            raise StoreUnusable(path=self.path, detail=text) from error
        if "locked" in text:
            raise StoreBusy(path=self.path) from error
        raise error
