"""Merging two or more records into one: companies, sites or people. One transaction, nothing deleted, every step taken back at will.

The records that give way stay as redirects (docs/merging.md, docs/adr/0014): their codes, ids and names find the one that stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind, Severity
from crmdesk.models import address_formats
from crmdesk.models.merging import Choice, Why
from crmdesk.services.merge_plan import BOTH, Plan, name_of, read_plan, remarks_of
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import Value
from crmdesk.storage import change_history, merging_rows, record_rows
from crmdesk.storage.redirects import MERGED_KINDS, merged_id, merged_into
from crmdesk.storage.store import Store

_LABEL: Final = "{name} ← {merged}"
FOLDED_COLLABORATOR: Final = QT_TRANSLATE_NOOP("remarks", "{name} worked on both and is listed once, with the wider rights.")
FOLDED_POSITION: Final = QT_TRANSLATE_NOOP("remarks", "The two entries for {name} say the same and became one.")


@dataclass(frozen=True, slots=True)
class MergeRecord:
    """One of the records: `children` counts what hangs on it by kind; `path` names the companies above, outermost first."""

    key: RecordKey
    name: str
    code: str | None
    children: Mapping[RecordKind, int]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeValue:
    """What one record has: the columns as stored, and as people read them (names for ids and codes)."""

    stored: tuple[Value, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One choice.

    Attributes:
        key: what `choices` calls it. columns: what is taken together.
        label: English, translation context `fields`.
        values: one for each record. chosen: id of the record whose value is taken, or `BOTH`.
        why: English sentence, translation context `merging`. is_equal: nothing to choose. may_join: `BOTH` may be chosen.
    """

    key: str
    columns: tuple[str, ...]
    label: str
    values: tuple[MergeValue, ...]
    chosen: str
    why: str
    is_equal: bool
    may_join: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do.

    Attributes:
        records: in the order given. survivor: the one that stays.
        rows: everything to choose, equal rows too.
        follows: kind → number of records that move to the survivor. told: what somebody should know.
    """

    kind: RecordKind
    records: tuple[MergeRecord, ...]
    survivor: RecordKey
    rows: tuple[MergeRow, ...]
    follows: Mapping[RecordKind, int]
    told: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the record that stays, what was touched, what to know; `next_pairs` are sites at one address now."""

    key: RecordKey
    changes: Changes
    told: tuple[Remark, ...]
    next_pairs: tuple[tuple[RecordKey, RecordKey], ...]


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """A record that gave way; its code still finds the survivor."""

    key: RecordKey
    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class MergeOf:
    """One merge into a record that still holds: by which transaction, when, by whom (None where unknown), what gave way."""

    transaction: str
    at: datetime
    user_name: str | None
    merged: tuple[MergedRecord, ...]


