"""One operation's turn: who does what, in which commit; and the two ways in which it changes a record."""

from dataclasses import dataclass
from typing import Any

from crmdesk.sync.protocol import Op
from tests.sync.twin.state import Row, State

Verdict = tuple[str, dict[str, Any] | None]
"""Outcome and what the laptop is told beside it."""


@dataclass(slots=True)
class Turn:
    """What every rule needs to know. `user` is who decides (of an accepted edit: the one who accepts)."""

    state: State
    user: str
    n: int
    op: Op

    @property
    def now(self) -> str:
        """The centre's clock."""
        return self.state.now


def write(turn: Turn, row: Row, field: str, value: Any) -> None:
    """Set one field as the person of this turn."""
    row[field] = value
    sign(turn, row)


def sign(turn: Turn, row: Row) -> None:
    """Note who changed a record last, and when."""
    row["rv"] = turn.n
    row["by_user"] = turn.user
    row["by_at"] = turn.now


def touch(turn: Turn, row: Row) -> None:
    """Give a record the commit's number: it changed, though not by this person's own word."""
    row["rv"] = turn.n
