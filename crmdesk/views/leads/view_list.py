"""The lists of leads one opens every day: those of the program, and one's own saved views; saved, renamed, deleted here."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget
from typing_extensions import override

from crmdesk.services.lead_views import LeadView, views_of, with_views
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.presets import ALL, MINE, PRESETS, Preset

_OWN: Final = "own:"
_FIRST: Final = "leads first list"


class LeadViewList(QWidget):
    """A combo of lists and a button for what can be done with the present one.

    Signals:
        list_chosen: one of the program's lists was chosen by the user. view_chosen: (`LeadView`) one of his own.
        save_asked: (`str` name) what is shown is to be kept under this name; the page answers with `keep`.
    """

    list_chosen = Signal()
    view_chosen = Signal(object)
    save_asked = Signal(str)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.combo = QComboBox(self)
        self.button = QToolButton(self)
        self.button.setIcon(icon("ellipsis"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.save, self.rename, self.remove, self.first = (QAction(self) for _ in range(4))
        self.first.setCheckable(True)
        self.menu.addActions([self.save, self.rename, self.remove])
        self.menu.addSeparator()
        self.menu.addAction(self.first)
        self.button.setMenu(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.combo)
        layout.addWidget(self.button)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(self._on_activated)
        self.menu.aboutToShow.connect(self._show_states)
        self.save.triggered.connect(self._on_save)
        self.rename.triggered.connect(self._on_rename)
        self.remove.triggered.connect(self._on_remove)
        self.first.triggered.connect(self._on_first)
        self._retranslate()
        self._choose(str(context.window_state.plain(_FIRST) or MINE))

    @property
    def key(self) -> str:
        """The program's list that is shown; a saved view stands on all leads."""
        key = str(self.combo.currentData() or MINE)
        return ALL if key.startswith(_OWN) else key

    @property
    def preset(self) -> Preset:
        """The same with its words."""
        return next(one for one in PRESETS if one.key == self.key)

    @property
    def view(self) -> LeadView | None:
        """One's own view, where one is chosen."""
        key = str(self.combo.currentData() or "")
        return next((one for one in self._views() if f"{_OWN}{one.name}" == key), None)

    def keep(self, view: LeadView) -> None:
        """Keep a view, in the place of the one of its name, and choose it."""
        others = [one for one in self._views() if one.name != view.name]
        self._write([*others, view])
        self._retranslate()
        self._choose(f"{_OWN}{view.name}")

    def _views(self) -> tuple[LeadView, ...]:
        return views_of(self._context.preferences.current, _today())

    def _write(self, views: list[LeadView]) -> None:
        preferences = self._context.preferences
        preferences.change(with_views(preferences.current, views, _today()))

    def _choose(self, key: str) -> None:
        at = self.combo.findData(key)
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(max(at, 0))

    @Slot()
    def _on_activated(self) -> None:
        view = self.view
        if view is None:
            self.list_chosen.emit()
        else:
            self.view_chosen.emit(view)

    @Slot()
    def _show_states(self) -> None:
        is_own = self.view is not None
        self.rename.setEnabled(is_own)
        self.remove.setEnabled(is_own)
        self.first.setChecked(str(self._context.window_state.plain(_FIRST) or MINE) == str(self.combo.currentData()))

    @Slot()
    def _on_save(self) -> None:
        view = self.view
        name = self._asked(self.tr("Save this view as"), "" if view is None else view.name)
        if name:
            self.save_asked.emit(name)

    @Slot()
    def _on_rename(self) -> None:
        view = self.view
        name = "" if view is None else self._asked(self.tr("Rename the view"), view.name)
        if view is None or not name:
            return
        self._write([replace(one, name=name) if one.name == view.name else one for one in self._views() if one.name != name])
        self._retranslate()
        self._choose(f"{_OWN}{name}")

    @Slot()
    def _on_remove(self) -> None:
        view = self.view
        if view is not None:
            self._write([one for one in self._views() if one.name != view.name])
            self._retranslate()
            self._choose(MINE)
            self.list_chosen.emit()

    @Slot()
    def _on_first(self) -> None:
        self._context.window_state.save_plain(_FIRST, str(self.combo.currentData()))

    def _asked(self, question: str, name: str) -> str:
        said, is_said = QInputDialog.getText(self, question, self.tr("Name"), text=name)
        return " ".join(said.split()) if is_said else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        chosen = str(self.combo.currentData() or "")
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for preset in PRESETS:
                self.combo.addItem(QCoreApplication.translate("lead_lists", preset.name), preset.key)
            own = self._views()
            if own:
                self.combo.insertSeparator(self.combo.count())
            for view in own:
                self.combo.addItem(view.name, f"{_OWN}{view.name}")
            self.combo.setCurrentIndex(max(self.combo.findData(chosen), 0))
        self.combo.setAccessibleName(self.tr("List of leads"))
        self.combo.setToolTip(self.tr("Which leads are shown"))
        self.button.setToolTip(self.tr("Save, rename or delete a view"))
        self.button.setAccessibleName(self.tr("Save, rename or delete a view"))
        self.save.setText(self.tr("Save this view as …"))
        self.rename.setText(self.tr("Rename …"))
        self.remove.setText(self.tr("Delete this view"))
        self.first.setText(self.tr("Begin with this list"))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - days of this computer's calendar
