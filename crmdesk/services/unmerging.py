"""Taking a merge back, however late: exactly while nothing was changed since, afterwards with a list of what to decide.

The log says what the merge did (`sync.md` §2.8, row 22). What was changed since stays as it is unless the user decides otherwise; what
was added to the survivor since stays with it unless he hands it over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.hanging import hanging_on
from crmdesk.services.account_writing import CompanyCycle
from crmdesk.services.merge_plan import name_of
from crmdesk.services.merging import MergedRecord
from crmdesk.services.record_key import RecordKey
from crmdesk.services.undo import DELETED, Skipped, skipped_of
from crmdesk.storage import change_history, record_rows, unmerging_rows
from crmdesk.storage.change_history import LoggedTransaction
from crmdesk.storage.merge_reversal import losers_in
from crmdesk.storage.reversal import Reversed, Why, take_back
from crmdesk.storage.reversal_tables import Span
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork

KEEP: Final = "keep"
"""Answer about a field: it stays as it was changed since."""
BACK: Final = "back"
"""Answer about a field: it gets the value from before the merge."""

_T: Final = QT_TRANSLATE_NOOP
CHANGED_SINCE: Final = _T("merging", "changed after the merge")
MOVED_SINCE: Final = _T("merging", "came with the merged record and was moved on since")
ADDED_SINCE: Final = _T("merging", "came after the merge")


class NotMerged(CrmError):
    """Nothing was merged into this record, and it was not merged away. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} is not part of any merge that could be undone.")


class UnknownAnswer(CrmError):
    """An answer to a question that is not asked, or none of its options. Params: `question`."""

    template = QT_TRANSLATE_NOOP("errors", "{question} is not to be decided here, or not in this way.")


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: `KEEP` or `BACK` with the value as text, or the id of a record with its name."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide when a merge is taken back.

    Attributes:
        id: what `answers` calls it.
        kind, record: what it is about; name: what a list calls it.
        field: column of the survivor that was changed since, None where it is asked with whom a whole record stays.
        reason: one of this module's texts, translation context `merging`.
        options: what may be answered. default: what holds without an answer.
    """

    id: str
    kind: RecordKind
    record: str
    name: str
    field: str | None
    reason: str
    options: tuple[Option, ...]
    default: str


@dataclass(frozen=True, slots=True)
class UnmergePreview:
    """What taking a merge back would do.

    Attributes:
        at, user_name: when the merge was made and by whom. survivor, merged: the records.
        goes_back: kind → number of records that go back to where they were.
        questions: what to decide. told: what stays as it is in any case, with the reason.
    """

    transaction: str
    at: datetime
    user_name: str | None
    survivor: MergedRecord
    merged: tuple[MergedRecord, ...]
    goes_back: Mapping[RecordKind, int]
    questions: tuple[Question, ...]
    told: tuple[Skipped, ...]

    @property
    def is_exact(self) -> bool:
        """Whether everything will be as before the merge."""
        return not self.questions and not self.told


@dataclass(frozen=True, slots=True)
class Unmerged:
    """What taking a merge back did: the records that are back, what was touched, what stayed as it is."""

    survivor: RecordKey
    merged: tuple[RecordKey, ...]
    changes: Changes
    told: tuple[Skipped, ...]


class UnmergeService:
    """Takes merges back. All of it on the writing lane: a preview carries the work out and drops it again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, what: RecordKey | str) -> UnmergePreview:
        """Return what taking a merge back would do; nothing is changed.

        Args:
            what: a record that was merged away, a survivor (its latest merge), or the id of the merge's transaction.

        Raises:
            NotMerged: there is no such merge, or it is taken back already.
        """
        with self._store.unit_of_work(action=ActionKind.UNDO) as uow:  # never committed
            merge = _merge_of(uow.connection, what)
            work = _Work(uow, merge)
            return work.preview()

    def unmerge(
        self, what: RecordKey | str, answers: Mapping[str, str] | None = None, *, source: str = "window", initiator: str = ""
    ) -> Unmerged:
        """Take a merge back; redo does it again.

        Args:
            what: as for `preview`.
            answers: `Question.id` → one of its options; what is missing stays as its default says.
            source: where the command came from, for the log.
            initiator: who should not be told of the change again.

        Raises:
            NotMerged: there is no such merge, or it is taken back already. UnknownAnswer: an answer fits no question.
            CompanyCycle: a company would come to lie below itself. Nothing is changed then.
        """
        with self._store.read() as connection:
            label = _merge_of(connection, what).label or ""
        with self._store.unit_of_work(action=ActionKind.UNDO, label=label, source=source, initiator=initiator) as uow:
            merge = _merge_of(uow.connection, what)
            work = _Work(uow, merge)
            told = work.told()
            work.answer(answers or {})
            uow.takes_back(merge.id)
            changes = uow.commit()
        return Unmerged(work.survivor, tuple(RecordKey(work.kind, record) for record in work.losers), changes, told)


