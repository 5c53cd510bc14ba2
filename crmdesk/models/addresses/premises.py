"""Which premises an address means: the key that makes two addresses of one company one site, and the comparison of two of them.

The key is road and number, or village and number, or compound and building where there is no number, in a town (`facts.md` §1.5,
docs/adr/0012). Floor, room, entrance and postcode never make another one; a building of premises that have a number does not either.
"""

import functools
import operator
import re
from dataclasses import dataclass, field
from enum import Enum, unique
from types import MappingProxyType
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.addresses import divisions
from crmdesk.models.addresses.numerals import arabic
from crmdesk.models.addresses.parts import ParsedAddress, Part
from crmdesk.models.addresses.roads import road_key
from crmdesk.models.addresses.writing import folded
from crmdesk.models.chinese import match_key

_LEADING_NUMBER: Final = re.compile(r"([a-z甲乙丙丁戊特附临新老旧原]*)(\d+)([a-z](?![a-z]))?")
_DIGITS: Final = re.compile(r"\d+")
_BEYOND_FIRST: Final = re.compile(r"[-–—~、,，/&].*", re.DOTALL)
_COUNTY: Final = 6  # digits of a county's code; a town has more
_ONE_TOWN: Final = {"HK": "香港", "MO": "澳门"}


@unique
class PremisesKind(Enum):
    """What a key rests on; the value is stable."""

    NUMBER = "number"
    COMPOUND = "compound"
    LINE = "line"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence to be translated (context `premises`), and what its placeholders stand for."""

    template: str
    params: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.template.format_map(self.params)


@dataclass(frozen=True, slots=True)
class Premises:
    """What an address means as a place of business.

    Attributes:
        key: equal for two addresses of the same premises; None when nothing below the district is known.
        core: the key without its town: what an address that leaves the town out shares with one that has it.
        place: as written, for people: 世纪大道100号.
        region: the town the key holds, "" when none is known.
        reasons: how the key came about.
    """

    key: str | None
    core: str
    kind: PremisesKind
    place: str
    region: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PremisesComparison:
    """Whether two addresses are the same premises: None when it cannot be decided; and why."""

    same: bool | None
    reason: Reason


_BY_NUMBER: Final = QT_TRANSLATE_NOOP("premises", "The premises are {place}: the number decides.")
_BY_COMPOUND: Final = QT_TRANSLATE_NOOP("premises", "There is no road number, so all of {place} counts.")
_BY_LINE: Final = QT_TRANSLATE_NOOP(
    "premises", "There is neither a number nor a named building: only {place}, written the same, is the same place."
)
_BY_NOTHING: Final = QT_TRANSLATE_NOOP("premises", "Nothing below the district is known, so the premises are unknown.")
_IN: Final = QT_TRANSLATE_NOOP("premises", "They lie in {region}.")
_NOWHERE: Final = QT_TRANSLATE_NOOP("premises", "No town is named and none follows.")
_DOES_NOT_COUNT: Final = QT_TRANSLATE_NOOP("premises", "What lies inside does not count: {parts}.")
_INFERRED: Final = QT_TRANSLATE_NOOP("premises", "Not written but following: {parts}.")
_RENAMED: Final = QT_TRANSLATE_NOOP("premises", "{former} is {name} today.")


def premises_of(parsed: ParsedAddress) -> Premises:
    """Return the premises an address means."""
    kind, core = _core(parsed)
    place = _place(parsed, kind)
    region = _region(parsed)
    reasons = [
        Reason(
            {
                PremisesKind.NUMBER: _BY_NUMBER,
                PremisesKind.COMPOUND: _BY_COMPOUND,
                PremisesKind.LINE: _BY_LINE,
                PremisesKind.NONE: _BY_NOTHING,
            }[kind],
            MappingProxyType({"place": place}),
        )
    ]
    if kind is not PremisesKind.NONE:
        reasons.append(Reason(_IN, MappingProxyType({"region": region})) if region else Reason(_NOWHERE))
    inside = [part.text for part in _inside(parsed, kind)]
    if inside:
        reasons.append(Reason(_DOES_NOT_COUNT, MappingProxyType({"parts": ", ".join(inside)})))
    inferred = [part.text for name, part in parsed.parts.items() if part.inferred and name != "country"]
    if inferred:
        reasons.append(Reason(_INFERRED, MappingProxyType({"parts": ", ".join(inferred)})))
    reasons += [
        Reason(_RENAMED, MappingProxyType({"former": part.text, "name": part.name}))
        for part in (parsed.city, parsed.district)
        if part is not None and part.start >= 0 and part.code and divisions.short_form(part.name) not in folded(part.text)
    ]
    key = None if kind is PremisesKind.NONE else _key(core, region)
    return Premises(key, core, kind, place, region, tuple(reasons))


def premises_key_of(parsed: ParsedAddress) -> str | None:
    """Return the key alone, without what explains it: what the store and imports ask for every address."""
    kind, core = _core(parsed)
    return None if kind is PremisesKind.NONE else _key(core, _region(parsed))


def _key(core: str, region: str) -> str:
    return f"{core}@{region}" if region else core


def _inside(parsed: ParsedAddress, kind: PremisesKind) -> list[Part]:
    parts = [parsed.entrance, parsed.floor, parsed.room, parsed.postcode]
    if kind is PremisesKind.NUMBER:
        is_lane = parsed.number is not None and parsed.number.text.endswith("弄")
        parts = [None if _base(parsed) is parsed.compound else parsed.compound, None if is_lane else parsed.building, *parts]
    return [part for part in parts if part is not None and part.start >= 0]


def _core(parsed: ParsedAddress) -> tuple[PremisesKind, str]:
    """Return what the key rests on, and the key without its town."""
    number = parsed.lane_number or parsed.number
    base = _base(parsed)
    if number is not None and base is not None:
        return PremisesKind.NUMBER, _numbered(parsed, base, number)
    if not (parsed.community or parsed.road or parsed.compound or parsed.building or parsed.zone):
        return PremisesKind.NONE, ""
    kind = PremisesKind.LINE if parsed.compound is None else PremisesKind.COMPOUND
    return kind, "~" + "+".join([key for name, part in _whole(parsed) if (key := _name_key(part.name, part.code, name))])


def _place(parsed: ParsedAddress, kind: PremisesKind) -> str:
    """Return the place in words."""
    number, base = parsed.lane_number or parsed.number, _base(parsed)
    if kind is PremisesKind.NUMBER and number is not None and base is not None:
        return _words(parsed, base, number)
    if kind is PremisesKind.NONE:
        return ""
    return "".join(part.text for name, part in _whole(parsed) if name not in {"district", "town"})


def _whole(parsed: ParsedAddress) -> list[tuple[str, Part]]:
    return [(name, part) for name, part in zip(_WHOLE, _parts_of_whole(parsed), strict=True) if part is not None]


def _base(parsed: ParsedAddress) -> Part | None:
    """Return what a number counts along."""
    return parsed.lane or parsed.road or parsed.community or parsed.compound


_WHOLE: Final = ("district", "town", "zone", "community", "road", "section", "cross_road", "position", "compound", "building")
"""What counts where there is no number: everything that is written between city and floor."""


_parts_of_whole: Final = operator.attrgetter(*_WHOLE)


@functools.lru_cache(maxsize=8192)
def _name_key(text: str, code: str | None, name: str) -> str:
    if name == "building":
        return f"#{number_key(text)}"
    return match_key(arabic(_short_name(text, code) if code else text)).removesuffix("内")


def _numbered(parsed: ParsedAddress, base: Part, number: Part) -> str:
    """Return road, section and number, in a lane also the house.

    Before a group stands its village, before a lane that only has a number its road.
    正街 and 北街 are in every town, and need it.
    """
    own = parsed.town
    town = _short(own) if own is not None and own.name.endswith(_RURAL) and _EVERYWHERE.fullmatch(base.name) else ""
    above = (
        parsed.community
        if base.name.endswith("组")
        else parsed.road
        if base.name[0].isdecimal() and base is parsed.lane
        else None
    )
    village = road_key(above.name) if above is not None else ""
    section = parsed.section
    part_of_road = road_key(section.name) if section is not None and section.name[0] not in _SIDES else ""
    house = number_key(number.name)
    is_lane = number.name.endswith("弄") and parsed.building is not None
    inside = f"/{number_key(parsed.building.name)}" if is_lane and parsed.building is not None else ""
    return f"{town}{village}{road_key(base.name)}{part_of_road}{house}{inside}"


_EVERYWHERE: Final = re.compile(r"[正新老旧中上下东西南北横前后]?(?:大街|街|正街|横街)|[\d一二三四五六七八九十]+组")
_RURAL: Final = ("镇", "乡", "苏木")
_SIDES: Final = "东西南北中上下前后"


def _words(parsed: ParsedAddress, base: Part, number: Part) -> str:
    """Return the premises in words, number first where it is written so."""
    if 0 <= number.start < base.start:
        return f"{number.text} {base.text}"
    inside = parsed.building.text if number.text.endswith("弄") and parsed.building is not None else ""
    section = parsed.section.text if parsed.section is not None else ""
    return f"{base.text}{section}{'' if _is_han(base.text) else ' '}{number.text}{inside}"


def _is_han(text: str) -> bool:
    return _HAN.search(text) is not None


_HAN: Final = re.compile(r"[㐀-鿿]")


@functools.lru_cache(maxsize=8192)
def number_key(text: str) -> str:
    """Return a number as it is compared: 一〇〇号, 100號 and 100-102号 are 100; 甲2号 keeps its letter."""
    if "公里" in text or "丁目" in text or text.count("-") > 1:
        return "-".join(_DIGITS.findall(text))  # of a highway: 140公里600米; of a Japanese block: 1丁目9番1号, 1-9-1
    plain = match_key(arabic(_BEYOND_FIRST.sub("", text.strip(" -–—"))))
    found = _LEADING_NUMBER.match(plain)
    if found is None:
        return plain.rstrip("栋幢座楼塔")
    digits = found[2].lstrip("0") or "0"
    lane = "弄" if text.endswith("弄") else ""
    return f"{found[1]}{digits}{found[3] or ''}{lane}"


def _region(parsed: ParsedAddress) -> str:
    """Return the town of a key: the city, and the county where it is a town of its own; districts of a city do not count."""
    if parsed.country is not None and parsed.country.code in _ONE_TOWN:
        return _ONE_TOWN[parsed.country.code]
    province, city, district = parsed.province, parsed.city, parsed.district
    town = _short(city) if city is not None else ""
    if district is not None:
        name = district.name
        if name.endswith(("县", "市", "旗")) or not town:
            own = _short(district)
            return own if own == town else f"{town}{own}"
    if town:
        return town
    return _short(province) if province is not None else ""


def _short(part: Part) -> str:
    return _short_name(part.name or part.text, part.code)


@functools.lru_cache(maxsize=8192)
def _short_name(name: str, code: str | None) -> str:
    if code is not None and len(code) > _COUNTY:
        return divisions.short_town(name)
    return divisions.short_form(name) if _is_han(name) else match_key(name)
