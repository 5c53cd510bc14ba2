"""Every key at a glance (F1)."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.key_names import key_text
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark

_T = QT_TRANSLATE_NOOP
KEYS: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    (
        _T("keys", "Everywhere"),
        (
            ("Ctrl+K", _T("keys", "Search customers, people, commands")),
            ("Ctrl+Shift+K", _T("keys", "Search only below what is chosen; in: in the search box")),
            ("Ctrl+N", _T("keys", "New company, site, import")),
            ("Ctrl+1", _T("keys", "Accounts; Ctrl+2 the next page, and so on")),
            ("Ctrl+,", _T("keys", "Settings")),
            ("Ctrl+B", _T("keys", "Navigation with or without words")),
            ("Ctrl+Z", _T("keys", "Undo what was done last")),
            ("Ctrl+Shift+Z", _T("keys", "Do it again")),
            ("F5", _T("keys", "Exchange with the centre")),
            ("F1", _T("keys", "These keys")),
        ),
    ),
    (
        _T("keys", "In the tree"),
        (
            ("Right", _T("keys", "Open; again: to the first below")),
            ("Left", _T("keys", "Close; again: to the one above")),
            ("*", _T("keys", "Open everything below")),
            ("Return", _T("keys", "Show the record")),
            ("F2", _T("keys", "Rename")),
            ("A … Z", _T("keys", "Letters or pinyin: to the next that begins with them")),
            ("Ctrl+C", _T("keys", "Copy rows; with Shift one cell")),
            ("Ctrl+X", _T("keys", "Cut; Ctrl+V moves it under the company chosen then, Esc lets it stay")),
            ("Ctrl+Shift+M", _T("keys", "Move to …")),
            ("Del", _T("keys", "Delete; Ctrl+Z brings it back")),
        ),
    ),
    (
        _T("keys", "With leads"),
        (
            ("F4", _T("keys", "Follow up: what happened, what comes next, when")),
            ("F6", _T("keys", "Claim")),
            ("F7", _T("keys", "Release to a pool")),
            ("F8", _T("keys", "Assign to a person")),
            ("F9", _T("keys", "Disqualify; Shift+F9 takes up again")),
            ("Ctrl+Shift+B", _T("keys", "List or board")),
            ("Alt+Right", _T("keys", "On the board: the card to the next column; Alt+Left back")),
        ),
    ),
    (
        _T("keys", "In a record"),
        (
            ("Ctrl+S", _T("keys", "Save")),
            ("Esc", _T("keys", "Take back what was changed")),
            ("Tab", _T("keys", "Next field; Shift+Tab the one before")),
            ("Down", _T("keys", "Open the list of a field")),
            ("Alt+…", _T("keys", "Alt and the underlined letter: to that field")),
        ),
    ),
    (
        _T("keys", "Among duplicates"),
        (
            ("Down", _T("keys", "Next group")),
            ("Right", _T("keys", "Next record of the group")),
            ("M", _T("keys", "Merge the group")),
            ("N", _T("keys", "Not a duplicate")),
            ("Return", _T("keys", "Show the record")),
        ),
    ),
    (
        _T("keys", "Among conflicts"),
        (
            ("K", _T("keys", "Keep theirs")),
            ("M", _T("keys", "Use mine")),
            ("T", _T("keys", "Type another value")),
            ("A", _T("keys", "Ask the other person")),
            ("Y", _T("keys", "Let a waiting edit in; N leaves it out")),
        ),
    ),
)
_LEFT: Final = (0, 4)
"""Groups of the left column."""


class KeysDialog(QDialog):
    """Groups of keys in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(4 * GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(MARGIN)
            columns.addLayout(column, 1)
        for place, (title, keys) in enumerate(KEYS):
            (left if place in _LEFT else right).addWidget(self._group(title, keys))
        left.addStretch(1)
        right.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def _group(self, title: str, keys: tuple[tuple[str, str], ...]) -> QWidget:
        group = QWidget(self)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        caption = QLabel(QCoreApplication.translate("keys", title), group)
        mark(caption, textRole="strong")
        grid.addWidget(caption, 0, 0, 1, 2)
        for row, (key, meaning) in enumerate(keys, 1):
            name = QLabel(key if "…" in key else key_text(key), group)  # "…" stands for many keys
            mark(name, textRole="secondary")
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(QCoreApplication.translate("keys", meaning), group), row, 1)
        return group
