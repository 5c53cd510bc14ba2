"""The long run of the simulator: `make soak`, or `python -m tests.sync.soak --minutes 60 --first 0 --processes 2`.

Prints schedules a second and every broken invariant with its seed and the shrunk schedule.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count

from tests.sync.simulator.schedules import STEPS, shrunk, story, tell
from tests.sync.simulator.world import steps_of

CHUNK = 200


def chunk(first: int) -> tuple[int, int, list[tuple[int, str]]]:
    """Run some schedules; return how many, with how many edits, and (seed, violation) of the bad ones."""
    bad, edits = [], 0
    for seed in range(first, first + CHUNK):
        told = story(seed)
        edits += told.edits
        if told.violation is not None:
            bad.append((seed, told.violation))
    return CHUNK, edits, bad


def say(text: str) -> None:
    """Print at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def explain(seed: int, violation: str) -> None:
    """Print a violation with the shortest schedule that shows it."""
    steps = shrunk(tuple(steps_of(seed, STEPS)))
    say(f"seed {seed}: {violation}\n  in {len(steps)} steps: {steps}")
    for line in tell(steps).trace:
        say(f"    {line[:160]}")


def soak(first: int, seconds: float, most: int | None, processes: int) -> int:
    """Run schedules until the time is over; return how many broke something."""
    begun = told = time.monotonic()
    schedules = edits = broken = 0
    seeds: Iterator[int] = iter(range(first, first + most, CHUNK)) if most else count(first, CHUNK)
    with ProcessPoolExecutor(processes) as pool:
        while time.monotonic() - begun < seconds:
            firsts = [seed for seed, _ in zip(seeds, range(processes * 4), strict=False)]
            if not firsts:
                break
            for done, made, bad in pool.map(chunk, firsts):
                schedules, edits, broken = schedules + done, edits + made, broken + len(bad)
                for seed, violation in bad:
                    explain(seed, violation)
            if time.monotonic() - told > 10:
                told = time.monotonic()
                say(f"{schedules} schedules, {edits} edits, {broken} violations, {schedules / (told - begun):.0f}/s")
    spent = time.monotonic() - begun
    say(f"in all {schedules} schedules, {edits} edits, {broken} violations, {schedules / spent:.0f}/s")
    return broken


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seeds", type=int, default=None, help="how many schedules at most")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    sys.exit(1 if soak(given.first, given.minutes * 60, given.seeds, given.processes) else 0)


if __name__ == "__main__":
    main()
