"""Colours of a picture: made from the theme's roles, so that both schemes and every category stay readable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QBrush, QColor

from crmdesk.ui.charts.labels import Labels
from crmdesk.ui.chips import ChipLook
from crmdesk.ui.theme.tokens import Role, Scheme, Tokens

_TINT: Final = {Scheme.LIGHT: 0.30, Scheme.DARK: 0.42}
"""How much of a category's colour is in its boxes: enough to tell them apart, little enough to read text on them."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a picture is painted with in one scheme; `fills` and `strong` have one entry per category, the last is for none."""

    tokens: Tokens
    ground: QColor
    box: QColor
    line: QColor
    edge: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    fills: tuple[QBrush, ...]
    strong: tuple[QBrush, ...]
    levels: tuple[QBrush, ...]
    """Of boxes that hold others, by depth in turn."""

    @classmethod
    def of(cls, tokens: Tokens, categories: Sequence[ChipLook]) -> "Ink":
        """Return the colours for these categories."""
        roles = [look.role for look in categories]
        share = _TINT[tokens.scheme]
        neutral = QColor(tokens[Role.HOVER])
        return cls(
            tokens,
            ground=QColor(tokens[Role.WINDOW]),
            box=QColor(tokens[Role.SURFACE]),
            line=QColor(tokens[Role.INPUT_LINE]),
            edge=QColor(tokens[Role.LINE]),
            text=QColor(tokens[Role.TEXT]),
            quiet=QColor(tokens[Role.SECONDARY]),
            accent=QColor(tokens[Role.ACCENT]),
            fills=(*(QBrush(blended(tokens[role], tokens[Role.SURFACE], share)) for role in roles), QBrush(neutral)),
            strong=(*(QBrush(QColor(tokens[role])) for role in roles), QBrush(QColor(tokens[Role.INPUT_LINE]))),
            levels=(QBrush(neutral), QBrush(QColor(tokens[Role.SURFACE]))),
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is painted: its colours and its texts."""

    ink: Ink
    labels: Labels


def blended(over: str, under: str, share: float) -> QColor:
    """Return `share` of one colour over another."""
    first, second = QColor(over), QColor(under)
    rest = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * share + second.redF() * rest,
        first.greenF() * share + second.greenF() * rest,
        first.blueF() * share + second.blueF() * rest,
    )
