"""The front of a Chinese address: country, province, city, district, town – missing, doubled, shortened or renamed."""

import functools
import re
from dataclasses import dataclass, field
from typing import Final

from crmdesk.models.addresses import divisions
from crmdesk.models.addresses.divisions import CITY, COUNTY, FORMER, FULL, PROVINCE, SHORT

Span = tuple[int, int, str | None]
"""Start, end, code."""

_BETWEEN: Final = re.compile(
    r"[\s,，、.。·|/\\\-—–_:：;；>＞?？]*(?:(?:市辖区|null|市(?=[一-龥]{2,3}区)|县(?=[一-龥]{2,3}[镇乡县])|(?:省|自治区)直辖县级行政区划|维吾尔自治区|壮族自治区|回族自治区)[\s,，\-_?]*)*"
)
_SPACE: Final = frozenset([*" \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000,，、.。·|/\\-—–_:：;；>＞?？市县省自n维壮回"])
"""Characters that `_BETWEEN` can begin with: one look instead of a match where there is none."""
_COUNTRY: Final = re.compile(r"中华人民共和国|中国(?!台湾|[一-龥]{0,2}[路街])")
_DIRECTION: Final = "东西南北中"
_ORDINAL: Final = "一二三四五六七八九十"
# A short form is part of a longer name where one of these follows: 南京东路, 温州银行, 杭州湾新区.
_LONGER: Final = re.compile(
    rf"[{_DIRECTION}新老内外正横前后]?[{_ORDINAL}]?(?:大?街(?!道)|大?道|路(?!桥|[南北]区)|巷|弄|胡同|大桥|桥头?|市场)|塘路|湾|村|社区|居委|镇(?!海)|乡|街道|站|机场|国际机场|体育|"
    rf"大厦|大楼|银行|酒店|宾馆|饭店|大学|学院|中学|小学|医院|农林|师范|商会|驻|[{_ORDINAL}\d]+区|新村|工业区|港(?!区)"
)
_LONGER_PLACE: Final = re.compile(r"(?:经济|高新|开发区|工业|新区|产业)")
_LONGER_TOWN: Final = re.compile(
    rf"[{_DIRECTION}新老上下大小内外正横前后]?[{_ORDINAL}]?(?:大?街(?!道)|大?道|路(?!桥)|巷|弄|大桥|港|湾|村|社区|居委|镇|乡|站|机场|坊|国际|旅游|度假|"
    rf"大厦|大楼|银行|酒店|大学|学院|中学|小学|医院|开发区|经济|高新|工业|新区|园|小区|花园|家园|公寓|苑|地区|[{_ORDINAL}\d]+[区组]|(?:[一-龥]{{0,2}}(?:市场|商城|广场|商贸|城|都|码头|车站)))"
)
_TOWN: Final = re.compile(
    r"((?:(?!路(?!街)|市[^镇]|区[^镇]|县[^镇街])[一-龥]){1,5}?)"
    r"(街道办事处|街道|地区办事处|街办事处|办事处|镇(?!镇|街道|江[市路南北东西]|海[区路]|[路街村]|中[路学])|乡(?!乡|镇|街道|[村路间]))(?!路|大道|大街|派出所)"
)
_ZONE: Final = re.compile(
    r"(?:(?![路街道号镇乡村市县])[一-龥]){0,10}?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|新技术开发区|技术产业开发区|开发区|工业园区|工业区|"
    r"高新区|高新园区|高新技术产业园区?|保税港?区|自贸区|自由贸易试验区|示范区|(?<!浦东)新区|经济区|综合实验区)(?![路街村]|大[道街])"
)
_TOWN_KIND: Final = re.compile(r"街道办事处|街道|地区办事处|街办事处|办事处|民族乡|镇|乡|苏木")
_VILLAGE_ROAD: Final = re.compile(rf"[{_DIRECTION}]?(?:路|大?街|大道|村)")


@dataclass(slots=True)
class Regions:
    """What the front of an address says; spans are in the text, codes those of today.

    Attributes:
        code: of the smallest division known.
        candidates: codes of a district that several cities have, when nothing decides.
        end: where the street line begins.
    """

    spans: dict[str, Span] = field(default_factory=dict)
    code: str = ""
    candidates: tuple[str, ...] = ()
    end: int = 0


_LEVELS: Final = {PROVINCE: "province", CITY: "city", COUNTY: "district"}


