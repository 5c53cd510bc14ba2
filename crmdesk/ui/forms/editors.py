"""The inputs of a form, one for each kind of field, all with the same small interface."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.forms.fields import FieldKind, FieldSpec, Value
from crmdesk.ui.icons import icon
from crmdesk.ui.pickers.tree_picker import TreePicker
from crmdesk.ui.theme.sheet import mark

_DATE: Final = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$|^\s*(\d{4})(\d{2})(\d{2})\s*$")
_LEAST_LINES: Final = 2
_MOST_LINES: Final = 8
_TEXT_FRAME: Final = 12
"""Height of the frame and margins around lines of text."""
_MAX_NUMBER: Final = 2_000_000_000
_USUAL_WIDTH: Final = 240
"""Pixels of an input in a form of one column."""


def parse_date(text: str) -> date | None:
    """Read a date as people type it: 2026-3-1, 2026/03/01, 20260301, 2026年3月1日; None when it is none."""
    found = _DATE.match(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


class LineInput(QLineEdit):
    """A line of text.

    Signals:
        value_edited: the user changed the text.
    """

    value_edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = spec.kind
        if spec.max_length:
            self.setMaxLength(spec.max_length)
        if spec.kind is FieldKind.NUMBER:
            self.setValidator(QIntValidator(0, _MAX_NUMBER, self))
        if spec.kind is FieldKind.CODE:
            self.setInputMethodHints(Qt.InputMethodHint.ImhPreferUppercase | Qt.InputMethodHint.ImhLatinOnly)
        self.textEdited.connect(self._on_text_edited)

    def value(self) -> Value:
        """Return the text, number or None."""
        text = self.text().strip()
        if self._kind is FieldKind.NUMBER:
            return int(text) if text.isdecimal() else None
        return text or None

    def set_value(self, value: Value) -> None:
        """Show a value."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.hasSelectedText() and self.selectedText() == self.displayText():
            # chosen from the end on: of a text longer than its field the beginning is in sight
            self.end(False)  # noqa: FBT003 - Qt's way to say whether it selects
            self.home(True)  # noqa: FBT003

    def _on_text_edited(self, text: str) -> None:
        if self._kind is FieldKind.CODE and text != text.upper():
            place = self.cursorPosition()
            self.setText(text.upper())
            self.setCursorPosition(place)
        self.value_edited.emit()


class DateInput(QLineEdit):
    """A date typed in any usual form or picked from a calendar; may be empty.

    Signals:
        value_edited: the user changed the date.
    """

    value_edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(spec.placeholder)
        self._calendar = QAction(icon("calendar"), "", self)
        self._calendar.triggered.connect(self._on_calendar_asked)
        self.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self.value_edited)
        self.editingFinished.connect(self._on_editing_finished)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._calendar.setText(self.tr("Choose a day"))

    def value(self) -> Value:
        """Return the date; what cannot be read as one is returned as typed, so that the caller can say so."""
        text = self.text().strip()
        return parse_date(text) or text or None

    def set_value(self, value: Value) -> None:
        """Show a date."""
        self.setText(value.isoformat() if isinstance(value, date) else str(value or ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self._on_calendar_asked()
        else:
            super().keyPressEvent(event)

    def _on_editing_finished(self) -> None:
        day = parse_date(self.text())
        if day is not None:
            self.set_value(day)

    def _on_calendar_asked(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = parse_date(self.text())
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._on_day_picked)
        calendar.clicked.connect(self._on_day_picked)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()

    def _on_day_picked(self, day: QDate) -> None:
        self.setText(day.toString(Qt.DateFormat.ISODate))
        popup = self.findChild(QCalendarWidget)
        if popup is not None:
            popup.window().close()
        self.setFocus()
        self.value_edited.emit()


class TextInput(QPlainTextEdit):
    """Some lines of text; Tab leaves it.

    Signals:
        value_edited: the user changed the text.
    """

    value_edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(spec.placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_filling = False
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def value(self) -> Value:
        """Return the text."""
        return self.toPlainText().strip() or None

    def set_value(self, value: Value) -> None:
        """Show a text."""
        self._is_filling = True
        self.setPlainText("" if value is None else str(value))
        self._is_filling = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take as many lines as the text has, within bounds; a plain text document measures its height in lines."""
        needed = int(self.document().documentLayout().documentSize().height())
        lines = max(_LEAST_LINES, min(needed, _MOST_LINES))
        height = self.fontMetrics().lineSpacing() * lines + _TEXT_FRAME
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.value_edited.emit()


class ChoiceInput(QComboBox):
    """One of a few.

    Signals:
        value_edited: the user chose.
    """

    value_edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        for choice in spec.choices:
            self.addItem(choice.text, choice.value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(self._on_activated)

    def value(self) -> Value:
        """Return the chosen value."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) and chosen else None

    def set_value(self, value: Value) -> None:
        """Show a choice; one that is offered no more is added, so that saving does not lose it."""
        at = self.findData("" if value is None else str(value))
        if at < 0 and value is not None:
            self.addItem(str(value), str(value))
            at = self.count() - 1
        self.setCurrentIndex(at)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not change the field that happens to pass under the mouse.
        event.ignore()

    def _on_activated(self) -> None:
        self.value_edited.emit()


class TreeInput(TreePicker):
    """One of a tree.

    Signals:
        value_edited: the user picked or cleared.
    """

    value_edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(spec.options, max_depth=spec.max_depth, parent=parent)
        self.setPlaceholderText(spec.placeholder)
        self.key_picked.connect(self._on_key_picked)

    def value(self) -> Value:
        """Return the picked key."""
        return self.key or None

    def set_value(self, value: Value) -> None:
        """Show an option."""
        self.set_key("" if value is None else str(value))

    def _on_key_picked(self) -> None:
        self.value_edited.emit()


class ReadOnlyText(QLabel):
    """A value that is only shown; it can be marked and copied.

    Signals:
        value_edited: never.
    """

    value_edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        del spec
        self._value: Value = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(9, 3, 0, 3)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def value(self) -> Value:
        """Return what is shown."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show a value."""
        self._value = value
        self.setText("—" if value in {None, ""} else str(value))

    @override
    def sizeHint(self) -> QSize:
        """Return the room the text takes at an input's usual width; a wrapping label's own guess is a tall, narrow column."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())


Input = LineInput | DateInput | TextInput | ChoiceInput | TreeInput | ReadOnlyText

_CLASSES: Final[Mapping[FieldKind, Callable[[FieldSpec, QWidget], Input]]] = {
    FieldKind.DATE: DateInput,
    FieldKind.MULTILINE: TextInput,
    FieldKind.CHOICE: ChoiceInput,
    FieldKind.TREE: TreeInput,
    FieldKind.READ_ONLY: ReadOnlyText,
}


def make_input(spec: FieldSpec, parent: QWidget) -> Input:
    """Return the input for a field; a field that may not be edited is shown as text."""
    kind = FieldKind.READ_ONLY if spec.read_only_reason else spec.kind
    made = _CLASSES.get(kind, LineInput)(spec, parent)
    made.setToolTip(spec.read_only_reason or spec.tooltip)
    made.setAccessibleName(spec.label)
    mark(made, propertyField=True)
    if isinstance(made, LineInput):
        made.setPlaceholderText(spec.placeholder)
    return made
