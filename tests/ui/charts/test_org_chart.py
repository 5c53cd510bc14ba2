import csv
from pathlib import Path

import pytest
from hypothesis import given

from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.layout import Box
from crmdesk.ui.charts.org_chart import HEIGHT, WIDTH, org_chart
from tests.ui.charts.trees import group, hierarchies, tree


def _overlaps(boxes: list[Box]) -> bool:
    """Whether any two boxes share more than an edge; sorted by their left edge, so that few are compared."""
    ordered = sorted(boxes)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other[0] >= one[0] + one[2] - 1e-6:
                break
            if other[1] < one[1] + one[3] - 1e-6 and one[1] < other[1] + other[3] - 1e-6:
                return True
    return False


@given(hierarchies())
def test_boxes_do_not_overlap_and_lie_within_the_whole(made: Hierarchy) -> None:
    layout = org_chart(made)
    assert not _overlaps(list(layout.boxes))
    for node, (x, y, width, height) in enumerate(layout.boxes):
        assert (width, height) == (WIDTH, HEIGHT)
        assert 0 <= x <= layout.width - WIDTH + 1e-6
        assert 0 <= y <= layout.height - HEIGHT + 1e-6
        if made.parents[node] >= 0:
            assert y > layout.boxes[made.parents[node]][1]


@given(hierarchies())
def test_an_extent_holds_everything_below(made: Hierarchy) -> None:
    layout = org_chart(made)
    for node in range(1, len(made)):
        x, y, width, height = layout.extents[made.parents[node]]
        left, top, wide, tall = layout.extents[node]
        assert left >= x - 1e-6
        assert top >= y - 1e-6
        assert left + wide <= x + width + 1e-6
        assert top + tall <= y + height + 1e-6


@given(hierarchies(most=30))
def test_every_child_is_joined_to_its_parent(made: Hierarchy) -> None:
    """A stub ends at the child and begins on a line of its parent's."""
    layout = org_chart(made)
    for node in range(1, len(made)):
        stub = layout.stubs[node]
        assert stub is not None
        assert any(_on(stub[:2], line) for line in layout.links[made.parents[node]])


def _on(point: tuple[float, float] | tuple[float, ...], line: tuple[float, float, float, float]) -> bool:
    x, y = point[0], point[1]
    x1, y1, x2, y2 = line
    return min(x1, x2) - 1e-6 <= x <= max(x1, x2) + 1e-6 and min(y1, y2) - 1e-6 <= y <= max(y1, y2) + 1e-6


def test_two_hundred_children_are_a_block_and_not_a_row() -> None:
    layout = org_chart(tree([-1, *[0] * 200]))
    assert layout.width < 2_600
    assert 1 < layout.width / layout.height < 3


def test_many_families_wrap_into_rows() -> None:
    layout = org_chart(group(200, 1_000))
    assert layout.width / layout.height < 3


def test_a_few_children_stand_in_one_row_below_the_middle() -> None:
    layout = org_chart(tree([-1, 0, 0, 1, 2]))
    assert layout.boxes[1][1] == layout.boxes[2][1]
    middle = (layout.boxes[1][0] + layout.boxes[2][0] + WIDTH) / 2
    assert layout.boxes[0][0] + WIDTH / 2 == middle


def test_a_chain_of_a_thousand_goes_down() -> None:
    layout = org_chart(tree([-1, *range(999)]))
    assert layout.width == WIDTH


@pytest.mark.parametrize("brand", ["家乐福", "苏宁", "肯德基"])
def test_real_groups_have_a_readable_shape(real_data: Path, brand: str) -> None:
    """Brand → legal entity → store, as the register has them."""
    parents, names, places = [-1], [brand], {"": 0}
    with (real_data / "accounts" / "cn_brand_groups.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["brand_token"] == brand]
    for row in rows:
        if row["legal_entity"] not in places:
            places[row["legal_entity"]] = len(parents)
            parents.append(0)
            names.append(row["legal_entity"])
    for row in rows:
        parents.append(places[row["legal_entity"]])
        names.append(row["name"])
    layout = org_chart(tree(parents, names=names))
    assert not _overlaps(list(layout.boxes))
    assert 0.8 < layout.width / layout.height < 2.6
