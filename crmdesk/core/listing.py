"""How a screen asks for a part of a long list: sort, offset, limit – answered in SQL, never sorted in Python."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sort:
    """Order by one column, named as in the list's column catalogue."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows `offset … offset+len(rows)` of a list with `total` rows in all."""

    rows: tuple[T, ...]
    offset: int
    total: int
