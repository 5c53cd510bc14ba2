"""What a new store needs: whose it is and how it is protected."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.welcome.cover_page import push_button, sentence
from crmdesk.views.welcome.passphrase_fields import PassphraseFields

KEYRING, PASSPHRASE, NONE = "keyring", "passphrase", "none"
"""Ways to protect a store, as `app.opening.Protection` has them."""
_INDENT = 20


class CreateForm(QWidget):
    """Keyring is chosen where there is one, else a passphrase; a plain file only when somebody chooses it.

    Signals:
        create_asked: str protection, str passphrase, str user's name.
        back_asked: the user wants another way to begin.
    """

    create_asked = Signal(str, str, str)
    back_asked = Signal()

    def __init__(self, *, has_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_keyring = has_keyring
        self._name_label = QLabel(self)
        self._name = QLineEdit(self)
        self._name.setMaxLength(100)
        self._name_label.setBuddy(self._name)
        self._why_name = sentence(self)
        self._protection_label = QLabel(self)
        mark(self._protection_label, textRole="strong")
        self._why_protection = sentence(self)
        self._group = QButtonGroup(self)
        self._radios = {key: QRadioButton(self) for key in (KEYRING, PASSPHRASE, NONE)}
        self._meanings = {key: sentence(self) for key in self._radios}
        self._passphrase = PassphraseFields(self)
        self._create = push_button(self, "primary")
        self._back = push_button(self, "quiet")
        self._lay_out()
        self._radios[KEYRING].setEnabled(has_keyring)
        self._radios[KEYRING if has_keyring else PASSPHRASE].setChecked(True)
        self._group.buttonToggled.connect(self._on_changed)
        self._passphrase.edited.connect(self._on_changed)
        self._passphrase.confirmed.connect(self._on_create_clicked)
        self._name.returnPressed.connect(self._on_create_clicked)
        self._create.clicked.connect(self._on_create_clicked)
        self._back.clicked.connect(self.back_asked)
        self.setFocusProxy(self._name)
        self._retranslate()
        self._on_changed()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._name_label)
        layout.addWidget(self._name)
        layout.addWidget(self._why_name)
        layout.addSpacing(MARGIN)
        layout.addWidget(self._protection_label)
        layout.addWidget(self._why_protection)
        layout.addSpacing(GRID)
        for key, radio in self._radios.items():
            self._group.addButton(radio)
            layout.addWidget(radio)
            inner = QVBoxLayout()
            inner.setContentsMargins(_INDENT, GRID if key == PASSPHRASE else 0, 0, GAP)
            inner.setSpacing(GAP)
            inner.addWidget(self._meanings[key])
            if key == PASSPHRASE:
                inner.addWidget(self._passphrase)
            layout.addLayout(inner)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._create)
        row.addWidget(self._back)
        row.addStretch(1)
        layout.addSpacing(GAP)
        layout.addLayout(row)

    @property
    def protection(self) -> str:
        """The way chosen."""
        return next(key for key, radio in self._radios.items() if radio.isChecked())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._name_label.setText(self.tr("Your &name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._why_name.setText(self.tr("Colleagues see it at the customers you own and at what you change."))
        self._protection_label.setText(self.tr("Protection"))
        self._why_protection.setText(
            self.tr("Encrypted, your customers stay unreadable for whoever finds this computer or a copy of the file.")
        )
        self._radios[KEYRING].setText(self.tr("Encrypted, key in this computer's &keyring"))
        self._radios[PASSPHRASE].setText(self.tr("Encrypted with a p&assphrase"))
        self._radios[NONE].setText(self.tr("&Unencrypted"))
        self._meanings[KEYRING].setText(
            self.tr("Nothing to type: your login opens it. Recommended.")
            if self._has_keyring
            else self.tr("This computer offers no keyring.")
        )
        self._meanings[PASSPHRASE].setText(self.tr("You type it at every start."))
        self._meanings[NONE].setText(
            self.tr("Whoever can read the file can read every customer in it. For trying things out only.")
        )
        self._create.setText(self.tr("&Create"))
        self._back.setText(self.tr("&Back"))

    @Slot()
    def _on_changed(self) -> None:
        protection = self.protection
        needs = protection == PASSPHRASE
        self._passphrase.setVisible(needs)
        self._meanings[PASSPHRASE].setVisible(not needs)
        mark(self._meanings[NONE], textRole="warn" if protection == NONE else "secondary")
        is_ready = not needs or bool(self._passphrase.passphrase)
        self._create.setEnabled(is_ready)
        self._create.setToolTip("" if is_ready else self.tr("Waits for the passphrase, typed twice the same"))

    @Slot()
    def _on_create_clicked(self) -> None:
        if self._create.isEnabled():
            passphrase = self._passphrase.passphrase if self.protection == PASSPHRASE else ""
            self.create_asked.emit(self.protection, passphrase, self._name.text().strip())
