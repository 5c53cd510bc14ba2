"""The accounts of a plan and their sites, two levels; with one account its sites alone. Rows are looked up, never copied."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from crmdesk.views.splitting.dragging import CHILDREN, SITE, dragged_children, dragged_site, site_mime
from crmdesk.views.splitting.words import account_text, figure, reason_text

if TYPE_CHECKING:
    from crmdesk.services.splitting.plan import PlannedSite, SplitAccount, SplitPlan

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_ACCOUNT: Final = 0
"""Internal id of an account's row; a site's is its account's place + 1."""


class SitesModel(QAbstractItemModel):
    """Sites take children and other sites that are dropped on them.

    Signals:
        children_dropped: (`str` site, tuple of child keys). site_dropped: (`str` site, `str` the site it was dropped on).
        renamed: (`str` site, `str` name).
    """

    children_dropped = Signal(str, object)
    site_dropped = Signal(str, str)
    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[SplitAccount, ...] = ()
        self._counts: dict[int, Counter[str]] = {}

    def show_plan(self, plan: "SplitPlan") -> None:
        """Show a plan; where only what is inside of accounts changed, the view keeps its place."""
        before, self._counts = self._accounts, {}
        if [account.id for account in before] != [account.id for account in plan.accounts]:
            self.beginResetModel()
            self._accounts = plan.accounts
            self.endResetModel()
            return
        for number, (old, new) in enumerate(zip(before, plan.accounts, strict=True)):
            if old is not new:
                self._show_account(number, new)

    def _show_account(self, number: int, account: "SplitAccount") -> None:
        parent = self.account_index(number)
        old = self._accounts[number].sites
        accounts = list(self._accounts)
        accounts[number] = account
        if [site.key for site in old] == [site.key for site in account.sites]:
            self._accounts = tuple(accounts)
        else:
            self.beginRemoveRows(parent, 0, len(old) - 1)
            emptied = list(self._accounts)
            emptied[number] = _without_sites(account)
            self._accounts = tuple(emptied)
            self.endRemoveRows()
            self.beginInsertRows(parent, 0, len(account.sites) - 1)
            self._accounts = tuple(accounts)
            self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0, parent), self.index(len(account.sites) - 1, 0, parent))

    @property
    def is_flat(self) -> bool:
        """Whether there is one account, whose sites stand at the top."""
        return len(self._accounts) == 1

    def account_index(self, number: int) -> QModelIndex:
        """Return the row of an account, the root when it is the only one."""
        return QModelIndex() if self.is_flat else self.createIndex(number, 0, _ACCOUNT)

    def site_index(self, number: int, site: str) -> QModelIndex:
        """Return the row of a site of an account, invalid when there is none."""
        for row, item in enumerate(self._accounts[number].sites):
            if item.key == site:
                return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def account_at(self, index: Index) -> int:
        """Return the place of the account a row belongs to; −1 for none."""
        if not index.isValid():
            return 0 if self.is_flat else -1
        return index.row() if index.internalId() == _ACCOUNT else int(index.internalId()) - 1

    def site_at(self, index: Index) -> "PlannedSite | None":
        """Return the site of a row, None for an account's row."""
        if not index.isValid() or index.internalId() == _ACCOUNT:
            return None
        return self._accounts[int(index.internalId()) - 1].sites[index.row()]

    def account(self, number: int) -> "SplitAccount":
        """Return an account."""
        return self._accounts[number]

    def count_at(self, index: Index) -> int:
        """Return how many children go to a row's site, or leave a row's account."""
        number = self.account_at(index)
        if number not in self._counts:
            self._counts[number] = Counter(child.site for child in self._accounts[number].children)
        site = self.site_at(index)
        if site is not None:
            return self._counts[number][site.key]
        return len(self._accounts[number].moving)

    # Qt

    @override
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 1 if self.is_flat else _ACCOUNT)
        return self.createIndex(row, column, parent.row() + 1)

    @override
    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or self.is_flat or index.internalId() == _ACCOUNT:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _ACCOUNT)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._accounts[0].sites) if self.is_flat else len(self._accounts)
        if self.is_flat or parent.internalId() != _ACCOUNT or parent.column() > 0:
            return 0
        return len(self._accounts[parent.row()].sites)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        site = self.site_at(index)
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.EditRole and site is not None):
            return site.name if site is not None else account_text(self._accounts[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole and site is not None:
            return "\n".join(part for part in (site.name, site.address, reason_text(site.why)) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and site is not None:
            return self.tr("{address}, {count} records").format(address=site.address, count=figure(self.count_at(index)))
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        site = self.site_at(index)
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or site is None or not name or name == site.name:
            return False
        self.renamed.emit(site.key, name)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        site = self.site_at(index)
        if site is None:
            return flags
        flags |= Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if site.key.startswith("new:"):
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [CHILDREN, SITE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        site = self.site_at(indexes[0]) if indexes else None
        return site_mime("" if site is None else site.key)

    @override
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        site = self.site_at(parent)
        return site is not None and (data.hasFormat(CHILDREN) or dragged_site(data) not in {"", site.key})

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what was dropped; never True, for the view would then take the dragged rows out by itself."""
        site = self.site_at(parent)
        if site is not None and (children := dragged_children(data)):
            self.children_dropped.emit(site.key, children)
        elif site is not None and (dragged := dragged_site(data)):
            self.site_dropped.emit(dragged, site.key)
        return False


def _without_sites(account: "SplitAccount") -> "SplitAccount":
    from dataclasses import replace

    return replace(account, sites=())
