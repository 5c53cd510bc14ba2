"""Whether two addresses are the same premises, with the reason in words; what one of them leaves out does not speak against it."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.addresses.parts import ParsedAddress, Part
from crmdesk.models.addresses.premises import Premises, PremisesComparison, PremisesKind, Reason, number_key, premises_of
from crmdesk.models.addresses.roads import road_key
from crmdesk.models.chinese import match_key

_SAME: Final = QT_TRANSLATE_NOOP("premises", "same building: {place}")
_SAME_FLOOR: Final = QT_TRANSLATE_NOOP("premises", "same building: {place}; the floor differs")
_SAME_ROOM: Final = QT_TRANSLATE_NOOP("premises", "same building: {place}; the room differs")
_SAME_BUILDINGS: Final = QT_TRANSLATE_NOOP(
    "premises", "same premises: {place}; another building of the same number: {first}, {second}"
)
_SAME_DISTRICT: Final = QT_TRANSLATE_NOOP(
    "premises", "same road and number: {place}; the districts written differ: {first}, {second}"
)
_SAME_PARTLY: Final = QT_TRANSLATE_NOOP("premises", "same building: {place}; one address does not name the town")
_SAME_COMPOUND: Final = QT_TRANSLATE_NOOP("premises", "same compound: {place}; one address gives no road number")
_SAME_LINE: Final = QT_TRANSLATE_NOOP("premises", "the same text: {place}")
_OTHER_COUNTRY: Final = QT_TRANSLATE_NOOP("premises", "another country: {first}, {second}")
_OTHER_TOWN: Final = QT_TRANSLATE_NOOP("premises", "another town: {first}, {second}")
_OTHER_NUMBER: Final = QT_TRANSLATE_NOOP("premises", "another number on the same road: {first}, {second}")
_OTHER_ROAD: Final = QT_TRANSLATE_NOOP("premises", "another road: {first}, {second}")
_OTHER_BUILDING: Final = QT_TRANSLATE_NOOP("premises", "another building of {place}: {first}, {second}")
_NO_NUMBER: Final = QT_TRANSLATE_NOOP("premises", "no road number: cannot be decided")
_NOTHING: Final = QT_TRANSLATE_NOOP("premises", "nothing below the district is known: cannot be decided")
_OTHER_NAME: Final = QT_TRANSLATE_NOOP("premises", "no road number, and other names: {first}, {second}; cannot be decided")
_SHORTEST_COMPOUND: Final = 3
_TOWNS: Final = ("县", "市", "旗")
"""Districts that are towns of their own, with their own 人民路."""


def compare_premises(first: ParsedAddress, second: ParsedAddress) -> PremisesComparison:
    """Decide whether two addresses are the same premises."""
    one, other = premises_of(first), premises_of(second)
    apart = _regions_apart(first, second)
    if apart is not None:
        return PremisesComparison(same=False, reason=apart)
    if {one.kind, other.kind} != {PremisesKind.NUMBER} and _contradict(first.town, second.town):
        return PremisesComparison(same=False, reason=_reason(_OTHER_TOWN, first=_text(first.town), second=_text(second.town)))
    if one.core == other.core and one.core:
        return PremisesComparison(same=True, reason=_same_reason(first, second, one, other))
    if one.kind is PremisesKind.NUMBER is other.kind:
        return _numbers(first, second)
    if _compound(first) and _compound(first) == _compound(second) and not _elsewhere(first, second):
        return _compounds(first, second, one, other)
    return PremisesComparison(same=None, reason=_undecided(one, other))


def _undecided(one: Premises, other: Premises) -> Reason:
    if PremisesKind.NONE in {one.kind, other.kind}:
        return _reason(_NOTHING)
    if one.kind is PremisesKind.COMPOUND is other.kind:
        return _reason(_OTHER_NAME, first=one.place, second=other.place)
    return _reason(_NO_NUMBER)


def group_premises(addresses: Sequence[ParsedAddress]) -> list[list[int]]:
    """Return the indexes of addresses by premises, in order of first appearance.

    Addresses with one key are one group; one that leaves its town out joins the only group that has its road and number.
    """
    found = [premises_of(parsed) for parsed in addresses]
    groups: dict[str, list[int]] = {}
    for index, premises in enumerate(found):
        groups.setdefault(premises.key or f"?{index}", []).append(index)
    for key, members in list(groups.items()):
        premises = found[members[0]]
        if premises.key is None or premises.region:
            continue
        hosts = [
            host for host, held in groups.items() if host != key and found[held[0]].key and found[held[0]].core == premises.core
        ]
        if len(hosts) == 1:
            groups[hosts[0]].extend(groups.pop(key))
    return sorted((sorted(members) for members in groups.values()), key=lambda members: members[0])


def _reason(template: str, **params: str) -> Reason:
    return Reason(template, MappingProxyType(params))


def _regions_apart(first: ParsedAddress, second: ParsedAddress) -> Reason | None:
    one, other = first.country, second.country
    if one is not None and other is not None and one.code and other.code and one.code != other.code:
        return _reason(_OTHER_COUNTRY, first=one.code, second=other.code)
    for name in ("province", "city"):
        if _contradict(getattr(first, name), getattr(second, name)):
            return _reason(_OTHER_TOWN, first=getattr(first, name).name, second=getattr(second, name).name)
    mine, theirs = first.district, second.district
    if mine is None or theirs is None or not _contradict(mine, theirs):
        return None
    is_town = mine.name.endswith(_TOWNS) or theirs.name.endswith(_TOWNS)
    return _reason(_OTHER_TOWN, first=mine.name, second=theirs.name) if is_town else None


def _contradict(one: Part | None, other: Part | None) -> bool:
    if one is None or other is None:
        return False
    if one.code and other.code:
        return one.code != other.code
    return match_key(one.name) != match_key(other.name) and not (
        one.name.startswith(other.name) or other.name.startswith(one.name)
    )


def _same_reason(first: ParsedAddress, second: ParsedAddress, one: Premises, other: Premises) -> Reason:
    place = max(one.place, other.place, key=len)
    if one.kind is PremisesKind.LINE:
        return _reason(_SAME_LINE, place=place)
    if _differ(first.building, second.building) and one.kind is PremisesKind.NUMBER:
        return _reason(_SAME_BUILDINGS, place=place, first=_text(first.building), second=_text(second.building))
    if _contradict(first.district, second.district):
        return _reason(_SAME_DISTRICT, place=place, first=_text(first.district), second=_text(second.district))
    differences = (
        (_SAME_FLOOR, _differ(first.floor, second.floor)),
        (_SAME_ROOM, _differ(first.room, second.room)),
        (_SAME_PARTLY, bool(one.region) != bool(other.region)),
    )
    return _reason(next((template for template, differs in differences if differs), _SAME), place=place)


def _numbers(first: ParsedAddress, second: ParsedAddress) -> PremisesComparison:
    one, other = _where(first), _where(second)
    if road_key(one) == road_key(other):
        return PremisesComparison(same=False, reason=_reason(_OTHER_NUMBER, first=_house(first), second=_house(second)))
    return PremisesComparison(same=False, reason=_reason(_OTHER_ROAD, first=one, second=other))


def _house(parsed: ParsedAddress) -> str:
    """Return a number as a person says it: in a lane with the house (180弄3号)."""
    number = _text(parsed.lane_number or parsed.number)
    return number + (_text(parsed.building) if number.endswith("弄") else "")


def _compounds(first: ParsedAddress, second: ParsedAddress, one: Premises, other: Premises) -> PremisesComparison:
    place = _text(first.compound)
    if one.kind is PremisesKind.COMPOUND is other.kind:
        if _differ(first.building, second.building):
            texts = {"first": _text(first.building), "second": _text(second.building)}
            return PremisesComparison(same=False, reason=_reason(_OTHER_BUILDING, place=place, **texts))
        return PremisesComparison(same=True, reason=_reason(_SAME, place=place))
    return PremisesComparison(same=True, reason=_reason(_SAME_COMPOUND, place=place))


def _elsewhere(first: ParsedAddress, second: ParsedAddress) -> bool:
    """Whether two compounds of one name stand in different districts, towns or roads; what is not written is no difference."""
    return any(
        (mine := getattr(first, name)) is not None and (theirs := getattr(second, name)) is not None and _contradict(mine, theirs)
        for name in ("district", "town", "road")
    )


def _where(parsed: ParsedAddress) -> str:
    part = parsed.lane or parsed.road or parsed.community or parsed.compound
    return "" if part is None else part.text


def _compound(parsed: ParsedAddress) -> str:
    key = match_key(parsed.compound.name) if parsed.compound is not None else ""
    return key if len(key) >= _SHORTEST_COMPOUND else ""


def _differ(one: Part | None, other: Part | None) -> bool:
    return one is not None and other is not None and number_key(one.name) != number_key(other.name)


def _text(part: Part | None) -> str:
    return "" if part is None else part.text
