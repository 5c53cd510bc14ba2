"""An import's report in words."""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from crmdesk.core.errors import ERRORS, InvalidField
from crmdesk.core.remarks import REMARKS
from crmdesk.core.vocabulary import RecordKind
from crmdesk.views.words import field_label

if TYPE_CHECKING:
    from crmdesk.exchange.importing.report import ImportReport, RefusedRow

_CONTEXT: Final = "imports"
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")


def figure(count: int) -> str:
    """Return a number as the present language writes it: 115,942."""
    return QLocale().toString(count)


def kind_name(kind: RecordKind) -> str:
    """Return the plural of a kind of record, as the head of a line of the report."""
    translate = QCoreApplication.translate
    match kind:
        case RecordKind.COMPANY:
            return translate(_CONTEXT, "Companies")
        case RecordKind.SITE:
            return translate(_CONTEXT, "Sites")
        case RecordKind.UNIT:
            return translate(_CONTEXT, "Floors and departments")
        case RecordKind.LEAD:
            return translate(_CONTEXT, "Leads")
        case _:
            return translate(_CONTEXT, "Contacts")


def summary(report: "ImportReport", name: str) -> str:
    """Return what an import did, in one sentence for the message bar."""
    kinds = report.kinds
    values = {
        "name": name,
        "created": figure(sum(count.created for count in kinds.values())),
        "updated": figure(sum(count.updated for count in kinds.values())),
        "refused": figure(report.refused_count),
    }
    translate = QCoreApplication.translate
    if report.refused_count:
        text = translate(_CONTEXT, "{name} was imported: {created} records created, {updated} updated, {refused} rows refused.")
    else:
        text = translate(_CONTEXT, "{name} was imported: {created} records created, {updated} updated.")
    return text.format(**values)


def reason(refused: "RefusedRow") -> tuple[str, str]:
    """Return the field and the reason of a refused row in the present language; the row as a whole has no field."""
    label = field_label(refused.field) if refused.field else ""
    return label, QCoreApplication.translate(ERRORS, refused.template).format(**{**refused.params, "field": label})


def refusal_words() -> dict[str, str]:
    """Return what the file of refused rows is written with, in the present language: labels and sentences by the English ones."""
    from crmdesk.exchange.fields import FIELDS
    from crmdesk.exchange.importing.refusals import REASONS

    labels = {field.label: field_label(field.label) for field in FIELDS.values()}
    templates = [*(error.template for error in REASONS), InvalidField.template]
    return labels | {template: QCoreApplication.translate(ERRORS, template) for template in templates}


def warning(sentence: str) -> str:
    """Return a warning of the importer, translated; it speaks of many rows, so that what it names becomes an ellipsis."""
    for context in (REMARKS, "errors"):
        text = QCoreApplication.translate(context, sentence)
        if text != sentence:
            break
    return _PLACEHOLDER.sub("…", text)
