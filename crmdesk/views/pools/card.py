"""The record the keyboard is on, to be read only: why it is here, what is known, what was said."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import Chip
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.timeline.timeline import Timeline
from crmdesk.views.leads.story import story_entries
from crmdesk.views.leads.wording import lead_status_look
from crmdesk.views.pools.wording import cure_text, due_text, hindered_text, waits_text
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.due_lists import DueRow
    from crmdesk.services.waiting_records import Glance

_LEAST: Final = 120
_WHY, _FACTS, _TOLD = 4, 5, 5


class PoolCard(QWidget):
    """Three parts side by side; where opening would count as a view, the second asks for it."""

    def __init__(self, look: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, surface="surface", edge="top")
        self._glance: Glance | None = None
        self._due: DueRow | None = None
        self.title = ElidedLabel(self)
        mark(self.title, textRole="recordTitle")
        self.status = Chip(parent=self)
        self.why = self._sentence("secondary")
        self.hint = self._sentence("warn")
        self.closed = self._sentence("secondary")
        self.look_button = ActionButton(look, parent=self)
        self._form_holder = QScrollArea(self)
        self._form_holder.setWidgetResizable(True)
        self._form_holder.setFrameShape(QFrame.Shape.NoFrame)
        self._form_holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.facts: dict[str, str] = {}
        self.told = Timeline(self)
        self.untold = self._sentence("secondary")
        self._told_stack, self._fact_stack = QStackedWidget(self), QStackedWidget(self)
        self._arrange()
        self.clear()

    def _sentence(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        mark(label, textRole=role)
        return label

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.status)
        head.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(head)
        left.addWidget(self.why)
        left.addWidget(self.hint)
        left.addStretch(1)
        closed = QWidget(self)
        closed_layout = QVBoxLayout(closed)
        closed_layout.setContentsMargins(0, 0, 0, 0)
        closed_layout.setSpacing(GAP)
        closed_layout.addWidget(self.closed)
        closed_layout.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        closed_layout.addStretch(1)
        self._fact_stack.addWidget(self._form_holder)
        self._fact_stack.addWidget(closed)
        self._told_stack.addWidget(self.told)
        self._told_stack.addWidget(self.untold)
        self._told_stack.setMinimumHeight(_LEAST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(2 * MARGIN)
        layout.addLayout(left, _WHY)
        layout.addWidget(self._fact_stack, _FACTS)
        layout.addWidget(self._told_stack, _TOLD)

    def clear(self) -> None:
        """Show nothing."""
        self._glance = self._due = None
        self._show()

    def show_glance(self, glance: "Glance", due: "DueRow | None" = None) -> None:
        """Show a record as far as it may be shown; `due` where it falls back soon."""
        self._glance, self._due = glance, due
        self._show()

    def _show(self) -> None:
        glance, due = self._glance, self._due
        self.title.show_text("" if glance is None else glance.row.name)
        status = None if glance is None else glance.row.status
        self.status.setVisible(status is not None)
        if status is not None:
            self.status.show_look(lead_status_look(status, is_flat=False))
        self._fact_stack.setVisible(glance is not None)
        self._told_stack.setVisible(glance is not None and glance.record is not None)
        why = hint = ""
        if due is not None:
            why, hint = due_text(due), cure_text(due)
        elif glance is not None:
            why, hint = waits_text(glance.row), hindered_text(glance.row)
        self.why.setText(why)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        record = None if glance is None else glance.record
        self._fact_stack.setCurrentIndex(1 if record is None else 0)
        self._show_closed(None if glance is None else glance.views_left)
        self._show_facts({} if record is None else dict(record.values))
        entries = [] if record is None else story_entries(record.told, ())
        self.told.set_entries(entries)
        self._told_stack.setCurrentIndex(0 if entries else 1)
        is_site = glance is not None and glance.row.key.kind is RecordKind.SITE
        self.untold.setText(self.tr("Nothing was noted at this account yet.") if is_site else self.tr("Nobody spoke to it yet."))

    def _show_closed(self, views_left: int | None) -> None:
        if views_left is None:
            self.closed.setText("")
        elif views_left == 0:
            self.closed.setText(self.tr("By the rules of this pool you may open no more of its records today."))
        else:
            self.closed.setText(
                self.tr("This pool limits how many records a person opens a day: you have %n left.", "", views_left)
            )

    def _show_facts(self, values: dict[str, str]) -> None:
        if values == self.facts and self._form_holder.widget() is not None:
            return
        self.facts = values
        body = QWidget()
        mark(body, surface="surface")
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        for label, value in values.items():
            name = QLabel(field_label(label), body)
            mark(name, textRole="secondary")
            text = QLabel(value, body)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, text)
        self._form_holder.setWidget(body)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._form_holder.takeWidget()
            self._show()