class MergeService:
    """Merges records. Reads from any thread, `merge` on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(
        self,
        keys: Sequence[RecordKey],
        survivor: RecordKey | None = None,
        choices: Mapping[str, str] | None = None,
        *,
        language: str = "zh_CN",
    ) -> MergePreview:
        """Return what a merge of these records would do; nothing is changed.

        Args:
            keys: two or more records of one kind; one merged already stands for the record it was merged into.
            survivor: which of them stays; None for the default: most children, then with a code, then the oldest.
            choices: `MergeRow.key` → id of the record whose value is taken (or `BOTH`); what is missing takes its default.
            language: of the names of terms: `zh_CN`, `zh_TW` or `en`.

        Raises:
            MixedKinds, CannotMerge, RecordNotFound, UnknownChoice: as their texts say.
        """
        with self._store.read() as connection:
            plan = read_plan(connection, keys, survivor, choices or {})
            follows: dict[RecordKind, int] = {}
            for loser in plan.losers:
                for table, count in plan.children[loser].items():
                    follows[RecordKind(table)] = follows.get(RecordKind(table), 0) + count
            return MergePreview(
                plan.kind,
                tuple(_record(connection, plan, place) for place in range(len(plan.rows))),
                RecordKey(plan.kind, plan.survivor),
                _rows(connection, plan, language),
                follows,
                remarks_of(connection, plan),
            )

    def merge(
        self,
        keys: Sequence[RecordKey],
        survivor: RecordKey | None = None,
        choices: Mapping[str, str] | None = None,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> Merged:
        """Merge records, as `preview` says; one transaction that undo and `UnmergeService` take back.

        Raises:
            MixedKinds, CannotMerge, RecordNotFound, UnknownChoice: as their texts say. Nothing is changed then.
        """
        with self._store.read() as connection:
            plan = read_plan(connection, keys, survivor, choices or {})
            label = _LABEL.format(
                name=name_of(plan.kind, plan.rows[plan.place]),
                merged=", ".join(name_of(plan.kind, row) for place, row in enumerate(plan.rows) if place != plan.place),
            )
        with self._store.unit_of_work(action=ActionKind.MERGE, label=label, source=source, initiator=initiator) as uow:
            plan = read_plan(uow.connection, keys, survivor, choices or {})  # as things stand now that nobody else writes
            told = remarks_of(uow.connection, plan)
            twins = merging_rows.same_premises(uow.connection, [plan.survivor, *plan.losers]) if _is_company(plan) else []
            told += _carry_out(uow.connection, plan, iso_ms(utc_now()))
            changes = uow.commit()
        pairs = tuple((RecordKey(RecordKind.SITE, twin.one), RecordKey(RecordKind.SITE, twin.other)) for twin in twins)
        return Merged(RecordKey(plan.kind, plan.survivor), changes, told, pairs)

    def merged_with_code(self, code: str) -> RecordKey | None:
        """Return the company or site that had this code and was merged away last, None for none."""
        with self._store.read() as connection:
            found = (merged_id(connection, kind, text) for kind in MERGED_KINDS for text in (code.strip().upper(), code.strip()))
            return next((RecordKey(kind, record) for kind, record in filter(None, found)), None)

    def merges_of(self, key: RecordKey) -> tuple[MergeOf, ...]:
        """Return the merges into a record that still hold, those into what was merged into it too, the latest first."""
        with self._store.read() as connection:
            found: dict[str, list[MergedRecord]] = {}
            for record in merged_into(connection, key.kind, key.id):
                transaction = change_history.merged_by(connection, record)
                if transaction is not None:
                    found.setdefault(transaction, []).append(_merged_record(connection, key.kind, record))
            known = change_history.transactions(connection, found)
        merges = [
            MergeOf(transaction, from_iso(known[transaction].at), known[transaction].user_name, tuple(records))
            for transaction, records in found.items()
            if transaction in known
        ]
        return tuple(sorted(merges, key=lambda merge: merge.at, reverse=True))


def _is_company(plan: Plan) -> bool:
    return plan.kind is RecordKind.COMPANY


def _carry_out(connection: Connection, plan: Plan, at: str) -> tuple[Remark, ...]:
    """Write a plan down; the order matters: codes change owner while both records live, people follow before they are compared."""
    kind, survivor, losers = plan.kind, plan.survivor, plan.losers
    before, after = plan.rows[plan.place], plan.chosen_values()
    _hand_code_over(connection, plan, after)
    record_rows.update(connection, kind, survivor, {key: value for key, value in after.items() if value != before[key]})
    folds = merging_rows.fold_collaborators(connection, kind, losers, survivor, at)
    if kind is RecordKind.SITE:
        merging_rows.demote(connection, merging_rows.main_clashes(connection, [survivor, *losers], survivor))
    merging_rows.bury_merged(connection, kind, losers, survivor, at)
    merging_rows.move_children(connection, kind, losers, survivor)
    if kind is RecordKind.CONTACT:
        folds += merging_rows.fold_positions(connection, survivor, at)
    else:
        merging_rows.add_former_owners(connection, kind, survivor, list(plan.owners))
    merging_rows.move_verdicts(connection, kind, losers, survivor)
    texts = {"collaborator": FOLDED_COLLABORATOR, "position": FOLDED_POSITION}
    return tuple(Remark(Severity.INFO, "", texts[fold.table], {"name": fold.name}) for fold in folds)


def _hand_code_over(connection: Connection, plan: Plan, after: Mapping[str, Value]) -> None:
    """Give the survivor's former code to the record whose code it takes, so that both codes go on finding it."""
    former = plan.rows[plan.place].get("code")
    row = next((row for row in plan.choices if row.choice.key == "code"), None)
    if row is not None and former and row.chosen is not None and row.chosen != plan.place and after["code"] != former:
        record_rows.update(connection, plan.kind, str(plan.rows[row.chosen]["id"]), {"code": former})


