"""Which rows mean a lead that is there already: of the store, or of an earlier row of the file.

The collision rules (`facts.md` §3) for thousands of rows at once: the same number in another system, mail address, company and person,
or phone. A switchboard that two different people are reached by does not make them one.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.models.chinese import match_key
from crmdesk.models.phones import parse_phones

_COLUMNS: Final = ("id", "company_name", "person", "mobile", "phone", "email", "country", "external_id")
_LEAST_DIGITS: Final = 7


class Found(NamedTuple):
    """A lead a row means, and whether the file itself brought it."""

    id: str
    is_of_file: bool


class Marks(NamedTuple):
    """What tells a lead apart, worked out once: keys, the surest first, each with whether several people may share it."""

    keys: tuple[tuple[int, bool], ...]
    person: int

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Marks":
        """Return the marks of a row's values."""
        return cls(tuple(_keys(values)), _person(values))


class LeadsThere:
    """Every living lead by what tells it apart; reads the store once, and learns of each new one.

    Leads may be many: a key takes one number, and what it leads to is shared.
    """

    def __init__(self, connection: Connection) -> None:
        self._by_key: dict[int, tuple[Found, int]] = {}
        rows = connection.exec_driver_sql(f"SELECT {','.join(_COLUMNS)} FROM lead WHERE deleted_at IS NULL ORDER BY n DESC")
        for row in rows:
            values = dict(zip(_COLUMNS, row, strict=True))
            known = (Found(row[0], is_of_file=False), _person(values))
            for key, _is_shared in _keys(values):
                self._by_key[key] = known  # read from the newest to the oldest: the oldest stays

    def find(self, marks: "Marks") -> Found | None:
        """Return the lead that a row with these marks means, None where it is new."""
        person = marks.person
        for key, is_shared in marks.keys:
            known = self._by_key.get(key)
            if known is not None and not (is_shared and person and known[1] and known[1] != person):
                return known[0]
        return None

    def add(self, marks: "Marks", lead_id: str) -> None:
        """Learn of a lead the file brings; the first of two stays."""
        known = (Found(lead_id, is_of_file=True), marks.person)
        for key, _is_shared in marks.keys:
            self._by_key.setdefault(key, known)


def _person(values: Mapping[str, Any]) -> int:
    person = values.get("person")
    return hash(match_key(person)) if person else 0


def _keys(values: Mapping[str, Any]) -> Iterator[tuple[int, bool]]:
    """Yield the keys of a lead, the surest first, and whether several people may share it."""
    if external := values.get("external_id"):
        yield hash(("x", external)), False
    if mail := values.get("email"):
        yield hash(("m", mail.casefold())), False
    if (company := values.get("company_name")) and (person := values.get("person")):
        yield hash(("n", match_key(company), match_key(person))), False
    elif company:
        yield hash(("n", match_key(company), "")), False
    for column in ("mobile", "phone"):
        if text := values.get(column):
            for phone in parse_phones(text, values.get("country") or "CN"):
                digits = phone.e164 or phone.digits
                if len(digits) >= _LEAST_DIGITS:
                    yield hash(("p", digits)), column == "phone"
