"""`python -m benchmarks [NAME …] [--sizes 10000,100000,1000000]`: measure, print a table, keep build/bench/results.json."""

import argparse
import importlib
import json
import os
import platform
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from benchmarks.dataset import BUILD
from benchmarks.measure import Result

BENCHMARKS: Final = {
    "address": "benchmarks.address",
    "start": "benchmarks.start",
    "expand": "benchmarks.expand",
    "hierarchy": "benchmarks.hierarchy",
    "search": "benchmarks.typing_search",
    "record": "benchmarks.record",
    "tree": "benchmarks.tree_pages",
    "import": "benchmarks.importing",
    "lead_import": "benchmarks.lead_importing",
    "memory": "benchmarks.memory",
    "stall": "benchmarks.stall",
    "matching": "benchmarks.matching",
    "duplicates": "benchmarks.duplicates",
    "picture": "benchmarks.group_picture",
    "split": "benchmarks.splitting",
    "export": "benchmarks.export",
    "exchange": "benchmarks.exchange",
    "leads": "benchmarks.leads",
    "pool_rules": "benchmarks.pool_rules",
    "lead_score": "benchmarks.lead_score",
}
"""Name → module with `run(sizes)`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that were named, or all; return 1 when one misses its target."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--sizes", default="10000,100000,1000000", help="sites, comma separated")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    sizes = [int(size) for size in options.sizes.split(",")]
    print(f"{_machine()}\n{_head()}", flush=True)
    results: list[Result] = []
    for name in options.names or BENCHMARKS:
        for result in importlib.import_module(BENCHMARKS[name]).run(sizes):
            results.append(result)
            print(_line(result), flush=True)
    _print_targets(results)
    _keep(results)
    return int(any(result.is_reached is False for result in results))


def _machine() -> str:
    """Return what the figures were measured on, and how busy it was."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return f"{time.strftime('%Y-%m-%d %H:%M')} · {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()} · load {load}"


def _head() -> str:
    return f"{'what':<44}{'sites':>10}{'floor':>12}{'ours':>12}  {'unit':<7}{'figure':>9}  target"


def _line(result: Result) -> str:
    floor = "" if result.floor is None else f"{result.floor:,.2f}"
    target = "" if result.target is None else f"{result.reach.value} {result.target:g}"
    verdict = {True: "ok", False: "MISSED", None: ""}[result.is_reached]
    return (
        f"{result.what:<44}{result.sites:>10,}{floor:>12}{result.ours:>12,.2f}  {result.unit:<7}{result.figure:>9,.2f}  "
        f"{target:<22} {verdict:<7} {result.note}"
    ).rstrip()


def _print_targets(results: Sequence[Result]) -> None:
    """Print what has a target once more, in one table with nothing between."""
    aimed = [result for result in results if result.target is not None]
    if aimed:
        reached = sum(result.is_reached is True for result in aimed)
        print(f"\nTargets: {reached} of {len(aimed)} reached · {_machine()}\n{_head()}")
        for result in aimed:
            print(_line(replace(result, note="")))


def _keep(results: Iterable[Result]) -> None:
    BUILD.mkdir(parents=True, exist_ok=True)
    content = {"machine": _machine(), "results": [result.to_json() for result in results]}
    (BUILD / "results.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
