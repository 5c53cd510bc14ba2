"""Where an arrow key leads in a picture: to the nearest sibling that way, else up or down the tree; no Qt."""

from enum import Enum, auto

from crmdesk.ui.charts.layout import Box
from crmdesk.ui.charts.scene import Form, Scene


class Way(Enum):
    """An arrow key, or one of the two keys that always lead up and down the tree."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    PARENT = auto()
    CHILD = auto()


_OUT = {Form.ORG_CHART: Way.UP, Form.ICICLE: Way.LEFT, Form.TREEMAP: None}
_IN = {Form.ORG_CHART: Way.DOWN, Form.ICICLE: Way.RIGHT, Form.TREEMAP: None}


def neighbour(scene: Scene, place: int, way: Way) -> int | None:
    """Return the node a key leads to, None when there is nothing that way."""
    tree = scene.tree
    parent = tree.parents[place] if tree.parents[place] >= 0 else None
    child = _first_drawn(scene, place)
    if way is Way.PARENT:
        return parent
    if way is Way.CHILD:
        return child
    if way is _IN[scene.form] and child is not None:
        return child
    if parent is None:
        return None
    beside = _nearest(scene, place, way, parent)
    if beside is not None:
        return beside
    return parent if way is _OUT[scene.form] else _beyond(scene, place, way, parent)


def _first_drawn(scene: Scene, place: int) -> int | None:
    boxes = scene.layout.boxes
    return next((child for child in scene.tree.children[place] if boxes[child][2] > 0 and boxes[child][3] > 0), None)


def _nearest(scene: Scene, place: int, way: Way, parent: int) -> int | None:
    """Return the sibling that is nearest that way, of those that lie beside the node before those that lie aslant."""
    boxes = scene.layout.boxes
    here = boxes[place]
    found: int | None = None
    best = (float("inf"), float("inf"))
    for other in scene.tree.children[parent]:
        box = boxes[other]
        if other == place or box[2] <= 0 or box[3] <= 0:
            continue
        ahead, aside = _distance(here, box, way)
        # Half a pixel: neighbours share an edge that was reached by different sums.
        if ahead >= -0.5 and (aside, ahead) < best:
            best, found = (aside, ahead), other
    return found


def _beyond(scene: Scene, place: int, way: Way, parent: int) -> int | None:
    """Return the parent's neighbour that way: the next family."""
    del place
    above = scene.tree.parents[parent]
    return None if above < 0 else _nearest(scene, parent, way, above)


def _distance(here: Box, there: Box, way: Way) -> tuple[float, float]:
    """Return how far a box lies ahead, negative when it does not, and how far aside, 0 when it overlaps across."""
    left, top = there[0] - here[0] - here[2], there[1] - here[1] - here[3]
    right, bottom = here[0] - there[0] - there[2], here[1] - there[1] - there[3]
    ahead = {Way.RIGHT: left, Way.LEFT: right, Way.DOWN: top, Way.UP: bottom}[way]
    aside = max(top, bottom, 0.0) if way in {Way.LEFT, Way.RIGHT} else max(left, right, 0.0)
    return ahead, aside if aside > 0.5 else 0.0
