"""“Under” and “not under” a node (`core.listing.Under`), once for every list, search and report.

A list joins `condition` to its WHERE: a semi-join with the companies below the node, walked in the index of children (UNION,
so that a loop of parents ends). The search, which stops after a few hits, asks a `Walk` upwards from each candidate where much
lies below the node, and filters by `index_rows` where little does.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.record_rows import company_path
from crmdesk.storage.search.records import Record
from crmdesk.storage.search.schema import row_of

_MUCH: Final = 2_000
"""Sites below a node, from which on the search asks upwards."""
_BELOW: Final = """WITH RECURSIVE below(id) AS (SELECT ? UNION
  SELECT c.id FROM below b CROSS JOIN company c ON c.parent_id=b.id AND c.deleted_at IS NULL) SELECT id FROM below"""
_WORKS: Final = "EXISTS(SELECT 1 FROM position w{join} WHERE w.contact_id={alias}.id AND w.deleted_at IS NULL AND w.ended_on IS NULL AND {there})"


def condition(under: Under, kind: RecordKind, alias: str) -> tuple[str, tuple[str, ...]]:
    """Return a condition on the rows `alias` of a company, site or contact table, and what is bound to its marks.

    Raises:
        ValueError: rows of this kind stand nowhere in the tree.
    """
    if under.kind is RecordKind.SITE:
        there = {
            RecordKind.COMPANY: "0",
            RecordKind.SITE: f"{alias}.id=?",
            RecordKind.CONTACT: _WORKS.format(join="", alias=alias, there="w.site_id=?"),
        }.get(kind)
    else:
        there = {
            RecordKind.COMPANY: f"{alias}.id IN ({_BELOW})",
            RecordKind.SITE: f"{alias}.company_id IN ({_BELOW})",
            RecordKind.CONTACT: _WORKS.format(
                join=" JOIN site v ON v.id=w.site_id", alias=alias, there=f"v.company_id IN ({_BELOW})"
            ),
        }.get(kind)
    if there is None:
        raise ValueError(kind)
    values = (under.id,) if "?" in there else ()
    return (f"NOT ({there})" if under.negated else f"({there})"), values


class Walk:
    """Says of one record after the other whether filters let it in; every company is asked for once."""

    def __init__(self, connection: Connection, filters: Sequence[Under]) -> None:
        self._connection = connection
        self._filters = filters
        self._above: dict[str, frozenset[str]] = {}

    def admits(self, record: Record) -> bool:
        """Say whether a company, site or person of the search index is let in."""
        if record.kind is RecordKind.COMPANY:
            places = [("", record.id)]
        elif record.kind is RecordKind.SITE:
            places = [(record.id, record.company_id or "")]
        else:
            places = [
                (row[0], row[1])
                for row in self._connection.exec_driver_sql(
                    "SELECT s.id, s.company_id FROM position w CROSS JOIN site s ON s.id=w.site_id"
                    " WHERE w.contact_id=? AND w.deleted_at IS NULL AND w.ended_on IS NULL",
                    (record.id,),
                )
            ]
        return all(any(self._lies_below(place, under) for place in places) != under.negated for under in self._filters)

    def _lies_below(self, place: tuple[str, str], under: Under) -> bool:
        site, company = place
        return site == under.id if under.kind is RecordKind.SITE else under.id in self._and_above(company)

    def _and_above(self, company: str) -> frozenset[str]:
        found = self._above.get(company)
        if found is None:
            found = self._above[company] = frozenset(one for one, _ in company_path(self._connection, company))
        return found


def is_much_below(connection: Connection, filters: Iterable[Under]) -> bool:
    """Say whether so much lies below the nodes of filters that listing it costs more than asking upwards from each candidate."""
    companies = [under.id for under in filters if under.kind is RecordKind.COMPANY]
    counts = connection.exec_driver_sql(
        "SELECT site_count FROM company WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(companies),)
    ).scalars()
    return max(counts, default=0) > _MUCH


def index_rows(connection: Connection, filters: Sequence[Under]) -> tuple[bool, str]:
    """Return what filters come to for rows of the search index: a JSON list of rows, and whether these are let in or kept out.

    Costs the reading of the subtrees (some 50 ms for 50,000 sites).
    """
    inside: set[int] | None = None
    outside: set[int] = set()
    for under in filters:
        rows = _rows_below(connection, under)
        if under.negated:
            outside |= rows
        else:
            inside = rows if inside is None else inside & rows
    if inside is None:
        return False, json.dumps(sorted(outside))
    return True, json.dumps(sorted(inside - outside))


def _rows_below(connection: Connection, under: Under) -> set[int]:
    """Return the index rows of everything below a node; driven from the tree, not from the tables."""
    if under.kind is RecordKind.SITE:
        companies, sites = "SELECT n FROM company WHERE 0", "SELECT n, id FROM site WHERE id=? AND deleted_at IS NULL"
    else:
        companies = f"SELECT c.n FROM ({_BELOW}) b CROSS JOIN company c ON c.id=b.id"
        sites = f"SELECT s.n, s.id FROM ({_BELOW}) b CROSS JOIN site s ON s.company_id=b.id AND s.deleted_at IS NULL"
    people = (
        f"SELECT DISTINCT t.n FROM ({sites}) s CROSS JOIN position w ON w.site_id=s.id AND w.deleted_at IS NULL"
        " AND w.ended_on IS NULL CROSS JOIN contact t ON t.id=w.contact_id"
    )
    found: set[int] = set()
    for kind, statement in ((RecordKind.COMPANY, companies), (RecordKind.SITE, sites), (RecordKind.CONTACT, people)):
        values = (under.id,) if "?" in statement else ()
        first = row_of(kind, 0)
        found.update(first + row[0] for row in connection.exec_driver_sql(statement, values))
    return found
