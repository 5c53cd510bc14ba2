"""The history of a record in words for people."""

from typing import Any

import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.history import HistoryEntry, HistoryService
from crmdesk.services.undo import UndoService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store


class Scene:
    """A company with a site and a contact, graded and sourced, made by one user in one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.user, self.company, self.site, self.contact, self.position, self.term, self.grade = (new_id() for _ in range(7))
        with store.unit_of_work(action=ActionKind.SETUP) as uow:
            record_rows.insert(uow.connection, RecordKind.USER, {"id": self.user, "name": "王芳"})
            uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='user_id'", (self.user,))
            term = {"taxonomy": "industry", "code": "52", "name": "零售业", "name_en": "Retail", "position": 1}
            record_rows.insert(uow.connection, RecordKind.TERM, {"id": self.term, **term})
            grade = {"taxonomy": "grade", "code": "A", "name": "甲级", "position": 1}
            record_rows.insert(uow.connection, RecordKind.TERM, {"id": self.grade, **grade})
            uow.commit()
        with store.unit_of_work(label="全球公司", source="cli") as uow:
            company = {"id": self.company, "kind": "legal", "legal_name": "全球有限公司", "short_name": "全球", "headcount": 7}
            record_rows.insert(uow.connection, RecordKind.COMPANY, company)
            site = {"id": self.site, "company_id": self.company, "name": "上海店", "status": "lead", "latitude": 31.5}
            record_rows.insert(uow.connection, RecordKind.SITE, site)
            record_rows.insert(uow.connection, RecordKind.CONTACT, {"id": self.contact, "name": "李雷"})
            position = {"id": self.position, "contact_id": self.contact, "site_id": self.site, "title": "经理"}
            record_rows.insert(uow.connection, RecordKind.POSITION, position)
            uow.commit()

    def change(self, kind: RecordKind, record: str, **values: Any) -> None:
        with self.store.unit_of_work(label="change") as uow:
            record_rows.update(uow.connection, kind, record, values)
            uow.commit()


@pytest.fixture
def scene(store: Store) -> Scene:
    return Scene(store)


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


def test_an_insert_shows_the_filled_fields_as_stored(scene: Scene, history: HistoryService) -> None:
    (entry,) = history.of_record(RecordKind.COMPANY, scene.company)
    assert (entry.user_name, entry.action, entry.label, entry.source) == ("王芳", ActionKind.EDIT, "全球公司", "cli")
    assert entry.at.utcoffset() is not None
    assert {change.field: (change.operation, change.old, change.new) for change in entry.changes} == {
        "kind": ("ins", None, "legal"),
        "legal_name": ("ins", None, "全球有限公司"),
        "short_name": ("ins", None, "全球"),
        "headcount": ("ins", None, 7),
    }
    assert {change.name for change in entry.changes} == {"全球"}


def test_changes_are_newest_first_one_entry_per_transaction(scene: Scene, history: HistoryService) -> None:
    scene.change(RecordKind.COMPANY, scene.company, headcount=None, phone="021")
    scene.change(RecordKind.COMPANY, scene.company, headcount=9)
    entries = history.of_record(RecordKind.COMPANY, scene.company)
    assert [{change.field: (change.old, change.new) for change in entry.changes} for entry in entries[:2]] == [
        {"headcount": (None, 9)},
        {"headcount": (7, None), "phone": (None, "021")},
    ]


@pytest.mark.parametrize(("language", "name"), [("zh_CN", "零售业"), ("zh_TW", "零售业"), ("en", "Retail")])
def test_ids_and_codes_are_shown_by_name(scene: Scene, history: HistoryService, language: str, name: str) -> None:
    values = {"industry_id": scene.term, "grade": "A", "graded_by": scene.user, "owner_id": new_id(), "parent_id": scene.company}
    scene.change(RecordKind.COMPANY, scene.company, **values)
    entry = history.of_record(RecordKind.COMPANY, scene.company, language=language)[0]
    assert {change.field: change.new_text for change in entry.changes} == {
        "industry_id": name,
        "grade": "甲级",
        "graded_by": "王芳",
        "owner_id": None,
        "parent_id": "全球",
    }
    assert {change.operation for change in entry.changes if change.field == "parent_id"} == {"move"}


@pytest.mark.parametrize(("language", "name"), [("zh_CN", "中国"), ("zh_TW", "中國"), ("en", "China")])
def test_a_country_is_shown_by_its_name(scene: Scene, history: HistoryService, language: str, name: str) -> None:
    scene.change(RecordKind.SITE, scene.site, country="XX")
    scene.change(RecordKind.SITE, scene.site, country="CN")
    (change,) = history.of_record(RecordKind.SITE, scene.site, language=language)[0].changes
    assert (change.old, change.new, change.old_text, change.new_text) == ("XX", "CN", None, name)


def test_a_sites_history_holds_its_people_and_notes_also_removed_ones(scene: Scene, history: HistoryService) -> None:
    note = new_id()
    with scene.store.unit_of_work(label="Note") as uow:
        values = {"id": note, "site_id": scene.site, "kind": "note", "happened_at": "2026-11-22T10:00:00.000Z", "text": "去过"}
        record_rows.insert(uow.connection, RecordKind.ACTIVITY, values)
        uow.commit()
    scene.change(RecordKind.CONTACT, scene.contact, mobile="138")
    scene.change(RecordKind.POSITION, scene.position, deleted_at="2026-11-22T10:00:00.000Z")
    entries = history.of_record(RecordKind.SITE, scene.site)
    touched = [{(change.kind, change.name) for change in entry.changes} for entry in entries]
    assert touched[:3] == [{(RecordKind.POSITION, "李雷")}, {(RecordKind.CONTACT, "李雷")}, {(RecordKind.ACTIVITY, "去过")}]
    assert entries[0].changes[0].operation == "del"
    alone = history.of_record(RecordKind.SITE, scene.site, with_children=False)
    assert [{change.kind for change in entry.changes} for entry in alone] == [{RecordKind.SITE}]


def test_a_long_history_is_read_in_parts(scene: Scene, history: HistoryService) -> None:
    for number in range(7):
        scene.change(RecordKind.COMPANY, scene.company, headcount=100 + number, note=str(number))
    whole = history.of_record(RecordKind.COMPANY, scene.company)
    parts: list[HistoryEntry] = []
    before: int | None = None
    while found := history.of_record(RecordKind.COMPANY, scene.company, 3, before):
        assert len(found) <= 3
        parts += found
        before = found[-1].first_seq
    assert tuple(parts) == whole
    assert len(whole) == 8


def test_what_a_script_changed_without_a_transaction_is_shown_too(scene: Scene, history: HistoryService) -> None:
    with scene.store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=NULL WHERE k='tx'")
        record_rows.update(uow.connection, RecordKind.COMPANY, scene.company, {"phone": "1"})
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='tx'", (uow.transaction,))
        uow.commit()
    entry = history.of_record(RecordKind.COMPANY, scene.company)[0]
    assert (entry.transaction, entry.user_name, entry.action) == (None, None, None)
    assert [change.new for change in entry.changes] == ["1"]


def test_recent_transactions_say_what_is_undone(scene: Scene, history: HistoryService) -> None:
    scene.change(RecordKind.COMPANY, scene.company, phone="1")
    UndoService(scene.store).undo_last()
    rows = history.recent_transactions()
    assert [(row.action, row.label, row.is_undone, row.operations) for row in rows] == [
        (ActionKind.UNDO, "change", False, 1),
        (ActionKind.EDIT, "change", True, 1),
        (ActionKind.EDIT, "全球公司", False, 4),
        (ActionKind.SETUP, "", False, 3),
    ]
    assert [row.n for row in history.recent_transactions(2, rows[1].n)] == [rows[2].n, rows[3].n]


def test_a_transaction_is_shown_whole_or_its_beginning(scene: Scene, history: HistoryService) -> None:
    found = history.recent_transactions()[0].transaction
    entry = history.of_transaction(found)
    assert [change.kind for change in entry.changes if change.field == "name"] == [RecordKind.SITE, RecordKind.CONTACT]
    assert {change.kind for change in history.of_transaction(found, 1).changes} == {RecordKind.COMPANY}
    with pytest.raises(RecordNotFound):
        history.of_transaction("unknown")


def test_the_history_of_an_unknown_record_is_empty(history: HistoryService) -> None:
    assert history.of_record(RecordKind.SITE, new_id()) == ()
