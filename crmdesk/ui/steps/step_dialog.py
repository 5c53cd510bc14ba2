"""The step dialog: steps at the left, one page at a time, one primary button."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.steps.leave_question import LeaveQuestion
from crmdesk.ui.steps.progress_page import ProgressPage
from crmdesk.ui.tasks.progress import ProgressState
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

_LIST_WIDTH = 176


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step: its key, the words in the list, and the words of the primary button while it is shown."""

    key: str
    title: str
    primary_text: str


class StepDialog(QDialog):
    """The caller decides what the primary button does and which step comes next.

    Signals:
        primary_clicked: (`str` step) the user is done with the step shown.
        step_shown: (`str` step).
        cancel_asked: the user wants to stop the work shown by `show_progress`.
    """

    primary_clicked = Signal(str)
    step_shown = Signal(str)
    cancel_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._steps: list[StepSpec] = []
        self._buttons: dict[str, QToolButton] = {}
        self._pages: dict[str, QWidget] = {}
        self._done: set[str] = set()
        self._reached: set[str] = set()
        self._blocked: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._current = ""
        self._is_work_at_risk = False
        self._is_working = False
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        self._list.addStretch(1)
        side = QWidget(self)
        side.setFixedWidth(_LIST_WIDTH)
        mark(side, surface="window", edge="right")
        side_layout = QVBoxLayout(side)
        side_layout.setContentsMargins(GAP, MARGIN, GAP, MARGIN)
        side_layout.addLayout(self._list)
        self._stack = QStackedWidget(self)
        self._progress = ProgressPage(self)
        self._progress.cancel_asked.connect(self.cancel_asked)
        self._stack.addWidget(self._progress)
        self._primary = QPushButton(self)
        self._primary.setDefault(True)
        mark(self._primary, kind="primary")
        self._primary.clicked.connect(self._on_primary_clicked)
        self._close = QPushButton(self)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self._question = LeaveQuestion(self)
        self._question.stay_chosen.connect(self._on_stay_chosen)
        self._question.leave_chosen.connect(self._on_leave_chosen)
        right = QVBoxLayout()
        right.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        right.setSpacing(MARGIN)
        right.addWidget(self._stack, 1)
        right.addLayout(self._make_foot())
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(side)
        outer.addLayout(right, 1)
        self._ask(is_asking=False)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._close)
        foot.addWidget(self._question, 1)
        foot.addStretch(1)
        foot.addWidget(self._primary)
        return foot

    def _retranslate(self) -> None:
        self._close.setText(self.tr("Close"))
        self._redraw_list()

    def add_step(self, step: StepSpec, page: QWidget) -> None:
        """Add a step at the end; the first one is shown at once."""
        button = QToolButton(self)
        button.setCheckable(True)
        button.setIconSize(QSize(ICON, ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setObjectName(step.key)
        button.clicked.connect(self._on_step_clicked)
        self._list.insertWidget(len(self._steps), button)
        self._steps.append(step)
        self._buttons[step.key] = button
        self._pages[step.key] = page
        self._stack.addWidget(page)
        if not self._current:
            self.show_step(step.key)
        self._redraw_list()

    def set_step(self, step: StepSpec, *, is_shown: bool = True) -> None:
        """Say a step's words anew, and whether it is in the list; one that is not is passed over by whoever decides which comes next."""
        place = next(at for at, known in enumerate(self._steps) if known.key == step.key)
        self._steps[place] = step
        (self._hidden.discard if is_shown else self._hidden.add)(step.key)
        self._redraw_list()
        self._redraw_primary()

    @property
    def current_step(self) -> str:
        """The step shown."""
        return self._current

    def show_step(self, key: str) -> None:
        """Show a step; all before it count as done, and it can be visited again."""
        keys = [step.key for step in self._steps]
        self._done.update(keys[: keys.index(key)])
        self._reached.update(keys[: keys.index(key) + 1])
        self._current = key
        self._is_working = False
        self._stack.setCurrentWidget(self._pages[key])
        self._redraw_list()
        self._redraw_primary()
        self.step_shown.emit(key)

    def show_next_step(self) -> None:
        """Show the step after the current one, if there is one."""
        keys = [step.key for step in self._steps if step.key not in self._hidden]
        at = keys.index(self._current) + 1
        if at < len(keys):
            self.show_step(keys[at])

    def forget_after(self, key: str) -> None:
        """The steps after this one must be done again, because something before them changed."""
        keys = [step.key for step in self._steps]
        self._done.difference_update(keys[keys.index(key) :])
        self._reached.difference_update(keys[keys.index(key) + 1 :])
        self._redraw_list()

    def set_blocked(self, key: str, reason: str) -> None:
        """Say what a step waits for; the primary button is disabled and tells it. An empty reason frees it."""
        self._blocked[key] = reason
        self._redraw_primary()

    def set_work_at_risk(self, *, is_at_risk: bool) -> None:
        """Say whether closing now would lose something; only then closing asks."""
        self._is_work_at_risk = is_at_risk

    def show_progress(self, title: str) -> None:
        """Show the progress page in place of the current step's page."""
        self._is_working = True
        self._progress.begin(title)
        self._stack.setCurrentWidget(self._progress)
        self._redraw_list()
        self._redraw_primary()

    def show_progress_state(self, state: ProgressState) -> None:
        """Show how far the work is; made for `Tasks.progress`."""
        self._progress.show_state(state)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, else the primary one: Qt's own default may be a button of a page out of sight."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or self._question.isVisibleTo(self):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        button = self._primary
        if isinstance(focused, QPushButton) and focused.autoDefault() and focused.isVisible():
            button = focused
        if button.isVisible() and button.isEnabled():
            button.click()

    @override
    def reject(self) -> None:
        if self._is_working:
            self.cancel_asked.emit()
        elif self._is_work_at_risk and not self._question.isVisibleTo(self):
            self._ask(is_asking=True)
        elif self._question.isVisibleTo(self):
            # Esc on the question means: stay.
            self._ask(is_asking=False)
        else:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_working or self._is_work_at_risk:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _ask(self, *, is_asking: bool) -> None:
        self._question.setVisible(is_asking)
        for widget in (self._primary, self._close):
            widget.setVisible(not is_asking)
        if is_asking:
            self._question.focus_stay()

    def _redraw_list(self) -> None:
        for step in self._steps:
            self._buttons[step.key].setVisible(step.key not in self._hidden)
        for number, step in enumerate((step for step in self._steps if step.key not in self._hidden), start=1):
            button = self._buttons[step.key]
            is_current = step.key == self._current
            is_done = step.key in self._done and not is_current
            button.setText(self.tr("{number}  {title}").format(number=number, title=step.title))
            button.setIcon(icon("circle-check", Role.OK) if is_done else icon("circle-dot" if is_current else "circle"))
            button.setEnabled(step.key in self._reached and not self._is_working)
            button.setChecked(is_current)
            button.setAccessibleDescription(self.tr("done") if is_done else "")

    def _redraw_primary(self) -> None:
        step = next((step for step in self._steps if step.key == self._current), None)
        reason = self._blocked.get(self._current, "")
        self._primary.setText("" if step is None else step.primary_text)
        self._primary.setEnabled(not reason and not self._is_working)
        self._primary.setToolTip(reason)
        # While work runs there is one way out, the page's own Cancel.
        self._close.setVisible(not self._is_working and not self._question.isVisibleTo(self))

    def _on_primary_clicked(self) -> None:
        self.primary_clicked.emit(self._current)

    def _on_step_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton) and button.objectName() != self._current:
            self.show_step(button.objectName())
        self._redraw_list()

    def _on_stay_chosen(self) -> None:
        self._ask(is_asking=False)

    def _on_leave_chosen(self) -> None:
        self._is_work_at_risk = False
        super().reject()
