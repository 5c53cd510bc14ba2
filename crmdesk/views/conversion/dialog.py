"""The dialog that converts a lead: where it goes, what goes along, and the opportunity it begins. One key in the simple case."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.forms.fields import FieldKind, FieldSpec
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.conversion.carried_grid import CarriedGrid
from crmdesk.views.conversion.joins_form import JoinsForm
from crmdesk.views.words import field_label, refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.conversion import Converted
    from crmdesk.services.conversion_plan import ConversionPlan, Joins

_SIZE: Final = QSize(820, 640)


class ConversionDialog(QDialog):
    """Proposes what is sure – the same company, the same address, the same person – and lets everything be changed.

    Signals:
        converted: `services.conversion.Converted`, afterwards.
    """

    converted = Signal(object)

    def __init__(self, context: ViewContext, lead_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lead_id = lead_id
        self._plan: ConversionPlan | None = None
        self._person = ""
        self._decided: set[RecordKind] = set()
        self._taken: frozenset[tuple[RecordKind, str]] = frozenset()
        self.resize(_SIZE)
        mark(self, surface="surface")
        self.joins = JoinsForm(self)
        self.joins.chosen.connect(self._on_chosen)
        self.begins = QCheckBox(self)
        self.begins.setChecked(True)
        self.begins.toggled.connect(self._on_begins_toggled)
        self.opportunity = PropertyForm(self)
        self.grid = CarriedGrid(self)
        self.grid.choice_made.connect(self._on_choice_made)
        self._along = self._label("secondary")
        self.problem = self._label("bad")
        self.problem.hide()
        self.convert_button = QPushButton(self)
        self.convert_button.setDefault(True)
        self.convert_button.setEnabled(False)
        mark(self.convert_button, kind="primary")
        self.convert_button.clicked.connect(self._on_convert_clicked)
        self._cancel = QPushButton(self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._arrange()
        self._retranslate()
        self._ask(None)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        mark(label, textRole=role)
        return label

    def _arrange(self) -> None:
        page = QWidget(self)
        mark(page, surface="surface")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inside.setSpacing(GAP)
        inside.addWidget(self.joins)
        inside.addSpacing(GAP)
        inside.addWidget(self.begins)
        inside.addWidget(self.opportunity)
        inside.addSpacing(GAP)
        inside.addWidget(self.grid)
        inside.addWidget(self._along)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        foot = QWidget(self)
        mark(foot, surface="window", edge="top")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.convert_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)

    # What would be

    def _ask(self, joins: "Joins | None") -> None:
        work = partial(self._context.services.conversion.plan, self._lead_id, joins, self._context.language)
        self._context.tasks.read(work, done=self._on_plan, failed=self._on_refused, latest="conversion")

    @Slot(object)
    def _on_plan(self, plan: "ConversionPlan") -> None:
        self._plan = plan
        proposed = self._proposal(plan)
        if proposed is not None:
            self._ask(proposed)
            return
        names = (line.value for line in plan.carried if (line.target, line.field) == (RecordKind.CONTACT, "name"))
        self._person = self._person or str(next(names, ""))
        self.joins.show_plan(plan, self._person)
        self.grid.show_plan(plan, self._taken)
        self.problem.hide()
        self.convert_button.setEnabled(True)
        if not self.opportunity.value("name"):
            self.opportunity.set_values({"name": plan.opportunity_name})
        self._retranslate()

    def _proposal(self, plan: "ConversionPlan") -> "Joins | None":
        """Return what is joined although nobody said so, because it is sure; None where there is nothing more to propose."""
        found = plan.sure(self._decided)
        if found is None:
            return None
        self._decided.add(found[0])
        return plan.joins.joining(*found)

    @Slot(object)
    def _on_chosen(self, kind: RecordKind) -> None:
        if self._plan is None:
            return
        self._decided.add(kind)
        if kind is RecordKind.COMPANY:
            self._decided -= {RecordKind.SITE, RecordKind.CONTACT}
        self._taken = frozenset()
        self.convert_button.setEnabled(False)
        joins = self._plan.joins.joining(kind, self.joins.chosen_id(kind))
        self._ask(replace(joins, with_contact=self.joins.has_person))

    @Slot(object, str, bool)
    def _on_choice_made(self, kind: RecordKind, column: str, is_taken: bool) -> None:  # noqa: FBT001 - the signal's signature
        self._taken = self._taken | {(kind, column)} if is_taken else self._taken - {(kind, column)}

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.problem.setText(refusal_text(error))
        self.problem.show()
        self.convert_button.setEnabled(self._plan is not None)

    # Doing it

    @Slot(bool)
    def _on_begins_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - the signal's signature
        self.opportunity.setVisible(is_on)

    @Slot()
    def _on_convert_clicked(self) -> None:
        if self._plan is None:
            return
        from crmdesk.services.conversion_plan import ConversionOrder

        values = self.opportunity.values() if self.begins.isChecked() else None
        order = ConversionOrder(self._plan.joins, self.joins.typed_names(), self._taken, values)
        self.convert_button.setEnabled(False)
        work = partial(self._context.services.conversion.convert, self._lead_id, order)
        self._context.tasks.write(work, done=self._on_converted, failed=self._on_refused)

    @Slot(object)
    def _on_converted(self, done: "Converted") -> None:
        steps = UndoSteps.of(self._context)
        name = "" if self._plan is None else self._plan.name
        steps.offer(self.tr("Converted {name}.").format(name=name), done.changes)
        self.converted.emit(done)
        self._context.record_asked.emit(str(done.site))
        self.accept()

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        name = "" if self._plan is None else self._plan.name
        self.setWindowTitle(self.tr("Convert {name}").format(name=name) if name else self.tr("Convert lead"))
        self.convert_button.setText(self.tr("Convert"))
        self.convert_button.setToolTip(self.tr("Ctrl+Z takes it back, as long as nothing was built on it"))
        self._cancel.setText(self.tr("Cancel"))
        self.begins.setText(self.tr("Begin an opportunity"))
        kept = self.opportunity.values()
        self.opportunity.set_fields(
            (
                FieldSpec("name", field_label("Opportunity"), max_length=400),
                FieldSpec(
                    "amount", field_label("Amount"), placeholder=self.tr("120,000 or 12万; other currencies by their sign")
                ),
                FieldSpec("closes_on", field_label("Closes on"), FieldKind.DATE),
            )
        )
        if kept:
            self.opportunity.set_values(kept)
        count = 0 if self._plan is None else self._plan.follow_ups
        self._along.setText(self.tr("%n follow-ups go along as activities; the lead keeps its own.", "", count) if count else "")
        self._along.setVisible(bool(count))
