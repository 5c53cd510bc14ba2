"""A company with everything below it, read in one statement; a loop in the data ends the walk instead of the program."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.models.measures import Combine, Measure

GroupRow = Sequence[Any]
"""Is it a site (1) or a company (0), id, id of the company above, name, kind of company, status, grade, customer kind, sort key, number."""

# UNION, not UNION ALL: a company that is reached again is not walked again, so a loop of parents comes to an end.
# CROSS JOIN keeps the order of the loops: once per company into the index of its children, never the whole table.
# Sites are found in the index first and then read by their numbers: in the order of the index 50,000 rows of an encrypted store take
# more than twice as long, for nearly each is on another page.
_COMPANIES: Final = """
WITH RECURSIVE below(id) AS (
  SELECT id FROM company WHERE id=? AND deleted_at IS NULL
  UNION
  SELECT c.id FROM below b CROSS JOIN company c ON c.parent_id=b.id AND c.deleted_at IS NULL)"""
_BELOW: Final = f"""{_COMPANIES}
SELECT 0, c.id, c.parent_id, coalesce(nullif(c.short_name, ''), c.legal_name), c.kind, NULL, c.grade, c.customer_kind, coalesce(c.sort_key, ''), c.n
FROM below b CROSS JOIN company c ON c.id=b.id
UNION ALL
SELECT 1, s.id, s.company_id, s.name, NULL, s.status, s.grade, s.customer_kind, coalesce(s.sort_key, ''), s.n
FROM site s WHERE s.n IN (SELECT i.n FROM below b CROSS JOIN site i ON i.company_id=b.id AND i.deleted_at IS NULL)"""

_ABOVE: Final = """
WITH RECURSIVE above(id, step) AS (
  SELECT parent_id, 1 FROM company WHERE id=?
  UNION
  SELECT c.parent_id, a.step + 1 FROM above a JOIN company c ON c.id=a.id WHERE a.step < ?)
SELECT c.id, coalesce(nullif(c.short_name, ''), c.legal_name)
FROM above a JOIN company c ON c.id=a.id AND c.deleted_at IS NULL ORDER BY a.step DESC"""
_ORDER: Final = itemgetter(0, 8, 9)
_MOST_STEPS: Final = 200
"""More companies than any customer has above each other; where the data hold a loop, the walk up ends here."""


def below(connection: Connection, company: str) -> list[GroupRow]:
    """Return the living company and every living company and site below it: companies first, each kind in order of name."""
    rows: list[GroupRow] = list(connection.exec_driver_sql(_BELOW, (company,)).all())
    rows.sort(key=_ORDER)
    return rows


def above(connection: Connection, company: str) -> list[tuple[str, str]]:
    """Return id and name of the companies above one, the ultimate parent first; a loop is told once."""
    rows = connection.exec_driver_sql(_ABOVE, (company, _MOST_STEPS)).all()
    found: dict[str, str] = {}
    for record_id, name in reversed(rows):
        if record_id == company or record_id in found:
            break
        found[record_id] = name
    return list(found.items())[::-1]


def values(connection: Connection, company: str, measure: Measure) -> dict[str, float]:
    """Return what each node below a company, and the company itself, adds to a measure; those that add nothing are left out.

    What hangs on a site counts at that site: who is at two counts at both, for parts of a picture must add up. A company that
    is counted itself counts at itself.

    Raises:
        ValueError: the measure is not a quantity.
    """
    if measure.combine is Combine.LATEST:
        raise ValueError(measure.key)
    number = f"count(DISTINCT {measure.value})" if measure.combine is Combine.DISTINCT else f"sum({measure.value})"
    owner, joins = _joins(measure)
    statement = f"{_COMPANIES} SELECT {owner}, {number} FROM below b {joins} GROUP BY 1"
    return {str(row[0]): float(row[1] or 0) for row in connection.exec_driver_sql(statement, (company,))}


def _joins(measure: Measure) -> tuple[str, str]:
    """Return SQL of the node that a row of a measure counts at, and of how the rows are reached from the companies."""
    rows = f"r.deleted_at IS NULL AND ({measure.where})"
    if measure.on == "site":
        sites = "CROSS JOIN site s ON s.company_id=b.id AND s.deleted_at IS NULL"
        if measure.table == "site":
            return "s.id", f"{sites} AND ({measure.where})"
        return "s.id", f"{sites} CROSS JOIN {measure.table} r ON r.{measure.column}=s.id AND {rows}"
    column = "id" if measure.table == "company" else measure.column
    return "b.id", f"CROSS JOIN {measure.table} r ON r.{column}=b.id AND {rows}"


def company_of(connection: Connection, site: str) -> str | None:
    """Return the company a living site belongs to."""
    found = connection.exec_driver_sql("SELECT company_id FROM site WHERE id=? AND deleted_at IS NULL", (site,)).scalar()
    return None if found is None else str(found)
