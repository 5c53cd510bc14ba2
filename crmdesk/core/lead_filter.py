"""Which leads a list shows: plain values, so that screens, command line and saved views speak of the same thing."""

from dataclasses import dataclass
from datetime import date

from crmdesk.core.vocabulary import LeadStatus


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """Conditions that all have to hold; an empty one does not narrow.

    Attributes:
        statuses: one of these.
        owners, pools: with one of these people, in one of these pools (ids).
        sources, industries: of one of these terms or of one below it (ids).
        campaigns: brought by one of these.
        text: what the search would find it by: part of company, person, phone, mail, address, credit code, also by pinyin and initials.
        mine: with whoever uses this store.
        in_pool: True: waits in some pool; False: is with somebody.
        due_until: open, and its next step is due on this day or before.
        look_again_until: to be looked at again on this day or before.
        unfollowed_since: nobody spoke to it on this day or later.
        completeness_from: at least so many percent of the fields that matter are filled.
        probability_from: the lead score is at least this, 0 … 1.
        provisional: claimed here, and the centre has not answered yet.
    """

    statuses: tuple[LeadStatus, ...] = ()
    owners: tuple[str, ...] = ()
    pools: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    text: str = ""
    mine: bool = False
    in_pool: bool | None = None
    due_until: date | None = None
    look_again_until: date | None = None
    unfollowed_since: date | None = None
    completeness_from: int = 0
    probability_from: float = 0.0
    provisional: bool = False
