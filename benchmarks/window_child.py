"""The window in a process of its own, watched from outside: `python -m benchmarks.window_child WHAT STARTED [STORE]`.

WHAT is `empty` (a PySide6 window with a QTreeView), `empty-with-libraries` (the same after importing SQLAlchemy's ORM and
sqlcipher3), `first-paint` and `tree` (crmdesk's own). STARTED is `time.monotonic()` of the parent when it started this process.
Prints milliseconds from there to the end of the paint that was waited for, and the memory held then.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from crmdesk.app.window import WindowApplication


def _always() -> bool:
    return True


class PaintWatch(QObject):
    """Calls back behind each paint of a widget: posted from the filter, it runs when the paint is done.

    Paints that begin while `counts` says no are passed over.
    """

    def __init__(self, widget: QWidget, painted: Callable[[], None], counts: Callable[[], bool] = _always) -> None:
        super().__init__(widget)
        self._painted = painted
        self._counts = counts
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._counts():
            QApplication.postEvent(self, QEvent(QEvent.Type.User), 100)
        return False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self._painted()
            return True
        return super().event(event)


def resident_mb() -> float:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def make_window(store: str) -> "WindowApplication":
    """Return crmdesk's window on a store, not yet shown."""
    from crmdesk.app.options import WindowOptions
    from crmdesk.app.window import WindowApplication, make_application

    return WindowApplication(make_application(), WindowOptions(store=Path(store)))


def tree_is_shown(application: "WindowApplication") -> bool:
    """Return whether the tree's first screen holds its rows."""
    from crmdesk.ui.tree.tree_table import TreeTable

    table = application.window.findChild(TreeTable)
    return table is not None and table.model() is not None and table.tree.is_loaded and table.tree.row_at(0) is not None


def main(what: str, started: str, store: str = "") -> None:
    """Show the window, wait for the paint, print and end."""
    from benchmarks.leaving import leave

    def report() -> None:
        print(json.dumps({"ms": (time.monotonic() - float(started)) * 1_000, "mb": resident_mb()}), flush=True)
        leave()

    if what.startswith("empty"):
        if what == "empty-with-libraries":
            import sqlalchemy.orm  # noqa: F401 - what the floor of a filled window needs
            from sqlcipher3 import dbapi2  # noqa: F401
        application = QApplication([])
        window = QMainWindow()
        window.setCentralWidget(QTreeView())
        window.resize(1280, 800)
        watch = PaintWatch(window, report)
        window.show()
        application.exec()
        del watch
        return
    ours = make_window(store)
    if what == "first-paint":
        PaintWatch(ours.window, report)
    else:

        def look() -> None:
            """Watch the table from its beginning; should it be filled and painted by now, have it painted once more."""
            from crmdesk.ui.tree.tree_table import TreeTable

            table = ours.window.findChild(TreeTable)
            if table is not None:
                timer.stop()
                PaintWatch(table.viewport(), report, partial(tree_is_shown, ours))
                if tree_is_shown(ours):
                    table.viewport().update()

        timer = QTimer(ours)
        timer.setInterval(1)
        timer.timeout.connect(look)
        timer.start()
    ours.show()
    ours.application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
