"""Amounts of money: whole minor units of an ISO 4217 currency, read from and written as people write them."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from crmdesk.core.errors import InvalidField
from crmdesk.core.text import QT_TRANSLATE_NOOP

USUAL: Final = "CNY"
"""Currency where nothing else is said."""

CURRENCIES: Final = (
    "CNY",
    "TWD",
    "HKD",
    "USD",
    "EUR",
    "JPY",
    "GBP",
    "SGD",
    "KRW",
    "AUD",
    "CAD",
    "CHF",
    "INR",
    "MYR",
    "THB",
    "VND",
)
"""What is offered, the nearest first; any ISO 4217 code is stored as it comes."""

_DIGITS: Final = {
    **dict.fromkeys(
        ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"), 0
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
"""ISO 4217 minor units where they are not 2."""

_MARKS: Final = {"¥": "CNY", "￥": "CNY", "元": "CNY", "NT$": "TWD", "HK$": "HKD", "$": "USD", "€": "EUR", "£": "GBP"}
_MYRIADS: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_MOST: Final = 2**53


class NotAnAmount(InvalidField):
    """An amount holds something else. Params: `value`."""

    template = QT_TRANSLATE_NOOP("errors", "“{value}” is no amount. Type a number like 12000 or 12,000.50.")


@dataclass(frozen=True, slots=True)
class Money:
    """So many minor units (fen, cents) of a currency."""

    minor: int
    currency: str

    @property
    def amount(self) -> Decimal:
        """The amount in whole units."""
        return Decimal(self.minor).scaleb(-digits_of(self.currency))

    def __str__(self) -> str:
        return f"{self.amount:,} {self.currency}"


def digits_of(currency: str) -> int:
    """Return how many digits stand behind the point (ISO 4217)."""
    return _DIGITS.get(currency, 2)


def sql_whole_units(minor: str, currency: str) -> str:
    """Return SQL of an amount in whole units, given the SQL of its minor units and of its currency."""
    cases = " ".join(f"WHEN '{code}' THEN {10.0**digits}" for code, digits in sorted(_DIGITS.items()))
    return f"{minor}/CASE {currency} {cases} ELSE 100.0 END"


def read_amount(text: object, currency: str = USUAL) -> Money | None:
    """Return the amount a person typed or a file holds; nothing typed is None.

    A mark or code in the text names the currency (`¥`, `NT$`, `USD`); 万 and 亿 multiply; more digits than the currency has are
    rounded half to even.

    Raises:
        NotAnAmount: it is none, or is too large to be kept exactly.
    """
    typed = unicodedata.normalize("NFKC", str(text)).strip()
    if not typed:
        return None
    rest, currency = _without_currency(typed, currency)
    factor = 1
    for mark, times in _MYRIADS.items():
        if rest.endswith(mark):
            rest, factor = rest.removesuffix(mark), factor * times
    try:
        amount = Decimal(rest.replace(",", "").replace(" ", "").replace("_", "?")) * factor
        minor = int(amount.scaleb(digits_of(currency)).to_integral_value())
    except (InvalidOperation, ValueError, OverflowError):
        raise NotAnAmount(value=text) from None
    if abs(minor) >= _MOST:
        raise NotAnAmount(value=text)
    return Money(minor, currency)


def _without_currency(typed: str, currency: str) -> tuple[str, str]:
    for mark, known in sorted(_MARKS.items(), key=lambda item: -len(item[0])):
        folded = unicodedata.normalize("NFKC", mark)
        if typed.startswith(folded) or typed.endswith(folded):
            return typed.removeprefix(folded).removesuffix(folded).strip(), known
    for code in (typed[:3], typed[-3:]):
        if code.isascii() and code.isalpha() and code.upper() == code:
            return typed.removeprefix(code).removesuffix(code).strip(), code
    return typed, currency
