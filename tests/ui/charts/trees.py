"""Random and made-up trees for the tests of pictures."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from crmdesk.ui.charts.hierarchy import NO_CATEGORY, Hierarchy
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role

LOOKS = (ChipLook("New", Role.INFO, Shape.RING), ChipLook("Kept", Role.OK, Shape.DISC), ChipLook("A", Role.ACCENT, Shape.SQUARE))


@st.composite
def hierarchies(draw: st.DrawFn, most: int = 60) -> Hierarchy:
    """Trees of any shape; weights of every size, nothing and less included."""
    count = draw(st.integers(1, most))
    parents = [-1, *(draw(st.integers(0, node - 1)) for node in range(1, count))]
    weight = st.one_of(st.just(0.0), st.just(1.0), st.floats(-5, 1e6, allow_nan=False), st.floats(1e-6, 1e-3))
    weights = draw(st.lists(weight, min_size=count, max_size=count))
    categories = draw(st.lists(st.integers(-1, 2), min_size=count, max_size=count))
    return Hierarchy.of(parents, [f"n{at}" for at in range(count)], weights, categories, 3)


def tree(parents: Sequence[int], weights: Sequence[float] | None = None, names: Sequence[str] = ()) -> Hierarchy:
    """A tree with weight 1 at each leaf unless told."""
    inner = set(parents)
    weights = weights or [0.0 if at in inner else 1.0 for at in range(len(parents))]
    categories = [NO_CATEGORY if at in inner else at % 3 for at in range(len(parents))]
    return Hierarchy.of(parents, names or [f"n{at}" for at in range(len(parents))], weights, categories, 3)


def group(companies: int, sites: int, seed: int = 1) -> Hierarchy:
    """A group: companies below the root, sites spread over them."""
    rng = random.Random(seed)
    return tree([-1, *(0 for _ in range(companies)), *(rng.randint(1, companies) for _ in range(sites))])


class Words:
    """Implements `scene.Wording`."""

    def caption(self, node: int) -> str:
        return f"caption {node}"

    def tip(self, node: int) -> str:
        return f"tip {node}"

    def more(self, count: int) -> str:
        return f"… and {count} more"
