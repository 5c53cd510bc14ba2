"""How customers are classified: how deep industries go, and the entries of every classification."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind, Taxonomy
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.context import ViewContext
from crmdesk.views.preference_choices import chosen
from crmdesk.views.settings.section import Section, make_label
from crmdesk.views.settings.term_tree import TermTree, is_national, new_code
from crmdesk.views.settings.writing import Writing
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.taxonomies import TermRow

_EXAMPLE: Final = "5212"
"""Supermarkets: an industry everybody can picture."""
_DEPTHS: Final = 4


class ClassificationsSection(Section):
    """Entries are renamed in place, added, moved, and no longer offered; what carries them keeps them."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Classifications"))
        self.setMaximumWidth(16777215)
        self._added = ""
        self._writing = Writing(context, self)
        self._depth = QComboBox(self)
        self._taxonomy = QComboBox(self)
        self._search = QLineEdit(self)
        self.tree = TermTree(self)
        self._note = make_label("", "small", self)
        self._add = self._action("plus", self.tr("&Add"), self.tr("Add an entry beside this one"), "Ins")
        self._add_below = self._action("list-tree", self.tr("Add &below"), self.tr("Add an entry below this one"), "Shift+Ins")
        self._up = self._action("arrow-up", self.tr("&Up"), self.tr("Move up"), "Alt+Up")
        self._down = self._action("arrow-down", self.tr("&Down"), self.tr("Move down"), "Alt+Down")
        self._retire = self._action("eye-off", "", "", "Del")
        self._build()
        self._connect()
        self._read()
        self._read_example()

    def _action(self, icon_name: str, text: str, tip: str, keys: str) -> QAction:
        action = QAction(icon(icon_name), text, self)
        action.setToolTip(tip)
        action.setShortcut(QKeySequence(keys))
        self.tree.addAction(action)  # the keys are for the tree only: Del in the search field deletes a letter
        return action

    def _build(self) -> None:
        self._depth.setFixedWidth(220)
        for depth in range(1, _DEPTHS + 1):
            self._depth.addItem(self.tr("{count} levels").format(count=depth) if depth > 1 else self.tr("1 level"), depth)
        self._depth.setCurrentIndex(self.context.preferences.current.industry_depth - 1)
        self._example = self.add_row(self.tr("Levels of &industry"), self._depth, " ")
        self._taxonomy.setFixedWidth(220)
        for taxonomy in (
            Taxonomy.SOURCE,
            Taxonomy.CUSTOMER_KIND,
            Taxonomy.GRADE,
            Taxonomy.PLACE_KIND,
            Taxonomy.RELEASE_REASON,
            Taxonomy.DISQUALIFY_REASON,
            Taxonomy.INDUSTRY,
        ):
            self._taxonomy.addItem(word(taxonomy), taxonomy.value)
        self.add_row(self.tr("&Entries of"), self._taxonomy)
        self._search.setPlaceholderText(self.tr("Type any part of a name or code"))
        self._search.setAccessibleName(self.tr("Search the entries"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(320)
        self.tree.setAccessibleName(self.tr("Entries"))
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        tools.addWidget(self._search, 1)
        tools.addStretch(1)
        for action in (self._add, self._add_below, self._up, self._down, self._retire):
            tools.addWidget(ActionButton(action, kind="quiet", parent=self))
        box = QVBoxLayout()
        box.setSpacing(GAP)
        box.addLayout(tools)
        box.addWidget(self.tree, 1)
        box.addWidget(self._note)
        self.add_filling(box)

    def _connect(self) -> None:
        self._depth.activated.connect(self._on_depth_chosen)
        self._taxonomy.activated.connect(self._on_taxonomy_chosen)
        self._search.textChanged.connect(self.tree.filter)
        self.tree.current_changed.connect(self._on_current_changed)
        self.tree.name_edited.connect(self._on_name_edited)
        self._add.triggered.connect(self._on_add)
        self._add_below.triggered.connect(self._on_add_below)
        self._up.triggered.connect(self._on_up)
        self._down.triggered.connect(self._on_down)
        self._retire.triggered.connect(self._on_retire)
        self._writing.written.connect(self._on_written)
        self._writing.refused.connect(self._read)
        self.context.bus.changed.connect(self._on_changed)

    @property
    def taxonomy(self) -> Taxonomy:
        """The classification shown."""
        return Taxonomy(self._taxonomy.currentData())

    @override
    def show_part(self, part: str) -> None:
        at = self._taxonomy.findData(part)
        if at >= 0:
            self._taxonomy.setCurrentIndex(at)
            self._on_taxonomy_chosen()
            self.tree.setFocus()

    @Slot()
    def _read(self) -> None:
        terms = partial(self.context.services.taxonomies.terms, retired=True)
        self.context.tasks.read(terms, self.taxonomy, self.context.language, done=self._on_terms, latest="terms")

    @Slot(object)
    def _on_terms(self, rows: "tuple[TermRow, ...]") -> None:
        self.tree.show_terms(self.taxonomy, rows, self.context.language, self._search.text())
        added, self._added = self._added, ""
        if added:
            self.tree.edit_name(added)

    def _read_example(self) -> None:
        terms = self.context.services.taxonomies.terms
        self.context.tasks.read(terms, Taxonomy.INDUSTRY, self.context.language, done=self._on_industries, latest="example")

    @Slot(object)
    def _on_industries(self, rows: "tuple[TermRow, ...]") -> None:
        by_id = {row.id: row for row in rows}
        row = next((row for row in rows if row.code == _EXAMPLE), None)
        path: list[TermRow] = []
        while row is not None:
            path.insert(0, row)
            row = by_id.get(row.parent_id or "")
        shown = " › ".join(f"{row.code} {row.name}" for row in path[: self._depth.currentData()])
        self._example.setText(self.tr("A supermarket is then classified as: {path}").format(path=shown))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns(RecordKind.TERM):
            self._read()

    @Slot()
    def _on_depth_chosen(self) -> None:
        preferences = self.context.preferences
        preferences.change(chosen(preferences.current, "industry_depth", self._depth.currentData()))
        self._read_example()

    @Slot()
    def _on_taxonomy_chosen(self) -> None:
        self._search.clear()
        self._read()

    @Slot(str)
    def _on_current_changed(self, term_id: str) -> None:
        row = self.tree.term(term_id)
        is_own = row is not None and not is_national(self.taxonomy, row.code)
        is_flat = self.taxonomy not in {Taxonomy.INDUSTRY, Taxonomy.SOURCE}
        self._add.setEnabled(self.taxonomy is not Taxonomy.INDUSTRY or is_own)
        self._add_below.setEnabled(row is not None and not is_flat)
        for action in (self._up, self._down):
            action.setEnabled(is_own)
        self._retire.setEnabled(row is not None)
        is_retired = row is not None and row.retired
        self._retire.setText(self.tr("&Offer again") if is_retired else self.tr("Stop o&ffering"))
        self._retire.setToolTip(self.tr("Records that carry this entry keep it either way"))
        if self.taxonomy is Taxonomy.INDUSTRY:
            note = self.tr(
                "The names of the national standard GB/T 4754-2017 stay as they are; add entries of your own below them."
            )
        else:
            note = self.tr("F2 renames an entry. Records that carry it show the new name at once.")
        self._note.setText(note)

    @Slot(str, str, str)
    def _on_name_edited(self, term_id: str, field: str, text: str) -> None:
        change = self.context.services.taxonomies.change
        self._writing.run(self.tr("Renamed to {name}.").format(name=text or "—"), change, term_id, {field: text})

    @Slot()
    def _on_add(self) -> None:
        row = self.tree.term(self.tree.current_id)
        self._add_to(row.parent_id if row is not None else None)

    @Slot()
    def _on_add_below(self) -> None:
        self._add_to(self.tree.current_id or None)

    def _add_to(self, parent_id: str | None) -> None:
        parent = self.tree.term(parent_id or "")
        code = new_code(self.taxonomy, parent.code if parent is not None else "", self.tree.codes())
        name = self.tr("New entry")
        values: dict[str, object] = {"code": code, "name": name, "name_zh_tw": name, "name_en": name}
        self._search.clear()
        add = self.context.services.taxonomies.add
        self._writing.run(self.tr("Added {code}.").format(code=code), add, self.taxonomy, values, parent_id)

    @Slot(object)
    def _on_written(self, result: object) -> None:
        if isinstance(result, tuple):
            self._added = str(result[0])  # named once it is read again

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.tree.term(self.tree.current_id)
        if row is not None:
            self._writing.run(self.tr("Moved {name}.").format(name=row.name), self.context.services.taxonomies.move, row.id, step)

    @Slot()
    def _on_retire(self) -> None:
        row = self.tree.term(self.tree.current_id)
        if row is not None:
            text = self.tr("{name} is offered again.") if row.retired else self.tr("{name} is no longer offered.")
            retire = partial(self.context.services.taxonomies.retire, retired=not row.retired)
            self._writing.run(text.format(name=row.name), retire, row.id)
