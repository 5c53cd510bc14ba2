"""The exchange in the line at the bottom: what is on its way, what needs one, when it was last, and the button."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.languages import translate_error
from crmdesk.ui.theme.metrics import GRID, ICON
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.wording import when_text, word_texts

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.exchange_state import ExchangeState

_AGAIN_MS: Final = 30_000
"""How often "5 minutes ago" is said anew."""
_SHOWN_AFTER_MS: Final = 600
"""An exchange that is over sooner shows no progress: it would only flicker."""
_BAR_WIDTH: Final = 90
_STEPS: Final = 1_000
_MOST: Final = 9_999
KEYS: Final = "F5"


class ExchangeElement(QWidget):
    """Hidden while there is no centre and nothing to settle.

    Signals:
        outbox_asked, news_asked, questions_asked: the person wants to see what waits, what came, what needs an answer.
    """

    outbox_asked = Signal()
    news_asked = Signal()
    questions_asked = Signal()

    def __init__(self, desk: ExchangeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.waiting = _link(self)
        self.needing = _link(self)
        self.when = _link(self)
        self.trouble = _link(self)
        for button in (self.needing, self.trouble):
            mark(button, tone="warn")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.stop = QToolButton(self)
        self.stop.setIcon(icon("x"))
        self.action = QAction(self)
        self.action.setIcon(icon("refresh-cw", Role.ACCENT))
        self.action.setShortcut(QKeySequence(KEYS))
        self.button = ActionButton(self.action, kind="quiet", parent=self)
        self.button.setIconSize(QSize(ICON, ICON))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self.waiting, self.needing, self.trouble, self.when, self.bar, self.stop, self.button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._late = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._connect()
        self.bar.hide()
        self.stop.hide()
        self.retranslate()

    def _connect(self) -> None:
        desk = self._desk
        desk.state_changed.connect(self._on_state_changed)
        desk.began.connect(self._on_began)
        desk.progressed.connect(self._on_progressed)
        desk.ended.connect(self._on_ended)
        self.action.triggered.connect(desk.exchange)
        self.stop.clicked.connect(desk.cancel)
        self.waiting.clicked.connect(self.outbox_asked)
        self.needing.clicked.connect(self.questions_asked)
        self.when.clicked.connect(self.news_asked)
        self.trouble.clicked.connect(self.outbox_asked)
        self._again.timeout.connect(self.retranslate)
        self._late.timeout.connect(self._show_progress)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Say everything in the present language, and the time anew."""
        self.action.setText(self.tr("Exchange"))
        self.action.setToolTip(self.tr("Send what you changed and fetch what others changed"))
        self.stop.setToolTip(self.tr("Stop the exchange; what is done is done, the rest follows next time"))
        self.stop.setAccessibleName(self.tr("Stop the exchange"))
        self.bar.setAccessibleName(self.tr("Exchange with the centre"))
        state = self._desk.state
        if state is None or not (state.is_connected or state.has_questions):
            self.hide()
            return
        self._show(state)
        self.show()

    def _show(self, state: "ExchangeState") -> None:
        on_its_way = state.on_its_way
        self.waiting.setVisible(state.is_connected and on_its_way > 0)
        self.waiting.setText(self.tr("%n on their way", "", on_its_way))
        self.waiting.setToolTip(
            self.tr(
                "{waiting} customers and entries with changes are saved here only, {sent} were sent and are not confirmed yet"
            ).format(waiting=_count(state.waiting), sent=_count(state.sent))
        )
        self.needing.setVisible(state.needing > 0)
        self.needing.setText(self.tr("%n need you", "", state.needing))
        self.needing.setToolTip(self.tr("Two changed the same thing, or a colleague's edit waits for your word"))
        trouble, word = self._desk.trouble, word_texts(state.word)
        self.trouble.setVisible(trouble is not None or word is not None)
        if trouble is not None:
            self.trouble.setText(self.tr("not exchanged"))
            self.trouble.setToolTip(translate_error(trouble))
        elif word is not None:
            self.trouble.setText(word[0])
            self.trouble.setToolTip(word[1])
        self.when.setVisible(state.is_connected)
        text = when_text(state.last_at)
        news = self.tr("%n news", "", state.news) if state.news else ""
        self.when.setText(self.tr("{when} · {news}").format(when=text, news=news) if news else text)
        self.when.setToolTip(self.tr("What others changed; centre: {name}").format(name=state.centre))
        self.button.setVisible(state.is_connected and not self._desk.is_running)
        if state.is_connected and not self._again.isActive():
            self._again.start()

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        self.retranslate()

    @Slot()
    def _on_began(self) -> None:
        self.action.setEnabled(False)
        self.bar.setRange(0, 0)
        self._late.start()

    @Slot()
    def _show_progress(self) -> None:
        if self._desk.is_running:
            self.bar.show()
            self.stop.show()
            self.button.hide()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self.bar.setRange(0, _STEPS if share >= 0 else 0)
        if share >= 0:
            self.bar.setValue(min(round(_STEPS * share), _STEPS - 1))

    @Slot()
    def _on_ended(self) -> None:
        self._late.stop()
        self.bar.hide()
        self.stop.hide()
        self.action.setEnabled(True)
        self.retranslate()


def _link(parent: QWidget) -> QPushButton:
    """Return words that lead somewhere."""
    button = QPushButton(parent)
    button.setFlat(True)
    mark(button, kind="quiet")
    button.setAutoDefault(False)
    button.hide()
    return button


def _count(count: int) -> str:
    return f"{count:,}" if count < _MOST else f"{_MOST + 1:,}+"
