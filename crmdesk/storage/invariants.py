"""Our own rules about what is in a store, checked in SQL over the whole of it.

Synced tables carry no UNIQUE and no REFERENCES (`design.md` §2), so this is where a broken rule is found.
"""

from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import Severity
from crmdesk.models.hanging import HANGINGS
from crmdesk.models.lead_completeness import completeness_sql
from crmdesk.models.registry import synced_tables
from crmdesk.storage.capture import trigger_statements
from crmdesk.storage.integrity import MOST, Finding
from crmdesk.storage.redirects import MERGED_KINDS
from crmdesk.storage.search.schema import KINDS, rows_of

Rule = Callable[[Connection], Iterator[Finding]]
"""Yields its findings, some `MOST` at a time at most."""

_EDIT: Final = QT_TRANSLATE_NOOP("findings", "Open the record and correct it.")
_REPAIR: Final = QT_TRANSLATE_NOOP("findings", "Run `crmdesk check --repair`.")
_REOPEN: Final = QT_TRANSLATE_NOOP("findings", "Restore a backup, or tell the maintainers: changes may have gone unlogged.")

DUPLICATE_CODE: Final = QT_TRANSLATE_NOOP("findings", "Code {code} is used by {count} records.")
LOST_REFERENCE: Final = QT_TRANSLATE_NOOP("findings", "{kind} {name}: {field} points to a record that does not exist.")
DELETED_REFERENCE: Final = QT_TRANSLATE_NOOP("findings", "{kind} {name}: {field} points to a deleted record.")
CYCLE: Final = QT_TRANSLATE_NOOP("findings", "Company {name} lies below itself.")
MERGED_ALIVE: Final = QT_TRANSLATE_NOOP("findings", "{kind} {name} was merged into another record and yet is not put away.")
MERGED_NOWHERE: Final = QT_TRANSLATE_NOOP("findings", "{kind} {name} was merged into a record that does not exist.")
WRONG_COUNT: Final = QT_TRANSLATE_NOOP("findings", "Company {name} counts {stored} sites; there are {right}.")
NO_SORT_KEY: Final = QT_TRANSLATE_NOOP("findings", "{count} records of {kind} have no place in the order of names.")
WRONG_INDEX: Final = QT_TRANSLATE_NOOP("findings", "The search index of {kind} lacks {missing} records and has {left} too many.")
WRONG_TRIGGER: Final = QT_TRANSLATE_NOOP("findings", "The change log's trigger {name} is missing or not this program's.")
OWNER_AND_POOL: Final = QT_TRANSLATE_NOOP("findings", "Lead {name} is with somebody and waits in a pool as well.")
NAMELESS_LEAD: Final = QT_TRANSLATE_NOOP("findings", "A lead names neither a company nor a person.")
NOWHERE_CONVERTED: Final = QT_TRANSLATE_NOOP("findings", "Lead {name} is converted, but nothing says into what.")
OPEN_CONVERTED: Final = QT_TRANSLATE_NOOP("findings", "Lead {name} has become an account, but is not marked as converted.")
WRONG_COMPLETENESS: Final = QT_TRANSLATE_NOOP("findings", "The completeness of {count} leads is out of date.")
STRANGE_TRIGGER: Final = QT_TRANSLATE_NOOP("findings", "The trigger {name} is not this program's.")


REFERENCES: Final = (
    *((hanging.table, hanging.column, hanging.parent) for hanging in HANGINGS),
    ("company", "industry_id", "term"),
    ("company", "source_id", "term"),
    ("site", "industry_id", "term"),
    ("site", "source_id", "term"),
    ("lead", "industry_id", "term"),
    ("lead", "source_id", "term"),
    ("lead", "reason_id", "term"),
    ("lead", "pool_id", "pool"),
    ("opportunity", "stage_id", "stage"),
    ("opportunity", "source_id", "term"),
    ("opportunity_contact", "contact_id", "contact"),
    ("qualification", "set_id", "criteria_set"),
    ("qualification_answer", "criterion_id", "criterion"),
)
"""(table, column, table it points to); empty points nowhere, which every rule allows."""

_LEAD_NAME: Final = "coalesce(nullif(r.company_name,''),r.person,'')"
_NAMES: Final = {**{hanging.table: hanging.name for hanging in HANGINGS}, "lead": _LEAD_NAME}


def broken_rules(connection: Connection, more: tuple[Rule, ...] = ()) -> Iterator[Finding]:
    """Check every rule on one state of the store; `more` are rules of other parts (the search index's, say)."""
    for rule in (
        _triggers,
        _codes,
        _references,
        _merged,
        _cycles,
        _site_counts,
        _sort_keys,
        _leads,
        _completeness,
        _search_index,
        *more,
    ):
        yield from rule(connection)


