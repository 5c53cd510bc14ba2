"""Which part of a picture a view shows: a scale and an offset, and the moves a person makes; plain numbers, no Qt."""

from dataclasses import dataclass
from typing import Final

from crmdesk.ui.charts.layout import Box

MARGIN: Final = 12.0
"""Free at each side of a picture that is fitted."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A point of the picture is shown at `scale · point + offset`.

    Attributes:
        across: scale of the width where it does not follow `scale`: of a picture that is zoomed in its height only and keeps its
            left edge; None where both are one.
    """

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    across: float | None = None

    @property
    def wide(self) -> float:
        """Scale of the width."""
        return self.scale if self.across is None else self.across

    def to_view(self, box: Box) -> Box:
        """Return where a box of the picture is shown."""
        wide = self.wide
        return (box[0] * wide + self.x, box[1] * self.scale + self.y, box[2] * wide, box[3] * self.scale)

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the picture that is shown at a point of the view."""
        return ((x - self.x) / self.wide, (y - self.y) / self.scale)

    def region(self, width: float, height: float) -> Box:
        """Return the part of the picture that a view of this size shows."""
        left, top = self.to_picture(0.0, 0.0)
        return (left, top, width / self.wide, height / self.scale)

    def zoomed(self, factor: float, x: float, y: float, least: float, most: float) -> "Camera":
        """Return the camera closer by `factor`, what is shown at x, y staying there; the scale stays within its limits."""
        scale = min(max(self.scale * factor, least), most)
        factor = scale / self.scale
        left = x - (x - self.x) * factor if self.across is None else self.x
        return Camera(scale, left, y - (y - self.y) * factor, self.across)

    def moved(self, x: float, y: float) -> "Camera":
        """Return the camera with the picture moved by so much."""
        return Camera(self.scale, self.x + (x if self.across is None else 0.0), self.y + y, self.across)

    def held(self, picture: tuple[float, float], view: tuple[float, float]) -> "Camera":
        """Return the camera moved back as far as needed to keep the picture in the view: the middle of the view never leaves it."""
        wide, tall = picture[0] * self.scale, picture[1] * self.scale
        x = min(max(self.x, view[0] / 2 - wide), view[0] / 2) if self.across is None else self.x
        y = min(max(self.y, view[1] / 2 - tall), view[1] / 2)
        return Camera(self.scale, x, y, self.across)

    def showing(self, box: Box, view: tuple[float, float]) -> "Camera":
        """Return the camera moved by as little as needed for a box of the picture to be seen, its left top corner first."""
        left, top, width, height = self.to_view(box)
        return self.moved(_shift(left, width, view[0]), _shift(top, height, view[1]))


@dataclass(frozen=True, slots=True)
class Shot:
    """A camera and the size of the view it shows a picture in."""

    camera: Camera
    width: float
    height: float

    @property
    def region(self) -> Box:
        """The part of the picture that is shown."""
        return self.camera.region(self.width, self.height)


def fitted(picture: tuple[float, float], view: tuple[float, float], *, most: float = 1.0) -> Camera:
    """Return the camera that shows a whole picture in the middle of a view, at most at scale `most`."""
    wide, tall = max(picture[0], 1.0), max(picture[1], 1.0)
    room = (max(view[0] - 2 * MARGIN, 1.0), max(view[1] - 2 * MARGIN, 1.0))
    scale = min(room[0] / wide, room[1] / tall, most)
    return Camera(scale, (view[0] - wide * scale) / 2, (view[1] - tall * scale) / 2)


def _shift(start: float, length: float, room: float) -> float:
    if start < MARGIN or length > room - 2 * MARGIN:
        return MARGIN - start if start < MARGIN or start + length > room - MARGIN else 0.0
    return min(0.0, room - MARGIN - (start + length))
