"""The two lists of the plan: sites with their addresses, and what goes to them; rows are dragged from and dropped on both."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.theme.metrics import MARGIN
from crmdesk.views.splitting.children_model import KIND, REASON, RECORD, ChildrenModel
from crmdesk.views.splitting.row_drawing import ChildDelegate, SiteDelegate
from crmdesk.views.splitting.sites_model import SitesModel

_RECORD_WIDTH: Final = 240
_KIND_WIDTH: Final = 132
_SITES: Final = QT_TRANSLATE_NOOP("splitting", "Sites")
_CHILDREN: Final = QT_TRANSLATE_NOOP("splitting", "What goes where")


def make_sites_view(model: SitesModel, parent: QWidget) -> QTreeView:
    """Return the list of sites, in two levels when there are several accounts."""
    view = _made(parent, _SITES)
    view.setModel(model)
    view.setItemDelegate(SiteDelegate(view, model))
    view.setHeaderHidden(True)
    view.setIndentation(MARGIN)
    return view


def make_children_view(model: ChildrenModel, parent: QWidget) -> tuple[QTreeView, ChildDelegate]:
    """Return the list of what goes where, and what draws it."""
    view = _made(parent, _CHILDREN)
    view.setModel(model)
    drawing = ChildDelegate(view, model)
    view.setItemDelegate(drawing)
    view.setRootIsDecorated(False)
    view.setIndentation(MARGIN)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(RECORD, _RECORD_WIDTH)
    header.resizeSection(KIND, _KIND_WIDTH)
    return view, drawing


def _made(parent: QWidget, name: str) -> QTreeView:
    view = QTreeView(parent)
    view.setAccessibleName(QCoreApplication.translate("splitting", name))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDropIndicatorShown(True)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    return view
