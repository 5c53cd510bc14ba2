"""Whether two addresses are the same premises, as far as comparing records needs it."""

import functools
import re
from dataclasses import dataclass
from enum import Enum, unique
from typing import Final

from crmdesk.models.chinese import fold, match_key
from crmdesk.models.matching.name_places import Place, PlaceRelation, place_at, relation
from crmdesk.models.matching.word_lists import CJK, NUMERALS

_MAX_ADDRESS: Final = 300
_UNIT: Final = re.compile(
    r"(?:[0-9a-z]+|[东西南北中])?(?:楼|层|室|单元|铺|商铺|门市|号房|营业房|车位|摊位|底商|f|号商铺).*$|[0-9]+(?:-[0-9]+)*$"
)
_ROAD: Final = re.compile(
    r"([\u4e00-\u9fff]{1,8}?(?:大街|大道|路|街|道|巷|胡同|弄|里|公路|线))(?:[东西南北中]?段)?([0-9]+(?:[弄甲乙附-][0-9]*)?)号?"
)
_TOWN: Final = re.compile(r"^[\u4e00-\u9fff]{1,6}?(?:街道办事处|街道办|街道|镇|乡|办事处)")
_NEAR: Final = 0.9
_NEAR_LATIN: Final = 0.85  # of streets with one number: Burnham, Burnhan
_MIN_LINE: Final = 4
_CITY: Final = 4

_DIRECTIONS: Final = {
    "north": "n", "south": "s", "east": "e", "west": "w", "no": "n", "so": "s", "northeast": "ne", "northwest": "nw",
    "southeast": "se", "southwest": "sw",
}  # fmt: skip
_STREET_TYPES: Final = frozenset([
    "street", "st", "str", "strasse", "avenue", "ave", "av", "road", "rd", "boulevard", "blvd", "bvd", "drive", "dr", "lane", "ln",
    "place", "pl", "court", "ct", "square", "sq", "parkway", "pkwy", "pky", "terrace", "ter", "highway", "hwy", "way", "plaza", "rue", "via", "circle",
    "cir",
])  # fmt: skip
_UNITS: Final = re.compile(r"\b(?:suite|ste|floor|fl|room|rm|unit|apt|apartment|bldg|building|dept|p ?o ?box|etage|og)\b.*|#.*")
_NUMBER_FIRST: Final = re.compile(r"^([0-9]+)[a-z]?(?:-[0-9]+)?\b(.*)")
_NUMBER_LAST: Final = re.compile(r"^(\D*[^\W\d]\D*?)\s([0-9]+)\s?[a-z]?\b")
_ORDINAL: Final = re.compile(r"^([0-9]+)(?:st|nd|rd|th)$")
_NAMED_ORDINALS: Final = {
    name: str(number) for number, name in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1
    )
}  # fmt: skip


@unique
class PremisesRelation(Enum):
    """What two addresses say."""

    SAME = "same"
    NEAR = "near"  # written almost alike
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An address in the form that is compared.

    Attributes:
        line: street, number and what follows, without divisions; empty when the address is unknown.
        street, number: where the line has them.
        sides: of a western street its direction (n, sw …).
    """

    line: str
    street: str
    number: str
    sides: str
    places: tuple[Place, ...]


NOWHERE: Final = Whereabouts("", "", "", "", ())


def whereabouts(address: str, province: str, city: str, district: str, street: str) -> Whereabouts:
    """Read an address; what was given in fields counts before what stands in the text. Never raises."""
    text = (street or address)[:_MAX_ADDRESS]
    if not text.strip():
        return NOWHERE
    fields = _fields(province[:_MAX_ADDRESS], city[:_MAX_ADDRESS], district[:_MAX_ADDRESS])
    return _chinese(text, fields) if CJK.search(text) else _western(text, fields)


@functools.lru_cache(maxsize=2048)
def _fields(province: str, city: str, district: str) -> tuple[Place, ...]:
    found = []
    for name in (province, city, district):
        key = match_key(name)
        hit = place_at(key, 0) if key else None
        if hit is not None:
            found.append(hit[0])
    return tuple(found)


def _chinese(text: str, fields: tuple[Place, ...]) -> Whereabouts:
    line = match_key(text)
    places = list(fields)
    index = 0
    while (hit := place_at(line, index)) is not None and hit[1] < len(line):
        places.append(hit[0])
        index = hit[1]
    line = line[index:].translate(NUMERALS)
    line = _TOWN.sub("", line) or line
    match = _ROAD.search(line)
    road, number = (match[1], match[2]) if match else ("", "")
    return Whereabouts(_UNIT.sub("", line) or line, road, number, "", tuple(places))


def _western(text: str, fields: tuple[Place, ...]) -> Whereabouts:
    line = _UNITS.sub("", fold(text.split("\n", maxsplit=1)[0]).replace(".", " ").replace(",", " ").replace("'", ""))
    line = " ".join(line.split())
    number, rest = "", line
    if match := _NUMBER_FIRST.match(line):
        number, rest = match[1], match[2]
    elif match := _NUMBER_LAST.match(line):
        rest, number = match[1], match[2]
    words: list[str] = []
    sides: list[str] = []
    for word in rest.split():
        side = _DIRECTIONS.get(word, word)
        if side in {"n", "s", "e", "w", "ne", "nw", "se", "sw"}:
            sides.append(side)
        elif word in _STREET_TYPES:
            if words:
                break  # what follows is the town
        else:
            ordinal = _ORDINAL.match(word)
            words.append(ordinal[1] if ordinal else _NAMED_ORDINALS.get(word, word.removesuffix("strasse").removesuffix("str")))
    return Whereabouts(match_key(line), "".join(words), number, "".join(sides), fields)


def compare_whereabouts(left: Whereabouts, right: Whereabouts) -> PremisesRelation:
    """Say whether two addresses are one place; floors, rooms and postcodes do not count."""
    if not left.line or not right.line:
        return PremisesRelation.UNKNOWN
    if relation(left.places, right.places) is PlaceRelation.OTHER and not _is_other_district(left, right):
        return PremisesRelation.OTHER
    if left.line == right.line:
        return PremisesRelation.SAME
    if left.number and right.number:
        is_other = left.number != right.number or (left.sides and right.sides and left.sides != right.sides)
        return PremisesRelation.OTHER if is_other else _compare_streets(left.street, right.street)
    is_near = min(len(left.line), len(right.line)) >= _MIN_LINE and _ratio(left.line, right.line, _NEAR) >= _NEAR
    return PremisesRelation.NEAR if is_near else PremisesRelation.OTHER


def _is_other_district(left: Whereabouts, right: Whereabouts) -> bool:
    """Say whether one road and number are only written with two districts of one city, as happens where borders moved."""
    if not left.number or left.number != right.number or left.street != right.street:
        return False
    cities = [
        {code[:_CITY] for place in where.places for code in place.codes if len(code) > _CITY and place.kind == "区"}
        for where in (left, right)
    ]
    return bool(cities[0] & cities[1])


def _compare_streets(left: str, right: str) -> PremisesRelation:
    if (
        left == right
        or left.endswith(right)
        or right.endswith(left)
        or (left.isascii() and (left.startswith(right) or right.startswith(left)))
    ):
        return PremisesRelation.SAME
    least = _NEAR_LATIN if left.isascii() else _NEAR
    return PremisesRelation.NEAR if _ratio(left, right, least) >= least else PremisesRelation.OTHER


def _ratio(left: str, right: str, least: float) -> float:
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(left, right, score_cutoff=least))
