"""Rows of leads: names beside one, the bulk writes of commands, each one statement however many leads it is for."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import LeadStatus, PoolRole
from crmdesk.storage import record_rows

TERM_NAME: Final = {"zh_TW": "coalesce(nullif({0}.name_zh_tw,''),{0}.name)", "en": "coalesce(nullif({0}.name_en,''),{0}.name)"}
"""SQL of a term's name by language; `{0}.name` in any other."""
_WANTED: Final = "(SELECT value FROM json_each(?))"


def term_name(alias: str, language: str) -> str:
    """Return SQL of a term's name in a language."""
    return TERM_NAME.get(language, "{0}.name").format(alias)


def names_of(connection: Connection, row: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    """Return the names that stand for the ids in a lead's row, and its score; None where there is none.

    Keys: owner, former_owner, pool, masks_contacts, source, industry, reason, probability.
    """
    found = connection.exec_driver_sql(
        f"""SELECT (SELECT name FROM app_user WHERE id=?) owner, (SELECT name FROM app_user WHERE id=?) former_owner,
              (SELECT name FROM pool WHERE id=?) pool,
              (SELECT masks_contacts FROM pool WHERE id=?) masks_contacts, (SELECT {term_name("t", language)} FROM term t WHERE t.id=?) source,
              (SELECT {term_name("t", language)} FROM term t WHERE t.id=?) industry,
              (SELECT {term_name("t", language)} FROM term t WHERE t.id=?) reason,
              (SELECT probability FROM lead_score WHERE lead_n=?) probability""",
        tuple(
            row[key]
            for key in ("owner_id", "former_owner_id", "pool_id", "pool_id", "source_id", "industry_id", "reason_id", "n")
        ),
    )
    return dict(found.mappings().one())


def standing(connection: Connection, leads: Sequence[str]) -> dict[str, tuple[str, str, bool]]:
    """Return id → status, name of the owner or the pool, and whether phone and mail are masked because it waits in a pool."""
    if not leads:
        return {}
    rows = connection.exec_driver_sql(
        f"""SELECT l.id, l.status, coalesce(u.name,p.name,''), coalesce(p.masks_contacts,0) FROM lead l
            LEFT JOIN app_user u ON u.id=l.owner_id LEFT JOIN pool p ON p.id=l.pool_id WHERE l.id IN {_WANTED}""",
        (json.dumps(leads),),
    )
    return {row[0]: (row[1], row[2], bool(row[3])) for row in rows}


def unfit(connection: Connection, leads: Sequence[str]) -> tuple[str | None, str | None]:
    """Return an id among these that is no living lead, and the name of one that was converted; None where all is well."""
    ids = json.dumps(leads)
    gone = connection.exec_driver_sql(
        "SELECT w.value FROM json_each(?) w LEFT JOIN lead l ON l.id=w.value AND l.deleted_at IS NULL WHERE l.n IS NULL LIMIT 1",
        (ids,),
    ).scalar()
    closed = connection.exec_driver_sql(
        """SELECT coalesce(nullif(l.company_name,''),l.person,'') FROM json_each(?) w JOIN lead l ON l.id=w.value
           WHERE l.status=? LIMIT 1""",
        (ids, LeadStatus.CONVERTED.value),
    ).scalar()
    return gone, closed


def change(connection: Connection, leads: Sequence[str], values: Mapping[str, Any]) -> None:
    """Give leads these values."""
    if values:
        assignments = ",".join(f"{column}=?" for column in values)
        connection.exec_driver_sql(f"UPDATE lead SET {assignments} WHERE id IN {_WANTED}", (*values.values(), json.dumps(leads)))


def insert_follow_ups(connection: Connection, leads: Sequence[str], values: Mapping[str, Any]) -> None:
    """Insert one entry for each lead."""
    columns = ("id", "lead_id", *values)
    connection.exec_driver_sql(
        f"INSERT INTO follow_up({','.join(columns)}) VALUES({','.join('?' * len(columns))})",
        [(new_id(), lead, *values.values()) for lead in leads],
    )


def note_follow_up(connection: Connection, leads: Sequence[str], happened_at: str) -> None:
    """Move the last follow-up of leads on to this moment, never back; a new lead is a working one from then on."""
    connection.exec_driver_sql(
        """UPDATE lead SET last_follow_up_at=max(coalesce(last_follow_up_at,''),?1),
              status=CASE status WHEN 'new' THEN 'working' ELSE status END
            WHERE id IN (SELECT value FROM json_each(?2))""",
        (happened_at, json.dumps(leads)),
    )


def follow_ups(connection: Connection, lead: str, limit: int) -> Sequence[Any]:
    """Return id, kind, moment, text and author's name of a lead's entries, newest first."""
    return connection.exec_driver_sql(
        """SELECT f.id, f.kind, f.happened_at, f.text, u.name FROM follow_up f LEFT JOIN app_user u ON u.id=f.author_id
           WHERE f.lead_id=? AND f.deleted_at IS NULL ORDER BY f.happened_at DESC, f.n DESC LIMIT ?""",
        (lead, limit),
    ).all()


def not_mine_to_hand_out(connection: Connection, leads: Sequence[str]) -> tuple[str, str] | None:
    """Return lead and pool, by name, of one that waits in a pool with administrators of whom this store's user is none."""
    row = connection.exec_driver_sql(
        """WITH closed(id, name) AS (SELECT p.id, p.name FROM pool p
             WHERE EXISTS(SELECT 1 FROM pool_member m WHERE m.pool_id=p.id AND m.role=?1 AND m.deleted_at IS NULL)
               AND NOT EXISTS(SELECT 1 FROM pool_member m WHERE m.pool_id=p.id AND m.role=?1 AND m.deleted_at IS NULL AND m.user_id IS ?2))
           SELECT coalesce(nullif(l.company_name,''),l.person,''), c.name FROM json_each(?3) w
           JOIN lead l ON l.id=w.value JOIN closed c ON c.id=l.pool_id LIMIT 1""",
        (PoolRole.ADMINISTRATOR.value, record_rows.current_user(connection), json.dumps(leads)),
    ).first()
    return None if row is None else (row[0], row[1])


def hand_over(connection: Connection, leads: Sequence[str], user_id: str, at: str) -> None:
    """Give leads to a person, out of their pool or from whoever had them; those he has stay as they are."""
    connection.exec_driver_sql(
        """UPDATE lead SET former_owner_id=coalesce(owner_id,former_owner_id), owner_id=?1, owned_since=?2,
              from_pool_id=coalesce(pool_id,from_pool_id), pool_id=NULL, pooled_at=NULL, released_by_rule=NULL
            WHERE id IN (SELECT value FROM json_each(?3)) AND owner_id IS NOT ?1""",
        (user_id, at, json.dumps(leads)),
    )


def reopen(connection: Connection, leads: Sequence[str]) -> None:
    """Take disqualified leads up again; others stay as they are."""
    connection.exec_driver_sql(
        f"""UPDATE lead SET status=CASE WHEN last_follow_up_at IS NULL THEN 'new' ELSE 'working' END, reason_id=NULL, look_again_on=NULL
            WHERE id IN {_WANTED} AND status=?""",
        (json.dumps(leads), LeadStatus.DISQUALIFIED.value),
    )
