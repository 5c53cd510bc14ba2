"""The popup of a picker: a search field that keeps the keyboard, and the narrowed tree below it."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.pickers.options import OptionTree
from crmdesk.ui.theme.metrics import GRID, ROW_HEIGHT
from crmdesk.ui.theme.sheet import mark

_KEY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_SHOWN_ROWS: Final = 12
_MIN_WIDTH: Final = 320
_ALL_OPEN_BELOW: Final = 40
"""Trees of fewer options are shown wholly open."""


class OptionPopup(QFrame):
    """Shows the options of an `OptionTree`; typing narrows them, arrows walk, Enter picks, Esc closes.

    Signals:
        option_picked: `str` key.
    """

    option_picked = Signal(str)

    def __init__(self, options: OptionTree, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        mark(self, surface="raised")
        self._options = options
        self._search = QLineEdit(self)
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(self.tr("Type any part of a name or code"))
        self._search.setAccessibleName(self.tr("Search the options"))
        self._model = QStandardItemModel(self)
        self._view = QTreeView(self)
        self._view.setHeaderHidden(True)
        self._view.setUniformRowHeights(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setIndentation(16)
        self._view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._view.setModel(self._model)
        self._nothing = QLabel(self.tr("Nothing contains what you typed."), self)
        mark(self._nothing, textRole="secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self._search)
        layout.addWidget(self._nothing)
        layout.addWidget(self._view, 1)
        self._search.installEventFilter(self)
        self._search.textEdited.connect(self._on_text_edited)
        self._view.clicked.connect(self._on_clicked)

    def open_at(self, anchor: QWidget, current: str, typed: str = "") -> None:
        """Show below `anchor` with the current option chosen, and `typed` already in the search field."""
        self._search.setText(typed)
        self._fill(typed)
        if current and not typed:
            self._choose(current)
        rows = min(_SHOWN_ROWS, max(3, len(self._options.options)))
        self.resize(QSize(max(anchor.width(), _MIN_WIDTH), rows * ROW_HEIGHT + self._search.sizeHint().height() + 28))
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        screen = anchor.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place = anchor.mapToGlobal(QPoint(0, -self.height() - 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.setGeometry(QRect(place, self.size()))
        self.show()
        self._search.setFocus()

    @property
    def chosen_key(self) -> str:
        """The highlighted option, empty when there is none."""
        key = self._view.currentIndex().data(_KEY_ROLE)
        return key if isinstance(key, str) else ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
                self._pick(self._view.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
            walks = key in _WALKING or (key in _OPENING and not self._search.text())
            if walks:
                # Sent on by hand: the view never has the focus, so that typing goes on at any time.
                self._view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _on_text_edited(self, text: str) -> None:
        self._fill(text)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._pick(index)

    def _pick(self, index: QModelIndex) -> None:
        key = index.data(_KEY_ROLE)
        option = self._options.get(key) if isinstance(key, str) else None
        if option is None or option.disabled:
            return
        self.close()
        self.option_picked.emit(option.key)

    def _fill(self, typed: str) -> None:
        matching = self._options.matching(typed)
        kept = self._options.with_ancestors(matching)
        self._model.clear()
        items: dict[str, QStandardItem] = {}
        for option in self._options.options:
            if option.key not in kept:
                continue
            item = QStandardItem(option.title)
            item.setData(option.key, _KEY_ROLE)
            item.setEnabled(not option.disabled)
            item.setToolTip(option.title)
            item.setSizeHint(QSize(0, ROW_HEIGHT - 2))
            parent = items.get(option.parent_key, self._model.invisibleRootItem())
            parent.appendRow(item)
            items[option.key] = item
        self._nothing.setVisible(not matching)
        self._view.setVisible(bool(matching))
        if typed or len(kept) <= _ALL_OPEN_BELOW:
            self._view.expandAll()
        best = self._best(matching, typed)
        if best in items:
            self._view.setCurrentIndex(items[best].index())

    def _best(self, matching: tuple[str, ...], typed: str) -> str:
        """The option Enter picks: a code or name that begins with what was typed before one that merely contains it."""
        begun = typed.casefold()
        options = [option for key in matching if (option := self._options.get(key)) is not None and not option.disabled]
        for option in options:
            if begun and (option.code.casefold() == begun or option.text.casefold().startswith(begun)):
                return option.key
        return options[0].key if options else ""

    def _choose(self, key: str) -> None:
        found = self._model.match(
            self._model.index(0, 0), _KEY_ROLE, key, 1, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        )
        if found:
            self._view.setCurrentIndex(found[0])
            self._view.scrollTo(found[0], QAbstractItemView.ScrollHint.PositionAtCenter)


_WALKING: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OPENING: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
