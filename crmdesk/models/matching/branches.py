"""Branches and stores: what their names add to their company's, and whether two are the same branch."""

import re
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.matching.name_places import Place, PlaceRelation, county_at, place_at, relation
from crmdesk.models.matching.parts import Branch
from crmdesk.models.matching.reasons import Reason
from crmdesk.models.matching.word_lists import BANKING, BRANCH_KINDS, FUNCTIONS, HEAD_OFFICE, NUMERALS
from crmdesk.models.name_words import is_only_trade

_MARK: Final = re.compile(r"(?<!分)(?<!支)(?<!子)公司|合作联社|合作社|(?<!分)联社")
_CLOSING_BRACKET: Final = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]\s*")
_NOT_TEXT: Final = re.compile(r"[\W_]+")
_INNER: Final = re.compile("中心支公司|支公司|分公司|分行|支行|省行|市行")
_ENDINGS: Final = tuple(ending for ending, _kind in BRANCH_KINDS)

_OTHER: Final = -6.0
_MISSING: Final = -5.0
_LOOSE: Final = -0.8

_ONE_BRANCH: Final = QT_TRANSLATE_NOOP("matching", "Only one is a branch: “{branch}”.")
_OTHER_BRANCH: Final = QT_TRANSLATE_NOOP("matching", "They are different branches: “{left}”, “{right}”.")
LOOSE_BRANCH: Final = QT_TRANSLATE_NOOP(
    "matching", "The branches differ only in a place that one leaves out: “{left}”, “{right}”."
)


def split_branch(text: str) -> tuple[str, str]:
    """Part a branch's name after its company's: at the last legal form, or after 银行, 证券 … where none is written."""
    end = 0
    for match in _MARK.finditer(text):
        end = match.end()
    if end:
        # a bracket after the form belongs to the company: 有限公司(香港)
        return (text, "") if _CLOSING_BRACKET.fullmatch(text, end) else (text[:end], text[end:])
    bank = BANKING.search(text) if text.endswith(_ENDINGS) else None
    return (text, "") if bank is None else (text[: bank.end()], text[bank.end() :])


def read_branch(tail: str) -> Branch | None:
    """Read what stands behind the company's name; None when that says nothing."""
    tail = _NOT_TEXT.sub("", tail)
    if not tail:
        return None
    kind = ""
    if tail.endswith(_ENDINGS):
        ending, kind = next(found for found in BRANCH_KINDS if tail.endswith(found[0]))
        tail = tail[: -len(ending)]
    for word in HEAD_OFFICE:
        tail = tail.removesuffix(word)
    tail = _INNER.sub("", tail)
    if not tail and not kind:
        return None
    places: list[Place] = []
    text: list[str] = []
    rest: list[str] = []
    index = 0
    while index < len(tail):
        hit = place_at(tail, index)
        if hit is None and places and not rest:
            hit = county_at(tail, index, places[-1])
        if hit is not None:
            place, index = hit
            places.append(place)
            text.append(place.short)
        else:
            text.append(tail[index])
            rest.append(tail[index])
            index += 1
    numbered = "".join(rest).translate(NUMERALS)
    is_local = not is_only_trade(FUNCTIONS.sub("", numbered))
    return Branch("".join(text).translate(NUMERALS), numbered, kind, is_local, tuple(places))


def compare_branches(left: Branch | None, right: Branch | None) -> list[Reason]:
    """Return what the branch parts of two names of one company say; nothing when they are the same branch."""
    if left is None or right is None:
        branch = left or right
        return [] if branch is None else [Reason(_ONE_BRANCH, {"branch": branch.text + branch.kind}, _MISSING, "branch")]
    places = relation(left.places, right.places)
    is_other_kind = left.kind != right.kind and bool(left.kind) and bool(right.kind)
    if not is_other_kind and places is not PlaceRelation.OTHER and left.text == right.text:
        return []
    shown = {"left": left.text + left.kind, "right": right.text + right.kind}
    if is_other_kind or places is PlaceRelation.OTHER or not _is_loosely_same(left, right, places):
        return [Reason(_OTHER_BRANCH, shown, _OTHER, "branch")]
    return [Reason(LOOSE_BRANCH, shown, _LOOSE, "branch")]


def _is_loosely_same(left: Branch, right: Branch, places: PlaceRelation) -> bool:
    """Say whether only a place is left out by one: 农业路支行 and 郑州农业路支行, but not 供电分公司 and 长沙供电分公司."""
    if left.rest and left.rest == right.rest and left.is_local and (places is not PlaceRelation.WITHIN or _repeats(left, right)):
        return True
    short, long = (left, right) if len(left.text) < len(right.text) else (right, left)
    if not short.rest or not short.is_local or not long.text.endswith(short.text):
        return False
    added = long.text[: -len(short.text)]
    return any(added.endswith(place.short) for place in long.places) and "".join(p.short for p in long.places).startswith(added)


def _repeats(left: Branch, right: Branch) -> bool:
    """Say whether one branch names every place of the other and a smaller one besides: 上海, 上海黄浦区."""
    one, other = ({place.short for place in branch.places} for branch in (left, right))
    return one <= other or other <= one
