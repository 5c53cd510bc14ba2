"""Inside a compound: building (栋, 幢, 座, 号楼), entrance (单元), floor and room."""

import re
from typing import Final

Span = tuple[int, int]

_N: Final = "〇零一二三四五六七八九十百"
_UNIT: Final = re.compile(
    rf"""(?P<building>(?:[A-Za-z]{{1,2}}-?\d{{0,3}}|\d{{1,4}}[A-Za-z]?(?:[-—]\d+)?|[{_N}]{{1,3}}|[东南西北中主副裙附甲乙丙丁]{{1,2}})
            (?:号楼|\#楼|号?[栋幢撞](?!楼)楼?|座(?!谈)|塔楼?|塔座)|[A-Za-z东南西北主副裙附]楼(?!梯)|(?<![A-Za-z])T\d{{1,2}}(?![\d层楼]))
     |(?P<floor>(?:第|地下|负|[Bb](?=\d)|-)?(?:\d{{1,3}}[A-Za-z]?|[{_N}]{{1,3}})(?:[-~、,，及至和]?(?:\d{{1,3}}|[{_N}]{{1,3}}))*(?:层|楼(?![栋幢]))
            |底楼|底层|地下室|架空层|顶[层楼]|(?<![A-Za-z\d])[Bb]?\d{{1,2}}(?:/[Ff]|[Ff])(?![A-Za-z\d]))
     |(?P<entrance>(?:\d{{1,2}}|[{_N}]{{1,3}}|[A-Za-z东西甲乙])单元)
     |(?P<room>(?:[A-Za-z]-?)?\d{{1,5}}[A-Za-z]?(?:[-—、,，/~&和及至]+[A-Za-z]?\d{{1,5}}[A-Za-z]?)*(?:室|号房|房间?(?!地)|号?铺|号?商铺|号?店面|单元|号?档口?|号摊位))""",
    re.VERBOSE,
)
_DASHED: Final = re.compile(r"(\d{1,3}|[A-Za-z])(?:[-—_](\d{1,3}))?[-—_](\d{3,5})(?!\d)")
_BARE_ROOM: Final = re.compile(r"(?<![\d\-—A-Za-z.])[A-Za-z]?\d{3,5}[A-Za-z]?号?(?=[\s)）,，]*$)")


def read_units(text: str, at: int) -> dict[str, Span]:
    """Return the spans of building, entrance, floor and room behind the number; the first of each kind counts."""
    found: dict[str, Span] = {}
    for match in _UNIT.finditer(text, at):
        kind = match.lastgroup or ""
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
