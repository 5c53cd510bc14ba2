"""The history of a record in words."""

from typing import TYPE_CHECKING

from crmdesk.ui.timeline.entries import TimelineEntry
from crmdesk.views.accounts.record_tabs import HISTORY

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def _entries(bench: "Bench") -> list[TimelineEntry]:
    model = bench.page.record.tabs.history.timeline._entries
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row for row in rows if isinstance(row, TimelineEntry)]


def test_an_edit_is_told_with_who_and_what_from_what_to_what(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.record.tabs.show_tab(HISTORY)
    saved = bench.services.accounts.save(bench.sample.first, {"name": "新名", "grade": "A"})
    bench.context.published(saved.changes)
    newest, oldest = _entries(bench)[0], _entries(bench)[-1]
    assert newest.title.startswith("王小明 changed: ")
    assert "Site name: 马连道店 → 新名" in newest.text
    assert "Grade: — → A" in newest.text
    assert oldest.title == "王小明 created this record"
    assert "Site name: 马连道店" in oldest.text


def test_what_hangs_on_a_site_is_in_its_history_and_what_was_taken_back_says_so(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.record.tabs.show_tab(HISTORY)
    added = bench.services.contacts.add(bench.sample.first.id, {"name": "李明"})
    bench.context.published(added.changes)
    assert _entries(bench)[0].title == "王小明 added: Contact 李明"
    undone = bench.services.undo.undo_last()
    bench.context.published(undone.changes)
    titles = [entry.title for entry in _entries(bench)]
    assert "王小明 added: Contact 李明 (taken back)" in titles
