"""The dialog that takes a conversion back, or lists what was built on it since."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.services.record_fields import field_info
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.words import field_label, refusal_text, time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.core.changes import Changes
    from crmdesk.services.conversion import BuiltOn

_SIZE: Final = QSize(560, 320)
_BETWEEN: Final = " · "


class UndoDialog(QDialog):
    """Asks what was built on the conversion; with nothing in the way one press takes it back.

    Signals:
        undone: `Changes`, afterwards.
    """

    undone = Signal(object)

    def __init__(self, context: ViewContext, lead_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lead_id = lead_id
        self.resize(_SIZE)
        mark(self, surface="surface")
        self.setWindowTitle(self.tr("Undo the conversion"))
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.built = QListWidget(self)
        self.built.setAccessibleName(self.tr("What was built on it"))
        self.built.hide()
        self.undo_button = QPushButton(self.tr("Make it a lead again"), self)
        self.undo_button.setDefault(True)
        self.undo_button.setEnabled(False)
        mark(self.undo_button, kind="primary")
        self.undo_button.clicked.connect(self._on_undo_clicked)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.said)
        layout.addWidget(self.built, 1)
        layout.addStretch(0)
        layout.addLayout(buttons)
        work = partial(context.services.conversion.built_on, lead_id)
        context.tasks.read(work, done=self._on_known, failed=self._on_refused)

    @Slot(object)
    def _on_known(self, built: "tuple[BuiltOn, ...]") -> None:
        self.undo_button.setEnabled(not built)
        if not built:
            self.said.setText(
                self.tr(
                    "What the conversion made goes, what it filled is empty again. The lead is as it was, with all its follow-ups."
                )
            )
            return
        self.said.setText(self.tr("This was built on it since. Take it back first, then the conversion:"))
        self.built.clear()
        self.built.addItems([self._line(one) for one in built])
        self.built.show()

    @staticmethod
    def _line(one: "BuiltOn") -> str:
        info = None if one.field is None else field_info(one.kind, one.field)
        what = "" if info is None else field_label(info.label)
        when = "" if one.at is None else time_text(one.at)
        return _BETWEEN.join(filter(None, (word(one.kind), one.name, what, one.user or "", when)))

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.undo_button.setEnabled(False)
        work = partial(self._context.services.conversion.undo, self._lead_id)
        self._context.tasks.write(work, done=self._on_undone, failed=self._on_refused)

    @Slot(object)
    def _on_undone(self, changes: "Changes") -> None:
        self._context.published(changes)
        self._context.frame.show_message(self.tr("The conversion was undone."), Severity.OK)
        self.undone.emit(changes)
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.said.setText(refusal_text(error))
        self.undo_button.setEnabled(False)
