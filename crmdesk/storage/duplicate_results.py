"""What the last search for duplicates found, in its local tables: written as a whole, read as far as it still holds.

A pair holds while both records live and nobody said that they are two; so merging, deleting and a verdict take effect at
once, and their undo brings the pair back.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.derived import CHUNK
from crmdesk.storage.under import condition

_HOLDS: Final = """
FROM duplicate_pair p JOIN {0} l ON l.n=p.left_n JOIN {0} r ON r.n=p.right_n
WHERE p.group_no{1} AND p.kind='{0}' AND l.deleted_at IS NULL AND r.deleted_at IS NULL
  AND NOT EXISTS(SELECT 1 FROM pair_verdict v WHERE v.left_id=min(l.id,r.id) AND v.right_id=max(l.id,r.id) AND v.deleted_at IS NULL)"""

_KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE)


class SearchRow(NamedTuple):
    """One kind's row of `duplicate_search`."""

    kind: str
    made_at: str
    seconds: float
    records: int
    compared: int
    skipped: int
    threshold: float


class PairRow(NamedTuple):
    """A pair that still holds."""

    group_no: int
    kind: str
    left: int
    right: int
    score: float


def replace_results(
    connection: Connection,
    search: SearchRow,
    groups: Iterable[tuple[float, Sequence[tuple[int, int, float]]]],
) -> None:
    """Put the groups (score, pairs) of one kind in the place of its last ones; group numbers go on, so that no old one is met."""
    kind = search.kind
    last = int(connection.exec_driver_sql("SELECT coalesce(max(no),0) FROM duplicate_group").scalar_one())
    connection.exec_driver_sql("DELETE FROM duplicate_pair WHERE kind=?", (kind,))
    connection.exec_driver_sql("DELETE FROM duplicate_group WHERE kind=?", (kind,))
    group_rows: list[tuple[Any, ...]] = []
    pair_rows: list[tuple[Any, ...]] = []
    for no, (score, pairs) in enumerate(groups, start=last + 1):
        group_rows.append((no, kind, score))
        pair_rows += [(kind, left, right, likeness, no) for left, right, likeness in pairs]
    if group_rows:
        connection.exec_driver_sql("INSERT INTO duplicate_group(no,kind,score) VALUES(?,?,?)", group_rows)
        connection.exec_driver_sql("INSERT INTO duplicate_pair(kind,left_n,right_n,score,group_no) VALUES(?,?,?,?,?)", pair_rows)
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO duplicate_search(kind,made_at,seconds,records,compared,skipped,threshold) VALUES(?,?,?,?,?,?,?)",
        tuple(search),
    )


def searches(connection: Connection) -> list[SearchRow]:
    """Return what is known of the last search, a row a kind."""
    rows = connection.exec_driver_sql(
        "SELECT kind,made_at,seconds,records,compared,skipped,threshold FROM duplicate_search ORDER BY kind"
    )
    return [SearchRow(*row) for row in rows]


def groups_that_hold(connection: Connection, kinds: Sequence[RecordKind], under: Under | None = None) -> list[tuple[int, float]]:
    """Return number and score of every group of which a pair holds, the surest first; 5 µs a group.

    `under`: only groups of which a record of such a pair is let in.
    """
    cases, values = "", list[str]()
    for kind in _KINDS:
        let_in = ""
        if under is not None:
            left, bound = condition(under, kind, "l")
            right, _ = condition(under, kind, "r")
            let_in = f" AND ({left} OR {right})"
            values += 2 * bound
        cases += f" WHEN '{kind.value}' THEN EXISTS(SELECT 1 {_HOLDS.format(kind.value, '=g.no')}{let_in})"
    marks = ",".join("?" * len(kinds))
    rows = connection.exec_driver_sql(
        f"SELECT g.no, g.score FROM duplicate_group g WHERE g.kind IN ({marks}) AND CASE g.kind{cases} END ORDER BY g.score DESC, g.no",
        (*(kind.value for kind in kinds), *values),
    )
    return [(row[0], row[1]) for row in rows]


def pairs_that_hold(connection: Connection, groups: Sequence[int]) -> list[PairRow]:
    """Return the pairs of these groups that hold."""
    found: list[PairRow] = []
    for start in range(0, len(groups), CHUNK):
        part = tuple(groups[start : start + CHUNK])
        marks = f" IN ({','.join('?' * len(part))})"
        for kind in _KINDS:
            select = "SELECT p.group_no, p.kind, p.left_n, p.right_n, p.score" + _HOLDS.format(kind.value, marks)
            found += [PairRow(*row) for row in connection.exec_driver_sql(select, part)]
    return found