def _codes(connection: Connection) -> Iterator[Finding]:
    """Codes are unique among living companies and sites together."""
    # candidates come from the indexes alone, deleted records included; only theirs are rows looked at
    rows = connection.exec_driver_sql(
        f"""WITH twice(code) AS MATERIALIZED (
              SELECT code FROM (SELECT code FROM company WHERE code IS NOT NULL
                                UNION ALL SELECT code FROM site WHERE code IS NOT NULL) GROUP BY code HAVING count(*)>1),
            living(code, id, kind) AS (
              SELECT c.code, c.id, 'company' FROM twice JOIN company c ON c.code=twice.code WHERE c.deleted_at IS NULL
              UNION ALL SELECT s.code, s.id, 'site' FROM twice JOIN site s ON s.code=twice.code WHERE s.deleted_at IS NULL)
            SELECT code, count(*), kind, min(id) FROM living GROUP BY code HAVING count(*)>1 ORDER BY code LIMIT {MOST}"""
    )
    for code, count, kind, record in rows:
        params = {"code": code, "count": count}
        yield Finding(Severity.ERROR, "duplicate_code", DUPLICATE_CODE, _EDIT, params, kind, record, code)


def _references(connection: Connection) -> Iterator[Finding]:
    """What a living record points to exists and lives; terms may be pointed to after their deletion."""
    for table, column, target in REFERENCES:
        forgiven = "AND t.id IS NULL" if target == "term" else ""
        # each distinct target is looked up once, and a column without index is read in the order of the rows on disk:
        # 26 s became 5 s at a million sites
        order = "NOT INDEXED" if target == "term" else ""
        broken = connection.exec_driver_sql(
            f"""SELECT p.v, t.id FROM (SELECT DISTINCT {column} v FROM {table} {order} WHERE {column} IS NOT NULL AND deleted_at IS NULL) p
                LEFT JOIN {target} t ON t.id=p.v WHERE (t.id IS NULL OR t.deleted_at IS NOT NULL) {forgiven} LIMIT {MOST}"""
        ).all()
        for pointed_to, found in broken:
            check, template = ("lost_reference", LOST_REFERENCE) if found is None else ("deleted_reference", DELETED_REFERENCE)
            code = "r.code" if table in {"company", "site", "term"} else "NULL"
            rows = connection.exec_driver_sql(
                f"""SELECT r.id, {code}, {_NAMES[table]} FROM {table} r WHERE r.{column}=? AND r.deleted_at IS NULL
                    ORDER BY r.n LIMIT {MOST}""",
                (pointed_to,),
            )
            for record, record_code, name in rows:
                params = {"kind": table, "name": name, "field": column}
                yield Finding(Severity.ERROR, check, template, _EDIT, params, table, record, record_code or "")


def _merged(connection: Connection) -> Iterator[Finding]:
    """A merged record is a tombstone and leads to a record that exists; that nothing living hangs on it follows from `_references`."""
    for kind in MERGED_KINDS:
        rows = connection.exec_driver_sql(
            f"""SELECT r.id, {_NAMES.get(kind.value, "r.name")}, s.id IS NULL FROM {kind.value} r LEFT JOIN {kind.value} s ON s.id=r.merged_into
                WHERE r.merged_into IS NOT NULL AND (r.deleted_at IS NULL OR s.id IS NULL) ORDER BY r.n LIMIT {MOST}"""
        )
        for record, name, is_lost in rows:
            template = MERGED_NOWHERE if is_lost else MERGED_ALIVE
            yield Finding(Severity.ERROR, "merged", template, _EDIT, {"kind": kind.value, "name": name}, kind.value, record)


def _cycles(connection: Connection) -> Iterator[Finding]:
    """No company lies below itself: whoever is not reached from the tops, and has a parent, is in or below a cycle."""
    rows = connection.exec_driver_sql(
        f"""WITH RECURSIVE reached(id) AS (
              SELECT c.id FROM company c WHERE c.deleted_at IS NULL
                AND (c.parent_id IS NULL OR NOT EXISTS(SELECT 1 FROM company p WHERE p.id=c.parent_id AND p.deleted_at IS NULL))
              UNION ALL SELECT c.id FROM reached JOIN company c ON c.parent_id=reached.id AND c.deleted_at IS NULL)
            SELECT id, code, legal_name FROM company WHERE deleted_at IS NULL AND parent_id IS NOT NULL
              AND id NOT IN (SELECT id FROM reached) ORDER BY n LIMIT {MOST}"""
    )
    for record, code, name in rows:
        yield Finding(Severity.ERROR, "cycle", CYCLE, _EDIT, {"name": name}, "company", record, code or "")


