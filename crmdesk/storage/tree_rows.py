"""Children of a node of the account tree, counted, sorted and paged in SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.listing import Sort

_BOUND: Final = 400
"""Ids bound in one statement."""

_COMPANY_SORTS: Final[Mapping[str, str]] = {
    "name": "sort_key",
    "code": "code",
    "grade": "grade",
    "owner": "owner_id",
    "sites": "site_count",
    "kind": "customer_kind",
}
_SITE_SORTS: Final[Mapping[str, str]] = {
    "name": "sort_key",
    "code": "code",
    "city": "city",
    "grade": "grade",
    "status": "status",
    "owner": "owner_id",
    "kind": "customer_kind",
}

_COMPANY_ROW: Final = """
SELECT c.id, coalesce(nullif(c.short_name,''), c.legal_name) name, c.legal_name, c.kind, c.code, c.grade, c.customer_kind, c.site_count, u.name owner,
  (SELECT count(*) FROM company k WHERE k.parent_id=c.id AND k.deleted_at IS NULL)
  + (SELECT count(*) FROM site s WHERE s.company_id=c.id AND s.deleted_at IS NULL) child_count
FROM company c LEFT JOIN app_user u ON u.id=c.owner_id WHERE c.n IN ({marks})"""
_SITE_ROW: Final = """
SELECT s.id, s.name, s.code, s.city, s.province, s.grade, s.status, s.customer_kind, u.name owner
FROM site s LEFT JOIN app_user u ON u.id=s.owner_id WHERE s.n IN ({marks})"""


@dataclass(frozen=True, slots=True)
class Branch:
    """One list of siblings: the companies below a company (or the roots), or the sites of a company.

    Attributes:
        table: `company` or `site`. parent: id of the company above, None for the roots.
    """

    table: str
    parent: str | None

    @property
    def where(self) -> str:
        """The condition, with one `?` unless the branch is the roots."""
        column = "company_id" if self.table == "site" else "parent_id"
        return f"{column} IS NULL AND deleted_at IS NULL" if self.parent is None else f"{column}=? AND deleted_at IS NULL"

    @property
    def params(self) -> tuple[str, ...]:
        """What is bound to `where`."""
        return () if self.parent is None else (self.parent,)


def _column(table: str, sort: Sort) -> str:
    return (_SITE_SORTS if table == "site" else _COMPANY_SORTS).get(sort.column, "sort_key")


def _order(table: str, sort: Sort) -> str:
    """Return ORDER BY terms; rows without a value come last either way, names decide ties."""
    column = _column(table, sort)
    direction = " DESC" if sort.descending else ""
    if column == "sort_key":
        return f"sort_key{direction}, n{direction}"
    return f"{column} IS NULL, {column}{direction}, sort_key, n"


def count(connection: Connection, branch: Branch) -> int:
    """Return how many siblings there are."""
    return int(
        connection.exec_driver_sql(f"SELECT count(*) FROM {branch.table} WHERE {branch.where}", branch.params).scalar_one()
    )


def page(connection: Connection, branch: Branch, sort: Sort, offset: int, limit: int) -> list[Mapping[str, Any]]:
    """Return `limit` rows from `offset` on: the order is walked in the index, only the page's rows are read."""
    numbers = (
        connection.exec_driver_sql(
            f"SELECT n FROM {branch.table} WHERE {branch.where} ORDER BY {_order(branch.table, sort)} LIMIT ? OFFSET ?",
            (*branch.params, limit, offset),
        )
        .scalars()
        .all()
    )
    if not numbers:
        return []
    return _rows(connection, branch.table, numbers)


def _rows(connection: Connection, table: str, numbers: Sequence[int]) -> list[Mapping[str, Any]]:
    template = _SITE_ROW if table == "site" else _COMPANY_ROW
    statement = template.format(marks=",".join("?" * len(numbers))).replace(
        "SELECT ", f"SELECT {'s' if table == 'site' else 'c'}.n, ", 1
    )
    rows = connection.exec_driver_sql(statement, tuple(numbers))
    columns = tuple(rows.keys())
    found = {row[0]: dict(zip(columns, row, strict=True)) for row in rows.all()}
    return [found[number] for number in numbers if number in found]


def position(connection: Connection, branch: Branch, sort: Sort, record_id: str) -> int | None:
    """Return how many siblings stand before a record, None when it is none of them; counted in the index, nothing is sorted."""
    column = _column(branch.table, sort)
    row = connection.exec_driver_sql(
        f"SELECT {column}, sort_key, n FROM {branch.table} WHERE id=? AND {branch.where}", (record_id, *branch.params)
    ).first()
    if row is None:
        return None
    value, *place = row
    before, bound = _before(column, value, place, descending=sort.descending)
    return int(
        connection.exec_driver_sql(
            f"SELECT count(*) FROM {branch.table} WHERE {branch.where} AND ({before})", (*branch.params, *bound)
        ).scalar_one()
    )


def _before(column: str, value: Any, place: Sequence[Any], *, descending: bool) -> tuple[str, tuple[Any, ...]]:
    """Return the condition of standing before a row in the order of `_order`, and what is bound to it."""
    if column == "sort_key":
        return f"(sort_key, n) {'>' if descending else '<'} (?, ?)", tuple(place)
    if value is None:
        return f"{column} IS NOT NULL OR (sort_key, n) < (?, ?)", tuple(place)
    sign = ">" if descending else "<"
    return f"{column} {sign} ? OR ({column} = ? AND (sort_key, n) < (?, ?))", (value, value, *place)


def first_like(connection: Connection, branch: Branch, sort: Sort, patterns: Sequence[str], after: int) -> int | None:
    """Return the position of the first sibling from `after` on whose sort key has one of the shapes (GLOB), None for none."""
    shape = " OR ".join("sort_key GLOB ?" for _ in patterns)
    order = _order(branch.table, sort)
    found = connection.exec_driver_sql(
        f"SELECT place FROM (SELECT sort_key, row_number() OVER (ORDER BY {order}) - 1 place FROM {branch.table}"
        f" WHERE {branch.where}) WHERE place>=? AND ({shape}) ORDER BY place LIMIT 1",
        (*branch.params, after, *patterns),
    ).scalar()
    return None if found is None else int(found)


def child_counts(connection: Connection, companies: Sequence[str]) -> dict[str, int]:
    """Return how many children (companies and sites) each of these companies has."""
    found: dict[str, int] = {}
    for start in range(0, len(companies), _BOUND):
        part = tuple(companies[start : start + _BOUND])
        rows = connection.exec_driver_sql(
            "SELECT c.id, (SELECT count(*) FROM company k WHERE k.parent_id=c.id AND k.deleted_at IS NULL)"
            " + (SELECT count(*) FROM site s WHERE s.company_id=c.id AND s.deleted_at IS NULL)"
            f" FROM company c WHERE c.id IN ({','.join('?' * len(part))})",
            part,
        )
        found.update((row[0], int(row[1])) for row in rows)
    return found


def parents_of(connection: Connection, table: str, ids: Sequence[str]) -> set[str | None]:
    """Return the companies these records hang under, deleted records included; None stands for the top."""
    column = "company_id" if table == "site" else "parent_id"
    found: set[str | None] = set()
    for start in range(0, len(ids), _BOUND):
        part = tuple(ids[start : start + _BOUND])
        marks = ",".join("?" * len(part))
        found.update(connection.exec_driver_sql(f"SELECT DISTINCT {column} FROM {table} WHERE id IN ({marks})", part).scalars())
    return found
