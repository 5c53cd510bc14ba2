"""Whether two people at one site are one: the same name, and a number or mail address that both have."""

from dataclasses import dataclass
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.chinese import fold
from crmdesk.models.matching.name_likeness import SAME_NAME
from crmdesk.models.matching.reasons import Reason

_MAIL_SHARED: Final = QT_TRANSLATE_NOOP("matching", "They share the mail address {mail}.")
_PHONE_SHARED: Final = QT_TRANSLATE_NOOP("matching", "They share the phone number {phone}.")
_OWN_NUMBER: Final = 0.99
"""A mobile number or a mail address is one person's."""
_SWITCHBOARD: Final = 0.9
"""A number that is nobody's mobile may be that of the whole site: of two with one name there are not many, yet there are some."""
_LEAST_DIGITS: Final = 6
_WEIGHTS: Final = {_OWN_NUMBER: 6.0, _SWITCHBOARD: 3.0}


@dataclass(frozen=True, slots=True)
class Person:
    """What of a contact says who it is; cells as stored, with any number of numbers in each."""

    name: str
    mobile: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleLikeness:
    """How likely two people at one site are one, 0 … 1, and why."""

    score: float
    reasons: tuple[Reason, ...]


def compare_people(one: Person, other: Person) -> PeopleLikeness | None:
    """Return how likely two people at one site are one; None where nothing says so.

    Names count as written the same whatever the width, case, spaces and kind of Chinese characters. A name alone says nothing, nor does
    a number alone. Two different extensions of one number are two people.
    """
    if _name(one) != _name(other) or not _name(one):
        return None
    found: list[tuple[float, Reason]] = []
    mails = _mails(one) & _mails(other)
    if mails:
        found.append((_OWN_NUMBER, Reason(_MAIL_SHARED, {"mail": min(mails)}, _WEIGHTS[_OWN_NUMBER], "email")))
    mine, theirs = _numbers(one), _numbers(other)
    for number in sorted(mine.keys() & theirs.keys()):
        (extensions, is_own), (other_extensions, is_others_own) = mine[number], theirs[number]
        if extensions and other_extensions and not extensions & other_extensions:
            continue
        score = _OWN_NUMBER if is_own or is_others_own else _SWITCHBOARD
        found.append((score, Reason(_PHONE_SHARED, {"phone": number}, _WEIGHTS[score], "phone")))
    if not found:
        return None
    found.sort(key=lambda evidence: -evidence[0])
    return PeopleLikeness(found[0][0], (*(reason for _score, reason in found), Reason(SAME_NAME, {}, 1.0, "name")))


def _name(person: Person) -> str:
    return fold(person.name).replace(" ", "")


def _mails(person: Person) -> set[str]:
    text = fold(person.email or "").replace(";", " ").replace(",", " ")
    return {mail for mail in text.split() if "@" in mail}


def _numbers(person: Person) -> dict[str, tuple[set[str], bool]]:
    """Return number → (its extensions, whether it is a mobile's)."""
    from crmdesk.models.phones import parse_phones

    found: dict[str, tuple[set[str], bool]] = {}
    for cell, is_mobile in ((person.mobile, True), (person.phone, False)):
        for phone in parse_phones(cell) if cell else ():
            number = phone.e164 or phone.digits
            if len(number) < _LEAST_DIGITS:
                continue
            extensions, was_mobile = found.get(number, (set(), False))
            found[number] = extensions | ({phone.extension} if phone.extension else set()), was_mobile or is_mobile
    return found
