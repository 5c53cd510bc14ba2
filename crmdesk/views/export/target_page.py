"""Where to: address, login, password, schema."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crmdesk.sync.export.values import DEFAULT_SCHEMA
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.export.job import ExportWish


class TargetPage(QWidget):
    """What the database is reached with. The password goes to the worker and, if wanted, to the keyring; nowhere else.

    Signals:
        edited: something else is typed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address, self.user, self.password = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.ca_file, self.schema = QLineEdit(self), QLineEdit(DEFAULT_SCHEMA, self)
        self.remember = QCheckBox(self.tr("&Keep the password in this computer's keyring"), self)
        self.local = QCheckBox(self.tr("&Without encryption (only a database on this computer)"), self)
        self.full = QCheckBox(self.tr("Compare &every record, not only what changed since the last export"), self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("empty: the one in the keyring"))
        self.address.setPlaceholderText("db.example/sales")
        self.ca_file.setPlaceholderText(self.tr("empty: what this computer trusts"))
        choose = QPushButton(self.tr("Choose …"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose_clicked)
        authority = QHBoxLayout()
        authority.setSpacing(GAP)
        authority.addWidget(self.ca_file, 1)
        authority.addWidget(choose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        rows: tuple[tuple[str, QLineEdit], ...] = (
            (self.tr("&Database"), self.address),
            (self.tr("&Login name"), self.user),
            (self.tr("&Password"), self.password),
            (self.tr("&Certificate of the company"), self.ca_file),
            (self.tr("&Schema"), self.schema),
        )
        for place, (text, field) in enumerate(rows):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.textEdited.connect(self.edited)
            grid.addWidget(label, place, 0)
            if field is self.ca_file:
                grid.addLayout(authority, place, 1)
            else:
                grid.addWidget(field, place, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._note())
        layout.addLayout(grid)
        for box in (self.remember, self.local, self.full):
            box.toggled.connect(self.edited)
            layout.addWidget(box)
        layout.addStretch(1)
        self.setFocusProxy(self.address)

    def _note(self) -> QLabel:
        note = QLabel(
            self.tr(
                "Copies all companies, sites, people and activities one way into plain tables of a PostgreSQL database, for reports. "
                "Only what changed since the last export is sent; all of it arrives, or nothing. The tables are made when they are missing."
            ),
            self,
        )
        note.setWordWrap(True)
        note.setTextFormat(Qt.TextFormat.PlainText)
        mark(note, textRole="secondary")
        return note

    @property
    def problem(self) -> str:
        """What is missing, empty when nothing is."""
        if not self.address.text().strip():
            return self.tr("Name the database first, as in db.example/sales.")
        if not self.schema.text().strip():
            return self.tr("Name the schema the tables are to be in.")
        return ""

    def wish(self, *, is_preview: bool) -> ExportWish:
        """Return what is typed."""
        return ExportWish(
            address=self.address.text().strip(),
            user=self.user.text().strip(),
            password=self.password.text(),
            is_remembered=self.remember.isChecked(),
            ca_file=self.ca_file.text().strip(),
            is_local=self.local.isChecked(),
            schema=self.schema.text().strip(),
            is_full=self.full.isChecked(),
            is_preview=is_preview,
        )

    def show_last(self, address: str, user: str, schema: str) -> None:
        """Fill in what was used last."""
        self.address.setText(address)
        self.user.setText(user)
        self.schema.setText(schema or DEFAULT_SCHEMA)

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Certificate of the company"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ca_file.setText)
        dialog.open()
