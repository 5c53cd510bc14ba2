"""Every text colour can be read on every background it stands on (`look.md`, Tokens: 4.5 : 1)."""

import pytest

from crmdesk.ui.theme.tokens import BY_SCHEME, SOFT, Role, Scheme, contrast

TEXTS = (Role.TEXT, Role.SECONDARY, Role.ACCENT, Role.OK, Role.WARN, Role.BAD, Role.INFO)
GROUNDS = (Role.WINDOW, Role.SURFACE, Role.RAISED, Role.HOVER, Role.SELECTION, Role.ACCENT_SOFT)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable(scheme: Scheme, text: Role, ground: Role) -> None:
    tokens = BY_SCHEME[scheme]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(
    ("text", "ground"), [*SOFT.items(), (Role.ON_ACCENT, Role.ACCENT), (Role.TEXT, Role.OK_SOFT), (Role.TEXT, Role.BAD_SOFT)]
)
def test_chips_and_buttons_are_readable(scheme: Scheme, text: Role, ground: Role) -> None:
    tokens = BY_SCHEME[scheme]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_focus_ring_is_seen(scheme: Scheme) -> None:
    tokens = BY_SCHEME[scheme]
    assert contrast(tokens[Role.ACCENT], tokens[Role.SURFACE]) >= 3


@pytest.mark.parametrize("scheme", Scheme)
def test_every_role_has_a_value(scheme: Scheme) -> None:
    assert set(BY_SCHEME[scheme].values) == set(Role)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
