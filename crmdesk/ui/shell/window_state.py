"""Where the window and its handles were last time: opaque Qt state only, in a file of its own (`style.md` §4.5)."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QSplitter

from crmdesk.ui.shell.window import ShellWindow

VERSION: Final = 1
_DEFAULT: Final = QSize(1366, 768)


class WindowState:
    """Reads and writes one INI file. State of another version is forgotten; state that crashed the program is not tried twice."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        if self._file.value("version", 0, type=int) != VERSION:
            self._file.clear()
            self._file.setValue("version", VERSION)

    def restore_window(self, window: ShellWindow) -> None:
        """Give the window its size, place and navigation; on the first start a size that fits the screen."""
        geometry = self._take("window/geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            available = window.screen().availableSize()
            window.resize(_DEFAULT.boundedTo(available))
        else:
            self._file.setValue("window/geometry", geometry)
        window.set_navigation_narrow(is_narrow=bool(self._file.value("window/narrow", defaultValue=False, type=bool)))

    def save_window(self, window: ShellWindow) -> None:
        """Remember the window."""
        self._file.setValue("window/geometry", window.saveGeometry())
        self._file.setValue("window/narrow", window.is_navigation_narrow)
        self._file.setValue("window/page", window.current_page)
        self._file.sync()

    @property
    def last_page(self) -> str:
        """Key of the page shown last time, empty on the first start."""
        return str(self._file.value("window/page", "", type=str))

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Put a splitter's handles where they were; False when nothing is known."""
        state = self._take(f"splitter/{name}")
        if state is None or not splitter.restoreState(state):
            return False
        self._file.setValue(f"splitter/{name}", state)
        return True

    def save_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember a splitter's handles."""
        self._file.setValue(f"splitter/{name}", splitter.saveState())

    def save_plain(self, name: str, plain: object) -> None:
        """Remember lists, dictionaries, texts and numbers (what a tree had open, widths of columns)."""
        import json  # not before the first paint

        self._file.setValue(f"plain/{name}", json.dumps(plain, ensure_ascii=False))

    def plain(self, name: str) -> object:
        """Return what `save_plain` remembered, None when nothing readable is known."""
        import json

        try:
            return json.loads(str(self._file.value(f"plain/{name}", "null")))
        except json.JSONDecodeError:
            return None

    def _take(self, key: str) -> QByteArray | None:
        """Return a state and forget it on disk: if restoring it brings the program down, the next start is clean."""
        value = self._file.value(key)
        if not isinstance(value, QByteArray) or value.isEmpty():
            return None
        self._file.remove(key)
        self._file.sync()
        return value
