"""One opportunity, new or known, in a small dialog: what, how much, when, who, and what comes next."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.forms.fields import Choice, FieldKind, FieldSpec, Value
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices, load_choices
from crmdesk.views.accounts.form_fields import FieldMaker, shown_values
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.people_box import PeopleBox
from crmdesk.views.words import field_label, refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services
    from crmdesk.services.contacts import ContactRow
    from crmdesk.services.opportunities import OpportunityRecord, OpportunitySaved
    from crmdesk.services.stages import StageRow

_SIZE: Final = QSize(560, 580)
_AMOUNT: Final = "amount"
_STORED_AMOUNT: Final = ("amount_minor", "currency")
_AMOUNT_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class _Offered:
    """What the dialog shows: the record (None for a new one), stages, people of the site, owners."""

    record: "OpportunityRecord | None"
    stages: "tuple[StageRow, ...]"
    contacts: "tuple[ContactRow, ...]"
    choices: Choices
    owner: str


def open_opportunity(context: ViewContext, opportunity: str, parent: QWidget | None = None) -> "OpportunityDialog":
    """Open the dialog for a known opportunity."""
    return open_dialog(OpportunityDialog(context, opportunity, "", parent))


def open_new_opportunity(context: ViewContext, site: str, parent: QWidget | None = None) -> "OpportunityDialog":
    """Open the dialog for a new opportunity of a site."""
    return open_dialog(OpportunityDialog(context, "", site, parent))


class OpportunityDialog(QDialog):
    """Ctrl+S, Ctrl+Enter or the button stores everything as one action, which the undo bar takes back.

    Signals:
        saved: `services.opportunities.OpportunitySaved`.
    """

    saved = Signal(object)

    def __init__(self, context: ViewContext, opportunity: str, site: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._opportunity, self._site = opportunity, site
        self._record: OpportunityRecord | None = None
        self.resize(_SIZE)
        mark(self, surface="surface")
        self.setWindowTitle(self.tr("Opportunity") if opportunity else self.tr("New opportunity"))
        self._where = ElidedLabel(self)
        mark(self._where, textRole="small")
        self._where.hide()
        self.form = PropertyForm(self)
        self.people = PeopleBox(self)
        for part in (self.form, self.people):
            mark(part, surface="surface")
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.save_button.setToolTip(self.tr("Save the opportunity  Ctrl+S"))
        mark(self.save_button, kind="primary")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setAutoDefault(False)
        self._arrange()
        self.save_button.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        self.form.save_requested.connect(self._on_save)
        self.form.cancel_requested.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)
        work = partial(_read, context.services, opportunity, site, context.language)
        context.tasks.read(work, done=self._on_read, failed=self._on_refused, latest="opportunity")

    def _arrange(self) -> None:
        content = QWidget(self)
        mark(content, surface="surface")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self.form)
        inner.addWidget(self.people)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, 0)
        layout.setSpacing(0)
        where = QHBoxLayout()
        where.setContentsMargins(MARGIN, GAP, MARGIN, GRID)
        where.addWidget(self._where)
        where.addStretch(1)
        layout.addLayout(where)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)

    @Slot(object)
    def _on_read(self, offered: _Offered) -> None:
        record = offered.record
        self._record = record
        self.form.set_fields(_fields(offered))
        if record is not None:
            self._where.show_text(" › ".join([*(part.name for part in record.path), record.site.name]))
            self._where.show()
            values: dict[str, Value] = shown_values(RecordKind.OPPORTUNITY, record.values)
            values[_AMOUNT] = None if record.money is None else str(record.money).replace(".00 ", " ")
        else:
            begin = next((stage.id for stage in offered.stages if not stage.is_closed), None)
            values = {"stage_id": begin, "owner_id": offered.owner or None}
        self.form.set_values({spec: values.get(spec) for spec in self.form.values()})
        self.people.show_people(offered.contacts, () if record is None else record.people)
        self.save_button.setEnabled(True)
        self.form.focus_field("name")

    @Slot()
    def _on_save(self) -> None:
        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        service, record, people = self._context.services.opportunities, self._record, self.people.people()
        if record is None:
            typed = {key: value for key, value in self.form.values().items() if value is not None}
            work = partial(service.create, {"site_id": self._site, **typed}, people)
        else:
            changed = {key: self.form.value(key) for key in self.form.changed_fields()}
            read = {key: record.values[key] for key in changed if key != _AMOUNT}
            if _AMOUNT in changed:
                read |= {key: record.values[key] for key in _STORED_AMOUNT}
            work = partial(service.save, record.id, changed, read, people)
        self._context.tasks.write(work, done=self._on_saved, failed=self._on_refused)

    @Slot(object)
    def _on_saved(self, saved: "OpportunitySaved") -> None:
        steps = UndoSteps.of(self._context)
        text = self.tr("Added {name}.") if self._record is None else self.tr("Saved {name}.")
        steps.offer(text.format(name=saved.record.name), saved.changes)
        self.saved.emit(saved)
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.problem.setText(refusal_text(error))
        self.problem.show()
        self.save_button.setEnabled(bool(self.form.values()))


def _read(services: "Services", opportunity: str, site: str, language: str) -> _Offered:
    """Read everything the dialog shows; blocking, runs in a worker."""
    record = services.opportunities.open(opportunity, language) if opportunity else None
    site = record.site.key.id if record is not None else site
    stages = services.stages.all(language)
    if record is not None and record.stage.id not in {stage.id for stage in stages}:
        stages = (*stages, record.stage)
    choices = load_choices(services, language)
    return _Offered(record, stages, services.contacts.of_site(site), choices, choices.me)


def _fields(offered: _Offered) -> tuple[FieldSpec, ...]:
    maker = FieldMaker(RecordKind.OPPORTUNITY, offered.choices)
    stages = tuple(Choice(stage.id, f"{stage.name} · {stage.probability} %") for stage in offered.stages)
    amount = FieldSpec(_AMOUNT, field_label("Amount"), placeholder="120000 · 12万 · USD 5,000", max_length=_AMOUNT_LENGTH)
    return (
        maker.make("name", ""),
        FieldSpec("stage_id", field_label("Stage"), FieldKind.CHOICE, choices=stages),
        amount,
        maker.make("closes_on", ""),
        maker.make("owner_id", ""),
        maker.make("next_step", ""),
        maker.make("next_step_on", ""),
        maker.make("note", ""),
    )
