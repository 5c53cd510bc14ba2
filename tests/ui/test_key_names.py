"""Keys read as they are printed."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.ui.key_names import key_text


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has signs of its own for all of these")
@pytest.mark.parametrize(
    ("keys", "shown"), [("Right", "→"), ("Return", "Enter"), ("Alt+Left", "Alt+←"), ("Ctrl+K", "Ctrl+K"), ("*", "*")]
)
def test_a_key_reads_as_it_is_printed(keys: str, shown: str, qtbot: QtBot) -> None:
    assert key_text(keys) == shown
