"""Search while typing (Ctrl+K): companies, sites, contacts and leads by whatever a person remembers of them, and those opened lately."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.search_match import Found, SearchField
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import lead_rows
from crmdesk.storage.redirects import roots
from crmdesk.storage.search.records import Record, company_names, read_by_id
from crmdesk.storage.search.schema import KINDS
from crmdesk.storage.search.searching import RawHit, search
from crmdesk.storage.search.writing import is_current, rebuild
from crmdesk.storage.store import Store

RECENT: Final = 12
"""Records an empty search shows."""
_LAST_FIRST: Final = "ORDER BY opened_at DESC, rowid DESC"
"""Two may be opened in one millisecond; each opening is a row anew."""
_KEPT: Final = 60
"""Opened records remembered; more are forgotten, oldest first."""
_DEEPEST: Final = 64
"""Levels of a path; an exchange can join two moves to a cycle."""

Spans = tuple[tuple[int, int], ...]
"""Characters of a text, from and up to, to be highlighted."""


@dataclass(frozen=True, slots=True)
class Match:
    """One text of a record that answers the query.

    Attributes:
        field: a `SearchField` value: code, short_name, name, context, credit_code, phone, address.
        text: the whole text. spans: what of it answers.
    """

    field: str
    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class PathPart:
    """One record above a hit, from the ultimate parent down."""

    key: RecordKey
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

    Attributes:
        key: what to open. title: short name, or name; `title_spans` marks what of it answers.
        legal_name: of a company shown by its short name, else empty.
        label: `CompanyKind` value, code of the kind of place, a contact's title, or a lead's `LeadStatus` value.
        path: companies above (and the site of a contact), the record itself left out.
        address: of a site; of a contact empty.
        phones: as stored.
        holder: who has a lead, or the pool it waits in; empty for other kinds.
        matches: texts other than the title that answer, best first: shown so that a person sees why it is a hit.
        rank: 0 is an exact code; hits come in rising order, but for sites and contacts let in at the end.
    """

    key: RecordKey
    title: str
    title_spans: Spans
    legal_name: str
    code: str
    label: str
    path: tuple[PathPart, ...]
    address: str
    phones: tuple[str, ...]
    matches: tuple[Match, ...]
    rank: int
    holder: str = ""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits for one text, best first; `is_cut` when there may be more than asked for."""

    text: str
    hits: tuple[Hit, ...]
    is_cut: bool = False


class SearchService:
    """Finds records; holds nothing but the store, so any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def search(self, text: str, limit: int = 30, under: Sequence[Under] = (), kind: RecordKind | None = None) -> SearchResult:
        """Return the best hits for what was typed; for nothing typed, no hit. `under` narrows where in the tree they lie, `kind` to one kind."""
        with self._store.read() as connection:
            found = search(connection, text, limit, under, kind)
            hits = _hits(connection, found)
        return SearchResult(text, hits, is_cut=len(found) >= limit)

    def bring_up_to_date(self, progress: Callable[[int, int], None] | None = None) -> bool:
        """Write the index anew if another version of the program wrote it; return whether that was so.

        For the writing lane at start; a millisecond where nothing is to be done, minutes at a million sites where it is.
        Searching goes on meanwhile where the layout is the same, and finds what the old form finds.

        Args:
            progress: told documents done and in all; may raise to stop, which leaves the old index.
        """
        with self._store.read() as connection:
            if is_current(connection):
                return False
        with self._store.unit_of_work(action=ActionKind.MIGRATION, label="search", source="search") as uow:
            rebuild(uow.connection, progress)
            uow.commit()
        return True

    def recent(self, limit: int = RECENT) -> SearchResult:
        """Return the living records opened lately, the last one first."""
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(f"SELECT kind, record_id FROM recent_record {_LAST_FIRST} LIMIT ?", (_KEPT,))
            keys = _followed(connection, [RecordKey(RecordKind(kind), record) for kind, record in rows])
            records = _living(connection, keys)
            shown = [records[key] for key in keys if key in records][:limit]
            hits = _hits(connection, [RawHit(record, (), 0) for record in shown])
        return SearchResult("", hits)

    def remember_opened(self, key: RecordKey) -> None:
        """Put a company, site, contact or lead at the top of the recent records; other kinds are ignored."""
        if key.kind not in KINDS:
            return
        with self._store.unit_of_work() as uow:
            uow.connection.exec_driver_sql(
                "INSERT OR REPLACE INTO recent_record(kind,record_id,opened_at) VALUES(?,?,?)",
                (key.kind.value, key.id, iso_ms(utc_now())),
            )
            uow.connection.exec_driver_sql(
                "DELETE FROM recent_record WHERE (kind,record_id) IN"
                f" (SELECT kind,record_id FROM recent_record {_LAST_FIRST} LIMIT -1 OFFSET ?)",
                (_KEPT,),
            )
            uow.commit()


