"""A small dialog for one command on leads: a few inputs, one button, refusals as sentences beside it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.targets import Targets
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.taxonomies import TermRow

_WIDTH: Final = 440


class SmallDialog(QDialog):
    """Ctrl+Enter or the button does it; subclasses add rows to `fields` and say what is done."""

    def __init__(self, context: ViewContext, targets: Targets, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._targets = targets
        self._said = ""
        mark(self, surface="surface")
        self.setMinimumWidth(_WIDTH)
        self.setWindowTitle(title)
        self.fields = QFormLayout()
        self.fields.setHorizontalSpacing(MARGIN)
        self.fields.setVerticalSpacing(GAP)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.do_button = QPushButton(verb, self)
        self.do_button.setDefault(True)
        self.do_button.setToolTip(self.tr("{verb}  Ctrl+Enter").format(verb=verb))
        mark(self.do_button, kind="primary")
        self.do_button.clicked.connect(self._on_do)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_do)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.do_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(self.fields)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def add_choice(self, label: str) -> QComboBox:
        """Add a list to choose from, empty still."""
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.setAccessibleName(label)
        self.fields.addRow(label, box)
        return box

    @staticmethod
    def offer_terms(box: QComboBox, terms: "tuple[TermRow, ...]") -> None:
        """Offer terms below a first entry that is none."""
        box.clear()
        box.addItem("—", "")
        for term in terms:
            box.addItem(term.name, term.id)

    def command(self) -> Callable[[], Changes] | None:
        """Return what to do in a worker; None: something is missing, and it was said (`refuse`)."""
        raise NotImplementedError

    def said(self) -> str:
        """Return the sentence of the undo bar."""
        raise NotImplementedError

    def refuse(self, text: str) -> None:
        """Say why it was not done."""
        self.problem.setText(text)
        self.problem.show()
        self.do_button.setEnabled(True)

    @Slot()
    def _on_do(self) -> None:
        work = self.command()
        if work is None:
            return
        self.do_button.setEnabled(False)
        self._said = self.said()
        self._context.tasks.write(work, done=self._on_done, failed=self._on_refused)

    @Slot(object)
    def _on_done(self, changes: Changes) -> None:
        steps = UndoSteps.of(self._context)
        steps.offer(self._said, changes)
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.refuse(refusal_text(error))


def call(fn: Callable[..., Changes], *args: object) -> Callable[[], Changes]:
    """Return a command with its arguments bound."""
    return partial(fn, *args)
