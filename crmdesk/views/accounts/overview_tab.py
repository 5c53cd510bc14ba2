"""The first tab of a record: its form, checked while typing, saved as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.core.remarks import Remark
from crmdesk.core.vocabulary import RecordKind
from crmdesk.core.vocabulary import Severity as Gravity
from crmdesk.services.record_fields import field_info
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.forms.fields import Value
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.ui.idle_steps import IdleSteps
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.accounts.company_form import company_content
from crmdesk.views.accounts.form_fields import (
    GRADED,
    FieldMaker,
    FormContent,
    Stored,
    problems_from,
    shown_values,
    typed_values,
)
from crmdesk.views.accounts.new_record import Proposals
from crmdesk.views.accounts.opened import Draft, OpenedRecord
from crmdesk.views.accounts.premises_watch import PREMISES_PARTS, PremisesWatch
from crmdesk.views.accounts.record_bands import RecordBands
from crmdesk.views.accounts.site_form import site_content
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.accounts import Saved
    from crmdesk.services.address_forms import AddressForm
    from crmdesk.services.site_premises import SiteHere

INITIATOR: Final = "accounts.record"
"""Marks changes this form made itself: it shows them already."""
_PREPARE_MS: Final = 300
_FIELDS_A_STEP: Final = 6


class OverviewTab(QWidget):
    """Shows an opened record or a draft, tells what is wrong with it, saves it.

    Signals:
        dirty_changed: `bool`, something is not saved, or no more.
        record_saved: `services.accounts.Saved`.
        saving_refused: the record was not saved; the reason stands in the message bar or beside a field.
        reload_asked: the user wants the record as it is stored now.
        cancel_asked: Esc.
        link_activated: `str` key of another record.
        unit_asked: (`SiteHere`, `str` name, empty for none) what was typed is to be a floor or department of that site.
    """

    dirty_changed = Signal(bool)
    record_saved = Signal(object)
    saving_refused = Signal()
    reload_asked = Signal()
    cancel_asked = Signal()
    link_activated = Signal(str)
    unit_asked = Signal(object, str)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choices = Choices()
        self._key: RecordKey | None = None
        self._kind = RecordKind.COMPANY
        self._opened: OpenedRecord | None = None
        self._draft: Draft | None = None
        self._address: AddressForm | None = None
        self._sent: dict[str, Value] | None = None
        self._touched: set[str] = set()
        self._stack = QStackedWidget(self)
        # One form for each kind: walking through the tree then changes values, and hardly ever widgets.
        self._forms = {kind: self._make_form() for kind in (RecordKind.COMPANY, RecordKind.SITE)}
        self._proposals = Proposals(context, self)
        self.bands = RecordBands(context, self)
        self.bands.record_asked.connect(self.link_activated)
        self.premises = PremisesWatch(context, self.bands.premises, self)
        self.premises.decided.connect(self._check)
        self.premises.bar.open_asked.connect(self.link_activated)
        self.premises.bar.unit_asked.connect(self._on_unit_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bands)
        layout.addWidget(self._stack)
        self._steps = IdleSteps(self)
        self._prepare = QTimer(self, singleShot=True, interval=_PREPARE_MS)
        self._prepare.timeout.connect(self._on_idle)
        self._reload = QAction(self)
        self._reload.triggered.connect(self.reload_asked)

    def _make_form(self) -> PropertyForm:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(scroll, surface="surface")
        form = PropertyForm(scroll)
        mark(form, surface="surface")
        scroll.setWidget(form)
        self._stack.addWidget(scroll)
        form.edited.connect(self._on_edited)
        form.dirty_changed.connect(self.dirty_changed)
        form.save_requested.connect(self.save)
        form.cancel_requested.connect(self.cancel_asked)
        form.link_activated.connect(self.link_activated)
        return form

    # What is shown

    @property
    def form(self) -> PropertyForm:
        """The form of the kind of record that is shown."""
        return self._forms[self._kind]

    @property
    def is_dirty(self) -> bool:
        """Whether anything typed is not saved."""
        return self.form.is_dirty

    @property
    def is_new(self) -> bool:
        """Whether the record is not stored yet."""
        return self._draft is not None

    def set_choices(self, choices: Choices) -> None:
        """Offer these from now on; what is being typed stays."""
        self._choices = choices
        if self._opened is not None or self._draft is not None:
            self._show_fields()
        self._prepare.start()

    @Slot()
    def _on_idle(self) -> None:
        """Make the inputs of forms not shown yet: they take longer than anything after them."""
        for kind, form in self._forms.items():
            if not form.values():
                self._steps.add(self._making(kind, form))

    def _making(self, kind: RecordKind, form: PropertyForm) -> Iterator[None]:
        """Make the fields of an empty form a few at a time; what is shown meanwhile takes over what is made."""
        content = self._empty_content(kind)
        for made in range(0, len(content.fields), _FIELDS_A_STEP):
            if len(form.values()) != made:
                return  # a record came: its form is whole
            form.set_fields(content.fields[: made + _FIELDS_A_STEP], content.sections)
            yield

    def _empty_content(self, kind: RecordKind) -> FormContent:
        shown = self._kind, self._opened, self._draft, self._address
        self._kind, self._opened, self._draft, self._address = kind, None, None, self._choices.address
        content = self._make_content({})
        self._kind, self._opened, self._draft, self._address = shown
        return content

    def show_record(self, opened: OpenedRecord) -> None:
        """Show a record as it is stored."""
        self._leave_form(opened.record.key.kind)
        self._draft = None
        self._opened = opened
        self._key = opened.record.key
        self._address = opened.address
        self.bands.show_record(opened)
        self._begin()
        self._check()

    def show_draft(self, draft: Draft) -> None:
        """Show a record that is to be made; nothing counts as typed yet but what the user types."""
        self._leave_form(draft.kind)
        self._opened = None
        self._draft = draft
        self._key = None
        self._address = draft.address
        self.bands.show_draft()
        self._begin()
        self._proposals.begin(draft, self.form)
        self.form.focus_field("legal_name" if draft.kind is RecordKind.COMPANY else "city")

    def _leave_form(self, kind: RecordKind) -> None:
        """Turn to the form of a kind; what was typed in the other one was saved or given up."""
        if kind is not self._kind:
            self.form.revert()
            self._kind = kind
            self._stack.setCurrentIndex(list(self._forms).index(kind))

    def _begin(self) -> None:
        self._sent = None
        self._touched.clear()
        self._proposals.stop()
        self.premises.begin()
        content = self._make_content(self._stored())
        self.form.set_fields(content.fields, content.sections)
        self.form.set_values({**shown_values(self._kind, self._stored()), **content.shown})

    def _stored(self) -> "Mapping[str, Stored]":
        if self._opened is not None:
            return self._opened.record.values
        return self._draft.values if self._draft is not None else {}

    def _show_fields(self) -> None:
        """Make the fields anew (other country, language or choices) and keep what stands in them."""
        content = self._make_content({**self._stored(), **_plain(self.form.values())})
        self.form.set_fields(content.fields, content.sections)
        self.form.set_saved_value(GRADED, content.shown.get(GRADED))

    def _make_content(self, values: "Mapping[str, Stored]") -> FormContent:
        maker = FieldMaker(self._kind, self._choices, self._context.preferences.current.industry_depth, self._inherited())
        if self._kind is RecordKind.SITE:
            return site_content(maker, values, self._address, company=self._draft.parent_name if self._draft else "")
        record = None if self._opened is None else self._opened.record
        parent = record.path[-1].name if record is not None and record.path else ""
        return company_content(
            maker,
            values,
            parent=self._draft.parent_name if self._draft else parent,
            site_count=None if record is None else record.site_count,
            copied_block=self.invoice_text,
        )

    def _inherited(self) -> "Mapping[str, Stored]":
        if self._opened is not None:
            return self._opened.record.inherited
        return self._draft.inherited if self._draft is not None else {}

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.form.focus_field("legal_name" if self._kind is RecordKind.COMPANY else "name")

    def invoice_text(self) -> str:
        """Return the invoice block of what stands in the form."""
        from crmdesk.services.invoice_block import invoice_block

        return invoice_block(_plain(self.form.values()))

    # Typing

    @Slot(str, object)
    def _on_edited(self, field: str, value: object) -> None:
        self._touched.add(field)
        if field == "country":
            self._context.tasks.read(
                self._context.services.addresses.form,
                None if value is None else str(value),
                done=self._on_address_form,
                latest="address",
            )
        if self.is_new:
            self._proposals.take_edit(field)
        self._check()

    @Slot(object)
    def _on_address_form(self, form: "AddressForm") -> None:
        if form != self._address:
            self._address = form
            self._show_fields()

    def _check(self) -> None:
        values = {**self._stored(), **typed_values(self._kind, self.form.values()), **self._above()}
        if self._kind is RecordKind.SITE:
            is_typed = self.is_new or any(field in PREMISES_PARTS for field in self.form.changed_fields())
            self.premises.check(values, self._key, is_typed=is_typed)
        if self.is_new:
            self.bands.look_for(self._kind, {**values, "company_name": self._draft.parent_name if self._draft else ""})
        others = self.premises.other_buildings
        check = self._context.services.accounts.check
        self._context.tasks.read(check, self._kind, values, self._key, others, done=self._on_checked, latest="check")

    def _above(self) -> dict[str, object]:
        if self._draft is None or self._draft.parent is None:
            return {}
        return {"company_id" if self._kind is RecordKind.SITE else "parent_id": self._draft.parent.id}

    @Slot(object)
    def _on_checked(self, remarks: tuple[Remark, ...]) -> None:
        # An empty form is not wrong yet: what is missing is said once the field was touched, or on saving.
        said = [
            remark
            for remark in remarks
            if not self.is_new or remark.severity is not Gravity.ERROR or remark.field in self._touched or self._has(remark.field)
        ]
        self.form.show_problems(problems_from(said))

    def _has(self, field: str) -> bool:
        return self.form.values().get(field) is not None

    @Slot(object)
    def _on_unit_asked(self, here: "SiteHere") -> None:
        typed = self.form.value("name") if not self.is_new or self._proposals.is_typed("name") else None
        self.unit_asked.emit(here, str(typed or ""))

    # Saving

    @Slot()
    def save(self) -> None:
        """Save what was typed; the answer comes by a signal."""
        if self._sent is not None or not (self.is_dirty or self.is_new) or not self._context.is_ready:
            return
        accounts = self._context.services.accounts
        self._sent = self.form.values()
        if self._opened is None:
            typed = {**_filled(typed_values(self._kind, self._sent)), **self._above()}
            self._touched.update(self._sent)
            if self._kind is RecordKind.SITE:
                create = partial(accounts.create_site, typed, other_buildings=self.premises.other_buildings, initiator=INITIATOR)
            else:
                create = partial(accounts.create_company, typed, initiator=INITIATOR)
            self._context.tasks.write(create, done=self._on_saved, failed=self._on_refused)
            return
        record = self._opened.record
        changed = typed_values(self._kind, self._sent, self.form.changed_fields())
        base = {key: record.values[key] for key in changed}
        others = self.premises.other_buildings
        work = partial(accounts.save, record.key, changed, base, other_buildings=others, initiator=INITIATOR)
        self._context.tasks.write(work, done=self._on_saved, failed=self._on_refused)

    @Slot()
    def revert(self) -> None:
        """Show what is stored again."""
        if self._draft is not None:
            self.show_draft(self._draft)
        elif self._opened is not None:
            self.show_record(self._opened)

    @Slot(object)
    def _on_saved(self, saved: "Saved") -> None:
        typed_since = {
            key: value for key, value in self.form.values().items() if self._sent is not None and value != self._sent.get(key)
        }
        before = self._opened
        self.show_record(
            OpenedRecord(saved.record, self._address)
            if before is None
            else replace(before, record=saved.record, address=self._address)
        )
        for key, value in typed_since.items():
            if field_info(self._kind, key) is not None:
                self.form.set_value(key, value)
        self.record_saved.emit(saved)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._sent = None
        self._check()
        self._reload.setText(self.tr("&Reload"))
        self._reload.setToolTip(self.tr("Show the record as it is stored now; what you typed is lost"))
        actions = [self._reload] if error.code == "ChangedMeanwhile" else []
        self._context.frame.show_message(refusal_text(error), Severity.BAD, actions)
        field = next((key for key, shown in self.form.values().items() if shown is None and self._is_required(key)), "")
        self.form.focus_field(field)
        self.saving_refused.emit()

    def _is_required(self, field: str) -> bool:
        info = field_info(self._kind, field)
        return info is not None and info.required


def _plain(values: Mapping[str, Value]) -> "dict[str, Stored]":
    return {key: value if isinstance(value, str | int) or value is None else str(value) for key, value in values.items()}


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}
