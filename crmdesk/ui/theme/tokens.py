"""The colour roles and their values, light and dark (`look.md`, Tokens). Plain data, no Qt.

Some values are a shade away from `look.md`: its own rule that text reaches 4.5 : 1 also holds on selected rows, soft chips and messages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Scheme(StrEnum):
    """The two faces of the program."""

    LIGHT = "light"
    DARK = "dark"


class Role(StrEnum):
    """What a colour is for."""

    WINDOW = "window"  # behind everything: navigation, status bar
    SURFACE = "surface"  # lists, forms
    RAISED = "raised"  # popups, tooltips, undo bar
    TEXT = "text"
    SECONDARY = "secondary"  # captions, hints, paths
    DISABLED = "disabled"
    LINE = "line"  # 1 px separators
    INPUT_LINE = "input_line"  # the edge of an input or button
    HOVER = "hover"  # under the mouse
    SELECTION = "selection"  # chosen rows, with or without focus
    ACCENT = "accent"  # what can be done next, links, focus
    ON_ACCENT = "on_accent"
    ACCENT_SOFT = "accent_soft"  # the page one is on, marked places in hits
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    OK_SOFT = "ok_soft"  # backgrounds of chips and messages, in the order of the roles above
    WARN_SOFT = "warn_soft"
    BAD_SOFT = "bad_soft"
    INFO_SOFT = "info_soft"
    QUIET_SOFT = "quiet_soft"  # background of a chip whose word is SECONDARY or TEXT


SOFT: Final[Mapping[Role, Role]] = MappingProxyType(
    {
        Role.OK: Role.OK_SOFT,
        Role.WARN: Role.WARN_SOFT,
        Role.BAD: Role.BAD_SOFT,
        Role.INFO: Role.INFO_SOFT,
        Role.ACCENT: Role.ACCENT_SOFT,
        Role.SECONDARY: Role.QUIET_SOFT,
        Role.TEXT: Role.QUIET_SOFT,
    }
)
"""The background that goes with a foreground role."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """All values of one scheme, as `#RRGGBB`."""

    scheme: Scheme
    values: Mapping[Role, str]

    def __getitem__(self, role: Role) -> str:
        """Return the value of one role."""
        return self.values[role]


LIGHT: Final = Tokens(
    Scheme.LIGHT,
    MappingProxyType(
        {
            Role.WINDOW: "#F5F6F8",
            Role.SURFACE: "#FFFFFF",
            Role.RAISED: "#FFFFFF",
            Role.TEXT: "#1D2129",
            Role.SECONDARY: "#56606E",
            Role.DISABLED: "#A3ABB8",
            Role.LINE: "#E3E6EB",
            Role.INPUT_LINE: "#C5CBD4",
            Role.HOVER: "#EDEFF3",
            Role.SELECTION: "#D9E5FF",
            Role.ACCENT: "#1A55EE",
            Role.ON_ACCENT: "#FFFFFF",
            Role.ACCENT_SOFT: "#E8EFFF",
            Role.OK: "#11734A",
            Role.WARN: "#8F5400",
            Role.BAD: "#BA2F25",
            Role.INFO: "#0A6A87",
            Role.OK_SOFT: "#E3F3EB",
            Role.WARN_SOFT: "#FBF0DC",
            Role.BAD_SOFT: "#FBE8E6",
            Role.INFO_SOFT: "#E0F1F6",
            Role.QUIET_SOFT: "#EDEFF3",
        }
    ),
)

DARK: Final = Tokens(
    Scheme.DARK,
    MappingProxyType(
        {
            Role.WINDOW: "#1B1D21",
            Role.SURFACE: "#23262B",
            Role.RAISED: "#2B2F35",
            Role.TEXT: "#E8EAED",
            Role.SECONDARY: "#A9B1BC",
            Role.DISABLED: "#656D79",
            Role.LINE: "#363B43",
            Role.INPUT_LINE: "#4A515C",
            Role.HOVER: "#2E323A",
            Role.SELECTION: "#26395E",
            Role.ACCENT: "#7FA1FF",
            Role.ON_ACCENT: "#0E1116",
            Role.ACCENT_SOFT: "#22314F",
            Role.OK: "#4CC38A",
            Role.WARN: "#F0B45A",
            Role.BAD: "#FF8A82",
            Role.INFO: "#5FC4E0",
            Role.OK_SOFT: "#1F3A2E",
            Role.WARN_SOFT: "#40331E",
            Role.BAD_SOFT: "#452A2A",
            Role.INFO_SOFT: "#1E3841",
            Role.QUIET_SOFT: "#32373F",
        }
    ),
)

BY_SCHEME: Final[Mapping[Scheme, Tokens]] = MappingProxyType({Scheme.LIGHT: LIGHT, Scheme.DARK: DARK})


def luminance(value: str) -> float:
    """Return the relative luminance 0 … 1 of `#RRGGBB` (WCAG 2.2)."""
    channels = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio 1 … 21 of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
