"""Which character separates the cells of a text file, judged by how evenly its lines fall into columns."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crmdesk.exchange.file_errors import MAX_COLUMNS

SEPARATORS: Final = (",", "\t", ";", "|")
"""The candidates, the likelier first: a tie goes to the earlier one."""
SAMPLE_RECORDS: Final = 200


@dataclass(frozen=True, slots=True)
class DetectedSeparator:
    """The separator; `is_declared` when the file's first line says `sep=;` and is no record."""

    char: str
    is_declared: bool = False


def detect_separator(lines: Sequence[str]) -> DetectedSeparator:
    """Judge the separator from the first lines of a file (with their line ends); a comma when nothing separates anything."""
    if declared := declared_separator(lines[0] if lines else ""):
        return DetectedSeparator(declared, is_declared=True)
    scores = {char: _evenness(lines, char) for char in SEPARATORS}
    best = max(SEPARATORS, key=lambda char: scores[char])
    return DetectedSeparator(best if scores[best] > 0 else ",")


def declared_separator(line: str) -> str:
    """Return the separator of Excel's `sep=` line, or ''."""
    text = line.lstrip("\ufeff").rstrip("\r\n").strip('"')
    return text[4] if len(text) == 5 and text[:4].lower() == "sep=" else ""


def _evenness(lines: Sequence[str], separator: str) -> float:
    """0 when nothing is separated; else the share of records of the usual width, a little more for wider tables."""
    widths: Counter[int] = Counter()
    try:
        for index, record in enumerate(csv.reader(lines, delimiter=separator)):
            if index >= SAMPLE_RECORDS:
                break
            if any(cell.strip() for cell in record):
                widths[len(record)] += 1
    except csv.Error:
        return 0.0
    wide = Counter({width: count for width, count in widths.items() if 2 <= width <= MAX_COLUMNS})
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda item: (item[1] * min(item[0], 8), item[0]))
    return count / widths.total() * (1.0 + min(width, 50) / 100)
