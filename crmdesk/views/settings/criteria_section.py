"""What leads are judged by: the sets of criteria, and below them what the one with the keyboard asks."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.criteria_editor import CriteriaEditor, open_criteria_editor
from crmdesk.views.settings.criteria_words import example_text, for_whom, pass_text
from crmdesk.views.settings.criterion_editor import CriterionEditor, open_criterion_editor
from crmdesk.views.settings.row_table import RowTable, table_command
from crmdesk.views.settings.section import Section, make_label
from crmdesk.views.settings.writing import Writing

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.criteria_sets import CriteriaSetRow, CriterionRow
    from crmdesk.services.criteria_settings import CriteriaState

_MOST_SETS: Final = 7
_CONCERNED: Final = (RecordKind.CRITERIA_SET, RecordKind.CRITERION, RecordKind.QUALIFICATION, RecordKind.TERM)


class CriteriaSection(Section):
    """Enter opens a set or a criterion; what counts in a set that leads were judged by is changed in a new version of it."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Qualification"))
        self.setMaximumWidth(16777215)
        self.state: CriteriaState | None = None
        self.set_editor: CriteriaEditor | None = None
        self.criterion_editor: CriterionEditor | None = None
        self._made = ""
        self._writing = Writing(context, self)
        sets = (self.tr("Set"), self.tr("For"), self.tr("Passes with"), self.tr("Rounds"), self.tr("State"))
        self.sets = RowTable(sets, wide=(0, 1), numbers=(3,), parent=self)
        self.sets.setAccessibleName(self.tr("Sets of criteria"))
        asked = (self.tr("Criterion"), self.tr("Question"), self.tr("Weight"), self.tr("Knock-out"), self.tr("State"))
        self.criteria = RowTable(asked, wide=(1,), numbers=(2,), parent=self)
        self.criteria.setAccessibleName(self.tr("Criteria"))
        self._make_set_actions()
        self._make_criterion_actions()
        self._name = make_label("", "strong", self)
        self.example = make_label("", "small", self)
        self.used = make_label("", "small", self)
        self.renew = QPushButton(self.tr("Make a new &version"), self)
        self.renew.setToolTip(self.tr("A copy takes its place and may be changed; leads judged so far stay with the old one"))
        mark(self.renew, kind="quiet")
        self._build()
        self._connect()
        self._read()

    def _make_set_actions(self) -> None:
        command = partial(table_command, self.sets)
        self.new_set = command("plus", self.tr("&New set"), self.tr("Make a set of your own"), "Ins")
        self.edit_set = command("pencil", self.tr("&Edit"), self.tr("Change name and pass mark, and for whom it is"), "Ctrl+E")
        self.copy_set = command("copy", self.tr("&Copy"), self.tr("Make a set that asks the same"), "Ctrl+D")
        self.set_up = command("arrow-up", self.tr("&Up"), self.tr("Move up"), "Alt+Up")
        self.set_down = command("arrow-down", self.tr("&Down"), self.tr("Move down"), "Alt+Down")
        self.retire_set = command("eye-off", self.tr("Stop o&ffering"), self.tr("Leads judged by it stay so either way"), "Del")

    def _make_criterion_actions(self) -> None:
        command = partial(table_command, self.criteria)
        self.add = command("plus", self.tr("&Add criterion"), self.tr("Ask one thing more"), "Ins")
        self.edit = command("pencil", self.tr("Ed&it"), self.tr("Change words and weight"), "Ctrl+E")
        self.up = command("arrow-up", self.tr("U&p"), self.tr("Move up"), "Alt+Up")
        self.down = command("arrow-down", self.tr("Do&wn"), self.tr("Move down"), "Alt+Down")
        self.retire = command("eye-off", self.tr("S&top asking"), "", "Del")

    def _build(self) -> None:
        told = make_label(self.tr("The first set that fits a lead is offered first."), "small", self)
        use = QHBoxLayout()
        use.setSpacing(GAP)
        use.addWidget(self.used, 1)
        use.addWidget(self.renew)
        box = QVBoxLayout()
        box.setSpacing(GRID)
        sets = (self.new_set, self.edit_set, self.copy_set, self.set_up, self.set_down, self.retire_set)
        box.addLayout(self._tools(told, sets))
        box.addWidget(self.sets)
        box.addSpacing(GAP)
        box.addLayout(self._tools(self._name, (self.add, self.edit, self.up, self.down, self.retire)))
        box.addWidget(self.example)
        box.addLayout(use)
        box.addWidget(self.criteria, 1)
        self.add_filling(box)

    def _tools(self, first: QWidget, actions: tuple[QAction, ...]) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        tools.addWidget(first, 1)
        for action in actions:
            tools.addWidget(ActionButton(action, kind="quiet", parent=self))
        return tools

    def _connect(self) -> None:
        self.new_set.triggered.connect(self._on_new_set)
        self.edit_set.triggered.connect(self._on_edit_set)
        self.copy_set.triggered.connect(self._on_copy_set)
        self.set_up.triggered.connect(self._on_set_up)
        self.set_down.triggered.connect(self._on_set_down)
        self.retire_set.triggered.connect(self._on_retire_set)
        self.renew.clicked.connect(self._on_renew)
        self.add.triggered.connect(self._on_add)
        self.edit.triggered.connect(self._on_edit)
        self.up.triggered.connect(self._on_up)
        self.down.triggered.connect(self._on_down)
        self.retire.triggered.connect(self._on_retire)
        self.sets.row_opened.connect(self._on_edit_set)
        self.sets.row_chosen.connect(self._show_set)
        self.criteria.row_opened.connect(self._on_edit)
        self.criteria.row_chosen.connect(self._show_states)
        self._writing.written.connect(self._on_written)
        self._writing.refused.connect(self._read)
        self.context.bus.changed.connect(self._on_changed)

    @Slot()
    def _read(self) -> None:
        state = partial(self.context.services.criteria_settings.state, self.context.language)
        self.context.tasks.read(state, done=self._on_state, latest="criteria")

    @Slot(object)
    def _on_state(self, state: "CriteriaState") -> None:
        self.state = state
        made, self._made = self._made, ""
        self.sets.show_rows([(one.id, self._set_cells(one, state)) for one in state.sets], made)
        self.sets.fit(_MOST_SETS)
        if made and any(one.id == made for rows in state.criteria.values() for one in rows):
            self._show_set(self.sets.chosen, made)

    def _set_cells(self, one: "CriteriaSetRow", state: "CriteriaState") -> list[str]:
        rounds = state.rounds.get(one.id, 0)
        passes = pass_text(one.pass_percent, one.pass_count, one.criteria)
        return [one.name, for_whom(one, state), passes, f"{rounds:n}", self.tr("no longer offered") if one.is_retired else ""]

    def chosen_set(self) -> "CriteriaSetRow | None":
        """Return the set with the keyboard."""
        sets = () if self.state is None else self.state.sets
        return next((one for one in sets if one.id == self.sets.chosen), None)

    def chosen_criterion(self) -> "CriterionRow | None":
        """Return the criterion with the keyboard."""
        return next((one for one in self._asked() if one.id == self.criteria.chosen), None)

    def _asked(self) -> "tuple[CriterionRow, ...]":
        return () if self.state is None else self.state.criteria.get(self.sets.chosen, ())

    def _is_used(self) -> bool:
        return self.state is not None and bool(self.state.rounds.get(self.sets.chosen))

    @Slot(str)
    def _show_set(self, set_id: str, criterion: str = "") -> None:
        from crmdesk.services.criteria_settings import example

        one = self.chosen_set()
        rows = [
            (
                asked.id,
                (
                    asked.name,
                    asked.question,
                    str(asked.weight),
                    "✓" if asked.is_knock_out else "",
                    self.tr("no longer asked") if asked.is_retired else "",
                ),
            )
            for asked in self._asked()
        ]
        self.criteria.show_rows(rows, criterion)
        for action in (self.edit_set, self.copy_set, self.set_up, self.set_down, self.retire_set):
            action.setEnabled(one is not None)
        is_retired = one is not None and one.is_retired
        self.retire_set.setText(self.tr("&Offer again") if is_retired else self.tr("Stop o&ffering"))
        self._name.setText("" if one is None else one.name)
        rounds = 0 if self.state is None else self.state.rounds.get(set_id, 0)
        self.used.setText(self.tr("Leads were judged by it %n times: its words may change, what counts stays.", "", rounds))
        for widget in (self.used, self.renew):
            widget.setVisible(rounds > 0 and not is_retired)
        if one is not None:
            self.example.setText(example_text(example(self._asked(), one.pass_percent, one.pass_count), self._asked()))

    @Slot()
    def _show_states(self) -> None:
        asked, is_used = self.chosen_criterion(), self._is_used()
        waits = self.tr("Leads were judged by this set: make a new version of it first") if is_used else ""
        self.add.setEnabled(self.chosen_set() is not None and not is_used)
        self.add.setToolTip(waits or self.tr("Ask one thing more"))
        for action in (self.edit, self.up, self.down):
            action.setEnabled(asked is not None)
        is_retired = asked is not None and asked.is_retired
        self.retire.setEnabled(asked is not None and not is_used)
        self.retire.setText(self.tr("&Ask again") if is_retired else self.tr("S&top asking"))
        self.retire.setToolTip(waits or self.tr("Whether it is asked from now on"))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._read()

    @Slot(object)
    def _on_written(self, result: object) -> None:
        if isinstance(result, tuple):  # a copy takes the keyboard
            self._on_saved(str(result[0]))

    @Slot(str)
    def _on_saved(self, made: str) -> None:
        self._made = made
        self._read()

    @Slot()
    def _on_new_set(self) -> None:
        self._open_set(None)

    @Slot()
    def _on_edit_set(self) -> None:
        if self.chosen_set() is not None:
            self._open_set(self.chosen_set())

    def _open_set(self, one: "CriteriaSetRow | None") -> None:
        asked = () if one is None else self._asked()
        is_used = one is not None and self._is_used()
        self.set_editor = open_criteria_editor(self.context, one, asked, is_used=is_used, parent=self.window())
        self.set_editor.saved.connect(self._on_saved)

    @Slot()
    def _on_copy_set(self) -> None:
        one = self.chosen_set()
        if one is not None:
            said = self.tr("Copied {name}.").format(name=one.name)
            self._writing.run(said, self.context.services.criteria_settings.copy, one.id)

    @Slot()
    def _on_renew(self) -> None:
        one = self.chosen_set()
        if one is not None:
            said = self.tr("A new version of {name} is offered from now on.").format(name=one.name)
            self._writing.run(said, self.context.services.criteria_settings.renew, one.id)

    @Slot()
    def _on_set_up(self) -> None:
        self._move_set(-1)

    @Slot()
    def _on_set_down(self) -> None:
        self._move_set(1)

    def _move_set(self, step: int) -> None:
        one = self.chosen_set()
        if one is not None:
            move = self.context.services.criteria_settings.move
            self._writing.run(self.tr("Moved {name}.").format(name=one.name), move, one.id, step)

    @Slot()
    def _on_retire_set(self) -> None:
        one = self.chosen_set()
        if one is not None:
            text = self.tr("{name} is offered again.") if one.is_retired else self.tr("{name} is no longer offered.")
            retire = partial(self.context.services.criteria_sets.retire, retired=not one.is_retired)
            self._writing.run(text.format(name=one.name), retire, one.id)

    @Slot()
    def _on_add(self) -> None:
        self._open_criterion(None)

    @Slot()
    def _on_edit(self) -> None:
        if self.chosen_criterion() is not None:
            self._open_criterion(self.chosen_criterion())

    def _open_criterion(self, asked: "CriterionRow | None") -> None:
        self.criterion_editor = open_criterion_editor(
            self.context, self.sets.chosen, asked, is_used=self._is_used(), parent=self.window()
        )
        self.criterion_editor.saved.connect(self._on_saved)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        asked = self.chosen_criterion()
        if asked is not None:
            move = self.context.services.criteria_sets.move_criterion
            self._writing.run(self.tr("Moved {name}.").format(name=asked.name), move, asked.id, step)

    @Slot()
    def _on_retire(self) -> None:
        asked = self.chosen_criterion()
        if asked is not None:
            text = self.tr("{name} is asked again.") if asked.is_retired else self.tr("{name} is no longer asked.")
            retire = partial(self.context.services.criteria_sets.retire_criterion, retired=not asked.is_retired)
            self._writing.run(text.format(name=asked.name), retire, asked.id)
