import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.fitting_text import fit, middle_elided


def wide(text: str) -> float:
    """Chinese twice as wide as Latin."""
    return float(sum(1 if character.isascii() else 2 for character in text))


@pytest.mark.parametrize(
    ("text", "width", "lines", "shown"),
    [
        ("方圆店", 6, 2, ("方圆店",)),
        ("北京家乐福商业有限公司", 16, 2, ("北京家乐福商", "业有限公司")),
        ("北京家乐福商业有限公司马连道店", 12, 2, ("北京家乐福商", "业有限…道店")),
        ("北京家乐福商业有限公司", 14, 1, ("北京家乐…公司",)),
        ("General Electric Medical Systems", 18, 2, ("General Electric", "Medical Systems")),
        ("Donaudampfschifffahrt", 12, 2, ("Donaudampfs", "chifffahrt")),
        ("方圆店", 1, 2, ()),
        ("", 5, 2, ("",)),
    ],
    ids=["fits", "two lines", "two lines and less", "one line", "words", "one long word", "no room", "nothing"],
)
def test_a_name_is_fitted(text: str, width: float, lines: int, shown: tuple[str, ...]) -> None:
    assert fit(text, width, lines, wide) == shown


@given(st.text("北京家乐福abc 店", max_size=40), st.integers(0, 40), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(text: str, width: int, lines: int) -> None:
    shown = fit(text, width, lines, wide)
    assert len(shown) <= lines
    assert all(wide(line) <= width for line in shown)


@given(st.text("北京ab", min_size=1, max_size=30), st.integers(0, 30))
def test_what_is_left_are_beginning_and_end(text: str, width: int) -> None:
    shown = middle_elided(text, width, wide)
    front, _, back = shown.partition("…")
    assert text.startswith(front)
    assert text.endswith(back)
