"""Taking a customer along: the part of a record's menu that asks for it and gives it up. Nothing is offered without a centre."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crmdesk.core.vocabulary import ClaimState
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.icons import icon
from crmdesk.views.accounts.record_menu import RecordMenu
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.claiming import Claiming
from crmdesk.views.exchange.record_sign import RecordSign

_DAYS: Final = (1, 3, 7, 14, 30)


class ClaimMenu(QObject):
    """Adds its entries to a record's menu when the menu is opened and there is a centre."""

    def __init__(self, context: ViewContext, menu: RecordMenu, sign: RecordSign, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._menu = menu
        self._sign = sign
        self._claiming = Claiming(context, self)
        self.take = QMenu(menu)
        self.take.setIcon(icon("handshake"))
        self.days: list[QAction] = []
        for days in _DAYS:
            action = self.take.addAction("")
            action.setData(days)
            action.triggered.connect(self._on_take)
            self.days.append(action)
        self._separator = menu.addSeparator()
        self.take_action = menu.addMenu(self.take)
        self.release = QAction(icon("unlink"), "", menu)
        menu.addAction(self.release)
        self.release.triggered.connect(self._on_release)
        menu.aboutToShow.connect(self._on_menu_opens)
        self._show(is_shown=False)

    @Slot()
    def _on_menu_opens(self) -> None:
        self._show(is_shown=self._context.is_connected)
        self.take.setTitle(self.tr("Take with &me"))
        self.take_action.setToolTip(self.tr("Nobody else chases this customer meanwhile"))
        for action in self.days:
            action.setText(self.tr("for %n days", "", int(action.data())))
        self.release.setText(self.tr("Give it &up again"))
        self.release.setToolTip(self.tr("Let others chase it again"))

    def _show(self, *, is_shown: bool) -> None:
        claim = self._sign.claim
        is_mine = claim is not None and claim.is_mine and claim.state in {ClaimState.HELD, ClaimState.ASKED}
        self._separator.setVisible(is_shown)
        self.take_action.setVisible(is_shown)
        self.release.setVisible(is_shown and is_mine)

    @Slot()
    def _on_take(self) -> None:
        action = self.sender()
        key = self._key()
        if isinstance(action, QAction) and key is not None:
            self._claiming.ask(key, int(action.data()))

    @Slot()
    def _on_release(self) -> None:
        key = self._key()
        if key is not None:
            self._claiming.release(key)

    def _key(self) -> RecordKey | None:
        return RecordKey.parse(self._menu.key) if self._menu.key else None
