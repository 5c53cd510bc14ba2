"""Typing into the search box of the window: from each key press to the painted hits, 95 of 100 within the target.

Queries of 1 to 6 characters in every way a name can be typed (`benchmarks.search_queries`), one key press after the other, in
the real window over the real store. The floor asks the index the same expressions and reads the row numbers.
"""

import json
import random
from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection

from benchmarks.dataset import BUILD, open_store
from benchmarks.measure import Reach, Result, milliseconds, percentile
from benchmarks.search_queries import query_mix
from benchmarks.start import start_window
from crmdesk.models.search_query import parse_query

_QUERIES: Final = 120
_SHOWN: Final = 30


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the 95th percentile at each size."""
    for sites in sizes:
        with open_store(sites) as store, store.read() as connection:
            presses = _presses(connection)
            raw = [milliseconds(lambda: _ask(connection, text)) for text in presses]  # noqa: B023 - called at once
        file = BUILD / "queries.json"
        file.write_text(json.dumps(presses), encoding="utf-8")
        ours = start_window("search", sites, "benchmarks.typing_child", str(file))
        target = 16.0 if sites == max(sizes) else None
        yield Result(
            "search", "key press to painted hits, p95", sites, percentile(raw, 0.95), percentile(ours["ms"], 0.95),
            reach=Reach.AT_MOST, target=target, note=f"median {percentile(ours['ms'], 0.5):.1f}, {len(presses)} key presses; of CPU "
            f"p95 {percentile(ours['cpu'], 0.95):.1f}, median {percentile(ours['cpu'], 0.5):.1f}",
        )  # fmt: skip


def _presses(connection: Connection) -> list[str]:
    """Return what stands in the box after each key press: every beginning of every query."""

    def some(statement: str) -> list[str]:
        return [str(text) for text in connection.exec_driver_sql(statement).scalars() if text]

    step = max(1, int(connection.exec_driver_sql("SELECT max(n) FROM site").scalar_one()) // 400)
    names = some(f"SELECT name FROM site WHERE n%{step}=0") + some(f"SELECT legal_name FROM company WHERE n%{step}=0")
    phones = some("SELECT phone FROM site WHERE phone IS NOT NULL LIMIT 200")
    codes, addresses = some(f"SELECT code FROM site WHERE n%{step}=1"), some(f"SELECT address_text FROM site WHERE n%{step}=2")
    queries = random.Random(3).sample(query_mix(names, phones, codes, addresses), _QUERIES)
    return [query.text[:end] for query in queries for end in range(1, len(query.text) + 1) if query.text[:end].strip()]


def _ask(connection: Connection, text: str) -> None:
    found = 0
    for _step, expression in parse_query(text).steps:
        if found < _SHOWN:
            rows = connection.exec_driver_sql(
                "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?", (expression, _SHOWN)
            )
            found += len(rows.all())
