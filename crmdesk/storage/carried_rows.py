"""Which rows belong to chosen customers: sites and companies, what hangs on them, and whatever must not be missing around them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import Connection

from crmdesk.storage.exchange_outbox import FIRST_PENDING

_ON_SITES: Final = ("position", "unit", "extra_address", "activity", "collaborator")
_NAME: Final = "coalesce(nullif(company.short_name,''),company.legal_name,'')"
_DEEPEST: Final = 64
_UNSENT: Final = f"""SELECT pk FROM sync_op WHERE seq>={FIRST_PENDING} AND outcome IS NULL AND tbl='{{0}}'
  UNION SELECT id FROM {{0}} WHERE rv=0"""
"""SQL: records of a table with edits that wait, or that were never at the centre."""


@dataclass(frozen=True, slots=True)
class RowsLeftOut:
    """What a choice means for the rows that are here.

    Attributes:
        left_out: table → ids that do not belong to the choice. rooted: sites and companies that belong to it with all that hangs on them.
        entered_here: those of them of which nothing was ever left out, for they were entered on this laptop.
    """

    left_out: dict[str, list[str]] = field(default_factory=dict)
    rooted: frozenset[str] = frozenset()
    entered_here: frozenset[str] = frozenset()


def companies_coded(connection: Connection, codes: Sequence[str]) -> dict[str, str]:
    """Return customer code → id of living companies that are here."""
    rows = connection.exec_driver_sql(
        "SELECT code, id FROM company WHERE deleted_at IS NULL AND code IN (SELECT value FROM json_each(?))",
        (json.dumps(list(codes)),),
    )
    return {row[0]: row[1] for row in rows}


def named_companies(connection: Connection, companies: Sequence[str]) -> dict[str, str]:
    """Return id → customer code, else name, of companies that are here."""
    rows = connection.exec_driver_sql(
        "SELECT id, coalesce(nullif(code,''),legal_name) FROM company WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(companies)),),
    )
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class CompanyHere:
    """A company as a list of chosen ones tells it. `path`: names of the companies above it, from the top; `sites`: living ones below it."""

    id: str
    name: str
    code: str = ""
    path: tuple[str, ...] = ()
    sites: int = 0


def companies_here(connection: Connection, companies: Sequence[str]) -> dict[str, CompanyHere]:
    """Return id → what is told of it, for the living companies among these that are here."""
    found = {
        row[0]: CompanyHere(row[0], row[1], row[2], sites=row[3])
        for row in connection.exec_driver_sql(
            f"""SELECT id, {_NAME}, coalesce(code,''), coalesce(site_count,0) FROM company
                WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(companies)),),
        )
    }
    above: dict[str, list[str]] = {}
    rows = connection.exec_driver_sql(
        f"""WITH RECURSIVE above(start, id, depth) AS (
              SELECT c.id, c.parent_id, 1 FROM company c WHERE c.id IN (SELECT value FROM json_each(?)) AND c.parent_id IS NOT NULL
              UNION SELECT a.start, c.parent_id, a.depth+1 FROM above a JOIN company c ON c.id=a.id
              WHERE c.parent_id IS NOT NULL AND a.depth<{_DEEPEST})
            SELECT above.start, {_NAME} FROM above JOIN company ON company.id=above.id ORDER BY above.depth DESC""",
        (json.dumps(list(found)),),
    )
    for start, name in rows:
        above.setdefault(start, []).append(name)
    return {one: replace(company, path=tuple(above.get(one, ()))) for one, company in found.items()}


def rows_left_out(connection: Connection, companies: Sequence[str]) -> RowsLeftOut:
    """Compare the rows that are here with a choice: this person's customers, and these companies with everything under them.

    Customers of a person: sites and companies that he owns or works on as a collaborator; under such a company he works on, everything.
    Kept with what is chosen are companies above, contacts with a position there, records that gave way to a chosen one, records with
    edits that wait or that were never at the centre, those that an open question is about, and the sites and companies of all these.
    """
    for table in ("company", "site", "contact"):
        connection.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS carried_{table}(id TEXT PRIMARY KEY) WITHOUT ROWID")
        connection.exec_driver_sql(f"DELETE FROM carried_{table}")
    _take_chosen(connection, companies)
    chosen = "SELECT id FROM carried_company UNION ALL SELECT id FROM carried_site"
    here = f"SELECT id FROM ({chosen}) WHERE id IN (SELECT pk FROM sync_op WHERE kind='ins' AND tbl IN ('company','site'))"
    rooted, entered = (frozenset(connection.exec_driver_sql(query).scalars()) for query in (chosen, here))
    _take_needed(connection)
    left_out = {
        table: list(connection.exec_driver_sql(f"SELECT id FROM {table} WHERE NOT ({kept})").scalars())
        for table, kept in _kept_by_table().items()
    }
    return RowsLeftOut({table: ids for table, ids in left_out.items() if ids}, rooted, entered)


