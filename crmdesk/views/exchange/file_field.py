"""A line for the path of a file, with a button that lets one choose it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from crmdesk.ui.theme.metrics import GAP


class FileField(QWidget):
    """Typed or chosen; empty for no file.

    Attributes:
        line: the path.
    """

    def __init__(self, name: str, title: str, kind: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._kind = kind
        self.line = QLineEdit(self)
        self.line.setFixedWidth(width)
        self.line.setAccessibleName(name)
        self.button = QPushButton(self.tr("Choose …"), self)
        self.button.setAccessibleName(title)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def path(self) -> str:
        """Return the path as it is typed."""
        return self.line.text().strip()

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self._title, self.path())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._kind, self.tr("All files (*)")])
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()
