"""The passphrase of an encrypted store."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.welcome.cover_page import CoverPage, push_button, sentence


class UnlockPage(CoverPage):
    """Asks for the passphrase; after a wrong one says so at its field.

    Signals:
        passphrase_given: str.
    """

    passphrase_given = Signal(str)

    def __init__(self, path: str, *, is_wrong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._field = QLineEdit(self.panel)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._open = push_button(self.panel, "primary")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._field, 1)
        row.addWidget(self._open)
        self.column.addLayout(row)
        self._problem = sentence(self.panel, "bad")
        self._problem.setVisible(is_wrong)
        self.column.addWidget(self._problem)
        self._other = push_button(self.panel, "quiet")
        self.add_buttons(self._other)
        if is_wrong:
            mark(self._field, problem="bad")
        self._open.setEnabled(False)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_open_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._other.clicked.connect(self.choose_file)
        self.setFocusProxy(self._field)
        self._retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("{name} is encrypted").format(name=Path(self._path).name))
        self.lead.setText(self.tr("Type its passphrase to open it."))
        self.lead.setToolTip(self._path)
        self._field.setAccessibleName(self.tr("Passphrase"))
        self._field.setPlaceholderText(self.tr("Passphrase"))
        self._open.setText(self.tr("&Open"))
        self._other.setText(self.tr("Open &another file …"))
        self._problem.setText(self.tr("This passphrase does not open the file. Nothing was changed; try again."))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._open.setEnabled(bool(text))
        if text:
            mark(self._field, problem="")
            self._problem.hide()

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._field.text():
            self._open.setEnabled(False)
            self._field.setEnabled(False)
            self.passphrase_given.emit(self._field.text())
