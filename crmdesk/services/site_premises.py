"""One address, one account: which site of a company stands at an address already, and who decided that it is another building.

The rule is `facts.md` §1.1–1.2: two addresses of one company with one premises key are one site, until a person says that
they are two buildings. That word is kept as a verdict, with who and when.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Verdict
from crmdesk.models.pair_verdict import pair
from crmdesk.models.premises import keys_at_one_place, premises_key_of_values, range_of_towns
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows
from crmdesk.storage.premises_keys import rewrite_of_company

if TYPE_CHECKING:
    from crmdesk.models.addresses import ParsedAddress

_PARTS: Final = ("address_text", "province", "city", "district", "street")


class SamePremises(CrmError):
    """The company has a site at this address. Params: `name`, `code` (empty for none), `address`."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "{name} of this company stands at the same address ({address}). Open it, add a floor or department to it, "
        "or say that it is another building.",
    )


@dataclass(frozen=True, slots=True)
class SiteHere:
    """A site of the company at the premises somebody types.

    Attributes:
        address: as typed, or its parts in one line.
        reason: why both are one place; English with placeholders for `params`, translation context `premises`.
        floor, room: what stands behind the number in the address that is typed, empty for nothing.
    """

    key: RecordKey
    name: str
    code: str | None
    address: str
    reason: str
    params: Mapping[str, str]
    floor: str
    room: str


def sites_here(
    connection: Connection, values: Mapping[str, Any], site_id: str | None, other_buildings: Collection[str] = ()
) -> tuple[SiteHere, ...]:
    """Return the company's other sites at the premises of `values` that nobody called another building.

    `values` are `company_id` and the address as typed, `site_id` is the site itself, None while it is new; `other_buildings` are
    ids of sites that it is said to be another building than.
    """
    company, key = values.get("company_id"), premises_key_of_values(values)
    if not company or key is None:
        return ()
    found = [row for row in _rows_at(connection, str(company), key, site_id) if row[0] not in other_buildings]
    if not found:
        return ()
    from crmdesk.models.addresses import compare_premises

    typed = _parsed([values.get(field) for field in _PARTS])
    here: list[SiteHere] = []
    for record, name, code, *parts in found:
        reason = compare_premises(typed, _parsed(parts)).reason
        address = parts[0] or "".join(part for part in parts[1:] if part)
        floor, room = ("" if part is None else part.text for part in (typed.floor, typed.room))
        here.append(
            SiteHere(RecordKey(RecordKind.SITE, record), name, code, address, reason.template, reason.params, floor, room)
        )
    return tuple(here)


def _rows_at(connection: Connection, company: str, key: str, site_id: str | None) -> Sequence[Any]:
    """Return the company's sites with the key; one address may leave out the town, where only one town is in question."""
    query = f"""SELECT id, name, code, {",".join(_PARTS)} FROM site s
        WHERE company_id=?1 AND {{condition}} AND deleted_at IS NULL AND id IS NOT ?2
          AND NOT EXISTS(SELECT 1 FROM pair_verdict v WHERE v.deleted_at IS NULL AND v.verdict='{Verdict.OTHER_BUILDING.value}'
            AND ((v.left_id=s.id AND v.right_id=?2) OR (v.left_id=?2 AND v.right_id=s.id)))
        ORDER BY premises_key=?3 DESC, sort_key, n LIMIT 20"""
    keys = keys_at_one_place(key)
    rows = connection.exec_driver_sql(query.format(condition="premises_key IN (?3, ?4)"), (company, site_id, key, keys[-1])).all()
    towns = range_of_towns(key)
    if rows or towns is None:
        return rows
    in_a_town = "premises_key>=?3 AND premises_key<?4"
    rows = connection.exec_driver_sql(query.format(condition=in_a_town), (company, site_id, *towns)).all()
    count = connection.exec_driver_sql(
        f"SELECT count(DISTINCT premises_key) FROM site WHERE company_id=?1 AND {in_a_town} AND deleted_at IS NULL AND id IS NOT ?2",
        (company, site_id, *towns),
    ).scalar_one()
    return rows if count == 1 else ()


def _parsed(parts: Sequence[Any]) -> "ParsedAddress":
    """Take an address apart that is given in the order of `_PARTS`; the street counts where there is one."""
    from crmdesk.models.addresses import parse_address

    text, province, city, district, street = (None if part is None else str(part) for part in parts)
    return parse_address((street or "").strip() or text or "", province=province, city=city, district=district)


def decide_other_building(connection: Connection, site_id: str, others: Collection[str], note: str = "") -> None:
    """Write down that a site is another building than these, by the present user, now; part of a unit of work."""
    for other in others:
        left, right = pair(site_id, other)
        verdict = {
            "id": new_id(),
            "record_kind": RecordKind.SITE.value,
            "left_id": left,
            "right_id": right,
            "verdict": Verdict.OTHER_BUILDING.value,
            "decided_by": record_rows.current_user(connection),
            "decided_at": iso_ms(utc_now()),
            "note": note or None,
        }
        record_rows.insert(connection, RecordKind.PAIR_VERDICT, verdict)


def refuse_same_premises(
    connection: Connection, values: Mapping[str, Any], site_id: str | None, other_buildings: Collection[str] = ()
) -> None:
    """Hold the rule in the writing transaction.

    Raises:
        SamePremises: another site of the company stands there, and nobody called it another building.
    """
    if values.get("company_id"):
        rewrite_of_company(connection, str(values["company_id"]))
    here = sites_here(connection, values, site_id, other_buildings)
    if here:
        raise SamePremises(name=here[0].name, code=here[0].code or "", address=here[0].address)
