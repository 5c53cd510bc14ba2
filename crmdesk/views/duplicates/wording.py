"""Groups, members and reasons in the words of the present language."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import CompanyKind, RecordKind, SiteStatus
from crmdesk.services.duplicate_groups import CONFIDENCE_LABELS, Confidence
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.words import time_text, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crmdesk.services.accounts import PathPart

_LOOKS: Final = {
    Confidence.CERTAIN: (Role.OK, Shape.DISC),
    Confidence.LIKELY: (Role.WARN, Shape.HALF),
    Confidence.POSSIBLE: (Role.SECONDARY, Shape.RING),
}
_STEP: Final = " › "
MOST_REASONS: Final = 5


def confidence_look(confidence: Confidence, *, is_flat: bool = True) -> ChipLook:
    """Return the chip of a confidence."""
    role, shape = _LOOKS[confidence]
    return ChipLook(QCoreApplication.translate("duplicates", CONFIDENCE_LABELS[confidence]), role, shape, is_flat)


def reason_texts(reasons: "Sequence[Any]") -> list[str]:
    """Return what speaks for and against two records being one, the weightiest first (`models.matching.Reason`)."""
    return [QCoreApplication.translate("matching", reason.template).format(**reason.params) for reason in reasons[:MOST_REASONS]]


def path_text(path: "Sequence[PathPart]", last: str = "") -> str:
    """Return the companies above a record, and `last` behind them: 家乐福 › 北京家乐福 › 马连道11号."""
    return _STEP.join([*(part.name for part in path), *([last] if last else [])])


def value_text(kind: RecordKind, field: str, value: object) -> str:
    """Return a stored value as people read it."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return time_text(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    if (kind, field) == (RecordKind.COMPANY, "kind") and text in set(CompanyKind):
        return word(CompanyKind(text))
    if (kind, field) == (RecordKind.SITE, "status") and text in set(SiteStatus):
        return word(SiteStatus(text))
    return text
