"""Lines that give leads of a place, or of an industry, to a person."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark

_WIDTH = 240
_PERSON_WIDTH = 180
_INDUSTRY_WIDTH = 350
"""Their names are long."""
Named = Sequence[tuple[str, str]]
"""Ids and names."""


class _Line(QWidget):
    """A place or an industry, and a person."""

    edited = Signal()
    removed = Signal()

    def __init__(self, values: Named | None, people: Named, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = QLineEdit(self)
        self._industry = QComboBox(self)
        self._industry.addItem(self.tr("Choose an industry"), "")
        for key, name in values or ():
            self._industry.addItem(name, key)
        self._is_industry = values is not None
        self._place.setPlaceholderText(self.tr("Province or city"))
        self._place.setAccessibleName(self.tr("Province or city"))
        self._industry.setAccessibleName(self.tr("Industry"))
        self._place.setVisible(not self._is_industry)
        self._industry.setVisible(self._is_industry)
        self._person = QComboBox(self)
        self._person.setAccessibleName(self.tr("Person"))
        for key, name in people:
            self._person.addItem(name, key)
        self._place.setFixedWidth(_WIDTH)
        self._industry.setFixedWidth(_INDUSTRY_WIDTH)
        self._person.setFixedWidth(_PERSON_WIDTH)
        remove = QToolButton(self)
        remove.setIcon(icon("x"))
        remove.setToolTip(self.tr("Remove this line"))
        remove.setAccessibleName(self.tr("Remove this line"))
        self._place.textEdited.connect(self._on_edited)
        self._industry.activated.connect(self._on_edited)
        self._person.activated.connect(self._on_edited)
        remove.clicked.connect(self._on_removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._place)
        layout.addWidget(self._industry)
        layout.addWidget(QLabel("→", self))
        layout.addWidget(self._person)
        layout.addWidget(remove)
        layout.addStretch(1)

    @property
    def pair(self) -> tuple[str, str]:
        """The place or the industry's id, and the person's id; one may be empty."""
        value = self._industry.currentData() if self._is_industry else self._place.text().strip()
        return str(value or ""), str(self._person.currentData() or "")

    def focus_first(self) -> None:
        """Put the keyboard on what is asked first."""
        (self._industry if self._is_industry else self._place).setFocus()

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit()


class ShareEditor(QWidget):
    """Lines that can be added and removed; the first is there from the start.

    Signals:
        edited: by the user.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._values: Named | None = None
        self._people: Named = ()
        self._add = QPushButton(self)
        self._add.setAutoDefault(False)
        mark(self._add, kind="quiet")
        self._add.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addLayout(foot)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The finished lines: place or industry's id, person's id."""
        return tuple(pair for line in self._lines if all(pair := line.pair))

    def offer(self, values: Named | None, people: Named) -> None:
        """Begin anew with one empty line; `values` are industries, None asks for places."""
        self._values, self._people = values, people
        for line in tuple(self._lines):
            self._drop(line)
        self._add.setText(self.tr("Add a province or city") if values is None else self.tr("Add an industry"))
        self._append()

    def focus_first(self) -> None:
        """Put the keyboard on the first line."""
        if self._lines:
            self._lines[0].focus_first()

    def _append(self) -> _Line:
        line = _Line(self._values, self._people, self)
        line.edited.connect(self.edited)
        line.removed.connect(self._on_removed)
        self._layout.insertWidget(len(self._lines), line)
        self._lines.append(line)
        return line

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()

    @Slot()
    def _on_add(self) -> None:
        self._append().focus_first()

    @Slot()
    def _on_removed(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self._drop(line)
            self.edited.emit()
