"""The shape all covers share: a column of readable width in the middle, a title, sentences, a row of buttons."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark

COLUMN_WIDTH: Final = 560


def sentence(parent: QWidget, role: str = "secondary") -> QLabel:
    """Return a label for a sentence that wraps and may be copied."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    mark(label, textRole=role)
    return label


def push_button(parent: QWidget, kind: str = "") -> QPushButton:
    """Return a button of the kinds of `theme.sheet`; it is pressed by Enter too when it has the focus."""
    button = QPushButton(parent)
    button.setAutoDefault(True)
    if kind:
        mark(button, kind=kind)
    return button


class CoverPage(QScrollArea):
    """Base of the covers. Subclasses fill `column` and override `_retranslate`, called by their constructor and `changeEvent`.

    Signals:
        open_asked: str, path of another store or backup the user chose.
    """

    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget(self)
        mark(ground, surface="surface")
        self._panel = QWidget(ground)
        self._panel.setMaximumWidth(COLUMN_WIDTH)
        self.column = QVBoxLayout(self._panel)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(MARGIN)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._panel, 100)
        across.addStretch(1)
        down = QVBoxLayout(ground)
        down.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        self.title = QLabel(self._panel)
        self.title.setWordWrap(True)
        mark(self.title, textRole="pageTitle")
        self.lead = sentence(self._panel)
        self.column.addWidget(self.title)
        self.column.addWidget(self.lead)
        self.setWidget(ground)

    @property
    def panel(self) -> QWidget:
        """The parent of what stands in the column."""
        return self._panel

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add a row of buttons, the first at the left."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    @Slot()
    def choose_file(self) -> None:
        """Let the user choose a store or a backup."""
        dialog = QFileDialog(self, self.tr("Open a crmdesk file or a backup"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("crmdesk files and backups (*.store *.db *.backup)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open_asked)
        dialog.open()
