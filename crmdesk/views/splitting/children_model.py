"""Everything that hangs on one account, in groups by the site it would go to, each with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from crmdesk.views.splitting.dragging import CHILDREN, ChildKey, children_mime, dragged_children
from crmdesk.views.splitting.words import figure, kind_text, reason_text

if TYPE_CHECKING:
    from crmdesk.services.splitting.plan import PlannedChild, PlannedSite, SplitAccount

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_GROUP: Final = 0
RECORD, KIND, REASON = range(3)


@dataclass(frozen=True, slots=True)
class Group:
    """A site and the children that go there."""

    site: "PlannedSite"
    children: "tuple[PlannedChild, ...]"


class ChildrenModel(QAbstractItemModel):
    """Children may be dragged onto another group.

    Signals:
        children_dropped: (`str` site, tuple of child keys).
    """

    children_dropped = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()

    def show_account(self, account: "SplitAccount | None", *, only_weak: bool = False) -> None:
        """Show the children of an account: all, or only those whose reasons are weak."""
        self.beginResetModel()
        self._groups = () if account is None else _groups(account, only_weak=only_weak)
        self.endResetModel()

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is shown."""
        return self._groups

    def group_at(self, index: Index) -> Group | None:
        """Return the group a row is, or belongs to."""
        if not index.isValid():
            return None
        return self._groups[index.row() if index.internalId() == _GROUP else int(index.internalId()) - 1]

    def child_at(self, index: Index) -> "PlannedChild | None":
        """Return the child of a row, None for a group."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[int(index.internalId()) - 1].children[index.row()]

    def group_index(self, site: str) -> QModelIndex:
        """Return the row of a site's group, invalid when it is not shown."""
        for number, group in enumerate(self._groups):
            if group.site.key == site:
                return self.createIndex(number, 0, _GROUP)
        return QModelIndex()

    def child_index(self, key: ChildKey) -> QModelIndex:
        """Return the row of a child, invalid when it is not shown."""
        for number, group in enumerate(self._groups):
            for row, child in enumerate(group.children):
                if child.key == key:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    # Qt

    @override
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    @override
    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _GROUP)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _GROUP or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()].children)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 3

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Record"), self.tr("Kind"), self.tr("Why it goes there"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        child = self.child_at(index)
        if child is None:
            group = self._groups[index.row()]
            words = self.tr("{site} – {count}").format(site=group.site.name, count=figure(len(group.children)))
            return words if index.column() == RECORD else None
        if index.column() == REASON:
            return reason_text(child.reason)
        if role == Qt.ItemDataRole.ToolTipRole:
            return child.detail or child.name
        return kind_text(child.kind) if index.column() == KIND else child.name

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        if self.child_at(index) is not None:
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags & ~Qt.ItemFlag.ItemIsSelectable if index.isValid() else super().flags(index)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [CHILDREN]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = [child.key for index in indexes if index.column() == 0 and (child := self.child_at(index)) is not None]
        return children_mime(found)

    @override
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(CHILDREN) and self.group_at(parent) is not None

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what was dropped; never True, for the view would then take the dragged rows out by itself."""
        group = self.group_at(parent)
        if group is not None and (children := dragged_children(data)):
            self.children_dropped.emit(group.site.key, children)
        return False


def _groups(account: "SplitAccount", *, only_weak: bool) -> tuple[Group, ...]:
    found = []
    for site in account.sites:
        children = tuple(
            child for child in account.children if child.site == site.key and (child.reason.is_weak or not only_weak)
        )
        if children or not only_weak:
            found.append(Group(site, children))
    return tuple(found)
