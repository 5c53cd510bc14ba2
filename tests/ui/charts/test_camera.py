import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.camera import MARGIN, Camera, Shot, fitted

_POINT = st.tuples(st.floats(0, 1_000), st.floats(0, 800))


@given(_POINT, st.floats(0.2, 5), st.floats(0.3, 3))
def test_what_is_under_the_pointer_stays_there(point: tuple[float, float], scale: float, factor: float) -> None:
    camera = Camera(scale, -120, 40)
    seen = camera.to_picture(*point)
    assert camera.zoomed(factor, *point, 0.01, 100).to_picture(*point) == pytest.approx(seen)


def test_nearness_has_limits() -> None:
    assert Camera(1).zoomed(100, 0, 0, 0.5, 4).scale == 4
    assert Camera(1).zoomed(0.001, 0, 0, 0.5, 4).scale == 0.5


@given(st.floats(10, 50_000), st.floats(10, 50_000))
def test_a_fitted_picture_is_seen_whole_in_the_middle(width: float, height: float) -> None:
    x, y, wide, tall = fitted((width, height), (900, 600)).to_view((0, 0, width, height))
    assert x >= MARGIN - 1e-6
    assert y >= MARGIN - 1e-6
    assert x + wide / 2 == pytest.approx(450)
    assert y + tall / 2 == pytest.approx(300)


@given(_POINT, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_the_picture_cannot_be_lost(size: tuple[float, float], x: float, y: float) -> None:
    held = Camera(2.0, x, y).held(size, (400, 300))
    left, top, wide, tall = held.to_view((0, 0, *size))
    assert left <= 200 + 1e-6 <= left + wide + 2e-6
    assert top <= 150 + 1e-6 <= top + tall + 2e-6


def test_a_box_out_of_sight_is_moved_into_it() -> None:
    moved = Camera().showing((1_000, 20, 50, 50), (400, 300))
    x, _, wide, _ = moved.to_view((1_000, 20, 50, 50))
    assert 0 <= x <= 400 - wide
    assert Camera().showing((100, 100, 50, 50), (400, 300)) == Camera()


def test_a_shot_knows_its_region() -> None:
    assert Shot(Camera(2, -100, 0), 400, 300).region == (50, 0, 200, 150)


def test_a_picture_can_be_zoomed_in_its_height_only() -> None:
    camera = Camera(across=1.0).zoomed(4, 100, 50, 0.5, 10)
    assert camera.to_view((0, 0, 200, 10)) == (0, -150, 200, 40)
    assert camera.moved(30, 20).to_view((0, 0, 200, 10)) == (0, -130, 200, 40)
    assert camera.region(400, 300) == (0, 37.5, 400, 75)
    assert camera.to_picture(100, 50) == (100, 50)
