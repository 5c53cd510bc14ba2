"""Places in a company's name, and whether two names can mean the same place."""

import functools
from enum import Enum, unique
from typing import Final, NamedTuple

from crmdesk.models.matching.word_lists import LATIN_PLACES
from crmdesk.models.name_words import DIVISION_KINDS, divisions

_ROADS: Final = ("路", "街", "大街", "道", "大道", "巷", "里", "花园", "大厦", "广场")
_COUNTY_LENGTHS: Final = (4, 3, 2)
_SIDES: Final = "东西南北中"
_CITY: Final = 4
COUNTRY: Final = "中国"


class Place(NamedTuple):
    """A place as a name writes it.

    Attributes:
        short: the name without its kind (上海市 → 上海).
        kind: the kind when it is written (省, 市, 区, 县 …), else empty.
        codes: the divisions it may be; empty when unknown.
    """

    short: str
    kind: str
    codes: tuple[str, ...]


@unique
class PlaceRelation(Enum):
    """What the places of two names say."""

    SAME = "same"
    NONE = "none"  # neither name has one
    MISSING = "missing"  # only one has
    WITHIN = "within"  # one place lies in the other
    OTHER = "other"


@functools.lru_cache(maxsize=8192)
def _place(word: str) -> Place:
    known = divisions()
    short = known.lexicon.words.get(word, word)
    kind = word[-1] if word != short and word[-1] in DIVISION_KINDS else ""
    return Place(short, kind, known.codes.get(word) or known.bare.get(short, ()))


def place_at(text: str, index: int) -> tuple[Place, int] | None:
    """Return the place that begins at `index` of a folded text and where it ends; no place is the name of a road."""
    if text[index : index + 2] == COUNTRY:
        return Place(COUNTRY, "", ()), index + len(COUNTRY)
    word = divisions().lexicon.at(text, index)
    if not word:
        return None
    end = index + len(word)
    if _is_road(text, end):
        return None
    place = _place(word)
    # a county that the table no longer has: 株洲县
    if not place.kind and text[end : end + 1] in ("省", "市", "县", "区", "旗") and len(text) > end + 1:
        return Place(place.short, text[end], divisions().codes.get(text[index : end + 1], ())), end + 1
    return place, end


def county_at(text: str, index: int, city: Place) -> tuple[Place, int] | None:
    """Return the county or district of `city` whose name begins at `index` without its kind: 涪陵 in 重庆涪陵渝涪支行."""
    for length in _COUNTY_LENGTHS:
        short = text[index : index + length]
        codes = divisions().counties.get(short, ()) if len(short) == length else ()
        inside = tuple(code for code in codes if any(code.startswith(wide) and code != wide for wide in city.codes))
        if inside and not _is_road(text, index + length):
            return Place(short, "", inside), index + length
    return None


def _is_road(text: str, end: int) -> bool:
    if text[end : end + 1] in _SIDES and text.startswith(_ROADS, end + 1):
        return True
    return text.startswith(_ROADS, end)


@functools.cache
def _latin_places() -> dict[str, Place]:
    """Return how provinces and cities are written in pinyin; of cities that sound alike the first, by code."""
    from crmdesk.models.pinyin import readings

    found = {latin: Place(short, "", divisions().bare.get(short, ())) for latin, short in LATIN_PLACES.items()}
    for short, codes in divisions().bare.items():
        if any(len(code) <= _CITY for code in codes):
            found.setdefault("".join(readings(short)), Place(short, "", codes))
    return found


def latin_place(word: str) -> Place | None:
    """Return the place a Latin word (folded, without spaces) names, None when it names none."""
    return _latin_places().get(word)


@functools.lru_cache(maxsize=65_536)
def _relation(left: Place, right: Place) -> PlaceRelation:
    if left.short == right.short:
        if left.kind == right.kind or _same_kind(left, right):
            return PlaceRelation.SAME
        return PlaceRelation.OTHER
    if COUNTRY in (left.short, right.short):
        return PlaceRelation.WITHIN
    for one in left.codes:
        for other in right.codes:
            if one.startswith(other) or other.startswith(one):
                return PlaceRelation.WITHIN
    return PlaceRelation.OTHER


def _same_kind(left: Place, right: Place) -> bool:
    """Say whether one short name with two kinds (or one not written) is one place: 上饶市 is not 上饶县, 长葛县 became 长葛市."""
    kinds = {left.kind, right.kind}
    is_big = any(len(code) <= _CITY for code in divisions().bare.get(left.short, ()))
    if not all(kinds):
        # the bare name means the province or city of that name, where there is one
        return not is_big or not kinds & set("县区旗")
    return not is_big and kinds <= set("市县区旗")


@functools.lru_cache(maxsize=65_536)
def relation(left: tuple[Place, ...], right: tuple[Place, ...]) -> PlaceRelation:
    """Say what the places of two names say together: the most particular places are compared, 山东淄博 is no 山东济宁."""
    left, right = particular(left), particular(right)
    if not left or not right:
        return PlaceRelation.NONE if left == right else PlaceRelation.MISSING
    if left == right:
        return PlaceRelation.SAME
    if len(left) == 1 == len(right):
        return _relation(left[0], right[0])
    found = {_relation(one, other) for one in left for other in right}
    if _are_strangers(left, right) or (len(found) == 1 and PlaceRelation.OTHER in found):
        return PlaceRelation.OTHER
    return PlaceRelation.SAME if PlaceRelation.SAME in found else PlaceRelation.WITHIN


def particular(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places in which none of the others lies."""
    if len(places) < 2:
        return places
    return _particular(places)


@functools.lru_cache(maxsize=8192)
def _particular(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(
        place
        for index, place in enumerate(places)
        if not any(
            other != place and _relation(place, other) is PlaceRelation.WITHIN and _is_wider(place, other) for other in places
        )
        and place not in places[:index]
    )


def _is_wider(place: Place, other: Place) -> bool:
    if place.short == COUNTRY:
        return True
    return any(code.startswith(wide) and code != wide for wide in place.codes for code in other.codes)


def _are_strangers(left: tuple[Place, ...], right: tuple[Place, ...]) -> bool:
    """Say whether each names a place that fits none of the other's: 上海 · 浦东 and 上海 · 黄浦."""

    def has_stranger(mine: tuple[Place, ...], others: tuple[Place, ...]) -> bool:
        return any(all(_relation(one, other) is PlaceRelation.OTHER for other in others) for one in mine)

    return has_stranger(left, right) and has_stranger(right, left)
