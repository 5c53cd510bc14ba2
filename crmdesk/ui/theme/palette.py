"""From roles to `QPalette` and back: the palette of a widget tells which scheme it is drawn in."""

from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QPalette

from crmdesk.ui.theme.tokens import DARK, LIGHT, Role, Tokens

_GROUPS: Final = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)

# A selection looks the same whether or not its list has the focus: what is shown at the right belongs to it either way.
_MAPPING: Final = (
    (QPalette.ColorRole.Window, Role.WINDOW),
    (QPalette.ColorRole.WindowText, Role.TEXT),
    (QPalette.ColorRole.Base, Role.SURFACE),
    (QPalette.ColorRole.AlternateBase, Role.WINDOW),
    (QPalette.ColorRole.Text, Role.TEXT),
    (QPalette.ColorRole.PlaceholderText, Role.SECONDARY),
    (QPalette.ColorRole.Button, Role.SURFACE),
    (QPalette.ColorRole.ButtonText, Role.TEXT),
    (QPalette.ColorRole.BrightText, Role.BAD),
    (QPalette.ColorRole.ToolTipBase, Role.RAISED),
    (QPalette.ColorRole.ToolTipText, Role.TEXT),
    (QPalette.ColorRole.Highlight, Role.SELECTION),
    (QPalette.ColorRole.HighlightedText, Role.TEXT),
    (QPalette.ColorRole.Link, Role.ACCENT),
    (QPalette.ColorRole.LinkVisited, Role.ACCENT),
    (QPalette.ColorRole.Accent, Role.ACCENT),
    (QPalette.ColorRole.Light, Role.SURFACE),
    (QPalette.ColorRole.Midlight, Role.HOVER),
    (QPalette.ColorRole.Mid, Role.LINE),
    (QPalette.ColorRole.Dark, Role.INPUT_LINE),
    (QPalette.ColorRole.Shadow, Role.INPUT_LINE),
)

_DISABLED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Link,
)


def make_palette(tokens: Tokens) -> QPalette:
    """Return the palette of a scheme, with every role set in every group."""
    palette = QPalette()
    for group in _GROUPS:
        for qt_role, role in _MAPPING:
            palette.setColor(group, qt_role, QColor(tokens[role]))
    for qt_role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, QColor(tokens[Role.DISABLED]))
    return palette


def tokens_of(palette: QPalette) -> Tokens:
    """Return the scheme a palette belongs to."""
    return LIGHT if palette.color(QPalette.ColorRole.Base).lightness() > 127 else DARK


def colour(palette: QPalette, role: Role) -> QColor:
    """Return the colour of `role` in the scheme `palette` belongs to; do not modify it, it is shared."""
    return _colour(tokens_of(palette)[role])


@cache
def _colour(value: str) -> QColor:
    return QColor(value)
