"""What commands print: JSON of a stable shape for programs, plain tables for people, progress on the error stream."""

import json
import sys
import time
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

_SECONDS_BETWEEN: Final = 0.1
"""Least time between two progress lines."""


def print_json(value: Any) -> None:
    """Print one JSON document; text stays readable, keys keep their order."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def width(text: str) -> int:
    """Return how many terminal columns a text takes: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print aligned columns with a header line; nothing but the headers for no rows."""
    table = [list(headers), *[["" if cell is None else _one_line(str(cell)) for cell in row] for row in rows]]
    widths = [max(width(row[column]) for row in table) for column in range(len(headers))]
    for number, row in enumerate(table):
        print_line("  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print_line("  ".join("─" * size for size in widths))


def print_line(text: str = "") -> None:
    """Print one line; control characters in data cannot reach the terminal."""
    sys.stdout.write(_harmless(text) + "\n")


def print_error(text: str) -> None:
    """Print one line to the error stream."""
    sys.stderr.write(_harmless(" ".join(text.split())) + "\n")


def _one_line(text: str) -> str:
    return " ⏎ ".join(line for line in text.splitlines() if line.strip())


def _harmless(text: str) -> str:
    return "".join(char if char.isprintable() or char == "\t" else "�" for char in text)


class ProgressLine:
    """One line on the error stream that is written over while work goes on; silent where that is no terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._is_shown = sys.stderr.isatty()
        self._next = 0.0
        self._width = 0

    def show(self, share: float) -> None:
        """Say how much is done, 0 … 1; writes at most ten times a second."""
        self.say(f"{share:4.0%}")

    def say(self, done: str) -> None:
        """Say how much is done where nobody knows of how much; as often as `show`."""
        now = time.monotonic()
        if not self._is_shown or now < self._next:
            return
        self._next = now + _SECONDS_BETWEEN
        text = _harmless(f"{self._what}  {done}")
        text += " " * (self._width - width(text))
        self._width = max(self._width, width(text))
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()
            self._width = 0
