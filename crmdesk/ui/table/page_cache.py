"""A bounded cache of row pages: what was looked at last stays, the rest is forgotten and asked again."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final, Generic, Protocol, TypeVar

PAGE_ROWS: Final = 100
"""Rows asked for at once: three screens, one index range in SQL."""
MAX_PAGES: Final = 160
"""Pages kept: 16,000 rows, about 15 MB, whatever the list's length."""


class Keyed(Protocol):
    """A row that knows its own stable key."""

    @property
    def key(self) -> str:
        """The row's identity in the source."""


RowT = TypeVar("RowT", bound=Keyed)

PageId = tuple[str | None, int]
"""A page: the list it belongs to (a tree's parent key, None for the only or top list) and its number from 0."""


class PageCache(Generic[RowT]):
    """Pages by (list, number) with a key → place index over what is loaded; the least recently drawn page goes first."""

    def __init__(self, max_pages: int = MAX_PAGES) -> None:
        self._max_pages = max_pages
        self._pages: OrderedDict[PageId, tuple[RowT, ...]] = OrderedDict()
        self._places: dict[str, tuple[str | None, int]] = {}
        self._newest: PageId | None = None

    def __len__(self) -> int:
        return len(self._pages)

    def __contains__(self, page: PageId) -> bool:
        return page in self._pages

    def __iter__(self) -> Iterator[PageId]:
        return iter(tuple(self._pages))

    def row(self, owner: str | None, index: int) -> RowT | None:
        """Return row `index` of the list `owner`, or None while its page is not here."""
        number, within = divmod(index, PAGE_ROWS)
        page = (owner, number)
        rows = self._pages.get(page)
        if rows is None:
            return None
        if page != self._newest:
            # Painting asks for the same page some 200 times in a row: only a change of page counts as use.
            self._pages.move_to_end(page)
            self._newest = page
        return rows[within] if within < len(rows) else None

    def place(self, key: str) -> tuple[str | None, int] | None:
        """Return (list, index) of a loaded row, None when it is not loaded."""
        return self._places.get(key)

    def put(self, page: PageId, rows: tuple[RowT, ...]) -> None:
        """Keep a page, forgetting the least recently used one when full."""
        self.drop(page)
        self._pages[page] = rows
        self._newest = page
        owner, number = page
        start = number * PAGE_ROWS
        for offset, row in enumerate(rows):
            self._places[row.key] = (owner, start + offset)
        while len(self._pages) > self._max_pages:
            self.drop(next(iter(self._pages)))

    def drop(self, page: PageId) -> None:
        """Forget one page."""
        rows = self._pages.pop(page, None)
        if rows is None:
            return
        if self._newest == page:
            self._newest = None
        owner, number = page
        start = number * PAGE_ROWS
        for offset, row in enumerate(rows):
            if self._places.get(row.key) == (owner, start + offset):
                del self._places[row.key]

    def clear(self) -> None:
        """Forget everything."""
        self._pages.clear()
        self._places.clear()
        self._newest = None
