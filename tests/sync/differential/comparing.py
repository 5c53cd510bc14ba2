"""Telling two centres apart: times of the centre's own clock do not count, everything else does."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from crmdesk.sync.protocol import Page
from tests.sync.central_server import CentralDatabase
from tests.sync.differential import loading
from tests.sync.twin.state import State

_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
_JSON = frozenset({"base", "theirs", "mine", "old", "new", "extra"})


class Difference(AssertionError):
    """The twin and the functions disagree."""


def plain(name: str, value: Any) -> Any:
    """Return a value without times, JSON text read."""
    if isinstance(value, str):
        if name in _JSON:
            return _timeless(json.loads(value))
        return _TIME.sub("time", value)
    return value


def _timeless(value: Any) -> Any:
    return json.loads(_TIME.sub("time", json.dumps(value, sort_keys=True)))


def state_differs(database: CentralDatabase, state: State) -> Iterator[str]:
    """Say what the two keep differently."""
    real = loading.tables(database)
    for table, rows in loading.twin_tables(state).items():
        yield from _differs(table, rows, real[table])
    kept = loading.beside(database)
    for what, twin in loading.twin_beside(state).items():
        for key in sorted({*twin, *kept[what]}, key=str):
            if _timeless(_listed(twin.get(key))) != _timeless(_listed(kept[what].get(key))):
                yield f"{what} {key}: the twin has {twin.get(key)}, PostgreSQL {kept[what].get(key)}"


def _listed(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _differs(table: str, twin: Mapping[str, dict[str, Any]], real: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    for id_ in sorted({*twin, *real}):
        mine, theirs = twin.get(id_), real.get(id_)
        if mine is None or theirs is None:
            yield f"{table} {id_}: the twin has {_short(mine)}, PostgreSQL {_short(theirs)}"
            continue
        for name, value in mine.items():
            if plain(name, value) != plain(name, theirs[name]):
                yield f"{table} {id_} {name}: the twin has {value!r:.300}, PostgreSQL {theirs[name]!r:.300}"


def _short(row: Mapping[str, Any] | None) -> str:
    return "nothing" if row is None else str({name: value for name, value in row.items() if value is not None})


def pages_differ(what: str, twin: Page, real: Page) -> Iterator[str]:
    """Say how two answers of one reading function differ; both were asked for everything at once."""
    for name in ("stale", "head"):
        if getattr(twin, name) != getattr(real, name):
            yield f"{what} {name}: the twin says {getattr(twin, name)}, PostgreSQL {getattr(real, name)}"
    if {*twin.leave} != {*map(tuple, real.leave)}:
        yield f"{what} leave: the twin says {sorted(twin.leave)}, PostgreSQL {sorted(real.leave)}"
    for table in sorted({*twin.rows, *real.rows} - {"reach"}):
        yield from _differs(f"{what} {table}", _by_id(twin, table), _by_id(real, table))
    sights = [{tuple(row) for row in page.rows.get("reach", ())} for page in (twin, real)]
    if sights[0] != sights[1]:
        yield f"{what} reach: only the twin {sorted(sights[0] - sights[1])}, only PostgreSQL {sorted(sights[1] - sights[0])}"


def _by_id(page: Page, table: str) -> dict[str, dict[str, Any]]:
    names = page.columns.get(table, ())
    rows = [dict(zip(names, values, strict=True)) for values in page.rows.get(table, ())]
    return {row["id"]: row for row in rows}
