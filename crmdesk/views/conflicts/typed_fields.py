"""How another value is typed for each field a conflict can be about: its editor, what it begins with, what is saved of what was typed."""

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import SiteStatus
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.ui.forms.fields import Choice, FieldKind, FieldSpec, Value
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.accounts.form_fields import FieldMaker, shown_values
from crmdesk.views.conflicts.wording import conflict_text, field_text
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.questions import Question

_YES = QT_TRANSLATE_NOOP("conflicts", "Yes")
_NO = QT_TRANSLATE_NOOP("conflicts", "No")


def type_of(question: "Question") -> FieldType | None:
    """Return of what type the field is that a conflict is about, None where it is about no field known here."""
    info = None if question.field is None else field_info(question.table, question.field)
    return None if info is None else info.type


def typed_field(question: "Question", choices: Choices) -> FieldSpec:
    """Return the field with its own editor; a company is found by another one (`CompanyInput`).

    Raises:
        KeyError: the conflict is about no field.
    """
    key, label = question.field or "", field_text(question)
    info = field_info(question.table, key)
    match type_of(question):
        case FieldType.FLAG:
            return _one_of(key, label, [("1", conflict_text(_YES)), ("0", conflict_text(_NO))])
        case FieldType.STATUS:
            return _one_of(key, label, _words(SiteStatus))
        case FieldType.CHOICE if info is not None:
            return _one_of(key, label, _words(info.choices))
        case FieldType.MOMENT:
            return FieldSpec(key, label, FieldKind.DATE)
        case _:
            return FieldMaker(question.table, choices).make(key, "")


def begin_with(question: "Question") -> Value:
    """Return what was wanted, as the editor shows it."""
    value = question.mine.value
    match type_of(question):
        case FieldType.FLAG:
            return str(int(bool(value)))
        case FieldType.MOMENT:
            moment = _moment(value)
            return None if moment is None else moment.astimezone().date()
        case _:
            return shown_values(question.table, {question.field or "": value})[question.field or ""]


def saved_as(question: "Question", typed: Value) -> object:
    """Return what is saved of what was typed: of a moment another day, the time of day stays."""
    if type_of(question) is not FieldType.MOMENT or not isinstance(typed, date):
        return typed
    before = _moment(question.mine.value)
    at = time(12) if before is None else before.astimezone().time()
    return datetime.combine(typed, at).astimezone()


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


def _words(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, word(value)) for value in values]


def _one_of(key: str, label: str, entries: Iterable[tuple[str, str]]) -> FieldSpec:
    return FieldSpec(key, label, FieldKind.CHOICE, choices=tuple(Choice(value, text) for value, text in entries))
