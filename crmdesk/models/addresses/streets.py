"""The street line of a Chinese address: village, road and number, zone and compound."""

import re
from typing import Final

from crmdesk.models.addresses import divisions
from crmdesk.models.addresses.units import read_units

Span = tuple[int, int]

_WORD: Final = r"[^\d\s,，。;；()（）\[\]【】\-—–_/、:：#&|'\"?]"
_NUMERALS: Final = "〇零一二三四五六七八九十百千"
_ROAD: Final = re.compile(
    rf"((?:{_WORD}){{1,14}}?(?:\d{{1,3}}(?=[路街]))?|[A-Z]?\d{{1,4}}(?:号(?=大街|路))?(?=国道|省道|县道|大街|街|路|号路))"
    r"(大道|大街|大马路|公路|国道|省道|县道|高速|胡同|路(?!桥|小区|新村|社区|村|街道)|(?<!步行)(?<!商业)街(?!道|坊|区|心|口)|巷(?!口)|道(?=\d)|弄(?=\d)|线(?=\d+号)|里(?=\d+号))"
)
_BREAK: Final = re.compile(
    r".*(?:开发区|工业园?|科技园|产业园|市场|商城|大厦|广场|小区|新村|社区|花园|家园|佳苑|公寓|村|苑|公司|大学|学院|学校|对面|旁边|旁|门口|路口|街道|[镇乡]|区|鞋都)(?=..)"
)
_POOR_STEM: Final = re.compile(r"[东西南北中前后上下一二三四五六七八九十内外环]{0,2}$|街")
_TAIL: Final = "东西南北中内外环一二三四五六七八九十前后"
_BETWEEN_NUMBER: Final = re.compile(r"[\s_\-—,，:：]*(?:[东西南北]{1,2}[侧面边段首]?(?=\d))?")
_NUMBER: Final = re.compile(
    rf"(?:[甲乙丙丁戊特附临新老旧原]|[A-Z](?=\d))?(?:(\d+)(?:(?:--|[\-–—~、之,，/])(\d+))?((?:[\-–—]\d+)*)|[{_NUMERALS}]+(?=号|弄))(号(?!楼|门)|弄)?"
)
_NOT_NUMBER: Final = re.compile(
    r"[栋幢座楼层室撞#]|单元|号楼|公里|米|F|期|[A-Za-z\d]|路|街|组|区|年|届|世纪|商务|连锁|\+|号门|户|店|社区"
)
_GROUP: Final = re.compile(r"\s*(?:\d+|[一二三四五六七八九十]+)组|(?:(?![路街号镇乡村])[一-龥]){1,6}?组(?!织|团)")
_VILLAGE: Final = re.compile(
    rf"((?:(?![街号镇乡]|路(?!村))(?:{_WORD})){{1,7}}?)(社区居委会|社区|居委会|村委会|行政村|自然村|村(?!路|庄|镇|[东西南北中前后新]?大?[路街]))"
)
_FAR_NUMBER: Final = re.compile(rf"((?:{_WORD}){{0,8}}?)(\d+号)(?!楼|门|厂|库)")
_ESTATE: Final = re.compile(r"[园苑里城坊府厦邸座庭楼寓]$|[一二三四五六七八九十\dA-Za-z]区$|新村$")


def read_street(text: str, at: int) -> dict[str, Span]:
    """Return the spans of the parts behind the divisions."""
    found: dict[str, Span] = {}
    begin = at
    village = _VILLAGE.match(text, at)
    if village:
        found["community"] = village.span()
        at = village.end()
        if group := _GROUP.match(text, at):
            found["road"] = group.span()
            at = group.end()
    road = None if "road" in found else _ROAD.search(text, at)
    if road is not None:
        found["road"] = (_road_start(road), road.end())
        at = road.end()
    if found:
        number = _read_number(text, _BETWEEN_NUMBER.match(text, at).end(), is_behind_road=bool(road))  # type: ignore[union-attr]
        if number is not None:
            found["number"] = number
    if "number" not in found and "road" not in found:
        far = _FAR_NUMBER.match(text, at)
        if far is not None and (village is not None or not _ESTATE.search(far[1])) and (far[1] or village):
            found["number"] = far.span(2)
    found.update(_beside(text, begin, at if "number" not in found else found["number"][1], found))
    return found


def _road_start(road: re.Match[str]) -> int:
    """Return where a road's own name begins in a match that may have taken a town or compound before it."""
    stem = road[1]
    cut = _BREAK.match(stem)
    if cut is not None and not _POOR_STEM.match(stem, cut.end()):
        return road.start() + cut.end()
    core = stem.rstrip(_TAIL)
    if len(core) >= 4 or len(stem) >= 4:
        for length in (4, 3, 2):
            if len(core) - length >= 2 and stem[:length] in divisions.bare_towns():
                return road.start() + length
    return road.start()


def _read_number(text: str, at: int, *, is_behind_road: bool) -> Span | None:
    match = _NUMBER.match(text, at)
    if match is None or (not match[4] and (not is_behind_road or _NOT_NUMBER.match(text, match.end()))):
        return None
    first, second, more = match[1], match[2], match[3]
    if first and second and (more or int(second[:9]) <= int(first[:9])):
        return (match.start(), match.end(1))  # 984-6号: house 984, its door 6; 136-138号 is a range
    return match.span()


_ZONE: Final = re.compile(
    r"(?:开发区|工业园区?|工业区|产业园区?|高新区|高新技术产业区|保税区|保税港区|自贸区|自由贸易试验区|示范区|新区|经济区|园区)"
)
_CROSS: Final = re.compile(
    rf"\s*(?:与|和|跟|及|、|近|靠近|邻近)((?:{_WORD}){{1,10}}?(?:大道|大街|公路|路|街|巷|道))(?:[的之]?(?:交叉路?口|交汇处?|交会处|交界处?|交口|路口|口|十字|[东西南北]{{1,2}}[侧角]))?"
)
_IN_LANE: Final = re.compile(r"[\s,，、\-—]*(\d+(?:[\-~、]\d+)*(?:号(?!楼|室|房)|(?!\d|号|室|楼|层|单元|栋|幢|座)))")
_EDGES: Final = " \t\r\n,，、.。;；:：-—–_/·|()（）[]【】\"'“”"
_LONGEST_NAME: Final = 40


def _beside(text: str, begin: int, at: int, found: dict[str, Span]) -> dict[str, Span]:
    """Return what stands around village, road and number: zone, cross road, compound and the units in it."""
    beside: dict[str, Span] = {}
    first = min((span[0] for span in found.values()), default=at)
    if "number" not in found and "road" in found and (cross := _CROSS.match(text, at)) is not None:
        beside["cross_road"] = cross.span(1)
        at = cross.end()
    if "community" in found and "road" in found:
        before = _trimmed(text, found["community"][1], found["road"][0])
    else:
        before = _trimmed(text, begin, first) if first > begin else None
    if before is not None:
        zone = _ZONE.search(text, *before)
        beside["zone" if zone is not None and zone.end() == before[1] else "compound"] = before
    lane = _IN_LANE.match(text, at) if "number" in found and text[at - 1] == "弄" else None
    if lane is not None:
        beside["building"] = lane.span(1)
        at = lane.end()
    units = read_units(text, at)
    end = min((span[0] for span in units.values()), default=len(text))
    name = _trimmed(text, at, end)
    if name is not None and name[1] - name[0] <= _LONGEST_NAME and (name[1] - name[0] > 1):
        beside["compound"] = name
    return {**units, **beside}


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without spaces and punctuation at its edges, and nothing behind a bracket or comma in it; None when empty."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if end > start else None
