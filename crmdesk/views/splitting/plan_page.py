"""The plan to look at and correct: sites at the left, what goes where and why at the right."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.views.splitting.children_model import ChildrenModel
from crmdesk.views.splitting.dragging import ChildKey
from crmdesk.views.splitting.plan_views import make_children_view, make_sites_view
from crmdesk.views.splitting.site_card import SiteCard
from crmdesk.views.splitting.sites_model import SitesModel
from crmdesk.views.splitting.words import figure

if TYPE_CHECKING:
    from crmdesk.services.splitting.plan import SplitPlan

_SITES_WIDTH: Final = 360
_EXPANDED: Final = 30
"""Accounts that are shown open at first."""


class PlanPage(QWidget):
    """Corrects a plan; every correction is one step back.

    Signals:
        plan_edited: `SplitPlan`, the corrected one.
    """

    plan_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: SplitPlan | None = None
        self._former: list[SplitPlan] = []
        self._weak = 0
        self._account = -1
        self._cut: tuple[ChildKey, ...] = ()
        self._sites = SitesModel(self)
        self._children = ChildrenModel(self)
        self._sites_view = make_sites_view(self._sites, self)
        self._children_view, self._drawing = make_children_view(self._children, self)
        self._card = SiteCard(self)
        self._only_weak = QCheckBox(self)
        self._only_weak.toggled.connect(self._on_only_weak_toggled)
        self._move_menu = QMenu(self)
        self._merge_menu = QMenu(self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self._rename = self._action(self.tr("Rename"), "pencil", QKeySequence(Qt.Key.Key_F2), self._on_rename)
        self._drop = self._action(self.tr("Don't make this site"), "x", QKeySequence(), self._on_drop)
        self._merge = self._action(self.tr("Merge with"), "merge", QKeySequence("Ctrl+G"), self._on_merge)
        self._merge.setToolTip(self.tr("Let another site take what goes here"))
        self._move = self._action(self.tr("Move to"), "arrow-right", QKeySequence("Ctrl+M"), self._on_move)
        self._move.setToolTip(self.tr("Move the chosen records to another site; dragging does the same"))
        self._keep = self._action(self.tr("Keep with the account"), "house", QKeySequence("Ctrl+H"), self._on_keep)
        self._back = self._action(self.tr("Undo correction"), "undo-2", QKeySequence(keys.Undo), self._on_back)
        self._next = self._action(self.tr("Next doubtful"), "arrow-down", QKeySequence(Qt.Key.Key_F8), self._on_next)
        self._next.setToolTip(self.tr("Go to the next account with doubtful reasons"))
        self._cut_action = self._action(self.tr("Cut"), "", QKeySequence(keys.Cut), self._on_cut)
        self._paste = self._action(self.tr("Paste here"), "", QKeySequence(keys.Paste), self._on_paste)

    def _action(self, text: str, picture: str, shortcut: QKeySequence, slot: object) -> QAction:
        action = QAction(text, self)
        if picture:
            action.setIcon(icon(picture))
        action.setShortcut(shortcut)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        left = QWidget(self)
        left_layout = QVBoxLayout(left)
        left_layout.setContentsMargins(0, 0, GAP, 0)
        left_layout.addWidget(self._sites_view, 1)
        left_layout.addLayout(self._row(self._rename, self._merge, self._drop))
        right = QWidget(self)
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(MARGIN, 0, 0, 0)
        right_layout.setSpacing(GAP)
        right_layout.addWidget(self._card)
        right_layout.addLayout(self._row(self._move, self._keep, self._back))
        doubtful = QHBoxLayout()
        doubtful.setSpacing(GAP)
        doubtful.addWidget(self._only_weak)
        doubtful.addStretch(1)
        doubtful.addLayout(self._row(self._next))
        right_layout.addLayout(doubtful)
        right_layout.addWidget(self._children_view, 1)
        self._splitter = QSplitter(self)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([_SITES_WIDTH, 3 * _SITES_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _row(self, *actions: QAction) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for action in actions:
            button = ActionButton(action, kind="quiet", parent=self)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._sites_view.selectionModel().currentChanged.connect(self._on_site_chosen)
        self._children_view.selectionModel().selectionChanged.connect(self._show_abilities)
        self._sites_view.customContextMenuRequested.connect(self._on_sites_menu)
        self._children_view.customContextMenuRequested.connect(self._on_children_menu)
        self._sites.children_dropped.connect(self._on_children_dropped)
        self._children.children_dropped.connect(self._on_children_dropped)
        self._sites.site_dropped.connect(self._on_site_dropped)
        self._sites.renamed.connect(self._on_renamed)
        self._move_menu.triggered.connect(self._on_move_chosen)
        self._merge_menu.triggered.connect(self._on_merge_chosen)

    # What is shown

    def show_plan(self, plan: "SplitPlan") -> None:
        """Show a new proposal."""
        self._plan, self._former, self._cut, self._account = plan, [], (), -1
        self._drawing.cut = frozenset()
        self._weak = plan.weak
        self._sites.show_plan(plan)
        if not self._sites.is_flat:
            for number in range(min(len(plan.accounts), _EXPANDED)):
                self._sites_view.expand(self._sites.account_index(number))
        self._sites_view.setRootIsDecorated(not self._sites.is_flat)
        self._show_weak()
        if plan.accounts:
            self._sites_view.setCurrentIndex(self._sites.index(0, 0, self._sites.account_index(0)))
        else:
            self._show_account(-1)
        self._show_abilities()

    def focus_first(self) -> None:
        """Put the keyboard on the sites."""
        self._sites_view.setFocus()

    def _show_weak(self) -> None:
        weak = self._weak
        self._only_weak.setText(self.tr("Only doubtful reasons ({count})").format(count=figure(weak)))
        self._only_weak.setEnabled(bool(weak) or self._only_weak.isChecked())
        self._next.setEnabled(bool(weak))

    def _show_account(self, number: int) -> None:
        self._account = number
        account = self._sites.account(number) if self._plan is not None and number >= 0 else None
        self._children.show_account(account, only_weak=self._only_weak.isChecked())
        for row in range(self._children.rowCount()):
            self._children_view.setFirstColumnSpanned(row, QModelIndex(), True)  # noqa: FBT003 - Qt's own signature
        self._children_view.expandAll()

    @Slot(QModelIndex)
    def _on_site_chosen(self, index: QModelIndex) -> None:
        number = self._sites.account_at(index) if index.isValid() else -1
        if number != self._account:
            self._show_account(number)
        site = self._sites.site_at(index)
        if site is None and number >= 0:
            site = self._sites.account(number).sites[0]
        self._card.show_site(site)
        if site is not None:
            group = self._children.group_index(site.key)
            if group.isValid():
                self._children_view.scrollTo(group, QAbstractItemView.ScrollHint.PositionAtTop)
        self._show_abilities()

    @Slot(bool)
    def _on_only_weak_toggled(self) -> None:
        self._show_account(self._account)

    @Slot()
    def _show_abilities(self) -> None:
        site = self._sites.site_at(self._sites_view.currentIndex())
        is_new = site is not None and site.key.startswith("new:")
        is_account = site is None and self._account >= 0 and not self._sites.is_flat
        self._rename.setEnabled(is_new)
        self._merge.setEnabled(is_new)
        self._drop.setEnabled(is_new or is_account)
        self._drop.setText(self.tr("Leave this account as it is") if is_account else self.tr("Don't make this site"))
        chosen = bool(self._chosen())
        for action in (self._move, self._keep, self._cut_action):
            action.setEnabled(chosen)
        self._paste.setEnabled(bool(self._cut))
        self._back.setEnabled(bool(self._former))

    def _chosen(self) -> tuple[ChildKey, ...]:
        found: dict[ChildKey, None] = {}
        for index in self._children_view.selectionModel().selectedRows():
            child = self._children.child_at(index)
            if child is not None:
                found[child.key] = None
        return tuple(found)

    # Corrections

    def _take(self, plan: "SplitPlan", *, is_back: bool = False) -> None:
        """Show a corrected plan, and keep the place."""
        if self._plan is None or plan is self._plan:
            return
        if not is_back:
            self._former.append(self._plan)
        chosen = self._chosen()
        site = self._sites.site_at(self._sites_view.currentIndex())
        self._weak = _weak_after(self._weak, self._plan, plan)
        self._plan = plan
        self._sites.show_plan(plan)
        number = min(max(0, self._account), len(plan.accounts) - 1)
        index = self._sites.site_index(number, "" if site is None else site.key)
        if not index.isValid():
            index = self._sites.index(0, 0, self._sites.account_index(number))
        self._show_account(number)
        self._sites_view.setCurrentIndex(index)
        self._card.show_site(self._sites.site_at(index))
        rows = [row for key in chosen if (row := self._children.child_index(key)).isValid()]
        selection = self._children_view.selectionModel()
        for row in rows:
            selection.select(row, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        if rows:
            selection.setCurrentIndex(rows[0], selection.SelectionFlag.NoUpdate)
        self._show_weak()
        self._show_abilities()
        self.plan_edited.emit(plan)

    @Slot(str, object)
    def _on_children_dropped(self, site: str, children: tuple[ChildKey, ...]) -> None:
        if self._plan is None or self._account < 0:
            return
        account = self._sites.account(self._account)
        if any(item.key == site for item in account.sites):  # another account's site takes nothing of this one
            self._take(self._plan.reassigned(account.id, children, site))

    @Slot(str, str)
    def _on_site_dropped(self, site: str, into: str) -> None:
        if self._plan is not None:
            self._take(self._plan.merged(site, into))

    @Slot(str, str)
    def _on_renamed(self, site: str, name: str) -> None:
        if self._plan is not None:
            self._take(self._plan.renamed(site, name))

    @Slot()
    def _on_rename(self) -> None:
        self._sites_view.edit(self._sites_view.currentIndex())

    @Slot()
    def _on_drop(self) -> None:
        site = self._sites.site_at(self._sites_view.currentIndex())
        if self._plan is not None and site is not None:
            self._take(self._plan.dropped(site.key))
        elif self._plan is not None and self._account >= 0:
            self._take(self._plan.without(self._sites.account(self._account).id))

    @Slot()
    def _on_merge(self) -> None:
        site = self._sites.site_at(self._sites_view.currentIndex())
        self._fill_menu(self._merge_menu, "" if site is None else site.key)
        self._merge_menu.popup(self._below(self._sites_view))

    @Slot()
    def _on_move(self) -> None:
        self._fill_menu(self._move_menu, "")
        self._move_menu.popup(self._below(self._children_view))

    def _below(self, view: QTreeView) -> QPoint:
        index = view.currentIndex()
        rect = view.visualRect(index)
        return view.viewport().mapToGlobal(rect.bottomLeft() if rect.isValid() else QPoint(GAP, GAP))

    def _fill_menu(self, menu: QMenu, without: str) -> None:
        menu.clear()
        if self._account < 0:
            return
        for site in self._sites.account(self._account).sites:
            if site.key != without:
                menu.addAction(site.name.replace("&", "&&")).setData(site.key)

    @Slot(QAction)
    def _on_move_chosen(self, action: QAction) -> None:
        self._on_children_dropped(str(action.data()), self._chosen())

    @Slot(QAction)
    def _on_merge_chosen(self, action: QAction) -> None:
        site = self._sites.site_at(self._sites_view.currentIndex())
        if site is not None:
            self._on_site_dropped(site.key, str(action.data()))

    @Slot()
    def _on_keep(self) -> None:
        if self._account >= 0:
            self._on_children_dropped(self._sites.account(self._account).id, self._chosen())

    @Slot()
    def _on_cut(self) -> None:
        self._cut = self._chosen()
        self._drawing.cut = frozenset(self._cut)
        self._children_view.viewport().update()
        self._show_abilities()

    @Slot()
    def _on_paste(self) -> None:
        """Put what was cut at the site chosen at the left, or at the group the keyboard is in at the right."""
        group = self._children.group_at(self._children_view.currentIndex()) if self._children_view.hasFocus() else None
        site = group.site if group is not None else self._sites.site_at(self._sites_view.currentIndex())
        children, self._cut = self._cut, ()
        self._drawing.cut = frozenset()
        if site is not None and children:
            self._on_children_dropped(site.key, children)
        self._children_view.viewport().update()
        self._show_abilities()

    @Slot()
    def _on_back(self) -> None:
        if self._former:
            self._take(self._former.pop(), is_back=True)

    @Slot()
    def _on_next(self) -> None:
        """Go to the next account with something doubtful, round and round."""
        if self._plan is None:
            return
        total = len(self._plan.accounts)
        for step in range(1, total + 1):
            number = (max(0, self._account) + step) % total
            if any(child.reason.is_weak for child in self._plan.accounts[number].children):
                parent = self._sites.account_index(number)
                self._sites_view.setCurrentIndex(self._sites.index(0, 0, parent))
                self._sites_view.scrollTo(self._sites_view.currentIndex())
                return

    @Slot(QPoint)
    def _on_sites_menu(self, place: QPoint) -> None:
        self._popup(self._sites_view, place, (self._rename, self._merge, self._drop, self._paste))

    @Slot(QPoint)
    def _on_children_menu(self, place: QPoint) -> None:
        self._popup(self._children_view, place, (self._move, self._keep, self._cut_action, self._paste))

    def _popup(self, view: QTreeView, place: QPoint, actions: tuple[QAction, ...]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(actions))
        menu.popup(view.viewport().mapToGlobal(place))


def _weak_after(weak: int, before: "SplitPlan", after: "SplitPlan") -> int:
    """Return how many doubtful children there are after a correction; counts only the accounts that changed."""
    if len(before.accounts) != len(after.accounts):
        return after.weak
    changed = ((old, new) for old, new in zip(before.accounts, after.accounts, strict=True) if old is not new)
    return weak + sum(new.weak - old.weak for old, new in changed)
