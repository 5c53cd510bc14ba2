"""Undo, redo and taking back out of order."""

from collections.abc import Mapping
from typing import Any

import pytest

from crmdesk.core.changes import Changes
from crmdesk.core.errors import Cancelled
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services import undo as words
from crmdesk.services.undo import CannotBeUndone, NothingToRedo, NothingToUndo, UndoService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

AT = "2026-11-22T10:00:00.000Z"


@pytest.fixture
def undo(store: Store) -> UndoService:
    user = new_id()
    with store.unit_of_work(action=ActionKind.SETUP) as uow:
        record_rows.insert(uow.connection, RecordKind.USER, {"id": user, "name": "王芳"})
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='user_id'", (user,))
        uow.commit()
    return UndoService(store)


def insert(store: Store, kind: RecordKind, **values: Any) -> str:
    record = new_id()
    with store.unit_of_work(label=str(values.get("name") or values.get("legal_name") or "")) as uow:
        row = {"kind": "legal"} if kind is RecordKind.COMPANY else {"status": "lead"} if kind is RecordKind.SITE else {}
        record_rows.insert(uow.connection, kind, {"id": record, **row, **values})
        uow.commit()
    return record


def company(store: Store, name: str = "全球公司", **values: Any) -> str:
    return insert(store, RecordKind.COMPANY, legal_name=name, **values)


def site(store: Store, company_id: str, name: str = "上海店", **values: Any) -> str:
    return insert(store, RecordKind.SITE, company_id=company_id, name=name, **values)


def change(store: Store, kind: RecordKind, record: str, **values: Any) -> Changes:
    with store.unit_of_work(label="change") as uow:
        record_rows.update(uow.connection, kind, record, values)
        return uow.commit()


def bury(store: Store, **records: list[str]) -> Changes:
    with store.unit_of_work(label="delete") as uow:
        for kind, ids in records.items():
            record_rows.bury(uow.connection, RecordKind(kind), ids, AT)
        return uow.commit()


def row(store: Store, kind: RecordKind, record: str) -> Mapping[str, Any] | None:
    with store.read() as connection:
        return record_rows.fetch(connection, kind, record)


def value(store: Store, kind: RecordKind, record: str, field: str) -> Any:
    found = row(store, kind, record)
    assert found is not None
    return found[field]


def test_there_is_nothing_to_undo_or_redo_at_first(undo: UndoService) -> None:
    assert undo.peek().undo_label is None
    assert undo.peek().redo_label is None
    with pytest.raises(NothingToUndo):
        undo.undo_last()
    with pytest.raises(NothingToRedo):
        undo.redo_last()


def test_values_come_back_typed_as_they_were(store: Store, undo: UndoService) -> None:
    one = company(store, headcount=12, phone=None, registered_on="2001-02-03")
    place = site(store, one, latitude=31.25, code="A-1")
    change(store, RecordKind.COMPANY, one, headcount=None, phone="021", registered_on=None)
    change(store, RecordKind.SITE, place, latitude=0, code=None)
    for _ in range(2):
        assert not undo.undo_last().skipped
    found, there = row(store, RecordKind.COMPANY, one), row(store, RecordKind.SITE, place)
    assert found is not None
    assert there is not None
    assert (found["headcount"], found["phone"], found["registered_on"]) == (12, None, "2001-02-03")
    assert type(found["headcount"]) is int
    assert (there["latitude"], there["code"]) == (31.25, "A-1")


def test_undo_undo_redo_redo_walks_back_and_forth(store: Store, undo: UndoService) -> None:
    one = company(store, note="a")
    change(store, RecordKind.COMPANY, one, note="b")
    change(store, RecordKind.COMPANY, one, note="c")
    seen = [value(store, RecordKind.COMPANY, one, "note")]
    for step in (undo.undo_last, undo.undo_last, undo.redo_last, undo.redo_last, undo.undo_last):
        assert step().changes
        seen.append(value(store, RecordKind.COMPANY, one, "note"))
    assert seen == ["c", "b", "a", "b", "c", "b"]
    undo.undo_last()
    undo.undo_last()
    assert row(store, RecordKind.COMPANY, one) is None
    undo.redo_last()
    assert value(store, RecordKind.COMPANY, one, "note") == "a"


