import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.detail import SPECK, detail, node_at
from crmdesk.ui.charts.folding import fold
from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.icicle import icicle
from crmdesk.ui.charts.org_chart import org_chart
from crmdesk.ui.charts.treemap import treemap
from tests.ui.charts.trees import group, hierarchies, tree


@given(hierarchies())
def test_everything_is_drawn_from_near(made: Hierarchy) -> None:
    shown = fold(made, limit=100)
    layout = org_chart(shown)
    seen = detail(shown, layout, (0, 0, layout.width, layout.height), 1.0)
    assert sorted(seen.nodes) == list(range(len(shown)))
    assert not seen.merged


def test_what_is_out_of_sight_is_left_out() -> None:
    shown = fold(group(20, 2_000), limit=5_000)
    layout = treemap(shown, 1_000, 700)
    whole = detail(shown, layout, (0, 0, 1_000, 700), 1.0)
    part = detail(shown, layout, (10, 30, 60, 60), 12.0)
    assert len(part.nodes) < len(whole.nodes) / 10
    for place in part.nodes[1:]:
        x, y, width, height = layout.boxes[place]
        assert x <= 70
        assert y <= 90
        assert x + width >= 10
        assert y + height >= 30


def test_specks_are_merged_with_their_mix() -> None:
    shown = fold(tree([-1, *[0] * 3_000]), limit=5_000)
    layout = icicle(shown, 600, 600)
    seen = detail(shown, layout, (0, 0, 600, 600), 1.0)
    assert list(seen.nodes) == [0]
    (merged,) = seen.merged
    assert sum(merged.mix) == 3_000
    assert merged.box[3] == pytest.approx(600)
    assert len(detail(shown, layout, (0, 0, 600, 600), 20.0).nodes) == 3_001


@given(hierarchies(), st.floats(0.01, 20))
def test_nothing_smaller_than_a_speck_is_drawn_by_itself(made: Hierarchy, scale: float) -> None:
    shown = fold(made, limit=100)
    layout = treemap(shown, 500, 400)
    for place in detail(shown, layout, (0, 0, 500, 400), scale).nodes[1:]:
        assert min(layout.boxes[place][2:]) * scale >= SPECK * (1 - 1e-9)


@pytest.mark.parametrize("form", [treemap, icicle], ids=["treemap", "icicle"])
def test_the_innermost_box_is_found(form: object) -> None:
    shown = fold(group(5, 60), limit=500)
    layout = (treemap if form is treemap else icicle)(shown, 800, 600)
    for place in range(len(shown)):
        x, y, width, height = layout.boxes[place]
        if not shown.children[place] and width > 0:
            assert node_at(shown, layout, x + width / 2, y + height / 2) == place
    assert node_at(shown, layout, -5, 3) is None
