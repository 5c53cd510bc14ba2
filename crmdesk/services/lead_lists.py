"""Lists of leads: pages, counts and ids for a filter and an order, answered in SQL however many leads there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from crmdesk.core.clock import from_iso
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Page, Sort
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.models.masking import MASKED_FIELDS, masked_mail, masked_phone
from crmdesk.storage.lead_list_rows import LeadQuery, campaigns, shown
from crmdesk.storage.store import Store

BY_NAME: Final = Sort("name")
NOT_FILTERED: Final = LeadFilter()
_T = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class LeadColumn:
    """One column of a list of leads: attribute of `LeadRow`, English label (context `lead_columns`), whether it sorts."""

    key: str
    label: str
    sortable: bool = True


COLUMNS: Final = (
    LeadColumn("name", _T("lead_columns", "Name")),
    LeadColumn("person", _T("lead_columns", "Person")),
    LeadColumn("job_title", _T("lead_columns", "Title"), sortable=False),
    LeadColumn("mobile", _T("lead_columns", "Mobile"), sortable=False),
    LeadColumn("phone", _T("lead_columns", "Phone"), sortable=False),
    LeadColumn("email", _T("lead_columns", "Mail"), sortable=False),
    LeadColumn("city", _T("lead_columns", "City")),
    LeadColumn("industry", _T("lead_columns", "Industry")),
    LeadColumn("source", _T("lead_columns", "Source")),
    LeadColumn("campaign", _T("lead_columns", "Campaign")),
    LeadColumn("status", _T("lead_columns", "Status")),
    LeadColumn("owner", _T("lead_columns", "Owner")),
    LeadColumn("pool", _T("lead_columns", "Pool")),
    LeadColumn("next_step", _T("lead_columns", "Next step"), sortable=False),
    LeadColumn("next_step_on", _T("lead_columns", "Due on")),
    LeadColumn("last_follow_up_at", _T("lead_columns", "Last follow-up")),
    LeadColumn("completeness", _T("lead_columns", "Completeness")),
    LeadColumn("probability", _T("lead_columns", "Score")),
)
"""Every column, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One lead in a list.

    Attributes:
        name: the company, or the person.
        completeness: percent. probability: the lead score, 0 … 1, None while there is none.
        mobile, phone, email: shown in part where it waits in a pool that masks.
        is_provisional: claimed here, and the centre has not answered yet.
    """

    id: str
    name: str
    company_name: str | None
    person: str | None
    job_title: str | None
    mobile: str | None
    phone: str | None
    email: str | None
    city: str | None
    campaign: str | None
    status: LeadStatus
    owner_id: str | None
    owner: str | None
    pool_id: str | None
    pool: str | None
    source: str | None
    industry: str | None
    next_step: str | None
    next_step_on: date | None
    last_follow_up_at: datetime | None
    look_again_on: date | None
    completeness: int
    probability: float | None
    is_provisional: bool


class LeadLists:
    """Reads lists of leads; from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def columns(self) -> tuple[LeadColumn, ...]:
        """Every column a list can show."""
        return COLUMNS

    def page(
        self, wanted: LeadFilter = NOT_FILTERED, sort: Sort = BY_NAME, offset: int = 0, limit: int = 100, language: str = "zh_CN"
    ) -> Page[LeadRow]:
        """Return rows `offset … offset+limit` of a list, with the number of all its rows.

        Raises:
            KeyError: `sort` names no sortable column (nor `newest`, the order in which they came).
        """
        with self._store.read() as connection:
            query = LeadQuery(connection, wanted)
            total = query.count()
            rows = shown(connection, query.numbers(sort, offset, limit), language)
        return Page(tuple(_row(row) for row in rows), offset, total)

    def count(self, wanted: LeadFilter = NOT_FILTERED) -> int:
        """Return how many leads a filter lets through."""
        with self._store.read() as connection:
            return LeadQuery(connection, wanted).count()

    def ids(self, wanted: LeadFilter = NOT_FILTERED, sort: Sort = BY_NAME, offset: int = 0, limit: int = -1) -> tuple[str, ...]:
        """Return the ids of `limit` leads (-1: all) from `offset` on in the list's order: what "select all" and a bulk command need.

        Raises:
            KeyError: as `page`.
        """
        with self._store.read() as connection:
            return tuple(LeadQuery(connection, wanted).ids(sort, offset, limit))

    def campaigns(self, most: int = 100) -> tuple[str, ...]:
        """Return the campaigns that living leads name, those with most of them first."""
        with self._store.read() as connection:
            return tuple(campaigns(connection, most))

    def counts_by_status(self, wanted: LeadFilter = NOT_FILTERED) -> Mapping[LeadStatus, int]:
        """Return how many leads of each status a filter lets through, every status named: heads of the board's columns."""
        with self._store.read() as connection:
            found = LeadQuery(connection, wanted).counts_by_status()
        return {status: found.get(status.value, 0) for status in LeadStatus}


def _row(row: Sequence[Any]) -> LeadRow:
    values: list[Any] = list(row[:-1])
    values[_STATUS] = LeadStatus(values[_STATUS])
    for at, read in _READ:
        if values[at] is not None:
            values[at] = read(values[at])
    if row[-1]:  # it waits in a pool that masks
        for at, hide in _HIDE:
            if values[at]:
                values[at] = hide(values[at])
    return LeadRow(*values)


_PLACES: Final = {field.name: at for at, field in enumerate(fields(LeadRow))}
_STATUS: Final = _PLACES["status"]
_READ: Final[tuple[tuple[int, Callable[[Any], Any]], ...]] = (
    (_PLACES["next_step_on"], date.fromisoformat),
    (_PLACES["last_follow_up_at"], from_iso),
    (_PLACES["look_again_on"], date.fromisoformat),
    (_PLACES["is_provisional"], bool),
)
_HIDE: Final = tuple((_PLACES[name], masked_mail if name == "email" else masked_phone) for name in MASKED_FIELDS)
