"""What the form of a lead holds, and in which order; edited in place and saved as a whole."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError, InvalidField
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.forms.fields import FieldSpec, Problem, Section, Value
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.ui.table.columns import Severity
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.accounts.form_fields import FieldMaker, shown_values, typed_values
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.leads import LeadRecord, LeadSaved

INITIATOR: Final = "leads.record"
_WHO: Final = ("company_name", "person", "job_title", "mobile", "phone", "email", "website")
_WHERE: Final = ("province", "city", "district", "street", "postcode", "country")
_FROM: Final = ("industry_id", "source_id", "origin", "campaign", "headcount", "credit_code")
_NEXT: Final = ("next_step", "next_step_on", "look_again_on", "contract_ends_on", "protected_until")
_NOTE: Final = ("note",)


def lead_sections() -> tuple[Section, ...]:
    """Return the sections of the form in the present language."""
    text = QCoreApplication.translate
    return (
        Section("next", text("lead_form", "What comes next")),
        Section("who", text("lead_form", "Who it is")),
        Section("from", text("lead_form", "Where it comes from"), column=1),
        Section("where", text("lead_form", "Address"), column=1),
        Section("note", "", column=1),
    )


def lead_fields(maker: FieldMaker) -> tuple[FieldSpec, ...]:
    """Return the fields of the form."""
    by_section = (("next", _NEXT), ("who", _WHO), ("from", _FROM), ("where", _WHERE), ("note", _NOTE))
    return tuple(maker.make(key, section) for section, keys in by_section for key in keys)


class LeadForm(QWidget):
    """Shows one lead; what was typed is saved by Ctrl+S, or when another lead is to be shown.

    Signals:
        dirty_changed: `bool`.
        saved: `services.leads.LeadSaved`.
        refused: the lead was not saved; the reason stands beside the field or is `str` told.
    """

    dirty_changed = Signal(bool)
    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._record: LeadRecord | None = None
        self._choices = Choices()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(area, surface="surface")
        self.form = PropertyForm(area)
        mark(self.form, surface="surface")
        area.setWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.form.dirty_changed.connect(self.dirty_changed)
        self.form.save_requested.connect(self.save)
        self.form.cancel_requested.connect(self.revert)
        self.retranslate()  # while it is hidden: inputs made under the reader's eyes jump

    @property
    def is_dirty(self) -> bool:
        """Whether anything typed is not saved."""
        return self.form.is_dirty

    def set_choices(self, choices: Choices) -> None:
        """Offer these from now on; what is being typed stays."""
        self._choices = choices
        self.retranslate()

    def retranslate(self) -> None:
        """Show the fields in the present language."""
        depth = self._context.preferences.current.industry_depth
        self.form.set_fields(lead_fields(FieldMaker(RecordKind.LEAD, self._choices, depth)), lead_sections())
        if self._record is not None and not self.form.is_dirty:
            self.form.set_values(shown_values(RecordKind.LEAD, self._record.values))

    def show_record(self, record: "LeadRecord") -> None:
        """Show a lead as it is stored; a converted one cannot be edited."""
        self._record = record
        self.form.set_values(shown_values(RecordKind.LEAD, record.values))
        self.form.setEnabled(not record.is_closed)

    @Slot()
    def revert(self) -> None:
        """Show the lead as it is stored again."""
        self.form.revert()

    @Slot()
    def save(self) -> None:
        """Save what was typed."""
        record = self._record
        if record is None or not self.form.is_dirty:
            return
        values = typed_values(RecordKind.LEAD, self.form.values(), self.form.changed_fields())
        work = partial(self._context.services.leads.save, record.id, values, record.values, initiator=INITIATOR)
        self._context.tasks.write(work, done=self._on_saved, failed=self._on_refused)

    @Slot(object)
    def _on_saved(self, saved: "LeadSaved") -> None:
        self.show_record(saved.record)
        self._context.published(saved.changes)
        self.saved.emit(saved)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        problems = self._problems(error)
        self.form.show_problems(problems)
        self.refused.emit("" if problems else refusal_text(error))

    def _problems(self, error: CrmError) -> Mapping[str, list[Problem]]:
        """Return the refusal beside its field, where it speaks of one."""
        named = error.params.get("field") if isinstance(error, InvalidField) else None
        from crmdesk.services.record_fields import FIELDS

        key = next((info.key for info in FIELDS[RecordKind.LEAD] if info.label == named), None)
        return {} if key is None else {key: [Problem(Severity.ERROR, refusal_text(error))]}

    def values(self) -> Mapping[str, Value]:
        """Return what stands in the form."""
        return self.form.values()
