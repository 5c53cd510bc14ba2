"""The national division table: how divisions are called in addresses, what they are part of, which towns they have.

Reads `resources/places`; loaded at the first address, in some 50 ms, the towns of a county when that county is met.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from crmdesk.core.resources import resource_path

FULL: Final = 0
"""A form that says the kind of division (杭州市)."""
SHORT: Final = 1
"""A form without it (杭州)."""
FORMER: Final = 2
"""A former name, or today's with a former kind (襄樊市, 富阳市)."""

PROVINCE: Final = 2
CITY: Final = 4
COUNTY: Final = 6
"""Digits of a code at each level."""

_NAMELESS: Final = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
MUNICIPALITIES: Final = frozenset({"11", "12", "31", "50"})
"""Provinces that are one city."""
TAIWAN, HONG_KONG, MACAO = "71", "81", "82"
_ETHNIC: Final = re.compile(
    r"(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|"
    r"撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各)族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|回族)*(?:自治区|自治州|自治县|自治旗)$"
)
_KINDS: Final = ("特别行政区", "地区", "新区", "林区", "特区", "矿区", "省", "市", "区", "县", "盟", "州", "旗")
_TOWN_KINDS: Final = {
    "镇": ("镇",),
    "乡": ("民族乡", "乡"),
    "道": ("街道",),
    "处": ("地区办事处", "街道办事处", "办事处"),
    "木": ("苏木",),
}
"""Kinds of towns by their last character, the longest first."""
_SHORTEST: Final = 2


_AUTONOMOUS: Final = {"内蒙古自治区": "内蒙古", "新疆维吾尔自治区": "新疆"}


@functools.lru_cache(maxsize=8192)
def short_form(name: str) -> str:
    """Return a division's name without its kind (杭州市 → 杭州, 延边朝鲜族自治州 → 延边); itself where less than two characters remain."""
    if name in _AUTONOMOUS:
        return _AUTONOMOUS[name]
    ethnic = _ETHNIC.sub("", name)
    if ethnic != name:
        return ethnic if len(ethnic) >= _SHORTEST else name
    for kind in _KINDS:
        if name.endswith(kind) and len(name) - len(kind) >= _SHORTEST:
            return name[: -len(kind)]
    return name


def short_town(name: str) -> str:
    """Return a town's name without its kind (下沙街道 → 下沙); itself where less than two characters remain."""
    for kind in _TOWN_KINDS.get(name[-1:], ()):
        if name.endswith(kind) and len(name) - len(kind) >= _SHORTEST:
            return name[: -len(kind)]
    return name


_ONE_LENGTH: Final = tuple((length,) for length in range(16))
"""Most beginnings have one length: these are shared."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms of names, found at a place of a text by their first two characters.

    Attributes:
        forms: form → (code, kind of form) of everything that is called so.
        lengths: first two characters → lengths of the forms that begin so, longest first.
    """

    forms: dict[str, tuple[tuple[str, int], ...]]
    lengths: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str, int]]) -> "Lexicon":
        """Build one from (form, code, kind of form)."""
        forms: dict[str, tuple[tuple[str, int], ...]] = {}
        lengths: dict[str, tuple[int, ...]] = {}
        for form, code, kind in entries:
            known = forms.get(form, ())  # nearly every form stands for one thing: no lists that are made tuples in the end
            if (code, kind) not in known:
                forms[form] = (*known, (code, kind))
            if known:
                continue
            length, start = len(form), form[:2]
            found = lengths.get(start)
            if found is None:
                lengths[start] = _ONE_LENGTH[length] if length < len(_ONE_LENGTH) else (length,)
            elif length not in found:
                lengths[start] = tuple(sorted((*found, length), reverse=True))
        return cls(forms, lengths)


@functools.cache
def names() -> dict[str, str]:
    """Return code → official name of provinces, cities and counties; counts as one for all."""
    return dict(_lines("divisions.txt"))


