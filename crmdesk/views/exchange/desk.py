"""Follows the exchange of a window, whichever page is shown: when it happens, how far it is, where work stands afterwards."""

from collections.abc import Callable
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.messages import Severity
from crmdesk.views.exchange.job import Exchanged, ExchangeJob
from crmdesk.views.exchange.link import CentreLink
from crmdesk.views.exchange.wording import word_texts

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.exchange_state import ExchangeState
    from crmdesk.views.context import ViewContext

_COUNT_MS: Final = 200
"""After a change: several in a row are counted once."""
_FIRST_MS: Final = 3_000
"""After the start: the window comes first."""
_SOON_MS: Final = 1_000
_MINUTE_MS: Final = 60_000
_RETRY_S: Final = 30.0
_LONGEST_RETRY_S: Final = 15 * 60.0
_WIPED: Final = "wiped"
_ENDED: Final = frozenset({"disabled", _WIPED})
"""What the centre says of a login that has ended (`ExchangeState.word`)."""


class ExchangeDesk(QObject):
    """One for each open store. Lives on the GUI thread. Never two exchanges at once; the window can be worked in meanwhile.

    Without a centre it asks the store once where it stands and does nothing more.

    Attributes:
        link: which centre it is, and what of it comes here.

    Signals:
        state_changed: `services.exchange_state.ExchangeState`, counted anew.
        began: an exchange is under way.
        progressed: float, share that is done.
        ended: nothing is exchanged any more, for whatever reason.
    """

    state_changed = Signal(object)  # services.exchange_state.ExchangeState
    began = Signal()
    progressed = Signal(float)
    ended = Signal()

    def __init__(
        self, context: "ViewContext", make_job: Callable[[QObject], ExchangeJob], link: CentreLink, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.link = link
        self._context = context
        self._make_job = make_job
        self._job: ExchangeJob | None = None
        self._state: ExchangeState | None = None
        self._trouble: CrmError | None = None
        self._failures = 0
        self._is_again_wanted = False
        self._is_first_wanted = False
        self._secret: dict[str, str] = {}
        self._said = ""
        self._random = SystemRandom()
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._next = QTimer(self, singleShot=True)
        self._counting.timeout.connect(self.count)
        self._next.timeout.connect(self.exchange)
        context.bus.changed.connect(self._on_changed)
        context.preferences.changed.connect(self._on_preferences_changed)

    # Where work stands

    @property
    def state(self) -> "ExchangeState | None":
        """Where work stood when it was counted last, None before the first time."""
        return self._state

    @property
    def is_connected(self) -> bool:
        """Whether there is a centre."""
        return self._state is not None and self._state.is_connected

    @property
    def is_running(self) -> bool:
        """Whether an exchange is under way."""
        return self._job is not None

    @property
    def trouble(self) -> CrmError | None:
        """Why the last exchange did not end well; None after one that did."""
        return self._trouble

    @Slot()
    def count(self) -> None:
        """Ask the store where work stands."""
        if self._context.is_ready:
            self._context.tasks.read(self._context.services.exchange_state.now, done=self._on_counted, latest="exchange state")

    @Slot(object)
    def _on_counted(self, state: "ExchangeState") -> None:
        was_connected = self.is_connected
        before = (was_connected, self._state is not None and self._state.has_questions)
        self._state = state
        if state.is_connected and self._is_first_wanted:
            self._is_first_wanted = False
            self.exchange()
        elif state.is_connected and not was_connected:
            self._plan(_FIRST_MS)
        elif not state.is_connected:
            self._next.stop()
            self._trouble = None
        self.state_changed.emit(state)
        self._tell(state.word)
        if before != (state.is_connected, state.has_questions):
            self._context.exchange_turned.emit()

    def _tell(self, word: str) -> None:
        """Say once that the login has ended, and once that the records went; that happens soon, whatever is set."""
        said, self._said = self._said, word
        if word not in _ENDED or word == said:
            return
        told = word_texts(word)
        if told is not None:
            self._context.frame.show_message(told[1], Severity.WARN)
        if word == _WIPED:
            self._context.tasks.write(self.link.remove_backups)
        else:
            self._next.start(_MINUTE_MS)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._state is None or self._state.is_connected or self._state.has_questions or changes.concerns("centre"):
            self._counting.start()

    # When

    def _plan(self, wait_ms: int) -> None:
        """Exchange by itself after this time, unless the person wants it by the button only."""
        if self.is_connected and self._minutes:
            self._next.start(wait_ms)

    @property
    def _minutes(self) -> int:
        return self._context.preferences.current.exchange_minutes

    @Slot(object)
    def _on_preferences_changed(self, _settings: object) -> None:
        self._next.stop()
        self._plan(self._minutes * _MINUTE_MS)

    def begin(self) -> None:
        """Exchange for the first time: the store was connected just now."""
        self._is_first_wanted = True
        self.count()

    def exchange_soon(self) -> None:
        """Exchange in a moment: something was asked that the centre should hear of at once."""
        if self.is_connected:
            self._is_again_wanted = self.is_running
            self._next.start(_SOON_MS)

    # Doing it

    def use_password(self, password: str, key_file: str = "") -> None:
        """Log in with this password until the program ends: the keyring keeps none. With a certificate it is that of its key."""
        key_file = key_file or self._secret.get("key_file", "")
        if key_file:
            self._secret = {"key_file": key_file, "key_passphrase": password}
        else:
            self._secret = {"password": password} if password else {}

    @Slot()
    def exchange(self) -> None:
        """Exchange now; nothing happens without a centre or while it is being done."""
        if self._job is not None or not self.is_connected:
            return
        self._next.stop()
        self._is_again_wanted = False
        job = self._job = self._make_job(self)
        job.progressed.connect(self.progressed)
        job.arrived.connect(self._on_arrived)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.exchange(dict(self._secret) or None)
        self.began.emit()

    def make_job(self, parent: QObject) -> ExchangeJob:
        """Return a job for another conversation with the centre: trying a login, connecting."""
        return self._make_job(parent)

    @Slot()
    def cancel(self) -> None:
        """Stop the exchange under way; what is done is done, the rest follows next time."""
        if self._job is not None:
            self._job.cancel()

    def shut_down(self) -> None:
        """Stop whatever runs and wait until it has. Call before the store is closed."""
        self._next.stop()
        self._counting.stop()
        if self._job is not None:
            self._job.shut_down()
            self._end()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self.ended.emit()

    @Slot(object)
    def _on_arrived(self, changes: Changes) -> None:
        self._context.published(changes)

    @Slot(object)
    def _on_finished(self, exchanged: Exchanged) -> None:
        self._trouble = None
        self._failures = 0
        self._end()
        if exchanged.changes is not None:
            self._context.published(exchanged.changes)
        self._after(_SOON_MS if self._is_again_wanted else self._minutes * _MINUTE_MS)

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._trouble = error
        wait_s = min(_LONGEST_RETRY_S, _RETRY_S * 2.0 ** min(self._failures, 10)) * self._random.uniform(0.7, 1.3)
        self._failures += 1
        self._end()
        self._after(round(wait_s * 1_000))

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self._after(self._minutes * _MINUTE_MS)

    def _after(self, wait_ms: int) -> None:
        """Count, tell, and plan the next one: what was exchanged before a failure is exchanged."""
        self.count()
        self._plan(wait_ms)
