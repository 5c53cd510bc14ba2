"""Changes of fields in the present language: for histories, news, what waits, and conflicts."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.clock import from_iso
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActivityKind, CompanyKind, RecordKind, SiteStatus
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.views.words import field_label, time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.changed_values import AccountName, FieldChange

_CONTEXT: Final = "HistoryTab"
_LONGEST: Final = 60
_HIDDEN: Final = frozenset({"id", "team_id", "rv", "merged_into", "extra", "contact_id", "site_id", "author_id", "premises_key"})
"""Fields that say nothing to a person."""
_FILLED: Final = QT_TRANSLATE_NOOP("HistoryTab", "{field}: {value}")
_CHANGED: Final = QT_TRANSLATE_NOOP("HistoryTab", "{field}: {old} → {new}")
_UNDER: Final = QT_TRANSLATE_NOOP("exchange", "{name} · {company}")


def about_text(change: "FieldChange") -> str:
    """Return what kind of record was changed, with its name: `Contact 李明`."""
    if change.kind is RecordKind.ACTIVITY:
        return word(ActivityKind.NOTE)
    kind = RecordKind.CONTACT if change.kind is RecordKind.POSITION else change.kind
    return f"{word(kind)} {change.name}" if change.name else word(kind)


def label_text(change: "FieldChange") -> str:
    """Return the name of the field, empty for one that says nothing to a person."""
    if change.field in _HIDDEN:
        return ""
    info = field_info(change.kind, change.field)
    return "" if info is None else field_label(info.label)


def change_line(change: "FieldChange") -> str:
    """Return `Phone: 1 → 2`, or `Phone: 2` of a new record; empty where there is nothing to be said."""
    label = label_text(change)
    if not label:
        return ""
    old, new = value_text(change, change.old, change.old_text), value_text(change, change.new, change.new_text)
    if change.operation == "ins":
        return QCoreApplication.translate(_CONTEXT, _FILLED).format(field=label, value=new) if new else ""
    return QCoreApplication.translate(_CONTEXT, _CHANGED).format(field=label, old=old or "—", new=new or "—")


def value_text(change: "FieldChange", value: object, text: str | None, *, longest: int = _LONGEST) -> str:
    """Return a stored value as people read it, on one line unless `longest` is 0; `text` is the name where it stands for something."""
    if text is not None or value is None:
        return text or ""
    info = field_info(change.kind, change.field)
    match None if info is None else info.type:
        case FieldType.STATUS if value in set(SiteStatus):
            shown = word(SiteStatus(str(value)))
        case FieldType.COMPANY_KIND if value in set(CompanyKind):
            shown = word(CompanyKind(str(value)))
        case FieldType.CHOICE if info is not None and value in info.choices:
            shown = word(type(info.choices[0])(str(value)))
        case FieldType.MOMENT:
            shown = _moment(str(value))
        case FieldType.FLAG:
            shown = "✓" if value else ""
        case _:
            shown = str(value)
    if not longest:
        return shown
    shown = " ".join(shown.split())
    return shown if len(shown) <= longest else f"{shown[:longest]}…"


def account_text(account: "AccountName") -> str:
    """Return a customer with the company it lies under: `马连道店 · 北京家乐福`."""
    if not account.above:
        return account.name
    return QCoreApplication.translate("exchange", _UNDER).format(name=account.name, company=account.above)


def _moment(text: str) -> str:
    try:
        return time_text(from_iso(text))
    except ValueError:
        return text
