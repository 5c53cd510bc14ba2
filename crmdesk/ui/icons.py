"""Outline icons (Lucide, `resources/icons`), tinted by colour role; drawn when first painted, so an icon nobody sees costs nothing.

An icon follows the theme by itself: its engine looks the colour up in the application's palette each time it is painted.
"""

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from crmdesk.core.resources import resource_path
from crmdesk.ui.theme.palette import tokens_of
from crmdesk.ui.theme.tokens import Role

_CACHED_PIXMAPS: Final = 512


def icon(name: str, role: Role = Role.SECONDARY, *, chosen: Role | None = None) -> QIcon:
    """Return the icon called `name`, as in `resources/icons`, in the colour of `role`.

    Args:
        name: file name without `.svg`, e.g. `building-2`.
        role: its colour.
        chosen: its colour while checked or selected; `role` when not given.
    """
    return QIcon(_TintedEngine(name, role, chosen or role))


def icon_pixmap(name: str, role: Role, *, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a picture of `size` logical pixels for a device pixel ratio, in the application's scheme; for delegates."""
    return _tinted(name, tokens_of(QGuiApplication.palette())[role], round(size * ratio), ratio)


def pixel_ratio(painter: QPainter) -> float:
    """Return how many device pixels a logical pixel has under `painter`.

    Not `painter.device()`: to find the Python type of what it returns, PySide makes 81 enums (25 ms of the time to the first paint).
    """
    return painter.deviceTransform().m11()


@cache
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=_CACHED_PIXMAPS)
def _tinted(name: str, value: str, pixels: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", value).encode()))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _TintedEngine(QIconEngine):
    """Paints one SVG in the colour its role has now."""

    def __init__(self, name: str, role: Role, chosen: Role) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._chosen = chosen

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = pixel_ratio(painter)
        side = min(rect.width(), rect.height())
        picture = self._picture(round(side * ratio), ratio, mode, state)
        painter.drawPixmap(QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2), picture)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._picture(min(size.width(), size.height()), 1.0, mode, state)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._picture(round(min(size.width(), size.height()) * scale), scale, mode, state)  # `size` is in logical pixels

    @override
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    @override
    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._role, self._chosen)

    @override
    def iconName(self) -> str:
        return self._name

    @override
    def isNull(self) -> bool:
        return False

    def _picture(self, pixels: int, ratio: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        role = self._role
        if mode == QIcon.Mode.Disabled:
            role = Role.DISABLED
        elif mode == QIcon.Mode.Selected or state == QIcon.State.On:
            role = self._chosen
        return _tinted(self._name, tokens_of(QGuiApplication.palette())[role], max(1, pixels), ratio)
