"""What waits in a pool, and what falls back soon, as the toolkit's tables want it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.listing import Page, Sort
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.pools.wording import cure_text, due_text, hindered_text, idle_text, left_text, may_take_text, released_text
from crmdesk.views.words import field_label, time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.due_lists import DueList, DueRow
    from crmdesk.services.pool_lists import WaitingList, WaitingRow

NEWEST_FIRST: Final = Sort("pooled_at", descending=True)
SOONEST_FIRST: Final = Sort("days_left")
_SOON: Final = 3


def waiting_columns() -> tuple[Column, ...]:
    """Return the columns of a pool in the present language; those hidden first wait in the list of columns."""
    translate, label, number = QCoreApplication.translate, field_label, CellKind.NUMBER
    return (
        Column("name", translate("lead_columns", "Name"), 180, fixed=True, stretches=True),
        Column("person", label("Person"), 70),
        Column("mobile", label("Phone"), 112, CellKind.CODE, sortable=False),
        Column("city", label("City"), 68),
        Column("industry", label("Industry"), 80),
        Column("source", label("Source"), 84),
        Column("pooled_at", translate("pools", "Waits since"), 90),
        Column("former_owner", label("Former owner"), 92, tooltip=translate("pools", "Who had it last")),
        Column(
            "released_by", label("Reason"), 118, tooltip=translate("pools", "By which rule or for which reason it was released")
        ),
        Column(
            "free_from",
            translate("pools", "I may take it"),
            88,
            tooltip=translate("pools", "Who had it before waits for so long"),
        ),
        Column("email", label("Mail"), 150, sortable=False, shown=False),
        Column("last_follow_up_at", label("Last follow-up"), 96, shown=False),
        Column("completeness", translate("lead_columns", "Completeness"), 72, number, shown=False),
        Column("probability", translate("lead_columns", "Score"), 64, number, shown=False),
        Column("job_title", label("Title"), 110, sortable=False, shown=False),
    )


def due_columns() -> tuple[Column, ...]:
    """Return the columns of what falls back soon in the present language."""
    translate, label = QCoreApplication.translate, field_label
    return (
        Column("name", translate("lead_columns", "Name"), 200, fixed=True, stretches=True),
        Column("days_left", translate("pools", "Falls back"), 90),
        Column("rule", translate("pools", "Because"), 180),
        Column("pool", label("Pool"), 100),
        Column("kind", translate("pools", "Kind"), 64, sortable=False),
        Column("person", label("Person"), 76, sortable=False),
        Column("mobile", label("Phone"), 118, CellKind.CODE, sortable=False),
        Column("city", label("City"), 72, sortable=False),
        Column("owner", label("Owner"), 76),
    )


class WaitingSource:
    """Implements `ui.table.source.TableSource` for what waits in a pool; keeps the rows it answered, for the actions."""

    def __init__(self, found: "WaitingList | None") -> None:
        self._found = found
        self.seen: dict[str, WaitingRow] = {}

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        """Return a page of the list."""
        if self._found is None:
            return Page((), first, 0)
        page = self._found.page(sort, first, count)
        self.seen.update((str(row.key), row) for row in page.rows)
        return Page(tuple(map(_waiting_row, page.rows)), first, page.total)

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        """Return where these records stand."""
        return {} if self._found is None or not keys else _places(self._found, keys, sort)

    def keys(self, sort: Sort, ranges: Sequence[range]) -> tuple[RecordKey, ...]:
        """Return the records in these places, loaded or not; blocking, runs in a worker."""
        return () if self._found is None else _keys(self._found, sort, ranges)


class DueSource:
    """As `WaitingSource`, for what falls back soon."""

    def __init__(self, found: "DueList | None") -> None:
        self._found = found
        self.seen: dict[str, DueRow] = {}

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        """Return a page of the list."""
        if self._found is None:
            return Page((), first, 0)
        page = self._found.page(sort, first, count)
        self.seen.update((str(row.record.key), row) for row in page.rows)
        return Page(tuple(map(_due_row, page.rows)), first, page.total)

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        """Return where these records stand."""
        return {} if self._found is None or not keys else _places(self._found, keys, sort)

    def keys(self, sort: Sort, ranges: Sequence[range]) -> tuple[RecordKey, ...]:
        """Return the records in these places, loaded or not; blocking, runs in a worker."""
        return () if self._found is None else _keys(self._found, sort, ranges)


def _places(found: "WaitingList | DueList", keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
    return {str(key): at for key, at in found.positions([RecordKey.parse(key) for key in keys], sort).items()}


def _keys(found: "WaitingList | DueList", sort: Sort, ranges: Sequence[range]) -> tuple[RecordKey, ...]:
    return tuple(key for part in ranges for key in found.keys(sort, part.start, len(part)))


def _waiting_row(row: "WaitingRow") -> TableRow:
    probability = None if row.probability is None else round(row.probability * 100)
    return TableRow(
        str(row.key),
        {
            "name": Cell(row.name),
            "person": Cell(row.person or ""),
            "mobile": Cell(row.mobile or row.phone or ""),
            "city": Cell(row.city or ""),
            "industry": Cell(row.industry or ""),
            "source": Cell(row.source or ""),
            "pooled_at": Cell("" if row.pooled_at is None else time_text(row.pooled_at, with_time=False)),
            "former_owner": Cell(row.former_owner or ""),
            "released_by": Cell(released_text(row)),
            "free_from": Cell(may_take_text(row), Role.WARN, tooltip=hindered_text(row)),
            "email": Cell(row.email or ""),
            "last_follow_up_at": Cell("" if row.last_follow_up_at is None else time_text(row.last_follow_up_at, with_time=False)),
            "completeness": Cell("" if row.completeness is None else f"{row.completeness} %"),
            "probability": Cell("" if probability is None else f"{probability} %"),
            "job_title": Cell(row.job_title or ""),
        },
    )


def _due_row(row: "DueRow") -> TableRow:
    record = row.record
    return TableRow(
        str(record.key),
        {
            "name": Cell(record.name),
            "days_left": Cell(left_text(row.days_left), Role.BAD if row.days_left <= _SOON else Role.WARN, tooltip=due_text(row)),
            "rule": Cell(idle_text(row), tooltip=cure_text(row)),
            "pool": Cell(row.pool),
            "kind": Cell(word(record.key.kind)),
            "person": Cell(record.person or ""),
            "mobile": Cell(record.mobile or record.phone or ""),
            "city": Cell(record.city or ""),
            "owner": Cell(row.owner or ""),
        },
    )
