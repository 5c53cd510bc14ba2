"""Spans as Qt counts them."""

import pytest

from crmdesk.views.search_hits import qt_spans, utf16


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("abc", ((0, 2),), ((0, 2),)),
        ("家乐福", ((1, 3),), ((1, 2),)),
        ("𠮷野家", ((1, 3),), ((2, 2),)),
        ("𠮷野家", ((0, 1),), ((0, 2),)),
        ("", (), ()),
    ],
)
def test_spans_count_utf16_units(text: str, spans: tuple[tuple[int, int], ...], expected: tuple[tuple[int, int], ...]) -> None:
    assert qt_spans(text, spans) == expected


def test_rare_characters_count_twice() -> None:
    assert utf16("𠮷野家") == 4
