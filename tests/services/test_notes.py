from datetime import UTC, datetime

import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.services.notes import NoteService
from crmdesk.services.record_values import FieldRequired
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def test_notes_are_dated_signed_and_newest_first(ready_store: Store, group: Group) -> None:
    notes = NoteService(ready_store)
    notes.add(group.first.id, "第一次拜访\n谈了价格", datetime(2026, 3, 1, tzinfo=UTC))
    rows = notes.add(group.first.id, "第二次", datetime(2026, 4, 1, tzinfo=UTC)).rows
    assert [(row.text, row.author) for row in rows] == [("第二次", "李雷"), ("第一次拜访\n谈了价格", "李雷")]


def test_a_note_is_changed_and_removed(ready_store: Store, group: Group) -> None:
    notes = NoteService(ready_store)
    note = notes.add(group.first.id, "x").note_id
    assert notes.change(note, {"text": "y"}).rows[0].text == "y"
    assert notes.remove(note).rows == ()
    with pytest.raises(RecordNotFound):
        notes.remove(note)


def test_an_empty_note_is_refused(ready_store: Store, group: Group) -> None:
    notes = NoteService(ready_store)
    with pytest.raises(FieldRequired):
        notes.add(group.first.id, " \n ")
    kept = notes.add(group.first.id, "x").note_id
    with pytest.raises(FieldRequired):
        notes.change(kept, {"text": ""})
    assert [row.text for row in notes.of_site(group.first.id)] == ["x"]
