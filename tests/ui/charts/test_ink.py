import pytest
from PySide6.QtGui import QColor

from crmdesk.ui.charts.ink import Ink, blended
from crmdesk.ui.chips import ChipLook
from crmdesk.ui.theme.tokens import DARK, LIGHT, Role, Tokens

_ROLES = (Role.INFO, Role.ACCENT, Role.OK, Role.WARN, Role.BAD, Role.SECONDARY, Role.DISABLED)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", _ROLES)
def test_names_are_readable_on_every_category(tokens: Tokens, role: Role) -> None:
    ink = Ink.of(tokens, [ChipLook("x", role)])
    first, second = sorted((_luminance(ink.text), _luminance(ink.fills[0].color())), reverse=True)
    assert (first + 0.05) / (second + 0.05) >= 4.5


def test_there_is_a_colour_for_no_category() -> None:
    ink = Ink.of(LIGHT, [ChipLook("x", Role.OK)])
    assert len(ink.fills) == len(ink.strong) == 2


def test_blending_goes_from_one_colour_to_the_other() -> None:
    assert blended("#FF0000", "#0000FF", 1).name() == "#ff0000"
    assert blended("#FF0000", "#0000FF", 0).name() == "#0000ff"
