"""The lists of opportunities one opens most, as filters."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from crmdesk.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.opportunity_lists import OpportunityFilter

_T = QT_TRANSLATE_NOOP

MINE: Final = "mine"
OPEN: Final = "open"
MONTH: Final = "month"
WON: Final = "won"
LOST: Final = "lost"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Preset:
    """One list: its key, its English name (context `opportunity_lists`) and why it may be empty."""

    key: str
    name: str
    empty: str


PRESETS: Final = (
    Preset(
        MINE,
        _T("opportunity_lists", "My open opportunities"),
        _T("opportunity_lists", "You have no open opportunities. Add one on the record of a site, or convert a lead."),
    ),
    Preset(
        OPEN, _T("opportunity_lists", "All open opportunities"), _T("opportunity_lists", "Nothing is being sold at the moment.")
    ),
    Preset(
        MONTH,
        _T("opportunity_lists", "Closing this month"),
        _T("opportunity_lists", "No open opportunity is to be decided this month."),
    ),
    Preset(WON, _T("opportunity_lists", "Won"), _T("opportunity_lists", "No opportunity was won yet.")),
    Preset(LOST, _T("opportunity_lists", "Lost"), _T("opportunity_lists", "No opportunity was lost yet.")),
    Preset(
        ALL,
        _T("opportunity_lists", "All opportunities"),
        _T("opportunity_lists", "There are no opportunities yet. Add one on the record of a site, or convert a lead."),
    ),
)
"""Every list, in the order in which they are offered."""


def preset_filter(key: str, today: date, text: str = "") -> "OpportunityFilter":
    """Return the filter of a list as of a day, narrowed by a text.

    Raises:
        KeyError: there is no such list.
    """
    from crmdesk.services.opportunity_lists import OpportunityFilter, OpportunityState

    first = today.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    filters = {
        MINE: OpportunityFilter(mine=True, state=OpportunityState.OPEN, text=text),
        OPEN: OpportunityFilter(state=OpportunityState.OPEN, text=text),
        MONTH: OpportunityFilter(state=OpportunityState.OPEN, closes_from=first, closes_until=last, text=text),
        WON: OpportunityFilter(state=OpportunityState.WON, text=text),
        LOST: OpportunityFilter(state=OpportunityState.LOST, text=text),
        ALL: OpportunityFilter(text=text),
    }
    return filters[key]
