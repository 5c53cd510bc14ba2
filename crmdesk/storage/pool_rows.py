"""Rows behind the rules of pools: what is due when, and the moves, each one statement however many records there are."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import PoolRule, RecordKind

_MOMENT: Final = "strftime('%Y-%m-%dT%H:%M:%fZ',{0},'+'||{1}||' days')"
_NEVER: Final = "'9999-12-31'"
_TERMS: Final = """WITH places AS MATERIALIZED (SELECT value->>'owner' owner, value->>'pool' pool FROM json_each(?1,'$.owners')),
rules AS MATERIALIZED (SELECT value->>'pool' pool, value->>'unfollowed' unfollowed, value->>'no_opportunity' no_opportunity,
  value->>'contract' contract, value->>'protect' protect, value->'grades' grades FROM json_each(?1,'$.pools')),
early AS MATERIALIZED (SELECT pool early_pool, coalesce({0},'') u_before, coalesce({1},'') o_before, coalesce({2},'') c_before FROM rules),
"""
_BEFORE: Final = "strftime('%Y-%m-%dT%H:%M:%fZ',{0},'-'||{1}||' days')"
_POOL: Final = "JOIN rules r ON r.pool=CASE WHEN t.from_pool_id IN (SELECT pool FROM rules) THEN t.from_pool_id ELSE p.pool END"
_LEADS: Final = f"""started AS (
  SELECT t.n, t.id, t.owner_id, r.*, coalesce(t.owned_since,t.last_follow_up_at,?2) since, coalesce(t.last_follow_up_at,'') spoken,
    t.contract_ends_on||'T12:00:00.000Z' ends, coalesce(t.protected_until||'T12:00:00.000Z','') protected
  FROM lead t NOT INDEXED CROSS JOIN places p ON t.owner_id=p.owner AND t.deleted_at IS NULL {_POOL} JOIN early e ON e.early_pool=r.pool
  WHERE t.status IN ('new','working','qualified') AND t.is_locked=0 AND coalesce(t.owned_since,'')<max(u_before,o_before,c_before)
    AND (max(coalesce(t.owned_since,''),coalesce(t.last_follow_up_at,''))<u_before OR coalesce(t.owned_since,'')<o_before
      OR t.contract_ends_on||'T12:00:00.000Z'<c_before)),
"""
_SITES: Final = f"""started AS (
  SELECT t.n, t.id, t.owner_id, r.pool, coalesce(r.grades->>('$."'||t.grade||'"'), r.unfollowed) unfollowed,
    r.no_opportunity, r.contract, r.protect,
    coalesce(nullif(max(coalesce(t.owned_since,''),
        coalesce((SELECT max(o.closed_at) FROM opportunity o WHERE o.site_id=t.id AND o.deleted_at IS NULL),'')),''),
      (SELECT min(a.happened_at) FROM activity a WHERE a.site_id=t.id AND a.deleted_at IS NULL), {_NEVER}) since,
    coalesce((SELECT max(a.happened_at) FROM activity a WHERE a.site_id=t.id AND a.deleted_at IS NULL),'') spoken,
    t.contract_ends_on||'T12:00:00.000Z' ends, coalesce(t.protected_until||'T12:00:00.000Z','') protected
  FROM places p JOIN site t ON t.owner_id=p.owner AND t.deleted_at IS NULL {_POOL}
  WHERE coalesce(t.is_locked,0)=0 AND t.status<>'existing' AND NOT EXISTS(SELECT 1 FROM opportunity o LEFT JOIN stage g ON g.id=o.stage_id
    WHERE o.site_id=t.id AND o.deleted_at IS NULL AND coalesce(g.is_lost,0)=0)),
"""
_DUE: Final = f"""dated AS (SELECT *, coalesce({_MOMENT.format("max(since,spoken)", "unfollowed")},{_NEVER}) u,
    coalesce({_MOMENT.format("since", "no_opportunity")},{_NEVER}) o,
    coalesce({_MOMENT.format("max(since,ends)", "contract")},{_NEVER}) c
  FROM started WHERE since<{_NEVER}),
