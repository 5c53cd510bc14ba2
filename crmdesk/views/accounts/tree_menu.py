"""What can be done with what is selected in the tree: the context menu."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.icons import icon
from crmdesk.ui.key_names import key_text
from crmdesk.ui.tree.tree_table import TreeTable
from crmdesk.views.accounts.tree_source import parsed


class TreeMenu(QMenu):
    """Shown for one selection, deletes itself.

    Signals:
        open_asked, rename_asked, copy_rows_asked: for the row with the keyboard, or the selected rows.
        new_site_asked: `str` key of the company it belongs to.
        new_subsidiary_asked: `str` key of the parent company.
        deletion_asked: `str` key.
    """

    open_asked = Signal()
    rename_asked = Signal()
    copy_rows_asked = Signal()
    new_site_asked = Signal(str)
    new_subsidiary_asked = Signal(str)
    deletion_asked = Signal(str)

    def __init__(self, table: TreeTable, keys: tuple[str, ...], count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._key = keys[0] if count == 1 and keys else ""
        row = table.row_of(self._key) if self._key else None
        cells = {} if row is None else row.cells
        self._name = cells["name"].text if "name" in cells else ""
        self._code = cells["code"].text if "code" in cells else ""
        key = parsed(self._key)
        many = self.tr("Select one row to do this.") if count != 1 else ""
        is_company = key is not None and key.kind is RecordKind.COMPANY
        no_company = many or ("" if is_company else self.tr("Sites belong to companies: select a company to do this."))
        self._add(self.tr("&Open"), "arrow-right", self._on_open, "Return", many)
        self._add(self.tr("&Rename"), "pencil", self._on_rename, "F2", many)
        self.addSeparator()
        self._add(self.tr("New &site here"), "map-pin", self._on_new_site, "", no_company)
        self._add(self.tr("New s&ubsidiary"), "building-2", self._on_new_subsidiary, "", no_company)
        self.addSeparator()
        self._add(self.tr("Copy &name"), "copy", self._on_copy_name, "", many)
        no_code = many or ("" if self._code else self.tr("It has no code yet."))
        self._add(self.tr("Copy co&de"), "hash", self._on_copy_code, "", no_code)
        rows = self.tr("&Copy row") if count == 1 else self.tr("&Copy {count} rows").format(count=f"{count:,}")
        self._add(rows, "clipboard-list", self._on_copy_rows, "Ctrl+C")
        self.addSeparator()
        self._add(self.tr("De&lete"), "trash-2", self._on_delete, "", many)
        self.setToolTipsVisible(True)

    def open_at(self, position: QPoint) -> None:
        """Show the menu."""
        self.popup(position)

    def _add(self, text: str, icon_name: str, slot: object, keys: str = "", hindrance: str = "") -> None:
        action = QAction(icon(icon_name), text, self)
        if keys:
            # Shown only: the tree itself answers the key.
            action.setText(f"{text}\t{key_text(keys)}")
        action.setEnabled(not hindrance)
        action.setToolTip(hindrance)
        action.triggered.connect(slot)
        self.addAction(action)

    def _on_open(self) -> None:
        self.open_asked.emit()

    def _on_rename(self) -> None:
        self.rename_asked.emit()

    def _on_new_site(self) -> None:
        self.new_site_asked.emit(self._key)

    def _on_new_subsidiary(self) -> None:
        self.new_subsidiary_asked.emit(self._key)

    def _on_copy_name(self) -> None:
        QGuiApplication.clipboard().setText(self._name)

    def _on_copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._code)

    def _on_copy_rows(self) -> None:
        self.copy_rows_asked.emit()

    def _on_delete(self) -> None:
        self.deletion_asked.emit(self._key)
