"""Phone numbers as people type them: read, formatted, several in one cell, extensions; what cannot be read stays as typed.

phonenumbers (Google's libphonenumber) decides; Chinese mobiles and the landlines of big cities, nearly all of an import,
take a short way that gives the same answer without it (held together by a test over thousands of numbers).
"""

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import Severity

_NOT_DIALLED: Final = re.compile(r"[\s\-().]+")
# Numbers the plan of mainland China gives without exceptions; whatever else is left to the library.
_MOBILE: Final = r"(1(?:[38]\d|4[57]|[59][0-35-9]|6[25-7]|7[0-35-8]))(\d{4})(\d{4})"
_AREA: Final = (
    r"(10|2[0-57-9]|3(?:11|7[179])|4(?:[15]1|3[12])|5(?:1\d|2[37]|3[12]|51|7[13-79]|9[15])|7(?:[39]1|5[57]|6[09])|8(?:71|98))"
)
_LINE: Final = r"([2-7]\d{3}|8(?:0[1-9]|[1-9]\d)\d)(\d{4})"
_CN_MOBILE: Final = re.compile(rf"(?:\+?86|0086)?{_MOBILE}")
_CN_LANDLINE: Final = re.compile(rf"(?:(?:\+|00)86|0){_AREA}{_LINE}")
_CN_PLAIN: Final = re.compile(rf"{_MOBILE}|0{_AREA}-?{_LINE}", re.ASCII)
"""A cell that is one such number and nothing else, as most are."""
_CN_NO_MOBILE: Final = re.compile(r"1(?:4[0-4689]|54|6[03489]|79|94)\d{8}", re.ASCII)
"""As long as a mobile's, with a beginning that none has: a typing mistake, for which alone the library need not be loaded."""
_DASH_EXTENSION_COUNTRIES: Final = frozenset({"CN", "TW", "HK", "MO"})
_DASH_EXTENSION: Final = re.compile(r"(.*\d{7,8})\s*-\s*(\d{1,5})")
_EXTENSION: Final = re.compile(
    r"(.*?)[\s,;/、\-(]*(?:转|轉|分机号?|分機號?|内线|內線|extension|extn?|x|#)[\s.:=]*(\d{1,6})\)?", re.IGNORECASE
)
_BEFORE_EXTENSION: Final = re.compile(r"[\s,;/、]+(?=转|轉|分机|分機|内线|內線|ext)", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"\s*([/;,、|\n\r]|或|(?<=\d{7})\s+(?=\+?\d{7}))\s*")
_AREA_CODE: Final = re.compile(r"\(?(0(?:10|2\d|[3-9]\d\d))\)?[\s\-]*\d{7,8}")
_CN_LOCAL: Final = re.compile(r"[2-9]\d{2,3}[\s\-]?\d{4}")
_LAST_DIGITS: Final = re.compile(r"\d{1,4}")
_TOO_LONG: Final = 250  # phonenumbers reads no more either
_SHOWN: Final = 40  # characters of what was typed that a remark repeats


@dataclass(frozen=True, slots=True)
class Phone:
    """One number.

    Attributes:
        text: what was typed, trimmed.
        e164: the dialled form (+861063271234); None when it is no valid number of any country.
        national: as written inside its country (010 6327 1234); the typed text when not valid.
        international: with country code (+86 10 6327 1234); the typed text when not valid.
        extension: digits to dial afterwards; may be empty.
        digits: what a search by digits compares: the national number with its leading zero.
    """

    text: str
    e164: str | None
    national: str
    international: str
    extension: str
    digits: str


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isdigit())


def _split_extension(text: str, country: str) -> tuple[str, str]:
    match = _EXTENSION.fullmatch(text)
    if match and len(_digits(match[1])) >= 3:
        return match[1], match[2]
    if country in _DASH_EXTENSION_COUNTRIES and (match := _DASH_EXTENSION.fullmatch(text)):
        return match[1], match[2]
    return text, ""


def _parse_chinese(number: str, text: str, extension: str) -> Phone | None:
    plain = _NOT_DIALLED.sub("", number)
    if match := _CN_MOBILE.fullmatch(plain):
        national, bare = " ".join(match.groups()), "".join(match.groups())
        return Phone(text, f"+86{bare}", national, f"+86 {national}", extension, bare)
    if match := _CN_LANDLINE.fullmatch(plain):
        national, bare = " ".join(match.groups()), "".join(match.groups())
        return Phone(text, f"+86{bare}", f"0{national}", f"+86 {national}", extension, f"0{bare}")
    return None


