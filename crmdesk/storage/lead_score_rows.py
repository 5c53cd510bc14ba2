"""Rows of the lead score: what it learns from, what it scores, the model and the scores themselves. All of it local, nothing is logged."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import LeadStatus, Outcome
from crmdesk.models.lead_traits import COLUMNS

BLOCK: Final = 1_000
"""Leads read together."""
_STAMP: Final = "lead_score_at"
"""Row of `sync_ctl`: JSON of `Stamp`."""
_OPEN: Final = (
    f"status IN ('{LeadStatus.NEW.value}','{LeadStatus.WORKING.value}','{LeadStatus.QUALIFIED.value}') AND deleted_at IS NULL"
)
_WANTED: Final = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Up to where the scores follow what is stored.

    Attributes:
        model: when the model was made (empty: none). day: of the scores, for leads grow older.
        seq: last operation of the log. cursor: of the exchange; lead_rv, follow_up_rv: the centre's highest versions here.
    """

    model: str = ""
    day: str = ""
    seq: int = 0
    cursor: int = 0
    lead_rv: int = 0
    follow_up_rv: int = 0


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One stored score."""

    lead_n: int
    lead_id: str
    probability: float
    reasons: str


def outcome_counts(connection: Connection) -> tuple[int, int]:
    """Return how many leads converted and how many were lost."""
    found = connection.exec_driver_sql(
        "SELECT status, count(*) FROM lead WHERE status IN (?,?) AND deleted_at IS NULL GROUP BY status",
        (LeadStatus.CONVERTED.value, LeadStatus.DISQUALIFIED.value),
    )
    counts = {row[0]: int(row[1]) for row in found}
    return counts.get(LeadStatus.CONVERTED.value, 0), counts.get(LeadStatus.DISQUALIFIED.value, 0)


def finished(connection: Connection, most: int) -> list[int]:
    """Return the row numbers of converted and lost leads, at most the newest `most` of both together."""
    return list(
        connection.exec_driver_sql(
            "SELECT n FROM lead WHERE status IN (?,?) AND deleted_at IS NULL ORDER BY n DESC LIMIT ?",
            (LeadStatus.CONVERTED.value, LeadStatus.DISQUALIFIED.value, most),
        ).scalars()
    )


def open_leads(connection: Connection, after: int) -> list[int]:
    """Return the next `BLOCK` row numbers of open leads behind one."""
    return list(
        connection.exec_driver_sql(
            f"SELECT n FROM lead NOT INDEXED WHERE n>? AND {_OPEN} ORDER BY n LIMIT {BLOCK}", (after,)
        ).scalars()
    )


def leads(connection: Connection, numbers: Sequence[int]) -> Sequence[Mapping[str, Any]]:
    """Return what the score looks at of leads: n, id, status, converted_at, is_open and the traits' columns."""
    found = connection.exec_driver_sql(
        f"""SELECT n, lead.id, status, converted_at, {_OPEN} is_open, {",".join(COLUMNS)}
            FROM json_each(?) w CROSS JOIN lead ON n=w.value""",
        (json.dumps(list(numbers)),),
    )
    return [dict(row) for row in found.mappings()]


def number_of(connection: Connection, lead_id: str) -> int | None:
    """Return the row number of a living lead."""
    return connection.exec_driver_sql("SELECT n FROM lead WHERE id=? AND deleted_at IS NULL", (lead_id,)).scalar()


