"""Columns of leads that are derived from others, refreshed by the unit of work: place in the order of names, completeness."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.models.lead_completeness import COMPLETENESS_FIELDS, completeness_sql
from crmdesk.storage.derived import Touched, chunks

_NAME: Final = "coalesce(nullif(company_name,''),person)"


def refresh_leads(connection: Connection, touched: Touched) -> None:
    """Bring sort key and completeness of leads up to date; rows written with a sort key keep it (imports compute it themselves)."""
    if "lead" not in touched.ids:
        return
    from crmdesk.models.pinyin import sort_key

    inserted = touched.fields.get(("lead", "*"), frozenset())
    renamed = touched.where("lead", "company_name", "person") - inserted
    for ids, condition in ((renamed, ""), (inserted, "AND sort_key IS NULL")):
        for part in chunks(sorted(ids)):
            marks = ",".join("?" * len(part))
            rows = connection.exec_driver_sql(
                f"SELECT n, {_NAME}, nullif(company_name,'') IS NULL FROM lead WHERE id IN ({marks}) {condition}", tuple(part)
            ).all()
            if rows:
                fresh = [(sort_key(row[1] or "", person=bool(row[2])), row[0]) for row in rows]
                connection.exec_driver_sql("UPDATE lead SET sort_key=? WHERE n=?", fresh)
    refresh_completeness(connection, sorted(touched.where("lead", *COMPLETENESS_FIELDS)))


def refresh_completeness(connection: Connection, leads: Sequence[str]) -> None:
    """Count again how many of the fields that matter these leads have filled."""
    for part in chunks(leads):
        marks = ",".join("?" * len(part))
        connection.exec_driver_sql(
            f"UPDATE lead SET completeness={completeness_sql()} WHERE id IN ({marks}) AND completeness<>{completeness_sql()}",
            tuple(part),
        )
