"""What is split: the chosen accounts, everything below a company, or all that an import brought."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.words import time_text

if TYPE_CHECKING:
    from crmdesk.services.splitting.service import RecentImport

CHOSEN: Final = "chosen"
BELOW: Final = "below"
IMPORT: Final = "import"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is split: `CHOSEN`, `BELOW` or `IMPORT` with its transaction."""

    what: str
    transaction: str = ""


class ChoicePage(QWidget):
    """Asks what is split; only what can be chosen is shown.

    Signals:
        choice_edited: the user chose something else.
    """

    choice_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Which accounts hold several addresses?"), self)
        mark(title, textRole="recordTitle")
        hint = QLabel(
            self.tr(
                "Each place a customer works at becomes a site of its own, with its people, notes and addresses. "
                "You see the proposal first, and one undo takes all of it back."
            ),
            self,
        )
        hint.setWordWrap(True)
        mark(hint, textRole="secondary")
        self._chosen = QRadioButton(self)
        self._below = QRadioButton(self.tr("These and all companies below them"), self)
        self._import = QRadioButton(self)
        self._group = QButtonGroup(self)
        for button in (self._chosen, self._below, self._import):
            self._group.addButton(button)
        self._imports = QListWidget(self)
        self._imports.setAccessibleName(self.tr("Recent imports"))
        self._answer = QLabel(self)
        self._answer.setWordWrap(True)
        self._answer.hide()
        mark(self._answer, textRole="strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for widget in (title, hint, self._answer, self._chosen, self._below, self._import):
            layout.addWidget(widget)
        layout.addWidget(self._imports, 1)
        layout.addStretch(0)
        self._group.buttonClicked.connect(self._on_clicked)
        self._imports.currentRowChanged.connect(self._on_import_chosen)

    def show_choices(self, chosen: str, imports: "Sequence[RecentImport]", *, has_company: bool) -> None:
        """Show what can be split; `chosen` names the chosen accounts, empty for none."""
        self.name_chosen(chosen)
        self._chosen.setVisible(bool(chosen))
        self._below.setVisible(has_company)
        self._import.setEnabled(bool(imports))
        self._import.setText(
            self.tr("Everything an import brought:") if imports else self.tr("Everything an import brought (there is none yet)")
        )
        self._imports.setVisible(bool(imports))
        self._imports.clear()
        for item in imports:
            row = QListWidgetItem(self.tr("{file} – {at}").format(file=item.label, at=time_text(item.at)), self._imports)
            row.setData(Qt.ItemDataRole.UserRole, item.transaction)
        if imports:
            self._imports.setCurrentRow(0)
        (self._chosen if chosen else self._import).setChecked(True)

    def name_chosen(self, names: str) -> None:
        """Say which accounts are chosen."""
        self._chosen.setText(self.tr("The chosen accounts: {names}").format(names=names).replace("&", "&&"))

    def choose_below(self) -> bool:
        """Choose what lies below a company; return False where there is no company."""
        if not self._below.isVisibleTo(self):
            return False
        self._below.setChecked(True)
        return True

    def show_answer(self, text: str) -> None:
        """Say what came of the last choice; empty takes it away."""
        self._answer.setText(text)
        self._answer.setVisible(bool(text))

    @property
    def choice(self) -> Choice | None:
        """What is chosen, None when nothing can be."""
        if self._below.isChecked():
            return Choice(BELOW)
        if self._import.isChecked():
            if self._imports.currentRow() < 0:
                return None
            return Choice(IMPORT, str(self._imports.currentItem().data(Qt.ItemDataRole.UserRole)))
        return Choice(CHOSEN) if self._chosen.isVisibleTo(self) else None

    @Slot()
    def _on_clicked(self) -> None:
        self.choice_edited.emit()

    @Slot(int)
    def _on_import_chosen(self, row: int) -> None:
        if row >= 0 and self._imports.hasFocus():
            self._import.setChecked(True)
            self.choice_edited.emit()
