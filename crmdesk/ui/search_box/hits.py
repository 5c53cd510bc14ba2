"""What a search shows: hits in groups, as a list model."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crmdesk.ui.chips import ChipLook


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found.

    Attributes:
        title: first line.
        payload: what `SearchBox.hit_activated` is about; the toolkit does not look into it.
        title_spans: (start, length) in `title` that matched, in UTF-16 units as Qt counts (equal to Python's for all but rare characters).
        subtitle: second line, e.g. a path or an address.
        subtitle_spans: likewise in `subtitle`.
        detail: at the right of the first line, e.g. a code.
        badge: a chip at the far right.
        icon: name of an icon (`icons`).
        group: caption above the first hit of each group; hits of a group stand together.
    """

    title: str
    _: KW_ONLY
    payload: Any = field(default=None, compare=False)
    title_spans: tuple[tuple[int, int], ...] = ()
    subtitle: str = ""
    subtitle_spans: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    badge: ChipLook | None = None
    icon: str = ""
    group: str = ""


class RowKind(IntEnum):
    """The kinds of rows in the list."""

    HIT = 0
    CAPTION = 1
    NOTE = 2  # a sentence, e.g. that nothing was found


_CHOOSABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable  # made once: a view asks twice a row at every paint
_NONE: Final = Qt.ItemFlag.NoItemFlags
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class SearchHitModel(QAbstractListModel):
    """Hits with captions between the groups; only hits can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[RowKind, str, SearchHit | None]] = []

    def show_hits(self, hits: Sequence[SearchHit], note: str = "") -> None:
        """Replace everything."""
        rows: list[tuple[RowKind, str, SearchHit | None]] = [(RowKind.NOTE, note, None)] if note else []
        group = ""
        for hit in hits:
            if hit.group != group:
                group = hit.group
                if group:
                    rows.append((RowKind.CAPTION, group, None))
            rows.append((RowKind.HIT, hit.title, hit))
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> Sequence[tuple[RowKind, str, SearchHit | None]]:
        """Return kind, first line and hit of each row."""
        return self._rows

    def row_at(self, row: int) -> tuple[RowKind, str, SearchHit | None]:
        """Return kind, first line and hit of a row.

        Raises:
            IndexError: there is no such row.
        """
        return self._rows[row]

    def hit_at(self, row: int) -> SearchHit | None:
        """Return the hit of a row, None for captions, notes and rows that are not there."""
        return self._rows[row][2] if 0 <= row < len(self._rows) else None

    def next_hit_row(self, row: int, step: int) -> int:
        """Return the next row with a hit from `row` (exclusive) in the direction of `step`, -1 when there is none."""
        row += step
        while 0 <= row < len(self._rows):
            if self._rows[row][0] is RowKind.HIT:
                return row
            row += step
        return -1

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = index.row()  # -1 when it is not valid
        return _CHOOSABLE if row >= 0 and self._rows[row][2] is not None else _NONE

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        _kind, text, hit = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (text, hit.subtitle, hit.detail) if part) if hit else text
            case _:
                return None
