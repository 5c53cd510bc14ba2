"""Queries on the change log: what happened to a record, what was done lately, what can be undone.

The log's form is `sync.md` §2.4; operations of one transaction lie between `change_tx.first_seq` and `last_seq`.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.models.hanging import hanging_on

_OPERATION: Final = "o.seq, o.tx, o.tbl, o.pk, o.kind, o.fld, o.old, o.new, o.made_at"
_TRANSACTION: Final = """t.n, t.id, t.at, t.user_id, u.name user_name, t.action, t.label, t.source, t.undoes, t.undone_by,
  t.first_seq, t.last_seq"""
ORDINARY: Final = ("edit", "import", "move", "split", "merge", "claim", "qualify", "convert")
"""Actions of a person, taken back one after the other, the last one first."""
REVERSIBLE: Final = (*ORDINARY, "pool_rule")
"""Actions that can be taken back by themselves: what a rule did is nobody's last action."""
_ORDINARY: Final = f"action IN {ORDINARY}"
_MINE: Final = "user_id IS (SELECT v FROM sync_ctl WHERE k='user_id')"
_TERM_NAME: Final = {"zh_TW": "coalesce(nullif(r.name_zh_tw,''),r.name)", "en": "coalesce(nullif(r.name_en,''),r.name)"}


@dataclass(frozen=True, slots=True)
class LoggedOperation:
    """One row of the log; `old` and `new` as stored, `new` of an insert as JSON text."""

    seq: int
    transaction: str | None
    table: str
    record: str
    kind: str
    field: str | None
    old: Any
    new: Any
    made_at: str


@dataclass(frozen=True, slots=True)
class LoggedTransaction:
    """One row of `change_tx` with its author's name; `at` as stored."""

    n: int
    id: str
    at: str
    user_id: str | None
    user_name: str | None
    action: str
    label: str | None
    source: str
    undoes: str | None
    undone_by: str | None
    first_seq: int
    last_seq: int


def children_of_site(connection: Connection, site_id: str) -> list[str]:
    """Return ids of all that hangs on a site and of the people in its positions, deleted ones too."""
    people = connection.exec_driver_sql("SELECT DISTINCT contact_id FROM position WHERE site_id=?", (site_id,)).scalars()
    return [*people, *children_of(connection, "site", [site_id])]


def children_of(connection: Connection, table: str, ids: Collection[str]) -> list[str]:
    """Return ids of all that hangs on rows of a table and on what hangs on them, all the way down, deleted ones too."""
    found: list[str] = []
    for hung in hanging_on(table) if ids else ():
        if not hung.in_tree:
            rows = connection.exec_driver_sql(
                f"SELECT id FROM {hung.table} WHERE {hung.column} IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
            )
            below = list(rows.scalars())
            found += [*below, *children_of(connection, hung.table, below)]
    return found


def operations_on(connection: Connection, records: Collection[str], limit: int, before_seq: int | None) -> list[LoggedOperation]:
    """Return the operations on these records in the newest `limit` transactions that lie before `before_seq`, newest first."""
    ids = json.dumps(list(records))
    before = before_seq if before_seq is not None else 2**63 - 1
    oldest = connection.exec_driver_sql(
        """SELECT min(lo) FROM (SELECT min(seq) lo FROM sync_op WHERE pk IN (SELECT value FROM json_each(?)) AND seq<?
             GROUP BY coalesce(tx, seq) ORDER BY lo DESC LIMIT ?)""",
        (ids, before, limit),
    ).scalar()
    if oldest is None:
        return []
    rows = connection.exec_driver_sql(
        f"""SELECT {_OPERATION} FROM sync_op o WHERE o.pk IN (SELECT value FROM json_each(?)) AND o.seq>=? AND o.seq<?
            ORDER BY o.seq DESC""",
        (ids, oldest, before),
    )
    return [LoggedOperation(*row) for row in rows]


