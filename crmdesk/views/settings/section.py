"""One section of the settings page: a title and rows of a label, an input and a sentence about it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext

LABEL_WIDTH: Final = 180
READING_WIDTH: Final = 820


class Section(QWidget):
    """Base of the sections. A change of language builds a section anew, so its texts are set once.

    Signals:
        section_asked: (str key of another section, str what it is to show there, which may be empty).
    """

    section_asked = Signal(str, str)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setMaximumWidth(READING_WIDTH)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, MARGIN)
        self._box.setSpacing(MARGIN)
        self._is_filled = False
        self._rows: QGridLayout | None = None

    def show_part(self, part: str) -> None:
        """Show what another section asked for."""

    def show_title(self, title: str) -> None:
        """Begin with the section's title."""
        self.setAccessibleName(title)
        self._box.addWidget(make_label(title, "pageTitle", self))

    def add_caption(self, text: str) -> None:
        """Begin a group of rows."""
        self._rows = None
        self._box.addSpacing(GAP)
        self._box.addWidget(make_label(text, "strong", self))

    def add_row(self, label: str, field: QWidget, hint: str = "") -> QLabel:
        """Add a row; return the label of the hint, whose text may change."""
        if self._rows is None:
            self._rows = QGridLayout()
            self._rows.setHorizontalSpacing(MARGIN)
            self._rows.setVerticalSpacing(GRID)
            self._rows.setColumnMinimumWidth(0, LABEL_WIDTH)
            self._rows.setColumnStretch(1, 100)
            self._box.addLayout(self._rows)
        at = self._rows.rowCount()
        name = make_label(label, "", self)
        name.setBuddy(field)
        field.setAccessibleName(without_mnemonic(label))
        is_wide = isinstance(field, QLabel) or field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        alignment = Qt.AlignmentFlag(0) if is_wide else Qt.AlignmentFlag.AlignLeft
        self._rows.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        name.setContentsMargins(0, 4, 0, 0)
        name.setFixedWidth(LABEL_WIDTH)
        self._rows.addWidget(field, at, 1, alignment)
        told = make_label(hint, "small", self)
        told.setVisible(bool(hint))
        told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # or the labels' column grows
        self._rows.addWidget(told, at + 1, 1)
        self._rows.setRowMinimumHeight(at + 2, GRID)
        return told

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something over the whole width."""
        self._rows = None
        self._box.addWidget(widget, stretch)

    def finish(self) -> None:
        """Leave the height that is left below the last row, unless something fills it."""
        if not self._is_filled:
            self._box.addStretch(1)

    def add_filling(self, layout: QLayout) -> None:
        """Add what takes the height that is left."""
        self._rows = None
        self._is_filled = True
        self._box.addLayout(layout, 1)


def make_label(text: str, role: str, parent: QWidget) -> QLabel:
    """Return a label that wraps."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    if role:
        mark(label, textRole=role)
    return label
