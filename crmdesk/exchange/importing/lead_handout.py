"""Who gets which imported lead, or in which pool it waits."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.importing.lead_options import LeadOptions
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.models.company_names import short_place
from crmdesk.services.lead_distribution import Dealer, Distribution, Spread
from crmdesk.services.lead_values import OwnerOrPool, refuse_missing
from crmdesk.services.record_values import Value
from crmdesk.storage import record_rows

_PLACES: Final = ("city", "province")


class LeadHandout:
    """Gives every new lead its owner or its pool, and counts in the report who gets how many.

    Raises:
        OwnerOrPool: both are given. RecordNotFound: no such person or pool.
    """

    def __init__(self, connection: Connection, options: LeadOptions, report: ImportReport) -> None:
        if options.owner_id and options.pool_id:
            raise OwnerOrPool
        people = {*options.people, *(person for _value, person in options.by_value), options.owner_id} - {""}
        for person in sorted(people):
            refuse_missing(connection, RecordKind.USER, person)
        if options.pool_id:
            refuse_missing(connection, RecordKind.POOL, options.pool_id)
        self._pool = options.pool_id
        self._owner = options.owner_id or (None if options.pool_id else record_rows.current_user(connection))
        self._dealer = None if options.rule is None else Dealer(_widened(connection, options.rule))
        self._given = report.given
        self._names: dict[str, str] = {}
        for table in ("app_user", "pool"):
            self._names |= {row[0]: row[1] for row in connection.exec_driver_sql(f"SELECT id, name FROM {table}")}
        self._now = iso_ms(utc_now())

    def give(self, values: dict[str, Value]) -> None:
        """Write into a new lead's values with whom it is; an owner they hold already stays."""
        owner = values.get("owner_id") or self._dealt(values) or self._owner
        if owner:
            values |= {"owner_id": owner, "owned_since": self._now}
        elif self._pool:
            values |= {"pool_id": self._pool, "pooled_at": self._now}
        self._given[self._names.get(str(owner or self._pool), "")] += 1

    def _dealt(self, values: Mapping[str, Any]) -> str | None:
        if self._dealer is None:
            return None
        places = {column: short_place(place) for column in _PLACES if (place := values.get(column))}
        return self._dealer.owner({**places, "industry_id": values.get("industry_id")})


def _widened(connection: Connection, rule: Distribution) -> Distribution:
    """Return a rule by which a place counts with and without its kind (上海, 上海市), and an industry with all below it."""
    by_value = dict(rule.by_value)
    if rule.spread is Spread.REGION:
        by_value = {short_place(place): person for place, person in by_value.items()}
    elif rule.spread is Spread.INDUSTRY:
        below: dict[str, list[str]] = {}
        for term, above in connection.exec_driver_sql(
            "SELECT id, parent_id FROM term WHERE taxonomy='industry' AND deleted_at IS NULL"
        ):
            below.setdefault(above, []).append(term)
        waiting = list(by_value)
        for term in waiting:  # grows meanwhile: what lies below follows what is above it
            fresh = [child for child in below.get(term, ()) if child not in by_value]
            by_value |= dict.fromkeys(fresh, by_value[term])
            waiting += fresh
    return Distribution(rule.spread, rule.people, by_value)
