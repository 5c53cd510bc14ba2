"""Roots of merged records, parents, living ancestors, circles, and bringing back what was deleted."""

from typing import Final

from crmdesk.models.hanging import HANGINGS, MENTIONS
from tests.sync.twin.state import Row, State

PARENTS: Final = {(hanging.table, hanging.column): hanging.parent for hanging in HANGINGS}
"""(table, column) → table of what it hangs on."""

MENTIONED: Final = {(table, column): named for table, column, named in MENTIONS}
"""Columns that name a record without hanging on it; they follow a merge."""

FOLLOWED: Final = {**PARENTS, **MENTIONED}


def root(state: State, table: str, id_: str) -> str:
    """Return the id of the record that a merged one stands for now; the id itself where it is none."""
    seen = {id_}
    row = state.row(table, id_)
    while row is not None and row["merged_into"] is not None and row["merged_into"] not in seen:
        seen.add(row["merged_into"])
        row = state.row(table, row["merged_into"])
        if row is not None:
            id_ = row["id"]
    return id_


def parents(row: Row, table: str) -> list[tuple[str, str, str]]:
    """Return (column, parent's table, parent's id) of everything a record hangs on."""
    return [(column, parent, row[column]) for (owner, column), parent in PARENTS.items() if owner == table and row[column]]


def ancestors(state: State, company: str | None) -> list[str]:
    """Return a company and the companies above it, nearest first, deleted ones too."""
    path: list[str] = []
    while company is not None and company not in path:
        row = state.row("company", company)
        if row is None:
            break
        path.append(company)
        company = row["parent_id"]
    return path


def makes_circle(state: State, table: str, id_: str, parent: str | None) -> bool:
    """Whether hanging a record under a parent would put it below itself."""
    seen: set[str] = set()
    while parent is not None and parent not in seen:
        if parent == id_:
            return True
        seen.add(parent)
        row = state.row(table, parent)
        parent = None if row is None else row["parent_id"]
    return False


def living_above(state: State, company: str | None) -> str | None:
    """Return the nearest company, from this one upwards, that is not deleted."""
    for id_ in ancestors(state, company):
        if state.rows["company"][id_]["deleted_at"] is None:
            return id_
    return None


def deleted_path(state: State, table: str, id_: str) -> list[tuple[str, str]]:
    """Return a deleted record and the deleted ones it hangs on, lowest first: what has to come back with it."""
    found: list[tuple[str, str]] = []
    waiting = [(table, id_)]
    while waiting:
        at, here = waiting.pop(0)
        row = state.row(at, here)
        if row is None or (at, here) in found or row["merged_into"] is not None:
            continue
        if row["deleted_at"] is not None:
            found.append((at, here))
        elif (at, here) != (table, id_):
            continue
        waiting += [(parent, root(state, parent, above)) for _, parent, above in parents(row, at)]
    return found
