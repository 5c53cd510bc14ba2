"""One picture ready to be painted: form, the part of the hierarchy that is shown, its layout, and who words it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, Protocol

from crmdesk.ui.charts.folding import Rest, ShownTree, fold
from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.icicle import icicle
from crmdesk.ui.charts.layout import Layout
from crmdesk.ui.charts.org_chart import org_chart
from crmdesk.ui.charts.treemap import treemap
from crmdesk.ui.chips import ChipLook

LIMIT: Final = 5_000
"""Nodes laid out at most; what is left is `… and N more`, and comes when one goes into it."""
MOST_CHILDREN: Final = 240
"""Of one node in an org chart, where each takes as much room as the others."""


@unique
class Form(StrEnum):
    """How a hierarchy is drawn."""

    ORG_CHART = "org_chart"
    ICICLE = "icicle"
    TREEMAP = "treemap"


class Wording(Protocol):
    """Says in the present language what the toolkit cannot; asked only for what is seen."""

    def caption(self, node: int) -> str:
        """Return the second line of a node of the hierarchy, e.g. its figure."""

    def tip(self, node: int) -> str:
        """Return what the pointer is told of a node: its path and figures."""

    def more(self, count: int) -> str:
        """Return the name of a rest, e.g. `… and 45 more`."""


@dataclass(frozen=True, slots=True)
class Top:
    """What stands on top of a picture: a node, or a rest of a node's children."""

    node: int = 0
    rest: Rest | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture.

    Attributes:
        top: what it begins with. categories: what nodes are coloured by; the hierarchy's categories are places in it.
    """

    form: Form
    top: Top
    tree: ShownTree
    layout: Layout
    categories: Sequence[ChipLook]
    wording: Wording

    def name(self, place: int) -> str:
        """Return a node's name."""
        rest = self.tree.rest_count(place)
        return self.wording.more(rest) if rest else self.tree.hierarchy.names[self.tree.nodes[place]]

    def caption(self, place: int) -> str:
        """Return a node's second line, empty for a rest."""
        return "" if self.tree.rest_count(place) else self.wording.caption(self.tree.nodes[place])

    def tip(self, place: int) -> str:
        """Return what the pointer is told of a node."""
        text = self.wording.tip(self.tree.nodes[place])
        return f"{text}\n{self.name(place)}" if self.tree.rest_count(place) else text

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the layout."""
        return self.layout.width, self.layout.height


def make_scene(
    hierarchy: Hierarchy,
    form: Form,
    top: Top,
    view: tuple[float, float],
    *,
    categories: Sequence[ChipLook],
    wording: Wording,
    limit: int = LIMIT,
) -> Scene:
    """Fold and lay out what stands below `top`; icicle and treemap take the size of the view, an org chart its own."""
    most = MOST_CHILDREN if form is Form.ORG_CHART else None
    only = None if top.rest is None else top.rest.children
    tree = fold(hierarchy, top.node, limit=limit, most_children=most, only=only)
    width, height = max(view[0], 1.0), max(view[1], 1.0)
    match form:
        case Form.ORG_CHART:
            layout = org_chart(tree)
        case Form.ICICLE:
            layout = icicle(tree, width, height)
        case Form.TREEMAP:
            layout = treemap(tree, width, height)
    return Scene(form, top, tree, layout, tuple(categories), wording)
