"""Changes of fields as people read them: names in place of ids and codes, and the account or lead that a changed row belongs to."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models import address_formats
from crmdesk.models.hanging import HANGINGS
from crmdesk.services.changed_values import AccountName, FieldChange
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import change_history

_ACCOUNTS: Final = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.LEAD)
_ID_LENGTH: Final = 32


def named(connection: Connection, changes: Iterable[FieldChange], language: str) -> list[FieldChange]:
    """Return the changes with the names of records, terms and countries, looked up all at once."""
    found = list(changes)
    name = naming(connection, found, language)
    return [name(change) for change in found]


def naming(connection: Connection, changes: Collection[FieldChange], language: str) -> Callable[[FieldChange], FieldChange]:
    """Look every id and term code of these changes up at once; return what puts the names into one of them."""
    ids: set[str] = set()
    codes: set[tuple[str, str]] = set()
    countries: Mapping[str, str] = {}
    for change in changes:
        ids.add(change.id)
        taxonomy = _taxonomy(change)
        if _is_country(change):
            countries = countries or {country.code: country.name for country in address_formats.countries(language)}
        for value in (change.old, change.new):
            if isinstance(value, str) and taxonomy is not None:
                codes.add((taxonomy, value))
            elif isinstance(value, str) and len(value) == _ID_LENGTH:
                ids.add(value)
    names = change_history.names_of(connection, ids, language)
    by_code = change_history.names_of_codes(connection, codes, language) if codes else {}

    def text(change: FieldChange, value: object) -> str | None:
        if not isinstance(value, str):
            return None
        if _is_country(change):
            return countries.get(value)
        taxonomy = _taxonomy(change)
        return names.get(value) if taxonomy is None else by_code.get((taxonomy, value))

    def with_names(change: FieldChange) -> FieldChange:
        return replace(change, name=names.get(change.id), old_text=text(change, change.old), new_text=text(change, change.new))

    return with_names


def _is_country(change: FieldChange) -> bool:
    info = field_info(change.kind, change.field)
    return info is not None and info.type is FieldType.COUNTRY


def _taxonomy(change: FieldChange) -> str | None:
    info = field_info(change.kind, change.field)
    if info is None or info.type is not FieldType.TERM_CODE or info.taxonomy is None:
        return None
    return info.taxonomy.value


def accounts_of(connection: Connection, records: Iterable[tuple[str, str]]) -> dict[tuple[str, str], RecordKey]:
    """Return (table, id) → the company, site or lead that a row is, hangs on, or works at; rows of none are missing."""
    by_table: dict[str, set[str]] = {}
    found: dict[tuple[str, str], RecordKey] = {}
    for table, record in records:
        if table in _ACCOUNTS:
            found[table, record] = RecordKey(RecordKind(table), record)
        else:
            by_table.setdefault(table, set()).add(record)
    for table, ids in by_table.items():
        for query, kind in _ways_up(table):
            rows = connection.exec_driver_sql(query, (json.dumps(sorted(ids)),))
            for row in rows:
                if row[1] is not None:
                    found.setdefault((table, row[0]), RecordKey(kind if kind is not None else RecordKind(row[2]), row[1]))
    return found


def _ways_up(table: str) -> list[tuple[str, RecordKind | None]]:
    """Return the queries that lead from rows of a table to an account, the likeliest first."""
    wanted = "(SELECT value FROM json_each(?))"
    if table == RecordKind.CONTACT:
        newest = "ORDER BY (deleted_at IS NULL) DESC, n DESC"
        query = f"SELECT contact_id, site_id FROM position WHERE contact_id IN {wanted} AND site_id IS NOT NULL {newest}"
        return [(query, RecordKind.SITE)]
    if table == RecordKind.CLAIM:
        return [(f"SELECT id, record_id, tbl FROM claim WHERE id IN {wanted} AND tbl IN ('company','site','lead')", None)]
    ways: list[tuple[str, RecordKind | None]] = []
    for hanging in sorted(HANGINGS, key=_site_first):
        if hanging.table != table or hanging.in_tree:
            continue
        if hanging.parent in _ACCOUNTS:
            ways.append((f"SELECT id, {hanging.column} FROM {table} WHERE id IN {wanted}", RecordKind(hanging.parent)))
        ways.extend(  # an answer of a round, a person at an opportunity: by what it hangs on
            (
                f"SELECT r.id, p.{above.column} FROM {table} r JOIN {above.table} p ON p.id=r.{hanging.column} WHERE r.id IN {wanted}",
                RecordKind(above.parent),
            )
            for above in HANGINGS
            if above.table == hanging.parent
            and above.parent in _ACCOUNTS
            and not above.in_tree
            and above.table != RecordKind.CONTACT
        )
    return ways


def _site_first(hanging: Any) -> bool:
    return bool(hanging.parent != RecordKind.SITE)


def account_names(connection: Connection, keys: Iterable[RecordKey]) -> dict[RecordKey, AccountName]:
    """Return names of companies, sites and leads, deleted ones too, with the company above; unknown ones are missing."""
    wanted: dict[RecordKind, set[str]] = {}
    for key in keys:
        wanted.setdefault(key.kind, set()).add(key.id)
    found: dict[RecordKey, AccountName] = {}
    for kind, name, above in (
        (RecordKind.COMPANY, "coalesce(nullif(r.short_name,''),r.legal_name)", "parent_id"),
        (RecordKind.SITE, "r.name", "company_id"),
        (RecordKind.LEAD, "coalesce(nullif(r.company_name,''),r.person,'')", "company_id"),
    ):
        if kind not in wanted:
            continue
        rows = connection.exec_driver_sql(
            f"""SELECT r.id, {name}, coalesce(nullif(c.short_name,''), c.legal_name, '') FROM json_each(?) w
                JOIN {kind.value} r ON r.id=w.value LEFT JOIN company c ON c.id=r.{above}""",
            (json.dumps(sorted(wanted[kind])),),
        )
        for record, text, company in rows:
            key = RecordKey(kind, record)
            found[key] = AccountName(key, text, company)
    return found
