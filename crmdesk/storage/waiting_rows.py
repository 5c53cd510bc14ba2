"""What waits in pools, in SQL: lists in any order, how many, and what their administrators do with it."""

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import PoolRole, RecordKind
from crmdesk.core.waiting_filter import WaitingFilter
from crmdesk.storage import record_rows
from crmdesk.storage.lead_rows import term_name
from crmdesk.storage.search.narrowing import answering

_FREE: Final = """CASE WHEN t.former_owner_id=:me THEN (SELECT strftime('%Y-%m-%dT%H:%M:%fZ',t.pooled_at,'+'||p.wait_days||' days')
  FROM pool p WHERE p.id=t.pool_id AND p.wait_days IS NOT NULL) END"""
_ORDERS: Final = {
    "pooled_at": "t.pooled_at {0}, t.n {0}",
    "name": "t.sort_key {0}, t.n {0}",
    "city": "t.city IS NULL, t.city {0}, t.n {0}",
    "pool": "(SELECT p.position FROM pool p WHERE p.id=t.pool_id) {0}, t.pooled_at DESC, t.n",
    "source": "t.source_id IS NULL, (SELECT s.name FROM term s WHERE s.id=t.source_id) {0}, t.n {0}",
    "industry": "t.industry_id IS NULL, (SELECT i.code FROM term i WHERE i.id=t.industry_id) {0}, t.n {0}",
    "former_owner": "t.former_owner_id IS NULL, (SELECT u.name FROM app_user u WHERE u.id=t.former_owner_id) {0}, t.n {0}",
    "free_from": f"{_FREE} {{0}}, t.n {{0}}",
}
_LEAD_ORDERS: Final = {
    "person": "t.person IS NULL, t.person {0}, t.n {0}",
    "released_by": "coalesce(t.released_by_rule,(SELECT r.name FROM term r WHERE r.id=t.reason_id)) IS NULL, "
    "coalesce(t.released_by_rule,(SELECT r.name FROM term r WHERE r.id=t.reason_id)) {0}, t.n {0}",
    "last_follow_up_at": "t.last_follow_up_at {0}, t.n {0}",
    "completeness": "t.completeness {0}, t.n {0}",
    "probability": "(SELECT s.probability FROM lead_score s WHERE s.lead_n=t.n) {0}, t.n {0}",
}
_SITE_ORDERS: Final = {
    "released_by": "t.released_by_rule IS NULL, t.released_by_rule {0}, t.n {0}",
    "last_follow_up_at": "(SELECT max(a.happened_at) FROM activity a WHERE a.site_id=t.id AND a.deleted_at IS NULL) {0}, t.n {0}",
    "grade": "t.grade IS NULL, t.grade {0}, t.n {0}",
}
_OF_KIND: Final = {RecordKind.LEAD: _LEAD_ORDERS, RecordKind.SITE: _SITE_ORDERS}
_NAMES: Final = {
    RecordKind.LEAD: "coalesce(nullif(t.company_name,''),t.person,'')",
    RecordKind.SITE: """t.name||coalesce(' · '||(SELECT coalesce(nullif(c.short_name,''),c.legal_name) FROM company c
      WHERE c.id=t.company_id),'')""",
}
_MANY: Final = 20_000
"""So many in a pool, and the table is read as it lies."""
_REASON: Final = {RecordKind.LEAD: "LEFT JOIN term r ON r.id=t.reason_id", RecordKind.SITE: "LEFT JOIN term r ON 0"}
_COLUMNS: Final = {
    RecordKind.LEAD: """t.person, t.job_title, t.mobile, t.phone, t.email, t.status, t.last_follow_up_at, t.completeness,
      (SELECT c.probability FROM lead_score c WHERE c.lead_n=t.n) probability, NULL grade""",
    RecordKind.SITE: """NULL person, NULL job_title, NULL mobile, t.phone, t.email, NULL status,
      (SELECT max(a.happened_at) FROM activity a WHERE a.site_id=t.id AND a.deleted_at IS NULL) last_follow_up_at,
      NULL completeness, NULL probability, t.grade""",
}