def has_older(connection: Connection, records: Collection[str], seq: int) -> bool:
    """Return whether the log holds operations on these records before `seq`."""
    ids = json.dumps(list(records))
    query = "SELECT 1 FROM sync_op WHERE pk IN (SELECT value FROM json_each(?)) AND seq<? LIMIT 1"
    return connection.exec_driver_sql(query, (ids, seq)).first() is not None


def made_at(connection: Connection, seq: int) -> str | None:
    """Return when an operation was made, None where the log does not know it."""
    return connection.exec_driver_sql("SELECT made_at FROM sync_op WHERE seq=?", (seq,)).scalar()


def operations_of(connection: Connection, transaction: LoggedTransaction, limit: int) -> list[LoggedOperation]:
    """Return the first `limit` operations of a transaction in the order they were made."""
    rows = connection.exec_driver_sql(
        f"SELECT {_OPERATION} FROM sync_op o WHERE o.seq BETWEEN ? AND ? ORDER BY o.seq LIMIT ?",
        (transaction.first_seq, transaction.last_seq, limit),
    )
    return [LoggedOperation(*row) for row in rows]


def transactions(connection: Connection, ids: Iterable[str]) -> dict[str, LoggedTransaction]:
    """Return transactions by id; an id the log does not know is missing."""
    rows = connection.exec_driver_sql(
        f"""SELECT {_TRANSACTION} FROM change_tx t LEFT JOIN app_user u ON u.id=t.user_id
            WHERE t.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(sorted(set(ids))),),
    )
    return {row[1]: LoggedTransaction(*row) for row in rows}


def latest_transactions(connection: Connection, limit: int, before: int | None) -> list[LoggedTransaction]:
    """Return the newest transactions with `n` below `before`, newest first."""
    rows = connection.exec_driver_sql(
        f"""SELECT {_TRANSACTION} FROM change_tx t LEFT JOIN app_user u ON u.id=t.user_id
            WHERE t.n<? ORDER BY t.n DESC LIMIT ?""",
        (before if before is not None else 2**63 - 1, limit),
    )
    return [LoggedTransaction(*row) for row in rows]


def to_undo(connection: Connection) -> LoggedTransaction | None:
    """Return the last ordinary action of this store's user that still holds."""
    return _first(
        connection,
        f"""SELECT {_TRANSACTION} FROM change_tx t LEFT JOIN app_user u ON u.id=t.user_id
            WHERE t.{_MINE} AND t.{_ORDINARY} AND t.undone_by IS NULL ORDER BY t.n DESC LIMIT 1""",
    )


def to_redo(connection: Connection) -> LoggedTransaction | None:
    """Return the last undo of this store's user that still holds, if he did nothing else since."""
    return _first(
        connection,
        f"""SELECT {_TRANSACTION} FROM change_tx t LEFT JOIN app_user u ON u.id=t.user_id
            WHERE t.{_MINE} AND t.action='undo' AND t.undone_by IS NULL
              AND t.n>coalesce((SELECT n FROM change_tx WHERE {_MINE} AND {_ORDINARY} ORDER BY n DESC LIMIT 1),0)
            ORDER BY t.n DESC LIMIT 1""",
    )


def _first(connection: Connection, query: str) -> LoggedTransaction | None:
    row = connection.exec_driver_sql(query).first()
    return None if row is None else LoggedTransaction(*row)


def last_change(connection: Connection, record: str, field: str | None, after: int) -> LoggedTransaction | None:
    """Return the transaction that last changed a record (or one field of it) after operation `after`."""
    row = connection.exec_driver_sql(
        """SELECT tx FROM sync_op WHERE pk=? AND seq>? AND kind<>'ins' AND (?3 IS NULL OR fld=?3) AND tx IS NOT NULL
           ORDER BY seq DESC LIMIT 1""",
        (record, after, field),
    ).first()
    return None if row is None else transactions(connection, [row[0]]).get(row[0])


def merged_by(connection: Connection, record: str) -> str | None:
    """Return the merge (never its redo) by which a merged record gave way, None where the log does not know."""
    row = connection.exec_driver_sql(
        "SELECT tx FROM sync_op WHERE pk=? AND fld='merged_into' AND new IS NOT NULL AND tx IS NOT NULL ORDER BY seq DESC LIMIT 1",
        (record,),
    ).first()
    found = None if row is None else transactions(connection, [row[0]]).get(row[0])
    while found is not None and found.undoes is not None:  # a redo: what it does again holds
        found = transactions(connection, [found.undoes]).get(found.undoes)
    return None if found is None else found.id


def names_of(connection: Connection, ids: Iterable[str], language: str = "zh_CN") -> Mapping[str, str]:
    """Return what the records among `ids` are called, deleted or not: every kind of which a history or a question may speak."""
    term = _TERM_NAME.get(language, "r.name")
    rows = connection.exec_driver_sql(
        f"""WITH wanted(id) AS MATERIALIZED (SELECT value FROM json_each(?))
            SELECT r.id, coalesce(nullif(r.short_name,''), r.legal_name) FROM wanted w JOIN company r ON r.id=w.id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN site r ON r.id=w.id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN contact r ON r.id=w.id
            UNION ALL SELECT p.id, r.name FROM wanted w JOIN position p ON p.id=w.id JOIN contact r ON r.id=p.contact_id
            UNION ALL SELECT r.id, substr(r.text,1,40) FROM wanted w JOIN activity r ON r.id=w.id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN unit r ON r.id=w.id
            UNION ALL SELECT r.id, coalesce(r.address_text, r.street) FROM wanted w JOIN extra_address r ON r.id=w.id
            UNION ALL SELECT k.id, r.name FROM wanted w JOIN collaborator k ON k.id=w.id JOIN app_user r ON r.id=k.user_id
            UNION ALL SELECT r.id, {term} FROM wanted w JOIN term r ON r.id=w.id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN app_user r ON r.id=w.id
            UNION ALL SELECT r.id, coalesce(nullif(r.company_name,''), r.person, '') FROM wanted w JOIN lead r ON r.id=w.id
            UNION ALL SELECT r.id, substr(r.text,1,40) FROM wanted w JOIN follow_up r ON r.id=w.id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN pool r ON r.id=w.id
            UNION ALL SELECT m.id, r.name FROM wanted w JOIN pool_member m ON m.id=w.id JOIN app_user r ON r.id=m.user_id
            UNION ALL SELECT r.id, {term} FROM wanted w JOIN criteria_set r ON r.id=w.id
            UNION ALL SELECT r.id, {term} FROM wanted w JOIN criterion r ON r.id=w.id
            UNION ALL SELECT q.id, {term} FROM wanted w JOIN qualification q ON q.id=w.id JOIN criteria_set r ON r.id=q.set_id
            UNION ALL SELECT a.id, {term} FROM wanted w JOIN qualification_answer a ON a.id=w.id JOIN criterion r ON r.id=a.criterion_id
            UNION ALL SELECT c.id, coalesce(nullif(r.company_name,''), r.person, '') FROM wanted w JOIN conversion c ON c.id=w.id
              JOIN lead r ON r.id=c.lead_id
            UNION ALL SELECT r.id, {term} FROM wanted w JOIN stage r ON r.id=w.id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN opportunity r ON r.id=w.id
            UNION ALL SELECT o.id, r.name FROM wanted w JOIN opportunity_contact o ON o.id=w.id JOIN contact r ON r.id=o.contact_id
            UNION ALL SELECT r.id, r.name FROM wanted w JOIN team r ON r.id=w.id""",
        (json.dumps(sorted(set(ids))),),
    )
    return {row[0]: row[1] for row in rows}


def names_of_codes(
    connection: Connection, codes: Iterable[tuple[str, str]], language: str = "zh_CN"
) -> Mapping[tuple[str, str], str]:
    """Return (taxonomy, code) → name of the terms among `codes`."""
    rows = connection.exec_driver_sql(
        f"""SELECT r.taxonomy, r.code, {_TERM_NAME.get(language, "r.name")} FROM json_each(?) w
            JOIN term r ON r.taxonomy=w.value->>0 AND r.code=w.value->>1""",
        (json.dumps(sorted(set(codes))),),
    )
    return {(row[0], row[1]): row[2] for row in rows}
