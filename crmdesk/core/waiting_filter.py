"""Which waiting records a list of a pool shows: plain values that screens and services share."""

from dataclasses import dataclass

from crmdesk.core.vocabulary import RecordKind


@dataclass(frozen=True, slots=True)
class WaitingFilter:
    """What waits in one of these pools.

    Attributes:
        pools: ids. kind: leads, or accounts (sites) without business.
        text: what the search would find it by; empty does not narrow.
    """

    pools: tuple[str, ...]
    kind: RecordKind = RecordKind.LEAD
    text: str = ""
