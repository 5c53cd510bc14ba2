"""Taking an address apart, of any country, from free text and what fields say beside it."""

import functools
import re
from typing import Final

from crmdesk.models.addresses import divisions
from crmdesk.models.addresses.compounds import read_compound
from crmdesk.models.addresses.divisions import CITY, COUNTY, HONG_KONG, MACAO, MUNICIPALITIES, PROVINCE, TAIWAN
from crmdesk.models.addresses.foreign import parse_foreign
from crmdesk.models.addresses.parts import ParsedAddress, Part
from crmdesk.models.addresses.regions import read_regions
from crmdesk.models.addresses.streets import read_street
from crmdesk.models.addresses.writing import folded, tightened

LONGEST: Final = 400
"""Characters that are looked at; no address is longer, and what stands behind is kept as typed."""

CHINESE: Final = frozenset({"CN", "HK", "MO", "TW"})
_COUNTRIES: Final = {TAIWAN: "TW", HONG_KONG: "HK", MACAO: "MO"}
_HAN: Final = re.compile(r"[㐀-鿿]")
_NOT_CHINESE: Final = re.compile(r"[぀-ヿ가-힣]")
_FIVE_DIGITS: Final = re.compile(r"\d{5}")
_POSTCODE: Final = re.compile(
    r"(?:邮编|邮政编码)[:：]?\s*(\d{5,6})|(?<![\dA-Za-z\-—])(\d{6})(?=\s*$)|^\s*(\d{6})(?![\d号弄\-])|^\s*(\d{5})(?=\s)|(?<=号\s)(\d{5})(?=\s*$)"
)
"""Five digits are one that was mistyped (`facts.md` §1.2): no part of the street all the same."""


def parse_address(
    text: str,
    *,
    country: str | None = None,
    province: str | None = None,
    city: str | None = None,
    district: str | None = None,
) -> ParsedAddress:
    """Take an address apart; never raises, and takes time in proportion to the text's length.

    What fields of their own say is taken as known; what is written in the text is read in their light. `country` is an
    ISO 3166-1 alpha-2 code; without it Chinese characters mean China, everything else is read by its own form.
    """
    line = text[:LONGEST]
    is_han = _HAN.search(line) is not None and _NOT_CHINESE.search(line) is None
    if (country is None or country in CHINESE) and (is_han or (country in {"CN", None} and _has_han(province, city))):
        return _parse_chinese(text, folded(line), country, (province, city, district))
    return parse_foreign(text, line, country, (province, city, district))


_new: Final = tuple.__new__
"""Makes a part without the detour over its class's own constructor: ten parts an address."""


def _has_han(*fields: str | None) -> bool:
    return any(value and _HAN.search(value) for value in fields)


def _parse_chinese(text: str, line: str, country: str | None, fields: tuple[str | None, str | None, str | None]) -> ParsedAddress:
    known = _known(*fields) if any(fields) else ""
    postcode = _POSTCODE.search(line) if _FIVE_DIGITS.search(line) else None
    parts: dict[str, Part] = {}
    if postcode is not None:
        group = postcode.lastindex or 0
        start, end = postcode.span(group)
        parts["postcode"] = Part.written(text, start, end)
        line = line[: postcode.start()] + " " * (postcode.end() - postcode.start()) + line[postcode.end() :]
    line, places = tightened(line)
    regions = read_regions(line, known)
    for name, (start, end, code) in regions.spans.items():
        first, last = (start, end) if places is None else (places[start], places[end - 1] + 1)
        name_now, published = _named(code)
        parts[name] = _new(Part, (text[first:last], published, False, first, last, name_now or line[start:end]))
    if known:
        for name, part in _given(*fields, known):  # what the text does not say
            parts.setdefault(name, part)
    _add_inferred(parts, regions.code, country)
    street = read_street(line, regions.end)
    if "town" in street and ("town" in regions.spans or street["town"][0] != regions.end):
        del street["town"]
    for name, (start, end) in (read_compound(line, regions.end, street) | street).items():
        first, last = (start, end) if places is None else (places[start], places[end - 1] + 1)
        parts[name] = _new(Part, (text[first:last], None, False, first, last, line[start:end]))
    return ParsedAddress(text, **parts)


@functools.lru_cache(maxsize=4096)
def _known(province: str | None, city: str | None, district: str | None) -> str:
    return divisions.code_of(*(folded(value.strip()) if value else None for value in (province, city, district)))


@functools.cache
def _named(code: str | None) -> tuple[str | None, str | None]:
    """Return the official name and the published code of a division."""
    if code is None or not code.isdecimal():
        return (divisions.name_of(code) if code else None), None
    return (divisions.name_of(code) if len(code) <= COUNTY else divisions.town_name(code)), code


@functools.lru_cache(maxsize=4096)
def _given(province: str | None, city: str | None, district: str | None, known: str) -> tuple[tuple[str, Part], ...]:
    """Return what fields say of the divisions; theirs is known, so they are not inferred."""
    found = []
    for name, value, level in (("province", province, PROVINCE), ("city", city, CITY), ("district", district, COUNTY)):
        if value and value.strip():
            code = known[:level] if len(known) >= level else None
            official = divisions.name_of(code) if code else None
            short = divisions.short_form(folded(value.strip()))
            if official is None or divisions.short_form(official) != short:  # a district in the city's column
                continue
            found.append((name, Part.known(official, divisions.official(code), inferred=False, text=value.strip())))
    return tuple(found)


def _add_inferred(parts: dict[str, Part], code: str, country: str | None) -> None:
    """Add the divisions that follow from a smaller one, and the country."""
    for name, part in _following(code):
        if name not in parts:
            parts[name] = part
    if "country" not in parts:
        parts["country"] = _country(_COUNTRIES.get(code[:PROVINCE], "CN") if code else country or "CN", inferred=country is None)


@functools.cache
def _country(code: str, *, inferred: bool) -> Part:
    return Part.known(code, code, inferred=inferred)


@functools.cache
def _following(code: str) -> tuple[tuple[str, Part], ...]:
    """Return province, city and district that a division is or lies in, as inferred parts."""
    found = []
    for name, level in (("province", PROVINCE), ("city", CITY), ("district", COUNTY)):
        own = code[:PROVINCE] if name == "city" and code[:PROVINCE] in MUNICIPALITIES else code[:level]
        official = divisions.name_of(own) if len(own) == level or (name == "city" and own in MUNICIPALITIES) else None
        if code and official is not None:
            found.append((name, Part.known(official, divisions.official(own), inferred=True)))
    return tuple(found)
