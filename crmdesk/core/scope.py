"""Where in the tree a list, a search or a report looks."""

from dataclasses import dataclass

from crmdesk.core.vocabulary import RecordKind


@dataclass(frozen=True, slots=True)
class Under:
    """Only what lies below a company or site of the tree, the node itself included; `negated`: only what does not.

    People lie where they work: below every company of which they have an open position.
    """

    kind: RecordKind
    id: str
    negated: bool = False
