"""Duplicates in the store: searching it, what the last search found, and a person's word that records are two.

What somebody types is compared by `services.likely_records`; merging is `services.merging`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import LABELS, RecordKind, Verdict
from crmdesk.models.matching import DEFAULT_THRESHOLD, Candidate, Reason, compare_prepared, prepared
from crmdesk.models.pair_verdict import pair as in_order
from crmdesk.services.accounts import PathPart
from crmdesk.services.duplicate_groups import Confidence, Group, Pair, confidence_of, grouped
from crmdesk.services.duplicate_rules import in_line_among
from crmdesk.services.duplicate_search import SEARCHED, Progress, Search, search_store
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import duplicate_results, record_rows
from crmdesk.storage.duplicate_results import PairRow, SearchRow
from crmdesk.storage.duplicate_rows import ComparedRow, living_in, numbers_under, parted_among, parted_pairs
from crmdesk.storage.store import Store

SHOWN_FIELDS: Final = {
    RecordKind.COMPANY: (
        *("legal_name", "short_name", "code", "credit_code", "kind", "phone", "website", "invoice_address", "registered_on"),
        *("grade", "note"),
    ),
    RecordKind.SITE: (
        *("name", "code", "credit_code", "province", "city", "district", "street", "postcode", "address_text"),
        *("phone", "email", "website", "status", "grade", "note"),
    ),
}
"""Fields that stand side by side, by their keys in `record_fields`; all are kept as text that can be read as it is, or as a word."""


@dataclass(frozen=True, slots=True)
class LastSearch:
    """The last search over one kind: when it ended, how long it took, what it looked at.

    Attributes:
        skipped: records of which a key was shared by too many to be compared by it.
    """

    kind: RecordKind
    made_at: datetime
    seconds: float
    records: int
    compared: int
    skipped: int


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group as a list shows it: `names` of its records, the first few."""

    no: int
    kind: RecordKind
    score: float
    size: int
    names: tuple[str, ...]

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return confidence_of(self.score)


@dataclass(frozen=True, slots=True)
class Member:
    """A record of a group.

    Attributes:
        path: companies above it, the topmost first.
        address: in one line.
        values: of `SHOWN_FIELDS`, as stored.
        owner: name of who looks after it; empty for nobody.
        hanging: living sites of a company's subtree, living positions at a site.
    """

    key: RecordKey
    name: str
    code: str
    path: tuple[PathPart, ...]
    address: str
    values: Mapping[str, Any]
    owner: str
    hanging: int


@dataclass(frozen=True, slots=True)
class PairFound:
    """Two records of a group with what speaks for and against their being one, the weightiest first."""

    left: RecordKey
    right: RecordKey
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class GroupFound:
    """A group with everything that is shown of it; the members oldest first."""

    no: int
    kind: RecordKind
    score: float
    members: tuple[Member, ...]
    pairs: tuple[PairFound, ...]

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return confidence_of(self.score)


