"""Settling what two people did to one thing: open conflicts and waiting edits, and the answers a person gives.

An answer is an operation like any edit (`sync.md` §2.8): it waits for the next exchange, and may conflict again there.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.exchange_words import Choice, ConflictKind
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind, SiteStatus
from crmdesk.services.accounts import CodeTaken, CompanyCycle
from crmdesk.services.open_questions import read_questions, read_waiting
from crmdesk.services.questions import Question, WaitingEdit, choices_of
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import FieldRequired, NotAChoice, canonical_values, tidy, with_written_phones
from crmdesk.storage import change_history, question_rows, record_rows
from crmdesk.storage.news_rows import settled_by
from crmdesk.storage.question_rows import Answer, ConflictRow, ParkedRow
from crmdesk.storage.redirects import merged_into
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork

CONFLICT: Final = "conflict"
PARKED: Final = "parked_edit"
_PUT_IN: Final = frozenset({ConflictKind.FIELD, ConflictKind.INVALID, ConflictKind.CODE})


class NoSuchAnswer(CrmError):
    """None of the chosen conflicts can be answered so, or all were answered meanwhile. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "This was settled meanwhile, or cannot be settled that way.")


class AnswerSent(CrmError):
    """An answer is on its way and cannot be taken back any more. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "The answer is on its way already. Change the record itself instead.")


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer did: how many it settled, and what it touched; `changes.transaction` can be taken back until it is sent."""

    count: int
    changes: Changes


class ConflictService:
    """Open conflicts and waiting edits of this laptop; reads may come from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Reading

    def open(self, *, language: str = "zh_CN") -> tuple[Question, ...]:
        """Return every open conflict, those that wait for whoever sits here first, then the newest first."""
        with self._store.read() as connection:
            rows = question_rows.conflicts(connection)
            return read_questions(connection, rows, language, record_rows.current_user(connection))

    def waiting(self, *, language: str = "zh_CN") -> tuple[WaitingEdit, ...]:
        """Return every edit that waits for somebody's word: those I decide first, then my own."""
        with self._store.read() as connection:
            rows = question_rows.parked(connection)
            return read_waiting(connection, rows, language, record_rows.current_user(connection))

    def on_record(self, key: RecordKey, *, language: str = "zh_CN") -> tuple[tuple[Question, ...], tuple[WaitingEdit, ...]]:
        """Return what is open about a company or site and what hangs on it."""
        with self._store.read() as connection:
            records = [key.id, *merged_into(connection, key.kind, key.id)]
            if key.kind is RecordKind.SITE:
                records += [child for site in tuple(records) for child in change_history.children_of_site(connection, site)]
            me = record_rows.current_user(connection)
            return (
                read_questions(connection, question_rows.conflicts(connection, records=records), language, me),
                read_waiting(connection, question_rows.parked(connection, records=records), language, me),
            )

    # Answering

    def keep_theirs(self, ids: Collection[str], *, source: str = "window") -> Answered:
        """Leave what the centre has; of what was only told, say that it was read.

        Raises:
            NoSuchAnswer: all of them were settled meanwhile.
        """
        return self._settle(ids, Choice.KEEP, _kept, source)

    def use_mine(self, ids: Collection[str], *, source: str = "window") -> Answered:
        """Take what was wanted instead of what the centre has; those that cannot be settled so stay open.

        Raises:
            NoSuchAnswer: none of them can. CodeTaken, CompanyCycle: the record cannot take it.
        """
        return self._settle(ids, Choice.MINE, _mine, source)

    def use_other(self, question: str, value: object, *, source: str = "window") -> Answered:
        """Write another value than the two there are.

        Raises:
            NoSuchAnswer: it was settled meanwhile, or has no value. InvalidField: the value does not fit. CodeTaken, CompanyCycle: as
            their texts say. RecordNotFound: there is no such company.
        """

        def typed(connection: Connection, row: ConflictRow) -> Any:
            return _typed(connection, RecordKind(row.table), row.field or "", row.record, value)

        return self._settle([question], Choice.OTHER, typed, source)

    def ask(self, ids: Collection[str], text: str, *, source: str = "window") -> Answered:
        """Ask the other person; the conflict stays open.

        Raises:
            FieldRequired: nothing is asked. NoSuchAnswer: all of them were settled meanwhile.
        """
        asked = tidy(text)
        if not asked:
            raise FieldRequired(field="Question")

        def question(_connection: Connection, _row: ConflictRow) -> Any:
            return asked

        return self._settle(ids, Choice.ASK, question, source)

    def accept(self, ids: Collection[str], *, source: str = "window") -> Answered:
        """Let waiting edits be made, as if whoever sits here made them now.

        Raises:
            NoSuchAnswer: all of them were decided meanwhile, or somebody else decides.
        """
        return self._decide(ids, Choice.ACCEPT, source)

    def dismiss(self, ids: Collection[str], *, source: str = "window") -> Answered:
        """Let waiting edits go.

        Raises:
            NoSuchAnswer: all of them were decided meanwhile, or somebody else decides.
        """
        return self._decide(ids, Choice.DISMISS, source)

    def take_back(self, transaction: str) -> Changes:
        """Open again what an answer settled, as if it had not been given.

        Raises:
            AnswerSent: it is on its way already.
        """
        with self._store.unit_of_work(action=ActionKind.SETTLE) as uow:
            connection = uow.connection
            answers = question_rows.unsent_answers(connection, transaction)
            if answers is None:
                raise AnswerSent
            tables = settled_by(connection, [question for _, _, question, *_ in answers])
            for _, table, question, choice, old, new in answers:
                uow.tell(table, [question])
                about = tables.get(question)
                if about is None or about.field is None or choice not in {Choice.MINE, Choice.OTHER, Choice.ACCEPT}:
                    continue
                row = record_rows.fetch(connection, RecordKind(about.table), about.record)
                if row is not None and row[about.field] == new and new != old:
                    question_rows.show_meanwhile(uow, about.table, about.record, about.field, old)
            question_rows.forget_answers(connection, transaction)
            return uow.commit()

    def _settle(
        self, ids: Collection[str], choice: Choice, value_of: Callable[[Connection, ConflictRow], Any], source: str
    ) -> Answered:
        with self._store.unit_of_work(action=ActionKind.SETTLE, source=source) as uow:
            rows = [
                row
                for row in question_rows.conflicts(uow.connection, ids=ids)
                if choice in choices_of(ConflictKind(row.kind), row.table, row.field)
            ]
            if not rows:
                raise NoSuchAnswer
            for row in rows:
                new = value_of(uow.connection, row)
                question_rows.answer(uow, Answer(CONFLICT, row.id, choice, _seen(row), new, row.rv))
                if choice in {Choice.MINE, Choice.OTHER} and row.kind in _PUT_IN and row.field is not None:
                    _put_in(uow, row, new)
            return Answered(len(rows), uow.commit())

    def _decide(self, ids: Collection[str], choice: Choice, source: str) -> Answered:
        with self._store.unit_of_work(action=ActionKind.SETTLE, source=source) as uow:
            rows = [row for row in question_rows.parked(uow.connection, ids=ids) if row.needs_me]
            if not rows:
                raise NoSuchAnswer
            for row in rows:
                present = _present(uow.connection, row)
                new = row.new if choice is Choice.ACCEPT and row.kind == "set" else None
                question_rows.answer(uow, Answer(PARKED, row.id, choice, present, new, row.rv))
                if new is not None and row.field is not None:
                    question_rows.show_meanwhile(uow, row.table, row.record, row.field, new)
            return Answered(len(rows), uow.commit())


