"""A set of criteria in a dialog: its name in three languages, its pass mark with a live example, and whose leads it is for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.pickers.options import Option
from crmdesk.ui.pickers.tree_picker import TreePicker
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.criteria_words import example_text
from crmdesk.views.settings.editor_dialog import EditorDialog
from crmdesk.views.settings.language_fields import LanguageFields, LanguageText
from crmdesk.views.settings.section import make_label
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from collections.abc import Sequence

    from crmdesk.services.criteria_sets import CriteriaSetRow, CriterionRow
    from crmdesk.services.taxonomies import TermRow

_SIZE: Final = QSize(760, 380)
_COUNT, _PERCENT, _ALL = "count", "percent", "all"
_LONGEST: Final = 100
_USUAL_PERCENT: Final = 70


def open_criteria_editor(
    context: ViewContext,
    chosen: "CriteriaSetRow | None",
    criteria: "Sequence[CriterionRow]",
    *,
    is_used: bool,
    parent: QWidget | None = None,
) -> "CriteriaEditor":
    """Open the dialog for a set with what it asks, or for a new one."""
    return open_dialog(CriteriaEditor(context, chosen, criteria, is_used=is_used, parent=parent))


class CriteriaEditor(EditorDialog):
    """The pass mark of a set that leads were judged by stays as it is."""

    def __init__(
        self,
        context: ViewContext,
        chosen: "CriteriaSetRow | None",
        criteria: "Sequence[CriterionRow]",
        *,
        is_used: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "", parent)
        self.setWindowTitle(self.tr("New set of criteria") if chosen is None else chosen.name)
        self.open_at(_SIZE)
        self._set = chosen
        self._criteria = tuple(criteria)
        self.names = LanguageFields((LanguageText("name", self.tr("Set name"), _LONGEST),), context.language, self)
        self.rule = QComboBox(self)
        for text, key in (
            (self.tr("so many criteria"), _COUNT),
            (self.tr("percent of the weights"), _PERCENT),
            (self.tr("all criteria"), _ALL),
        ):
            self.rule.addItem(text, key)
        self.mark = QSpinBox(self)
        self.mark.setAccessibleName(self.tr("Pass mark"))
        self.example = make_label("", "secondary", self)
        self.source = self._picker(Taxonomy.SOURCE)
        self.industry = self._picker(Taxonomy.INDUSTRY)
        self._arrange(is_used=is_used)
        self._fill()
        self.rule.activated.connect(self._on_rule)
        self.mark.valueChanged.connect(self._show_example)
        self.names.edited.connect(self.problem.hide)
        terms = context.services.taxonomies.terms
        for taxonomy, done in ((Taxonomy.SOURCE, self._on_sources), (Taxonomy.INDUSTRY, self._on_industries)):
            read = partial(terms, taxonomy, context.language, retired=True)
            context.tasks.read(read, done=done, latest=f"criteria {taxonomy.value}")
        self.names.setFocus()

    def _picker(self, taxonomy: Taxonomy) -> TreePicker:
        picker = TreePicker(parent=self)
        picker.setAccessibleName(word(taxonomy))
        picker.setPlaceholderText(self.tr("any"))
        return picker

    def _arrange(self, *, is_used: bool) -> None:
        self.rule.setAccessibleName(self.tr("Passes with"))
        passes = QHBoxLayout()
        passes.setSpacing(GAP)
        passes.addWidget(self.mark)
        passes.addWidget(self.rule)
        passes.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Passes with"), passes)
        form.addRow("", self.example)
        form.addRow(word(Taxonomy.SOURCE), self.source)
        form.addRow(word(Taxonomy.INDUSTRY), self.industry)
        self.body.addWidget(self.names)
        self.body.addSpacing(GAP)
        self.body.addLayout(form)
        told = self.tr("Leads of this source or industry are offered this set first; without both it is for every lead.")
        self.body.addWidget(make_label(told, "small", self))
        if is_used:
            told = self.tr("Leads were judged by this set, so its pass mark stays as it is. A new version may change it.")
            self.body.addWidget(make_label(told, "small", self))
            for field in (self.rule, self.mark):
                field.setEnabled(False)
                field.setToolTip(told)
        self.body.addStretch(1)

    def _fill(self) -> None:
        chosen = self._set
        if chosen is None:
            self._show_rule(_PERCENT, _USUAL_PERCENT)
            return
        self.names.show_values(dict(zip(("name", "name_zh_tw", "name_en"), chosen.names, strict=True)))
        self.source.set_key(chosen.source_id or "")
        self.industry.set_key(chosen.industry_id or "")
        if chosen.pass_count is not None:
            self._show_rule(_COUNT, chosen.pass_count)
        elif chosen.pass_percent is not None:
            self._show_rule(_PERCENT, chosen.pass_percent)
        else:
            self._show_rule(_ALL, 0)

    def _show_rule(self, key: str, number: int) -> None:
        self.rule.setCurrentIndex(self.rule.findData(key))
        self.mark.setVisible(key != _ALL)
        self.mark.setRange(1, 100)
        self.mark.setSuffix(" %" if key == _PERCENT else "")
        self.mark.setValue(number)
        self._show_example()

    @Slot()
    def _on_rule(self) -> None:
        asked = sum(not one.is_retired for one in self._criteria)
        key = str(self.rule.currentData())
        self._show_rule(key, max(1, asked - 1) if key == _COUNT else _USUAL_PERCENT)

    @Slot()
    def _show_example(self) -> None:
        from crmdesk.services.criteria_settings import example

        if self._set is None:
            self.example.setText(self.tr("An example stands here once the set has criteria."))
            return
        percent, count = self.pass_rule()
        self.example.setText(example_text(example(self._criteria, percent, count), self._criteria))

    def pass_rule(self) -> tuple[int | None, int | None]:
        """Return percent and count as chosen."""
        key = self.rule.currentData()
        return self.mark.value() if key == _PERCENT else None, self.mark.value() if key == _COUNT else None

    def values(self) -> dict[str, object]:
        """Return what stands in the dialog, by column of `models.qualification.CriteriaSet`."""
        percent, count = self.pass_rule()
        return {
            **self.names.values(),
            "pass_percent": percent,
            "pass_count": count,
            "source_id": self.source.key or None,
            "industry_id": self.industry.key or None,
        }

    @Slot(object)
    def _on_sources(self, terms: "tuple[TermRow, ...]") -> None:
        self.source.set_options([_option(term) for term in terms])

    @Slot(object)
    def _on_industries(self, terms: "tuple[TermRow, ...]") -> None:
        self.industry.set_options([_option(term, has_code=True) for term in terms])

    @override
    def command(self) -> Callable[[], Any] | None:
        if not self.names.first("name"):
            self.refuse(self.tr("Give the set a name."))
            self.names.setFocus()
            return None
        sets = self._context.services.criteria_sets
        return partial(sets.add, self.values()) if self._set is None else partial(sets.change, self._set.id, self.values())

    @override
    def said(self) -> str:
        name = self.names.first("name")
        if self._set is None:
            return self.tr("Made the set {name}.").format(name=name)
        return self.tr("Changed the set {name}.").format(name=name)


def _option(term: "TermRow", *, has_code: bool = False) -> Option:
    found = " ".join(name for name in term.names if name).casefold()
    return Option(term.id, term.name, term.parent_id or "", term.code if has_code else "", found, term.retired)
