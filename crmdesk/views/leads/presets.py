"""The lists a salesperson opens most, as filters: mine, due, without a follow-up, in pools, to be looked at again."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus

_T = QT_TRANSLATE_NOOP
_OPEN: Final = (LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.QUALIFIED)
_QUIET_DAYS: Final = 14

MINE: Final = "mine"
DUE: Final = "due"
QUIET: Final = "quiet"
QUALIFIED: Final = "qualified"
AGAIN: Final = "again"
POOLED: Final = "pooled"
OPEN: Final = "open"
CLOSED: Final = "closed"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Preset:
    """One list: its key, its English name (context `lead_lists`) and why it may be empty."""

    key: str
    name: str
    empty: str


PRESETS: Final = (
    Preset(
        MINE, _T("lead_lists", "My open leads"), _T("lead_lists", "You have no open leads. Claim one from a pool, or add one.")
    ),
    Preset(DUE, _T("lead_lists", "Due today"), _T("lead_lists", "Nothing is due. Well done.")),
    Preset(QUIET, _T("lead_lists", "Not spoken to for 14 days"), _T("lead_lists", "You spoke to all of them within 14 days.")),
    Preset(QUALIFIED, _T("lead_lists", "Ready to convert"), _T("lead_lists", "No lead is qualified and waits to be converted.")),
    Preset(AGAIN, _T("lead_lists", "To look at again"), _T("lead_lists", "No lead is to be looked at again by today.")),
    Preset(POOLED, _T("lead_lists", "In pools"), _T("lead_lists", "Nothing waits in any pool.")),
    Preset(OPEN, _T("lead_lists", "All open leads"), _T("lead_lists", "There are no open leads.")),
    Preset(
        CLOSED, _T("lead_lists", "Converted and disqualified"), _T("lead_lists", "No lead was converted or disqualified yet.")
    ),
    Preset(ALL, _T("lead_lists", "All leads"), _T("lead_lists", "There are no leads yet. Add one, or import a list.")),
)
"""Every list, in the order in which they are offered."""


def preset_filter(key: str, today: date, text: str = "") -> LeadFilter:
    """Return the filter of a list as of a day, narrowed by a text.

    Raises:
        KeyError: there is no such list.
    """
    filters = {
        MINE: LeadFilter(statuses=_OPEN, mine=True, text=text),
        DUE: LeadFilter(mine=True, due_until=today, text=text),
        QUIET: LeadFilter(statuses=_OPEN, mine=True, unfollowed_since=today - timedelta(days=_QUIET_DAYS), text=text),
        QUALIFIED: LeadFilter(statuses=(LeadStatus.QUALIFIED,), text=text),
        AGAIN: LeadFilter(look_again_until=today, text=text),
        POOLED: LeadFilter(in_pool=True, text=text),
        OPEN: LeadFilter(statuses=_OPEN, text=text),
        CLOSED: LeadFilter(statuses=(LeadStatus.CONVERTED, LeadStatus.DISQUALIFIED), text=text),
        ALL: LeadFilter(text=text),
    }
    return filters[key]
