"""Where somebody wants to go from the record that is shown."""

from dataclasses import dataclass
from enum import Enum, auto

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey


class Way(Enum):
    """Where somebody wants to go from a record."""

    RECORD = auto()
    NEW = auto()
    CLOSE = auto()
    BACK = auto()


@dataclass(frozen=True, slots=True)
class Destination:
    """What is to be shown next: a record, a draft of a kind (below `key`), or the window is to be closed."""

    way: Way
    key: RecordKey | None = None
    kind: RecordKind = RecordKind.COMPANY
