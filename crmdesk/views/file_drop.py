"""Files dropped on the window: a table is imported, a store or backup opened."""

from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext

TABLE_ENDINGS: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".gz"})
"""Files the import takes; what is in them it finds out itself."""
STORE_ENDINGS: Final = frozenset({".store", ".backup"})


def dropped_file(data: QMimeData) -> str:
    """Return the one local file of ours that is dragged, empty for anything else."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    known = [path for path in paths if PurePath(path).suffix.lower() in TABLE_ENDINGS | STORE_ENDINGS]
    return known[0] if len(paths) == 1 and known else ""


class FileDrop(QObject):
    """Watches the window while a store is open."""

    def __init__(self, window: ShellWindow, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDropEvent) or not self._context.is_ready:
            return super().eventFilter(watched, event)
        path = dropped_file(event.mimeData())
        if not path:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            asked = self._context.open_asked if PurePath(path).suffix.lower() in STORE_ENDINGS else self._context.import_asked
            asked.emit(path)
        return True
