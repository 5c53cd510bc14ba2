"""Which part of a big hierarchy is laid out: the biggest nodes, and one node `… and N more` for the rest of a family."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from crmdesk.ui.charts.hierarchy import NO_CATEGORY, Hierarchy


@dataclass(frozen=True, slots=True)
class Rest:
    """What a node `… and N more` stands for: these children of one node, with everything below them."""

    parent: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShownTree:
    """The part of a hierarchy that is laid out; the places in it are its own, its root is 0, parents come first.

    Attributes:
        hierarchy: where the nodes come from.
        nodes: place in the hierarchy; of a rest the place of its parent.
        parents, children: places in this tree; children from the biggest down, the rest last.
        totals, mixes: as in the hierarchy. categories: likewise; a rest has none.
        rests: place in this tree → what it stands for.
    """

    hierarchy: Hierarchy
    nodes: Sequence[int]
    parents: Sequence[int]
    children: Sequence[Sequence[int]]
    totals: Sequence[float]
    mixes: Sequence[Sequence[float]]
    categories: Sequence[int]
    rests: dict[int, Rest]

    def __len__(self) -> int:
        return len(self.nodes)

    def is_closed(self, place: int) -> bool:
        """Whether a node has children that are not shown below it."""
        return place not in self.rests and not self.children[place] and bool(self.hierarchy.children[self.nodes[place]])

    def rest_count(self, place: int) -> int:
        """Return how many children a rest stands for, 0 for a node that is none."""
        rest = self.rests.get(place)
        return 0 if rest is None else len(rest.children)


def fold(
    hierarchy: Hierarchy, root: int = 0, *, limit: int, most_children: int | None = None, only: Sequence[int] | None = None
) -> ShownTree:
    """Return the tree below `root` with at most `limit` nodes, rests not counted, in n log n of the nodes shown.

    The biggest nodes are shown first; of equal ones the first of each family, then the second …, so that no family takes all the room.

    Args:
        hierarchy: what is shown.
        root: node on top.
        limit: how many nodes at most.
        most_children: how many children of one node at most.
        only: show only these children of the root: what a rest stands for.
    """
    totals = hierarchy.totals
    made = _Folding(hierarchy, only, [root], [-1], [[]], [hierarchy.children[root] if only is None else only], [0])
    nodes, parents, children, families, taken = made.nodes, made.parents, made.children, made.families, made.taken
    waiting: list[tuple[float, int, int, int]] = []  # minus total, rank in its family, node, place of its parent
    if families[0]:
        waiting.append((-totals[families[0][0]], 0, families[0][0], 0))
    while waiting and len(nodes) < limit:
        _, rank, node, parent = heapq.heappop(waiting)
        place = len(nodes)
        nodes.append(node)
        parents.append(parent)
        children.append([])
        children[parent].append(place)
        taken[parent] = rank + 1
        taken.append(0)
        family = hierarchy.children[node]
        families.append(family)
        if family:
            heapq.heappush(waiting, (-totals[family[0]], 0, family[0], place))
        siblings = families[parent]
        if rank + 1 < len(siblings) and (most_children is None or rank + 1 < most_children):
            heapq.heappush(waiting, (-totals[siblings[rank + 1]], rank + 1, siblings[rank + 1], parent))
    return _with_rests(made)


@dataclass(slots=True)
class _Folding:
    """A tree that is being chosen: per place its node, parent and children; its whole family and how many of it were taken."""

    hierarchy: Hierarchy
    only: Sequence[int] | None
    nodes: list[int]
    parents: list[int]
    children: list[list[int]]
    families: list[Sequence[int]]
    taken: list[int]


def _with_rests(made: _Folding) -> ShownTree:
    hierarchy, only, nodes = made.hierarchy, made.only, made.nodes
    totals = [hierarchy.totals[node] for node in nodes]
    mixes = [hierarchy.mixes[node] for node in nodes]
    categories = [hierarchy.categories[node] for node in nodes]
    if only is not None:
        totals[0] = sum(hierarchy.totals[node] for node in only)
        mixes[0] = _mixed(hierarchy, only)
    rests: dict[int, Rest] = {}
    for place in range(len(nodes)):
        left = made.families[place][made.taken[place] :]
        if not left or not made.taken[place]:  # nothing of it is shown: the node itself stands for them
            continue
        added = len(nodes)
        is_one = len(left) == 1 and not hierarchy.children[left[0]]
        if not is_one:
            rests[added] = Rest(nodes[place], tuple(left))
        nodes.append(left[0] if is_one else nodes[place])
        made.parents.append(place)
        made.children.append([])
        made.children[place].append(added)
        totals.append(sum(hierarchy.totals[node] for node in left))
        mixes.append(_mixed(hierarchy, left))
        categories.append(hierarchy.categories[left[0]] if is_one else NO_CATEGORY)
    return ShownTree(hierarchy, nodes, made.parents, made.children, totals, mixes, categories, rests)


def _mixed(hierarchy: Hierarchy, nodes: Sequence[int]) -> list[float]:
    mixed = [0.0] * len(hierarchy.mixes[0])
    for node in nodes:
        for at, share in enumerate(hierarchy.mixes[node]):
            if share:
                mixed[at] += share
    return mixed
