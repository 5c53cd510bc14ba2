"""What was said to a lead and how it was judged, in one timeline."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import ActivityKind
from crmdesk.ui.timeline.entries import TimelineEntry
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from collections.abc import Sequence

    from crmdesk.services.leads import FollowUpRow
    from crmdesk.services.qualification import PastRound

_ICONS: Final = {
    ActivityKind.CALL: "phone",
    ActivityKind.VISIT: "map-pin",
    ActivityKind.MAIL: "mail",
    ActivityKind.MEETING: "users",
    ActivityKind.NOTE: "sticky-note",
    ActivityKind.TASK: "square-check",
}
_BETWEEN: Final = " · "


def story_entries(follow_ups: "Sequence[FollowUpRow]", rounds: "Sequence[PastRound]") -> list[TimelineEntry]:
    """Return follow-ups and closed rounds of qualification as entries of a timeline."""
    entries = [
        TimelineEntry(
            one.id,
            one.happened_at.astimezone(),
            _BETWEEN.join(filter(None, (word(one.kind), one.author))),
            one.text,
            _ICONS.get(one.kind, "sticky-note"),
        )
        for one in follow_ups
    ]
    for one in rounds:
        if one.ended_at is None or one.outcome is None:
            continue
        text = QCoreApplication.translate("leads", "{set}: {score} %").format(set=one.set_name, score=one.score or 0)
        title = _BETWEEN.join(filter(None, (word(one.outcome), one.by)))
        told = _BETWEEN.join(filter(None, (text, one.reason)))
        entries.append(TimelineEntry(one.id, one.ended_at.astimezone(), title, told, "clipboard-list"))
    return entries
