"""A new passphrase, typed twice, with a hint at how strong it is."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.welcome.passphrase_strength import Strength, strength

_WORDS: Final = {
    Strength.WEAK: ("bad", QT_TRANSLATE_NOOP("passphrase", "Easily guessed. Several unrelated words make it strong.")),
    Strength.FAIR: ("warn", QT_TRANSLATE_NOOP("passphrase", "Fair. One more word would make it strong.")),
    Strength.GOOD: ("ok", QT_TRANSLATE_NOOP("passphrase", "Strong.")),
}


class PassphraseFields(QWidget):
    """Two fields and a line below them.

    Signals:
        edited: what is typed changed; ask `problem` and `passphrase`.
        confirmed: Enter in the second field.
    """

    edited = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = (QLabel(self), QLabel(self))
        self._first, self._second = QLineEdit(self), QLineEdit(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.setColumnStretch(1, 1)
        for row, (label, field) in enumerate(zip(self._labels, (self._first, self._second), strict=True)):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(self._on_text_edited)
            label.setBuddy(field)
            layout.addWidget(label, row, 0)
            layout.addWidget(field, row, 1)
        layout.addWidget(self._hint, 2, 1)
        self._second.returnPressed.connect(self.confirmed)
        self.setFocusProxy(self._first)
        self._retranslate()

    @property
    def passphrase(self) -> str:
        """The passphrase, empty until it was typed twice the same."""
        return self._first.text() if self._first.text() == self._second.text() else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._labels[0].setText(self.tr("&Passphrase"))
        self._labels[1].setText(self.tr("Once &more"))
        self._first.setAccessibleName(self.tr("Passphrase"))
        self._second.setAccessibleName(self.tr("The passphrase once more"))
        self._show_hint()

    @Slot()
    def _on_text_edited(self) -> None:
        self._show_hint()
        self.edited.emit()

    def _show_hint(self) -> None:
        first, second = self._first.text(), self._second.text()
        if second and not first.startswith(second):
            role, text = "bad", self.tr("The two are not the same.")
        elif first:
            role, template = _WORDS[strength(first)]
            text = QCoreApplication.translate("passphrase", template)
        else:
            role, text = "secondary", self.tr("It is asked for at every start and cannot be recovered: keep it in a safe place.")
        mark(self._hint, textRole=role)
        self._hint.setText(text)
