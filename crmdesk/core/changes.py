"""What a finished action touched: made by the unit of work, carried to the screens by the change bus."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

MANY: Final = 500
"""Above this number of records of one kind the ids are not listed; listeners reload what they show."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds (table names) and ids one transaction touched.

    Attributes:
        action: what was done, e.g. `edit`, `import`, `undo` (`core.vocabulary.ActionKind` values).
        transaction: id of the transaction in the change log, None when nothing was written.
        touched: kind → ids, or None in place of the ids where more than `MANY` were touched.
        initiator: who asked, as an opaque token; a screen that made the change itself can skip it.
    """

    action: str = ""
    transaction: str | None = None
    touched: Mapping[str, frozenset[str] | None] = field(default_factory=lambda: MappingProxyType({}))
    initiator: str = ""

    def __bool__(self) -> bool:
        """Whether anything was touched at all."""
        return bool(self.touched)

    def concerns(self, kind: str, record_id: str | None = None) -> bool:
        """Whether records of `kind` (and, when given, this one) may have changed."""
        if kind not in self.touched:
            return False
        ids = self.touched[kind]
        return ids is None or record_id is None or record_id in ids
