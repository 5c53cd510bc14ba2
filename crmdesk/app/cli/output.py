"""What commands print: JSON of a stable shape for programs, plain tables for people."""

import json
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any


def print_json(value: Any) -> None:
    """Print one JSON document; text stays readable, keys keep their order."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def width(text: str) -> int:
    """Return how many terminal columns a text takes: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print aligned columns with a header line; nothing but the headers for no rows."""
    table = [list(headers), *[["" if cell is None else str(cell) for cell in row] for row in rows]]
    widths = [max(width(row[column]) for row in table) for column in range(len(headers))]
    for number, row in enumerate(table):
        print_line("  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print_line("  ".join("─" * size for size in widths))


def print_line(text: str = "") -> None:
    """Print one line; control characters in data cannot reach the terminal."""
    sys.stdout.write("".join(char if char.isprintable() or char == "\t" else "�" for char in text) + "\n")


def print_error(text: str) -> None:
    """Print one line to the error stream."""
    sys.stderr.write(" ".join(text.split()) + "\n")
