"""Single records by kind, id or code: the reads and writes that services build their commands on."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.hanging import hanging_on
from crmdesk.storage.derived import chunks

ACCOUNT_KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE)
"""Kinds that stand in the tree and share one space of codes."""

_PATH: Final = """
WITH RECURSIVE up(id, parent_id, name, level) AS (
  SELECT id, parent_id, coalesce(nullif(short_name,''), legal_name), 0 FROM company WHERE id=:company
  UNION ALL
  SELECT c.id, c.parent_id, coalesce(nullif(c.short_name,''), c.legal_name), up.level+1 FROM company c JOIN up ON c.id=up.parent_id WHERE up.level<64)
SELECT id, name FROM up ORDER BY level DESC"""


def fetch(connection: Connection, kind: RecordKind, record_id: str) -> Mapping[str, Any] | None:
    """Return all columns of one living record, None when there is none."""
    row = (
        connection.exec_driver_sql(f"SELECT * FROM {kind.value} WHERE id=? AND deleted_at IS NULL", (record_id,))
        .mappings()
        .first()
    )
    return None if row is None else dict(row)


def ids_with_code(connection: Connection, code: str) -> list[tuple[RecordKind, str]]:
    """Return the living companies and sites that carry a code; more than one only after an exchange."""
    found: list[tuple[RecordKind, str]] = []
    for kind in ACCOUNT_KINDS:
        rows = connection.exec_driver_sql(f"SELECT id FROM {kind.value} WHERE code=? AND deleted_at IS NULL", (code,))
        found.extend((kind, row) for row in rows.scalars())
    return found


def company_path(connection: Connection, company_id: str) -> list[tuple[str, str]]:
    """Return (id, name) from the ultimate parent down to this company."""
    from sqlalchemy import text

    return [(row[0], row[1]) for row in connection.execute(text(_PATH), {"company": company_id})]


def is_under(connection: Connection, company_id: str, ancestor_id: str) -> bool:
    """Return whether a company is `ancestor_id` or lies below it."""
    return any(company == ancestor_id for company, _ in company_path(connection, company_id))


def insert(connection: Connection, kind: RecordKind, values: Mapping[str, Any]) -> None:
    """Insert one row; the log, the index and the roll-ups follow by themselves."""
    columns = ",".join(values)
    marks = ",".join("?" * len(values))
    connection.exec_driver_sql(f"INSERT INTO {kind.value}({columns}) VALUES({marks})", tuple(values.values()))


def update(connection: Connection, kind: RecordKind, record_id: str, values: Mapping[str, Any]) -> None:
    """Change some columns of one row."""
    if values:
        assignments = ",".join(f"{column}=?" for column in values)
        connection.exec_driver_sql(f"UPDATE {kind.value} SET {assignments} WHERE id=?", (*values.values(), record_id))


def bury(connection: Connection, kind: RecordKind, ids: Sequence[str], at: str) -> None:
    """Set the tombstone of living rows."""
    if ids:
        connection.exec_driver_sql(
            f"UPDATE {kind.value} SET deleted_at=? WHERE id=? AND deleted_at IS NULL", [(at, record_id) for record_id in ids]
        )


def bury_what_hangs_on(connection: Connection, sites: Sequence[str], at: str) -> None:
    """Set the tombstone of everything that hangs on sites, and of people who work nowhere else."""
    if not sites:
        return
    people: set[str] = set()
    for part in chunks(sites):
        holders = ",".join("?" * len(part))
        people.update(
            connection.exec_driver_sql(
                f"SELECT contact_id FROM position WHERE site_id IN ({holders}) AND deleted_at IS NULL", tuple(part)
            ).scalars()
        )
    bury_below(connection, "site", sites, at)
    if people:
        connection.exec_driver_sql(
            """UPDATE contact SET deleted_at=? WHERE id=? AND deleted_at IS NULL
               AND NOT EXISTS(SELECT 1 FROM position p WHERE p.contact_id=contact.id AND p.deleted_at IS NULL)""",
            [(at, person) for person in sorted(people)],
        )


def bury_below(connection: Connection, parent: str, ids: Sequence[str], at: str) -> None:
    """Set the tombstone of everything that hangs on rows of a table, and on what hangs on them, all the way down (`HANGINGS`).

    Nodes of a tree are not hidden with the node above; whoever buries a tree lists them.
    """
    for hanging in hanging_on(parent) if ids else ():
        if hanging.in_tree:
            continue
        buried: list[str] = []
        if hanging_on(hanging.table):
            for part in chunks(ids):
                marks = ",".join("?" * len(part))
                rows = connection.exec_driver_sql(
                    f"SELECT id FROM {hanging.table} WHERE {hanging.column} IN ({marks}) AND deleted_at IS NULL", tuple(part)
                )
                buried.extend(rows.scalars())
        connection.exec_driver_sql(
            f"UPDATE {hanging.table} SET deleted_at=? WHERE {hanging.column}=? AND deleted_at IS NULL", [(at, one) for one in ids]
        )
        bury_below(connection, hanging.table, buried, at)


def bury_what_hangs_on_companies(connection: Connection, companies: Sequence[str], at: str) -> None:
    """Set the tombstone of everything that hangs on companies but is no node of the tree itself."""
    bury_below(connection, "company", companies, at)


def sites_of(connection: Connection, companies: Sequence[str]) -> list[str]:
    """Return the ids of the living sites of companies."""
    found: list[str] = []
    for part in chunks(companies):
        marks = ",".join("?" * len(part))
        found.extend(
            connection.exec_driver_sql(
                f"SELECT id FROM site WHERE company_id IN ({marks}) AND deleted_at IS NULL", tuple(part)
            ).scalars()
        )
    return found


def subtree_companies(connection: Connection, company_id: str) -> list[str]:
    """Return the ids of a company and of every living company below it."""
    rows = connection.exec_driver_sql(
        """WITH RECURSIVE down(id) AS (SELECT ? UNION
             SELECT c.id FROM company c JOIN down ON c.parent_id=down.id WHERE c.deleted_at IS NULL)
           SELECT id FROM down""",
        (company_id,),
    )
    return list(rows.scalars())


def current_user(connection: Connection) -> str | None:
    """Return the id of the person who uses this store."""
    return connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='user_id'").scalar()
