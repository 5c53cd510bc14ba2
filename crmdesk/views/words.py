"""Words of the vocabulary, fields and remarks in the present language: the edge where texts from below `ui` are translated."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from crmdesk.core.remarks import REMARKS, Remark
from crmdesk.core.vocabulary import LABELS


def word(value: StrEnum) -> str:
    """Return the label of a vocabulary value."""
    return QCoreApplication.translate("vocabulary", LABELS[value])


def field_label(label: str) -> str:
    """Return a field's label (`services.record_fields`, `exchange.fields`)."""
    return QCoreApplication.translate("fields", label)


def remark_text(remark: Remark) -> str:
    """Return a remark's sentence."""
    for context in (REMARKS, "errors"):
        text = QCoreApplication.translate(context, remark.template)
        if text != remark.template:
            return text.format(**remark.params)
    return remark.message
