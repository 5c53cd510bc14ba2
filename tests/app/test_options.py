"""What opens the window and what is a command."""

from pathlib import Path

import pytest

from crmdesk.app.options import WindowOptions, window_options


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], WindowOptions()),
        (["--demo"], WindowOptions(demo=True)),
        (["--store", "a b.store"], WindowOptions(store=Path("a b.store"))),
        (["--store=x", "--offscreen"], WindowOptions(store=Path("x"), offscreen=True)),
        (["--self-test"], WindowOptions(self_test=True)),
        (["--unencrypted"], WindowOptions(unencrypted=True)),
        (["--help"], None),
        (["find", "jlf"], None),
        (["--store"], None),
        (["--store", "x", "tree"], None),
    ],
)
def test_options(arguments: list[str], options: WindowOptions | None) -> None:
    assert window_options(arguments) == options