def _take_chosen(connection: Connection, companies: Sequence[str]) -> None:
    me = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='user_id'").scalar()
    connection.exec_driver_sql(
        """WITH RECURSIVE below(id) AS (
             SELECT id FROM company WHERE id IN (SELECT value FROM json_each(?1))
             UNION SELECT company_id FROM collaborator WHERE user_id=?2 AND company_id IS NOT NULL AND deleted_at IS NULL
             UNION SELECT c.id FROM below b JOIN company c ON c.parent_id=b.id
             UNION SELECT c.id FROM below b JOIN company c ON c.merged_into=b.id)
           INSERT OR IGNORE INTO carried_company SELECT id FROM below""",
        (json.dumps(list(companies)), me),
    )
    connection.exec_driver_sql(
        """INSERT OR IGNORE INTO carried_site SELECT id FROM site WHERE company_id IN (SELECT id FROM carried_company) OR owner_id=?1
             OR id IN (SELECT site_id FROM collaborator WHERE user_id=?1 AND deleted_at IS NULL)""",
        (me,),
    )
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO carried_site SELECT id FROM site WHERE merged_into IN (SELECT id FROM carried_site)"
    )


def _take_needed(connection: Connection) -> None:
    """Add what the chosen needs around it, and what must not go."""
    me = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='user_id'").scalar()
    connection.exec_driver_sql("INSERT OR IGNORE INTO carried_company SELECT id FROM company WHERE owner_id=?", (me,))
    for table in ("company", "site", "contact"):
        questions = " UNION ".join(
            f"SELECT record_id FROM {name} WHERE tbl='{table}' AND state='open'" for name in ("conflict", "parked_edit")
        )
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO carried_{table} {_UNSENT.format(table)} UNION {questions}")
    for table in _ON_SITES:
        connection.exec_driver_sql(
            f"""INSERT OR IGNORE INTO carried_site SELECT site_id FROM {table}
                WHERE site_id IS NOT NULL AND id IN ({_UNSENT.format(table)})"""
        )
    connection.exec_driver_sql(
        """INSERT OR IGNORE INTO carried_contact SELECT contact_id FROM position WHERE site_id IN (SELECT id FROM carried_site)
             UNION SELECT id FROM contact WHERE merged_into IN (
               SELECT contact_id FROM position WHERE site_id IN (SELECT id FROM carried_site))"""
    )
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO carried_company SELECT company_id FROM site WHERE id IN (SELECT id FROM carried_site) AND company_id IS NOT NULL"
    )
    connection.exec_driver_sql(
        """WITH RECURSIVE above(id) AS (
             SELECT id FROM carried_company
             UNION SELECT c.parent_id FROM above a JOIN company c ON c.id=a.id WHERE c.parent_id IS NOT NULL
             UNION SELECT c.merged_into FROM above a JOIN company c ON c.id=a.id WHERE c.merged_into IS NOT NULL)
           INSERT OR IGNORE INTO carried_company SELECT id FROM above"""
    )


def _kept_by_table() -> dict[str, str]:
    """Return table → condition under which a row of it stays."""
    here = {table: f"IN (SELECT id FROM carried_{table})" for table in ("company", "site", "contact")}
    kept = {table: f"id {inside}" for table, inside in here.items()}
    for table in ("unit", "extra_address", "position"):
        kept[table] = f"site_id {here['site']}"
    kept["activity"] = f"(site_id {here['site']} OR (site_id IS NULL AND contact_id {here['contact']}))"
    kept["collaborator"] = f"(site_id {here['site']} OR company_id {here['company']})"
    about = " OR ".join(f"{{0}} {inside}" for inside in here.values())
    kept["pair_verdict"] = f"({about.format('left_id')}) AND ({about.format('right_id')})"
    kept["claim"] = f"({about.format('record_id')})"
    for table in ("conflict", "parked_edit"):
        kept[table] = f"state='open' OR {about.format('record_id')}"
    return kept
