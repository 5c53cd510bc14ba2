"""How alike two names are: their distinctive parts first, then places, legal forms and branches."""

from dataclasses import replace
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.matching.branches import compare_branches, read_branch
from crmdesk.models.matching.core_likeness import compare_cores
from crmdesk.models.matching.name_places import COUNTRY, Place, PlaceRelation, relation
from crmdesk.models.matching.parts import NameParts, reading
from crmdesk.models.matching.reasons import Reason
from crmdesk.models.matching.word_lists import Form

EQUAL: Final = 6.0
_PLACE_MISSING: Final = -0.7
_PLACE_WITHIN: Final = -2.4
_PLACE_OTHER: Final = -5.0
_BARE_WITHOUT_PLACE: Final = -4.0
_GROUP: Final = -0.8
_GROUP_OF_BRANCH: Final = -3.4
_GROUP_OR_SHARES: Final = -4.0
_FORM: Final = -0.4
_PLAIN_FORM: Final = -0.8
_LAW: Final = -4.0
SAME_NAME: Final = QT_TRANSLATE_NOOP("matching", "The names are the same.")
_ONE_PLACE: Final = QT_TRANSLATE_NOOP("matching", "Only one name has a place: {place}.")
_PLACE_IN_PLACE: Final = QT_TRANSLATE_NOOP("matching", "One place lies in the other: {left}, {right}.")
_OTHER_PLACES: Final = QT_TRANSLATE_NOOP("matching", "The names are of different places: {left}, {right}.")
_ONE_GROUP: Final = QT_TRANSLATE_NOOP("matching", "Only one name says “group”.")
_GROUP_AND_SHARES: Final = QT_TRANSLATE_NOOP(
    "matching", "One is a group, the other a company limited by shares: mostly parent and subsidiary."
)
_OTHER_FORM: Final = QT_TRANSLATE_NOOP("matching", "The legal forms differ.")
_OTHER_LAW: Final = QT_TRANSLATE_NOOP("matching", "The legal forms are of different kinds or countries.")
_MIN_BRAND: Final = 2
_STILL_ALIKE: Final = 0.5
"""Of cores that weigh less, the rest of the name says nothing."""


def compare_names(left: NameParts, right: NameParts) -> tuple[float, list[Reason]]:
    """Return the weight of two names being one company's (or branch's), and why. Nothing is said of a missing name."""
    if not left.key or not right.key:
        return 0.0, []
    if left.key == right.key:
        return EQUAL, [Reason(SAME_NAME, {}, EQUAL)]
    left, right = _aligned(left, right), _aligned(right, left)
    first = compare_cores(left, right)
    reasons = [first]
    if first.weight >= _STILL_ALIKE:
        reasons += _compare_places(left, right)
        reasons += _compare_forms(left, right)
        reasons += compare_branches(left.branch, right.branch)
    return sum([reason.weight for reason in reasons]), reasons


def _aligned(name: NameParts, other: NameParts) -> NameParts:
    """Read a store's name by its company's: 家乐福马连道店 beside 北京家乐福商业有限公司马连道店."""
    brand = other.brand
    is_store = other.branch is not None and name.branch is None and name.form is Form.NONE
    if not is_store or len(brand) < _MIN_BRAND or len(name.core) <= len(brand) or not name.core.startswith(brand):
        return name
    branch = read_branch(name.core[len(brand) :].removeprefix(other.trade))
    if branch is None or not branch.kind:
        return name
    return replace(name, core=brand, brand=brand, trade="", plain=brand, reading=reading(brand), numbers=(), branch=branch)


def _compare_places(left: NameParts, right: NameParts) -> list[Reason]:
    found = relation(left.places, right.places)
    if found in {PlaceRelation.SAME, PlaceRelation.NONE}:
        return []
    is_bare = left.is_bare or right.is_bare
    if found is PlaceRelation.MISSING:
        places = left.places or right.places
        only_country = all(place.short == COUNTRY for place in places)
        weight = _BARE_WITHOUT_PLACE if is_bare and not only_country else _PLACE_MISSING
        return [Reason(_ONE_PLACE, {"place": _written(places)}, weight, "place")]
    shown = {"left": _written(left.places), "right": _written(right.places)}
    if found is PlaceRelation.WITHIN:
        return [Reason(_PLACE_IN_PLACE, shown, _BARE_WITHOUT_PLACE if is_bare else _PLACE_WITHIN, "place")]
    return [Reason(_OTHER_PLACES, shown, _PLACE_OTHER, "place")]


def _written(places: tuple[Place, ...]) -> str:
    return " ".join([place.short + place.kind for place in places])


def _compare_forms(left: NameParts, right: NameParts) -> list[Reason]:
    reasons = []
    forms = {left.form, right.form}
    if left.is_group != right.is_group:
        group, other = (left, right) if left.is_group else (right, left)
        if group.form is Form.LIMITED and other.form is Form.SHARES:
            return [Reason(_GROUP_AND_SHARES, {}, _GROUP_OR_SHARES, "form")]
        # a branch repeats its legal entity's name to the letter
        weight = _GROUP if left.branch is None or right.branch is None else _GROUP_OF_BRANCH
        reasons.append(Reason(_ONE_GROUP, {}, weight, "form"))
    if left.law and right.law and (left.law != right.law or (left.law != "en" and left.form is not right.form)):
        reasons.append(Reason(_OTHER_LAW, {}, _LAW, "form"))
    elif len(forms) > 1 and Form.NONE not in forms:
        if Form.PLAIN in forms:
            reasons.append(Reason(_OTHER_FORM, {}, _PLAIN_FORM, "form"))
        elif forms != {Form.LIMITED, Form.SHARES}:
            reasons.append(Reason(_OTHER_FORM, {}, _LAW, "form"))
        else:
            reasons.append(Reason(_OTHER_FORM, {}, _FORM, "form"))
    return reasons
