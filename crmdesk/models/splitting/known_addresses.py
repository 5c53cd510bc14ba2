"""The addresses somebody wrote down for one account, wherever he wrote them: columns, several lines of a field, the text of a note."""

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from crmdesk.core.vocabulary import AddressUse
from crmdesk.models.addresses import ParsedAddress, Premises, parse_address, premises_of
from crmdesk.models.name_words import divisions

Source = tuple[str, str]
"""A row: its table and its id."""


@unique
class AddressOrigin(StrEnum):
    """Where an address was written, the strongest evidence first."""

    OWN = "own"  # the account's own address
    OWN_LINE = "own_line"  # one more line of it
    EXTRA = "extra"  # a row of its own: delivery, billing …
    CONTACT = "contact"  # where a person gets his mail
    TEXT = "text"  # inside a text


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """One address of an account.

    Attributes:
        text: as typed, one address.
        origin: where it was written. source: the row, None for the account itself.
        country … postcode: what columns say beside the text.
        use: of a further address what it is for.
        hint: words near it that say what the place is: a label, a note, the clause of a text.
    """

    text: str
    origin: AddressOrigin
    source: Source | None = None
    country: str | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None
    postcode: str | None = None
    use: AddressUse | None = None
    hint: str = ""

    @property
    def is_postbox(self) -> bool:
        """Whether it is a place for letters only (`facts.md` §1.3)."""
        return _POSTBOX.search(self.text) is not None

    @property
    def is_for_paper(self) -> bool:
        """Whether only letters or bills go there: such an address alone never makes a site (`facts.md` §1.3)."""
        return self.is_postbox or (self.origin is AddressOrigin.EXTRA and self.use in {AddressUse.BILLING, AddressUse.MAILING})

    def parsed(self) -> ParsedAddress:
        """Return its parts."""
        return _parsed(self.text, self.country, self.province, self.city, self.district)

    def premises(self) -> Premises:
        """Return the place it means."""
        return _premises(self.text, self.country, self.province, self.city, self.district)


@functools.lru_cache(maxsize=8192)
def _parsed(text: str, country: str | None, province: str | None, city: str | None, district: str | None) -> ParsedAddress:
    return parse_address(text, country=country, province=province, city=city, district=district)


@functools.lru_cache(maxsize=8192)
def _premises(text: str, country: str | None, province: str | None, city: str | None, district: str | None) -> Premises:
    return premises_of(_parsed(text, country, province, city, district))


_POSTBOX: Final = re.compile(
    r"信箱|郵箱|邮箱\s*\d|\bP\.?\s?O\.?\s?Box\b|\bpost office box\b|\bPostfach\b|bo[iî]te postale|\bapartado\b", re.IGNORECASE
)
_DIGITS: Final = "0-9０-９〇零一二三四五六七八九十百千"
_HAN: Final = "\u3400-\u9fff"
_CHINESE: Final = re.compile(
    rf"[{_HAN}0-9A-Za-z()（）·]{{0,40}}?(?:大道|大街|公路|胡同|[路街道巷弄里村])(?:[东西南北中]?[{_DIGITS}]{{1,2}}段)?\s?"
    rf"[{_DIGITS}]{{1,6}}(?:[-－–—之][{_DIGITS}]{{1,4}})?\s?[号號弄]"
    rf"(?:[{_HAN}0-9A-Za-z#\-－]{{0,14}}?(?:号楼|[栋棟幢座楼樓层層室]|单元|單元|大厦|大廈|广场|廣場|中心|园区|園區|大楼|厂房|廠房|[0-9]{{3,4}}(?![0-9])))*"
)
_LATIN: Final = re.compile(
    r"\b\d{1,5}[A-Za-z]?(?:-\d{1,5})?[ ]+(?:[A-Z0-9][\w.'’-]*[ ]+){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Square|Place|Pl|Court|Ct|Parkway|Pkwy|Highway|Hwy)\b\.?"
    r"(?:,?\s+(?:[A-Z][\w.'’-]+\s?){1,3})?(?:,\s*[A-Z]{2}\s+\d{5})?"
    r"|\b[A-ZÄÖÜ][\wäöüß.-]*(?:strasse|straße|str\.|gasse|weg|platz)\s+\d{1,4}[a-z]?\b(?:,\s*\d{4,5}\s+[A-ZÄÖÜ][\wäöüß-]+)?"
)
_LEAD_IN: Final = re.compile(
    rf"^.*(?:[在到去往至寄送搬经址位]|位于|地址|[:：,，。;；、])(?=[{_HAN}0-9A-Za-z]{{2,}}?(?:大道|大街|公路|胡同|[路街道巷弄里村]))"
)
_LABEL: Final = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.、]\s*|[①-⑳]\s*|[-•·*]\s*)?(?:([^:：\d]{1,20})[:：]\s*)?(.*\S)\s*$")
_LINE_END: Final = re.compile(r"[\r\n]+|[;；|]")
_BETWEEN: Final = re.compile(r"[\s,，、/]+(?:[^\s,，、/:：]{1,10}[:：]\s*)?$")
_LOOSE: Final = " \t,，、/"
_CLAUSE_END: Final = "。！？!?;；\n"


