"""How hard a passphrase is to guess, in three steps: a hint while typing, never a refusal."""

from enum import Enum
from math import log2
from typing import Final

_WEAK_BELOW: Final = 40.0  # bits, guessed offline with the stretching of `storage.keys` in days
_GOOD_FROM: Final = 60.0
_CHINESE: Final = 3000  # characters in common use


class Strength(Enum):
    """The three steps."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(passphrase: str) -> Strength:
    """Return a rough estimate: the size of the alphabet used to the power of the characters that are not repeats."""
    bits = _bits(passphrase)
    if bits < _WEAK_BELOW:
        return Strength.WEAK
    return Strength.FAIR if bits < _GOOD_FROM else Strength.GOOD


def _bits(text: str) -> float:
    alphabet = 0
    for size, belongs in (
        (10, str.isdigit),
        (26, lambda sign: sign.isascii() and sign.islower()),
        (26, lambda sign: sign.isascii() and sign.isupper()),
        (33, lambda sign: sign.isascii() and not sign.isalnum()),
        (_CHINESE, lambda sign: not sign.isascii()),
    ):
        if any(belongs(sign) for sign in text):
            alphabet += size
    fresh = sum(1 for at, sign in enumerate(text) if at == 0 or abs(ord(sign) - ord(text[at - 1])) > 1)
    return fresh * log2(alphabet) if alphabet else 0.0
