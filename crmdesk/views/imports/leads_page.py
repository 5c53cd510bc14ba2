"""The step in which a person says where imported leads go, and what becomes of those that are there already."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crmdesk.exchange.importing.lead_options import LeadOptions, There
from crmdesk.services.lead_distribution import Spread
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports.lead_choices import LeadChoices, read_choices
from crmdesk.views.imports.share_editor import ShareEditor

if TYPE_CHECKING:
    from crmdesk.exchange.mapping import Mapping
    from crmdesk.views.context import ViewContext

_WIDTH: Final = 420
_COLUMNS: Final = 3


class LeadsPage(QWidget):
    """A pool where there is one, else oneself, is chosen from the start: who wants nothing else goes on at once.

    Signals:
        edited: the options are others; ask `options` and `problem`.
    """

    edited = Signal()

    def __init__(self, context: "ViewContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choices = LeadChoices()
        self._target = self._combo(self.tr("The leads go to"))
        self._target_label = self._label(self._target)
        self._spread = self._combo(self.tr("Hand them out"))
        self._there = self._combo(self.tr("Leads that are there already"))
        self._people = QWidget(self)
        self._people_grid = QGridLayout(self._people)
        self._people_grid.setContentsMargins(0, 0, 0, 0)
        self._people_grid.setHorizontalSpacing(2 * MARGIN)
        self._ticks: dict[str, QCheckBox] = {}
        self._shares = ShareEditor(self)
        self._shares.edited.connect(self.edited)
        self._rest = self._note()
        self._owners = self._note()
        self._owners.setText(self.tr("A row that names its owner goes to him, whatever is chosen here."))
        self._judged = self._note()
        self._sources = QCheckBox(self.tr("Add sources that are not in the list of sources yet"), self)
        self._sources.setChecked(True)
        self._sources.toggled.connect(self.edited)
        self._fill()
        self._build()
        self._show_parts()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setFixedWidth(_WIDTH)
        combo.activated.connect(self._on_chosen)
        return combo

    def _note(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        mark(label, textRole="secondary")
        return label

    def _fill(self) -> None:
        for spread, text in (
            (None, self.tr("no, all to the same")),
            (Spread.IN_TURN, self.tr("to several people in turn")),
            (Spread.REGION, self.tr("to a person by province or city")),
            (Spread.INDUSTRY, self.tr("to a person by industry")),
        ):
            self._spread.addItem(text, spread)
        for there, text in (
            (There.SKIP, self.tr("are left out")),
            (There.FILL, self.tr("get what is empty in them filled")),
            (There.IMPORT, self.tr("are imported a second time")),
        ):
            self._there.addItem(text, there)
        self._judged.setText(
            self.tr(
                "A lead is there already when its number in the other system, mail address, phone, or company and person are the same. "
                "Rows whose company is a customer are treated alike; nothing of a customer is changed."
            )
        )

    def _build(self) -> None:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        rows: tuple[tuple[QWidget | None, QWidget], ...] = (
            (self._label(self._spread), self._spread),
            (None, self._people),
            (None, self._shares),
            (self._target_label, self._target),
            (None, self._rest),
            (None, self._owners),
            (self._label(self._there), self._there),
            (None, self._judged),
            (None, self._sources),
        )
        for place, (label, field) in enumerate(rows):
            if label is not None:
                grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(2, 1)  # fields stand beside their labels, the room is behind them
        grid.setRowStretch(len(rows), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _label(self, combo: QComboBox) -> QLabel:
        label = QLabel(combo.accessibleName(), self)
        label.setBuddy(combo)
        return label

    @property
    def options(self) -> LeadOptions:
        """What was chosen."""
        kind, _sign, key = str(self._target.currentData() or "").partition(":")
        spread = self._chosen_spread
        return LeadOptions(
            owner_id=key if kind == "owner" else "",
            pool_id=key if kind == "pool" else "",
            spread=spread,
            people=tuple(person for person, tick in self._ticks.items() if tick.isChecked()) if spread is Spread.IN_TURN else (),
            by_value=self._shares.pairs if spread in {Spread.REGION, Spread.INDUSTRY} else (),
            there=There(self._there.currentData()),
            add_sources=self._sources.isChecked(),
        )

    @property
    def problem(self) -> str:
        """What forbids going on, empty when nothing does."""
        options = self.options
        if options.spread is Spread.IN_TURN and not options.people:
            return self.tr("Choose who gets leads.")
        if options.spread in {Spread.REGION, Spread.INDUSTRY} and not options.by_value:
            return self.tr("Say which leads go to whom, in one line at least.")
        return ""

    @property
    def _chosen_spread(self) -> Spread | None:
        spread = self._spread.currentData()
        return None if spread is None else Spread(spread)

    def show_mapping(self, mapping: "Mapping") -> None:
        """Ask only for what the columns leave open."""
        keys = {key for _column, key in (*mapping.columns, *mapping.constants)}
        self._owners.setVisible("lead.owner" in keys)
        self._sources.setVisible(bool(keys & {"lead.source", "lead.sub_source"}))
        if not self._choices.people:
            context = self._context
            context.tasks.read(
                read_choices, context.services, context.language, done=self._on_choices, owner=self, latest="lead targets"
            )

    def focus_first(self) -> None:
        """Put the keyboard on what is asked first."""
        self._spread.setFocus()

    @Slot(object)
    def _on_choices(self, choices: LeadChoices) -> None:
        self._choices = choices
        self._target.clear()
        for pool, name in choices.pools:
            self._target.addItem(self.tr("the pool {name}").format(name=name), f"pool:{pool}")
        for place, (person, name) in enumerate(choices.people):
            self._target.addItem(self.tr("me ({name})").format(name=name) if place == 0 else name, f"owner:{person}")
        for place, (person, name) in enumerate(choices.people):
            tick = QCheckBox(name, self._people)
            tick.toggled.connect(self.edited)
            self._ticks[person] = tick
            self._people_grid.addWidget(tick, place // _COLUMNS, place % _COLUMNS)
        self._people_grid.setColumnStretch(_COLUMNS, 1)
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        spread = self._chosen_spread
        self._people.setVisible(spread is Spread.IN_TURN)
        self._shares.setVisible(spread in {Spread.REGION, Spread.INDUSTRY})
        for widget in (self._target, self._target_label):
            widget.setVisible(spread is not Spread.IN_TURN)
        self._target_label.setText(self.tr("The leads go to") if spread is None else self.tr("All others go to"))
        self._rest.setVisible(spread is not None)
        self._rest.setText(
            self.tr("Everybody ticked gets as many as the others.")
            if spread is Spread.IN_TURN
            else self.tr("Those no line above speaks of, or whose place or industry is not known.")
        )

    @Slot()
    def _on_chosen(self) -> None:
        spread = self._chosen_spread
        if self.sender() is self._spread and spread in {Spread.REGION, Spread.INDUSTRY}:
            self._shares.offer(self._choices.industries if spread is Spread.INDUSTRY else None, self._choices.people)
        self._show_parts()
        self.edited.emit()
