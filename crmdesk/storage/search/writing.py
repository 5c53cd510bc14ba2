"""Keeping the index true: after every transaction for what it touched, and as a whole when its form changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_text import VERSION, terms_of
from crmdesk.storage.derived import Touched, chunks
from crmdesk.storage.redirects import any_merged, former, roots
from crmdesk.storage.search.records import Record, packed, read_after, read_living
from crmdesk.storage.search.schema import CREATE_SEARCH_INDEX, KINDS, row_of

Progress = Callable[[int, int], None]
"""Told rows done and rows in all; may raise to stop."""
Writer = Callable[[Connection, Sequence[Record]], None]
"""Writes the documents of records, now or later."""

_PUT: Final = "INSERT OR REPLACE INTO search_index(rowid, terms, packed) VALUES(?,?,?)"
_FORM: Final = "search_form"
"""Row of `sync_ctl` that says in which form the index was written."""
_DROP: Final = "DELETE FROM search_index WHERE rowid=?"

_COMPANY_FIELDS: Final = (
    "legal_name",
    "short_name",
    "code",
    "credit_code",
    "phone",
    "invoice_address",
    "kind",
    "parent_id",
    "deleted_at",
    "merged_into",
)
_SITE_FIELDS: Final = (
    *("name", "code", "credit_code", "phone", "email", "place_kind", "company_id", "deleted_at", "merged_into"),
    *("province", "city", "district", "street", "address_text"),
)
_CONTACT_FIELDS: Final = ("name", "mobile", "phone", "email", "deleted_at", "merged_into")
_LEAD_FIELDS: Final = (
    *("company_name", "person", "mobile", "phone", "email", "credit_code", "deleted_at", "merged_into"),
    *("province", "city", "district", "street", "address_text"),
)
_COMPANY_NAMES: Final = ("legal_name", "short_name")
_SITE_NAMES: Final = ("name", "company_id")


def write_documents(connection: Connection, records: Sequence[Record]) -> None:
    """Write the documents of these records."""
    put_documents(connection, records, [terms_of(record.searchable()) for record in records])


def put_documents(connection: Connection, records: Sequence[Record], terms: Sequence[str]) -> None:
    """Write the documents of these records, whose terms are known."""
    rows = [(row_of(record.kind, record.n), text, packed(record)) for record, text in zip(records, terms, strict=True)]
    if rows:
        connection.exec_driver_sql(_PUT, rows)


def refresh_search_index(connection: Connection, touched: Touched, write: Writer = write_documents) -> None:
    """Write the documents of everything found differently after what was touched; a `Refresher` of the unit of work.

    A renamed company takes its sites and their people along, because they are found by its name too.
    """
    companies = touched.where("company", *_COMPANY_FIELDS) | _survivors(connection, touched, "company")
    sites = touched.where("site", *_SITE_FIELDS) | _survivors(connection, touched, "site")
    units = touched.ids.get("unit", frozenset())
    sites |= _ids(connection, "SELECT site_id FROM unit WHERE id IN ({})", units)
    sites |= _ids(connection, "SELECT DISTINCT old FROM sync_op WHERE fld='site_id' AND old IS NOT NULL AND pk IN ({})", units)
    sites |= touched.before("unit", "site_id")
    sites |= _ids(
        connection,
        "SELECT id FROM site WHERE deleted_at IS NULL AND company_id IN ({})",
        touched.where("company", *_COMPANY_NAMES),
    )
    # an open position at a site touched only by its company's name is reached through the site
    renamed = (sites - touched.where("site", *_SITE_FIELDS)) | touched.where("site", *_SITE_NAMES)
    contacts = (
        touched.where("contact", *_CONTACT_FIELDS)
        | _ids(connection, "SELECT contact_id FROM position WHERE id IN ({})", touched.ids.get("position", frozenset()))
        | _ids(connection, "SELECT contact_id FROM position WHERE deleted_at IS NULL AND site_id IN ({})", renamed)
        | _ids(  # whose job it was before: merging people and taking that back hands jobs over
            connection,
            "SELECT DISTINCT old FROM sync_op WHERE fld='contact_id' AND old IS NOT NULL AND pk IN ({})",
            touched.fields.get(("position", "contact_id"), frozenset()),
        )
        | touched.before("position", "contact_id")
    )
    leads = touched.where("lead", *_LEAD_FIELDS)
    for kind, ids in zip(KINDS, (companies, sites, contacts, leads), strict=True):
        refresh_records(connection, kind, ids, write)


def refresh_records(connection: Connection, kind: RecordKind, ids: Iterable[str], write: Writer = write_documents) -> None:
    """Write the documents of these records, and remove those of records deleted or merged away."""
    # ids are UUIDv7: their order is nearly the order of row numbers, and FTS5 wants rising rows within one segment
    for part in chunks(sorted(ids)):
        living = sorted(read_living(connection, kind, part), key=lambda record: record.n)
        if len(living) < len(part):
            found = {record.id for record in living}
            _remove(connection, kind, [record for record in part if record not in found])
        write(connection, with_other_names(connection, kind, living))


def with_other_names(connection: Connection, kind: RecordKind, records: Sequence[Record]) -> list[Record]:
    """Return companies and sites with other names they are found by: of what was merged into them, of a site's departments."""
    ids = [record.id for record in records]
    others: list[Mapping[str, Sequence[str]]] = []
    if kind in {RecordKind.COMPANY, RecordKind.SITE} and any_merged(connection, kind):
        others.append(former(connection, kind, ids, "code"))
        others.append(former(connection, kind, ids, "legal_name" if kind is RecordKind.COMPANY else "name"))
    if kind is RecordKind.SITE and (units := _units(connection, ids)):
        others.append(units)
    if not others:
        return list(records)
    found = []
    for record in records:
        known = [text for names in others for text in names.get(record.id, ()) if text not in {record.code, record.name}]
        found.append(record._replace(context=(*record.context[:1], " · ".join(known))) if known else record)
    return found


