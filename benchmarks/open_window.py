"""Driving a real window inside a measured process: waiting, painting, typing."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.window_child import make_window, tree_is_shown

if TYPE_CHECKING:
    from crmdesk.app.window import WindowApplication

PATIENCE_S: Final = 60.0


def wait_for(condition: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Let the event loop run until a condition holds, asleep between events as a program is: threads get the interpreter.

    Raises:
        TimeoutError: it never did.
    """
    limit = time.perf_counter() + seconds
    waker = QTimer()  # for conditions that no event announces
    waker.start(25)
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > limit:
            raise TimeoutError


def opened_window(store: str) -> "WindowApplication":
    """Return crmdesk's window with the tree of a store on screen and nothing under way."""
    ours = make_window(store)
    ours.window.resize(1280, 800)
    ours.show()
    wait_for(lambda: tree_is_shown(ours) and not ours.tasks.is_busy)
    ours.window.activateWindow()
    return ours


def press(widget: QWidget, text: str) -> None:
    """Press one key that types `text`, as a keyboard or an input method does."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text))
