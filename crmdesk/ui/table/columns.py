"""Columns and cells as data: what a table or tree shows, without a word about where it comes from."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt

from crmdesk.ui.chips import ChipLook
from crmdesk.ui.theme.tokens import Role

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""Made once: combining two Qt flags costs 20 µs, and painting needs them for every cell."""


class CellKind(Enum):
    """How a column's cells are drawn and aligned."""

    TEXT = "text"
    NUMBER = "number"
    """Right aligned with tabular figures."""
    CHIP = "chip"
    """A shape and a word in a role colour."""
    CODE = "code"
    """Fixed-width letters and digits."""


class Severity(Enum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def role(self) -> Role:
        """The colour a problem is drawn in."""
        return _ROLES[self]


_ROLES = {Severity.ERROR: Role.BAD, Severity.WARNING: Role.WARN, Severity.INFO: Role.INFO}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value ready to be drawn.

    Attributes:
        text: the formatted text; the same text is copied.
        role: colour of the text; None for plain text.
        chip: drawn instead of the text; `text` is then only what is copied and spoken (the chip's word when empty).
        tooltip: shown on hover; when empty a text that does not fit shows itself.
        severity: the cell is marked as a problem.
    """

    text: str = ""
    role: Role | None = None
    chip: ChipLook | None = None
    tooltip: str = ""
    severity: Severity | None = None

    @property
    def words(self) -> str:
        """What is copied and spoken."""
        return self.text or (self.chip.text if self.chip is not None else "")


EMPTY_CELL = Cell()


@dataclass(frozen=True, slots=True)
class Column:
    """One column a user can show, hide, move and size.

    Attributes:
        key: stable name; also the sort column sent to the source.
        title: translated heading.
        width: first width in pixels at 100 %.
        kind: how its cells are drawn.
        sortable: whether a click on the heading asks for this order.
        shown: whether it is shown until the user chooses.
        fixed: the first column of a tree: never hidden nor moved.
        stretches: takes the width that is left over.
        tooltip: explains the heading.
    """

    key: str
    title: str
    width: int = 120
    kind: CellKind = CellKind.TEXT
    sortable: bool = True
    shown: bool = True
    fixed: bool = False
    stretches: bool = False
    tooltip: str = ""

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where cells and heading stand: numbers at the right, all else at the left."""
        return RIGHT if self.kind is CellKind.NUMBER else LEFT


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """Where the user put one column."""

    key: str
    width: int
    shown: bool = True


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """The user's choice of columns, in their order; saved and restored by key, so columns may come and go between versions."""

    places: tuple[ColumnPlace, ...] = field(default=())

    def to_plain(self) -> list[dict[str, object]]:
        """Return the layout as lists and dictionaries a settings file can hold."""
        return [{"key": place.key, "width": place.width, "shown": place.shown} for place in self.places]

    @staticmethod
    def from_plain(plain: object) -> "ColumnLayout":
        """Read what `to_plain` wrote; anything unreadable is left out."""
        places = []
        for item in plain if isinstance(plain, list) else ():
            if not isinstance(item, dict):
                continue
            key, width = item.get("key"), item.get("width")
            if isinstance(key, str) and isinstance(width, int) and 0 < width < 10_000:
                places.append(ColumnPlace(key, width, bool(item.get("shown", True))))
        return ColumnLayout(tuple(places))
