"""What a measurement is: ours against its floor, what it should reach, and whether it does."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, unique
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
_LONGEST_S: Final = 3_600.0
"""A child that takes longer hangs."""


@unique
class Reach(Enum):
    """How ours is held against the floor."""

    RATIO_AT_MOST = "ours / floor ≤"
    RATIO_AT_LEAST = "ours / floor ≥"
    DIFFERENCE_AT_MOST = "ours − floor ≤"
    AT_MOST = "ours ≤"
    AT_LEAST = "ours ≥"


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table.

    Attributes:
        sites: size of the store. unit: of floor, ours and of a target that is no ratio.
        target: None for a figure that is only stated.
    """

    name: str
    what: str
    sites: int
    floor: float | None
    ours: float
    unit: str = "ms"
    reach: Reach = Reach.RATIO_AT_MOST
    target: float | None = None
    note: str = ""

    @property
    def figure(self) -> float:
        """What is compared with the target."""
        if self.reach in {Reach.AT_MOST, Reach.AT_LEAST} or self.floor is None:
            return self.ours
        return self.ours - self.floor if self.reach is Reach.DIFFERENCE_AT_MOST else self.ours / self.floor

    @property
    def is_reached(self) -> bool | None:
        """Whether the target is met; None when there is none."""
        if self.target is None:
            return None
        at_least = self.reach in {Reach.RATIO_AT_LEAST, Reach.AT_LEAST}
        return self.figure >= self.target if at_least else self.figure <= self.target

    def to_json(self) -> dict[str, Any]:
        """Return it for `build/bench/results.json`."""
        return {
            **{key: getattr(self, key) for key in ("name", "what", "sites", "floor", "ours", "unit", "target", "note", "figure")},
            "reach": self.reach.value,
            "is_reached": self.is_reached,
        }


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1_000


def median_ms(work: Callable[[], object], times: int = 21) -> float:
    """Return the median of several calls, the first one (cold caches) not counted."""
    work()
    return statistics.median(milliseconds(work) for _ in range(times))


def paired_medians(floor: Callable[[], object], ours: Callable[[], object], times: int = 21) -> tuple[float, float]:
    """Return the medians of two works done in turn, so that a busy machine slows both alike."""
    floor(), ours()  # cold caches
    pairs = [(milliseconds(floor), milliseconds(ours)) for _ in range(times)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which `share` (0 … 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def in_child(module: str, arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run a benchmark module in a process of its own; return the JSON object it prints last.

    Its modules are compiled ahead, as an installed program's are; the first run of all compiles them.

    Raises:
        RuntimeError: it failed; the message holds what it said.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = str(ROOT / "build" / "bench" / "compiled")  # an installed program is compiled already
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**inherited, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=_LONGEST_S,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{module} {' '.join(arguments)}: {done.stderr[-2_000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
