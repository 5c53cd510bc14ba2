"""Collision check (撞单): whether somebody works on this customer already, as `facts.md` §3 has it.

Shows who, which pool, the last follow-up and why, never the other data. Candidates come through indexes only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.models.likely_query import code_expression, mail_expression, name_expressions, phone_expressions, place_expressions
from crmdesk.models.matching import Candidate, Prepared, Reason, compare_prepared, prepared
from crmdesk.services.likely_records import likely_on
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import collision_rows, likely_rows
from crmdesk.storage.store import Store

MOST_SHOWN: Final = 8
_ABOUT: Final = {
    "name": "name",
    "phone": "phone",
    "credit_code": "credit_code",
    "address": "address",
    "place": "name",
    "company": "name",
}
_MOST_BY_ONE: Final = 15
_SURE: Final = 0.95
_NAMED: Final = frozenset({"phone", "email", "credit_code"})
"""One of these alone makes a collision, whatever the names are."""
WHY: Final = {
    "name": QT_TRANSLATE_NOOP("collisions", "The names are alike."),
    "phone": QT_TRANSLATE_NOOP("collisions", "The phone number is the same."),
    "email": QT_TRANSLATE_NOOP("collisions", "The mail address is the same."),
    "credit_code": QT_TRANSLATE_NOOP("collisions", "The credit code is the same."),
    "address": QT_TRANSLATE_NOOP("collisions", "The address is the same."),
}
"""English text of each `Collision.why`, context `collisions`."""


@dataclass(frozen=True, slots=True)
class Collision:
    """A record that may be the same customer: nothing of it but what this names.

    Attributes:
        name: of company, site or lead. owner, pool: who has it or where it waits. last_follow_up_at: aware UTC.
        status: of a lead. score: 0 … 1, how sure it is. why: keys of `WHY`; the matching's own reasons
            would quote the other record's data.
    """

    key: RecordKey
    name: str
    owner: str | None
    pool: str | None
    last_follow_up_at: datetime | None
    status: LeadStatus | None
    score: float
    why: tuple[str, ...]


class CollisionService:
    """Reads only; any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, values: Mapping[str, Any], exclude_id: str | None = None, most: int = MOST_SHOWN) -> tuple[Collision, ...]:
        """Return leads of all owners and pools that are not converted, companies and sites that may be this, the surest first.

        Args:
            values: a lead's, by field key: company_name, person, mobile, phone, email, credit_code, the address.
            exclude_id: the lead itself, when it exists.
            most: so many at most.
        """
        with self._store.read() as connection:
            return collisions_on(connection, values, exclude_id, most)


def collisions_on(
    connection: Connection, values: Mapping[str, Any], exclude_id: str | None = None, most: int = MOST_SHOWN
) -> tuple[Collision, ...]:
    """Return what `CollisionService.check` does, on an open connection."""
    found: dict[RecordKey, tuple[float, tuple[str, ...]]] = {}
    asked, mail = prepared(_candidate(values)), _mail(values)
    for row in collision_rows.leads(connection, list(_lead_ids(connection, asked, values)), exclude_id):
        likeness = compare_prepared(asked, prepared(_candidate(row)))
        why = _why(likeness.reasons, same_mail=bool(mail) and mail == _mail(row))
        if why and (likeness.same or not _NAMED.isdisjoint(why)):
            found[RecordKey(RecordKind.LEAD, row["id"])] = (likeness.score if likeness.same else _SURE, why)
    account = {**values, "name": values.get("company_name") or "", "company_id": None}
    for likely in likely_on(connection, RecordKind.SITE, account, exclude_id, most):
        found[likely.key] = (likely.score, _why(likely.reasons, same_mail=False) or ("name",))
    for site in collision_rows.sites_with_mail(connection, mail, mail_expression(mail)) if mail else ():
        key = RecordKey(RecordKind.SITE, site)
        score, others = found.get(key, (0.0, ()))
        found[key] = (max(score, _SURE), ("email", *others))
    ranked = sorted(found.items(), key=lambda one: (-one[1][0], one[0].kind.value, one[0].id))[:most]
    shown = collision_rows.shown(connection, [(key.kind, key.id) for key, _ in ranked])
    return tuple(
        Collision(key, line["name"], line["owner"], line["pool"], _moment(line["spoken"]), _status(line["status"]), score, why)
        for key, (score, why) in ranked
        if (line := shown.get((key.kind, key.id))) is not None
    )


def _why(reasons: Iterable[Reason], *, same_mail: bool) -> tuple[str, ...]:
    spoken = (
        _ABOUT.get(reason.about) for reason in reasons if reason.weight > 0 or (reason.about == "phone" and reason.weight >= 0)
    )
    return tuple(dict.fromkeys([*(["email"] if same_mail else ()), *(about for about in spoken if about)]))


def _candidate(values: Mapping[str, Any]) -> Candidate:
    def text(key: str) -> str:
        return str(values.get(key) or "")

    return Candidate(
        name=text("company_name") or text("person"),
        credit_code=text("credit_code"),
        phones=tuple(filter(None, (text("mobile"), text("phone")))),
        address=text("address_text"),
        province=text("province"),
        city=text("city"),
        district=text("district"),
        street=text("street"),
        country=text("country"),
    )


def _lead_ids(connection: Connection, asked: Prepared, values: Mapping[str, Any]) -> dict[str, None]:
    expressions = [*phone_expressions(asked), *place_expressions(asked)]
    if asked.code:
        expressions.append(code_expression(asked.code))
    if mail := _mail(values):
        expressions.append(mail_expression(mail))
    if asked.candidate.name.strip():
        expressions += name_expressions(asked.candidate.name, asked.name)
    found: dict[str, None] = {}
    for expression in expressions:
        found |= dict.fromkeys(likely_rows.ids_matching(connection, RecordKind.LEAD, expression, _MOST_BY_ONE))
    return found


def _mail(values: Mapping[str, Any]) -> str:
    return str(values.get("email") or "").strip().casefold()


def _moment(text: str | None) -> datetime | None:
    return None if not text else from_iso(text)


def _status(text: str | None) -> LeadStatus | None:
    return None if text is None else LeadStatus(text)
