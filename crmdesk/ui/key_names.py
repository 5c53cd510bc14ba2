"""Keys as they are printed on keyboards, the same in every language."""

import sys
from typing import Final

from PySide6.QtGui import QKeySequence

_PRINTED: Final = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
"""Qt translates these by word; its Traditional Chinese "right key" is also the mouse's right button, and it lacks Return."""


def key_text(keys: str) -> str:
    """Return a shortcut such as `Alt+Left` in the platform's spelling."""
    before, plus, last = keys.rpartition("+")
    if sys.platform == "darwin" or last not in _PRINTED:
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{before}{plus}{_PRINTED[last]}"
