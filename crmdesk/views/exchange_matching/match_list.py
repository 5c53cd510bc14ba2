"""The list of pairs, worked through with the keyboard."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.services.duplicate_groups import Confidence
from crmdesk.services.first_matches import WHY_LABELS
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.duplicates.wording import confidence_look
from crmdesk.views.words import word

if TYPE_CHECKING:
    from crmdesk.services.first_connection import Proposal

_KEYS: Final = {Qt.Key.Key_S: "same", Qt.Key.Key_N: "apart", Qt.Key.Key_L: "later"}


class MatchList(RowsView):
    """S, N and L decide on the selected pairs.

    Signals:
        decision_asked: str, `same`, `apart` or `later`.
    """

    decision_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposals: tuple[Proposal, ...] = ()
        columns = (
            Column("confidence", "", 96, CellKind.CHIP, sortable=False, fixed=True),
            Column("kind", "", 76, sortable=False),
            Column("theirs", "", 200, sortable=False, stretches=True),
            Column("mine", "", 200, sortable=False, stretches=True),
            Column("why", "", 120, sortable=False),
        )
        self._rows_model = RowsModel(columns, parent=self)
        self.show_rows(self._rows_model, self._rows_model)
        self._retranslate()

    @property
    def proposals(self) -> "tuple[Proposal, ...]":
        """The pairs shown, in order."""
        return self._proposals

    @property
    def current(self) -> "Proposal | None":
        """The pair the cursor is on."""
        row = self.current_row
        return None if row is None or row >= len(self._proposals) else self._proposals[row]

    @property
    def chosen(self) -> "tuple[Proposal, ...]":
        """The selected pairs."""
        return tuple(self._proposals[row] for rows in self.selected_ranges() for row in rows if row < len(self._proposals))

    def show_proposals(self, proposals: "Sequence[Proposal]") -> None:
        """Show pairs; the cursor stays at the place where it was."""
        row = self.current_row or 0
        self._proposals = tuple(proposals)
        self._rows_model.set_rows([_row(proposal) for proposal in proposals])
        if proposals:
            self.go_to(min(row, len(proposals) - 1))

    def select_certain(self) -> None:
        """Select the pairs that are certain and were not put off."""
        chosen = QItemSelection()
        for row, proposal in enumerate(self._proposals):
            if proposal.confidence is Confidence.CERTAIN and not proposal.is_later:
                index = self._rows_model.index(row, 0)
                chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(chosen, flags)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        decision = _KEYS.get(Qt.Key(event.key())) if plain else None
        if decision is not None:
            self.decision_asked.emit(decision)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pairs that may be the same"))
        titles = (self.tr("Confidence"), self.tr("Kind"), self.tr("At the centre"), self.tr("Here"), self.tr("Why"))
        self._rows_model.set_titles(titles)
        self._rows_model.set_rows([_row(proposal) for proposal in self._proposals])


def _row(proposal: "Proposal") -> TableRow:
    match = proposal.match
    why = QCoreApplication.translate("first_connection", WHY_LABELS[match.why])
    if proposal.is_later:
        why = QCoreApplication.translate("MatchList", "Later")
    role = Role.SECONDARY if proposal.is_later else Role.TEXT
    return TableRow(
        match.key,
        {
            "confidence": Cell(chip=confidence_look(proposal.confidence)),
            "kind": Cell(word(match.kind), role=Role.SECONDARY),
            "mine": Cell(proposal.mine, role=role, tooltip=proposal.mine),
            "theirs": Cell(proposal.theirs, role=role, tooltip=proposal.theirs),
            "why": Cell(why, role=Role.SECONDARY),
        },
    )
