"""From what the search service found to what the search box shows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LABELS, LeadStatus, RecordKind
from crmdesk.ui.search_box.hits import SearchHit
from crmdesk.views.commands import Command

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.search import Hit

Spans = tuple[tuple[int, int], ...]
_CONTEXT: Final = "search"
_SEPARATOR: Final = "  ·  "
_GROUPS: Final = {
    RecordKind.COMPANY: ("building-2", QT_TRANSLATE_NOOP("search", "Companies")),
    RecordKind.SITE: ("map-pin", QT_TRANSLATE_NOOP("search", "Sites")),
    RecordKind.CONTACT: ("user", QT_TRANSLATE_NOOP("search", "People")),
    RecordKind.LEAD: ("user-plus", QT_TRANSLATE_NOOP("search", "Leads")),
}
_FIELDS: Final = {
    "short_name": QT_TRANSLATE_NOOP("search", "Short name {text}"),
    "name": QT_TRANSLATE_NOOP("search", "Legal name {text}"),
    "credit_code": QT_TRANSLATE_NOOP("search", "Credit code {text}"),
    "phone": QT_TRANSLATE_NOOP("search", "Phone {text}"),
    "address": QT_TRANSLATE_NOOP("search", "{text}"),
}
"""How a match outside the title is told; code stands at the right anyway, and context is the path."""


def record_hits(hits: "Sequence[Hit]", group: str = "") -> list[SearchHit]:
    """Return hits in groups of one kind, in the order in which the best of each kind came; `group` puts all into one instead."""
    kinds = list(dict.fromkeys(hit.key.kind for hit in hits)) if not group else [None]
    return [_shown(hit, group) for kind in kinds for hit in hits if kind in {None, hit.key.kind}]


def command_hits(commands: Sequence[Command]) -> list[SearchHit]:
    """Return commands as one group."""
    group = QCoreApplication.translate(_CONTEXT, "Commands")
    return [
        SearchHit(
            command.plain_title,
            payload=command,
            subtitle=tip if (tip := command.action.toolTip()) != command.plain_title else "",  # Qt's own tip is the title again
            detail=command.action.shortcut().toString(),
            icon=command.icon,
            group=group,
        )
        for command in commands
    ]


def _shown(hit: "Hit", group: str) -> SearchHit:
    icon, caption = _GROUPS.get(hit.key.kind, ("circle", ""))
    subtitle, spans = _subtitle(hit)
    return SearchHit(
        hit.title,
        payload=hit.key,
        title_spans=qt_spans(hit.title, hit.title_spans),
        subtitle=subtitle,
        subtitle_spans=spans,
        detail=hit.code or "",
        icon=icon,
        group=group or QCoreApplication.translate(_CONTEXT, caption),
    )


def _subtitle(hit: "Hit") -> tuple[str, Spans]:
    """Say first what matched outside the title, then where the record is."""
    matched = {match.field: match for match in reversed(hit.matches)}
    text = ""
    spans: Spans = ()
    reason = next((match for match in hit.matches if match.field in _FIELDS and match.field != "address"), None)
    if reason is not None and not hit.title_spans:
        text = QCoreApplication.translate(_CONTEXT, _FIELDS[reason.field]).format(text=reason.text)
        at = text.index(reason.text)
        spans = _moved(qt_spans(reason.text, reason.spans), utf16(text[:at]))
    where = _standing(hit) if hit.key.kind is RecordKind.LEAD else " › ".join(part.name for part in hit.path)
    where = where or (hit.legal_name if hit.legal_name not in text else "")
    text = _SEPARATOR.join(part for part in (text, where) if part)
    if hit.address:
        if "address" in matched and not hit.title_spans and not spans:  # the address is why: it comes first
            text = _SEPARATOR.join(part for part in (hit.address, text) if part)
            spans = qt_spans(hit.address, matched["address"].spans)
        else:
            text = _SEPARATOR.join(part for part in (text, hit.address) if part)
    return text, spans


def _standing(hit: "Hit") -> str:
    """Say how far a lead has come, and who has it."""
    status = QCoreApplication.translate("vocabulary", LABELS[LeadStatus(hit.label)]) if hit.label else ""
    return _SEPARATOR.join(part for part in (status, hit.holder) if part)


def _moved(spans: Spans, by: int) -> Spans:
    return tuple((start + by, length) for start, length in spans)


def qt_spans(text: str, spans: Spans) -> Spans:
    """Turn (from, up to) in characters into (from, length) in UTF-16 units, as Qt counts."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return tuple((start, end - start) for start, end in spans)
    return tuple((utf16(text[:start]), utf16(text[start:end])) for start, end in spans)


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + sum(1 for sign in text if sign > "\uffff")
