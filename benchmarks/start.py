"""Starting: to the first paint, and to a painted, usable tree, against an empty window with a QTreeView.

Each start is a process of its own; floor and ours take turns, and the medians are compared. The window opens the store as
a customer's: its key comes from the keyring (a backend that knows this one key), and the page of last time is remembered.
"""

import statistics
import time
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.dataset import BUILD, store_of
from benchmarks.measure import Reach, Result, in_child

_STARTS = 7


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the first paint once and the usable tree at each size."""
    yield _compare("start to first paint", ("empty", "first-paint"), sizes[0], 2.0)
    for sites in sizes:
        target = 1.4 if sites == max(sizes) else None
        yield _compare("start to a usable tree", ("empty-with-libraries", "tree"), sites, target)


def start_window(what: str, sites: int, module: str = "benchmarks.window_child", *more: str) -> dict[str, Any]:
    """Start a window of one kind on the store of a size; return what it reported."""
    return in_child(module, [what, str(time.monotonic()), str(store_of(sites)), *more], window_environment())


def window_environment() -> dict[str, str]:
    """Return what a window is started with: a home of its own, in Chinese as its data, without scheduled copies of the store, and the keyring."""
    home = BUILD / "home"
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('backup_hours = 0\nlanguage = "zh_CN"\n', encoding="utf-8")
    return {"CRMDESK_HOME": str(home), "PYTHON_KEYRING_BACKEND": "benchmarks.fixed_keyring.FixedKeyring"}


def _compare(what: str, kinds: tuple[str, str], sites: int, target: float | None) -> Result:
    floor_kind, our_kind = kinds
    for kind in kinds:  # compiles the modules and fills the disk's cache
        start_window(kind, sites)
    floor, ours = zip(
        *((start_window(floor_kind, sites)["ms"], start_window(our_kind, sites)["ms"]) for _ in range(_STARTS)), strict=True
    )
    return Result(
        "start", what, sites, statistics.median(floor), statistics.median(ours), target=target, reach=Reach.RATIO_AT_MOST
    )
