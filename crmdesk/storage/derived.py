"""Columns derived from others, refreshed by the unit of work in the transaction that changed their sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

CHUNK: Final = 400
"""Ids bound in one statement."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a stretch of the change log says, or an exchange that logs nothing: ids by table, and by table and field.

    Attributes:
        ids: table → ids inserted or changed.
        fields: (table, field) → ids; inserts appear under the field `*`.
        former: (table, field) → values that the field had before; of what is logged they are found in the log.
    """

    ids: Mapping[str, frozenset[str]]
    fields: Mapping[tuple[str, str], frozenset[str]]
    former: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def where(self, table: str, *names: str) -> frozenset[str]:
        """Return ids of `table` that were inserted or had one of these fields changed."""
        found: set[str] = set(self.fields.get((table, "*"), ()))
        for name in names:
            found |= self.fields.get((table, name), frozenset())
        return frozenset(found)

    def before(self, table: str, name: str) -> frozenset[str]:
        """Return the values a field of `table` is known to have had before, apart from what the log says."""
        return self.former.get((table, name), frozenset())


def chunks(ids: Sequence[str]) -> list[Sequence[str]]:
    """Split ids into lists short enough to be bound in one statement."""
    return [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]


def refresh_sort_keys(connection: Connection, touched: Touched) -> None:
    """Give every renamed company and site its pinyin order; rows written with a key keep it (imports compute it themselves)."""
    from crmdesk.models.pinyin import sort_key

    for table, name, fields in (
        ("company", "coalesce(nullif(short_name,''),legal_name)", ("legal_name", "short_name")),
        ("site", "name", ("name",)),
    ):
        inserted = touched.fields.get((table, "*"), frozenset())
        for ids, condition in ((touched.where(table, *fields) - inserted, ""), (inserted, "AND sort_key IS NULL")):
            for part in chunks(sorted(ids)):
                marks = ",".join("?" * len(part))
                rows = connection.exec_driver_sql(
                    f"SELECT n, {name} FROM {table} WHERE id IN ({marks}) {condition}", tuple(part)
                ).all()
                if rows:
                    fresh = [(sort_key(row[1]), row[0]) for row in rows]
                    connection.exec_driver_sql(f"UPDATE {table} SET sort_key=? WHERE n=?", fresh)


def refresh_premises_keys(connection: Connection, touched: Touched) -> None:
    """Give every site whose address changed its premises key; rows written with a key keep it (imports compute it themselves)."""
    from crmdesk.models.premises import PREMISES_FIELDS

    _refresh_premises_keys(connection, touched, touched.where("site", *PREMISES_FIELDS))


def refresh_changed_premises_keys(connection: Connection, touched: Touched) -> None:
    """The same where every new site is written with its key, or without one because its address gives none: an import's.

    A site whose address was changed after it was written counts as changed.
    """
    from crmdesk.models.premises import PREMISES_FIELDS

    changed: frozenset[str] = frozenset().union(*(touched.fields.get(("site", name), ()) for name in PREMISES_FIELDS))
    _refresh_premises_keys(connection, touched, changed)


def _refresh_premises_keys(connection: Connection, touched: Touched, sites: frozenset[str]) -> None:
    from crmdesk.models.premises import PREMISES_FIELDS, premises_key

    inserted = touched.fields.get(("site", "*"), frozenset())
    for part in chunks(sorted(sites)):
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(
            f"SELECT n, id, premises_key, {','.join(PREMISES_FIELDS)} FROM site WHERE id IN ({marks})", tuple(part)
        ).all()
        fresh = [(premises_key(*row[3:]), row[0], row[2]) for row in rows if row[2] is None or row[1] not in inserted]
        changed = [(key, n) for key, n, before in fresh if key != before]
        if changed:
            connection.exec_driver_sql("UPDATE site SET premises_key=? WHERE n=?", changed)


def refresh_site_counts(connection: Connection, touched: Touched) -> None:
    """Bring `company.site_count` (living sites in the subtree) up to date for every company above a change.

    Reads the own sites of the touched companies and the children's counts of each ancestor – never the whole subtree.
    """
    companies: set[str] = set()
    for part in chunks(sorted(touched.where("site", "company_id", "deleted_at", "merged_into"))):
        marks = ",".join("?" * len(part))
        companies.update(
            connection.exec_driver_sql(f"SELECT DISTINCT company_id FROM site WHERE id IN ({marks})", tuple(part)).scalars()
        )
    companies |= touched.where("company", "parent_id", "deleted_at", "merged_into")
    companies |= _former_parents(connection, touched)
    _recount(connection, companies)


def _former_parents(connection: Connection, touched: Touched) -> set[str]:
    """Return the companies that lost a child or a site, from the old values in the log or told otherwise."""
    moved = touched.fields.get(("site", "company_id"), frozenset()) | touched.fields.get(("company", "parent_id"), frozenset())
    found: set[str] = set(touched.before("site", "company_id") | touched.before("company", "parent_id"))
    for part in chunks(sorted(moved)):
        marks = ",".join("?" * len(part))
        found.update(
            connection.exec_driver_sql(
                f"SELECT DISTINCT old FROM sync_op WHERE kind='move' AND old IS NOT NULL AND pk IN ({marks})", tuple(part)
            ).scalars()
        )
    return found


def _recount(connection: Connection, companies: set[str]) -> None:
    """Count again, deepest first, so that a parent adds up children that are already right."""
    parents: dict[str, str | None] = {}
    waiting = companies
    while waiting:
        found: dict[str, str | None] = {}
        for part in chunks(sorted(waiting)):
            marks = ",".join("?" * len(part))
            rows = connection.exec_driver_sql(f"SELECT id, parent_id FROM company WHERE id IN ({marks})", tuple(part)).all()
            found.update((row[0], row[1]) for row in rows)
        parents |= found
        waiting = {parent for parent in found.values() if parent is not None and parent not in parents}
    ordered = sorted(parents, key=lambda company: -_depth(company, parents))
    if ordered:
        connection.exec_driver_sql(
            """UPDATE company SET site_count=
                 (SELECT count(*) FROM site s WHERE s.company_id=company.id AND s.deleted_at IS NULL)
                 + coalesce((SELECT sum(k.site_count) FROM company k WHERE k.parent_id=company.id AND k.deleted_at IS NULL),0)
               WHERE id=?""",
            [(company,) for company in ordered],
        )


def _depth(company: str, parents: Mapping[str, str | None]) -> int:
    """Return how deep a company lies; a cycle (two moves joined by an exchange can make one) counts as its length."""
    seen: set[str] = set()
    at: str | None = company
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return len(seen)
