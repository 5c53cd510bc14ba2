"""Measures in logical pixels (`look.md`, principle 2). `QT_SCALE_FACTOR` scales them; text-bound sizes come from font metrics."""

from typing import Final

GRID: Final = 4
GAP: Final = 8  # between two fields of a form
MARGIN: Final = 12  # at the sides of a page
ROW_HEIGHT: Final = 26  # one line in lists and trees
HIT_HEIGHT: Final = 44  # two lines: search hits
BAR_HEIGHT: Final = 44  # the top row
ICON: Final = 16
ICON_LARGE: Final = 20
RADIUS: Final = 4
NAVIGATION_WIDTH: Final = 168
NAVIGATION_NARROW: Final = 48
COMPACT_BELOW: Final = 1100  # a window narrower than this shows one thing at a time
