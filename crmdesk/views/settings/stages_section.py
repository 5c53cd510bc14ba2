"""The stages an opportunity goes through: names in three languages, probability, order, no longer offered."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.row_table import cell, dress, table_command
from crmdesk.views.settings.section import Section, make_label
from crmdesk.views.settings.writing import Writing
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.stages import StageRow

_KEYS: Final = ("name", "name_zh_tw", "name_en", "probability")
_STATE: Final = len(_KEYS)


class StagesSection(Section):
    """F2 or a double click changes a cell; opportunities of a stage show its new name at once."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Stages of opportunities"))
        self.setMaximumWidth(16777215)
        self.rows: tuple[StageRow, ...] = ()
        self._added = ""
        self._writing = Writing(context, self)
        self.table = QTableWidget(0, _STATE + 1, self)
        self._add = table_command(self.table, "plus", self.tr("&Add"), self.tr("Add a stage before those that close"), "Ins")
        self._up = table_command(self.table, "arrow-up", self.tr("&Up"), self.tr("Move up"), "Alt+Up")
        self._down = table_command(self.table, "arrow-down", self.tr("&Down"), self.tr("Move down"), "Alt+Down")
        self._retire = table_command(self.table, "eye-off", self.tr("Stop o&ffering"), "", "Del")
        self._build()
        self._add.triggered.connect(self._on_add)
        self._up.triggered.connect(self._on_up)
        self._down.triggered.connect(self._on_down)
        self._retire.triggered.connect(self._on_retire)
        self.table.itemChanged.connect(self._on_edited)
        self.table.currentCellChanged.connect(self._show_states)
        self._writing.written.connect(self._on_written)
        self._writing.refused.connect(self._read)
        context.bus.changed.connect(self._on_changed)
        self._read()

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Stages of opportunities"))
        names = ("Name (Simplified Chinese)", "Name (Traditional Chinese)", "Name (English)", "Probability")
        table.setHorizontalHeaderLabels([*map(field_label, names), self.tr("State")])
        dress(table, numbers=(_STATE - 1,))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (_STATE - 1, _STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        tools.addStretch(1)
        for action in (self._add, self._up, self._down, self._retire):
            tools.addWidget(ActionButton(action, kind="quiet", parent=self))
        box = QVBoxLayout()
        box.setSpacing(GAP)
        box.addLayout(tools)
        box.addWidget(table, 1)
        note = self.tr(
            "F2 changes a cell. The weighted amount of an opportunity is its amount times the probability of its stage."
        )
        box.addWidget(make_label(note, "small", self))
        self.add_filling(box)

    @Slot()
    def _read(self) -> None:
        stages = partial(self.context.services.stages.all, self.context.language, retired=True)
        self.context.tasks.read(stages, done=self._on_stages, latest="stages")

    @Slot(object)
    def _on_stages(self, rows: "tuple[StageRow, ...]") -> None:
        current, column = self._current(), max(self.table.currentColumn(), 0)
        wanted, self._added = self._added or ("" if current is None else current.id), ""
        self.rows = rows
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(rows))
            for at, row in enumerate(rows):
                for place, text in enumerate((*(name or "" for name in row.names), str(row.probability), self._state(row))):
                    self.table.setItem(at, place, cell(text, is_number=place == _STATE - 1, is_fixed=place == _STATE))
            place = next((at for at, row in enumerate(rows) if row.id == wanted), 0)
            self.table.setCurrentCell(place, column)
        self._show_states()

    def _state(self, row: "StageRow") -> str:
        if row.is_retired:
            return self.tr("no longer offered")
        if row.is_won:
            return self.tr("won")
        return self.tr("lost") if row.is_lost else ""

    def _current(self) -> "StageRow | None":
        at = self.table.currentRow()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    @Slot()
    def _show_states(self) -> None:
        row = self._current()
        for action in (self._up, self._down, self._retire):
            action.setEnabled(row is not None)
        self._retire.setText(self.tr("&Offer again") if row is not None and row.is_retired else self.tr("Stop o&ffering"))
        self._retire.setToolTip(self.tr("Opportunities at this stage stay there either way"))

    @Slot(QTableWidgetItem)
    def _on_edited(self, item: QTableWidgetItem) -> None:
        stage, key, text = self.rows[item.row()], _KEYS[item.column()], item.text().strip()
        value: object = text.rstrip("%％ ") if key == "probability" else text
        if str(value) != ((*stage.names, str(stage.probability))[item.column()] or ""):
            said = self.tr("Changed the stage {name}.").format(name=stage.name)
            self._writing.run(said, self.context.services.stages.change, stage.id, {key: value})

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns(RecordKind.STAGE):
            self._read()

    @Slot()
    def _on_add(self) -> None:
        name = self.tr("New stage")
        values = {"name": name, "name_zh_tw": name, "name_en": name, "probability": 50}
        self._writing.run(self.tr("Added a stage."), self.context.services.stages.add, values)

    @Slot(object)
    def _on_written(self, result: object) -> None:
        if isinstance(result, tuple):
            self._added = str(result[0])
            self._read()

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self._current()
        if row is not None:
            self._writing.run(self.tr("Moved {name}.").format(name=row.name), self.context.services.stages.move, row.id, step)

    @Slot()
    def _on_retire(self) -> None:
        row = self._current()
        if row is not None:
            text = self.tr("{name} is offered again.") if row.is_retired else self.tr("{name} is no longer offered.")
            retire = partial(self.context.services.stages.retire, retired=not row.is_retired)
            self._writing.run(text.format(name=row.name), retire, row.id)
