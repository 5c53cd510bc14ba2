"""What rows become, by the value of the column that says what they are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from crmdesk.exchange.field_names import normal_name
from crmdesk.exchange.mapping import RowRole
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports import choices

_MOST_VALUES: Final = 40
_COLUMNS: Final = 2


class RolesEditor(QWidget):
    """One box for each value found, and one for all others.

    Signals:
        edited: by the user.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, tuple[str, RowRole]] = {}
        self._boxes: dict[str, QComboBox] = {}
        title = QLabel(self.tr("What the rows become"), self)
        mark(title, textRole="strong")
        self._grid_place = QVBoxLayout(self)
        self._grid_place.setContentsMargins(0, 0, 0, GAP)
        self._grid_place.addWidget(title)
        self._grid: QWidget | None = None
        self._other: QComboBox | None = None

    @property
    def roles(self) -> tuple[tuple[str, RowRole], ...]:
        """The roles, those of values that the preview does not show included."""
        return tuple(self._known.values())

    @property
    def default_role(self) -> RowRole:
        """What rows of any other kind become."""
        return RowRole.SITE if self._other is None else RowRole(self._other.currentData())

    def set_roles(self, kinds: Sequence[str], roles: Sequence[tuple[str, RowRole]], default_role: RowRole) -> None:
        """Show the roles of these values."""
        self._known = {normal_name(kind): (kind, role) for kind, role in roles}
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = QWidget(self)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        self._boxes = {}
        for place, kind in enumerate(kinds[:_MOST_VALUES]):
            known = self._known.get(normal_name(kind))
            self._boxes[kind] = self._box(grid, place, kind, known[1] if known is not None else default_role)
        self._other = self._box(grid, len(self._boxes), self.tr("anything else"), default_role)
        grid.setColumnStretch(_COLUMNS * 2, 1)
        self._grid_place.addWidget(self._grid)

    def _box(self, grid: QGridLayout, place: int, words: str, role: RowRole) -> QComboBox:
        box = QComboBox(grid.parentWidget())
        for each, text in choices.roles():
            box.addItem(text, each)
        box.setCurrentIndex(box.findData(role))
        box.setAccessibleName(words)
        box.activated.connect(self._on_role_chosen)
        label = QLabel(words, grid.parentWidget())
        label.setBuddy(box)
        row, side = divmod(place, _COLUMNS)
        grid.addWidget(label, row, side * 2)
        grid.addWidget(box, row, side * 2 + 1)
        return box

    @Slot()
    def _on_role_chosen(self) -> None:
        for kind, box in self._boxes.items():
            name = normal_name(kind)
            role = RowRole(box.currentData())
            if name in self._known or role is not self.default_role:
                self._known[name] = (self._known.get(name, (kind, role))[0], role)
        self.edited.emit()
