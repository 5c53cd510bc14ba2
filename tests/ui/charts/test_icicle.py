import pytest
from hypothesis import given

from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.icicle import icicle
from tests.ui.charts.trees import hierarchies, tree


@given(hierarchies())
def test_children_lie_beside_their_parent_within_its_height(made: Hierarchy) -> None:
    layout = icicle(made, 600, 400)
    for node, children in enumerate(made.children):
        x, y, width, height = layout.boxes[node]
        at = y
        for child in children:
            left, top, _, tall = layout.boxes[child]
            if tall > 0:
                assert left == pytest.approx(x + width)
                assert top == pytest.approx(at, abs=1e-6)
                assert tall == pytest.approx(height * made.totals[child] / made.totals[node])
            at += tall
        assert at <= y + height + 1e-6


@given(hierarchies())
def test_an_extent_reaches_from_the_node_to_the_deepest_below(made: Hierarchy) -> None:
    layout = icicle(made, 600, 400)
    for node, (x, y, width, height) in enumerate(layout.extents):
        if height > 0:
            assert (x, y) == layout.boxes[node][:2]
            ends = [
                layout.extents[child][0] + layout.extents[child][2] for child in made.children[node] if made.totals[child] > 0
            ]
            assert x + width >= max(ends, default=0.0) - 1e-6
            assert x + width <= 600 + 1e-6


def test_one_node_fills_the_height() -> None:
    assert icicle(tree([-1]), 300, 200).boxes[0] == (0, 0, 300, 200)
