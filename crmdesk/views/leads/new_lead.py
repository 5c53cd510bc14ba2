"""A new lead in one small dialog: a name is enough; who has it already is said while it is typed."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices, load_choices
from crmdesk.views.accounts.form_fields import FieldMaker, typed_values
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.collisions import CollisionList, Found, check
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.leads import LeadSaved

_SIZE: Final = QSize(520, 420)
_TYPING_MS: Final = 350
_COMPARED: Final = ("company_name", "mobile", "phone", "email", "street")
"""While none of these is filled in there is nothing to compare: a person's name alone says little."""
_KEYS: Final = (
    "company_name",
    "person",
    "job_title",
    "mobile",
    "phone",
    "email",
    "city",
    "street",
    "source_id",
    "industry_id",
    "note",
)


def open_new_lead(context: ViewContext, parent: QWidget | None = None) -> "NewLeadDialog":
    """Open the dialog; its `created` signal tells of the lead."""
    return open_dialog(NewLeadDialog(context, parent))


class NewLeadDialog(QDialog):
    """Ctrl+S or the button stores the lead with whoever uses this store.

    Signals:
        created: `services.leads.LeadSaved`.
    """

    created = Signal(object)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.resize(_SIZE)
        mark(self, surface="surface")
        self.setWindowTitle(self.tr("New lead"))
        self.form = PropertyForm(self)
        mark(self.form, surface="surface")
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.collisions = CollisionList(self)
        self.collisions.open_asked.connect(self._on_open_asked)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._check)
        self.form.edited.connect(self._on_edited)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.save_button.setToolTip(self.tr("Save the new lead  Ctrl+S"))
        mark(self.save_button, kind="primary")
        self.save_button.clicked.connect(self._on_save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.form.save_requested.connect(self._on_save)
        self.form.cancel_requested.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_save)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form, 1)
        layout.addWidget(self.collisions)
        layout.addLayout(buttons)
        self._on_choices(Choices())
        self.form.focus_field("company_name")
        work = partial(load_choices, context.services, context.language)
        context.tasks.read(work, done=self._on_choices, latest="new lead choices")

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        maker = FieldMaker(RecordKind.LEAD, choices, self._context.preferences.current.industry_depth)
        self.form.set_fields(tuple(maker.make(key, "") for key in _KEYS))

    def _typed(self) -> dict[str, object]:
        return {key: value for key, value in typed_values(RecordKind.LEAD, self.form.values()).items() if value is not None}

    @Slot(str, object)
    def _on_edited(self, _key: str, _value: object) -> None:
        self._typing.start()

    @Slot()
    def _check(self) -> None:
        typed = self._typed()
        if any(typed.get(key) for key in _COMPARED):
            work = partial(check, self._context.services, typed)
            self._context.tasks.read(work, done=self.collisions.show_found, owner=self, latest="new lead check")
        else:
            self.collisions.show_found(Found((), ""))

    @Slot(str)
    def _on_open_asked(self, key: str) -> None:
        self.reject()
        self._context.record_asked.emit(key)

    @Slot()
    def _on_save(self) -> None:
        self.save_button.setEnabled(False)
        work = partial(self._context.services.leads.create, self._typed())
        self._context.tasks.write(work, done=self._on_created, failed=self._on_refused)

    @Slot(object)
    def _on_created(self, saved: "LeadSaved") -> None:
        steps = UndoSteps.of(self._context)
        steps.offer(self.tr("Added {name}.").format(name=saved.record.name), saved.changes)
        self.created.emit(saved)
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.problem.setText(refusal_text(error))
        self.problem.show()
        self.save_button.setEnabled(True)
