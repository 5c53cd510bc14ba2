"""What stands around road and number: corner, position, compound and the units in it."""

import re
from typing import Final

from crmdesk.models.addresses.units import read_units

Span = tuple[int, int]

_WORD: Final = r"[^\d\s,，。;；()（）\[\]【】\-—–_/、:：#&|'\"?]"
_CROSS: Final = re.compile(
    rf"\s*(?:与|和|跟|及|、|近|靠近|邻近|以[东西南北])((?:{_WORD}){{1,10}}?(?:大道|大街|公路|路|街|巷|道))(?:[的之]?(?:交叉路?口|交汇口?处?|交会处|交界处?|交接处|交口|相交处?|路口|口|十字))?"
)
_POSITION: Final = re.compile(
    r"[\s(（]*((?:路口|交叉口|[东西南北]{1,2}(?:[侧面边角端首头部]|方向)|旁边?|对面|斜对面|附近|隔壁|门口|口(?!腔|岸|味)|沿线|[东西南北](?=\s*$|[,，)）]))+)(?=[\d\s,，)）]|$|\w)"
)
_IN_LANE: Final = re.compile(r"[\s,，、\-—]*(\d+(?:[\-~、]\d+)*(?:号(?!楼|室|房)|(?!\d|号|室|楼|层|单元|栋|幢|座)))")
_DOOR: Final = re.compile(r"[\-—–](\d+号?)(?![\-—–\d楼])")
_HOUSE: Final = re.compile(r"(?<![\dA-Za-z\-—])\d{1,5}(?:[\-—、]\d+)?号(?!楼|房|铺|商|店|摊|档|门)")
"""Where there is no road number the number in a compound is that of a building, not of a room."""
_EDGES: Final = " \t\r\n,，、.。;；:：-—–_/·|()（）[]【】\"'“”*"
_LONGEST_NAME: Final = 40


def read_compound(text: str, begin: int, found: dict[str, Span]) -> dict[str, Span]:
    """Return corner, position, compound and units; `found` is what the street line gave, `begin` where it begins."""
    beside: dict[str, Span] = {}
    first = min((span[0] for span in found.values()), default=begin)
    at = max((span[1] for span in found.values()), default=begin)
    has_number = "number" in found or "lane_number" in found
    if "road" in found and not has_number:
        if (cross := _CROSS.match(text, at)) is not None:
            beside["cross_road"] = cross.span(1)
            at = cross.end()
        if (position := _POSITION.match(text, at)) is not None:
            beside["position"] = position.span(1)
            at = position.end()
    before = _before(text, begin, first, found)
    if before is not None:
        beside["compound"] = before
    inner = _IN_LANE.match(text, at) if text[at - 1 : at] == "弄" else _DOOR.match(text, at) if has_number else None
    if inner is not None:
        beside["building"] = inner.span(1)
        at = inner.end()
    units = read_units(text, at)
    if not has_number and "building" not in units and "号" in text:
        _count_as_building(text, at, units)
    end = min((span[0] for span in units.values()), default=len(text))
    name = _trimmed(text, at, end)
    if name is not None and 1 < name[1] - name[0] <= _LONGEST_NAME:
        beside["compound"] = name
    return {**units, **beside}


def _count_as_building(text: str, at: int, units: dict[str, Span]) -> None:
    """Take a number before the floor as that of a building; it is not a room's then."""
    floor = units.get("floor", (len(text), 0))[0]
    house = _HOUSE.search(text, at, floor)
    if house is not None:
        units["building"] = house.span()
        room = units.get("room", (0, 0))
        if room[0] <= house.start() < room[1]:
            del units["room"]


def _before(text: str, begin: int, first: int, found: dict[str, Span]) -> Span | None:
    """Return what stands before the road, or between village and road."""
    if "community" in found and "road" in found:
        return _trimmed(text, found["community"][1], found["road"][0])
    return _trimmed(text, begin, first) if first > begin else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without spaces and punctuation at its edges; None when empty."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if end > start else None
