"""Words of the vocabulary, fields and remarks in the present language: the edge where texts from below `ui` are translated."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from crmdesk.core.errors import CrmError
from crmdesk.core.remarks import REMARKS, Remark
from crmdesk.core.vocabulary import LABELS


def word(value: StrEnum) -> str:
    """Return the label of a vocabulary value."""
    return QCoreApplication.translate("vocabulary", LABELS[value])


def field_label(label: str) -> str:
    """Return a field's label (`services.record_fields`, `exchange.fields`)."""
    return QCoreApplication.translate("fields", label)


def listed(words: Iterable[str]) -> str:
    """Return words as a list within a sentence: `Phone, Mail`, 电话、邮箱."""
    text = ""
    for one in words:
        text = QCoreApplication.translate("words", "{first}, {next}").format(first=text, next=one) if text else one
    return text


def coded(name: str, code: str | None) -> str:
    """Return a name with its code in brackets, as the language writes them: `Gubei (JLF-GB)`, 古北店（JLF-GB）."""
    return QCoreApplication.translate("words", "{name} ({code})").format(name=name, code=code) if code else name


def remark_text(remark: Remark) -> str:
    """Return a remark's sentence."""
    for context in (REMARKS, "errors"):
        text = QCoreApplication.translate(context, remark.template)
        if text != remark.template:
            return text.format(**remark.params)
    return remark.message


def time_text(at: datetime, *, with_time: bool = True) -> str:
    """Return an aware time as this computer's clock shows it, in the present language's form."""
    local = at.astimezone()
    moment = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
    style = QLocale.FormatType.ShortFormat
    return QLocale().toString(moment, style) if with_time else QLocale().toString(moment.date(), style)


def day_text(day: date | None) -> str:
    """Return a day as the reader writes it, empty for none."""
    if day is None:
        return ""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def size_text(size: int) -> str:
    """Return a size in bytes for people."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def refusal_text(error: CrmError) -> str:
    """Return an error's sentence with the name of its field in the present language too."""
    params = dict(error.params)
    if isinstance(params.get("field"), str):
        params["field"] = field_label(params["field"])
    return QCoreApplication.translate("errors", error.template).format(**params)
