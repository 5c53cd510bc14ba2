"""Lists of opportunities: pages, numbers and sums by stage for a filter and an order, answered in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, unique
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.listing import Page, Sort
from crmdesk.core.money import USUAL, Money
from crmdesk.core.scope import Under
from crmdesk.storage.opportunity_list_rows import OpportunityQuery, shown
from crmdesk.storage.store import Store

BY_CLOSING: Final = Sort("closes_on")
_PERCENT: Final = 100


@unique
class OpportunityState(StrEnum):
    """Whether an opportunity is decided."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class OpportunityFilter:
    """Which opportunities a list shows; what is not named lets everything through.

    Attributes:
        mine: only of whoever uses this store.
        closes_from, closes_until: days between which it is to be decided, both included.
        text: part of its name, or what its site is found by.
        under: only at sites below this company or site.
    """

    mine: bool = False
    state: OpportunityState | None = None
    closes_from: date | None = None
    closes_until: date | None = None
    text: str = ""
    under: Under | None = None


NOT_FILTERED: Final = OpportunityFilter()


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """One opportunity in a list; `company` is the short name of the company of its site, `probability` percent."""

    id: str
    name: str
    site_id: str
    site: str
    company: str
    stage: str
    probability: int
    is_won: bool
    is_lost: bool
    money: Money | None
    closes_on: date | None
    closed_at: datetime | None
    owner: str | None
    next_step: str | None
    next_step_on: date | None


@dataclass(frozen=True, slots=True)
class StageTotal:
    """What stands at one stage.

    Attributes:
        count: opportunities, also those without an amount.
        sums: what they come to, an amount for each currency. weighted: the same times the stage's probability.
    """

    stage_id: str
    stage: str
    probability: int
    is_won: bool
    is_lost: bool
    count: int
    sums: tuple[Money, ...]
    weighted: tuple[Money, ...]


class OpportunityLists:
    """Reads lists of opportunities; from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(
        self,
        wanted: OpportunityFilter = NOT_FILTERED,
        sort: Sort = BY_CLOSING,
        offset: int = 0,
        limit: int = 100,
        language: str = "zh_CN",
    ) -> Page[OpportunityRow]:
        """Return rows `offset … offset+limit` of a list, with the number of all its rows.

        Raises:
            KeyError: `sort` names no sortable column (nor `newest`, the order in which they came).
        """
        with self._store.read() as connection:
            query = _query(connection, wanted)
            total = query.count()
            rows = shown(connection, query.ids(sort, offset, limit), language)
        return Page(tuple(map(_row, rows)), offset, total)

    def ids(self, wanted: OpportunityFilter = NOT_FILTERED, sort: Sort = BY_CLOSING) -> tuple[str, ...]:
        """Return the ids of a list in its order.

        Raises:
            KeyError: as `page`.
        """
        with self._store.read() as connection:
            return tuple(_query(connection, wanted).ids(sort))

    def totals(self, wanted: OpportunityFilter = NOT_FILTERED, language: str = "zh_CN") -> tuple[StageTotal, ...]:
        """Return what stands at each stage that has any, in the order of the stages."""
        with self._store.read() as connection:
            rows = _query(connection, wanted).totals(language)
        by_stage: dict[str, list[Any]] = {}
        for row in rows:
            by_stage.setdefault(row[0], []).append(row)
        return tuple(map(_total, by_stage.values()))


def _query(connection: Connection, wanted: OpportunityFilter) -> OpportunityQuery:
    return OpportunityQuery(
        connection,
        mine=wanted.mine,
        state="" if wanted.state is None else wanted.state.value,
        closes_from=wanted.closes_from,
        closes_until=wanted.closes_until,
        text=wanted.text.strip(),
        under=wanted.under,
    )


def _row(row: Sequence[Any]) -> OpportunityRow:
    opportunity, name, site_id, site, company, stage, probability, is_won, is_lost = row[:9]
    minor, currency, closes_on, closed_at, owner, step, step_on = row[9:]
    return OpportunityRow(
        opportunity,
        name,
        site_id,
        site,
        company,
        stage,
        probability,
        bool(is_won),
        bool(is_lost),
        None if minor is None else Money(minor, currency or USUAL),
        None if closes_on is None else date.fromisoformat(closes_on),
        None if closed_at is None else from_iso(closed_at),
        owner,
        step,
        None if step_on is None else date.fromisoformat(step_on),
    )


def _total(rows: Sequence[Any]) -> StageTotal:
    stage_id, name, probability, is_won, is_lost = rows[0][:5]
    sums = tuple(Money(int(row[7]), row[5]) for row in rows if row[5] is not None)
    weighted = tuple(Money(round(one.minor * probability / _PERCENT), one.currency) for one in sums)
    count = sum(row[6] for row in rows)
    return StageTotal(stage_id, name, probability, bool(is_won), bool(is_lost), count, sums, weighted)