class _Work:
    """A merge just taken back in a unit of work, and what is open about it."""

    def __init__(self, uow: UnitOfWork, merge: LoggedTransaction) -> None:
        self.connection = uow.connection
        self.merge = merge
        self.span = Span(merge.first_seq, merge.last_seq)
        found = losers_in(self.connection, self.span)
        self.kind = RecordKind(next(iter(found))[0])
        self.losers = [record for _, record, _ in found]
        self.survivor = RecordKey(self.kind, next(iter(found))[2])
        self._before = unmerging_rows.last_operation(self.connection)
        self._done: Reversed = take_back(self.connection, self.span, iso_ms(utc_now()), is_merge=True)
        self._questions: tuple[Question, ...] | None = None

    def preview(self) -> UnmergePreview:
        tables = unmerging_rows.came_back(self.connection, self.kind, self._before, self.losers)
        return UnmergePreview(
            self.merge.id,
            from_iso(self.merge.at),
            self.merge.user_name,
            self._record(self.survivor.id),
            tuple(self._record(record) for record in self.losers),
            {RecordKind(table): count for table, count in tables.items()},
            self.questions(),
            self.told(),
        )

    def told(self) -> tuple[Skipped, ...]:
        """Return what stays as it is and is no question."""
        asked = {(question.record, question.field) for question in self.questions()}
        asked |= {(question.record, None) for question in self.questions()}
        left = [one for one in skipped_of(self.connection, self._done, self.span) if not self._is_asked(one, asked)]
        gone = unmerging_rows.deleted_since(self.connection, self.kind, self.losers, self.span)
        names = change_history.names_of(self.connection, [record for _, record in gone])
        left += [Skipped(RecordKind(table), record, names.get(record, record), None, DELETED) for table, record in gone]
        return tuple(left)

    def _is_asked(self, one: Skipped, asked: set[tuple[str, str | None]]) -> bool:
        parents = {hanging.column for hanging in hanging_on(self.kind.value)}
        return (one.id, one.field) in asked or (one.field in parents and (one.id, None) in asked)

    def questions(self) -> tuple[Question, ...]:
        """Return what to decide; worked out once, before any answer is carried out."""
        if self._questions is None:
            self._questions = (*self._changed(), *self._moved(), *self._added())
        return self._questions

    def _changed(self) -> list[Question]:
        """Fields of the survivor that the merge filled and somebody changed since."""
        fields = [
            kept.field
            for kept in self._done.kept
            if kept.why is Why.CHANGED and kept.id == self.survivor.id and kept.table == self.kind.value
        ]
        found = []
        for field in fields:
            if field in {"deleted_at", "merged_into", "*"}:
                continue
            before = unmerging_rows.value_before(self.connection, self.span, self.survivor.id, field)
            now = unmerging_rows.value_now(self.connection, self.kind, self.survivor.id, field)
            options = (Option(KEEP, self._text(now)), Option(BACK, self._text(before)))
            name = self._record(self.survivor.id).name
            found.append(
                Question(f"{self.survivor}:{field}", self.kind, self.survivor.id, name, field, CHANGED_SINCE, options, KEEP)
            )
        return found

    def _moved(self) -> list[Question]:
        """Children that came with a loser and hang elsewhere now because somebody moved them."""
        columns = {(hanging.table, hanging.column): hanging for hanging in hanging_on(self.kind.value)}
        found = []
        for kept in self._done.kept:
            if kept.why is not Why.CHANGED or (kept.table, kept.field) not in columns or kept.id == self.survivor.id:
                continue
            kind = RecordKind(kept.table)
            now = unmerging_rows.value_now(self.connection, kind, kept.id, kept.field)
            before = unmerging_rows.value_before(self.connection, self.span, kept.id, kept.field)
            if now is None or before not in self.losers:
                continue
            places = [str(now), str(before)]
            found.append(self._place_question(kind, kept.id, kept.field, MOVED_SINCE, places))
        return found

    def _added(self) -> list[Question]:
        """Children the survivor got after the merge."""
        return [
            self._place_question(RecordKind(row.table), row.id, row.column, ADDED_SINCE, [self.survivor.id, *self.losers])
            for row in unmerging_rows.added_since(self.connection, self.kind, self.survivor.id, self.span)
        ]

    def _place_question(self, kind: RecordKind, record: str, column: str, reason: str, places: list[str]) -> Question:
        names = change_history.names_of(self.connection, [record, *places])
        options = tuple(Option(place, names.get(place, place)) for place in dict.fromkeys(places))
        return Question(
            f"{kind.value}:{record}:{column}", kind, record, names.get(record, record), None, reason, options, places[0]
        )

    def answer(self, answers: Mapping[str, str]) -> None:
        """Carry out what was decided."""
        known = {question.id: question for question in self.questions()}
        for question_id, value in answers.items():
            question = known.get(question_id)
            if question is None or value not in {option.value for option in question.options}:
                raise UnknownAnswer(question=question_id)
            if value != question.default:
                self._carry_out(question, value)

    def _carry_out(self, question: Question, value: str) -> None:
        if question.field is not None:
            before = unmerging_rows.value_before(self.connection, self.span, question.record, question.field)
            if question.field == "code" and before and record_rows.ids_with_code(self.connection, str(before)):
                raise UnknownAnswer(question=question.id)
            record_rows.update(self.connection, question.kind, question.record, {question.field: before})
            return
        column = question.id.rpartition(":")[2]
        if question.kind is RecordKind.COMPANY and record_rows.is_under(self.connection, value, question.record):
            parent = next(option.text for option in question.options if option.value == value)
            raise CompanyCycle(name=question.name, parent=parent)
        record_rows.update(self.connection, question.kind, question.record, {column: value})

    def _text(self, value: Any) -> str:
        if value is None:
            return ""
        return str(change_history.names_of(self.connection, [str(value)]).get(str(value), value))

    def _record(self, record: str) -> MergedRecord:
        row = unmerging_rows.row_of(self.connection, self.kind, record)
        if row is None:
            raise RecordNotFound(what=record)
        return MergedRecord(RecordKey(self.kind, record), name_of(self.kind, row), row.get("code"))


def _merge_of(connection: Connection, what: RecordKey | str) -> LoggedTransaction:
    """Return the merge that holds and is meant."""
    transaction = what if isinstance(what, str) else unmerging_rows.latest_merge(connection, what.kind, what.id)
    found = change_history.transactions(connection, [transaction] if transaction else []).get(transaction or "")
    if found is None or found.action != ActionKind.MERGE or found.undone_by is not None:
        name = what if isinstance(what, str) else change_history.names_of(connection, [what.id]).get(what.id, what.id)
        raise NotMerged(name=name)
    return found
