"""What the lead score may know of a lead: only what was known before its outcome, and is known of an open lead in the same way.

Left out, because they follow from the outcome or come shortly before it: status (only *qualified* leads convert), answers of
qualification, reason, day to look again, links to what it became, protection, the next step (the talk before a lead is lost plans
none). Owner and pool are left out because the score is about the lead, not about who works on it.

Activity is that of a lead's first `WINDOW`, and of leads that were still open at its end. Otherwise a finished lead would show all
that was ever said to it, and every fresh one would look as if nobody cared. Of a lead that is younger it is *not yet known*, and
moves nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from crmdesk.models.lead_scoring import Levels, Traits

NAMED: Final = ("source", "origin", "campaign", "industry", "place", "job_title")
COUNTED: Final = ("completeness", "headcount", "web_visits", "web_seconds", "web_pages")
TIMED: Final = ("follow_ups", "first_contact_days", "contact_gap_days")
"""Number of follow-ups, days up to the first one, mean days between them."""
WINDOW: Final = timedelta(days=14)
COLUMNS: Final = (
    *("source_id", "industry_id", "origin", "campaign", "job_title", "city", "province", "country"),
    *COUNTED,
)
"""Of the table `lead`."""

_DAY: Final = timedelta(days=1)


def traits_of(
    row: Mapping[str, Any], terms: Callable[[str], Levels], ended: datetime | None, moments: Sequence[datetime]
) -> Traits:
    """Return what is known of a lead.

    Args:
        row: `id` and `COLUMNS` of the lead.
        terms: gives a term's id with those above it, the term first.
        ended: when its outcome came; now for an open lead; None where nobody knows.
        moments: when somebody spoke to it, ascending.
    """
    traits: dict[str, Levels | float | None] = {
        "source": terms(row["source_id"]) if row["source_id"] else (),
        "industry": terms(row["industry_id"]) if row["industry_id"] else (),
        "place": _names(row["city"], row["province"], row["country"]),
    }
    for key in ("origin", "campaign", "job_title"):
        traits[key] = _names(row[key])
    for key in COUNTED:
        traits[key] = None if row[key] is None else float(row[key])
    return traits | activity(arrived(row["id"]), ended, moments)


def activity(came: datetime | None, ended: datetime | None, moments: Sequence[datetime]) -> dict[str, float | None]:
    """Return the `TIMED` traits: of the first `WINDOW` of a lead that was open all the while, else None for each.

    A lead came when it was entered, or when somebody spoke to it first, if that was earlier (imports bring old talks along).
    """
    nothing: dict[str, float | None] = dict.fromkeys(TIMED)
    if came is None or ended is None:
        return nothing
    begin = min(came, moments[0]) if moments else came
    if ended - begin < WINDOW:
        return nothing
    early = [moment for moment in moments if moment <= begin + WINDOW]
    return {
        "follow_ups": float(len(early)),
        "first_contact_days": (early[0] - begin) / _DAY if early else None,
        "contact_gap_days": (early[-1] - early[0]) / _DAY / (len(early) - 1) if len(early) > 1 else None,
    }


def arrived(lead_id: str) -> datetime | None:
    """Return when a lead was entered: its id is a UUIDv7 and says so; None for an id of another kind."""
    if len(lead_id) != 32 or lead_id[12] != "7":
        return None
    try:
        return datetime.fromtimestamp(int(lead_id[:12], 16) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _names(*values: str | None) -> Levels:
    return tuple(value.strip() for value in values if value and value.strip())