def test_peek_names_what_undo_and_redo_would_take_up(store: Store, undo: UndoService) -> None:
    company(store, "甲")
    company(store, "乙")
    assert (undo.peek().undo_label, undo.peek().redo_label) == ("乙", None)
    undone = undo.undo_last()
    assert (undone.label, undone.action, undone.changes.action) == ("乙", ActionKind.EDIT, ActionKind.UNDO)
    assert (undo.peek().undo_label, undo.peek().redo_label) == ("甲", "乙")
    assert undo.redo_last(initiator="form").changes.initiator == "form"
    assert (undo.peek().undo_label, undo.peek().redo_label) == ("乙", None)


def test_a_new_action_empties_the_redo_stack(store: Store, undo: UndoService) -> None:
    one = company(store)
    change(store, RecordKind.COMPANY, one, note="b")
    undo.undo_last()
    change(store, RecordKind.COMPANY, one, phone="021")
    assert undo.peek().redo is None
    with pytest.raises(NothingToRedo):
        undo.redo_last()


def test_only_ones_own_actions_are_offered(store: Store, undo: UndoService) -> None:
    company(store)
    with store.unit_of_work(action=ActionKind.SETUP) as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v='somebody else' WHERE k='user_id'")
        uow.commit()
    assert undo.peek().undo is None


def test_a_field_changed_since_stays_and_says_who_changed_it(store: Store, undo: UndoService) -> None:
    one = company(store, note="a", phone="1")
    first = change(store, RecordKind.COMPANY, one, note="b", phone="2").transaction
    change(store, RecordKind.COMPANY, one, note="c")
    assert first is not None
    done = undo.undo_transaction(first)
    assert value(store, RecordKind.COMPANY, one, "note") == "c"
    assert value(store, RecordKind.COMPANY, one, "phone") == "1"
    (skipped,) = done.skipped
    assert (skipped.kind, skipped.id, skipped.field, skipped.name) == (RecordKind.COMPANY, one, "note", "全球公司")
    assert skipped.message.startswith("changed since by 王芳 on 20")
    assert done.skipped_total == 1


def test_an_undo_that_finds_nothing_to_do_is_not_offered_again(store: Store, undo: UndoService) -> None:
    one = company(store, note="a")
    first = change(store, RecordKind.COMPANY, one, note="b").transaction
    change(store, RecordKind.COMPANY, one, note="c")
    assert first is not None
    assert not undo.undo_transaction(first).changes
    with pytest.raises(CannotBeUndone):
        undo.undo_transaction(first)
    assert undo.peek().undo_label == "change"
    undo.undo_last()
    assert undo.peek().undo_label == "全球公司"


def test_grade_date_and_author_stay_together(store: Store, undo: UndoService) -> None:
    one = company(store, grade="C", graded_at="2026-01-01", graded_by="x")
    first = change(store, RecordKind.COMPANY, one, grade="B", graded_at="2026-02-02", graded_by="y").transaction
    change(store, RecordKind.COMPANY, one, grade="A")
    assert first is not None
    undo.undo_transaction(first)
    found = row(store, RecordKind.COMPANY, one)
    assert found is not None
    assert (found["grade"], found["graded_at"], found["graded_by"]) == ("A", "2026-02-02", "y")


def test_an_inserted_record_that_was_changed_stays_with_all_it_hangs_on(store: Store, undo: UndoService) -> None:
    group, below, spare, place, lost = (new_id() for _ in range(5))
    with store.unit_of_work(action=ActionKind.IMPORT, label="list.csv") as uow:
        for record, parent in ((group, None), (below, group), (spare, group)):
            values = {"id": record, "kind": "legal", "legal_name": f"公司{record[-3:]}", "parent_id": parent}
            record_rows.insert(uow.connection, RecordKind.COMPANY, values)
        for record in (place, lost):
            record_rows.insert(
                uow.connection, RecordKind.SITE, {"id": record, "company_id": below, "name": "店", "status": "lead"}
            )
        uow.commit()
    change(store, RecordKind.SITE, place, phone="021")
    imported = undo.peek()
    assert imported.undo_label == "change"
    undo_import = next(item for item in _transactions(store) if item[1] == "import")[0]
    done = undo.undo_transaction(undo_import)
    alive = [record for record in (group, below, spare) if row(store, RecordKind.COMPANY, record)]
    assert alive == [group, below]
    assert row(store, RecordKind.SITE, place) is not None
    assert row(store, RecordKind.SITE, lost) is None
    assert {item.id: item.reason for item in done.skipped} == {group: words.NEEDED, below: words.NEEDED, place: words.CHANGED_BY}
    assert all(item.field is None for item in done.skipped)
    assert value(store, RecordKind.COMPANY, group, "site_count") == 1