def _lines(name: str) -> Iterator[tuple[str, str]]:
    for line in resource_path("places", name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            first, _, rest = line.partition(" ")
            yield first, rest


def name_of(code: str) -> str | None:
    """Return the name of a province, city or county; None where the level has none (the city of 北京's districts)."""
    name = names().get(code)
    return None if name is None or name in _NAMELESS else name


def official(code: str | None) -> str | None:
    """Return a code as it is published; None for what the table has no code of its own."""
    return code if code is not None and code.isdecimal() else None


@functools.cache
def regions() -> Lexicon:
    """Return every form in which a province, city or county is written."""
    return Lexicon.of(_forms())


def _forms() -> Iterator[tuple[str, str, int]]:
    table = names()
    known = {(name, code[:2]) for code, name in table.items()}
    for code, name in table.items():
        if name in _NAMELESS:
            continue
        yield name, code, FULL
        short = short_form(name)
        if short != name:
            yield short, code, SHORT
            yield from ((form, code, FORMER) for form in _other_kinds(name, short, len(code)) if (form, code[:2]) not in known)
    for former, code in (*_lines("renamed_divisions.txt"), *_lines("former_divisions.txt")):
        yield former, code, FORMER
        if len(former) > _SHORTEST:
            yield former[:-1], code, SHORT
    for form, code in (("香港特区", HONG_KONG), ("澳门特区", MACAO), ("台湾地区", TAIWAN), ("中国台湾", TAIWAN)):
        yield form, code, FULL


def _other_kinds(name: str, short: str, level: int) -> tuple[str, ...]:
    """Return a name with the kinds it once had or is often given: 富阳市 for 富阳区, 广西省 for 广西壮族自治区."""
    if level == PROVINCE:
        return (f"{short}省", f"{short}自治区")
    if level == CITY:
        return (f"{short}{'州' if name.endswith('州') else '市'}",)
    if name.endswith(("自治县", "新区")):
        return (f"{short}县", f"{short}区") if name.endswith("区") else (f"{short}县",)
    return tuple(short + kind for kind in "市区县") if name[-1] in "市区县" else ()


@functools.cache
def _town_lines() -> dict[str, str]:
    return dict(_lines("towns.txt"))


def _towns(county: str) -> Iterator[tuple[str, str]]:
    """Yield (name, code) of the towns of a county."""
    for town in _town_lines().get(county, "").split():
        yield town[:-3], county + town[-3:]


@functools.cache
def towns(city: str) -> Lexicon:
    """Return the forms of the towns of all counties of a city, by its code (of 北京 and its like the province's)."""
    return Lexicon.of(_town_forms(pair for county in _counties().get(city, ()) for pair in _towns(county)))


@functools.cache
def _counties() -> dict[str, tuple[str, ...]]:
    """Return code of a city, and of a province → codes of its counties that have towns."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for county in _town_lines():
        for above in (county[:CITY], county[:PROVINCE]):
            found[above].append(county)
    return {above: tuple(counties) for above, counties in found.items()}


def _town_forms(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """Yield towns by their name without its kind, which the reader looks for behind it: half the memory of both forms."""
    for name, code in found:
        short = short_town(name)
        yield short, code, FULL if short == name else SHORT


@functools.cache
def _town_text() -> str:
    """All names of towns in one text, each between line breaks: one search in it is as cheap as a set of them is large."""
    return "\n" + "\n".join(town[:-3] for line in _town_lines().values() for town in line.split()) + "\n"


@functools.lru_cache(maxsize=4096)
def is_town(name: str) -> bool:
    """Whether a town anywhere in China is called exactly so."""
    return f"\n{name}\n" in _town_text()


@functools.cache
def bare_towns() -> frozenset[str]:
    """Return the names of all towns without their kind, where something remains that cannot be a road."""
    return frozenset(short for name in _town_text().split() if (short := short_town(name)) != name and short[-1] not in "路街巷")


@functools.cache
def town_name(code: str) -> str:
    """Return the official name of a town by its code."""
    return next(name for name, found in _towns(code[:COUNTY]) if found == code)


def code_of(province: str | None, city: str | None, district: str | None) -> str:
    """Return the code of the smallest division that fields name, "" when none is known.

    A field may hold a division of another level (the district 黄浦 in the city's column); what contradicts a larger one is left out.
    """
    known = ""
    lexicon = regions()
    for level, value in ((PROVINCE, province), (CITY, city), (COUNTY, district)):
        if not value or value in _NAMELESS:
            continue
        fitting = [
            (kind, abs(len(code) - level), code)
            for code, kind in lexicon.forms.get(value, ())
            if code.startswith(known) or known.startswith(code)
        ]
        if fitting:
            best = min(fitting)
            codes = {code for kind, distance, code in fitting if (kind, distance) == best[:2]}
            if len(codes) == 1 and not known.startswith(best[2]):
                known = best[2]
    return known
