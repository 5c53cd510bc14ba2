"""The street line of a Chinese address: village, road, number, and the lane off the road whose number it may be."""

import re
from typing import Final

from crmdesk.models.addresses import divisions

Span = tuple[int, int]

_WORD: Final = r"[^\d\s,，。;；()（）\[\]【】\-—–_/、:：#&|'\"?]"
_NUMERALS: Final = "〇零一二三四五六七八九十百千"
_ROAD: Final = re.compile(
    rf"((?=[国省县]道[A-Z]?\d)|(?:{_WORD}){{1,14}}?(?:\d{{1,3}}(?=[路街]))?|[A-Z]?\d{{1,4}}(?:号(?=大街|路))?(?=国道|省道|县道|大街|街|路|号路))"
    r"((?<=皇后)大道[东西](?=\d)|大道中(?=\d)|大道(?![东西南北中]路)|大街|大马路|公路(?!管理|局|段)|国道|省道|县道|高速|胡同|路(?!桥|小区|新村|社区|村|街道|大酒店)"
    r"|(?<!步行)(?<!商业)街(?!道|坊|区|心|口|弄|大道|[东西南北中]?路)|巷(?!口|[东西南北中]?路)|(?<!大)道[东西中](?=\d)|道(?=\d)|弄(?=\d)|线(?=[东西南北]?\d+号)|里(?=\d+号))"
)
_BREAK: Final = re.compile(
    r".*(?:开发区|工业[园城]?|科技园|产业园|市场|大厦|广场|小区|新村|社区|花园|家园|佳苑|公寓|村|苑|公司|大学|学校|对面|旁边|旁|门口|路口|街道|[镇乡]|区|鞋都"
    r"|..[城院站]|[A-Z]座|\d楼|号门)(?=..)"
)
_POOR_STEM: Final = re.compile(r"[东西南北中前后上下一二三四五六七八九十内外环]{0,2}$|街")
_NO_ROAD_END: Final = "场园院站城村"
_TAIL: Final = "东西南北中内外环一二三四五六七八九十前后"
_BETWEEN_NUMBER: Final = re.compile(
    r"(?:[(（][^()（）\d]{1,15}[)）])?[\s_\-—,，:：]*(?:[东西南北]{1,2}[侧面边段首]?(?=\d|[一二三四五六七八九十百〇零]{1,4}号))?"
)
_NUMBER: Final = re.compile(
    rf"(?:[甲乙丙丁戊特附临新老旧原]|[A-Z](?=\d))?(?:(\d+)(?:(?:--|[\-–—~、之,，/])(\d+))?((?:[\-–—]\d+)*)|[{_NUMERALS}]+(?=号|弄))(号(?!楼|门)|弄)?"
)
_NOT_NUMBER: Final = re.compile(
    r"[栋幢座楼层室撞#巷]|支[弄路巷]|单元|号楼|公里|米|F|期|[A-Za-z\d]|路|街|组|区|年|届|世纪|商务|连锁|\+|号门|户|店|社区"
)
_GROUP: Final = re.compile(r"\s*(?:\d+|[一二三四五六七八九十]+)组|(?:(?![路街号镇乡村])[一-龥]){1,6}?组(?!织|团)")
_VILLAGE: Final = re.compile(
    rf"((?:(?![街号镇乡]|路(?!村))(?:{_WORD})){{1,7}}?)(社区居委会|社区|居委会|村委会|行政村|自然村|村(?!路|庄|镇|[东西南北中前后新]?大?[路街]))"
)
_FAR_NUMBER: Final = re.compile(rf"((?:{_WORD}){{0,8}}?)(\d+号)(?!楼|门|厂|库)")
_ESTATE: Final = re.compile(r"[栋幢楼层]|[园苑里城坊府厦邸座庭寓站]$|区$|[一二三四五六七八九十\dA-Za-z]区$|新村$")


_SECTION: Final = re.compile(r"\s*((?:[一二三四五六七八九十]{1,2}|\d{1,2}|[东西南北中上下前后])段)")
_HIGHWAY: Final = re.compile(r"[A-Z]?\d{2,3}(?:复?线)?")
_MILE: Final = re.compile(r"\s*(?:[Kk]?\d+(?:\.\d+)?(?:公里|千米|[Kk][Mm]|(?=\+\d))(?:[+加]?\d+米?)?)(?:处)?")


