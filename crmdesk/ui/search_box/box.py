"""The search box: asks at every key press, shows what comes back for the present text, opens with Enter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import MARGIN
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

if TYPE_CHECKING:
    from crmdesk.ui.search_box.hits import SearchHit
    from crmdesk.ui.search_box.popup import SearchPopup
    from crmdesk.ui.search_box.scope_chip import ScopeChip

_SCOPE_WORDS: Final = ("in:", "in：")
"""Typed alone, they ask to search only where the user is."""
_PAGE: Final = 8  # hits a page key goes
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
_ENDS: Final = (Qt.Key.Key_Home, Qt.Key.Key_End)
_IDLE_FOCUS: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SearchBox(QLineEdit):
    """A line edit with a list of hits below it.

    The answer to `query_changed` comes through `show_hits`; whoever asks drops stale requests (`Tasks`, `latest=`), and answers to a text
    that is not the present one are ignored here too. Enter pressed before the answer is there opens the first hit when it comes.

    While an input method composes (pinyin on its way to characters) the letters typed so far already search.

    Signals:
        query_changed: str, at every key press, and with an empty text when the box gets the focus (recent things).
        hit_activated: `SearchHit` to open.
        scope_asked: `in:` was typed: search only where the user is (`show_scope`).
        scope_removed: the user took the scope away.
    """

    query_changed = Signal(str)
    hit_activated = Signal(object)
    scope_asked = Signal()
    scope_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip: ScopeChip | None = None
        self._popup: SearchPopup | None = None
        self._hint = ""
        self._composing = ""
        self._asked = ""
        self._answered: str | None = None
        self._opens_first = False
        self._is_in_list = False
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self._on_text_edited)
        self._retranslate()

    @property
    def popup(self) -> "SearchPopup | None":
        """The list, once it was needed."""
        return self._popup

    @property
    def query(self) -> str:
        """What is searched for: the text, with what is being composed in its place."""
        if not self._composing:
            return self.text()
        at = self.cursorPosition()
        return self.text()[:at] + self._composing + self.text()[at:]

    def set_hint(self, keys: str) -> None:
        """Show the shortcut that leads here at the right end while the box is idle."""
        self._hint = keys
        self._retranslate()
        self.update()

    @property
    def has_scope(self) -> bool:
        """Whether a scope is shown."""
        return self._chip is not None and not self._chip.isHidden()

    def show_scope(self, words: str, tip: str = "") -> None:
        """Show where is searched, as a chip before the text; '' for everywhere. Backspace before the text or Esc takes it away."""
        if self._chip is None:
            if not words:
                return
            from crmdesk.ui.search_box.scope_chip import ScopeChip

            self._chip = ScopeChip(self)
            self._chip.removal_asked.connect(self._on_scope_removed)
        self._chip.show_scope(words, tip)

    def show_hits(self, query: str, hits: "Sequence[SearchHit]", note: str = "") -> None:
        """Show what was found for `query`; ignored when the text is another one by now or the box lost the focus.

        Args:
            query: the text the answer belongs to.
            hits: in order, groups together.
            note: a sentence above them, e.g. that nothing was found; hits below it can be the next steps.
        """
        if query != self.query or not self.hasFocus():
            return
        self._answered = query
        self._is_in_list = False
        self._list().show_hits(hits, note)
        if self._opens_first:
            self._opens_first = False
            self._open_current()

    def close_popup(self) -> None:
        """Hide the list."""
        self._opens_first = self._is_in_list = False
        self._answered = None
        if self._popup is not None:
            self._popup.hide()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _IDLE_FOCUS:
            self.selectAll()
            self._ask()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _IDLE_FOCUS:
            self.close_popup()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Input methods part the syllables: "qing'ying", "qing ying".
        self._composing = event.preeditString().replace(" ", "").replace("'", "")
        super().inputMethodEvent(event)
        if self.query != self._asked:
            self._on_text_edited(self.query)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._popup is not None and self._popup.isVisible():
            self._popup.place()
        if self._chip is not None:
            self._chip.place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and not self.text() and not self.hasFocus():
            painter = QPainter(self)
            painter.setPen(colour(self.palette(), Role.SECONDARY))
            place = self.rect().adjusted(0, 0, -MARGIN, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        words = self.tr("Search")
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {self._hint}" if self._hint else words)
        if self._popup is not None:
            self._popup.view.setAccessibleName(self.tr("Search results"))

    def _list(self) -> "SearchPopup":
        if self._popup is None:
            from crmdesk.ui.search_box.popup import SearchPopup  # its delegate loads a tenth of Qt: not before the first paint

            self._popup = SearchPopup(self)
            self._popup.hit_activated.connect(self._on_hit_activated)
            self._popup.view.setAccessibleName(self.tr("Search results"))
        return self._popup

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key means for the list; False when it is the line edit's."""
        popup = self._popup if self._popup is not None and self._popup.isVisible() else None
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif key == Qt.Key.Key_Escape:
            self._on_escape(popup)
        elif key == Qt.Key.Key_Backspace and self.has_scope and not self.cursorPosition() and not self.hasSelectedText():
            self._on_scope_removed()
        elif popup is None:
            if key != Qt.Key.Key_Down:
                return False
            self._ask()
        elif key in _STEPS:
            self._is_in_list = True
            popup.step(_STEPS[key])
        elif key in _ENDS and (self._is_in_list or modifiers & Qt.KeyboardModifier.ControlModifier):
            popup.go_first() if key == Qt.Key.Key_Home else popup.go_last()
        else:
            return False
        return True

    def _on_enter(self) -> None:
        """Open the chosen hit, now or when the answer to the present text is there."""
        if self._answered == self.query:
            self._open_current()
        elif self.query:
            self._opens_first = True

    def _on_escape(self, popup: "SearchPopup | None") -> None:
        """First close the list, then clear the text, then take the scope away, then give the focus back."""
        if popup is not None:
            self.close_popup()
        elif self.text():
            self.clear()
        elif self.has_scope:
            self._on_scope_removed()
        else:
            self.clearFocus()

    def _open_current(self) -> None:
        if self._popup is not None and self._popup.isVisible() and (hit := self._popup.current) is not None:
            self._on_hit_activated(hit)

    def _ask(self) -> None:
        self._asked = self.query
        self.query_changed.emit(self._asked)

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self._opens_first = False
        if self.query.strip().casefold() in _SCOPE_WORDS:
            self.clear()
            self.scope_asked.emit()
        self._ask()

    @Slot()
    def _on_scope_removed(self) -> None:
        self.show_scope("")
        self.scope_removed.emit()

    @Slot(object)
    def _on_hit_activated(self, hit: "SearchHit") -> None:
        self.close_popup()
        self.clear()
        self.hit_activated.emit(hit)
