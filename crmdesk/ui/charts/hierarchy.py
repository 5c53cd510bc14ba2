"""A tree as arrays, with what every picture of it needs: totals, children from the biggest down, and the mix of categories below."""

from collections.abc import Sequence
from dataclasses import dataclass

NO_CATEGORY = -1


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A tree; node 0 is its root, and every other node stands behind its parent.

    Attributes:
        parents: place of the parent, -1 for the root. names: as shown.
        categories: what a node is coloured by, `NO_CATEGORY` for nothing; the caller knows what the numbers mean.
        totals: own weight and that of everything below, never negative.
        children: places of the children, from the biggest total down, otherwise as given.
        sizes: how many nodes stand below.
        mixes: weight in the subtree by category; nodes without a category are left out.
    """

    parents: Sequence[int]
    names: Sequence[str]
    categories: Sequence[int]
    totals: Sequence[float]
    children: Sequence[Sequence[int]]
    sizes: Sequence[int]
    mixes: Sequence[Sequence[float]]

    @classmethod
    def of(
        cls,
        parents: Sequence[int],
        names: Sequence[str],
        weights: Sequence[float],
        categories: Sequence[int],
        category_count: int,
    ) -> "Hierarchy":
        """Return the tree with its totals, in the time of sorting siblings; weights below zero count as zero.

        Raises:
            ValueError: a node stands before its parent, or there is none at all.
        """
        _check(parents)
        own = [weight if weight > 0 else 0.0 for weight in weights]
        totals, sizes = list(own), [0] * len(parents)
        below: list[list[int] | None] = [None] * len(parents)
        for node in range(len(parents) - 1, 0, -1):
            parent = parents[node]
            totals[parent] += totals[node]
            sizes[parent] += sizes[node] + 1
            siblings = below[parent]
            if siblings is None:
                below[parent] = [node]
            else:
                siblings.append(node)
        for some in below:
            if some is not None:
                some.reverse()
                some.sort(key=lambda one: -totals[one])
        mixes = _mixes(parents, own, categories, category_count)
        return cls(parents, names, categories, totals, [some or () for some in below], sizes, mixes)

    def __len__(self) -> int:
        return len(self.parents)

    def path(self, node: int) -> list[int]:
        """Return the way from the root down to a node, both included."""
        found = []
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        return found[::-1]


def _check(parents: Sequence[int]) -> None:
    if not parents or parents[0] != -1:
        raise ValueError("the first node is the root")
    if any(not 0 <= parents[node] < node for node in range(1, len(parents))):
        raise ValueError("a node stands behind its parent")


def _mixes(parents: Sequence[int], own: Sequence[float], categories: Sequence[int], count: int) -> list[list[float]]:
    mixes = [[0.0] * count for _ in parents]
    inner = bytearray(len(parents))
    for node in range(len(parents) - 1, -1, -1):
        category, parent = categories[node], parents[node]
        if category != NO_CATEGORY:
            mixes[node][category] += own[node]
        if parent < 0:
            break
        upper = mixes[parent]
        if inner[node]:
            for at, share in enumerate(mixes[node]):
                upper[at] += share
        elif category != NO_CATEGORY:
            upper[category] += own[node]
        inner[parent] = 1
    return mixes