class WaitingQuery:
    """One filter over what waits in pools, on an open connection.

    Raises:
        KeyError: what waits in pools are leads and sites.
    """

    def __init__(self, connection: Connection, wanted: WaitingFilter) -> None:
        self._connection = connection
        self._kind = wanted.kind
        self._orders = {**_ORDERS, **_OF_KIND[wanted.kind]}
        self._me = record_rows.current_user(connection)
        one = len(wanted.pools) == 1
        where = ["t.pool_id=?" if one else "t.pool_id IN (SELECT value FROM json_each(?))", "t.deleted_at IS NULL"]
        values: list[Any] = [wanted.pools[0] if one else json.dumps(wanted.pools)]
        self._is_narrowed = False
        if wanted.text and (found := answering(connection, wanted.text, wanted.kind, "t.n")) is not None:
            where.append(found[0])
            values += found[1]
            self._is_narrowed = True
        self._is_one = one
        self._where = " AND ".join(where)
        self._values = tuple(values)

    @property
    def pages_by_index(self) -> bool:
        """Whether `page` by the time in the pool reads no more than it returns (and skips)."""
        return self._is_one and not self._is_narrowed

    def count(self) -> int:
        """Return how many."""
        statement = f"SELECT count(*) FROM {self._table('pooled_at')} WHERE {self._where}"
        return int(self._connection.exec_driver_sql(statement, self._values).scalar_one())

    def numbers(self, sort: Sort, offset: int = 0, limit: int = -1) -> list[int]:
        """Return the row numbers of `limit` records (-1: all) from `offset` on, in order.

        Raises:
            KeyError: the list cannot be ordered by that column.
        """
        order = self._orders[sort.column].format("DESC" if sort.descending else "ASC")
        mine = order.count(":me")
        statement = f"""SELECT t.n FROM {self._table(sort.column)} WHERE {self._where}
                        ORDER BY {order.replace(":me", "?")} LIMIT ? OFFSET ?"""
        values = (*self._values, *([self._me] * mine), limit, offset)
        return list(self._connection.exec_driver_sql(statement, values).scalars())

    def _table(self, column: str) -> str:
        """Return the table with the way to read it: a pool with much of all there is is read as it lies, unless its index has the order.

        Row by row in another order it takes four times as long.
        """
        name = f"{self._kind.value} t"
        if self._is_narrowed or (column == "pooled_at" and self._is_one):
            return name
        held = self._connection.exec_driver_sql(
            f"SELECT count(*) FROM (SELECT 1 FROM {name} WHERE {self._where} LIMIT {_MANY})", self._values
        ).scalar_one()
        return f"{name} NOT INDEXED" if held >= _MANY else name


def shown(connection: Connection, kind: RecordKind, wanted: Sequence[int], language: str) -> Sequence[Any]:
    """Return the records with these row numbers, in their order, as `services.pool_lists.WaitingRow` has them; times as stored."""
    return connection.exec_driver_sql(
        f"""SELECT t.id, {_NAMES[kind]} name, t.city, {term_name("s", language)} source, {term_name("i", language)} industry,
              t.pool_id, p.name pool, t.pooled_at, t.former_owner_id, u.name former_owner, t.released_by_rule rule,
              {term_name("r", language)} reason, coalesce(t.is_locked,0) locked,
              EXISTS(SELECT 1 FROM claim k WHERE k.record_id=t.id AND k.tbl=?2 AND k.state='asked' AND k.user_id=?3
                AND k.deleted_at IS NULL) asked,
              {_COLUMNS[kind]}, o.name owner, t.owned_since, t.contract_ends_on, p.wait_days, coalesce(p.masks_contacts,0) masks
            FROM json_each(?1) w CROSS JOIN {kind.value} t ON t.n=w.value
            LEFT JOIN app_user u ON u.id=t.former_owner_id LEFT JOIN app_user o ON o.id=t.owner_id LEFT JOIN pool p ON p.id=t.pool_id
            LEFT JOIN term s ON s.id=t.source_id LEFT JOIN term i ON i.id=t.industry_id {_REASON[kind]}""",
        (json.dumps(list(wanted)), kind.value, record_rows.current_user(connection)),
    ).all()