def read_regions(text: str, known: str = "") -> Regions:
    """Read the divisions at the front of a text in which traditional characters and full width are folded already.

    `known` is the code of a division known from elsewhere (a field of its own).
    """
    found = Regions(code=known)
    at = _after_space(text, 0)
    while True:
        at = _read_divisions(text, at, found, known)
        zone = _ZONE.match(text, at)
        if zone is not None:
            found.spans["zone"] = (at, zone.end(), None)
            at = _after_space(text, zone.end())
        end = _read_town(text, at, found)
        if end == at:
            break
        at = end
        if not _restarts(text, at):
            break
        found.spans.clear()
        found.code, found.candidates = known, ()
    found.end = at
    return found


def _after_space(text: str, at: int) -> int:
    if text[at : at + 1] not in _SPACE:
        return at
    return _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # matches nothing at all as well


def _restarts(text: str, at: int) -> bool:
    """Whether the address begins anew behind a town: 虞山镇江苏省苏州市常熟市虞山镇."""
    lexicon = divisions.regions()
    return _PROVINCE_SHORT.match(text, at) is not None or any(
        kind == FULL and length > 2 and text[at + length - 1 : at + length] in _KINDS
        for length in lexicon.lengths.get(text[at : at + 2], ())
        for _, kind in lexicon.forms.get(text[at : at + length], ())
    )


_PROVINCE_SHORT: Final = re.compile(r"(?:内蒙古|新疆|广西|宁夏|西藏)[一-龥]{2,5}[市州盟区]")
_KINDS: Final = frozenset("省市区县州盟旗")


def _read_divisions(text: str, at: int, found: Regions, known: str) -> int:
    """Read provinces, cities and districts; return where they end."""
    lexicon = divisions.regions()
    while True:
        country = _COUNTRY.match(text, at) if text.startswith("中", at) else None
        if country is not None:
            found.spans.clear()
            found.spans["country"] = (at, country.end(), "CN")
            found.code, found.candidates = known, ()
            at = _after_space(text, country.end())
        for length in lexicon.lengths.get(text[at : at + 2], ()):
            form = text[at : at + length]
            entries = lexicon.forms.get(form)
            if entries is not None and (end := _accept(text, at, at + len(form), entries, found)):
                at = _after_space(text, end)
                break
        else:
            if country is None:
                return at


def _accept(text: str, start: int, end: int, entries: tuple[tuple[str, int], ...], found: Regions) -> int:
    """Note a division if it can stand here; return where it ends, 0 if it cannot."""
    known = found.code
    chosen = _choose(entries, known)
    if chosen is None:
        if not _is_anew(text, end, entries):
            return 0
        found.spans.clear()
        found.code, found.candidates, known = "", (), ""
        chosen = _choose(entries, "")
    if chosen is None or not _can_stand(text, start, end, chosen, found):
        return 0
    best, codes = chosen
    code = codes[0]
    level = len(code)
    name = "city" if code in divisions.MUNICIPALITIES else _LEVELS[level]
    before = found.spans.get(name)
    if (
        before is not None
        and before[2] == code
        and ((best == SHORT and before[1] - before[0] > end - start) or (level == COUNTY and before[1] == start))
    ):
        return end  # said twice: the fuller form counts, of equal ones the later, of a district right behind itself the first
    if len(codes) > 1:
        found.candidates = tuple(codes)
        found.spans[name] = (start, end, None)
    else:
        found.spans[name] = (start, end, code)
        if not known.startswith(code):
            found.code = code
            found.candidates = ()
    return end


@functools.lru_cache(maxsize=65536)
def _choose(entries: tuple[tuple[str, int], ...], known: str) -> tuple[int, tuple[str, ...]] | None:
    """Return the kind of form and the codes of the largest divisions that fit what is known; None when none does."""
    fitting = [entry for entry in entries if entry[0].startswith(known) or known.startswith(entry[0])] or [
        entry for entry in entries if entry[1] == FORMER and entry[0][:2] == known[:2]
    ]
    if not fitting:
        return None
    best = min(kind for _, kind in fitting)
    codes = [code for code, kind in fitting if kind == best]
    level = min(map(len, codes))
    return best, tuple(code for code in codes if len(code) == level)


