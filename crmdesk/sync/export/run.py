"""One export from beginning to end, or a preview of it: what changed is found here, compared there, and written in one transaction."""

import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection

from crmdesk.storage.store import Store
from crmdesk.sync.export.columns import PlainTable
from crmdesk.sync.export.reading import ReadRow, count, read_gone, read_rows
from crmdesk.sync.export.tables import TABLES
from crmdesk.sync.export.touched import Touched, touched
from crmdesk.sync.export.values import DEFAULT_SCHEMA, Counts, ExportReport

if TYPE_CHECKING:
    from crmdesk.sync.central.credentials import Secret
    from crmdesk.sync.central.plain_export import PlainTarget
    from crmdesk.sync.central.settings import CentreSettings

_COMPARING: Final = 0.3
"""Of the time of a table, for comparing keys."""
_ALMOST: Final = 0.98
"""Behind it: paths are worked out and everything is committed."""

Progress = Callable[[float], None]
"""Told the share done, 0 … 1; may raise to stop."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to export to where: the address, the schema, and whether everything is compared whatever the log says."""

    settings: "CentreSettings"
    schema: str = DEFAULT_SCHEMA
    is_full: bool = False
    is_preview: bool = False


def export(store: Store, order: ExportOrder, secret: "Secret", progress: Progress) -> ExportReport:
    """Export a store, or say what an export would do; all of it or nothing, and repeating it changes nothing.

    Reads one state of the store. Much Python: run it in a process of its own beside a window.

    Raises:
        crmdesk.sync.export.errors: as their texts say; nothing was changed then. Whatever `progress` raises, likewise.
    """
    from crmdesk.sync.central.plain_export import with_target

    begun = time.monotonic()
    with store.read() as connection:
        store_id = str(connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='device_id'").scalar() or "")

        def carry_out(target: "PlainTarget") -> ExportReport:
            known = target.begin(is_preview=order.is_preview)
            what = touched(connection, known, full=order.is_full)
            work = _Work(connection, target, what, order, progress)
            tables = {table.name: work.carry_out(table) for table in TABLES}
            report = ExportReport(
                target=order.settings.name,
                schema=order.schema,
                is_preview=order.is_preview,
                is_first=target.is_new,
                is_full=what.is_full,
                tables=tables,
                seconds=time.monotonic() - begun,
            )
            if not order.is_preview:
                progress(_ALMOST)
                target.finish(report, what.mark, laptop=platform.node(), person=_person(connection), program=_program())
            return report

        report = with_target(order.settings, secret, order.schema, store_id, carry_out)
    progress(1.0)
    return replace(report, seconds=time.monotonic() - begun)


class _Work:
    """The tables of one export, one after the other."""

    def __init__(
        self, connection: Connection, target: "PlainTarget", what: Touched, order: ExportOrder, progress: Progress
    ) -> None:
        self._connection, self._target, self._what, self._order = connection, target, what, order
        self._progress = progress
        sizes = {table.name: self._size(table) for table in TABLES}
        self._total = max(sum(sizes.values()), 1)
        self._sizes = sizes
        self._before = 0

    def _size(self, table: PlainTable) -> int:
        ids = self._what.ids
        return count(self._connection, table) if ids is None else len(ids[table.source])

    def carry_out(self, table: PlainTable) -> Counts:
        """Export one table, or count what would become of it."""
        counts = self._carry_out(table)
        self._before += self._sizes[table.name]
        self._tell(0.0)
        return counts

    def _carry_out(self, table: PlainTable) -> Counts:
        target, is_preview = self._target, self._order.is_preview
        if target.is_empty(table):
            if is_preview:
                return Counts(new=self._sizes[table.name] if self._what.is_full else count(self._connection, table))
            return target.take_all(table, self._rows(table, None, 0.0, 1.0), self._gone(table, all_of_them=True))
        ids = self._ids(table)
        if ids is not None and not ids:
            return Counts()
        keys = self._rows(table, ids, 0.0, 1.0 if is_preview else _COMPARING)
        counts = target.compare(table, keys, self._gone(table), is_own_newer=self._what.continues)
        if not is_preview:
            wanted = target.wanted()
            target.apply(table, self._rows(table, wanted, _COMPARING, 1.0) if wanted else ())
        return counts

    def _ids(self, table: PlainTable) -> frozenset[str] | None:
        return None if self._what.ids is None else self._what.ids[table.source]

    def _rows(self, table: PlainTable, ids: frozenset[str] | None, first: float, last: float) -> Iterator[list[ReadRow]]:
        done, expected = 0, max(len(ids) if ids is not None else self._sizes[table.name], 1)
        for rows in read_rows(self._connection, table, ids, self._what.edited, self._target.now):
            yield rows
            done += len(rows)
            self._tell((first + (last - first) * min(done / expected, 1.0)) * self._sizes[table.name])

    def _gone(self, table: PlainTable, *, all_of_them: bool = False) -> Any:
        ids = None if all_of_them else self._ids(table)
        return read_gone(self._connection, table, ids, self._what.edited, self._target.now)

    def _tell(self, done: float) -> None:
        self._progress(min((self._before + done) / self._total, 1.0) * _ALMOST)


def _person(connection: Connection) -> str:
    found = connection.exec_driver_sql("SELECT name FROM app_user WHERE id=(SELECT v FROM sync_ctl WHERE k='user_id')").scalar()
    return str(found or "")


def _program() -> str:
    try:
        return f"crmdesk {version('crmdesk')}"
    except PackageNotFoundError:
        return "crmdesk"
