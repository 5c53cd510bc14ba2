"""One field of a form: label, input, copy button, and the line below that says what is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from crmdesk.ui.copy_button import CopyButton
from crmdesk.ui.forms.editors import ChoiceInput, TextInput, make_input
from crmdesk.ui.forms.fields import FieldKind, FieldSpec, Problem, Value
from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.table.columns import Severity
from crmdesk.ui.theme.metrics import GRID
from crmdesk.ui.theme.palette import colour, tokens_of
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

DOT_MARGIN: Final = 10
"""Left of the label, where the dot of a changed field stands."""
_ICONS: Final = {Severity.ERROR: "octagon-alert", Severity.WARNING: "triangle-alert", Severity.INFO: "info"}
_ORDER: Final = tuple(Severity)
_COPIED: Final = frozenset({FieldKind.PHONE, FieldKind.MAIL})
_MARK_SIZE: Final = 14
_MIN_INPUT: Final = 80


class FieldRow(QWidget):
    """Holds one field; knows its saved value and so whether it was changed.

    Signals:
        value_edited: (`str` key) the user changed the value.
        link_activated: (`str` target) of a problem.
    """

    value_edited = Signal(str)
    link_activated = Signal(str)

    def __init__(self, spec: FieldSpec, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self._saved: Value = None
        self._is_beside: bool | None = None
        self._label = QLabel(label, self)
        self._label.setToolTip(spec.tooltip)
        mark(self._label, textRole="secondary")
        self.input = make_input(spec, self)
        self.input.setMinimumWidth(_MIN_INPUT)
        self._label.setBuddy(self.input)
        self._copy: CopyButton | None = None
        if spec.is_copyable or spec.kind in _COPIED:
            self._copy = CopyButton(self.shown_text, spec.label, self)
            kept = self._copy.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            self._copy.setSizePolicy(kept)
        self._problem = QWidget(self)
        self._problem_mark = QLabel(self._problem)
        self._problem_mark.setContentsMargins(0, 3, 0, 0)
        self._problem_text = QLabel(self._problem)
        self._problem_text.setWordWrap(True)
        self._problem_text.setTextFormat(Qt.TextFormat.RichText)
        self._problem_text.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._problem_text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self._copy is not None:
            QWidget.setTabOrder(self.input, self._copy)
        inner = QGridLayout(self._problem)
        inner.setContentsMargins(7, 0, 0, 3)
        inner.setHorizontalSpacing(GRID)
        inner.addWidget(self._problem_mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._problem_text, 0, 1)
        inner.setColumnStretch(1, 1)
        self._problem.hide()
        self._problems: tuple[Problem, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(DOT_MARGIN, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.input.value_edited.connect(self._on_value_edited)
        self._problem_text.linkActivated.connect(self.link_activated)

    def take_spec(self, spec: FieldSpec) -> bool:
        """Take up new words for the same input; False when the field needs another input or label."""
        first = spec.choices[:1]
        same = replace(spec, placeholder=self.spec.placeholder, tooltip=self.spec.tooltip, choices=self.spec.choices)
        if same != self.spec or spec.choices[1:] != self.spec.choices[1:] or bool(first) != bool(self.spec.choices):
            return False
        if first and first != self.spec.choices[:1]:
            if not isinstance(self.input, ChoiceInput) or first[0].value != self.spec.choices[0].value:
                return False
            self.input.setItemText(0, first[0].text)
        if isinstance(self.input, QLineEdit):
            self.input.setPlaceholderText(spec.placeholder)
        self.input.setToolTip(spec.read_only_reason or spec.tooltip)
        self._label.setToolTip(spec.tooltip)
        self.spec = spec
        return True

    def set_label(self, label: str) -> None:
        """Show the same words with another mnemonic."""
        if label != self._label.text():
            self._label.setText(label)

    @property
    def label_width(self) -> int:
        """Width the label would like."""
        return self._label.sizeHint().width()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the field."""
        return self._problems

    @property
    def saved_value(self) -> Value:
        """The value as saved."""
        return self._saved

    @property
    def last_input(self) -> QWidget:
        """The last widget of the row that takes the keyboard."""
        return self._copy or self.input

    def value(self) -> Value:
        """Return what stands in the field."""
        return self.input.value()

    def shown_text(self) -> str:
        """Return what is copied."""
        value = self.input.value()
        return "" if value is None else str(value)

    @property
    def is_changed(self) -> bool:
        """Whether the value differs from the saved one."""
        return self.input.value() != self._saved

    def set_saved(self, value: Value) -> None:
        """Show a value as the saved one."""
        self._saved = None if value == "" else value
        self.input.set_value(self._saved)
        # A value the input shows in another way (a date as text) is not a change by the user.
        self._saved = self.input.value()
        self._redraw()

    def set_value(self, value: Value) -> None:
        """Show a value as not yet saved."""
        self.input.set_value(value)
        self._redraw()

    def revert(self) -> None:
        """Show the saved value again."""
        self.set_saved(self._saved)
        self.show_problems(())

    def mark_saved(self) -> None:
        """Take what stands in the field as saved."""
        self._saved = self.input.value()
        self.update()

    def set_label_place(self, *, beside: bool, width: int) -> None:
        """Put the label beside (with this width) or above the input."""
        self._label.setFixedWidth(width if beside else max(width, self._label.sizeHint().width()))
        if beside == self._is_beside:
            return
        self._is_beside = beside
        for widget in (self._label, self.input, self._copy, self._problem):
            if widget is not None:
                self._grid.removeWidget(widget)
        column = 1 if beside else 0
        top = 0 if beside else 1
        upright = Qt.AlignmentFlag.AlignTop if isinstance(self.input, TextInput) else Qt.AlignmentFlag.AlignVCenter
        self._label.setContentsMargins(0, 5 if beside and isinstance(self.input, TextInput) else 0, 0, 0)
        self._grid.addWidget(self._label, 0, 0, upright if beside else Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self.input, top, column)
        if self._copy is not None:
            self._grid.addWidget(self._copy, top, column + 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._problem, top + 1, column, 1, 2)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number == column else 0)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the worst problem below the input, the others in its tooltip; none hides the line."""
        self._problems = tuple(sorted(problems, key=_gravity))
        self._problem.setVisible(bool(self._problems))
        if not self._problems:
            mark(self.input, problem="")
            self.input.setAccessibleDescription("")
            return
        worst = self._problems[0]
        role = worst.severity.role
        mark(self.input, problem=role.value if role is not Role.INFO else "")
        tokens = tokens_of(self.palette())
        text = f'<span style="color:{tokens[role]}">{escape(worst.text)}</span>'
        if worst.link_text:
            link = f'<a href="{escape(worst.link_target)}" style="color:{tokens[Role.ACCENT]}">{escape(worst.link_text)}</a>'
            text = f"{text} {link}"
        self._problem_text.setText(text)
        self._problem_text.setFocusPolicy(Qt.FocusPolicy.StrongFocus if worst.link_text else Qt.FocusPolicy.NoFocus)
        self._problem_text.setToolTip("\n".join(problem.text for problem in self._problems))
        ratio = self.devicePixelRatioF()
        self._problem_mark.setPixmap(icon_pixmap(_ICONS[worst.severity], role, size=_MARK_SIZE, ratio=ratio))
        self.input.setAccessibleDescription(worst.text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_changed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.palette(), Role.ACCENT))
        middle = self._label.geometry().center().y() + 0.5
        painter.drawEllipse(QRectF(1, middle - 2.5, 5, 5))
        painter.end()

    def _redraw(self) -> None:
        """Show the dot, and the copy button while there is something to copy."""
        if self._copy is not None:
            self._copy.setHidden(not self.shown_text())
        self.update()

    def _on_value_edited(self) -> None:
        self._redraw()
        self.value_edited.emit(self.spec.key)


def _gravity(problem: Problem) -> int:
    return _ORDER.index(problem.severity)