def _can_stand(text: str, start: int, end: int, chosen: tuple[int, tuple[str, ...]], found: Regions) -> bool:
    """Whether a form is a division here, and not part of a longer name or of another kind of name."""
    best, codes = chosen
    if best == SHORT:
        if not _can_be_short(text, start, end, codes, found):
            return False
        name = "city" if codes[0] in divisions.MUNICIPALITIES else _LEVELS[len(codes[0])]
        return name not in found.spans or _is_followed(text, end, codes[0])
    if best == FORMER and text.startswith("心", end):  # 萧山市心中路 is 萧山 and 市心中路
        return False
    is_of_any_city = end - start == 2 and text[end - 1] == "区" and len(codes[0]) == COUNTY  # 东区, 城区, 郊区
    return not is_of_any_city or len(found.code) >= CITY or found.code in divisions.MUNICIPALITIES


def _is_anew(text: str, end: int, entries: tuple[tuple[str, int], ...]) -> bool:
    """Whether a province or city that contradicts what stands before begins the address again."""
    if text[end - 1] not in _KINDS:
        return False
    return any(len(code) == PROVINCE and kind == FULL for code, kind in entries) or (
        any(len(code) == CITY and kind == FULL for code, kind in entries) and _is_followed(text, end)
    )


def _is_followed(text: str, end: int, known: str = "") -> bool:
    """Whether a division's name follows, in full or short where it lies in what is known."""
    lexicon = divisions.regions()
    at = _after_space(text, end)
    return any(
        kind == FULL or (known and len(code) > len(known) and code.startswith(known))
        for length in lexicon.lengths.get(text[at : at + 2], ())
        if length > 2 or known
        for code, kind in lexicon.forms.get(text[at : at + length], ())
    )


_BEGINS: Final = re.compile(r"(?:[一-龥]{2,4}(?:镇|乡|街道)|(?![一-龥](?:路|街|大道))[一-龥]{2,5}(?:路|街|大道)\d)")


def _can_be_short(text: str, start: int, end: int, codes: tuple[str, ...], found: Regions) -> bool:
    """Whether a name without its kind is a division here, and not the beginning of a longer name."""
    if _LONGER.match(text, end):
        return False
    if len(codes[0]) < COUNTY:
        return True
    if "district" in found.spans or _LONGER_PLACE.match(text, end):
        return False
    if found.code:
        return True
    town = _TOWN.match(text, start)
    if town is not None and town.end() - end <= 3 and divisions.is_town(town[0]):
        return False
    return any((divisions.name_of(code) or "").endswith("市") for code in codes) or _BEGINS.match(text, end) is not None


def _read_town(text: str, at: int, found: Regions) -> int:
    """Read a town: of the table where the district or city is known, else by its kind; return where the rest begins."""
    longest = _TOWN.match(text, at)
    for city in _cities(found):
        lexicon = divisions.towns(city)
        for length in lexicon.lengths.get(text[at : at + 2], ()):
            form = text[at : at + length]
            entries = lexicon.forms.get(form)
            if entries is None:
                continue
            end = at + len(form)
            within = [entry for entry in entries if entry[0].startswith(found.code)] or entries
            kind = min(entry[1] for entry in within)
            suffix = _TOWN_KIND.match(text, end) if kind == SHORT else None
            end = end if suffix is None else suffix.end()
            if kind == SHORT and suffix is None:
                if longest is not None or form[-1] in "路街巷" or _LONGER_TOWN.match(text, end):
                    continue
            elif _VILLAGE_ROAD.match(text, end):
                continue
            code = _only_code([code for code, k in within if k == kind], text[at:end])
            found.spans["town"] = (at, end, code)
            if code is not None and len(found.code) < COUNTY:
                found.code, found.candidates = code[:COUNTY], ()
            return _after_space(text, end)
    if longest is not None:
        found.spans["town"] = (at, longest.end(), None)
        return _after_space(text, longest.end())
    return at


def _only_code(codes: list[str], written: str) -> str | None:
    """Return the code of the only town, or of the only one that is called exactly as written."""
    if len(codes) > 1:
        codes = [code for code in codes if divisions.town_name(code) == written]
    return codes[0] if len(codes) == 1 else None


def _cities(found: Regions) -> tuple[str, ...]:
    """Return the codes of the cities in which towns are looked for."""
    if found.candidates:
        return tuple(dict.fromkeys(_city(code) for code in found.candidates))
    if len(found.code) >= CITY or found.code in divisions.MUNICIPALITIES:
        return (_city(found.code),)
    return ()


def _city(code: str) -> str:
    return code[:PROVINCE] if code[:PROVINCE] in divisions.MUNICIPALITIES else code[:CITY]
