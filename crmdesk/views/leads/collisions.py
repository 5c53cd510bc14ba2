"""Who has this customer already: one line each, with a link to what the reader may open; and the question before a claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.words import time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services
    from crmdesk.services.collisions import Collision

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found; `me` is the name of whoever asks."""

    collisions: "tuple[Collision, ...]"
    me: str


def check(services: "Services", values: Mapping[str, object], lead_id: str | None = None) -> Found:
    """Look for records that may be the same customer; blocking, runs in a worker."""
    me = next((user.name for user in services.users.all() if user.is_me), "")
    return Found(services.collisions.check(values, lead_id), me)


def check_lead(services: "Services", lead_id: str) -> Found:
    """Look for what may be the same customer as a lead; blocking, runs in a worker."""
    return check(services, services.leads.open(lead_id).values, lead_id)


def told(collision: "Collision") -> str:
    """Return who has it, where it waits, when somebody last spoke to it and why it may be the same; nothing else."""
    from crmdesk.services.collisions import WHY

    translate = QCoreApplication.translate
    parts = []
    if collision.owner:
        parts.append(translate("collisions", "with {owner}").format(owner=collision.owner))
    if collision.pool:
        parts.append(translate("collisions", "in the pool {pool}").format(pool=collision.pool))
    if not parts:
        parts.append(translate("collisions", "with nobody"))
    if collision.last_follow_up_at is not None:
        day = time_text(collision.last_follow_up_at, with_time=False)
        parts.append(translate("collisions", "last follow-up {day}").format(day=day))
    reasons = " ".join(translate("collisions", WHY[why]) for why in collision.why if why in WHY)
    return _BETWEEN.join(filter(None, (*parts, reasons)))


class CollisionList(QWidget):
    """Hidden while there is nothing to say.

    Signals:
        open_asked: `str` key of a record the reader may open.
    """

    open_asked = Signal(str)

    def __init__(self, parent: QWidget, most: int = 3) -> None:
        super().__init__(parent)
        self._most = most
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        mark(self.head, textRole="warn")
        self.lines: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.head)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Show these, the surest first."""
        for line in self.lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self.lines = []
        for one in found.collisions[: self._most]:
            may_open = not one.owner or one.owner == found.me
            name = f'<a href="{one.key}">{_escaped(one.name)}</a>' if may_open else f"<b>{_escaped(one.name)}</b>"
            line = QLabel(f"{word(one.key.kind)} {name}<br>{_escaped(told(one))}", self)
            line.setTextFormat(Qt.TextFormat.RichText)
            line.setWordWrap(True)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            line.linkActivated.connect(self.open_asked)
            mark(line, textRole="secondary")
            self._layout.addWidget(line)
            self.lines.append(line)
        count = len(found.collisions)
        self.head.setText(self.tr("This may be a customer somebody has already (%n found):", "", count))
        self.setVisible(bool(count))


class CollisionQuestion(QDialog):
    """Shows what was found before a claim or a conversion, and lets the person go on.

    Signals:
        confirmed: he goes on.
    """

    confirmed = Signal()

    def __init__(self, context: ViewContext, found: Found, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        mark(self, surface="surface")
        self.setMinimumWidth(460)
        self.setWindowTitle(title)
        self.found = CollisionList(self, most=8)
        self.found.open_asked.connect(self._on_open)
        self.found.show_found(found)
        self.go_button = QPushButton(verb, self)
        mark(self.go_button, kind="primary")
        self.go_button.setDefault(True)
        self.go_button.clicked.connect(self._on_go)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.found)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.go_button.setFocus()

    @Slot()
    def _on_go(self) -> None:
        self.accept()
        self.confirmed.emit()

    @Slot(str)
    def _on_open(self, key: str) -> None:
        self.reject()
        self._context.record_asked.emit(key)


def ask_before(context: ViewContext, found: Found, title: str, verb: str, parent: QWidget | None) -> CollisionQuestion:
    """Open the question."""
    return open_dialog(CollisionQuestion(context, found, title, verb, parent))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
