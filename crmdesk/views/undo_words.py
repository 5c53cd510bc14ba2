"""Undo and redo in words: what would be taken up next, what was done, what was left as it is."""

from datetime import datetime
from functools import reduce
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.record_fields import field_info
from crmdesk.views.words import field_label, time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.undo import Skipped, UndoResult, UndoStep

_CONTEXT: Final = "undo"
_NAMED: Final = 3
_STEP: Final = QT_TRANSLATE_NOOP("undo", "{action} {label}")
_UNDONE: Final = QT_TRANSLATE_NOOP("undo", "Undone: {what}.")
_REDONE: Final = QT_TRANSLATE_NOOP("undo", "Done again: {what}.")
_LEFT: Final = QT_TRANSLATE_NOOP("undo", "%n entries were left as they are: {names}")
_AND_MORE: Final = QT_TRANSLATE_NOOP("undo", "{names} …")
_NAMING: Final = QT_TRANSLATE_NOOP("undo", "{title}: {what}")
_BETWEEN: Final = QT_TRANSLATE_NOOP("undo", "{one}; {next}")
_WHY: Final = QT_TRANSLATE_NOOP("undo", "{name}: {reason}")
_FIELD: Final = QT_TRANSLATE_NOOP("undo", "{name} – {field}")


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", number)


def what_text(action: ActionKind, label: str) -> str:
    """Return an action with what it was about, e.g. `Edit 家乐福`."""
    return _tr(_STEP).format(action=word(action), label=label).strip()


def step_text(title: str, step: "UndoStep | None") -> str:
    """Return a menu entry that names what it would do."""
    return title if step is None else _tr(_NAMING).format(title=title, what=what_text(step.action, step.label))


def result_text(result: "UndoResult", *, is_redo: bool) -> str:
    """Return what was done, and the first things left as they are with their reasons."""
    done = _tr(_REDONE if is_redo else _UNDONE).format(what=what_text(result.action, result.label))
    if not result.skipped_total:
        return done
    named = [skipped_text(one) for one in result.skipped[:_NAMED]]
    names = reduce(lambda one, following: _tr(_BETWEEN).format(one=one, next=following), named)
    if result.skipped_total > _NAMED:
        names = _tr(_AND_MORE).format(names=names)
    return f"{done} {_tr(_LEFT, result.skipped_total).format(names=names)}"


def skipped_text(one: "Skipped") -> str:
    """Return one thing left as it is, with its reason."""
    params = {name: time_text(value) if isinstance(value, datetime) else value for name, value in one.params.items()}
    reason = _tr(one.reason).format(**params)
    info = field_info(one.kind, one.field) if one.field else None
    subject = one.name if info is None else _tr(_FIELD).format(name=one.name, field=field_label(info.label))
    return _tr(_WHY).format(name=subject, reason=reason)
