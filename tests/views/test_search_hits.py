"""Spans as Qt counts them."""

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.services.search import Hit
from crmdesk.views.search_hits import qt_spans, record_hits, utf16


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


@pytest.mark.usefixtures("qapp")
def test_a_lead_shows_how_far_it_has_come_and_who_has_it() -> None:
    lead = RecordKey(RecordKind.LEAD, "l")
    (shown,) = record_hits([Hit(lead, "海立", (), "", "", "working", (), "上海市", (), (), 3, "华东公海")])
    assert (shown.group, shown.icon, shown.subtitle) == ("Leads", "user-plus", "Working  ·  华东公海  ·  上海市")
