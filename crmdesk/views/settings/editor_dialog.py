"""A dialog of the settings: what is edited, what is wrong with it, Save by Ctrl+Enter and Cancel by Esc; one undo afterwards."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

_AROUND: Final = QSize(16, 48)
"""Left of the screen for the frame of the window."""


class EditorDialog(QDialog):
    """Subclasses fill `body`, return what to do from `command` and the sentence of the undo bar from `said`.

    Signals:
        saved: str id of what a command made, empty when it changed something that was there.
    """

    saved = Signal(str)

    def __init__(self, context: ViewContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._said = ""
        mark(self, surface="surface")
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.save_button.setToolTip(self.tr("Save  Ctrl+Enter"))
        mark(self.save_button, kind="primary")
        self.save_button.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GAP)
        self.buttons.addWidget(self.problem, 1)
        self.buttons.addStretch(0)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.buttons)

    def open_at(self, size: QSize) -> None:
        """Be as large as this, or as the screen allows: a small screen may be scaled up."""
        self.resize(size.boundedTo(self.screen().availableSize() - _AROUND))

    def command(self) -> Callable[[], Any] | None:
        """Return what to do in a worker, giving `Changes` or (id, `Changes`); None: not yet, and why was said."""
        raise NotImplementedError

    def said(self) -> str:
        """Return the sentence of the undo bar."""
        raise NotImplementedError

    def refuse(self, text: str) -> None:
        """Say why it was not done."""
        self.problem.setText(text)
        self.problem.show()
        self.save_button.setEnabled(True)

    @Slot()
    def save(self) -> None:
        """Store what stands in the dialog and close it."""
        work = self.command() if self.save_button.isEnabled() else None
        if work is None:
            return
        self.save_button.setEnabled(False)
        self._said = self.said()
        self._context.tasks.write(work, done=self._on_done, failed=self._on_refused)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        made, changes = result if isinstance(result, tuple) else ("", result)
        if isinstance(changes, Changes) and changes.transaction is not None:
            UndoSteps.of(self._context).offer(self._said, changes)
        self.saved.emit(str(made))
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.refuse(refusal_text(error))
