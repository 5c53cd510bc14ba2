"""Three values side by side: what was there before, what the centre has, what was wanted instead – each with who and when."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from crmdesk.ui.theme.metrics import GRID, MARGIN
from crmdesk.ui.theme.sheet import mark

_EMPTY = "—"


@dataclass(frozen=True, slots=True)
class Column:
    """One value: its heading, who and when (empty where unknown), the text, and whether it differs from the first."""

    title: str
    author: str
    text: str
    differs: bool = False


class SideColumns(QWidget):
    """Shows as many columns as there are values; long texts wrap, every value can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * MARGIN)
        self._grid.setVerticalSpacing(GRID)
        self._shown: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """What is shown."""
        return self._shown

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other values."""
        if columns == self._shown:
            return
        self._shown = columns
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, column in enumerate(columns):
            self._grid.setColumnStretch(at, 1)
            for row, (text, role) in enumerate(
                ((column.title, "small"), (column.author, "small"), (column.text or _EMPTY, "strong" if column.differs else ""))
            ):
                label = self._label(text, role)
                label.setAccessibleName(f"{column.title}: {text}" if row else text)
                self._grid.addWidget(label, row, at, Qt.AlignmentFlag.AlignTop)
                label.show()
        self._grid.setRowStretch(3, 1)  # what is left over stays below
        for at in range(len(columns), 3):
            self._grid.setColumnStretch(at, 0)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if role:
            mark(label, textRole=role)
        return label
