"""What the merging screens say: values of a record, counts of what follows."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import CompanyKind, RecordKind, SiteStatus
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.views.words import listed, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.merging import MergeRow, MergeValue

_CONTEXT: Final = "merging"
_COUNT: Final = QT_TRANSLATE_NOOP("merging", "{count} × {kind}")
_POSITION: Final = ("latitude", "longitude")
_PLACE: Final = ("province", "city", "district", "street")


def merging_text(text: str) -> str:
    """Return a sentence of the translation context `merging`."""
    return QCoreApplication.translate(_CONTEXT, text)


def counts_text(counts: Mapping[RecordKind, int]) -> str:
    """Return `12 × Contact, 3 × Note`, empty for nothing."""
    return listed(merging_text(_COUNT).format(count=count, kind=word(kind)) for kind, count in counts.items() if count)


def value_text(kind: RecordKind, row: "MergeRow", value: "MergeValue") -> str:
    """Return what one record has, as people read it; an address in lines."""
    texts = {column: _single(kind, column, text) for column, text in zip(row.columns, value.texts, strict=True)}
    if row.key == "address":
        return _address(texts)
    separator = "\n" if row.key == "invoice" else " · "
    return separator.join(filter(None, texts.values()))


def _address(texts: Mapping[str, str]) -> str:
    place = [texts[column] for column in _PLACE if texts.get(column)]
    joined = ("" if all(not part.isascii() for part in place) else ", ").join(dict.fromkeys(place))
    typed = texts.get("address_text", "")
    lines = [typed, joined if joined != typed else "", " ".join(filter(None, (texts.get("postcode"), texts.get("country"))))]
    return "\n".join(filter(None, lines))


def _single(kind: RecordKind, column: str, text: str) -> str:
    info = field_info(kind, column)
    if info is None or not text or column in _POSITION:
        return text
    if info.type is FieldType.COMPANY_KIND:
        return word(CompanyKind(text))
    if info.type is FieldType.STATUS:
        return word(SiteStatus(text))
    return text