def has_street(line: str) -> bool:
    """Return whether a line names a street with a number: it is an address for itself."""
    return _CHINESE.search(line) is not None or _LATIN.search(line) is not None


def address_lines(text: str) -> tuple[tuple[str, str], ...]:
    """Return the addresses a field holds, each with its label (仓库: …); several only when several lines name a street each.

    A street over two lines (`Building 5⏎123 Main Street`) is one address.
    """
    if not text.strip():
        return ()
    lines = [part for line in _LINE_END.split(text) if line.strip() for part in _inline(line)]
    starts = [number for number, line in enumerate(lines) if has_street(line) or _POSTBOX.search(line)]
    if len(starts) < 2:
        label, rest = _labelled(" ".join(line.strip() for line in lines))
        return ((rest, label),)
    bounds = [0, *starts[1:], len(lines)]
    found = []
    for start, stop in itertools.pairwise(bounds):
        label, rest = _labelled(" ".join(line.strip() for line in lines[start:stop]))
        found.append((rest, label))
    return tuple(found)


def _inline(line: str) -> list[str]:
    """Part a line that holds several Chinese addresses, a blank, comma or label between them (A路1号 仓库：B路2号)."""
    found = list(_CHINESE.finditer(line))
    cuts = [0]
    for before, match in itertools.pairwise(found):
        if (gap := _BETWEEN.search(line, before.end(), match.start())) is not None:
            cuts.append(gap.start())
    return [line[start:stop].strip(_LOOSE) for start, stop in itertools.pairwise((*cuts, len(line)))]


def _labelled(line: str) -> tuple[str, str]:
    match = _LABEL.match(line)
    return ((match[1] or "").strip(), match[2]) if match is not None else ("", line.strip())


def addresses_in_text(text: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses a free text holds, each with the clause it stands in."""
    seen: set[str] = set()
    for match in (*_CHINESE.finditer(text), *_LATIN.finditer(text)):
        address = _without_lead_in(match[0]) if not match[0].isascii() else match[0]
        if address and address not in seen:
            seen.add(address)
            start = max(text.rfind(end, 0, match.start()) for end in _CLAUSE_END) + 1
            stop = min([at for end in _CLAUSE_END if (at := text.find(end, match.end())) >= 0], default=len(text))
            yield address, text[start:stop].strip()


def _without_lead_in(text: str) -> str:
    """Drop what stands before the first division of an address, or before its road (今天去世纪大道100号 → 世纪大道100号)."""
    lexicon = divisions().lexicon
    for index in range(min(len(text), 24)):
        if len(lexicon.at(text, index)) >= 2:
            return text[index:]
    match = _LEAD_IN.match(text)
    return text[match.end() :] if match is not None else text
