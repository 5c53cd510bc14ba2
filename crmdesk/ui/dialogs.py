"""The one way to open a dialog: it never blocks, and it is gone when it is closed (`style.md` §4.1)."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)


def open_dialog(dialog: D) -> D:
    """Open `dialog` modal to its window and delete it on close; connect to `accepted`/`finished` for the outcome."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
    dialog.open()
    return dialog