def _typed(connection: Connection, kind: RecordKind, field: str, record: str, value: object) -> Any:
    """Return what somebody typed as it is stored.

    Raises:
        InvalidField: it does not fit. RecordNotFound: there is no such company.
    """
    info = field_info(kind, field)
    if info is not None and info.type is FieldType.STATUS:  # nobody's to type, but for a question about it
        if value not in set(SiteStatus):
            raise NotAChoice(field=info.label, value=value, choices=", ".join(SiteStatus))
        return str(value)
    stored = canonical_values(kind, {field: value})
    company = stored[field]
    is_company = info is not None and info.type is FieldType.COMPANY and company is not None
    if is_company and record_rows.fetch(connection, RecordKind.COMPANY, str(company)) is None:
        raise RecordNotFound(what=str(company))
    country = (record_rows.fetch(connection, kind, record) or {}).get("country")
    return with_written_phones(kind, stored, country)[field]


def _kept(_connection: Connection, _row: ConflictRow) -> Any:
    return None


def _mine(_connection: Connection, row: ConflictRow) -> Any:
    return None if isinstance(row.mine, dict) else row.mine


def _seen(row: ConflictRow) -> Any:
    """Return what the record's field at the centre was seen to hold: nothing, where the code was refused."""
    return None if isinstance(row.theirs, dict) or row.kind == ConflictKind.CODE else row.theirs


def _present(connection: Connection, row: ParkedRow) -> Any:
    if row.kind != "set" or row.field is None:
        return None
    return (record_rows.fetch(connection, RecordKind(row.table), row.record) or {}).get(row.field)


def _put_in(uow: UnitOfWork, row: ConflictRow, value: Any) -> None:
    """Show the chosen value in the record at once.

    Raises:
        CodeTaken, CompanyCycle: the record cannot take it.
    """
    connection = uow.connection
    if row.field is None or record_rows.fetch(connection, RecordKind(row.table), row.record) is None:
        return
    if row.field == "code" and value is not None:
        others = [record for _, record in record_rows.ids_with_code(connection, value) if record != row.record]
        if others:
            raise CodeTaken(code=value, name=change_history.names_of(connection, others).get(others[0], ""))
    if (
        (row.table, row.field) == (RecordKind.COMPANY, "parent_id")
        and value
        and record_rows.is_under(connection, value, row.record)
    ):
        names = change_history.names_of(connection, [row.record, value])
        raise CompanyCycle(name=names.get(row.record, ""), parent=names.get(value, ""))
    question_rows.show_meanwhile(uow, row.table, row.record, row.field, value)
