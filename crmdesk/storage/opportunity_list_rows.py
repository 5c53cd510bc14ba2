"""Lists of opportunities in SQL: which ones, in which order, how many, and their sums by stage and currency."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.listing import Sort
from crmdesk.core.money import sql_whole_units
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage import record_rows
from crmdesk.storage.search.narrowing import answering
from crmdesk.storage.under import condition

_AMOUNT: Final = sql_whole_units("o.amount_minor", "o.currency")
_STAGE: Final = "(SELECT s.position FROM stage s WHERE s.id=o.stage_id)"
_ORDERS: Final = {
    "name": "o.name COLLATE NOCASE {0}, o.n {0}",
    "site": "(SELECT t.sort_key FROM site t WHERE t.id=o.site_id) {0}, o.n {0}",
    "stage": f"{_STAGE} {{0}}, o.closes_on IS NULL, o.closes_on, o.n",
    "probability": "(SELECT s.probability FROM stage s WHERE s.id=o.stage_id) {0}, o.n {0}",
    "amount": f"o.amount_minor IS NULL, {_AMOUNT} {{0}}, o.currency, o.n {{0}}",
    "closes_on": "o.closes_on IS NULL, o.closes_on {0}, o.n {0}",
    "owner": "(SELECT u.name FROM app_user u WHERE u.id=o.owner_id) {0}, o.n {0}",
    "next_step": "o.next_step IS NULL, o.next_step {0}, o.n {0}",
    "next_step_on": "o.next_step_on IS NULL, o.next_step_on {0}, o.n {0}",
    "closed_at": "o.closed_at IS NULL, o.closed_at {0}, o.n {0}",
    "newest": "o.n {0}",
}
_NAMES: Final = {"zh_TW": "coalesce(nullif(s.name_zh_tw,''),s.name)", "en": "coalesce(nullif(s.name_en,''),s.name)"}
SORTABLE: Final = frozenset(_ORDERS)
"""Columns a list can be ordered by."""


class OpportunityQuery:
    """One filter over the opportunities of a store, on an open connection.

    Args:
        mine: only of whoever uses this store. state: `open`, `won`, `lost` or '' for any.
        closes_from, closes_until: days between which it is to be decided, both included. text: part of its name or of its site.
        under: only at sites that lie there.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        mine: bool = False,
        state: str = "",
        closes_from: date | None = None,
        closes_until: date | None = None,
        text: str = "",
        under: Under | None = None,
    ) -> None:
        self._connection = connection
        parts: list[tuple[str, tuple[Any, ...]]] = [("o.deleted_at IS NULL", ())]
        if mine:
            parts.append(("o.owner_id=?", (record_rows.current_user(connection),)))
        if state == "open":
            parts.append(("o.closed_at IS NULL", ()))
        elif state:
            parts.append((f"o.stage_id IN (SELECT s.id FROM stage s WHERE s.is_{'won' if state == 'won' else 'lost'})", ()))
        if closes_from is not None:
            parts.append(("o.closes_on>=?", (closes_from.isoformat(),)))
        if closes_until is not None:
            parts.append(("o.closes_on<=?", (closes_until.isoformat(),)))
        if text:
            parts.append(self._called(text))
        if under is not None:
            there, bound = condition(under, RecordKind.SITE, "t")
            parts.append((f"o.site_id IN (SELECT t.id FROM site t WHERE t.deleted_at IS NULL AND {there})", bound))
        self._where = "WHERE " + " AND ".join(sql for sql, _ in parts)
        self._values = tuple(value for _, values in parts for value in values)

    def _called(self, text: str) -> tuple[str, tuple[Any, ...]]:
        """Return the condition that its name or its site answers to a text; sites by every way the search knows them."""
        found = answering(self._connection, text, RecordKind.SITE, "t.n")
        pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        named = "o.name LIKE ? ESCAPE '\\'"
        if found is None:
            return named, (pattern,)
        sql, values = found
        return f"({named} OR o.site_id IN (SELECT t.id FROM site t WHERE {sql}))", (pattern, *values)

    def ids(self, sort: Sort, offset: int = 0, limit: int = -1) -> list[str]:
        """Return the ids of `limit` opportunities (-1: all) from `offset` on, in order.

        Raises:
            KeyError: the list cannot be ordered by that column.
        """
        order = _ORDERS[sort.column].format("DESC" if sort.descending else "ASC")
        statement = f"SELECT o.id FROM opportunity o {self._where} ORDER BY {order} LIMIT ? OFFSET ?"
        return list(self._connection.exec_driver_sql(statement, (*self._values, limit, offset)).scalars())

    def count(self) -> int:
        """Return how many the filter lets through."""
        statement = f"SELECT count(*) FROM opportunity o {self._where}"
        return int(self._connection.exec_driver_sql(statement, self._values).scalar_one())

    def totals(self, language: str) -> Sequence[Any]:
        """Return (stage id, name, probability, won, lost, currency, number, sum in minor units) by stage and currency, in their order."""
        name = _NAMES.get(language, "s.name")
        return self._connection.exec_driver_sql(
            f"""SELECT s.id, {name}, s.probability, s.is_won, s.is_lost, o.currency, count(*), coalesce(sum(o.amount_minor),0)
                FROM opportunity o JOIN stage s ON s.id=o.stage_id {self._where}
                GROUP BY s.id, o.currency ORDER BY s.position, s.n, o.currency""",
            self._values,
        ).all()


def shown(connection: Connection, wanted: Sequence[str], language: str) -> Sequence[Any]:
    """Return these opportunities, in their order, as `services.opportunity_lists.OpportunityRow` has them; times and days as stored."""
    name = _NAMES.get(language, "s.name")
    return connection.exec_driver_sql(
        f"""SELECT o.id, o.name, o.site_id, coalesce(t.name,''), coalesce(nullif(c.short_name,''),c.legal_name,''),
              coalesce({name},''), coalesce(s.probability,0), coalesce(s.is_won,0), coalesce(s.is_lost,0),
              o.amount_minor, o.currency, o.closes_on, o.closed_at, u.name, o.next_step, o.next_step_on
            FROM json_each(?) w CROSS JOIN opportunity o ON o.id=w.value
            LEFT JOIN stage s ON s.id=o.stage_id LEFT JOIN site t ON t.id=o.site_id LEFT JOIN company c ON c.id=t.company_id
            LEFT JOIN app_user u ON u.id=o.owner_id""",
        (json.dumps(list(wanted)),),
    ).all()