due AS (SELECT n, id, owner_id, pool, max(min(u,o,c),{_MOMENT.format("since", "coalesce(protect,0)")},protected) moment,
    CASE min(u,o,c) WHEN u THEN 'unfollowed' WHEN o THEN 'no_opportunity' ELSE 'contract_ended' END rule
  FROM dated WHERE min(u,o,c)<{_NEVER})
"""
_TABLES: Final = {RecordKind.LEAD: _LEADS, RecordKind.SITE: _SITES}


def _due(kind: RecordKind, terms: Mapping[str, Any], until: str = "?2") -> str:
    """Return the tables of the query: what is due; leads that are not due before a moment are left out before days are reckoned."""
    early = (_BEFORE.format(until, days) for days in ("unfollowed", "no_opportunity", "contract"))
    started = _TABLES[kind]
    if len(terms["owners"]) == 1:  # by the index; of everybody in the order of the file: 1.6 s instead of 3.9 for 200,000
        started = started.replace("NOT INDEXED CROSS JOIN places p ON", "JOIN places p ON")
    return f"{_TERMS.format(*early)}{started}{_DUE}"


def pools(connection: Connection) -> list[dict[str, Any]]:
    """Return the living pools with their rules, in the order of their positions."""
    rows = connection.exec_driver_sql("SELECT * FROM pool WHERE deleted_at IS NULL ORDER BY position, id")
    return [dict(row) for row in rows.mappings()]


def members(connection: Connection) -> list[tuple[str, str, str]]:
    """Return pool, person and role of every member."""
    rows = connection.exec_driver_sql("SELECT pool_id, user_id, role FROM pool_member WHERE deleted_at IS NULL ORDER BY id")
    return [(row[0], row[1], row[2]) for row in rows]


def owners(connection: Connection, kind: RecordKind) -> list[tuple[str, str | None]]:
    """Return everybody who has records of a kind, with his team."""
    rows = connection.exec_driver_sql(
        f"""SELECT o.owner_id, u.team_id FROM (SELECT DISTINCT owner_id FROM {kind.value}
            WHERE owner_id IS NOT NULL AND deleted_at IS NULL) o LEFT JOIN app_user u ON u.id=o.owner_id ORDER BY o.owner_id"""
    )
    return [(row[0], row[1]) for row in rows]


def due(
    connection: Connection, kind: RecordKind, terms: Mapping[str, Any], today: str, until: str
) -> list[tuple[str, str, str, str, str]]:
    """Return id, owner, pool, moment and rule of what is released before a moment, the earliest first; `today` ends today."""
    rows = connection.exec_driver_sql(
        f"{_due(kind, terms, '?3')} SELECT id, owner_id, pool, moment, rule FROM due WHERE moment<?3 AND ?2=?2 ORDER BY moment, n",
        (json.dumps(terms), today, until),
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


def count_due(connection: Connection, kind: RecordKind, terms: Mapping[str, Any], today: str) -> dict[PoolRule, int]:
    """Return how many records each rule releases before a moment, the end of today."""
    rows = connection.exec_driver_sql(
        f"{_due(kind, terms)} SELECT rule, count(*) FROM due WHERE moment<?2 GROUP BY rule", (json.dumps(terms), today)
    )
    return {PoolRule(row[0]): row[1] for row in rows}


def count_due_by_owner(connection: Connection, kind: RecordKind, terms: Mapping[str, Any], today: str) -> dict[str, int]:
    """Return how many records the rules release before a moment, the end of today, from each owner who loses some."""
    rows = connection.exec_driver_sql(
        f"{_due(kind, terms)} SELECT owner_id, count(*) FROM due WHERE moment<?2 GROUP BY owner_id",
        (json.dumps(terms), today),
    )
    return {row[0]: row[1] for row in rows}


def release_due(connection: Connection, kind: RecordKind, terms: Mapping[str, Any], today: str, rule: PoolRule) -> None:
    """Move what one rule releases before the end of today to its pool, dated the rule's moment: every laptop writes the same."""
    reason = ", reason_id=NULL" if kind is RecordKind.LEAD else ""
    connection.exec_driver_sql(
        f"""{_due(kind, terms)} UPDATE {kind.value} SET former_owner_id={kind.value}.owner_id, owner_id=NULL, pool_id=d.pool,
            pooled_at=d.moment, owned_since=NULL, released_by_rule=d.rule{reason}
            FROM (SELECT n, pool, moment, rule FROM due WHERE moment<?2 AND rule=?3) d WHERE {kind.value}.n=d.n""",
        (json.dumps(terms), today, rule.value),
    )


