"""Shows a scene through a camera: what is on top, what is chosen, how near it is; knows no mouse and no keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crmdesk.ui.charts.camera import MARGIN, Camera, Shot, fitted
from crmdesk.ui.charts.detail import node_at
from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.ui.charts.ink import Ink, Look
from crmdesk.ui.charts.labels import Labels
from crmdesk.ui.charts.painting import ScenePainter
from crmdesk.ui.charts.scene import LIMIT, Form, Scene, Top, Wording, make_scene
from crmdesk.ui.chips import ChipLook
from crmdesk.ui.theme.palette import tokens_of

_STILL_MS: Final = 140
"""After the last move; then every label is painted."""
_NEAREST: Final = {Form.ORG_CHART: 2.5, Form.ICICLE: 200.0, Form.TREEMAP: 40.0}
_READABLE: Final = 0.36
_FIRST: Final = 0.6
"""Scale of an org chart that is too big to be read as a whole: it begins at its top, and `fit` shows all of it."""
_LEAST_CHOSEN: Final = 24.0
"""Pixels a chosen box gets at least by zooming in, when a key leads to it."""


class ChartCanvas(QWidget):
    """Paints a hierarchy in one of three forms.

    Signals:
        top_changed: `scene.Top`, what the picture now begins with.
        node_chosen: `int | None`, place in the hierarchy of the chosen node, None for a rest or nothing.
    """

    top_changed = Signal(object)  # Top
    node_chosen = Signal(object)  # int | None

    def __init__(self, parent: QWidget | None = None, *, limit: int = LIMIT) -> None:
        super().__init__(parent)
        self._limit = limit
        self._hierarchy: Hierarchy | None = None
        self._categories: Sequence[ChipLook] = ()
        self._wording: Wording | None = None
        self._form = Form.TREEMAP
        self._top = Top()
        self._brush: ScenePainter | None = None
        self._camera = Camera()
        self._is_fitted = True  # the camera follows the size; nobody has moved it
        self._is_whole = False  # by `fit`, not as pictures begin
        self._chosen: int | None = None
        self._look: Look | None = None
        self._moving = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._moving.timeout.connect(self._on_still)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What is shown

    @property
    def form(self) -> Form:
        """How it is drawn."""
        return self._form

    @property
    def top(self) -> Top:
        """What the picture begins with."""
        return self._top

    @property
    def hierarchy(self) -> Hierarchy | None:
        """What is shown, None before the first."""
        return self._hierarchy

    @property
    def scene(self) -> Scene | None:
        """The picture, laid out for the present size; None before the first hierarchy."""
        if self._brush is None and self._hierarchy is not None and self._wording is not None:
            view = (float(self.width()), float(self.height()))
            made = make_scene(
                self._hierarchy,
                self._form,
                self._top,
                view,
                categories=self._categories,
                wording=self._wording,
                limit=self._limit,
            )
            self._brush = ScenePainter(made)
            if self._is_fitted:
                self._camera = self._first_sight(made)
        return None if self._brush is None else self._brush.scene

    @property
    def shot(self) -> Shot:
        """What of the picture is seen."""
        return Shot(self._camera, float(self.width()), float(self.height()))

    @property
    def chosen(self) -> int | None:
        """Place in the scene of the chosen node."""
        return self._chosen

    @property
    def chosen_node(self) -> int | None:
        """Place in the hierarchy of the chosen node, None for a rest or nothing."""
        scene = self.scene
        if scene is None or self._chosen is None or scene.tree.rest_count(self._chosen):
            return None
        return scene.tree.nodes[self._chosen]

    @property
    def drawn(self) -> int:
        """How many boxes the last frame chose to draw."""
        return 0 if self._brush is None else self._brush.drawn

    def show_hierarchy(
        self,
        hierarchy: Hierarchy,
        categories: Sequence[ChipLook],
        wording: Wording,
        *,
        top: Top | None = None,
        chosen: int | None = None,
    ) -> None:
        """Show a tree from `top` on, with a node of the hierarchy chosen when it is to be seen; what is read anew stays where it was."""
        before = None if self._brush is None or self._is_fitted else (self._brush.scene.size, self._camera)
        self._hierarchy, self._categories, self._wording = hierarchy, tuple(categories), wording
        self._top = top or Top()
        self._look = None
        self._begin(chosen)
        if before is not None and (scene := self.scene) is not None and scene.size == before[0]:
            self._camera, self._is_fitted = before[1], False
        self.top_changed.emit(self._top)

    def show_form(self, form: Form) -> None:
        """Draw it in another form, from the same node on."""
        if form is not self._form:
            chosen = self.chosen_node
            self._form = form
            self._begin(chosen)

    def _begin(self, chosen: int | None = None) -> None:
        self._brush = None
        self._is_fitted, self._is_whole = True, False
        self._chosen = None
        self.update()
        scene = self.scene
        if scene is not None and chosen is not None and chosen in scene.tree.nodes:
            self.choose(scene.tree.nodes.index(chosen))

    # Moving about

    def begin_with(self, top: Top) -> None:
        """Show what stands below a node, or a rest, as the whole picture."""
        chosen = self.chosen_node
        self._top = top
        self._begin(chosen)
        self.top_changed.emit(top)

    def enter(self, place: int) -> bool:
        """Go into a node of the scene; False when nothing is below it."""
        scene = self.scene
        if scene is None:
            return False
        rest = scene.tree.rests.get(place)
        node = scene.tree.nodes[place]
        if rest is not None:
            self.begin_with(Top(rest.parent, rest))
        elif scene.tree.hierarchy.children[node] and place != 0:
            self.begin_with(Top(node))
        else:
            return False
        return True

    def leave(self) -> bool:
        """Go up a node, or out of a rest; False at the very top."""
        if self._hierarchy is None:
            return False
        left = self._top.node
        if self._top.rest is not None:
            self.begin_with(Top(left))
        elif left > 0:
            self.begin_with(Top(self._hierarchy.parents[left]))
            self._choose_node(left)
        else:
            return False
        return True

    def fit(self) -> None:
        """Show the whole picture."""
        self._is_fitted = self._is_whole = True
        if (scene := self.scene) is not None:
            self._camera = self._whole(scene)
        self.update()

    def zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """Come nearer by a factor; what is seen at x, y (the middle when not given) stays there."""
        scene = self.scene
        if scene is None:
            return
        whole = self._whole(scene).scale
        x = self.width() / 2 if x is None else x
        y = self.height() / 2 if y is None else y
        self._move_to(self._camera.zoomed(factor, x, y, min(whole, 1.0) * 0.6, _NEAREST[self._form]))

    def pan(self, x: float, y: float) -> None:
        """Move the picture by so many pixels."""
        self._move_to(self._camera.moved(x, y))

    def choose(self, place: int | None, *, reveal: bool = False) -> None:
        """Choose a node of the scene; with `reveal` move and zoom until it can be seen."""
        scene = self.scene
        if scene is None or place == self._chosen:
            return
        self._chosen = place
        if place is not None:
            self.setAccessibleDescription(scene.tip(place))
            if reveal:
                self._reveal(scene, place)
        self.update()
        self.node_chosen.emit(self.chosen_node)

    def place_at(self, x: float, y: float) -> int | None:
        """Return the node of the scene that is seen at a point of the widget."""
        scene = self.scene
        return None if scene is None else node_at(scene.tree, scene.layout, *self._camera.to_picture(x, y))

    def _choose_node(self, node: int) -> None:
        scene = self.scene
        if scene is not None and node in scene.tree.nodes:
            self.choose(scene.tree.nodes.index(node))

    def _reveal(self, scene: Scene, place: int) -> None:
        box = scene.layout.boxes[place]
        camera = self._camera
        _, _, wide, tall = camera.to_view(box)
        least = min(wide, tall)
        if 0 < least < _LEAST_CHOSEN:
            x, y, wide, tall = camera.to_view(box)
            camera = camera.zoomed(_LEAST_CHOSEN / least, x + wide / 2, y + tall / 2, camera.scale, _NEAREST[self._form])
        self._move_to(camera.showing(box, (float(self.width()), float(self.height()))))

    def _first_sight(self, scene: Scene) -> Camera:
        """Return the camera a picture begins with: all of it, or where names could not be read then, its beginning."""
        whole = self._whole(scene)
        if self._is_whole or scene.form is not Form.ORG_CHART or whole.scale >= _READABLE:
            return whole
        view = (float(self.width()), float(self.height()))
        x, y, width, _ = scene.layout.boxes[0]
        middle = Camera(_FIRST, view[0] / 2 - (x + width / 2) * _FIRST, MARGIN - y * _FIRST)
        # No further than the picture's own edges: a root at the left stands at the left.
        return Camera(_FIRST, min(MARGIN, max(middle.x, view[0] - MARGIN - scene.size[0] * _FIRST)), middle.y)

    def _whole(self, scene: Scene) -> Camera:
        view = (float(self.width()), float(self.height()))
        match scene.form:
            case Form.ORG_CHART:
                return fitted(scene.size, view)
            case Form.ICICLE:
                return Camera(across=1.0)  # zoomed in its height only: what a row belongs to stays in sight at its left
            case Form.TREEMAP:
                return Camera()

    def _move_to(self, camera: Camera) -> None:
        scene = self.scene
        if scene is None:
            return
        camera = camera.held(scene.size, (float(self.width()), float(self.height())))
        if camera != self._camera:
            self._camera = camera
            self._is_fitted = False
            self._moving.start()
            self.update()

    # Painting

    def look(self) -> Look:
        """Return colours and texts of the present theme and font."""
        if self._look is None:
            self._look = Look(Ink.of(tokens_of(self.palette()), self._categories), Labels(self.font()))
        return self._look

    @Slot()
    def _on_still(self) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        look = self.look()
        painter.fillRect(self.rect(), look.ink.ground)
        if self.scene is None or self._brush is None:
            return
        self._brush.paint(painter, self.shot, look, is_moving=self._moving.isActive())
        if self._chosen is not None:
            self._brush.paint_marked(painter, self._chosen, self._camera, look.ink)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._form is not Form.ORG_CHART:
            self._brush = None  # the same tree, so places stay
            self._is_fitted = True
        elif self._is_fitted and self._brush is not None:
            self._camera = self._first_sight(self._brush.scene)

    @override
    def sizeHint(self) -> QSize:
        return QSize(960, 600)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange}:
            self._look = None
            self.update()
