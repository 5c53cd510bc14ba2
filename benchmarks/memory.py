"""Resident memory of the window's process with the tree on screen: at each size against the smallest."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.measure import Result
from benchmarks.start import start_window


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the ratio of each size to the smallest."""
    smallest = min(sizes)
    held = {sites: _held(sites) for sites in sorted(sizes)}
    for sites, ours in held.items():
        if sites != smallest:
            yield Result("memory", "memory of the window", sites, held[smallest], ours, "MB", target=1.15)


def _held(sites: int) -> float:
    start_window("tree", sites)
    return median(float(start_window("tree", sites)["mb"]) for _ in range(3))
