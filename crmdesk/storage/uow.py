"""The unit of work: the only transaction boundary. Rows, change log, derived columns and search index commit together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from crmdesk.core.changes import MANY, Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.derived import Touched

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Refresher = Callable[[Connection, Touched], None]
"""Brings something derived (sort keys, roll-ups, search index) up to date with what the log says was touched."""


class UnitOfWork:
    """One writing transaction, used as a context manager; leaving the block without `commit` rolls back.

    Lives on the thread that writes. `connection` is for set-based Core statements, `session` for entities; both are in
    the same transaction. Whatever they change is found in the log the triggers write, so nothing escapes.

    Attributes:
        transaction: id that the log's rows carry as `tx`.
    """

    def __init__(
        self,
        connection: Connection,
        refreshers: tuple[Refresher, ...],
        *,
        action: ActionKind,
        label: str,
        source: str,
        initiator: str,
        release: Callable[[], None],
    ) -> None:
        self.connection = connection
        self.transaction: Final = new_id()
        self._refreshers = refreshers
        self._action, self._label, self._source, self._initiator = action, label, source, initiator
        self._release = release
        self._session: Session | None = None
        self._undoes: str | None = None
        self._done = False
        self._seen = 0
        self._first = 0
        self._told: dict[str, set[str]] = {}

    @property
    def session(self) -> "Session":
        """An ORM session on this transaction; flushed before the log is read."""
        if self._session is None:
            from sqlalchemy.orm import Session

            self._session = Session(self.connection, join_transaction_mode="control_fully", expire_on_commit=False)
        return self._session

    def __enter__(self) -> "UnitOfWork":
        try:
            self.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='tx'", (self.transaction,))
            self._first = self._seen = int(
                self.connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one()
            )
        except BaseException:  # Python calls no __exit__ then, and the next unit of work needs the connection
            self.connection.rollback()
            self._release()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if not self._done:
                self.connection.rollback()
        finally:
            if self._session is not None:
                self._session.close()
            self._release()

    def takes_back(self, transaction: str) -> None:
        """Note that this transaction undoes an earlier one, or takes back its undo; it is recorded even if it touches nothing."""
        self._undoes = transaction

    @contextmanager
    def unlogged(self) -> Iterator[Connection]:
        """Write without the log inside the block: what the centre knows already, or what never leaves this laptop.

        The writer tells what it touched by `refresh_for`. An error inside leaves the transaction to be rolled back.
        """
        self.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
        yield self.connection
        self.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='applying'")

    def refresh_for(self, touched: Touched, only: tuple[Refresher, ...] | None = None) -> None:
        """Refresh everything derived for what was written without the log, and count it among this transaction's changes.

        `only`: these refreshers, when the writer sees to the others later.
        """
        for table, ids in touched.ids.items():
            self.tell(table, ids)
        if touched.ids:
            for refresher in self._refreshers if only is None else only:
                refresher(self.connection, touched)

    def tell(self, kind: str, ids: Iterable[str]) -> None:
        """Count records that the log does not show among what this transaction touched."""
        known = self._told.setdefault(kind, set())
        if len(known) <= MANY:
            known.update(ids)

    def refresh(self) -> None:
        """Refresh search index, sort keys and roll-ups for what was logged since the last call.

        Bulk writers call it every few thousand rows so that memory stays bounded; `commit` does the rest.
        """
        if self._session is not None:
            self._session.flush()
        touched = self._touched_since(self._seen)
        self._seen = int(self.connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())
        if touched.ids:
            for refresher in self._refreshers:
                refresher(self.connection, touched)

    @contextmanager
    def refreshing_by(self, others: Mapping[Refresher, Refresher]) -> Iterator[None]:
        """Let others stand in for some refreshers inside the block: for a writer that knows more about what it writes.

        What the block wrote is refreshed by them at its end.
        """
        usual = self._refreshers
        self._refreshers = tuple([others.get(refresher, refresher) for refresher in usual])
        try:
            yield
            self.refresh()
        finally:
            self._refreshers = usual

    def commit(self) -> Changes:
        """Refresh everything derived, write the transaction's row and commit; return what was touched."""
        self.refresh()
        touched = self._touched_kinds()
        is_logged = bool(touched) or self._undoes is not None
        if is_logged:
            self._write_transaction()
        self.connection.exec_driver_sql("UPDATE sync_ctl SET v=NULL WHERE k='tx'")
        self.connection.commit()
        self._done = True
        for kind, told in self._told.items():
            ids = frozenset(told) | (touched.get(kind, frozenset()) or frozenset())
            touched[kind] = None if touched.get(kind, ids) is None or len(ids) > MANY else ids
        return Changes(
            action=self._action.value,
            transaction=self.transaction if is_logged else None,
            touched=MappingProxyType(touched),
            initiator=self._initiator,
        )

    def _write_transaction(self) -> None:
        """Write the transaction's own row: its operations are `first_seq … last_seq`, for there is only one writer."""
        self.connection.exec_driver_sql(
            """INSERT INTO change_tx(id,at,user_id,action,label,source,undoes,first_seq,last_seq)
               VALUES(?,?,(SELECT v FROM sync_ctl WHERE k='user_id'),?,?,?,?,?,(SELECT coalesce(max(seq),0) FROM sync_op))""",
            (
                self.transaction,
                iso_ms(utc_now()),
                self._action.value,
                self._label or None,
                self._source,
                self._undoes,
                self._first + 1,
            ),
        )
        if self._undoes is not None:
            self.connection.exec_driver_sql("UPDATE change_tx SET undone_by=? WHERE id=?", (self.transaction, self._undoes))
            self.connection.exec_driver_sql(  # taking back an undo: what it had taken back holds again
                "UPDATE change_tx SET undone_by=NULL WHERE id=(SELECT undoes FROM change_tx WHERE id=?)", (self._undoes,)
            )

    def _touched_since(self, seq: int) -> Touched:
        rows = self.connection.exec_driver_sql("SELECT DISTINCT tbl, coalesce(fld,'*'), pk FROM sync_op WHERE seq>?", (seq,))
        ids: dict[str, set[str]] = defaultdict(set)
        fields: dict[tuple[str, str], set[str]] = defaultdict(set)
        for table, name, record in rows:
            ids[table].add(record)
            fields[table, name].add(record)
        return Touched(
            {table: frozenset(found) for table, found in ids.items()},
            {key: frozenset(found) for key, found in fields.items()},
        )

    def _touched_kinds(self) -> dict[str, frozenset[str] | None]:
        kinds: dict[str, frozenset[str] | None] = {}
        for table in (
            self.connection.exec_driver_sql("SELECT DISTINCT tbl FROM sync_op WHERE seq>?", (self._first,)).scalars().all()
        ):
            ids = (
                self.connection.exec_driver_sql(
                    "SELECT DISTINCT pk FROM sync_op WHERE seq>? AND tbl=? LIMIT ?", (self._first, table, MANY + 1)
                )
                .scalars()
                .all()
            )
            kinds[table] = None if len(ids) > MANY else frozenset(ids)
        return kinds
