from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.treemap import squarify, treemap
from tests.ui.charts.trees import group, hierarchies, tree

_WEIGHTS = st.lists(st.floats(0.01, 1e4), min_size=1, max_size=40)


@given(_WEIGHTS, st.floats(1, 2_000), st.floats(1, 2_000))
def test_areas_are_as_weights_and_fill_the_box(weights: list[float], width: float, height: float) -> None:
    boxes = list(squarify(sorted(weights, reverse=True), (7, 3, width, height)))
    whole = sum(weights)
    for weight, (x, y, wide, tall) in zip(sorted(weights, reverse=True), boxes, strict=True):
        assert wide * tall == pytest.approx(width * height * weight / whole, rel=1e-6)
        assert x >= 7 - 1e-6
        assert y >= 3 - 1e-6
        assert x + wide <= 7 + width + 1e-6
        assert y + tall <= 3 + height + 1e-6


@given(_WEIGHTS)
def test_siblings_do_not_overlap(weights: list[float]) -> None:
    for one, other in combinations(squarify(sorted(weights, reverse=True), (0, 0, 400, 300)), 2):
        assert _overlap(one, other) < 1e-6


@given(hierarchies())
def test_a_box_holds_its_children(made: Hierarchy) -> None:
    layout = treemap(made, 640, 480)
    for node, children in enumerate(made.children):
        x, y, width, height = layout.boxes[node]
        for child in children:
            left, top, wide, tall = layout.boxes[child]
            if wide > 0 and tall > 0:
                assert left >= x - 1e-6
                assert top >= y + layout.heads[node] - 1e-6
                assert left + wide <= x + width + 1e-6
                assert top + tall <= y + height + 1e-6


@given(hierarchies(most=25))
def test_areas_of_siblings_are_as_their_totals(made: Hierarchy) -> None:
    layout = treemap(made, 900, 700)
    for children in made.children:
        drawn = [(child, layout.boxes[child][2] * layout.boxes[child][3]) for child in children]
        drawn = [(child, area) for child, area in drawn if area > 1e-3]
        for (one, area), (other, second) in combinations(drawn, 2):
            assert area * made.totals[other] == pytest.approx(second * made.totals[one], rel=1e-4)


def test_boxes_are_square_rather_than_strips() -> None:
    layout = treemap(tree([-1, *[0] * 100]), 1_000, 700)
    shapes = [max(box[2] / box[3], box[3] / box[2]) for box in layout.boxes[1:]]
    assert max(shapes) < 2.5


def test_what_weighs_nothing_has_no_place() -> None:
    layout = treemap(tree([-1, 0, 0], weights=[0, 0, 3]), 100, 100)
    assert layout.boxes[1][2:] == (0, 0)
    assert treemap(tree([-1, 0], weights=[0, 0]), 100, 100).boxes[1][2:] == (0, 0)


def test_what_a_node_weighs_itself_stays_free() -> None:
    layout = treemap(tree([-1, 0, 0], weights=[2, 1, 1]), 400, 400)
    inner = (400 - 4) * (400 - 18 - 2)
    assert sum(box[2] * box[3] for box in layout.boxes[1:]) == pytest.approx(inner / 2)


def test_ten_thousand_equal_weights_are_laid_out() -> None:
    layout = treemap(group(40, 10_000), 1_366, 768)
    assert all(box[2] > 0 and box[3] > 0 for box in layout.boxes[41:])


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    tall = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return min(wide, tall)
