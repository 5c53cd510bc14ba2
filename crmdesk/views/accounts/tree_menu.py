"""What can be done with what is selected in the tree: the context menu."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.icons import icon
from crmdesk.ui.key_names import key_text
from crmdesk.ui.tree.tree_table import TreeSelection, TreeTable
from crmdesk.views.accounts.tree_source import parsed


class TreeMenu(QMenu):
    """Shown for one selection, deletes itself.

    Signals:
        open_asked, rename_asked, copy_rows_asked: for the row with the keyboard, or the selected rows.
        new_site_asked: `str` key of the company it belongs to.
        new_subsidiary_asked: `str` key of the parent company.
        cut_asked, paste_asked, destination_asked, deletion_asked: for everything selected.
        picture_asked: `str` key of a company.
        search_asked: (`str` key, `str` name) search only below it.
        merge_asked, split_asked: (`TreeSelection`) what is selected.
    """

    open_asked = Signal()
    rename_asked = Signal()
    copy_rows_asked = Signal()
    new_site_asked = Signal(str)
    new_subsidiary_asked = Signal(str)
    cut_asked = Signal()
    paste_asked = Signal()
    destination_asked = Signal()
    deletion_asked = Signal()
    picture_asked = Signal(str)
    search_asked = Signal(str, str)
    merge_asked = Signal(object)
    split_asked = Signal(object)

    def __init__(self, table: TreeTable, selection: TreeSelection, parent: QWidget, *, has_cut: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._selection = selection
        keys, count = selection.keys, selection.count
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
        self._add(self.tr("&Picture of the group"), "network", self._on_picture, "", no_company)
        self._add(self.tr("Search &below it"), "search", self._on_search, "Ctrl+Shift+K", many)
        self.addSeparator()
        no_paste = no_company or ("" if has_cut else self.tr("Cut companies or sites first, to move them here."))
        self._add(self.tr("C&ut"), "scissors", self.cut_asked, "Ctrl+X")
        self._add(self.tr("Pas&te here"), "clipboard-paste", self.paste_asked, "Ctrl+V", no_paste)
        self._add(self.tr("&Move to …"), "folder-tree", self.destination_asked, "Ctrl+Shift+M")
        self._add(self.tr("Mer&ge …"), "merge", self._on_merge, "", self._why_not_merge(selection))
        self._add(self.tr("Sp&lit into sites …"), "split", self._on_split)
        self.addSeparator()
        self._add(self.tr("Copy &name"), "copy", self._on_copy_name, "", many)
        no_code = many or ("" if self._code else self.tr("It has no code yet."))
        self._add(self.tr("Copy co&de"), "hash", self._on_copy_code, "", no_code)
        rows = self.tr("&Copy row") if count == 1 else self.tr("&Copy {count} rows").format(count=f"{count:,}")
        self._add(rows, "clipboard-list", self._on_copy_rows, "Ctrl+C")
        self.addSeparator()
        self._add(self.tr("&Delete"), "trash-2", self.deletion_asked, "Del")
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

    def _why_not_merge(self, selection: TreeSelection) -> str:
        kinds = {key.kind for text in selection.keys if (key := parsed(text)) is not None}
        if selection.count < 2:
            return self.tr("Select two or more of one kind to merge them.")
        if selection.spans:
            return self.tr("Select fewer rows to do this.")
        return self.tr("Companies merge with companies, sites with sites.") if len(kinds) > 1 else ""

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

    def _on_picture(self) -> None:
        self.picture_asked.emit(self._key)

    def _on_search(self) -> None:
        self.search_asked.emit(self._key, self._name)

    def _on_merge(self) -> None:
        self.merge_asked.emit(self._selection)

    def _on_split(self) -> None:
        self.split_asked.emit(self._selection)
