"""Long work of the GUI thread in small steps, with keys and painting between them: making widgets that will be needed soon.

A step is what a generator does up to its next `yield`; whoever needs its work at once stops the steps and runs the rest itself.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QWheelEvent
from typing_extensions import override

QUIET_MS: Final = 400
"""Since the last key, click or turn of the wheel: nobody waits for anything."""
_INPUT: Final = (QKeyEvent, QInputMethodEvent, QMouseEvent, QWheelEvent)

PAUSE_MS: Final = 15
"""Between two steps: what came meanwhile (a key, the answer to a search, a painting) goes first."""


class IdleSteps(QObject):
    """Carries out one generator after the other, one step a time, and none while somebody types, clicks or scrolls."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Iterator[object]] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._on_pause_over)
        self._is_watching = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._waiting

    def add(self, work: Iterator[object]) -> None:
        """Carry this out after what waits already, beginning after a pause."""
        self._waiting.append(work)
        self._watch(is_watching=True)
        if not self._timer.isActive():
            self._timer.start(PAUSE_MS)

    def stop(self) -> None:
        """Forget the rest."""
        self._waiting.clear()
        self._timer.stop()
        self._watch(is_watching=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, _INPUT) and self._timer.isActive()
        ):  # asking each event of the program for its type takes ten times as long
            self._timer.start(QUIET_MS)
        return False

    def _watch(self, *, is_watching: bool) -> None:
        """See every event of the program only while there is something to put off."""
        application = QCoreApplication.instance()
        if is_watching is not self._is_watching and application is not None:
            self._is_watching = is_watching
            (application.installEventFilter if is_watching else application.removeEventFilter)(self)

    @Slot()
    def _on_pause_over(self) -> None:
        work = self._waiting.pop(0)
        try:
            next(work)
        except StopIteration:
            pass
        else:
            self._waiting.insert(0, work)
        finally:  # a work that fails is a bug and ends; what waits behind it goes on
            if self._waiting:
                self._timer.start(PAUSE_MS)
            else:
                self._watch(is_watching=False)
