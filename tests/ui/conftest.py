"""What the offscreen platform says of itself is no fault of ours."""

from pathlib import Path

import pytest

# Said by Qt's offscreen plugin whenever a top-level widget has a least size or a popup opens; every other platform can do this.
_OFFSCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))
