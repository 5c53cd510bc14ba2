"""Notes edited in place."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from crmdesk.core.clock import utc_now
from crmdesk.ui.forms.editors import DateInput, TextInput
from crmdesk.views.accounts.notes_tab import _moment
from crmdesk.views.accounts.record_tabs import NOTES

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench

_BEFORE = datetime(2026, 3, 1, 9, 30).astimezone()


def test_a_note_is_saved_when_it_is_left_and_its_day_can_be_changed(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    tabs = bench.page.record.tabs
    tabs.show_tab(NOTES)
    tabs.notes.rows.add_row()
    editor = tabs.notes.rows._editors[0]
    text, day = editor._inputs["text"], editor._inputs["day"]
    assert isinstance(text, TextInput)
    assert isinstance(day, DateInput)
    text.setPlainText("第一次拜访\n下周报价")
    tabs.commit()
    (note,) = bench.services.notes.of_site(bench.sample.first.id)
    assert note.text == "第一次拜访\n下周报价"
    assert note.author == "王小明"
    assert abs((note.happened_at - utc_now()).total_seconds()) < 60
    day.setText("2026-03-02")
    tabs.commit()
    (note,) = bench.services.notes.of_site(bench.sample.first.id)
    assert note.happened_at.astimezone().date().isoformat() == "2026-03-02"
    assert tabs.bar.tabText(NOTES) == "Notes 1"


@pytest.mark.parametrize(
    ("day", "before", "wanted"),
    [
        ("", _BEFORE, None),
        ("someday", _BEFORE, None),
        ("2026-03-01", _BEFORE, None),
        ("2026-03-05", _BEFORE, datetime(2026, 3, 5, 9, 30).astimezone()),
        ("2026-03-05", None, datetime(2026, 3, 5, 12).astimezone()),
    ],
)
def test_only_another_day_is_another_moment(day: str, before: datetime | None, wanted: datetime | None) -> None:
    assert _moment(day, before) == wanted


def test_today_of_a_new_note_is_no_other_day() -> None:
    assert _moment(datetime.now(UTC).astimezone().date().isoformat(), None) is None
