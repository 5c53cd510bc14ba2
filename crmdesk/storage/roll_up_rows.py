"""Roll-ups in SQL: what stands at a node itself, in all below it, and by status, grade and kind.

Each question is one statement that walks the index of children down from the node (UNION, so that a loop of parents ends) and
reads the rows that hang there: the cost is that of the subtree, nothing is stored, so a figure is right at once after an edit.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.measuring import Dimension
from crmdesk.models.measures import Combine, Measure

Figure = int | float | str | None
"""A number; of a measure of moments the time as stored, None for none."""

_AGGREGATE: Final = {Combine.SUM: "sum({0})", Combine.DISTINCT: "count(DISTINCT {0})", Combine.LATEST: "max({0})"}
_BELOW: Final = """below(start, id) AS (
  SELECT value, value FROM json_each(?)
  UNION
  SELECT b.start, c.id FROM below b CROSS JOIN company c ON c.parent_id=b.id AND c.deleted_at IS NULL)"""
# CROSS JOIN keeps the order of the loops: down the tree, never the whole table.


@dataclass(frozen=True, slots=True)
class RolledUp:
    """One measure at one node: what is at the node itself, what is there and below, and the latter divided."""

    own: Figure
    subtree: Figure
    divided: Mapping[Dimension, Mapping[str | None, Figure]] = field(default_factory=dict)


def _joins(measure: Measure) -> tuple[str, str]:
    """Return FROM behind `below b`, and SQL of "hangs on the start itself"."""
    if measure.on == "site":
        sites = "below b CROSS JOIN site s ON s.company_id=b.id AND s.deleted_at IS NULL"
        own = "b.id=b.start"
        if measure.table == "site":
            return f"{sites} AND ({measure.where})", own
        return (
            f"{sites} CROSS JOIN {measure.table} r ON r.{measure.column}=s.id AND r.deleted_at IS NULL AND ({measure.where})",
            own,
        )
    if measure.table == "company":
        joins = f"below b CROSS JOIN company r ON r.id=b.id AND b.id<>b.start AND ({measure.where})"
        return joins, "r.parent_id=b.start"
    joins = f"below b CROSS JOIN {measure.table} r ON r.{measure.column}=b.id AND r.deleted_at IS NULL AND ({measure.where})"
    return joins, "b.id=b.start"


def _at_site(measure: Measure) -> str:
    """Return FROM over the sites with ids in a JSON list, under `b.start`."""
    sites = "(SELECT value start FROM json_each(?)) b CROSS JOIN site s ON s.id=b.start AND s.deleted_at IS NULL"
    if measure.table == "site":
        return f"{sites} AND ({measure.where})"
    return f"{sites} CROSS JOIN {measure.table} r ON r.{measure.column}=s.id AND r.deleted_at IS NULL AND ({measure.where})"


def at_company(connection: Connection, company: str, measure: Measure) -> RolledUp:
    """Return a measure at a living company."""
    joins, own = _joins(measure)
    facts = _facts(measure, own, joins)
    return _read(connection, measure, f"WITH RECURSIVE {_BELOW}, {facts}", company)


def at_site(connection: Connection, site: str, measure: Measure) -> RolledUp:
    """Return a measure at a living site, where own and subtree are one; nothing for what hangs on companies."""
    if measure.on != "site":
        return RolledUp(_nothing(measure), _nothing(measure))
    return _read(connection, measure, f"WITH {_facts(measure, '1', _at_site(measure))}", site)


def _facts(measure: Measure, own: str, joins: str) -> str:
    """Return the CTE that holds few rows whatever the subtree: summed up, or made distinct, by everything that is asked for."""
    columns = [f"({own}) own", *(f"{expression} {name.value}" for name, expression in measure.by.items())]
    groups = ",".join(["own", *(name.value for name in measure.by)])
    if measure.combine is Combine.DISTINCT:
        return f"facts AS MATERIALIZED (SELECT DISTINCT {','.join(columns)}, {measure.value} v FROM {joins})"
    total = _AGGREGATE[measure.combine].format(measure.value)
    return f"facts AS MATERIALIZED (SELECT {','.join(columns)}, {total} v FROM {joins} GROUP BY {groups})"


def _read(connection: Connection, measure: Measure, head: str, node: str) -> RolledUp:
    total = _AGGREGATE[measure.combine].format("v")
    parts = [f"SELECT 'subtree', NULL, {total} FROM facts", f"SELECT 'own', NULL, {total} FROM facts WHERE own"]
    parts += [f"SELECT '{name.value}', {name.value}, {total} FROM facts GROUP BY 2" for name in measure.by]
    rows = connection.exec_driver_sql(f"{head} {' UNION ALL '.join(parts)}", (json.dumps([node]),)).all()
    figures = {row[0]: row[2] for row in rows}
    divided: dict[Dimension, dict[str | None, Figure]] = {name: {} for name in measure.by}
    for what, group, value in rows:
        if what in divided:
            divided[Dimension(what)][group] = value
    return RolledUp(_filled(measure, figures["own"]), _filled(measure, figures["subtree"]), divided)


def subtrees(connection: Connection, companies: Collection[str], measure: Measure) -> dict[str, Figure]:
    """Return a measure over each of these companies with all below it; where one lies below another, what is there is read once."""
    found: dict[str, Figure] = dict.fromkeys(companies, _nothing(measure))
    if measure.combine is Combine.DISTINCT:  # parts do not add up: whoever works in two of them counts once
        joins, _ = _joins(measure)
        total = _AGGREGATE[measure.combine].format(measure.value)
        rows = connection.exec_driver_sql(
            f"WITH RECURSIVE {_BELOW} SELECT b.start, {total} FROM {joins} GROUP BY b.start", (json.dumps(list(companies)),)
        )
        found.update((row[0], row[1]) for row in rows)
    else:
        found.update((company, mix[None]) for company, mix in _carried_up(connection, companies, measure, "NULL").items())
    return found


def _carried_up(
    connection: Connection, companies: Collection[str], measure: Measure, group: str
) -> dict[str, dict[str | None, Figure]]:
    """Return figures by the values of `group` (SQL) for each company with all below it: every company is read once, and told upwards."""
    seeds = json.dumps(list(companies))
    below = """WITH RECURSIVE below(id) AS (SELECT value FROM json_each(?) UNION
      SELECT c.id FROM below b CROSS JOIN company c ON c.parent_id=b.id AND c.deleted_at IS NULL)"""
    rows = connection.exec_driver_sql(
        f"{below} SELECT c.id, c.parent_id FROM below b CROSS JOIN company c ON c.id=b.id", (seeds,)
    )
    parents: dict[str, str | None] = {row[0]: row[1] for row in rows}
    total = _AGGREGATE[measure.combine].format(measure.value)
    joins, _ = _joins(measure)
    if measure.table == "company":
        joins = f"below b CROSS JOIN company r ON r.parent_id=b.id AND r.deleted_at IS NULL AND ({measure.where})"
    facts = connection.exec_driver_sql(f"{below} SELECT b.id, {group}, {total} FROM {joins} GROUP BY 1, 2", (seeds,))
    wanted = frozenset(companies)
    found: dict[str, dict[str | None, Figure]] = {}
    for company, value, figure in facts:
        at: str | None = company
        seen = set[str | None]()
        while at in parents and at not in seen:  # a loop of parents is told once
            seen.add(at)
            if at in wanted:
                mix = found.setdefault(at, {})
                mix[value] = _joined(measure, mix.get(value), figure)
            at = parents[at]
    return found


def _joined(measure: Measure, one: Figure, other: Figure) -> Figure:
    """Return what two parts come to."""
    if one is None or other is None:
        return other if one is None else one
    if measure.combine is Combine.LATEST:
        return max(str(one), str(other))
    return one + other if not isinstance(one, str) and not isinstance(other, str) else one


def sites(connection: Connection, ids: Collection[str], measure: Measure) -> dict[str, Figure]:
    """Return a measure at each of these sites."""
    found: dict[str, Figure] = dict.fromkeys(ids, _nothing(measure))
    if measure.on != "site":
        return found
    total = _AGGREGATE[measure.combine].format(measure.value)
    rows = connection.exec_driver_sql(
        f"SELECT b.start, {total} FROM {_at_site(measure)} GROUP BY b.start", (json.dumps(list(ids)),)
    )
    found.update((row[0], row[1]) for row in rows)
    return found


def divided(
    connection: Connection, companies: Collection[str], measure: Measure, by: Dimension
) -> dict[str, dict[str | None, Figure]]:
    """Return a measure over each of these companies with all below it, divided; what has nothing is left out."""
    if measure.combine is not Combine.DISTINCT:
        return _carried_up(connection, companies, measure, measure.by[by])
    joins, _ = _joins(measure)
    total = _AGGREGATE[measure.combine].format(measure.value)
    rows = connection.exec_driver_sql(
        f"WITH RECURSIVE {_BELOW} SELECT b.start, {measure.by[by]}, {total} FROM {joins} GROUP BY 1, 2",
        (json.dumps(list(companies)),),
    )
    found: dict[str, dict[str | None, Figure]] = {}
    for start, group, value in rows:
        found.setdefault(start, {})[group] = value
    return found


def stored_site_counts(connection: Connection, companies: Collection[str]) -> dict[str, Figure]:
    """Return the living sites below each of these companies as the store keeps them: no subtree is read."""
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.site_count FROM json_each(?) j CROSS JOIN company c ON c.id=j.value", (json.dumps(list(companies)),)
    )
    return {row[0]: row[1] for row in rows}


def imagined(
    connection: Connection,
    company: str,
    measure: Measure,
    *,
    without: tuple[Collection[str], Collection[str]] = ((), ()),
    plus: tuple[Collection[str], Collection[str]] = ((), ()),
) -> Figure:
    """Return a measure over a company with all below it as it would be after a move.

    Args:
        connection: to read on.
        company: the node.
        measure: what to add up.
        without: ids of companies (with what is below them) and of sites that would no longer be there.
        plus: the same of those that would come.
    """
    values = (company, *(json.dumps(list(ids)) for ids in (*without, *plus)))
    stays = "AND c.id NOT IN (SELECT value FROM json_each(?2))" if without[0] else ""
    below = f"""below(id) AS (
        SELECT ?1 UNION SELECT c.id FROM company c JOIN json_each(?4) j ON c.id=j.value AND c.deleted_at IS NULL
        UNION
        SELECT c.id FROM below b CROSS JOIN company c ON c.parent_id=b.id AND c.deleted_at IS NULL {stays})"""
    head, places = (
        f"WITH RECURSIVE given AS (SELECT ?1, ?2, ?3, ?4, ?5), {below}",
        "below b CROSS JOIN site s ON s.company_id=b.id AND s.deleted_at IS NULL",
    )
    if without[1] or plus[1]:
        head += f""", places(id) AS (
            SELECT s.id FROM {places} AND s.id NOT IN (SELECT value FROM json_each(?3))
            UNION ALL SELECT s.id FROM json_each(?5) j CROSS JOIN site s ON s.id=j.value AND s.deleted_at IS NULL)"""
        places = "places p CROSS JOIN site s ON s.id=p.id"
    if measure.table == "company":
        joins = f"below b CROSS JOIN company r ON r.id=b.id AND b.id<>?1 AND ({measure.where})"
    elif measure.on == "company":
        joins = f"below b CROSS JOIN {measure.table} r ON r.{measure.column}=b.id AND r.deleted_at IS NULL AND ({measure.where})"
    elif measure.table == "site":
        joins = f"{places} AND ({measure.where})"
    else:
        joins = f"{places} CROSS JOIN {measure.table} r ON r.{measure.column}=s.id AND r.deleted_at IS NULL AND ({measure.where})"
    total = _AGGREGATE[measure.combine].format(measure.value)
    return _filled(measure, connection.exec_driver_sql(f"{head} SELECT {total} FROM {joins}", values).scalar())


def _filled(measure: Measure, value: Figure) -> Figure:
    return _nothing(measure) if value is None else value


def _nothing(measure: Measure) -> Figure:
    return None if measure.combine is Combine.LATEST else 0