def _transactions(store: Store) -> list[tuple[str, str]]:
    with store.read() as connection:
        return [(found[0], found[1]) for found in connection.exec_driver_sql("SELECT id, action FROM change_tx ORDER BY n")]


def test_a_change_taken_back_meanwhile_does_not_keep_an_inserted_record(store: Store, undo: UndoService) -> None:
    one = company(store, note="a")
    made = _transactions(store)[-1][0]
    change(store, RecordKind.COMPANY, one, note="b")
    undo.undo_last()
    assert not undo.undo_transaction(made).skipped
    assert row(store, RecordKind.COMPANY, one) is None


def test_a_company_that_gained_a_site_stays(store: Store, undo: UndoService) -> None:
    one = company(store)
    made = _transactions(store)[-1][0]
    site(store, one)
    done = undo.undo_transaction(made)
    assert row(store, RecordKind.COMPANY, one) is not None
    assert [item.message for item in done.skipped] == ["上海店 hangs on it"]


@pytest.mark.parametrize("changed", ["contact", "position"])
def test_a_person_and_his_position_stay_together(store: Store, undo: UndoService, changed: str) -> None:
    place = site(store, company(store))
    person, job = new_id(), new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.CONTACT, {"id": person, "name": "李雷"})
        record_rows.insert(uow.connection, RecordKind.POSITION, {"id": job, "contact_id": person, "site_id": place})
        made = uow.commit().transaction
    assert made is not None
    if changed == "contact":
        change(store, RecordKind.CONTACT, person, mobile="138")
    else:
        change(store, RecordKind.POSITION, job, title="经理")
    done = undo.undo_transaction(made)
    assert {item.id for item in done.skipped} == {person, job}
    assert row(store, RecordKind.CONTACT, person) is not None
    assert row(store, RecordKind.POSITION, job) is not None


def test_a_classification_in_use_stays(store: Store, undo: UndoService) -> None:
    term, code = new_id(), new_id()
    with store.unit_of_work() as uow:
        for record, taxonomy in ((term, "industry"), (code, "customer_kind")):
            values = {"id": record, "taxonomy": taxonomy, "code": "Z9", "name": "新", "position": 1}
            record_rows.insert(uow.connection, RecordKind.TERM, values)
        made = uow.commit().transaction
    assert made is not None
    company(store, industry_id=term)
    done = undo.undo_transaction(made)
    assert [(item.id, item.reason) for item in done.skipped] == [(term, words.NEEDED)]
    assert row(store, RecordKind.TERM, code) is None


def test_a_deleted_subtree_comes_back_and_goes_again(store: Store, undo: UndoService) -> None:
    one = company(store)
    places = [site(store, one, f"店{n}", code=f"S{n}") for n in range(3)]
    bury(store, company=[one], site=places)
    assert not undo.undo_last().skipped
    assert value(store, RecordKind.COMPANY, one, "site_count") == 3
    assert not undo.redo_last().skipped
    assert row(store, RecordKind.COMPANY, one) is None
    assert row(store, RecordKind.SITE, places[0]) is None


def test_a_site_does_not_come_back_below_a_deleted_company(store: Store, undo: UndoService) -> None:
    one = company(store)
    place = site(store, one)
    gone = bury(store, site=[place]).transaction
    bury(store, company=[one])
    assert gone is not None
    done = undo.undo_transaction(gone)
    assert [item.message for item in done.skipped] == ["全球公司, where it belonged, is deleted"]
    assert row(store, RecordKind.SITE, place) is None


def test_a_move_is_not_taken_back_under_a_deleted_company(store: Store, undo: UndoService) -> None:
    old, new = company(store, "旧"), company(store, "新")
    place = site(store, old)
    moved = change(store, RecordKind.SITE, place, company_id=new).transaction
    bury(store, company=[old])
    assert moved is not None
    assert [item.reason for item in undo.undo_transaction(moved).skipped] == [words.PARENT_GONE]
    assert value(store, RecordKind.SITE, place, "company_id") == new


