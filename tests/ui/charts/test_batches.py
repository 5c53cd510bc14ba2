import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.batches import Batcher, Batches
from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.scene import Form, Scene, Top, make_scene
from tests.ui.charts.trees import LOOKS, Words, group, hierarchies, tree


def _scene(made: Hierarchy, form: Form) -> Scene:
    return make_scene(made, form, Top(), (800, 600), categories=LOOKS, wording=Words())


def _whole(scene: Scene, scale: float) -> Batches:
    return Batcher(scene).batches((0, 0, *scene.size), scale)


@given(hierarchies(), st.sampled_from([Form.TREEMAP, Form.ICICLE]))
def test_a_leaf_is_painted_once_and_whole(made: Hierarchy, form: Form) -> None:
    scene = _scene(made, form)
    painted = _whole(scene, 1.0)
    area = sum(rect.width() * rect.height() for rects in (*painted.fills, *painted.merged, *painted.levels) for rect in rects)
    assert area <= sum(box[2] * box[3] for box in scene.layout.boxes) * (1 + 1e-6) + 1e-3


def test_far_away_boxes_of_an_org_chart_are_blots_without_names() -> None:
    scene = _scene(group(10, 200), Form.ORG_CHART)
    far, near = _whole(scene, 0.1), _whole(scene, 1.0)
    assert not far.frames
    assert not far.labels
    assert sum(map(len, far.strong)) == 211
    assert len(near.frames) == len(near.labels) == 211
    assert len(far.lines) < len(near.lines)


@pytest.mark.parametrize("form", Form)
def test_the_same_batcher_serves_every_scale(form: Form) -> None:
    batcher = Batcher(_scene(group(4, 90), form))
    first = [len(rects) for rects in batcher.batches((0, 0, 800, 600), 1.0).fills]
    batcher.batches((0, 0, 80, 60), 10.0)
    assert [len(rects) for rects in batcher.batches((0, 0, 800, 600), 1.0).fills] == first


def test_labels_of_big_boxes_come_first() -> None:
    scene = _scene(tree([-1, 0, 0, 0], weights=[0, 1, 9, 4]), Form.TREEMAP)
    places = [slot.place for slot in _whole(scene, 1.0).labels if not slot.is_head]
    assert [scene.tree.nodes[place] for place in places] == [2, 3, 1]


def test_the_strip_beside_a_column_shows_the_mix() -> None:
    scene = _scene(tree([-1, 0, 0, 0, 0, 0, 0]), Form.ICICLE)
    strips = _whole(scene, 1.0).strong
    heights = [sum(rect.height() for rect in rects) for rects in strips]
    assert heights[:3] == pytest.approx([heights[0]] * 3)
    assert heights[3] == 0
