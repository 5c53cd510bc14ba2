"""Where somebody wants to go from the record that is shown."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey

PEOPLE: Final = "people"
"""Behind `#` in the key of a site that somebody wants to see: its people rather than what was shown of the last one."""


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
