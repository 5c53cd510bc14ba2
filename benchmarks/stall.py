"""The event loop while a file is imported beside the window and a person types in the search box and scrolls.

A timer of 5 ms beats throughout; what a beat is late is a stall. On a machine that others use the window's own CPU between two beats
tells what of it is ours. The importer is the window's own, in its own process.
"""

import shutil
from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.dataset import BUILD, remove_store, store_of
from benchmarks.importing import table_of
from benchmarks.measure import Reach, Result, in_child, percentile
from benchmarks.start import window_environment

_ROWS: Final = 10_000


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the 99th percentile of the stalls, importing into a store of the smallest size that is no copy of the file."""
    sites = min(sizes)
    copy = BUILD / "import" / "stall.crmdesk"
    copy.parent.mkdir(parents=True, exist_ok=True)
    remove_store(copy)
    shutil.copy(store_of(sites), copy)
    found = in_child("benchmarks.stall_child", [str(copy), str(table_of(_ROWS))], window_environment())
    remove_store(copy)
    stalls, worked = found["ms"], found["worked"]
    yield Result(
        "stall", "stall of the event loop while importing, p99", sites, None, percentile(stalls, 0.99), reach=Reach.AT_MOST, target=50.0,
        note=f"longest {max(stalls):.0f} ms in {len(stalls)} beats, {_ROWS:,} rows in {found['seconds']:.0f} s; "
        f"of its own CPU p99 {percentile(worked, 0.99):.0f} ms, longest {max(worked):.0f}",
    )  # fmt: skip