def _site_counts(connection: Connection) -> Iterator[Finding]:
    """Each count is own sites plus children's counts; when that holds everywhere, every count is right."""
    rows = connection.exec_driver_sql(
        f"""SELECT c.id, c.code, c.legal_name, c.site_count, coalesce(o.n,0)+coalesce(k.n,0)
            FROM company c
            LEFT JOIN (SELECT company_id, count(*) n FROM site WHERE deleted_at IS NULL GROUP BY company_id) o ON o.company_id=c.id
            LEFT JOIN (SELECT parent_id, sum(site_count) n FROM company WHERE deleted_at IS NULL AND parent_id IS NOT NULL
                       GROUP BY parent_id) k ON k.parent_id=c.id
            WHERE c.deleted_at IS NULL AND c.site_count<>coalesce(o.n,0)+coalesce(k.n,0) ORDER BY c.n LIMIT {MOST}"""
    )
    for record, code, name, stored, right in rows:
        params = {"name": name, "stored": stored, "right": right}
        yield Finding(Severity.WARNING, "site_count", WRONG_COUNT, _REPAIR, params, "company", record, code or "")


def _sort_keys(connection: Connection) -> Iterator[Finding]:
    """Every living company, site and lead has its place in the order of names."""
    for table in ("company", "site", "lead"):
        count = connection.exec_driver_sql(
            f"SELECT count(*) FROM {table} WHERE sort_key IS NULL AND deleted_at IS NULL"
        ).scalar_one()
        if count:
            yield Finding(Severity.WARNING, "sort_key", NO_SORT_KEY, _REPAIR, {"kind": table, "count": count}, table)


def _leads(connection: Connection) -> Iterator[Finding]:
    """A lead has a name, is with one person or in one pool, and is converted when, and only when, a conversion says into what."""
    became = "EXISTS(SELECT 1 FROM conversion c WHERE c.lead_id=r.id AND c.deleted_at IS NULL)"
    for check, template, broken in (
        ("owner_and_pool", OWNER_AND_POOL, "r.owner_id IS NOT NULL AND r.pool_id IS NOT NULL"),
        ("nameless_lead", NAMELESS_LEAD, f"{_LEAD_NAME}=''"),
        ("converted", NOWHERE_CONVERTED, f"r.status='converted' AND NOT {became}"),
        ("converted", OPEN_CONVERTED, f"r.status<>'converted' AND {became}"),
    ):
        rows = connection.exec_driver_sql(
            f"SELECT r.id, {_LEAD_NAME} FROM lead r WHERE r.deleted_at IS NULL AND {broken} ORDER BY r.n LIMIT {MOST}"
        )
        for record, name in rows:
            yield Finding(Severity.ERROR, check, template, _EDIT, {"name": name}, "lead", record)


def _completeness(connection: Connection) -> Iterator[Finding]:
    """The completeness of every lead is that of its fields."""
    count = connection.exec_driver_sql(
        f"SELECT count(*) FROM lead WHERE deleted_at IS NULL AND completeness<>{completeness_sql()}"
    ).scalar_one()
    if count:
        yield Finding(Severity.WARNING, "completeness", WRONG_COMPLETENESS, _REPAIR, {"count": count}, "lead")


def _search_index(connection: Connection) -> Iterator[Finding]:
    """Every living record is in the search index, and nothing else is."""
    indexed = "SELECT id FROM search_index_docsize WHERE id BETWEEN ? AND ?"
    for kind in KINDS:
        first, last = rows_of(kind)
        living = f"SELECT n+{first} FROM {kind.value} WHERE deleted_at IS NULL AND merged_into IS NULL"
        missing = connection.exec_driver_sql(f"SELECT count(*) FROM ({living} EXCEPT {indexed})", (first, last)).scalar_one()
        left = connection.exec_driver_sql(f"SELECT count(*) FROM ({indexed} EXCEPT {living})", (first, last)).scalar_one()
        if missing or left:
            params = {"kind": kind.value, "missing": missing, "left": left}
            yield Finding(Severity.WARNING, "search_index", WRONG_INDEX, _REPAIR, params, kind.value)


def _triggers(connection: Connection) -> Iterator[Finding]:
    """Every synced table has exactly the triggers that today's metadata give it, and nothing else has any."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='trigger'").all()
    found = {str(row.name): str(row.sql) for row in rows}
    for table in synced_tables():
        for name, statement in trigger_statements(table).items():
            if found.pop(name, None) != statement:
                yield Finding(Severity.ERROR, "trigger", WRONG_TRIGGER, _REOPEN, {"name": name}, table.name)
    for name in sorted(found):
        yield Finding(Severity.WARNING, "trigger", STRANGE_TRIGGER, _REOPEN, {"name": name})
