"""Numbers that name a legal entity: 统一社会信用代码 of mainland China and 統一編號 of Taiwan.

A number that fails is a warning, never a block (`facts.md` §6). python-stdnum is not used for either: its credit code
refuses the letters GB 32100-2015 allows in the first two places (N2… are farmers' cooperatives), checks 43,000 numbers a
second where an import brings hundreds of thousands, and its UBN (2.2) does not know the rule of April 2023. Tests hold
ours to stdnum's wherever both apply.
"""

import re
from typing import Final

from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import Severity
from crmdesk.models.chinese import fold

_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: without I, O, S, V, Z
_BASE: Final = len(_ALPHABET)
_VALUES: Final = {char: value for value, char in enumerate(_ALPHABET)}
_WEIGHTS: Final = tuple(pow(3, place, _BASE) for place in range(17))
_CODE_LENGTH: Final = 18
_SHAPE: Final = re.compile(rf"[{_ALPHABET}]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}")
_OLD_TAX_NUMBER: Final = re.compile(r"[0-9]{6}[0-9A-Z]{9}")  # division code and the nine characters of the body code
_SEPARATORS: Final = re.compile(r"[\s\-_.·:]+")
_LABEL: Final = re.compile(r"^(?:统一社会信用代码|统一信用代码|纳税人识别号|税号|统一编号|统编)")

_UBN_WEIGHTS: Final = (1, 2, 1, 2, 1, 2, 4, 1)
_UBN_DIVISOR: Final = 5  # 10 until March 2023; every older number is divisible by 5 too
_UBN: Final = re.compile(r"[0-9]{8}")


def normalise_credit_code(text: str) -> str:
    """Return a code as it is stored: half width, upper case, without spaces, dashes and a printed label before it."""
    if text.isascii() and text.isalnum():
        return text.upper()  # as nearly all of an import are written
    return _SEPARATORS.sub("", _LABEL.sub("", fold(text))).upper()


def credit_code_check_character(code: str) -> str:
    """Return the 18th character of a credit code from its first 17 (GB 32100-2015, Annex A).

    Raises:
        KeyError: one of the 17 is not in the standard's alphabet.
    """
    total = sum([_VALUES[char] * weight for char, weight in zip(code, _WEIGHTS, strict=False)])
    return _ALPHABET[-total % _BASE]


def is_credit_code(code: str) -> bool:
    """Say whether a normalised code is complete and its check character right."""
    return _SHAPE.fullmatch(code) is not None and code[17] == credit_code_check_character(code)


def check_credit_code(text: str, field: str = "credit_code") -> Remark | None:
    """Return what is wrong with a credit code and its cure; None for a right one and for an empty field."""
    code = normalise_credit_code(text)
    if not code or is_credit_code(code):
        return None
    if len(code) != _CODE_LENGTH and _OLD_TAX_NUMBER.fullmatch(code):
        template = QT_TRANSLATE_NOOP(
            "remarks", "This is a tax number of the old kind (15 characters). The credit code has 18; ask the customer for it."
        )
        return Remark(Severity.INFO, field, template)
    if len(code) != _CODE_LENGTH:
        template = QT_TRANSLATE_NOOP("remarks", "A credit code has 18 characters; this has {count}.")
        return Remark(Severity.WARNING, field, template, {"count": len(code)})
    strange = "".join(dict.fromkeys(char for char in code if char not in _VALUES))
    if strange:
        template = QT_TRANSLATE_NOOP(
            "remarks", "A credit code never holds {characters}; the letters I, O, S, V and Z are not used."
        )
        return Remark(Severity.WARNING, field, template, {"characters": " ".join(strange)})
    if not code[2:8].isdigit():
        template = QT_TRANSLATE_NOOP(
            "remarks", "Characters 3 to 8 of a credit code are digits (the division); these are {characters}."
        )
        return Remark(Severity.WARNING, field, template, {"characters": code[2:8]})
    template = QT_TRANSLATE_NOOP(
        "remarks", "The last character should be {expected}, not {found}, if the others are right. Compare with the licence."
    )
    return Remark(Severity.WARNING, field, template, {"expected": credit_code_check_character(code), "found": code[17]})


def _ubn_sums(code: str, last: int) -> tuple[int, ...]:
    """Return the sums one of which must be divisible; a seventh digit 7 weighs 28, whose digits count as 10 or as 1 (or 0)."""
    products = [int(digit) * weight for digit, weight in zip(code[:7], _UBN_WEIGHTS, strict=False)]
    total = last + sum(product // 10 + product % 10 for product in products)
    return (total, total + 1) if code[6] == "7" else (total,)


def is_ubn(code: str) -> bool:
    """Say whether eight digits are a valid 統一編號 by the rule in force since 2023-04-01."""
    return _UBN.fullmatch(code) is not None and any(total % _UBN_DIVISOR == 0 for total in _ubn_sums(code, int(code[7])))


def check_ubn(text: str, field: str = "credit_code") -> Remark | None:
    """Return what is wrong with a 統一編號 and which last digits would be right; None for a right one and for nothing."""
    code = normalise_credit_code(text)
    if not code or is_ubn(code):
        return None
    if not _UBN.fullmatch(code):
        template = QT_TRANSLATE_NOOP("remarks", "A unified business number of Taiwan has 8 digits; this is {text}.")
        return Remark(Severity.WARNING, field, template, {"text": code[:_CODE_LENGTH]})
    expected = [str(last) for last in range(10) if any(t % _UBN_DIVISOR == 0 for t in _ubn_sums(code, last))]
    template = QT_TRANSLATE_NOOP(
        "remarks",
        "The last digit should be one of {expected}, not {found}, if the others are right. Compare with the certificate.",
    )
    return Remark(Severity.WARNING, field, template, {"expected": " ".join(expected), "found": code[7]})


def check_company_number(text: str, country: str, field: str = "credit_code") -> Remark | None:
    """Check a company's number by the rule of its country; countries without a rule here pass."""
    if country == "TW":
        return check_ubn(text, field)
    return check_credit_code(text, field) if country in {"", "CN"} else None
