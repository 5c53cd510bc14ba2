"""Reads conflicts and waiting edits as people read them: every name looked up, the customer they belong to found."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.exchange_words import ConflictKind, ParkedWhy
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.change_words import account_names, accounts_of, naming
from crmdesk.services.changed_values import FieldChange
from crmdesk.services.questions import Question, Said, Side, WaitingEdit, choices_of
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import change_history, question_rows
from crmdesk.storage.question_rows import ConflictRow, ParkedRow


def read_questions(connection: Connection, rows: Iterable[ConflictRow], language: str, me: str | None) -> tuple[Question, ...]:
    """Return conflicts with every name looked up; a kind of record this program does not know is left out."""
    known = [row for row in rows if row.table in set(RecordKind) and row.kind in set(ConflictKind)]
    bases = {row.id: _base(connection, row) for row in known}
    changes = [change for row in known for change in _sides(row, bases[row.id])]
    named = naming(connection, changes, language)
    accounts = accounts_of(connection, {(row.table, row.record) for row in known})
    titles = account_names(connection, accounts.values())
    people = change_history.names_of(connection, {line[0] for row in known for line in _lines(row.note)})
    found = []
    for row in known:
        base, theirs, mine = (named(change) for change in _sides(row, bases[row.id]))
        kind = ConflictKind(row.kind)
        account = accounts.get((row.table, row.record))
        other = row.theirs if isinstance(row.theirs, dict) else {}
        # A claim's `theirs` is who holds it, or the pool that keeps it; `theirs_by` only who wrote the claim's row last: the asker himself.
        holds = kind in {ConflictKind.CLAIM, ConflictKind.RULE}
        them = theirs.new if holds else row.theirs_by
        found.append(
            Question(
                row.id,
                kind,
                RecordKind(row.table),
                row.record,
                base.name or "",
                None if account is None else titles.get(account),
                row.field,
                Side(base.new, base.new_text),
                Side(
                    theirs.new,
                    other.get("name") or theirs.new_text,
                    theirs.new_text if holds else row.theirs_name,
                    them is not None and them == me,
                    _moment(other.get("since") if holds else row.theirs_at),
                    _other_record(row),
                ),
                Side(mine.new, mine.new_text, row.mine_name, row.mine_by is not None and row.mine_by == me, _moment(row.mine_at)),
                choices_of(kind, row.table, row.field),
                _said(row, people, me),
                row.needs_me,
            )
        )
    return tuple(found)


def read_waiting(connection: Connection, rows: Iterable[ParkedRow], language: str, me: str | None) -> tuple[WaitingEdit, ...]:
    """Return waiting edits with every name looked up."""
    known = [row for row in rows if row.table in set(RecordKind)]
    changes = {row.id: list(_wanted(row)) for row in known}
    named = naming(connection, [change for found in changes.values() for change in found], language)
    accounts = accounts_of(connection, {(row.table, row.record) for row in known})
    titles = account_names(connection, accounts.values())
    names = change_history.names_of(connection, {row.record for row in known}, language)
    found = []
    for row in known:
        account = accounts.get((row.table, row.record))
        why = ParkedWhy(row.why) if row.why in set(ParkedWhy) else ParkedWhy.ERROR
        found.append(
            WaitingEdit(
                row.id,
                why,
                RecordKind(row.table),
                row.record,
                names.get(row.record, ""),
                None if account is None else titles.get(account),
                tuple(named(change) for change in changes[row.id]),
                row.kind,
                row.by_name,
                row.by is not None and row.by == me,
                _moment(row.made_at),
                row.for_name,
                row.needs_me,
            )
        )
    return tuple(found)


def _base(connection: Connection, row: ConflictRow) -> Any:
    """Return what was there before both; of a long text that only its fingerprint tells, this laptop's own memory of it."""
    if isinstance(row.base, dict):
        return question_rows.old_of(connection, row.record, row.op)
    return row.base


def _sides(row: ConflictRow, base: Any) -> tuple[FieldChange, FieldChange, FieldChange]:
    table = RecordKind(row.table)
    # whatever is no field of the form: its values are ids, and get their names
    field = "merged_into" if row.field is None or row.kind == ConflictKind.RULE else row.field
    values = (base, _plain(row.theirs), _plain(row.mine))
    return tuple(FieldChange(table, row.record, None, "set", field, None, value) for value in values)  # type: ignore[return-value]


def _plain(value: Any) -> Any:
    """Return the id in an object that names a record or a person, else the value."""
    if isinstance(value, dict):
        return value.get("id", value.get("by"))
    return value


def _other_record(row: ConflictRow) -> RecordKey | None:
    """Return the record a conflict's `theirs` speaks of: the one with the same code, the one it was merged into."""
    other = _plain(row.theirs)
    if row.kind not in {ConflictKind.CODE, ConflictKind.DUPLICATE, ConflictKind.MERGE} or not isinstance(other, str):
        return None
    table = row.theirs.get("tbl", row.table) if isinstance(row.theirs, dict) else row.table
    return RecordKey(RecordKind(table), other)


def _wanted(row: ParkedRow) -> Iterable[FieldChange]:
    table = RecordKind(row.table)
    if row.kind == "ins" and isinstance(row.new, dict):
        for field, value in row.new.items():
            yield FieldChange(table, row.record, None, row.kind, field, None, value)
    elif row.field is not None:
        yield FieldChange(table, row.record, None, row.kind, row.field, _shown(row.old), _shown(row.new))


def _shown(value: Any) -> Any:
    return None if isinstance(value, dict) else value


def _lines(note: str | None) -> list[tuple[str, str, str]]:
    """Return (user, time, text) of each line of a note."""
    found = []
    for line in (note or "").splitlines():
        user, _, rest = line.partition("|")
        at, _, text = rest.partition("|")
        if text:
            found.append((user, at, text))
    return found


def _said(row: ConflictRow, people: "Any", me: str | None) -> tuple[Said, ...]:
    sent = [Said(people.get(user), user == me, _moment(at), text) for user, at, text in _lines(row.note)]
    waiting = [Said(by=None, is_me=True, at=None, text=text) for text in row.asked]
    return (*sent, *waiting)


def _moment(text: Any) -> datetime | None:
    try:
        return None if not text else from_iso(str(text))
    except ValueError:
        return None
