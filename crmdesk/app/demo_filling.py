"""Filling a new demo store on the writing lane, with its progress in the status line."""

from PySide6.QtCore import QObject, Slot

from crmdesk.core.errors import Cancelled
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.tasks.progress import ProgressState
from crmdesk.ui.tasks.runner import Tasks

_STEPS = 1000


class DemoFilling(QObject):
    """Made on the GUI thread; `fill` runs in the worker. Takes its progress item away when done."""

    def __init__(self, tasks: Tasks, window: ShellWindow, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._item = window.add_progress(title)
        self._progress = tasks.progress(self._on_progress)
        self._item.follow(self._progress)

    def fill(self, store: Store) -> None:
        """Import the demo.

        Raises:
            Cancelled: the user stopped it.
        """
        from crmdesk.app.demo import load_demo

        try:
            load_demo(store, self._tell)
        finally:
            self._progress(_STEPS, _STEPS)

    def _tell(self, share: float) -> None:
        if self._progress.cancelled:
            raise Cancelled
        self._progress(min(_STEPS - 1, round(share * _STEPS)), _STEPS)

    @Slot(object)
    def _on_progress(self, state: ProgressState) -> None:
        if state.done < state.total:
            self._item.show_progress(state)
        else:
            self._window.remove_progress(self._item)
            self.deleteLater()
