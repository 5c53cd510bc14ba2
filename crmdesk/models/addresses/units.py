"""Inside a compound: building (栋, 幢, 座, 号楼), entrance (单元), floor and room."""

import re
from typing import Final

Span = tuple[int, int]

_N: Final = "〇零一二三四五六七八九十百"
_ONE: Final = r"[A-Za-z]?\d{1,5}[A-Za-z]?"
_UNIT: Final = re.compile(
    rf"(?:(?P<below>第|地下|负|-(?=\d))?(?P<value>[A-Za-z]{{0,2}}-?\d{{1,5}}[A-Za-z]?(?:[-—~、,，/&和及至]{_ONE})*|[{_N}]{{1,3}}(?:[、至及][{_N}]{{1,3}})*"
    r"|[A-Za-z]{1,2}|[东南西北中主副裙附甲乙丙丁]{1,2})"
    r"(?P<kind>号楼|#楼|号?[栋幢撞]楼?|座(?!谈)|塔楼?|层|楼(?![栋幢梯])|单元|室|号房|房间?(?!地)|号?商?铺|号?店面|号?档口?|号摊位|/?[Ff](?![A-Za-z\d])))"
    r"|底[楼层]|地下室|架空层|顶[层楼]|(?<![A-Za-z])T\d{1,2}(?![\d层楼])"
)
_DASHED: Final = re.compile(r"(\d{1,3}|[A-Za-z])(?:[-—_](\d{1,3}))?[-—_](\d{3,5})(?!\d)")
_BARE_ROOM: Final = re.compile(r"(?<![\d\-—A-Za-z.])[A-Za-z]?\d{3,5}[A-Za-z]?号?(?=[\s)）,，]*$)")


def read_units(text: str, at: int) -> dict[str, Span]:
    """Return the spans of building, entrance, floor and room behind the number; the first of each kind counts."""
    found: dict[str, Span] = {}
    for match in _UNIT.finditer(text, at):
        kind = _kind(match)
        if kind == "entrance" and "floor" in found:
            kind = "room"
        found.setdefault(kind, match.span())
    if "room" not in found:
        begin = max((span[1] for span in found.values()), default=at)
        if not found and (dashed := _DASHED.search(text, at)):
            found["building"] = dashed.span(1)
            if dashed[2]:
                found["entrance"] = dashed.span(2)
            found["room"] = dashed.span(3)
        elif bare := _BARE_ROOM.search(text, begin):
            found["room"] = bare.span()
    return found


def _kind(match: re.Match[str]) -> str:
    """Return what a unit is by the word behind its number."""
    word = match["kind"]
    if word is None:
        return "building" if match[0][0] == "T" else "floor"
    value = match["value"]
    if word[0] in "座塔" or word[-1] in "栋幢撞" or word in _BUILDINGS:
        return "building"
    if word == "楼":
        return "floor" if value[-1].isdigit() or value[0].isdigit() or value[0] in _N else "building"
    if word in {"层", "F", "f", "/F", "/f"}:
        return "floor"
    is_short = len(value) <= _LONGEST_ENTRANCE and "、" not in value
    return "entrance" if word == "单元" and is_short else "room"


_BUILDINGS: Final = frozenset({"号楼", "#楼", "栋楼", "幢楼", "号栋楼", "号幢楼"})
_LONGEST_ENTRANCE: Final = 2
