"""When Python looks for unreachable cycles: not while the program starts, and never again through what stays to the end.

A full look at the 90,000 objects of a started window stops the GUI thread for some 50 ms here, and looking while a hundred
modules are imported, of which nothing goes away, is a tenth of the start.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_STARTED_AFTER_MS: Final = 4_000
"""By then modules are imported and pages and forms made."""
_THRESHOLD: Final = (5_000, 20, 10)
"""New objects before the young are looked at: a page of rows or a list of hits is some hundred of them, and dies at once."""


class Collecting(QObject):
    """Holds the collector back until the window has started; `restore` gives it back as it was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = gc.get_threshold()
        self._was_enabled = gc.isenabled()
        self._is_frozen = False
        gc.disable()
        self._started = QTimer(self, singleShot=True, interval=_STARTED_AFTER_MS)
        self._started.timeout.connect(self._on_started)
        self._started.start()

    @Slot()
    def _on_started(self) -> None:
        gc.freeze()
        self._is_frozen = True
        gc.set_threshold(*_THRESHOLD)
        gc.enable()

    def restore(self) -> None:
        """Let the collector work as before; for whoever runs on after the window."""
        self._started.stop()
        if self._is_frozen:
            gc.unfreeze()
            self._is_frozen = False
        gc.set_threshold(*self._before)
        if self._was_enabled:
            gc.enable()