def moments(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return lead → when somebody spoke to it, ascending."""
    found: dict[str, list[str]] = {}
    for lead, moment in connection.exec_driver_sql(
        f"SELECT lead_id, happened_at FROM follow_up WHERE lead_id IN {_WANTED} AND deleted_at IS NULL ORDER BY lead_id, happened_at",
        (json.dumps(ids),),
    ):
        found.setdefault(lead, []).append(moment)
    return found


def lost_at(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return lost lead → when it was: by its last round of qualification, or the last word this laptop's log has on its status."""
    wanted = json.dumps(ids)
    rounds = connection.exec_driver_sql(
        f"""SELECT lead_id, max(ended_at) FROM qualification WHERE lead_id IN {_WANTED} AND outcome=? AND deleted_at IS NULL
            AND ended_at IS NOT NULL GROUP BY lead_id""",
        (wanted, Outcome.DISQUALIFIED.value),
    )
    found = {row[0]: str(row[1]) for row in rounds}
    logged = connection.exec_driver_sql(
        f"SELECT pk, max(made_at) FROM sync_op WHERE pk IN {_WANTED} AND tbl='lead' AND fld='status' GROUP BY pk", (wanted,)
    )
    return {row[0]: str(row[1]) for row in logged} | found


def term_parents(connection: Connection) -> dict[str, str | None]:
    """Return term → the one above it."""
    rows = connection.exec_driver_sql("SELECT id, parent_id FROM term WHERE taxonomy IN ('source','industry')")
    return {row[0]: row[1] for row in rows}


def term_names(connection: Connection, ids: Sequence[str], name: str) -> dict[str, str]:
    """Return term → its name; `name`: SQL of it over `t`."""
    rows = connection.exec_driver_sql(f"SELECT t.id, {name} FROM term t WHERE t.id IN {_WANTED}", (json.dumps(ids),))
    return {row[0]: row[1] for row in rows}


def model(connection: Connection) -> tuple[str, int, str] | None:
    """Return when the model was made, of how many outcomes it knew, and its weights."""
    row = connection.exec_driver_sql("SELECT made_at, outcomes, weights FROM lead_model WHERE n=1").first()
    return None if row is None else (row[0], row[1], row[2])


def put_model(connection: Connection, made_at: str, outcomes: int, area: float, weights: str) -> None:
    """Put a model in the place of the last one."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO lead_model(n, made_at, outcomes, area, weights) VALUES(1,?,?,?,?)",
        (made_at, outcomes, area, weights),
    )


def stored(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[float, str]]:
    """Return row number → probability and reasons as they are stored."""
    rows = connection.exec_driver_sql(
        f"SELECT lead_n, probability, reasons FROM lead_score WHERE lead_n IN {_WANTED}", (json.dumps(list(numbers)),)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def put_scores(connection: Connection, rows: Sequence[ScoreRow]) -> None:
    """Write scores."""
    if rows:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO lead_score(lead_n, probability, reasons) VALUES(?,?,?)",
            [(row.lead_n, row.probability, row.reasons) for row in rows],
        )


def stale(connection: Connection) -> list[int]:
    """Return the row numbers that have a score and are no open lead any more."""
    return list(
        connection.exec_driver_sql(
            f"SELECT s.lead_n FROM lead_score s WHERE NOT EXISTS (SELECT 1 FROM lead WHERE n=s.lead_n AND {_OPEN})"
        ).scalars()
    )


def drop_scores(connection: Connection, numbers: Sequence[int] | None = None) -> None:
    """Take these scores away, or all."""
    if numbers is None:
        connection.exec_driver_sql("DELETE FROM lead_score")
    elif numbers:
        connection.exec_driver_sql(f"DELETE FROM lead_score WHERE lead_n IN {_WANTED}", (json.dumps(list(numbers)),))


def drop_model(connection: Connection) -> None:
    """Forget what was learnt."""
    connection.exec_driver_sql("DELETE FROM lead_model")


def has_scores(connection: Connection) -> bool:
    """Return whether any lead has a score."""
    return connection.exec_driver_sql("SELECT 1 FROM lead_score LIMIT 1").first() is not None


def stamp(connection: Connection) -> Stamp:
    """Return up to where the scores follow."""
    text = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (_STAMP,)).scalar()
    try:
        return Stamp(**json.loads(text)) if text else Stamp()
    except (ValueError, TypeError):  # of another version of the program
        return Stamp()


def put_stamp(connection: Connection, stamp: Stamp) -> None:
    """Note up to where the scores follow."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES(?,?)", (_STAMP, json.dumps(asdict(stamp))))


def present_stamp(connection: Connection, before: Stamp, made_at: str, day: str) -> Stamp:
    """Return the stamp of what is stored now; the centre's versions are only looked for when something came from there."""
    seq = int(connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())
    cursor = int(connection.exec_driver_sql("SELECT coalesce(max(n),0) FROM sync_cursor").scalar_one())
    versions = (before.lead_rv, before.follow_up_rv)
    if cursor != before.cursor:
        row = connection.exec_driver_sql(
            "SELECT (SELECT coalesce(max(rv),0) FROM lead), (SELECT coalesce(max(rv),0) FROM follow_up)"
        ).one()
        versions = (row[0], row[1])
    return Stamp(made_at, day, seq, cursor, *versions)


def changed_since(connection: Connection, before: Stamp, now: Stamp) -> Iterator[int]:
    """Give the row numbers of leads that were changed, or spoken to, between two stamps; one may come twice."""
    yield from connection.exec_driver_sql(
        "SELECT DISTINCT l.n FROM sync_op o JOIN lead l ON l.id=o.pk WHERE o.seq>? AND o.tbl='lead'", (before.seq,)
    ).scalars()
    yield from connection.exec_driver_sql(
        """SELECT DISTINCT l.n FROM sync_op o JOIN follow_up f ON f.id=o.pk JOIN lead l ON l.id=f.lead_id
           WHERE o.seq>? AND o.tbl='follow_up'""",
        (before.seq,),
    ).scalars()
    if now.lead_rv != before.lead_rv:
        yield from connection.exec_driver_sql("SELECT n FROM lead WHERE rv>?", (before.lead_rv,)).scalars()
    if now.follow_up_rv != before.follow_up_rv:
        yield from connection.exec_driver_sql(
            "SELECT DISTINCT l.n FROM follow_up f JOIN lead l ON l.id=f.lead_id WHERE f.rv>?", (before.follow_up_rv,)
        ).scalars()
