"""One address, one site, in an import: a row at the address of a site of its company becomes a floor or department of that site.

The rule is `facts.md` §1.1–1.2; two addresses with one premises key are one place (`docs/addresses.md`). What the row says
beside its address is kept in the note of the unit, so that nothing of the file is lost.
"""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.premises import keys_at_one_place, range_of_towns, rests_on_number
from crmdesk.services.record_fields import SITE_FIELDS
from crmdesk.services.record_values import Value

FOLDED: Final = QT_TRANSLATE_NOOP(
    "remarks", "The company has a site at this address already: the row became a floor or department of it."
)
_KEPT: Final = ("code", "credit_code", "phone", "email", "website", "address_text", "street", "note")
_LABELS: Final = {info.key: info.label for info in SITE_FIELDS}


class SitesByPremises:
    """Which site stands where: those of the file so far, and those of the store; only by keys that rest on a road and a number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[int, str] = {}
        self._towns: dict[int, str] = {}

    def add(self, company: str, key: str | None, site: str) -> None:
        """Note a site of the file; `key` None for an address that says too little."""
        if key is None or not rests_on_number(key):
            return
        self._seen.setdefault(hash((company, key)), site)
        if range_of_towns(key) is None:
            core = hash((company, keys_at_one_place(key)[-1], "town"))
            self._towns[core] = site if self._towns.get(core, site) == site else ""

    def find(self, company: str, key: str | None, *, is_stored: bool) -> str | None:
        """Return the site of a company at these premises; the store is asked for companies it knows.

        One address may leave out the town that the other names, where only one site is in question.
        """
        if key is None or not rests_on_number(key):
            return None
        keys, towns = keys_at_one_place(key), range_of_towns(key)
        seen = next((site for each in keys if (site := self._seen.get(hash((company, each)))) is not None), None)
        if seen is None and towns is not None:
            seen = self._towns.get(hash((company, key, "town"))) or None
        if seen is not None or not is_stored:
            return seen
        first, below = towns or ("", "")
        found = (
            self._connection.exec_driver_sql(
                """SELECT id FROM site WHERE company_id=?1 AND deleted_at IS NULL
                   AND (premises_key IN (?2, ?3) OR (premises_key>=?4 AND premises_key<?5)) ORDER BY premises_key=?2 DESC, n LIMIT 2""",
                (company, key, keys[-1], first, below),
            )
            .scalars()
            .all()
        )
        return str(found[0]) if len(found) == 1 or (found and towns is None) else None

    def unit(self, site: str, name: str) -> str | None:
        """Return a stored unit of a site by its name: the same file imported again adds nothing."""
        found = self._connection.exec_driver_sql(
            "SELECT id FROM unit WHERE site_id=? AND name=? AND deleted_at IS NULL LIMIT 1", (site, name)
        ).scalar()
        return None if found is None else str(found)


def unit_of(values: Mapping[str, Value], inside: tuple[str | None, str | None]) -> dict[str, Value]:
    """Return the unit a row becomes: its name, floor and room (`inside`) as its address tells them, and all else it said as a note."""
    floor, room = inside
    said = [f"{_LABELS[field]}: {values[field]}" for field in _KEPT if values.get(field)]
    return {
        "name": str(values["name"])[:100],
        "floor": None if floor is None else floor[:40],
        "room": None if room is None else room[:40],
        "note": "\n".join(said) or None,
    }
