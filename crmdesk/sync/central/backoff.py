"""How long to wait before the next try: 1 s, 2 s, 4 s … 5 min, each ± 30 %, so that a whole sales force does not come back at once."""

from random import Random
from typing import Final

FIRST_S: Final = 1.0
LONGEST_S: Final = 300.0
SPREAD: Final = 0.3


class Backoff:
    """Waiting times of one laptop; `reset` after anything that worked."""

    def __init__(self, random: Random, *, first_s: float = FIRST_S, longest_s: float = LONGEST_S) -> None:
        self._random = random
        self._first_s = first_s
        self._longest_s = longest_s
        self._failures = 0

    @property
    def failures(self) -> int:
        """How many tries in a row failed."""
        return self._failures

    def next_s(self) -> float:
        """Count one more failure and return the seconds to wait now."""
        plain = min(self._longest_s, self._first_s * 2.0 ** min(self._failures, 30))
        self._failures += 1
        return plain * self._random.uniform(1.0 - SPREAD, 1.0 + SPREAD)

    def reset(self) -> None:
        """Begin again with the shortest time."""
        self._failures = 0
