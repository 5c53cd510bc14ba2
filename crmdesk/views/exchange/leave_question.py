"""Leaving a centre: keep the data or wipe it, chosen knowingly."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.settings.section import make_label


class LeaveQuestion(QFrame):
    """Hidden until somebody wants to leave; says what each way does.

    Signals:
        keep_asked: leave, and keep every record here. wipe_asked: leave, and wipe everything here.
    """

    keep_asked = Signal()
    wipe_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, surface="raised")
        self.text = make_label("", "", self)
        self.unsent = make_label("", "warn", self)
        self.knows = QCheckBox(self.tr("I know that &wiping cannot be undone"), self)
        self.keep = QPushButton(self.tr("Leave and &keep the data"), self)
        self.wipe = QPushButton(self.tr("Leave and wi&pe everything here"), self)
        self.stay = QPushButton(self.tr("&Stay"), self)
        mark(self.wipe, kind="danger")
        mark(self.stay, kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.text)
        layout.addWidget(self.unsent)
        layout.addWidget(self.knows)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.keep, self.wipe, self.stay):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        self.keep.clicked.connect(self._on_keep)
        self.wipe.clicked.connect(self._on_wipe)
        self.stay.clicked.connect(self.hide)
        self.knows.toggled.connect(self.wipe.setEnabled)
        self.hide()

    def ask(self, unsent: int) -> None:
        """Show the question; `unsent` records have changes that the centre does not have."""
        self.text.setText(
            self.tr(
                "If you keep the data, everything stays here as it is now and is yours alone; colleagues see no further change of yours. "
                "If you wipe it, every customer, note and person goes from this computer, with the backups of this file; "
                "the centre keeps what it has."
            )
        )
        self.unsent.setText(
            self.tr("%n records have changes the centre does not have. Exchange first, or wiping loses them.", "", unsent)
        )
        self.unsent.setVisible(unsent > 0)
        self.knows.setChecked(False)
        self.wipe.setEnabled(False)
        self.wipe.setToolTip(self.tr("Waits for the tick above"))
        self.show()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        self.hide()
        self.keep_asked.emit()

    @Slot()
    def _on_wipe(self) -> None:
        self.hide()
        self.wipe_asked.emit()
