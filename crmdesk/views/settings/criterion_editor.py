"""One criterion in a dialog: name, question and hint side by side in three languages, weight and knock-out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget
from typing_extensions import override

from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.editor_dialog import EditorDialog
from crmdesk.views.settings.language_fields import LanguageFields, LanguageText
from crmdesk.views.settings.section import make_label
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.criteria_sets import CriterionRow

_SIZE: Final = QSize(860, 380)
_NAME, _LONG = 100, 500
_MOST_WEIGHT: Final = 100


def open_criterion_editor(
    context: ViewContext, set_id: str, criterion: "CriterionRow | None", *, is_used: bool, parent: QWidget | None = None
) -> "CriterionEditor":
    """Open the dialog for a criterion of a set, or for a new one."""
    return open_dialog(CriterionEditor(context, set_id, criterion, is_used=is_used, parent=parent))


class CriterionEditor(EditorDialog):
    """Weight and knock-out of a set that leads were judged by stay as they are; its words may be put better."""

    def __init__(
        self, context: ViewContext, set_id: str, criterion: "CriterionRow | None", *, is_used: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        is_new = criterion is None
        self.setWindowTitle(self.tr("New criterion") if criterion is None else criterion.name)
        self.open_at(_SIZE)
        self._set_id = set_id
        self._criterion = criterion
        self.texts = LanguageFields(
            (
                LanguageText("name", self.tr("Criterion"), _NAME),
                LanguageText("question", self.tr("Question"), _LONG, has_lines=True),
                LanguageText("hint", self.tr("Hint"), _LONG, has_lines=True),
            ),
            context.language,
            self,
        )
        self.weight = QSpinBox(self)
        self.weight.setRange(0, _MOST_WEIGHT)
        self.weight.setValue(1)
        self.weight.setAccessibleName(field_label("Weight"))
        self.knock_out = QCheckBox(self.tr("&Knock-out: a no fails, whatever else is answered"), self)
        counting = QHBoxLayout()
        counting.setSpacing(GAP)
        label = QLabel(self.tr("&Weight"), self)
        label.setBuddy(self.weight)
        counting.addWidget(label)
        counting.addWidget(self.weight)
        counting.addSpacing(2 * MARGIN)
        counting.addWidget(self.knock_out)
        counting.addStretch(1)
        self.body.addWidget(self.texts)
        self.body.addLayout(counting)
        told = self.tr("A yes counts the weight, partly half of it. An empty text falls back to another language.")
        if is_used and not is_new:
            told = self.tr(
                "Leads were judged by this set, so weight and knock-out stay as they are. A new version may change them."
            )
            for field in (self.weight, self.knock_out):
                field.setEnabled(False)
                field.setToolTip(told)
        self.body.addWidget(make_label(told, "small", self))
        self.body.addStretch(1)
        if criterion is not None:
            self.texts.show_values(criterion.stored)
            self.weight.setValue(criterion.weight)
            self.knock_out.setChecked(criterion.is_knock_out)
        self.texts.edited.connect(self.problem.hide)
        self.texts.setFocus()

    def values(self) -> dict[str, object]:
        """Return what stands in the dialog, by column of `models.qualification.Criterion`."""
        return {**self.texts.values(), "weight": self.weight.value(), "is_knock_out": int(self.knock_out.isChecked())}

    @override
    def command(self) -> Callable[[], Any] | None:
        if not self.texts.first("name"):
            self.refuse(self.tr("Give the criterion a name."))
            self.texts.setFocus()
            return None
        sets = self._context.services.criteria_sets
        if self._criterion is None:
            return partial(sets.add_criterion, self._set_id, self.values())
        return partial(sets.change_criterion, self._criterion.id, self.values())

    @override
    def said(self) -> str:
        name = self.texts.first("name")
        if self._criterion is None:
            return self.tr("Added the criterion {name}.").format(name=name)
        return self.tr("Changed the criterion {name}.").format(name=name)
