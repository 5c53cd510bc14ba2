"""A conflict or waiting edit as a person meets it: who wanted what, on which customer, and which answers there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from crmdesk.core.exchange_words import Choice, ConflictKind, ParkedWhy
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.changed_values import AccountName, FieldChange
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.services.record_key import RecordKey

_TOLD_ONLY: Final = (Choice.KEEP,)
_CHOICES: Final[dict[ConflictKind, tuple[Choice, ...]]] = {
    ConflictKind.FIELD: (Choice.KEEP, Choice.MINE, Choice.OTHER, Choice.ASK),
    ConflictKind.INVALID: (Choice.KEEP, Choice.OTHER, Choice.ASK),
    ConflictKind.CODE: (Choice.KEEP, Choice.OTHER, Choice.ASK),
    ConflictKind.DELETE: (Choice.KEEP, Choice.MINE, Choice.ASK),
    ConflictKind.CYCLE: (Choice.KEEP, Choice.MINE, Choice.ASK),
    ConflictKind.MERGE: (Choice.KEEP, Choice.MINE, Choice.ASK),
    ConflictKind.CLAIM: (Choice.KEEP, Choice.ASK),
    ConflictKind.RULE: _TOLD_ONLY,
    ConflictKind.DUPLICATE: _TOLD_ONLY,
    ConflictKind.REVIVED: _TOLD_ONLY,
    ConflictKind.PARENT: _TOLD_ONLY,
}
_TYPED: Final = frozenset({ConflictKind.FIELD, ConflictKind.INVALID, ConflictKind.CODE})
"""Kinds about one field, whose value is put into the record when it is chosen."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values in question.

    Attributes:
        value: as stored. text: the name where it stands for a record, a person, a term or a country, else None.
        by: who, None where unknown or nobody's business. is_me: whether that is whoever sits here. at: when.
        record: the other record the value speaks of, if there is one.
    """

    value: Any
    text: str | None = None
    by: str | None = None
    is_me: bool = False
    at: datetime | None = None
    record: RecordKey | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One line of what was asked about a conflict; `at` is None while it waits to be sent."""

    by: str | None
    is_me: bool
    at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A conflict that waits for an answer.

    Attributes:
        record, record_name: what it is about, perhaps a contact or a note. account: the customer it belongs to, if known.
        field: the column, None where the whole record is meant.
        base: what was there before both; theirs: what the centre has; mine: what was wanted instead.
        choices: the answers there are, the first one being "leave it".
        said: what was asked so far. needs_me: it waits for whoever sits here.
    """

    id: str
    kind: ConflictKind
    table: RecordKind
    record: str
    record_name: str
    account: AccountName | None
    field: str | None
    base: Side
    theirs: Side
    mine: Side
    choices: tuple[Choice, ...]
    said: tuple[Said, ...]
    needs_me: bool

    @property
    def has_value(self) -> bool:
        """Whether it is about one field's value."""
        return self.kind in _TYPED and self.field is not None


@dataclass(frozen=True, slots=True)
class WaitingEdit:
    """An edit that waits for somebody's word.

    Attributes:
        changes: what would be changed. by, made_at: who wanted it and when, by his clock.
        needs_me: whoever sits here decides; else `for_name` does, None where nobody is named.
    """

    id: str
    why: ParkedWhy
    table: RecordKind
    record: str
    record_name: str
    account: AccountName | None
    changes: tuple[FieldChange, ...]
    operation: str
    by: str | None
    is_mine: bool
    made_at: datetime | None
    for_name: str | None
    needs_me: bool


def choices_of(kind: ConflictKind, table: str, field: str | None) -> tuple[Choice, ...]:
    """Return the answers a conflict has."""
    choices = _CHOICES[kind]
    info = None if field is None else field_info(RecordKind(table), field)
    is_settable = info is not None and (
        not info.read_only or info.type is FieldType.STATUS
    )  # two programs moved it: a person may
    if Choice.OTHER in choices and not is_settable:
        return tuple(choice for choice in choices if choice is not Choice.OTHER)
    return choices


def same_answers(questions: Sequence[Question]) -> tuple[Choice, ...]:
    """Return the answers that every one of these conflicts has: what can be said of all at once."""
    if not questions:
        return ()
    return tuple(choice for choice in questions[0].choices if all(choice in one.choices for one in questions))
