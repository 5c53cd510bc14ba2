"""Rows behind the rules of pools: what is due when, and the moves, each one statement however many records there are."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import PoolRule, RecordKind

_TERMS: Final = """WITH terms AS MATERIALIZED (SELECT value->>'owner' owner, value->>'pool' pool, value->>'unfollowed' unfollowed,
  value->>'no_opportunity' no_opportunity, value->>'contract' contract, value->>'protect' protect, value->'grades' grades
  FROM json_each(?1)),
"""
_LEADS: Final = """started AS (
  SELECT l.n, l.id, l.owner_id, t.*, substr(coalesce(l.owned_since,l.last_follow_up_at,?2),1,10) since,
    substr(coalesce(l.last_follow_up_at,''),1,10) spoken, coalesce(l.contract_ends_on,'') ends, l.contract_ends_on IS NOT NULL has_ends,
    coalesce(l.protected_until,'') protected, 0 has_business
  FROM terms t JOIN lead l ON l.owner_id=t.owner AND l.deleted_at IS NULL
  WHERE l.status IN ('new','working','qualified') AND l.is_locked=0),
"""
_SITES: Final = """started AS (
  SELECT s.n, s.id, s.owner_id, t.owner, t.pool, coalesce(t.grades->>('$."'||s.grade||'"'), t.unfollowed) unfollowed,
    t.no_opportunity, t.contract, t.protect,
    substr(coalesce((SELECT max(o.closed_at) FROM opportunity o WHERE o.site_id=s.id AND o.deleted_at IS NULL),
      (SELECT min(a.happened_at) FROM activity a WHERE a.site_id=s.id AND a.deleted_at IS NULL), '9999-12-31'),1,10) since,
    substr(coalesce((SELECT max(a.happened_at) FROM activity a WHERE a.site_id=s.id AND a.deleted_at IS NULL),''),1,10) spoken,
    coalesce(s.contract_ends_on,'') ends, s.contract_ends_on IS NOT NULL has_ends, coalesce(s.protected_until,'') protected
  FROM terms t JOIN site s ON s.owner_id=t.owner AND s.deleted_at IS NULL
  WHERE coalesce(s.is_locked,0)=0 AND s.status<>'existing' AND NOT EXISTS(SELECT 1 FROM opportunity o LEFT JOIN stage g ON g.id=o.stage_id
    WHERE o.site_id=s.id AND o.deleted_at IS NULL AND coalesce(g.is_lost,0)=0)),
"""
_DUE: Final = """dated AS (SELECT *,
    coalesce(date(max(since,spoken),'+'||unfollowed||' days'),'9999-12-31') u,
    coalesce(date(since,'+'||no_opportunity||' days'),'9999-12-31') o,
    CASE WHEN has_ends THEN coalesce(date(max(since,ends),'+'||contract||' days'),'9999-12-31') ELSE '9999-12-31' END c
  FROM started WHERE since<'9999-12-31'),
due AS (SELECT n, id, owner_id, pool, max(min(u,o,c),date(since,'+'||coalesce(protect,0)||' days'),protected) day,
    CASE min(u,o,c) WHEN u THEN 'unfollowed' WHEN o THEN 'no_opportunity' ELSE 'contract_ended' END rule
  FROM dated WHERE min(u,o,c)<'9999-12-31')
"""
_TABLES: Final = {RecordKind.LEAD: _LEADS, RecordKind.SITE: _SITES}


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
    connection: Connection, kind: RecordKind, terms: Sequence[Mapping[str, Any]], today: str, until: str
) -> list[tuple[str, str, str, str, str]]:
    """Return id, owner, pool, day and rule of what is released until a day, the earliest first."""
    rows = connection.exec_driver_sql(
        f"{_TERMS}{_TABLES[kind]}{_DUE} SELECT id, owner_id, pool, day, rule FROM due WHERE day<=?3 AND ?2=?2 ORDER BY day, n",
        (json.dumps(terms), today, until),
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


def count_due(connection: Connection, kind: RecordKind, terms: Sequence[Mapping[str, Any]], today: str) -> dict[PoolRule, int]:
    """Return how many records each rule releases today."""
    rows = connection.exec_driver_sql(
        f"{_TERMS}{_TABLES[kind]}{_DUE} SELECT rule, count(*) FROM due WHERE day<=?2 GROUP BY rule", (json.dumps(terms), today)
    )
    return {PoolRule(row[0]): row[1] for row in rows}


def count_due_by_owner(
    connection: Connection, kind: RecordKind, terms: Sequence[Mapping[str, Any]], today: str
) -> dict[str, int]:
    """Return how many records the rules release today from each owner who loses some."""
    rows = connection.exec_driver_sql(
        f"{_TERMS}{_TABLES[kind]}{_DUE} SELECT owner_id, count(*) FROM due WHERE day<=?2 GROUP BY owner_id",
        (json.dumps(terms), today),
    )
    return {row[0]: row[1] for row in rows}


def release_due(connection: Connection, kind: RecordKind, terms: Sequence[Mapping[str, Any]], today: str, rule: PoolRule) -> None:
    """Move what one rule releases today to its pool, dated the rule's day: every laptop writes the same."""
    owned = ", owned_since=NULL, reason_id=NULL" if kind is RecordKind.LEAD else ""
    connection.exec_driver_sql(
        f"""{_TERMS}{_TABLES[kind]}{_DUE} UPDATE {kind.value} SET former_owner_id={kind.value}.owner_id, owner_id=NULL, pool_id=d.pool,
            pooled_at=d.day||'T00:00:00.000Z', released_by_rule=d.rule{owned}
            FROM (SELECT n, pool, day, rule FROM due WHERE day<=?2 AND rule=?3) d WHERE {kind.value}.n=d.n""",
        (json.dumps(terms), today, rule.value),
    )


def release(
    connection: Connection, kind: RecordKind, ids: Sequence[str], pool_id: str, reason_id: str | None, *, at: str
) -> None:
    """Put records into a pool by hand."""
    lead = kind is RecordKind.LEAD
    columns = ", owned_since=NULL, reason_id=?4" if lead else ""
    values = (pool_id, at, json.dumps(ids), *((reason_id,) if lead else ()))
    connection.exec_driver_sql(
        f"""UPDATE {kind.value} SET former_owner_id=coalesce(owner_id,former_owner_id), owner_id=NULL, pool_id=?1, pooled_at=?2,
            released_by_rule=NULL{columns} WHERE id IN (SELECT value FROM json_each(?3))""",
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
