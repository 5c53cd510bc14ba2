"""Customer codes: mnemonics from pinyin initials, unique, editable (`design.md` §3: QQSY, QQSY-SHPD).

The code of a company spells the distinctive part of its name: 家乐福 → JLF, 全球石油有限公司 → QQSY, 重庆长安汽车股份有限公司
→ CAQC (the place goes), 重庆银行股份有限公司 → CQYH (the place is what distinguishes it).
"""

import functools
import itertools
import re
from collections.abc import Iterator
from typing import Final

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.chinese import fold
from crmdesk.models.company_names import distinctive, short_place, shorten
from crmdesk.models.pinyin import initials, syllables

MAX_LENGTH: Final = 24
"""Longest code that is stored."""
_MAX_SUGGESTED: Final = 6
_MAX_NAME: Final = 120  # characters of a name that are looked at; no code needs more
_UNREADABLE: Final = "CUST"  # a name in a script we cannot spell; the number behind it tells them apart
_CODE: Final = re.compile(r"[A-Z0-9](?:[A-Z0-9]|[-_./](?=[A-Z0-9])){0,23}")
_NOT_IN_CODES: Final = re.compile(r"[^A-Z0-9]+")
_VOWELS: Final = re.compile(r"[AEIOU]")
_REPEATED: Final = re.compile(r"(.)\1+")
_WHOLE_WORD: Final = 4  # a Latin word up to here is its own code
_NO_DIVISION: Final = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


class BadCode(CrmError):
    """A code holds something it must not, or is too long. Params: `code`, `longest`."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "{code} cannot be a code. A code has up to {longest} letters A–Z and digits, with - _ . / only between them.",
    )


def normalise_code(text: str) -> str:
    """Return a typed code as it is stored: half width, upper case, without white space."""
    return "".join(fold(text).split()).upper()


def check_code(code: str) -> None:
    """Refuse what cannot be a code.

    Raises:
        BadCode: empty, longer than `MAX_LENGTH`, or other than A–Z, 0–9 and single - _ . / between them.
    """
    if not _CODE.fullmatch(code):
        raise BadCode(code=code[: 2 * MAX_LENGTH] or "“”", longest=MAX_LENGTH)


def _spell(text: str) -> str:
    """Write what can be written in A–Z and 0–9: initials of Chinese, letters and digits of the rest."""
    letters = initials(text)
    return _NOT_IN_CODES.sub("", (letters if letters.isascii() else fold(letters)).upper())


def _shorten_word(word: str) -> str:
    """Abbreviate one Latin word: its first letter and the consonants after it (CARREFOUR → CRFR)."""
    if len(word) <= _WHOLE_WORD:
        return word
    consonants = _REPEATED.sub(r"\1", _VOWELS.sub("", word[1:]))
    return (word[0] + consonants)[:_WHOLE_WORD] if consonants else word[:_WHOLE_WORD]


def _latin_code(text: str) -> str:
    words = [w for w in (_NOT_IN_CODES.sub("", part) for part in re.split(r"[\s\-/&+.]+", fold(text).upper())) if w]
    if len(words) == 1:
        return _shorten_word(words[0])
    if words and len(words[0]) <= _WHOLE_WORD - 1 and text.split(maxsplit=1)[0].isupper():
        return words[0]  # ABB Asea Brown Boveri calls itself ABB
    return "".join(word[0] for word in words)


def suggest_company_code(name: str) -> str:
    """Suggest the code of a company: 2–6 letters and digits, not yet checked against the codes in use.

    Chinese: the initials of the distinctive part, or of its short name where that has more than six. Latin: initials of
    the words, or first letter and consonants of a single word.
    """
    body = distinctive(name[:_MAX_NAME])
    if fold(body).isascii():
        code = _latin_code(body)
    else:
        code = _spell(body)
        if len(code) > _MAX_SUGGESTED:
            code = _spell(shorten(body)) or code
    if len(code) < 2:
        code = (code + _NOT_IN_CODES.sub("", "".join(syllables(body)).upper())[1:2]) if code else _UNREADABLE
    if len(code) < 2:
        code = f"{code}1"
    return code[:_MAX_SUGGESTED]


_normal: Final = functools.lru_cache(maxsize=64)(normalise_code)
"""The sites of a company mostly follow one another."""


@functools.lru_cache(maxsize=4096)
def _place_letters(place: str) -> str:
    return _spell(short_place(place))


def suggest_site_code(company_code: str, *places: str) -> str:
    """Suggest the code of a site: the company's code, and the initials of where it is.

    `places` go from large to small and may be empty or repeat: `("QQSY", "上海市", "上海市", "浦东新区")` → QQSY-SHPD,
    `("JLF", "北京", "马连道店")` → JLF-BJMLD. A site without a place has its company's code with -1.
    """
    letters: list[str] = []
    for place in dict.fromkeys(short_place(p.strip()) for p in places if p.strip() not in _NO_DIVISION):
        # 店 says nothing where every site is a store
        spelled = _place_letters(place.removesuffix("店") or place)
        if spelled:
            letters.append(spelled)
    tail = "".join(letters)[:_MAX_SUGGESTED] or "1"
    head = _normal(company_code)[: MAX_LENGTH - len(tail) - 1].rstrip("-_./")
    return f"{head}-{tail}" if head else tail


def candidates(base: str) -> Iterator[str]:
    """Yield `base` and its variants without end, each different: JLF, JLF2, JLF3 … always within `MAX_LENGTH`.

    A base that ends in a digit gets a dash first (AB1, AB1-2), lest it look like another number.
    """
    yield base[:MAX_LENGTH].rstrip("-_./")
    for number in itertools.count(2):
        tail = f"-{number}" if base[-1:].isdigit() else str(number)
        yield base[: MAX_LENGTH - len(tail)].rstrip("-_./") + tail