def _merged_record(connection: Connection, kind: RecordKind, record: str) -> MergedRecord:
    row = connection.exec_driver_sql(f"SELECT * FROM {kind.value} WHERE id=?", (record,)).mappings().one()
    return MergedRecord(RecordKey(kind, record), name_of(kind, dict(row)), row.get("code"))


def _record(connection: Connection, plan: Plan, place: int) -> MergeRecord:
    row = plan.rows[place]
    above = row["company_id"] if plan.kind is RecordKind.SITE else row.get("parent_id")
    path = tuple(name for _, name in record_rows.company_path(connection, above)) if above else ()
    if plan.kind is RecordKind.CONTACT:
        path = tuple(
            connection.exec_driver_sql(
                """SELECT s.name FROM position p JOIN site s ON s.id=p.site_id AND s.deleted_at IS NULL
                   WHERE p.contact_id=? AND p.deleted_at IS NULL ORDER BY p.is_main DESC, p.n LIMIT 1""",
                (row["id"],),
            ).scalars()
        )
    children = {RecordKind(table): count for table, count in plan.children[str(row["id"])].items()}
    return MergeRecord(RecordKey(plan.kind, str(row["id"])), name_of(plan.kind, row), row.get("code"), children, path)


def _rows(connection: Connection, plan: Plan, language: str) -> tuple[MergeRow, ...]:
    ids = {
        value for row in plan.choices for values in row.values for value in values if isinstance(value, str) and len(value) == 32
    }
    names = change_history.names_of(connection, ids, language)
    terms = change_history.names_of_codes(connection, _term_codes(plan), language)
    countries = {country.code: country.name for country in address_formats.countries(language)}

    def text(column: str, value: Value) -> str:
        info = field_info(plan.kind, column)
        if value is None:
            return ""
        if info is not None and info.type is FieldType.TERM_CODE and info.taxonomy is not None:
            return terms.get((info.taxonomy.value, str(value)), str(value))
        if info is not None and info.type is FieldType.COUNTRY:
            return countries.get(str(value), str(value))
        return names.get(value, value) if isinstance(value, str) else str(value)

    return tuple(
        MergeRow(
            row.choice.key,
            row.choice.columns,
            _label(plan.kind, row.choice),
            tuple(
                MergeValue(values, tuple(text(column, value) for column, value in zip(row.choice.columns, values, strict=True)))
                for values in row.values
            ),
            BOTH if row.chosen is None else str(plan.rows[row.chosen]["id"]),
            row.why.value,
            row.why is Why.EQUAL,
            row.choice.key == "note" and sum(bool(values[0]) for values in row.values) > 1,
        )
        for row in plan.choices
    )


def _term_codes(plan: Plan) -> set[tuple[str, str]]:
    found = set()
    for row in plan.choices:
        for place, column in enumerate(row.choice.columns):
            info = field_info(plan.kind, column)
            if info is not None and info.type is FieldType.TERM_CODE and info.taxonomy is not None:
                found |= {(info.taxonomy.value, str(values[place])) for values in row.values if values[place] is not None}
    return found


def _label(kind: RecordKind, choice: Choice) -> str:
    info = field_info(kind, choice.columns[0])
    return choice.label or (info.label if info is not None else choice.key)