def test_a_move_is_not_taken_back_into_a_cycle(store: Store, undo: UndoService) -> None:
    top, child = company(store, "上"), None
    child = company(store, "下", parent_id=top)
    out = change(store, RecordKind.COMPANY, child, parent_id=None).transaction
    change(store, RecordKind.COMPANY, top, parent_id=child)
    assert out is not None
    (skipped,) = undo.undo_transaction(out).skipped
    assert (skipped.reason, skipped.field) == (words.CYCLE, "parent_id")
    assert value(store, RecordKind.COMPANY, child, "parent_id") is None


def test_a_company_comes_back_with_the_sites_that_were_moved_out_of_it(store: Store, undo: UndoService) -> None:
    old, new = company(store, "旧"), company(store, "新")
    place = site(store, old)
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.SITE, place, {"company_id": new})
        record_rows.bury(uow.connection, RecordKind.COMPANY, [old], AT)
        uow.commit()
    assert not undo.undo_last().skipped
    assert value(store, RecordKind.SITE, place, "company_id") == old
    assert (value(store, RecordKind.COMPANY, old, "site_count"), value(store, RecordKind.COMPANY, new, "site_count")) == (1, 0)


def test_a_record_comes_back_without_a_code_taken_meanwhile(store: Store, undo: UndoService) -> None:
    one = company(store, code="QQ")
    gone = bury(store, company=[one]).transaction
    site(store, company(store, "新"), "新店", code="QQ")
    assert gone is not None
    (skipped,) = undo.undo_transaction(gone).skipped
    assert value(store, RecordKind.COMPANY, one, "code") is None
    assert (skipped.field, skipped.message) == ("code", "it came back without its code, which belongs to 新店 now")


def test_a_code_taken_meanwhile_is_not_set_back(store: Store, undo: UndoService) -> None:
    one = company(store, code="QQ")
    changed = change(store, RecordKind.COMPANY, one, code="RR", note="x").transaction
    company(store, "新", code="QQ")
    assert changed is not None
    (skipped,) = undo.undo_transaction(changed).skipped
    assert skipped.message == "its former code belongs to 新 now"
    assert value(store, RecordKind.COMPANY, one, "code") == "RR"
    assert value(store, RecordKind.COMPANY, one, "note") is None


def test_exchanged_codes_are_exchanged_again(store: Store, undo: UndoService) -> None:
    one, two = company(store, code="A"), company(store, code="B")
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.COMPANY, one, {"code": "B"})
        record_rows.update(uow.connection, RecordKind.COMPANY, two, {"code": "A"})
        uow.commit()
    assert not undo.undo_last().skipped
    assert [value(store, RecordKind.COMPANY, record, "code") for record in (one, two)] == ["A", "B"]


def test_the_programs_own_transactions_cannot_be_undone(store: Store, undo: UndoService) -> None:
    (setup, action) = _transactions(store)[0]
    assert action == "setup"
    for transaction in (setup, "unknown"):
        with pytest.raises(CannotBeUndone):
            undo.undo_transaction(transaction)


def test_stopping_halfway_changes_nothing(store: Store, undo: UndoService) -> None:
    one = company(store)

    def stop(done: int, total: int) -> None:
        assert total >= done
        if done == 6:
            raise Cancelled

    with pytest.raises(Cancelled):
        undo.undo_last(progress=stop)
    assert row(store, RecordKind.COMPANY, one) is not None
    assert not undo.undo_last().skipped


def test_undoing_an_undo_by_its_id_does_it_again(store: Store, undo: UndoService) -> None:
    one = company(store, "甲")
    undone = undo.undo_last().changes.transaction
    assert undone is not None
    again = undo.undo_transaction(undone)
    assert again.changes.action == ActionKind.REDO
    assert row(store, RecordKind.COMPANY, one) is not None
    redone = again.changes.transaction
    assert redone is not None
    undo.undo_transaction(redone)  # of a redo: what it did again is taken back
    assert row(store, RecordKind.COMPANY, one) is None
    assert undo.peek().redo_label == "甲"
