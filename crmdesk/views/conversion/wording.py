"""Targets, values and reasons of a conversion in the words of the present language."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_fields import field_info
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.conversion_plan import Candidate, Carried, ConversionPlan

_T: Final = QT_TRANSLATE_NOOP
_WHY: Final = {
    "certain": _T("conversion", "certainly the same"),
    "likely": _T("conversion", "probably the same"),
    "possible": _T("conversion", "possibly the same"),
    "premises": _T("conversion", "same address"),
    "company": _T("conversion", "same company"),
    "mobile": _T("conversion", "same mobile"),
    "mail": _T("conversion", "same mail"),
    "name": _T("conversion", "same name"),
}
_BETWEEN: Final = " · "


def candidate_text(candidate: "Candidate") -> str:
    """Return an existing record as a choice: its name, where it is, and why it is offered."""
    why = QCoreApplication.translate("conversion", _WHY[candidate.why])
    return _BETWEEN.join(filter(None, (candidate.name, candidate.detail, why)))


def line_label(line: "Carried") -> str:
    """Return the name of the field a line is about."""
    if line.field == "address_text":
        return field_label("Address")
    info = field_info(line.target, line.field)
    return line.field if info is None else field_label(info.label)


def line_value(plan: "ConversionPlan", value: object) -> str:
    """Return one value of a line as people read it."""
    if value is None or value == "":
        return ""
    return plan.names.get(str(value), str(value))


def target_title(kind: RecordKind, *, is_new: bool) -> str:
    """Return the heading above the lines of one target."""
    translate = QCoreApplication.translate
    titles = {
        (RecordKind.COMPANY, True): translate("conversion", "New company"),
        (RecordKind.COMPANY, False): translate("conversion", "Existing company"),
        (RecordKind.SITE, True): translate("conversion", "New site"),
        (RecordKind.SITE, False): translate("conversion", "Existing site"),
        (RecordKind.CONTACT, True): translate("conversion", "New person"),
        (RecordKind.CONTACT, False): translate("conversion", "Known person"),
    }
    return titles[kind, is_new]
