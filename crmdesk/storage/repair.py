"""Deriving again, over the whole store, what the unit of work normally keeps up to date change by change."""

from typing import Final

from sqlalchemy import Connection

from crmdesk.models.lead_completeness import completeness_sql
from crmdesk.storage.derived import Touched, refresh_site_counts, refresh_sort_keys
from crmdesk.storage.derived_leads import refresh_leads
from crmdesk.storage.premises_keys import rewrite_premises_keys
from crmdesk.storage.search.writing import rebuild

_KINDS: Final = ("company", "site")


def repair_derived(connection: Connection) -> None:
    """Write order of names, site counts, completeness of leads, premises keys and search index again, in the caller's transaction."""
    everything = {
        kind: frozenset(connection.exec_driver_sql(f"SELECT id FROM {kind} WHERE deleted_at IS NULL").scalars())
        for kind in _KINDS
    }
    keyless = {
        (kind, "name" if kind == "site" else "legal_name"): frozenset(
            connection.exec_driver_sql(f"SELECT id FROM {kind} WHERE deleted_at IS NULL AND sort_key IS NULL").scalars()
        )
        for kind in _KINDS
    }
    refresh_sort_keys(connection, Touched(everything, keyless))
    refresh_site_counts(connection, Touched(everything, {("company", "parent_id"): everything["company"]}))
    leads = frozenset(connection.exec_driver_sql("SELECT id FROM lead WHERE deleted_at IS NULL AND sort_key IS NULL").scalars())
    refresh_leads(connection, Touched({"lead": leads}, {("lead", "person"): leads}))
    connection.exec_driver_sql(f"UPDATE lead SET completeness={completeness_sql()} WHERE completeness<>{completeness_sql()}")
    rewrite_premises_keys(connection)
    rebuild(connection)
