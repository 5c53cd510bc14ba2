"""What happened, what comes next, and when: one key opens it, Ctrl+Enter stores it, for one lead or many."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import ActivityKind
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.forms.editors import DateInput
from crmdesk.ui.forms.fields import FieldKind, FieldSpec
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import field_label, refusal_text, word

if TYPE_CHECKING:
    from crmdesk.core.changes import Changes

_SIZE: Final = QSize(520, 320)
_KINDS: Final = (ActivityKind.CALL, ActivityKind.VISIT, ActivityKind.MAIL, ActivityKind.MEETING, ActivityKind.NOTE)
_SOON: Final = (1, 3, 7, 14, 30)


def open_follow_up(context: ViewContext, leads: Sequence[str], name: str, parent: QWidget | None = None) -> "FollowUpDialog":
    """Open the dialog for some leads; `name` is what the title says of one of them."""
    return open_dialog(FollowUpDialog(context, leads, name, parent))


class FollowUpDialog(QDialog):
    """The text has the keyboard; Alt+1 … Alt+5 choose what it was, the buttons of days when the next step is due."""

    def __init__(self, context: ViewContext, leads: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._leads = tuple(leads)
        self.resize(_SIZE)
        mark(self, surface="surface")
        count = len(self._leads)
        title = self.tr("Follow up {name}").format(name=name) if count == 1 else self.tr("Follow up %n leads", "", count)
        self.setWindowTitle(title)
        self._name = name
        self.kinds: dict[ActivityKind, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("What happened?"))
        self.text.setAccessibleName(self.tr("What happened?"))
        self.step = QLineEdit(self)
        self.step.setMaxLength(300)
        self.step.setPlaceholderText(self.tr("Nothing planned"))
        self.day = DateInput(FieldSpec("next_step_on", "", FieldKind.DATE), self)
        self.day.setAccessibleName(field_label("Due on"))
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setToolTip(self.tr("Save the follow-up  Ctrl+Enter"))
        mark(self.save_button, kind="primary")
        self.save_button.clicked.connect(self._on_save)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._on_save)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._arrange()
        self.text.setFocus()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GAP)
        form.addRow(field_label("Next step"), self.step)
        form.addRow(field_label("Due on"), self._days())
        buttons = QHBoxLayout()
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(self._kinds())
        layout.addWidget(self.text, 1)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def _kinds(self) -> QHBoxLayout:
        kinds = QHBoxLayout()
        kinds.setSpacing(GRID)
        for number, kind in enumerate(_KINDS, 1):
            button = QToolButton(self)
            button.setText(word(kind))
            button.setCheckable(True)
            button.setShortcut(QKeySequence(f"Alt+{number}"))
            button.setToolTip(f"Alt+{number}")
            self._group.addButton(button)
            kinds.addWidget(button)
            self.kinds[kind] = button
        kinds.addStretch(1)
        self.kinds[ActivityKind.CALL].setChecked(True)
        return kinds

    def _days(self) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.day, 1)
        self.soon: dict[int, QToolButton] = {}
        for days in _SOON:
            button = QToolButton(line)
            button.setText(self.tr("+%n d", "", days))
            button.setToolTip(self.tr("In %n days", "", days))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._on_soon, days))
            layout.addWidget(button)
            self.soon[days] = button
        return line

    def _on_soon(self, days: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.day.set_value(date.today() + timedelta(days=days))  # noqa: DTZ011 - a day of this computer's calendar

    @property
    def kind(self) -> ActivityKind:
        """What it was."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    @Slot()
    def _on_save(self) -> None:
        due = self.day.value()
        if due is not None and not isinstance(due, date):
            self._refuse(self.tr("“{text}” is no date. Type one like 2026-12-31.").format(text=due))
            return
        self.save_button.setEnabled(False)
        work = partial(
            self._context.services.leads.follow_up,
            self._leads,
            self.kind,
            self.text.toPlainText(),
            self.step.text().strip() or None,
            due,
        )
        self._context.tasks.write(work, done=self._on_saved, failed=self._on_refused)

    @Slot(object)
    def _on_saved(self, changes: "Changes") -> None:
        steps = UndoSteps.of(self._context)
        count = len(self._leads)
        said = (
            self.tr("Followed up {name}.").format(name=self._name) if count == 1 else self.tr("Followed up %n leads.", "", count)
        )
        steps.offer(said, changes)
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._refuse(refusal_text(error))

    def _refuse(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self.save_button.setEnabled(True)
