"""The bounded page cache."""

from dataclasses import dataclass

from crmdesk.ui.table.page_cache import PAGE_ROWS, PageCache


@dataclass(frozen=True)
class Row:
    key: str


def rows(prefix: str, count: int = PAGE_ROWS) -> tuple[Row, ...]:
    return tuple(Row(f"{prefix}{number}") for number in range(count))


def test_a_row_is_found_by_place_and_by_key() -> None:
    cache: PageCache[Row] = PageCache()
    cache.put((None, 2), rows("a", 3))
    assert cache.row(None, 2 * PAGE_ROWS + 1) == Row("a1")
    assert cache.row(None, 2 * PAGE_ROWS + 3) is None
    assert cache.row(None, 0) is None
    assert cache.place("a2") == (None, 2 * PAGE_ROWS + 2)


def test_the_least_recently_used_page_goes_first() -> None:
    cache: PageCache[Row] = PageCache(max_pages=2)
    cache.put((None, 0), rows("a"))
    cache.put((None, 1), rows("b"))
    cache.row(None, 0)
    cache.put(("x", 0), rows("c"))
    assert (None, 0) in cache
    assert (None, 1) not in cache
    assert cache.place("b0") is None
    assert len(cache) == 2


def test_a_page_put_again_replaces_its_keys() -> None:
    cache: PageCache[Row] = PageCache()
    cache.put((None, 0), rows("a", 2))
    cache.put((None, 0), rows("b", 2))
    assert cache.place("a0") is None
    assert cache.place("b1") == (None, 1)


def test_a_moved_row_keeps_its_newer_place_when_the_old_page_goes() -> None:
    cache: PageCache[Row] = PageCache()
    cache.put((None, 0), (Row("moved"),))
    cache.put(("x", 0), (Row("moved"),))
    cache.drop((None, 0))
    assert cache.place("moved") == ("x", 0)