def numbers_of(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> list[tuple[int, str]]:
    """Return row number and id of living records, in the order of the ids; who is gone is left out."""
    rows = connection.exec_driver_sql(
        f"SELECT t.n, t.id FROM json_each(?) w CROSS JOIN {kind.value} t ON t.id=w.value WHERE t.deleted_at IS NULL",
        (json.dumps(list(ids)),),
    )
    return [(row[0], row[1]) for row in rows]


def ids_of(connection: Connection, kind: RecordKind, numbers: Sequence[int]) -> list[str]:
    """Return the ids of row numbers, in their order."""
    rows = connection.exec_driver_sql(
        f"SELECT t.id FROM json_each(?) w CROSS JOIN {kind.value} t ON t.n=w.value", (json.dumps(list(numbers)),)
    )
    return list(rows.scalars())


def sort_keys(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return id and the key that orders names."""
    rows = connection.exec_driver_sql(
        f"SELECT t.id, coalesce(t.sort_key,'') FROM json_each(?) w CROSS JOIN {kind.value} t ON t.id=w.value",
        (json.dumps(list(ids)),),
    )
    return [(row[0], row[1]) for row in rows]


def people(connection: Connection) -> dict[str, str]:
    """Return everybody's name by id."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, name FROM app_user")}


def closed_to(connection: Connection, kind: RecordKind, ids: Sequence[str], user_id: str | None) -> tuple[str, str] | None:
    """Return record and pool, by name, of one that waits in a pool with administrators of whom the person is none."""
    row = connection.exec_driver_sql(
        f"""SELECT {_NAMES[kind]}, p.name FROM json_each(?1) w JOIN {kind.value} t ON t.id=w.value JOIN pool p ON p.id=t.pool_id
            WHERE EXISTS(SELECT 1 FROM pool_member m WHERE m.pool_id=p.id AND m.role=?2 AND m.deleted_at IS NULL)
              AND NOT EXISTS(SELECT 1 FROM pool_member m WHERE m.pool_id=p.id AND m.role=?2 AND m.deleted_at IS NULL AND m.user_id IS ?3)
            LIMIT 1""",
        (json.dumps(list(ids)), PoolRole.ADMINISTRATOR.value, user_id),
    ).first()
    return None if row is None else (row[0], row[1])


def set_locked(connection: Connection, kind: RecordKind, ids: Sequence[str], *, is_locked: bool) -> None:
    """Lock records against the rules, or unlock them."""
    connection.exec_driver_sql(
        f"UPDATE {kind.value} SET is_locked=? WHERE id IN (SELECT value FROM json_each(?))",
        (int(is_locked), json.dumps(list(ids))),
    )


def put_into(connection: Connection, kind: RecordKind, ids: Sequence[str], pool_id: str) -> None:
    """Let what waits in a pool wait in another; since when it waits and why stays."""
    connection.exec_driver_sql(
        f"UPDATE {kind.value} SET pool_id=? WHERE pool_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (pool_id, json.dumps(list(ids))),
    )


def take_out(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> None:
    """Take records out of their pools; nobody has them then."""
    connection.exec_driver_sql(
        f"""UPDATE {kind.value} SET from_pool_id=pool_id, pool_id=NULL, pooled_at=NULL, released_by_rule=NULL
            WHERE pool_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(ids)),),
    )


def give_sites(connection: Connection, ids: Sequence[str], user_id: str, at: str) -> None:
    """Give sites to a person, out of their pool or from whoever had them; those he has stay as they are."""
    connection.exec_driver_sql(
        """UPDATE site SET former_owner_id=coalesce(owner_id,former_owner_id), owner_id=?1, owned_since=?2,
              from_pool_id=coalesce(pool_id,from_pool_id), pool_id=NULL, pooled_at=NULL, released_by_rule=NULL
            WHERE id IN (SELECT value FROM json_each(?3)) AND owner_id IS NOT ?1""",
        (user_id, at, json.dumps(list(ids))),
    )


def activities(connection: Connection, site: str, limit: int) -> Sequence[Any]:
    """Return id, kind, moment, text and author's name of what was done at a site, newest first."""
    return connection.exec_driver_sql(
        """SELECT a.id, a.kind, a.happened_at, a.text, u.name FROM activity a LEFT JOIN app_user u ON u.id=a.author_id
           WHERE a.site_id=? AND a.deleted_at IS NULL ORDER BY a.happened_at DESC, a.n DESC LIMIT ?""",
        (site, limit),
    ).all()
