"""The account tree as the toolkit's tree wants it: services behind plain questions, asked in reader threads."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crmdesk.core.listing import Page, Sort
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.table.columns import Cell
from crmdesk.ui.tree.source import Path, Step, TreeRow
from crmdesk.views.accounts.tree_columns import NodeCells, node_icon
from crmdesk.views.accounts.tree_figures import TreeFigures

if TYPE_CHECKING:
    from crmdesk.services.roll_ups import RollUpService
    from crmdesk.services.tree import PathStep, TreeNode, TreeService


class AccountTreeSource:
    """Implements `ui.tree.source.TreeSource` over the tree service; empty until there is one."""

    def __init__(self, cells: NodeCells) -> None:
        self._cells = cells
        self._service: TreeService | None = None
        self.figures = TreeFigures({status: look.text for status, look in cells.statuses.items()})

    def connect_to(self, service: "TreeService", roll_ups: "RollUpService | None" = None) -> None:
        """Ask these services from now on; without roll-ups their columns stay empty."""
        self._service = service
        if roll_ups is not None:
            self.figures.connect_to(roll_ups)

    def children(self, parent: str | None, first: int, count: int, sort: Sort) -> Page[TreeRow]:
        """Return a page of a node's children, with the number of all of them."""
        if self._service is None:
            return Page((), first, 0)
        page = self._service.page(_key(parent), first, count, sort)
        figures = self.figures.cells([node.key for node in page.rows]) if self.figures.is_shown else {}
        return Page(tuple(self._row(node, figures.get(node.key)) for node in page.rows), page.offset, page.total)

    def locate(self, keys: Sequence[str], sort: Sort) -> Mapping[str, Path]:
        """Return the way to each of these nodes; those that are gone are left out."""
        if self._service is None:
            return {}
        wanted = [key for text in keys if (key := parsed(text)) is not None]
        found = self._service.locate_all(wanted, sort)
        return {str(key): tuple(_step(step) for step in steps) for key, steps in found.items()}

    def match(self, parent: str | None, text: str, after: int, sort: Sort) -> Step | None:
        """Return the next child whose name begins with typed characters, pinyin or initials."""
        if self._service is None:
            return None
        found = self._service.find_from(_key(parent), text, after, sort)
        return None if found is None else _step(found)

    def _row(self, node: "TreeNode", figures: Mapping[str, Cell] | None) -> TreeRow:
        icon = node_icon(node.key.kind, node.company_kind, node.customer_kind)
        cells = self._cells.cells(node, icon)
        if figures:
            cells |= figures
        return TreeRow(str(node.key), cells, icon, node.child_count, editable=True)


def parsed(text: str) -> RecordKey | None:
    """Return the key a tree row carries; None for text that is none (from an older version's file, say)."""
    try:
        key = RecordKey.parse(text)
    except ValueError:
        return None
    return key if key.kind in {RecordKind.COMPANY, RecordKind.SITE} else None


def _key(text: str | None) -> RecordKey | None:
    return None if text is None else RecordKey.parse(text)


def _step(step: "PathStep") -> Step:
    return Step(str(step.key), step.position, step.child_count)
