import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.neighbours import Way, neighbour
from crmdesk.ui.charts.scene import Form, Scene, Top, make_scene
from tests.ui.charts.trees import LOOKS, Words, hierarchies, tree


def _scene(made: Hierarchy, form: Form) -> Scene:
    return make_scene(made, form, Top(), (800, 600), categories=LOOKS, wording=Words())


@pytest.mark.parametrize(
    ("form", "start", "way", "end"),
    [
        (Form.ORG_CHART, 0, Way.DOWN, 1),
        (Form.ORG_CHART, 1, Way.RIGHT, 2),
        (Form.ORG_CHART, 2, Way.LEFT, 1),
        (Form.ORG_CHART, 1, Way.UP, 0),
        (Form.ORG_CHART, 0, Way.LEFT, None),
        (Form.ICICLE, 0, Way.RIGHT, 1),
        (Form.ICICLE, 1, Way.DOWN, 2),
        (Form.ICICLE, 2, Way.UP, 1),
        (Form.ICICLE, 2, Way.LEFT, 0),
        (Form.TREEMAP, 0, Way.CHILD, 1),
        (Form.TREEMAP, 1, Way.PARENT, 0),
        (Form.TREEMAP, 0, Way.PARENT, None),
    ],
)
def test_a_key_leads_where_it_points(form: Form, start: int, way: Way, end: int | None) -> None:
    assert neighbour(_scene(tree([-1, 0, 0, 1, 1, 2, 2]), form), start, way) == end


@given(hierarchies(most=20), st.sampled_from(Form), st.sampled_from(Way))
def test_a_key_never_stays(made: Hierarchy, form: Form, way: Way) -> None:
    scene = _scene(made, form)
    for place in range(len(scene.tree)):
        assert neighbour(scene, place, way) != place
