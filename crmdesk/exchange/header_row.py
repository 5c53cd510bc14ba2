"""Which row of a table holds the column names, and what the columns are called when it says nothing or the same twice."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

SCAN_ROWS: Final = 30
"""Rows looked at for the header: titles and remarks above it are fewer."""

_DATA: Final = re.compile(
    r"[-+]?[\d.,:/ ]*\d[\d.,:/% ()-]*$"  # numbers, dates, times, phone numbers
    r"|[0-9A-HJ-NP-RTUW-Y]{15,18}$"  # credit codes, long ids
    r"|\S+@\S+\.\w+$|https?://|www\."
    r"|(?:true|false|yes|no|n/?a|null)$",
    re.IGNORECASE,
)
_COMMENT: Final = ("#", "//", "--", "注：", "注:", "说明", "說明")


def find_header(rows: Sequence[Sequence[str]], is_known_name: Callable[[str], bool]) -> int | None:
    """Return the index in `rows` of the row that holds the column names; None when the table has no header.

    `rows` are the first records of the file, blank ones included. A row in which known names stand wins; else the first row
    as wide as the table whose cells are all words.
    """
    filled = [[cell.strip() for cell in row] for row in rows[:SCAN_ROWS]]
    width = usual_width(filled)
    if width == 0:
        return None
    recognised = [_recognised(row, is_known_name) for row in filled]
    best = max(range(len(filled)), key=lambda index: (recognised[index], -index))
    if recognised[best] >= (1 if width == 1 else 2) and _is_wordy(filled[best], width, strict=False):
        return best
    for index, row in enumerate(filled):
        if not any(row) or row[0].startswith(_COMMENT):
            continue
        if sum(1 for cell in row if cell) < max(1, min(2, width)):
            continue  # a title above the table
        if width > 1 and len(row) < width * 0.6:
            continue
        return index if _is_wordy(row, width, strict=True) else None
    return None


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """Return how many columns most of the rows fill; wider rows win a tie."""
    widths = Counter(width for row in rows if (width := filled_width(row)))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def filled_width(row: Sequence[str]) -> int:
    """Return the number of cells up to the last one that is not blank."""
    for index in range(len(row), 0, -1):
        if row[index - 1].strip():
            return index
    return 0


def unique_names(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Return `width` different column names: blank ones become `Column 3`, repeated ones `Name (2)`."""
    names: list[str] = []
    taken: set[str] = set()
    for index in range(width):
        text = " ".join((cells[index] if index < len(cells) else "").split())
        name = base = text or f"Column {index + 1}"
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{base} ({count})"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _recognised(row: Sequence[str], is_known_name: Callable[[str], bool]) -> int:
    return len({cell.casefold() for cell in row if cell and is_known_name(cell)})


def _is_wordy(row: Sequence[str], width: int, *, strict: bool) -> bool:
    """Whether the cells look like names: no figures, dates or addresses, all different, hardly any blank."""
    cells = [cell for cell in row if cell]
    figures = sum(1 for cell in cells if _DATA.match(cell))
    if not strict:
        return figures * 4 <= len(cells)
    if figures or len({cell.casefold() for cell in cells}) < len(cells):
        return bool(cells) and not figures and len({cell.casefold() for cell in cells}) * 2 >= len(cells)
    return len(cells) * 2 >= min(width, len(row)) and all(len(cell) <= 120 for cell in cells)
