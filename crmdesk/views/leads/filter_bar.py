"""The conditions of a list of leads: a button that adds one, and each condition in words, to be taken away with one key."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget
from typing_extensions import override

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus, Taxonomy
from crmdesk.ui.icons import icon
from crmdesk.ui.pickers.options import OptionTree
from crmdesk.ui.pickers.popup import OptionPopup
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.leads.filter_words import conditions, without
from crmdesk.views.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_T: Final = QT_TRANSLATE_NOOP
_EMPTY: Final = LeadFilter()
_DUE: Final = (
    (0, _T("lead_filter", "Today")),
    (7, _T("lead_filter", "Within 7 days")),
    (30, _T("lead_filter", "Within 30 days")),
)
_QUIET: Final = (
    (7, _T("lead_filter", "For 7 days")),
    (30, _T("lead_filter", "For 30 days")),
    (90, _T("lead_filter", "For 90 days")),
)
_FILLED: Final = (50, 80)
_REMOVING: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What conditions can name: people and terms (`Choices`), pools by id, campaigns that leads have."""

    choices: Choices = field(default_factory=Choices)
    pools: "Mapping[str, str]" = field(default_factory=dict)
    campaigns: tuple[str, ...] = ()

    @property
    def names(self) -> "Mapping[str, str]":
        """Id → name of everything that can be named."""
        return {**self.choices.names, **self.pools}


class ConditionButton(QPushButton):
    """One condition; a click, Delete, Enter or Space takes it away.

    Signals:
        removed: `str` field of the filter.
    """

    removed = Signal(str)

    def __init__(self, condition: str, words: str, parent: QWidget) -> None:
        super().__init__(icon("x"), words.replace("&", "&&"), parent)
        self.condition = condition
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the words
        self.setAutoDefault(False)
        mark(self, kind="quiet")
        self.setAccessibleName(words)
        self.setToolTip(self.tr("Take this condition away  Del"))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.removed.emit(self.condition)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING:
            self.removed.emit(self.condition)
        else:
            super().keyPressEvent(event)


class LeadFilterBar(QWidget):
    """Every condition is a button of its own; the menu offers the others.

    Signals:
        changed: by the user; ask `wanted`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = _EMPTY
        self._offered = FilterChoices()
        self.add = QPushButton(icon("list-filter"), "", self)
        self.add.setAutoDefault(False)
        mark(self.add, kind="quiet")
        self.menu = QMenu(self.add)
        self.menu.aboutToShow.connect(self._fill)
        self.add.setMenu(self.menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP // 2)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        self._buttons: list[ConditionButton] = []
        self._retranslate()

    @property
    def wanted(self) -> LeadFilter:
        """The conditions chosen here."""
        return self._wanted

    @property
    def buttons(self) -> tuple[ConditionButton, ...]:
        """The conditions as they are shown."""
        return tuple(self._buttons)

    def offer(self, offered: FilterChoices) -> None:
        """Know what conditions can name."""
        self._offered = offered
        self._show()

    def set_wanted(self, wanted: LeadFilter) -> None:
        """Show other conditions; says nothing about it."""
        self._wanted = replace(wanted, text="")
        self._show()

    def change(self, **values: object) -> None:
        """Add conditions, or replace those of the same field."""
        self.set_wanted(replace(self._wanted, **values))  # type: ignore[arg-type]
        self.changed.emit()

    @Slot(str)
    def _on_removed(self, condition: str) -> None:
        at = next((place for place, one in enumerate(self._buttons) if one.condition == condition), 0)
        self.set_wanted(without(self._wanted, condition))
        (self._buttons[min(at, len(self._buttons) - 1)] if self._buttons else self.add).setFocus()
        self.changed.emit()

    def _show(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for condition, words in conditions(self._wanted, self._offered.names):
            button = ConditionButton(condition, words, self)
            button.removed.connect(self._on_removed)
            self._row.insertWidget(1 + len(self._buttons), button)
            button.show()  # at once, for it may be given the keyboard
            self._buttons.append(button)

    # The menu

    @Slot()
    def _fill(self) -> None:
        """Offer every condition, what is chosen with a check mark."""
        menu, today = self.menu, date.today()  # noqa: DTZ011 - days of this computer's calendar
        menu.clear()
        statuses = menu.addMenu(self.tr("Status"))
        for status in LeadStatus:
            self._toggle(statuses, word(status), "statuses", status)
        people = menu.addMenu(self.tr("With"))
        for person in self._offered.choices.users:
            self._toggle(people, person.text, "owners", person.value)
        pools = menu.addMenu(self.tr("Pool"))
        for pool, name in self._offered.pools.items():
            self._toggle(pools, name, "pools", pool)
        pools.setEnabled(bool(self._offered.pools))
        menu.addAction(self.tr("Source …"), partial(self._pick, Taxonomy.SOURCE, "sources"))
        menu.addAction(self.tr("Industry …"), partial(self._pick, Taxonomy.INDUSTRY, "industries"))
        campaigns = menu.addMenu(self.tr("Campaign"))
        for campaign in self._offered.campaigns:
            self._toggle(campaigns, campaign, "campaigns", campaign)
        campaigns.setEnabled(bool(self._offered.campaigns))
        menu.addSeparator()
        self._days(menu.addMenu(self.tr("Due")), "due_until", _DUE, today, 1)
        self._days(menu.addMenu(self.tr("Not spoken to")), "unfollowed_since", _QUIET, today, -1)
        filled = menu.addMenu(self.tr("Filled"))
        for percent in _FILLED:
            action = filled.addAction(self.tr("At least {percent} %").format(percent=percent))
            action.triggered.connect(partial(self.change, completeness_from=percent))
        menu.addSeparator()
        clear = menu.addAction(icon("x"), self.tr("Take all conditions away"), self._on_clear)
        clear.setEnabled(bool(self._buttons))

    def _toggle(self, menu: QMenu, text: str, field_name: str, value: object) -> None:
        chosen: tuple[object, ...] = getattr(self._wanted, field_name)
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value in chosen)
        others = tuple(one for one in chosen if one != value)
        action.triggered.connect(partial(self.change, **{field_name: others if value in chosen else (*others, value)}))

    def _days(self, menu: QMenu, field_name: str, offered: tuple[tuple[int, str], ...], today: date, sign: int) -> None:
        for days, text in offered:
            action = menu.addAction(QCoreApplication.translate("lead_filter", text))
            action.triggered.connect(partial(self.change, **{field_name: today + timedelta(days=sign * days)}))

    def _pick(self, taxonomy: Taxonomy, field_name: str) -> None:
        popup = OptionPopup(OptionTree(self._offered.choices.options.get(taxonomy, ())), self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.option_picked.connect(partial(self._on_picked, field_name))
        popup.open_at(self.add, "")

    def _on_picked(self, field_name: str, key: str) -> None:
        if key:
            self.change(**{field_name: (key,)})

    @Slot()
    def _on_clear(self) -> None:
        self.set_wanted(_EMPTY)
        self.changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.add.setText(self.tr("Filter"))
        self.add.setToolTip(self.tr("Add a condition to the list  Ctrl+Shift+F"))
        self.add.setShortcut("Ctrl+Shift+F")
        self._show()