def read_street(text: str, at: int) -> dict[str, Span]:
    """Return the spans of village, road, number and lane behind the divisions."""
    found: dict[str, Span] = {}
    village = _VILLAGE.match(text, at)
    if village:
        found["community"] = village.span()
        at = village.end()
        if group := _GROUP.match(text, at):
            found["road"] = group.span()
            at = group.end()
    road = None if "road" in found else _find_road(text, at)
    if road is not None:
        found["road"] = (_road_start(road, found), road.end())
        _read_behind_road(text, road, found)
    elif found:
        number = _read_number(text, _BETWEEN_NUMBER.match(text, at).end(), is_behind_road=False)  # type: ignore[union-attr]
        if number is not None:
            found["number"] = number
    if "number" not in found and "road" not in found:
        far = (village and _VILLAGE_NUMBER.match(text, at)) or _FAR_NUMBER.match(text, at)
        if far is not None and (far.re is _VILLAGE_NUMBER or not _ESTATE.search(far[1])):
            found["number"] = far.span(2)
    return found


_VILLAGE_NUMBER: Final = re.compile(
    r"((?:(?![栋幢楼层园苑])[一-龥]){0,5}?(?:(?:\d{1,2}|[一二三四五六七八九十东西南北])区)?)(\d{1,4}号(?!楼|门|厂|库)|\d{1,4}(?=$|[\s,]|(?!单元|公里)[一-龥]{3})(?![\d栋幢号楼层室弄组米区期座]))"
)


def _find_road(text: str, at: int) -> re.Match[str] | None:
    """Return the first road, outside brackets where there is one."""
    bracket = text.find("(", at)
    road = (_ROAD.search(text, at, bracket) if bracket > at else None) or _ROAD.search(text, at)
    return (
        None
        if road is not None and road[2] == "街" and road[1][-1].isdigit() and _IN_MARKET.search(text, at, road.end())
        else road
    )


_IN_MARKET: Final = re.compile(r"商贸城|市场|商城|号门|楼|[区期]")


def _read_behind_road(text: str, road: re.Match[str], found: dict[str, Span]) -> None:
    """Read what follows a road: its section, its number, or a lane with a number."""
    at = road.end()
    if road[2] in {"国道", "省道", "县道"}:
        highway = _HIGHWAY.match(text, at) if not any(char.isdigit() for char in road[1]) else None
        if highway is not None and not text.startswith("号", highway.end()):
            found["road"] = (found["road"][0], highway.end())
            at = highway.end()
        if (mile := _MILE.match(text, at)) is not None:
            found["number"] = mile.span()
            return
    if (section := _SECTION.match(text, at)) is not None:
        found["section"] = section.span(1)
        at = section.end()
    begin = _BETWEEN_NUMBER.match(text, at).end()  # type: ignore[union-attr]
    number = _read_number(text, begin, is_behind_road=True)
    if number is not None:
        found["number"] = number
        return
    lane = _LANE.match(text, at)
    if lane is not None:
        inner = _read_number(text, lane.end(), is_behind_road=True)
        if inner is not None:
            found["lane"], found["lane_number"] = lane.span(1), inner


_LANE: Final = re.compile(
    rf"[\s,，、(（]*((?![近与和靠及])(?:\d{{1,3}}(?=巷|支|胡同)|(?:{_WORD}){{1,6}}?)(?:大道|大街|路(?!桥|口)|街(?!道|口)|巷(?!口)|支路|支巷|支弄|胡同|里(?=\d)|条(?=\d)))[\s)）]*"
)


def _road_start(road: re.Match[str], found: dict[str, Span]) -> int:
    """Return where a road's own name begins in a match that may have taken a town or compound before it.

    A bare town (下沙围垦街) is noted in `found`.
    """
    stem = road[1]
    cut = _BREAK.match(stem)
    if cut is not None and not _POOR_STEM.match(stem, cut.end()):
        return road.start() + cut.end()
    core = stem.rstrip(_TAIL)
    if len(core) >= _TWO_NAMES or len(stem) >= _TWO_NAMES:
        for length in (4, 3, 2):
            if len(core) - length >= 2 and core[-1] not in _NO_ROAD_END and stem[:length] in divisions.bare_towns():
                found["town"] = (road.start(), road.start() + length)
                return road.start() + length
    if len(core) > _TWO_NAMES:
        return road.start() + len(core) - 2
    return road.start()


_TWO_NAMES: Final = 4
"""Characters of a road's name from which on it may be two names, without points of the compass and numerals at its end."""


def _read_number(text: str, at: int, *, is_behind_road: bool) -> Span | None:
    match = _NUMBER.match(text, at)
    if match is None or (not match[4] and (not is_behind_road or _NOT_NUMBER.match(text, match.end()))):
        return None
    first, second, more = match[1], match[2], match[3]
    if first and second and (more or int(second[:9]) <= int(first[:9])):
        return (match.start(), match.end(1))  # 984-6号: house 984, its door 6; 136-138号 is a range
    return match.span()