def _followed(connection: Connection, keys: Sequence[RecordKey]) -> list[RecordKey]:
    """Return the keys with those of merged records replaced by the record they lead to, each once."""
    lead: dict[RecordKey, RecordKey] = {}
    for kind in {key.kind for key in keys}:
        found = roots(connection, kind, [key.id for key in keys if key.kind is kind])
        lead |= {RecordKey(kind, merged): RecordKey(kind, root) for merged, root in found.items()}
    return list(dict.fromkeys(lead.get(key, key) for key in keys))


def _living(connection: Connection, keys: Iterable[RecordKey]) -> dict[RecordKey, Record]:
    by_kind: dict[RecordKind, list[str]] = {}
    for key in keys:
        by_kind.setdefault(key.kind, []).append(key.id)
    return {
        RecordKey(kind, record.id): record
        for kind, ids in by_kind.items()
        for record in read_by_id(connection, kind, ids)
        if record.is_alive
    }


def _hits(connection: Connection, found: Sequence[RawHit]) -> tuple[Hit, ...]:
    """Return hits with the names of what lies above them, and of leads how they stand."""
    names = _names_above(connection, [raw.record for raw in found])
    hits = tuple(_hit(raw, names) for raw in found)
    standing = lead_rows.standing(connection, [hit.key.id for hit in hits if hit.key.kind is RecordKind.LEAD])
    return tuple(_as_lead(hit, *standing[hit.key.id]) if hit.key.id in standing else hit for hit in hits)


def _as_lead(hit: Hit, status: str, holder: str, masks: bool) -> Hit:  # noqa: FBT001 - a column
    """Return a lead's hit as it stands; of what waits in a pool that masks, phones and mail are left out."""
    if not masks:
        return replace(hit, label=status, holder=holder)
    kept = tuple(match for match in hit.matches if match.field != SearchField.NUMBER and "@" not in match.text)
    return replace(hit, label=status, holder=holder, phones=(), matches=kept)


def _names_above(connection: Connection, records: Sequence[Record]) -> dict[str, tuple[str, str | None]]:
    return company_names(connection, {record.company_id for record in records if record.company_id is not None})


def _path(record: Record, names: Mapping[str, tuple[str, str | None]]) -> tuple[PathPart, ...]:
    parts: list[PathPart] = []
    at = record.company_id
    while at is not None and at in names and len(parts) < _DEEPEST:
        name, above = names[at]
        parts.append(PathPart(RecordKey(RecordKind.COMPANY, at), name))
        at = above
    parts.reverse()
    if record.site_id is not None:
        parts.append(PathPart(RecordKey(RecordKind.SITE, record.site_id), record.context[-1] if record.context else ""))
    return tuple(parts)


def _hit(raw: RawHit, names: Mapping[str, tuple[str, str | None]]) -> Hit:
    record = raw.record
    title = record.short_name or record.name
    title_field = SearchField.SHORT_NAME if record.short_name else SearchField.NAME
    if len(raw.found) == 1:  # as for nearly every key pressed
        elsewhere: Sequence[Found] = raw.found if raw.found[0].kind is not title_field else ()
        title_spans = () if elsewhere else raw.found[0].spans
    else:
        found = sorted(raw.found, key=lambda one: one.rank)
        elsewhere = [one for one in found if one.kind is not title_field]
        title_spans = _joined(sorted({span for one in found if one.kind is title_field for span in one.spans}))
    fields = record.fields() if elsewhere else ()
    matches = tuple(Match(one.kind.value, fields[one.field].text, one.spans) for one in elsewhere)
    return Hit(
        key=RecordKey(record.kind, record.id),
        title=title,
        title_spans=title_spans,
        legal_name=record.name if record.short_name else "",
        code=record.code,
        label=record.label,
        path=_path(record, names),
        address=record.address,
        phones=record.numbers,
        matches=matches,
        rank=raw.rank,
    )


def _joined(spans: Sequence[tuple[int, int]]) -> Spans:
    """Join spans of several words that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
