"""Texts by which other programs and people say that a cell is empty: `Select` of a list nobody chose from, `N/A`, `-`, `无`."""

from collections.abc import Iterable, Sequence
from typing import Final

_KNOWN: Final = frozenset(
    {"select", "--select--", "- select -", "please select", "--none--", "none", "null", "nil", "(null)", "n/a", "#n/a", "n.a."}
    | {"-", "--", "---", "—", "——", "/", "(blank)", "not specified", "not provided"}
    | {"无", "無", "空", "暂无", "暫無", "未填", "未填写", "未填寫", "请选择", "請選擇"}
)


def folded(text: str) -> str:
    """Return a cell in the form in which it is compared with the texts that mean empty: case and blanks around it do not count."""
    return text.strip().casefold()


def empties_of(rows: Iterable[Sequence[str]], columns: Iterable[int]) -> tuple[str, ...]:
    """Return the texts in these columns of these rows that probably mean an empty cell, as they are written, each once."""
    places = tuple(columns)
    found: dict[str, str] = {}
    for row in rows:
        for place in places:
            text = row[place].strip() if place < len(row) else ""
            if text and text.casefold() in _KNOWN:
                found.setdefault(text.casefold(), text)
    return tuple(found.values())
