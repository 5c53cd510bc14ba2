"""The step in which columns are told what they are, and rows what they become."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from crmdesk.exchange.fields import FIELDS, Subject
from crmdesk.exchange.mapping import Mapping, RowShape
from crmdesk.exchange.mapping_proposal import DEFAULT_ROLES
from crmdesk.ui.languages import translate_error
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports import choices
from crmdesk.views.imports.column_row import ColumnRow
from crmdesk.views.imports.constants_editor import ConstantsEditor
from crmdesk.views.imports.empties_editor import EmptiesEditor
from crmdesk.views.imports.roles_editor import RolesEditor
from crmdesk.views.imports.subject_switch import SubjectSwitch

if TYPE_CHECKING:
    from crmdesk.exchange.mapping import MappingInvalid
    from crmdesk.exchange.mapping_proposal import ColumnProposal
    from crmdesk.ui.pickers.options import Option
    from crmdesk.views.imports.opening import OpenedFile

_NAME_WIDTH: Final = 280
_KEPT_WIDTH: Final = 200
_FIRST_ROWS: Final = 14
"""As many as fit into the dialog."""
_NEXT_ROWS: Final = 2


class ColumnsPage(QWidget):
    """Edits the mapping of one file. Problems stand beside the column they are about, the rest below.

    Signals:
        edited: the mapping is another one; ask `mapping` and `problem`.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = Mapping(())
        self._opened: OpenedFile | None = None
        self._file: OpenedFile | None = None
        self._rows: list[ColumnRow] = []
        self._keys: dict[str, str] = {}
        self._options: list[Option] = []
        self._waiting: deque[tuple[ColumnProposal, tuple[str, ...]]] = deque()
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._on_filling)
        self._shape = QComboBox(self)
        for shape, text in choices.shapes():
            self._shape.addItem(text, shape)
        self._shape.setAccessibleName(self.tr("Each row is"))
        self._shape.activated.connect(self._on_shape_chosen)
        self._shape_label = QLabel(self.tr("Each row is"), self)
        self._shape_label.setBuddy(self._shape)
        self._subject = SubjectSwitch(self)
        self._subject.chosen.connect(self._on_subject_chosen)
        self._empties = EmptiesEditor(self)
        self._empties.edited.connect(self._on_part_edited)
        self._kept = QComboBox(self)
        self._kept.setAccessibleName(self.tr("Use kept choices"))
        self._kept.setFixedWidth(_KEPT_WIDTH)
        self._kept.activated.connect(self._on_kept_chosen)
        self._kept_label = QLabel(self.tr("Use kept choices"), self)
        self._kept_label.setBuddy(self._kept)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        mark(self._problem, textRole="bad")
        self._roles = RolesEditor(self)
        self._roles.edited.connect(self._on_part_edited)
        self._constants = ConstantsEditor(choices.field_options(), self)
        self._constants.edited.connect(self._on_part_edited)
        self._name = QLineEdit(self)
        self._name.setAccessibleName(self.tr("Keep these choices as"))
        self._name.setFixedWidth(_NAME_WIDTH)
        self._name.textEdited.connect(self._on_name_edited)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._subject)
        first.addSpacing(GAP)
        first.addWidget(self._shape_label)
        first.addWidget(self._shape)
        first.addStretch(1)
        first.addWidget(self._kept_label)
        first.addWidget(self._kept)
        kept = QHBoxLayout()
        keep = QLabel(self.tr("Keep these choices as"), self)
        keep.setBuddy(self._name)
        note = QLabel(self.tr("They are proposed again for files with the same columns."), self)
        mark(note, textRole="secondary")
        kept.addWidget(keep)
        kept.addWidget(self._name)
        kept.addWidget(note, 1)
        inside = QWidget(self)
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, GAP, 0)
        content.setSpacing(GAP)
        content.addWidget(self._roles)
        content.addLayout(self._list)
        content.addWidget(self._constants)
        content.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(first)
        layout.addWidget(self._empties)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._problem)
        layout.addLayout(kept)

    @property
    def mapping(self) -> Mapping:
        """The mapping as chosen so far."""
        return self._mapping

    @property
    def problem(self) -> str:
        """What forbids going on, empty when nothing does."""
        problems = self._mapping.problems()
        return self._words(problems[0]) if problems else ""

    def show_file(self, file: "OpenedFile") -> None:
        """Begin with the mapping proposed for a file."""
        self._opened = file
        self._begin(file)
        self._offer_kept(file)

    def _offer_kept(self, file: "OpenedFile") -> None:
        """Offer what was kept for rows of this subject."""
        self._kept.clear()
        self._kept.addItem(self.tr("As proposed"), None)
        for mapping in file.kept:
            if mapping.subject is file.subject:
                self._kept.addItem(mapping.name, mapping)
        for widget in (self._kept_label, self._kept):
            widget.setVisible(self._kept.count() > 1)

    def _begin(self, file: "OpenedFile") -> None:
        self._file = file
        proposed = file.proposal.mapping
        self._mapping = replace(proposed, name=proposed.name or file.source.path.stem, headers=file.source.headers)
        self._name.setText(self._mapping.name)
        self._name.setCursorPosition(0)
        self._subject.set_subject(file.subject)
        for widget in (self._shape_label, self._shape):
            widget.setVisible(file.subject is Subject.ACCOUNTS)
        self._shape.setCurrentIndex(self._shape.findData(self._mapping.shape))
        self._empties.set_texts(self._mapping.empties)
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._options = choices.field_options(file.subject)
        self._rows = []
        self._keys = {column.column: column.key or "" for column in file.proposal.columns}
        self._waiting = deque(zip(file.proposal.columns, file.samples, strict=True))
        self._add_rows(_FIRST_ROWS)
        self._constants.set_constants(self._mapping.constants, self._options)
        self._show_roles()
        self._show_problems()

    def focus_first(self) -> None:
        """Put the keyboard on what is asked first."""
        self._subject.setFocus()

    def _add_rows(self, count: int) -> None:
        """Add rows for the next columns; each takes some 7 ms, and a file may have hundreds of them."""
        while self._waiting and count:
            column, samples = self._waiting.popleft()
            row = ColumnRow(column, samples, self._options, self)
            row.field_chosen.connect(self._on_field_chosen)
            self._list.addWidget(row)
            self._rows.append(row)
            count -= 1
        if self._waiting:
            self._filling.start()

    @Slot()
    def _on_filling(self) -> None:
        self._add_rows(_NEXT_ROWS)
        if not self._waiting:
            self._show_problems()

    def _take(self, mapping: Mapping) -> None:
        if mapping == self._mapping:
            return
        self._mapping = mapping
        self._show_problems()
        self.edited.emit()

    def _kinds(self) -> Sequence[str]:
        """Return the values that say what a row is, as far as the preview shows them."""
        if self._file is None:
            return ()
        names = set(self._mapping.columns_of("row.kind"))
        places = [place for place, name in enumerate(self._file.source.headers) if name in names]
        return [value for place in places for value in self._file.samples[place]]

    def _show_roles(self) -> None:
        is_asked = self._mapping.shape is RowShape.BY_KIND
        self._roles.setVisible(is_asked)
        if is_asked:
            self._roles.set_roles(self._kinds(), self._mapping.roles, self._mapping.default_role)

    def _show_problems(self) -> None:
        problems = self._mapping.problems()
        by_column = {str(problem.params["column"]): problem for problem in problems}
        for row in self._rows:
            problem = by_column.pop(row.column, None)
            row.show_problem("" if problem is None else self._reason(problem))
        rest = next(iter(by_column.values()), None)
        self._problem.setText("" if rest is None else self._words(rest))
        self._problem.setVisible(rest is not None)

    def _words(self, problem: "MappingInvalid") -> str:
        column = str(problem.params["column"])
        if column in FIELDS:
            return f"{choices.field_words(column)}: {self._reason(problem)}"
        return translate_error(problem)

    def _reason(self, problem: "MappingInvalid") -> str:
        return QCoreApplication.translate("errors", str(problem.params["reason"]))

    @Slot(int)
    def _on_kept_chosen(self, place: int) -> None:
        if self._opened is not None:
            kept = self._kept.itemData(place)
            self._begin(self._opened if kept is None else self._opened.with_mapping(kept))
            self.edited.emit()

    @Slot(object)
    def _on_subject_chosen(self, subject: Subject) -> None:
        if self._opened is not None and self._opened.subject is not subject:
            self.show_file(self._opened.turned())
            self.edited.emit()

    @Slot(str, str)
    def _on_field_chosen(self, column: str, key: str) -> None:
        self._keys[column] = key
        columns = tuple((column, key) for column, key in self._keys.items() if key)
        self._take(replace(self._mapping, columns=columns))
        self._show_roles()

    @Slot()
    def _on_shape_chosen(self) -> None:
        shape = RowShape(self._shape.currentData())
        roles = self._mapping.roles or (DEFAULT_ROLES if shape is RowShape.BY_KIND else ())
        self._take(replace(self._mapping, shape=shape, roles=roles))
        self._show_roles()

    @Slot()
    def _on_part_edited(self) -> None:
        mapping = replace(self._mapping, constants=self._constants.constants, empties=self._empties.texts)
        if mapping.shape is RowShape.BY_KIND:
            mapping = replace(mapping, roles=self._roles.roles, default_role=self._roles.default_role)
        self._take(mapping)

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        self._mapping = replace(self._mapping, name=name.strip())
