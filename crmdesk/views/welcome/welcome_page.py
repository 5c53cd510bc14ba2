"""The first start: what the person wants to begin with."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.welcome.choice_card import ChoiceCard
from crmdesk.views.welcome.cover_page import CoverPage
from crmdesk.views.welcome.create_form import CreateForm


class WelcomePage(CoverPage):
    """Three ways to begin; the first asks for a name and a protection.

    Signals:
        create_asked: str protection (`keyring`, `passphrase` or `none`), str passphrase, str user's name.
        demo_asked: the user wants to look around.
    """

    create_asked = Signal(str, str, str)
    demo_asked = Signal()

    def __init__(self, *, has_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_keyring = has_keyring
        self._form: CreateForm | None = None
        self._cards = QWidget(self.panel)
        cards = QVBoxLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(GAP)
        self._own = ChoiceCard("building-2", self._cards)
        self._demo = ChoiceCard("eye", self._cards)
        self._existing = ChoiceCard("database", self._cards)
        for card in (self._own, self._demo, self._existing):
            cards.addWidget(card)
        self.column.addWidget(self._cards)
        self._own.clicked.connect(self.start_own)
        self._demo.clicked.connect(self._on_demo_clicked)
        self._existing.clicked.connect(self.choose_file)
        self.setFocusProxy(self._own)
        self._retranslate()

    @property
    def form(self) -> CreateForm | None:
        """The form of a new store, once it was asked for."""
        return self._form

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._cards.isHidden():
            self.title.setText(self.tr("Start with your own customers"))
            self.lead.setText(self.tr("crmdesk keeps them in one file on this computer and needs no network."))
        else:
            self.title.setText(self.tr("Welcome to crmdesk"))
            self.lead.setText(self.tr("What would you like to begin with?"))
        self._own.show_words(
            self.tr("Start with my own customers"),
            self.tr("Makes an empty file for you. Next you can import your list from Excel or CSV, or enter the first customer."),
        )
        self._demo.show_words(
            self.tr("Look around with demo data"),
            self.tr("Some 2,000 public companies and their sites, in a file of their own. Nothing of yours is touched."),
        )
        self._existing.show_words(
            self.tr("Open a file I have"),
            self.tr("A crmdesk file from another computer, or a backup."),
        )

    @Slot()
    def start_own(self) -> None:
        """Ask what a new store needs."""
        if self._form is None:
            self._form = CreateForm(has_keyring=self._has_keyring, parent=self.panel)
            self._form.create_asked.connect(self.create_asked)
            self._form.back_asked.connect(self._on_back_asked)
            self.column.addWidget(self._form)
        self._cards.hide()
        self._form.show()
        self._retranslate()
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_demo_clicked(self) -> None:
        self._demo.setEnabled(False)
        self.demo_asked.emit()

    @Slot()
    def _on_back_asked(self) -> None:
        if self._form is not None:
            self._form.hide()
        self._cards.show()
        self._retranslate()
        self._own.setFocus(Qt.FocusReason.OtherFocusReason)
