"""A store that cannot be opened for another reason: what it is, try again, or take another file."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.ui.languages import translate_error
from crmdesk.views.welcome.cover_page import CoverPage, push_button


class TroublePage(CoverPage):
    """Says what is in the way: open in another window, written by a newer program, a folder without rights.

    Signals:
        retry_asked: the user put it right.
    """

    retry_asked = Signal()

    def __init__(self, error: CrmError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = error
        self._retry = push_button(self.panel, "primary")
        self._other = push_button(self.panel, "quiet")
        self.add_buttons(self._retry, self._other)
        self._retry.clicked.connect(self.retry_asked)
        self._other.clicked.connect(self.choose_file)
        self.setFocusProxy(self._retry)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Your customers cannot be opened"))
        self.lead.setText(translate_error(self._error))
        self._retry.setText(self.tr("&Try again"))
        self._other.setText(self.tr("Open &another file …"))


class BusyPage(CoverPage):
    """Says what is going on for the seconds in which there is nothing to work on."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead.hide()
        self.title.setText(text)
