"""Long work of the GUI thread in small steps, with keys and painting between them: making widgets that will be needed soon.

A step is what a generator does up to its next `yield`; whoever needs its work at once stops the steps and runs the rest itself.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

PAUSE_MS: Final = 15
"""Between two steps: what came meanwhile (a key, the answer to a search, a painting) goes first."""


class IdleSteps(QObject):
    """Carries out one generator after the other, one step a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Iterator[object]] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._on_pause_over)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._waiting

    def add(self, work: Iterator[object]) -> None:
        """Carry this out after what waits already, beginning after a pause."""
        self._waiting.append(work)
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Forget the rest."""
        self._waiting.clear()
        self._timer.stop()

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
                self._timer.start()
