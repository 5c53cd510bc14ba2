"""Looks through widgets for English words that are left."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NAMES: Final = "crmdesk Excel English Ctrl Shift PgDown PgUp Enter Return Windows"
_SAME: Final = frozenset((*_NAMES.split(), "BANT", "CHAMP", "MEDDIC"))
_QTS: Final = frozenset({"Scroll Left", "Scroll Right"})
"""Qt names the hidden buttons of a tab bar once, when it makes them."""


def _texts(root: "QWidget") -> Iterator[str]:
    """Yield every text a person can see, hover or hear below `root`."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import (
        QAbstractButton,
        QComboBox,
        QLabel,
        QLineEdit,
        QPlainTextEdit,
        QTabBar,
        QTableView,
        QTreeView,
        QWidget,
    )

    for widget in (root, *root.findChildren(QWidget)):
        yield widget.toolTip()
        yield widget.accessibleName()
        for action in widget.actions():
            yield action.text()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(item) for item in range(widget.count()))
        elif isinstance(widget, QTableView | QTreeView) and (model := widget.model()) is not None:
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def english(root: "QWidget") -> set[str]:
    """Return the texts of a widget and all in it that hold an English word; paths and addresses are no words."""
    found = set()
    for text in _texts(root):
        bare = re.sub(r"<[^>]*>|\S*[/@\\]\S*|\.\w+", " ", text)
        if any(len(word) > 3 and word not in _SAME for word in re.findall(r"[A-Za-z]+", bare)):
            found.add(text)
    return found - _QTS