class DuplicateService:
    """Reads from any thread, commands on the writing lane, `search` in a process of its own or at a terminal."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # -- searching

    def search(self, progress: Progress, kinds: Sequence[RecordKind] = SEARCHED) -> None:
        """Search the whole store and keep what is found in the place of the last result; nothing is changed when stopped.

        Raises:
            Whatever `progress` raises.
        """
        done = [search_store(self._store, kind, _Part(progress, at, len(kinds))) for at, kind in enumerate(kinds)]
        with self._store.unit_of_work(label="duplicates") as uow:
            for search in done:
                _keep(uow.connection, search)
            uow.commit()

    def find(
        self,
        kind: RecordKind,
        progress: Progress,
        *,
        under: RecordKey | None = None,
        threshold: float = DEFAULT_THRESHOLD,
    ) -> tuple[GroupFound, ...]:
        """Search anew and return the groups with all that is shown of them; nothing is kept. `under` is a company.

        Raises:
            Whatever `progress` raises.
        """
        only = None
        if under is not None:
            with self._store.read() as connection:
                only = numbers_under(connection, kind, under.id)
        search = search_store(self._store, kind, progress, threshold, only)
        with self._store.read() as connection:
            apart = parted_pairs(connection, kind) | search.in_line
            groups = grouped([pair for pair in search.pairs if (pair.left, pair.right) not in apart], apart)
            return tuple(_group(connection, no, kind, group.score, group.pairs) for no, group in enumerate(groups, start=1))

    # -- what the last search found

    def last(self) -> tuple[LastSearch, ...]:
        """Return what is known of the last search, one entry a kind; none before the first."""
        with self._store.read() as connection:
            rows = duplicate_results.searches(connection)
        return tuple(
            LastSearch(RecordKind(row.kind), from_iso(row.made_at), row.seconds, row.records, row.compared, row.skipped)
            for row in rows
        )

    def holding(self, kinds: Sequence[RecordKind] = SEARCHED, under: Under | None = None) -> list[tuple[int, float]]:
        """Return number and score of every group that still holds, the surest first; `under`: with a record that lies there."""
        with self._store.read() as connection:
            return duplicate_results.groups_that_hold(connection, kinds, under)

    def lines(self, numbers: Sequence[int]) -> dict[int, GroupLine]:
        """Return these groups as a list shows them; one that holds no more is left out."""
        with self._store.read() as connection:
            by_group = _by_group(duplicate_results.pairs_that_hold(connection, numbers))
            shown = _shown(connection, by_group)
            names = {
                kind: _names(
                    connection, kind, {n for no, group in shown.items() if by_group[no][0] is kind for n in group.members}
                )
                for kind in SEARCHED
            }
        return {
            no: GroupLine(
                no,
                by_group[no][0],
                group.score,
                len(group.members),
                tuple(dict.fromkeys(names[by_group[no][0]].get(n, "") for n in group.members))[:_NAMED],
            )
            for no, group in shown.items()
        }

    def group(self, no: int) -> GroupFound | None:
        """Return a group as far as it holds: the surest part of it where verdicts have broken it up; None when nothing holds."""
        with self._store.read() as connection:
            by_group = _by_group(duplicate_results.pairs_that_hold(connection, [no]))
            if no not in by_group:
                return None
            first = _shown(connection, by_group)[no]
            return _group(connection, no, by_group[no][0], first.score, first.pairs)

    # -- verdicts

    def say_not_duplicates(
        self,
        one: RecordKey,
        others: Collection[RecordKey],
        note: str = "",
        *,
        source: str = "window",
        initiator: str = "",
    ) -> Changes:
        """Remember that a record is not the same as each of the others; undo takes it back.

        Raises:
            RecordNotFound: one of them is gone.
        """
        return self._decide([(one, other) for other in others], note, source, initiator)

    def _decide(self, pairs: Sequence[tuple[RecordKey, RecordKey]], note: str, source: str, initiator: str) -> Changes:
        label = LABELS[Verdict.NOT_DUPLICATE]
        with self._store.unit_of_work(label=label, source=source, initiator=initiator) as uow:
            for key in {key for pair in pairs for key in pair}:
                if record_rows.fetch(uow.connection, key.kind, key.id) is None:
                    raise RecordNotFound(what=key.id)
            for one, other in pairs:
                _write_verdict(uow.connection, one, other, note)
            return uow.commit()


_MOST_CHECKED: Final = 400
"""Records of which is looked up whether one lies above the other: those of a page of groups; the search itself has looked at all."""
_NAMED: Final = 3
"""Names of a group that a list shows."""


class _Part:
    """The progress of one of several searches."""

    def __init__(self, progress: Progress, at: int, parts: int) -> None:
        self._progress, self._at, self._parts = progress, at, parts

    def __call__(self, share: float) -> None:
        self._progress(min((self._at + share) / self._parts, 0.999))  # what is left is keeping the result


def _keep(connection: Connection, search: Search) -> None:
    groups = grouped(search.pairs, parted_pairs(connection, search.kind) | search.in_line)
    row = SearchRow(
        search.kind.value,
        iso_ms(utc_now()),
        search.seconds,
        search.records,
        search.compared,
        search.skipped,
        DEFAULT_THRESHOLD,
    )
    duplicate_results.replace_results(
        connection,
        row,
        [(group.score, [(pair.left, pair.right, pair.score) for pair in group.pairs]) for group in groups],
    )


def _by_group(rows: Sequence[PairRow]) -> dict[int, tuple[RecordKind, list[Pair]]]:
    found: dict[int, tuple[RecordKind, list[Pair]]] = {}
    for row in rows:
        found.setdefault(row.group_no, (RecordKind(row.kind), []))[1].append(Pair(row.left, row.right, row.score))
    return found


def _shown(connection: Connection, by_group: Mapping[int, tuple[RecordKind, Sequence[Pair]]]) -> dict[int, Group]:
    """Return the surest part of each group that no verdict breaks up; mostly the whole group."""
    apart: dict[RecordKind, frozenset[tuple[int, int]]] = {}
    for kind in SEARCHED:
        large = [pairs for of, pairs in by_group.values() if of is kind and len(pairs) > 1]
        numbers = {n for pairs in large for one in pairs for n in (one.left, one.right)}
        in_line = (
            in_line_among(connection, living_in(connection, kind, numbers)) if len(numbers) <= _MOST_CHECKED else frozenset()
        )
        apart[kind] = parted_among(connection, kind, numbers) | in_line
    return {no: grouped(pairs, apart[kind])[0] for no, (kind, pairs) in by_group.items()}


def _names(connection: Connection, kind: RecordKind, numbers: Collection[int]) -> dict[int, str]:
    return {row.n: _whole_name(row.candidate) for row in living_in(connection, kind, numbers)}


def _whole_name(known: Candidate) -> str:
    """Return a name that tells which site it is."""
    if not known.company_name or known.company_name in known.name:
        return known.name
    return f"{known.company_name} – {known.name}"


def _group(connection: Connection, no: int, kind: RecordKind, score: float, pairs: Sequence[Pair]) -> GroupFound:
    rows = {row.n: row for row in living_in(connection, kind, {n for pair in pairs for n in (pair.left, pair.right)})}
    ready = {n: prepared(row.candidate) for n, row in rows.items()}
    found = []
    for pair in pairs:
        likeness = compare_prepared(ready[pair.left], ready[pair.right])
        left, right = RecordKey(kind, rows[pair.left].id), RecordKey(kind, rows[pair.right].id)
        found.append(PairFound(left, right, pair.score, likeness.reasons))
    return GroupFound(no, kind, score, tuple(_member(connection, kind, rows[n]) for n in sorted(rows)), tuple(found))


def _member(connection: Connection, kind: RecordKind, row: ComparedRow) -> Member:
    stored = record_rows.fetch(connection, kind, row.id) or {}
    above = stored.get("parent_id") if kind is RecordKind.COMPANY else stored.get("company_id")
    path = record_rows.company_path(connection, above) if above else []
    owner = connection.exec_driver_sql("SELECT name FROM app_user WHERE id=?", (stored.get("owner_id"),)).scalar()
    hanging = (
        stored.get("site_count")
        if kind is RecordKind.COMPANY
        else connection.exec_driver_sql(
            "SELECT count(*) FROM position WHERE site_id=? AND deleted_at IS NULL", (row.id,)
        ).scalar_one()
    )
    return Member(
        RecordKey(kind, row.id),
        row.candidate.name,
        row.code,
        tuple(PathPart(RecordKey(RecordKind.COMPANY, id_), name) for id_, name in path),
        one_line(row),
        {field: stored.get(field) for field in SHOWN_FIELDS[kind]},
        owner or "",
        int(hanging or 0),
    )


def one_line(row: ComparedRow) -> str:
    """Return a record's address in one line, as typed where it was."""
    known = row.candidate
    line = known.address or known.street
    above = [part for part in (known.province, known.city, known.district) if part and part not in line]
    return ("" if not line.isascii() else " ").join([*dict.fromkeys(above), line]) if line else ""


def _write_verdict(connection: Connection, one: RecordKey, other: RecordKey, note: str) -> None:
    left, right = in_order(one.id, other.id)
    known = connection.exec_driver_sql(
        "SELECT 1 FROM pair_verdict WHERE left_id=? AND right_id=? AND deleted_at IS NULL", (left, right)
    ).first()
    if known is not None:
        return
    record_rows.insert(
        connection,
        RecordKind.PAIR_VERDICT,
        {
            "id": new_id(),
            "record_kind": one.kind.value,
            "left_id": left,
            "right_id": right,
            "verdict": Verdict.NOT_DUPLICATE.value,
            "decided_by": record_rows.current_user(connection),
            "decided_at": iso_ms(utc_now()),
            "note": note or None,
        },
    )
