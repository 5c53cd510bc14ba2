"""Asked without a dialog when somebody leaves a record with unsaved changes: save, discard or stay."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark


class LeaveBar(QWidget):
    """Stands below the record's header while the question is open.

    Signals:
        save_asked, discard_asked, stay_asked.
    """

    save_asked = Signal()
    discard_asked = Signal()
    stay_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, surface="window", edge="bottom")
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self.save_button = QPushButton(self)
        mark(self.save_button, kind="primary")
        self.discard_button = QPushButton(self)
        self.stay_button = QPushButton(self)
        mark(self.stay_button, kind="quiet")
        self.save_button.clicked.connect(self.save_asked)
        self.discard_button.clicked.connect(self.discard_asked)
        self.stay_button.clicked.connect(self.stay_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN + GRID, GRID, MARGIN, GRID)
        line.setSpacing(GAP)
        line.addWidget(self._sentence, 1)
        for button in (self.save_button, self.discard_button, self.stay_button):
            line.addWidget(button)
        self._name = ""
        self.hide()
        self._retranslate()

    def ask(self, name: str) -> None:
        """Ask about the record of this name; the keyboard goes to *Save*."""
        self._name = name
        self._retranslate()
        self.show()
        self.save_button.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stay_asked.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        sentence = self.tr("{name} has changes that are not saved.").format(name=self._name)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.save_button.setText(self.tr("&Save"))
        self.discard_button.setText(self.tr("&Discard"))
        self.stay_button.setText(self.tr("S&tay here"))
        self.stay_button.setToolTip(self.tr("Go on with this record  Esc"))
