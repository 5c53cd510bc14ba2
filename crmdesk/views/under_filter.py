"""The button of a list that says below which company it looks: everywhere, or under the one chosen here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.accounts import AccountRecord


class UnderFilter(QWidget):
    """Enter or a click on it asks for a company; the cross beside it, or Delete, looks everywhere again.

    Signals:
        changed: another place was chosen; ask `under`.
    """

    changed = Signal()

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place: RecordKey | None = None
        self._name = ""
        self._choose, self._clear = QAction(self), QAction(self)
        self._choose.setIcon(icon("folder-tree"))
        self._clear.setIcon(icon("x"))
        self.button = ActionButton(self._choose, kind="quiet", parent=self)
        self._cross = QToolButton(self)
        self._cross.setDefaultAction(self._clear)
        self._choose.triggered.connect(self._on_choose_triggered)
        self._clear.triggered.connect(self._on_clear_triggered)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.button)
        layout.addWidget(self._cross)
        self.setFocusProxy(self.button)
        self._show()

    @property
    def under(self) -> Under | None:
        """Where the list looks; None: everywhere."""
        return None if self._place is None else Under(self._place.kind, self._place.id)

    def look_under(self, place: RecordKey, name: str) -> None:
        """Look below a company from now on."""
        self._place, self._name = place, name
        self._show()
        self.changed.emit()

    @Slot()
    def _on_choose_triggered(self) -> None:
        from crmdesk.views.accounts.record_finder import RecordFinder

        question = self.tr("Only what lies under which company?")
        finder = RecordFinder(self._context, None, question, self, kind=RecordKind.COMPANY)
        finder.picked.connect(self._on_picked)
        finder.open_below(self.button)

    @Slot(object, object)
    def _on_picked(self, _record: None, found: RecordKey) -> None:
        self._context.tasks.read(self._context.services.accounts.open, found, done=self._on_opened, latest="under")

    @Slot(object)
    def _on_opened(self, record: "AccountRecord") -> None:
        self.look_under(record.key, record.name)

    @Slot()
    def _on_clear_triggered(self) -> None:
        self._place, self._name = None, ""
        self._show()
        self.button.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        shown = self.tr("Under {name}").format(name=self._name) if self._place is not None else self.tr("Under …")
        self._choose.setText(shown.replace("&", "&&"))
        self._choose.setToolTip(self.tr("Show only what lies under one company"))
        self._clear.setText(self.tr("Look everywhere"))
        self._clear.setToolTip(self.tr("Look everywhere"))
        self._cross.setVisible(self._place is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
