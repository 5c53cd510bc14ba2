"""The style sheet, filled with a scheme's colours.

Widgets opt in by dynamic properties, set before they are shown (`mark`):
`kind` = primary | quiet | danger (push buttons; `tone` = warn with a quiet one) or path (tool buttons), `propertyField` = True (inputs that look like text until hovered), `inCell` = True (editors inside a
row), `problem` = bad | warn, `textRole` = secondary | small | strong | recordTitle | pageTitle | bad | warn | ok (labels),
`surface` = window | surface | raised and `edge` = top | bottom | right (plain containers, which also need `WA_StyledBackground`).
"""

from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crmdesk.core.resources import resource_path
from crmdesk.ui.theme.tokens import Role, Tokens

_PICTURES: Final = ("down", "up", "right", "check", "minus", "down_accent")


def style_sheet(tokens: Tokens) -> str:
    """Return the application's style sheet in one scheme.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    folder = resource_path("qss")
    values = {role.value: tokens[role] for role in Role}
    values |= {name: (folder / f"{name}-{tokens.scheme.value}.svg").as_posix() for name in _PICTURES}
    return Template((folder / "crmdesk.qss").read_text(encoding="utf-8")).substitute(values)


def mark(widget: QWidget, **properties: object) -> None:
    """Set style properties; a change on a visible widget is taken up at once."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
        if name in {"surface", "edge"}:
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
