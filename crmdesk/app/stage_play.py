"""The whole window without a person at it: started on a store, waited for, asked for its pages. For pictures and the self-test."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from crmdesk.app.options import WindowOptions
from crmdesk.app.window import WindowApplication, make_application

PATIENCE_S: Final = 120.0
_SIZE: Final = QSize(1366, 768)
_SETTLED_S: Final = 0.3


class TookTooLong(Exception):
    """Something did not happen in time; the text says what."""


def the_application() -> QApplication:
    """Return the application object, made when there is none."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    qInstallMessageHandler(_tell)
    return make_application()


def _tell(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Print what Qt says, but not that the offscreen platform has no window manager: it says so for every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(text + "\n")


def wait_until(happened: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """Let the program run until something has happened.

    Raises:
        TookTooLong: it did not.
    """
    end = time.monotonic() + patience_s
    while not happened():
        if time.monotonic() > end:
            raise TookTooLong(what)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)


def settle(owner: WindowApplication) -> None:
    """Let the program run until nothing waits and nothing has waited for a moment: everything asked for is painted."""
    calm_since = time.monotonic()
    end = calm_since + PATIENCE_S
    while time.monotonic() - calm_since < _SETTLED_S and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)
        if owner.tasks.is_busy:
            calm_since = time.monotonic()


@contextmanager
def window_on(options: WindowOptions, size: QSize = _SIZE) -> Iterator[WindowApplication]:
    """Give the window, shown, with its store opened and its page filled; everything is closed at the end.

    Raises:
        TookTooLong: the store was not opened.
    """
    owner = WindowApplication(the_application(), options)
    try:
        owner.window.resize(size)
        owner.show()
        wait_until(lambda: owner.running is not None and owner.running.is_open, "opening the store")
        settle(owner)
        yield owner
    finally:
        owner.shut_down()