def _units(connection: Connection, sites: Sequence[str]) -> dict[str, list[str]]:
    """Return the names of the floors and departments of sites."""
    found: dict[str, list[str]] = {}
    if connection.exec_driver_sql("SELECT 1 FROM unit LIMIT 1").first() is None:
        return found
    for part in chunks(sites):
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(
            f"SELECT site_id, name FROM unit WHERE site_id IN ({marks}) AND deleted_at IS NULL ORDER BY n", tuple(part)
        )
        for site, name in rows:
            found.setdefault(site, []).append(name)
    return found


def is_current(connection: Connection) -> bool:
    """Return whether the index was written in the form this program reads and writes."""
    form = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (_FORM,)).scalar()
    return form == VERSION and _layout(connection) == CREATE_SEARCH_INDEX[0]


def rebuild(connection: Connection, progress: Progress | None = None) -> int:
    """Write the whole index again from the rows, in the caller's transaction; return the number of documents."""
    counts = {kind: int(connection.exec_driver_sql(f"SELECT count(*) FROM {kind.value}").scalar_one()) for kind in KINDS}
    total, done = sum(counts.values()), 0
    _empty(connection)
    for kind in KINDS:
        last = -1
        while records := list(read_after(connection, kind, last)):
            write_documents(connection, with_other_names(connection, kind, records))
            last = records[-1].n
            done += len(records)
            if progress is not None:
                progress(done, total)
    tidy(connection)
    connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES(?,?)", (_FORM, VERSION))
    return done


def tidy(connection: Connection) -> None:
    """Merge the index into one segment: queries then look in one place. Seconds at a million documents."""
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES('optimize')")


def _layout(connection: Connection) -> str | None:
    return connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name='search_index'").scalar()


def _empty(connection: Connection) -> None:
    """Leave an index of today's layout without documents, whatever was there."""
    if _layout(connection) == CREATE_SEARCH_INDEX[0]:
        connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES('delete-all')")
        return
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index_content")  # SQLite 3.53 leaves it behind
    for statement in CREATE_SEARCH_INDEX:
        connection.exec_driver_sql(statement)


def _remove(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> None:
    marks = ",".join("?" * len(ids))
    numbers = connection.exec_driver_sql(f"SELECT n FROM {kind.value} WHERE id IN ({marks})", tuple(ids)).scalars()
    rows = [(row_of(kind, n),) for n in sorted(numbers)]
    if rows:
        connection.exec_driver_sql(_DROP, rows)


def _survivors(connection: Connection, touched: Touched, table: str) -> frozenset[str]:
    """Return the records found differently because something was merged into them, or out of them again."""
    kind = RecordKind(table)
    if not touched.fields.get((table, "merged_into")) and not any_merged(connection, kind):
        return frozenset()
    gone = touched.where(table, "merged_into", "code", "legal_name", "name")
    found = _ids(connection, f"SELECT merged_into FROM {table} WHERE merged_into IS NOT NULL AND id IN ({{}})", gone)
    back = touched.fields.get((table, "merged_into"), frozenset())
    found |= _ids(connection, "SELECT DISTINCT old FROM sync_op WHERE fld='merged_into' AND old IS NOT NULL AND pk IN ({})", back)
    found |= touched.before(table, "merged_into")
    return found | frozenset(roots(connection, kind, found).values())


def _ids(connection: Connection, select: str, ids: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for part in chunks(sorted(ids)):
        found.update(connection.exec_driver_sql(select.format(",".join("?" * len(part))), tuple(part)).scalars())
    return frozenset(found)
