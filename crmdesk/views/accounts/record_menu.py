"""What can be done with the record that is shown, beside saving it."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon


class RecordMenu(QMenu):
    """Behind the three dots of a record's header; every signal but the copying carries the record's `str` key.

    Signals:
        new_site_asked, new_subsidiary_asked, move_asked, merge_asked, split_asked, picture_asked, deletion_asked.
        invoice_copy_asked: the block of invoice data.
    """

    new_site_asked = Signal(str)
    new_subsidiary_asked = Signal(str)
    invoice_copy_asked = Signal()
    move_asked = Signal(str)
    merge_asked = Signal(str)
    split_asked = Signal(str)
    picture_asked = Signal(str)
    deletion_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._key = ""
        self._new_site = self._add("map-pin", self._on_new_site)
        self._new_subsidiary = self._add("building-2", self._on_new_subsidiary)
        self._invoice = self._add("receipt", self.invoice_copy_asked)
        self._picture = self._add("network", self._on_picture)
        self.addSeparator()
        self._move = self._add("folder-tree", self._on_move)
        self._merge = self._add("merge", self._on_merge)
        self._split = self._add("split", self._on_split)
        self.addSeparator()
        self._delete = self._add("trash-2", self._on_delete)
        self._retranslate()

    def _add(self, icon_name: str, slot: object) -> QAction:
        action = QAction(icon(icon_name), "", self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def show_record(self, key: str, *, is_company: bool) -> None:
        """Be about this record from now on; nothing but a company has subsidiaries and an invoice block."""
        self._key = key
        for action in (self._new_site, self._new_subsidiary, self._invoice, self._picture):
            action.setVisible(is_company)

    @property
    def key(self) -> str:
        """Key of the record the menu is about, empty for none."""
        return self._key

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._new_site.setText(self.tr("New &site here"))
        self._new_subsidiary.setText(self.tr("New s&ubsidiary"))
        self._invoice.setText(self.tr("Copy &invoice block"))
        self._picture.setText(self.tr("&Picture of the group"))
        self._picture.setToolTip(self.tr("Everything below this company as a chart or a map"))
        self._move.setText(self.tr("&Move under another company …"))
        self._merge.setText(self.tr("Mer&ge with another record …"))
        self._split.setText(self.tr("Split in&to sites …"))
        self._split.setToolTip(self.tr("Where an account holds several addresses, each becomes a site of its own"))
        self._delete.setText(self.tr("De&lete"))
        self._delete.setToolTip(self.tr("Delete this record with all below it; it can be undone"))

    @Slot()
    def _on_new_site(self) -> None:
        self.new_site_asked.emit(self._key)

    @Slot()
    def _on_new_subsidiary(self) -> None:
        self.new_subsidiary_asked.emit(self._key)

    @Slot()
    def _on_picture(self) -> None:
        self.picture_asked.emit(self._key)

    @Slot()
    def _on_move(self) -> None:
        self.move_asked.emit(self._key)

    @Slot()
    def _on_merge(self) -> None:
        self.merge_asked.emit(self._key)

    @Slot()
    def _on_split(self) -> None:
        self.split_asked.emit(self._key)

    @Slot()
    def _on_delete(self) -> None:
        self.deletion_asked.emit(self._key)