def count_anew(connection: Connection, first: int, last: int, at: str) -> None:
    """Let the days of what these operations of the log released, and what has an owner again, count from a moment on."""
    for kind in (RecordKind.LEAD, RecordKind.SITE):
        connection.exec_driver_sql(
            f"""UPDATE {kind.value} SET owned_since=?3 WHERE owner_id IS NOT NULL AND deleted_at IS NULL AND id IN
                  (SELECT pk FROM sync_op WHERE seq BETWEEN ?1 AND ?2 AND tbl='{kind.value}' AND fld='owner_id')""",
            (first, last, at),
        )


def release(
    connection: Connection, kind: RecordKind, ids: Sequence[str], pool_id: str, reason_id: str | None, *, at: str
) -> None:
    """Put records into a pool by hand."""
    lead = kind is RecordKind.LEAD
    columns = ", reason_id=?4" if lead else ""
    values = (pool_id, at, json.dumps(ids), *((reason_id,) if lead else ()))
    connection.exec_driver_sql(
        f"""UPDATE {kind.value} SET former_owner_id=coalesce(owner_id,former_owner_id), owner_id=NULL, pool_id=?1, pooled_at=?2,
            owned_since=NULL, released_by_rule=NULL{columns} WHERE id IN (SELECT value FROM json_each(?3))""",
        values,
    )


def move_waiting(connection: Connection, kind: RecordKind, pool_id: str, to_pool: str) -> None:
    """Let everything that waits in a pool wait in another; since when it waits stays."""
    connection.exec_driver_sql(f"UPDATE {kind.value} SET pool_id=? WHERE pool_id=? AND deleted_at IS NULL", (to_pool, pool_id))


def waiting(connection: Connection, pool_id: str) -> tuple[int, int]:
    """Return how many leads and sites wait in a pool."""
    leads, sites = (
        connection.exec_driver_sql(
            f"SELECT count(*) FROM {table} WHERE pool_id=? AND deleted_at IS NULL", (pool_id,)
        ).scalar_one()
        for table in ("lead", "site")
    )
    return leads, sites


def member_rows(connection: Connection, pool_id: str) -> dict[str, str]:
    """Return person → id of his membership."""
    rows = connection.exec_driver_sql("SELECT user_id, id FROM pool_member WHERE pool_id=? AND deleted_at IS NULL", (pool_id,))
    return {row[0]: row[1] for row in rows}


def seen(connection: Connection, pool_id: str, day: str) -> set[str]:
    """Return the records of a pool that were opened on a day."""
    rows = connection.exec_driver_sql("SELECT record_id FROM pool_view WHERE pool_id=? AND day=?", (pool_id, day))
    return set(rows.scalars())


def note_seen(connection: Connection, pool_id: str, day: str, record_id: str) -> None:
    """Note that a record was opened; what was noted on other days is forgotten."""
    connection.exec_driver_sql("DELETE FROM pool_view WHERE day<?", (day,))
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO pool_view(day, pool_id, record_id) VALUES(?,?,?)", (day, pool_id, record_id)
    )