@functools.lru_cache(maxsize=8192)
def _parse_by_library(number: str, country: str, text: str, extension: str) -> Phone:
    import phonenumbers
    from phonenumbers import PhoneNumberFormat

    typed = Phone(text, None, text, text, extension, _digits(number))
    try:
        found = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return typed
    if not phonenumbers.is_valid_number(found):
        return typed
    extension = found.extension or extension
    found.extension = None
    national = phonenumbers.format_number(found, PhoneNumberFormat.NATIONAL)
    international = phonenumbers.format_number(found, PhoneNumberFormat.INTERNATIONAL)
    e164 = phonenumbers.format_number(found, PhoneNumberFormat.E164)
    return Phone(text, e164, national, international, extension, _digits(national))


def parse_phone(text: str, country: str = "CN") -> Phone:
    """Read one number; `country` (ISO 3166 alpha-2) is where it is dialled from unless it begins with +. Never raises."""
    text = text.strip()
    if len(text) > _TOO_LONG:
        return Phone(text, None, text, text, "", _digits(text))
    folded = unicodedata.normalize("NFKC", text)
    number, extension = _split_extension(folded, country)
    if country == "CN":
        found = _parse_chinese(number, text, extension)
        if found is not None:
            return found
        if _CN_NO_MOBILE.fullmatch(number):
            return Phone(text, None, text, text, extension, number)
    return _parse_by_library(number, country, text, extension)


def split_phones(text: str, country: str = "CN") -> tuple[str, ...]:
    """Part a cell into numbers: `010-63271234/63271235` gives two, the area code carried on, `…1234/5` likewise."""
    if len(text) > _TOO_LONG:
        return (text.strip(),)  # a note, not a list of numbers
    folded = _BEFORE_EXTENSION.sub(" ", unicodedata.normalize("NFKC", text).strip())
    pieces = _SEPARATOR.split(folded)
    numbers: list[str] = []
    area = ""
    for index in range(0, len(pieces), 2):
        piece, separator = pieces[index].strip(), pieces[index - 1] if index else ""
        if not piece:
            continue
        if match := _AREA_CODE.match(piece):
            area = match[1]
        elif numbers and separator in "/、" and _LAST_DIGITS.fullmatch(piece) and len(_digits(numbers[-1])) > len(piece) + 3:
            piece = numbers[-1][: -len(piece)] + piece
        elif area and country == "CN" and _CN_LOCAL.match(piece):
            piece = f"{area}-{piece}"
        numbers.append(piece)
    return tuple(numbers)


def parse_phones(text: str, country: str = "CN") -> tuple[Phone, ...]:
    """Read every number of a cell, in the order written. Never raises."""
    return tuple(parse_phone(number, country) for number in split_phones(text, country))


def written_phones(text: str, country: str = "CN") -> str:
    """Return a cell's numbers as they are written in their country (010 6327 1234; foreign ones +41 44 668 18 00).

    Several are parted by "; ". A cell that holds anything not understood as a number stays exactly as it is.
    """
    if country == "CN" and (plain := _CN_PLAIN.fullmatch(text)) is not None:
        return " ".join(plain.group(1, 2, 3)) if plain[1] else f"0{plain[4]} {plain[5]} {plain[6]}"
    phones = parse_phones(text, country)
    if not phones or any(phone.e164 is None for phone in phones):
        return text
    written = "; ".join(_written(phone, country) for phone in phones)
    # what we write must be read back as the same numbers, or the typed form is better
    return written if [phone.e164 for phone in parse_phones(written, country)] == [phone.e164 for phone in phones] else text


def _written(phone: Phone, country: str) -> str:
    is_foreign = parse_phone(phone.national, country).e164 != phone.e164
    number = phone.international if is_foreign else phone.national
    if not phone.extension:
        return number
    return f"{number} {'转' if country == 'CN' else 'ext.'} {phone.extension}"


def check_phone(text: str, country: str = "CN", field: str = "phone") -> Remark | None:
    """Return a warning that names the first number no country would connect; it is kept as typed all the same."""
    if country == "CN" and _CN_PLAIN.fullmatch(text):
        return None
    for phone in parse_phones(text, country):
        if phone.e164 is None:
            template = QT_TRANSLATE_NOOP("remarks", "{number} does not look like a complete phone number. It is kept as typed.")
            return Remark(Severity.WARNING, field, template, {"number": phone.text[:_SHOWN]})
    return None
