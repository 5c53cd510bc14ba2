"""Asks where many records move to, or whether they shall move there, and shows beforehand what that changes."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.move_words import sections
from crmdesk.views.accounts.record_picker import RecordPicker
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.moves import MovePreview

_WIDTH: Final = 640
_HEIGHT: Final = 560
_SHOWN_ROWS: Final = 6


class MoveDialog(QDialog):
    """Shows a move before it is made; Enter makes it.

    Attributes:
        shown_lines: what is shown, captions and lines.

    Signals:
        move_confirmed: (keys as a tuple of `RecordKey`, `RecordKey` of the company or None for the top).
    """

    move_confirmed = Signal(object, object)

    def __init__(self, context: ViewContext, keys: tuple[RecordKey, ...], parent: QWidget, *, with_picker: bool) -> None:
        super().__init__(parent)
        self._context = context
        self._keys = keys
        self._target: RecordKey | None = None
        self.shown_lines: list[str] = []
        self.setWindowTitle(self.tr("Move"))
        self.resize(_WIDTH, _HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        self.picker: RecordPicker | None = None
        if with_picker:
            layout.addWidget(self._make_title(self.tr("Move %n records under which company?", "", len(keys))))
            only_companies = all(key.kind is RecordKind.COMPANY for key in keys)
            self.picker = RecordPicker(context, keys, self, rows=_SHOWN_ROWS, with_top=only_companies)
            self.picker.search.setAccessibleName(self.tr("Company to move to"))
            self.picker.record_chosen.connect(self._on_record_chosen)
            self.picker.record_picked.connect(self._on_record_picked)
            layout.addWidget(self.picker)
        else:
            layout.addWidget(self._make_title(self.tr("More than the place changes. Move all the same?")))
        self._effects = QWidget(self)
        mark(self._effects, surface="surface")
        self._lines = QVBoxLayout(self._effects)
        self._lines.setContentsMargins(0, GRID, 0, GRID)
        self._lines.setSpacing(GRID)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("What changes"))
        scroll.setWidget(self._effects)
        layout.addWidget(scroll, 1)
        buttons = QDialogButtonBox(self)
        self.move_button = QPushButton(self.tr("&Move"), self)
        mark(self.move_button, kind="primary")
        self.move_button.setDefault(True)
        self.move_button.setEnabled(False)
        buttons.addButton(self.move_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel"), self), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._show_lines([], self.tr("Choose a company: what the move changes is shown here.") if with_picker else "")

    def ask_about(self, target: RecordKey | None) -> None:
        """Work out and show what moving there changes."""
        self._target = target
        self.move_button.setEnabled(False)
        preview = self._context.services.moves.preview
        work = partial(preview, self._keys, target, language=self._context.language)
        self._context.tasks.read(work, done=self._on_previewed, failed=self._on_refused, latest="preview")

    def _make_title(self, text: str) -> QLabel:
        title = QLabel(text, self)
        title.setWordWrap(True)
        mark(title, textRole="strong")
        return title

    @Slot(object)
    def _on_record_chosen(self, target: RecordKey | None) -> None:
        self.ask_about(target)

    @Slot(object)
    def _on_record_picked(self, target: RecordKey | None) -> None:
        if self._target == target and self.move_button.isEnabled():
            self._on_accepted()
        else:
            self.ask_about(target)

    @Slot(object)
    def _on_previewed(self, preview: "MovePreview") -> None:
        self._show_lines(sections(preview), "")
        self.move_button.setEnabled(bool(preview.moved))

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._show_lines([], refusal_text(error))

    @Slot()
    def _on_accepted(self) -> None:
        self.move_confirmed.emit(self._keys, self._target)
        self.accept()

    def _show_lines(self, captions: list[tuple[str, list[str]]], note: str) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.shown_lines.clear()
        for text, role in [(note, "secondary")] if note else []:
            self._add_line(text, role)
        for caption, lines in captions:
            self._add_line(caption, "strong")
            for line in lines:
                self._add_line(line, "")
        self._lines.addStretch(1)

    def _add_line(self, text: str, role: str) -> None:
        self.shown_lines.append(text)
        label = QLabel(text, self._effects)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            mark(label, textRole=role)
        label.setContentsMargins(0 if role else GAP, 0, 0, 0)
        self._lines.addWidget(label)


def open_move(context: ViewContext, keys: tuple[RecordKey, ...], parent: QWidget, *, with_picker: bool) -> MoveDialog:
    """Open the dialog for these records, to choose a company or to confirm one that `ask_about` is told."""
    dialog = open_dialog(MoveDialog(context, keys, parent, with_picker=with_picker))
    if dialog.picker is not None:
        dialog.picker.search.setFocus()
    return dialog
