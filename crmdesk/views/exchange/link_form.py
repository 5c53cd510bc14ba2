"""The settings of a store with a centre: how often, what comes here, the password anew, and leaving it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.company_choice import CompanyChoice
from crmdesk.views.exchange.job import CentreLogin, ExchangeJob, Greeted
from crmdesk.views.exchange.leave_question import LeaveQuestion
from crmdesk.views.exchange.link import LinkState
from crmdesk.views.exchange.wording import when_text, word_texts
from crmdesk.views.preference_choices import chosen
from crmdesk.views.settings.section import Section, make_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.exchange_state import ExchangeState

_MINUTES: Final = (0, 1, 5, 15, 30, 60)
_WIDTH: Final = 320
_MINE: Final = "mine"
"""The choice of what is carried beside which companies can be chosen."""


class LinkForm(Section):
    """Choices take effect at once; leaving says first what it does.

    Signals:
        left: the store has no centre any more.
    """

    left = Signal()

    def __init__(self, context: ViewContext, link: LinkState, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._link = link
        self._job: ExchangeJob | None = None
        self.state = make_label("", "", self)
        self.minutes, self.carried, self.history = (QComboBox(self) for _ in range(3))
        self.under, self.password = CompanyChoice(context, self), QLineEdit(self)
        self.keep_password = QPushButton(self.tr("&Use it"), self)
        self.exchange = QAction(self.tr("&Exchange now"), self)
        self.leave_button = QPushButton(self.tr("&Leave the centre …"), self)
        self.question = LeaveQuestion(self)
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        title = make_label(self._link.title, "", self)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_row(self.tr("Centre"), title)
        self.add_row(self.tr("Login name"), make_label(self._link.user, "", self))
        self.add_row(self.tr("Last exchange"), self.state)
        for field in (self.minutes, self.carried, self.history):
            field.setFixedWidth(_WIDTH)
        for minutes in _MINUTES:
            self.minutes.addItem(self._minutes_text(minutes), minutes)
        at = self.minutes.findData(self.context.preferences.current.exchange_minutes)
        self.minutes.setCurrentIndex(at if at >= 0 else _MINUTES.index(5))
        self.add_row(
            self.tr("E&xchange"), self.minutes, self.tr("While the program runs and there is a network. The button always works.")
        )
        for value, label in self._link.offered.items():
            self.carried.addItem(QCoreApplication.translate("exchange", label), value)
        hint = self.tr(
            "The less it carries, the faster a first exchange is. What is left out goes from here with the next exchange."
        )
        self.add_row(self.tr("This laptop &carries"), self.carried, hint)
        hint = self.tr("With everything under them. One that is not on this laptop is added by its customer code.")
        label = self.tr("&And companies")
        self.add_row(label, self.under, hint)
        self.under.name_input(without_mnemonic(label))
        for value, label in self._link.histories.items():
            self.history.addItem(QCoreApplication.translate("exchange", label), value)
        hint = self.tr("For the history of a record and for undoing. What is older goes from here; the centre keeps all of it.")
        self.add_row(self.tr("&History kept here"), self.history, hint)
        self.show_link(self._link)
        typing = QWidget(self)
        line = QHBoxLayout(typing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        self.password.setFixedWidth(_WIDTH)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("New password"))
        self.keep_password.setAutoDefault(False)
        self.keep_password.setEnabled(False)
        line.addWidget(self.password)
        line.addWidget(self.keep_password)
        typing.setFocusProxy(self.password)
        self.add_row(self.tr("New &password"), typing, self.tr("When it was changed at the centre."))
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(ActionButton(self.exchange, kind="primary", parent=buttons))
        row.addWidget(self.leave_button)
        row.addStretch(1)
        self.leave_button.setAutoDefault(False)
        self.add_widget(buttons)
        self.add_widget(self.question)

    def _connect(self) -> None:
        desk = self.context.exchange
        desk.state_changed.connect(self._on_state_changed)
        desk.began.connect(self._show_state)
        desk.ended.connect(self._show_state)
        self.exchange.triggered.connect(desk.exchange)
        self.minutes.activated.connect(self._on_minutes_chosen)
        self.carried.activated.connect(self._on_carried_chosen)
        self.under.edited.connect(self._on_under_edited)
        self.history.activated.connect(self._on_history_chosen)
        self.password.textChanged.connect(self._on_password_typed)
        self.password.returnPressed.connect(self._on_password)
        self.keep_password.clicked.connect(self._on_password)
        self.leave_button.clicked.connect(self._on_leave)
        self.question.keep_asked.connect(self._on_keep)
        self.question.wipe_asked.connect(self._on_wipe)

    def _minutes_text(self, minutes: int) -> str:
        return self.tr("every %n minutes", "", minutes) if minutes else self.tr("by the button only")

    @Slot(object)
    def _on_state_changed(self, _state: "ExchangeState") -> None:
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        desk = self.context.exchange
        self.exchange.setEnabled(not desk.is_running)
        state, trouble = desk.state, desk.trouble
        if desk.is_running:
            text, role = self.tr("Exchanging …"), "secondary"
        elif trouble is not None:
            text, role = translate_error(trouble), "bad"
        else:
            said = word_texts("" if state is None else state.word)
            text, role = (said[1], "warn") if said is not None else (when_text(None if state is None else state.last_at), "")
        mark(self.state, textRole=role)
        self.state.setText(text)

    @Slot()
    def _on_minutes_chosen(self) -> None:
        preferences = self.context.preferences
        preferences.change(chosen(preferences.current, "exchange_minutes", self.minutes.currentData()))

    @Slot()
    def _on_carried_chosen(self) -> None:
        self._show_under()
        self.context.tasks.write(self.context.exchange.link.carry, self.carried.currentData(), done=self._on_carried)

    def show_link(self, link: LinkState) -> None:
        """Show what is chosen; whatever is being typed stays."""
        self._link = link
        self.carried.setCurrentIndex(self.carried.findData(link.carried))
        self.history.setCurrentIndex(self.history.findData(link.history))
        self.under.show_companies(link.under)
        self._show_under()

    def _show_under(self) -> None:
        """Companies are chosen beside one's own accounts only; else they come anyway."""
        is_needed = self.carried.currentData() == _MINE
        self.under.setEnabled(is_needed)
        self.under.setToolTip("" if is_needed else self.tr("Waits for: my own accounts, and chosen companies"))

    @Slot(object)
    def _on_under_edited(self, companies: tuple[str, ...]) -> None:
        self.context.tasks.write(self.context.exchange.link.carry_under, companies, done=self._on_carried)

    @Slot()
    def _on_history_chosen(self) -> None:
        write = self.context.tasks.write
        write(self.context.exchange.link.keep_history, self.history.currentData(), done=self._on_carried)

    @Slot(object)
    def _on_carried(self, changes: Changes) -> None:
        self.context.published(changes)
        self.context.exchange.exchange_soon()

    # The password

    @Slot(str)
    def _on_password_typed(self, text: str) -> None:
        self.keep_password.setEnabled(bool(text) and self._job is None)

    @Slot()
    def _on_password(self) -> None:
        if not self.keep_password.isEnabled():
            return
        job = self._job = self.context.exchange.make_job(self)
        job.finished.connect(self._on_let_in)
        job.failed.connect(self._on_refused)
        job.cancelled.connect(self._end_job)
        self.keep_password.setEnabled(False)
        is_local = "sslmode=disable" in self._link.address
        job.connect_to(CentreLogin(self._link.address, "", self.password.text(), is_local=is_local), only_try=False)

    @Slot()
    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()

    @Slot(object)
    def _on_let_in(self, greeted: Greeted) -> None:
        self._end_job()
        if not greeted.is_remembered:
            self.context.exchange.use_password(self.password.text())
        self.password.clear()
        self.context.exchange.exchange()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._end_job()
        self.keep_password.setEnabled(True)
        self.context.frame.show_message(translate_error(error), Severity.BAD)

    def shut_down(self) -> None:
        """Stop a knock under way; the form goes."""
        if self._job is not None:
            self._job.shut_down()
            self._job = None

    # Leaving

    @Slot()
    def _on_leave(self) -> None:
        state = self.context.exchange.state
        self.question.ask(0 if state is None else state.on_its_way)

    @Slot()
    def _on_keep(self) -> None:
        self._leave(wipe=False)

    @Slot()
    def _on_wipe(self) -> None:
        self._leave(wipe=True)

    def _leave(self, *, wipe: bool) -> None:
        from functools import partial

        self.context.exchange.shut_down()
        self.context.tasks.write(partial(self.context.exchange.link.leave, wipe=wipe), done=self._on_left)

    @Slot(object)
    def _on_left(self, changes: Changes) -> None:
        self.context.published(changes)
        self.context.exchange.count()
        self.left.emit()
