"""Conflicts and waiting edits: read as people read them, settled, taken back."""

import pytest

from crmdesk.core.errors import CrmError
from crmdesk.core.exchange_words import Choice, ConflictKind
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.account_writing import CodeTaken, CompanyCycle
from crmdesk.services.conflicts import AnswerSent, ConflictService, NoSuchAnswer
from crmdesk.services.history import HistoryService
from crmdesk.services.questions import choices_of, same_answers
from crmdesk.services.record_key import RecordKey
from crmdesk.services.search import SearchService
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld


@pytest.fixture
def world(ready_store: Store, group: Group) -> ExchangeWorld:
    made = ExchangeWorld(ready_store)
    made.connect()
    return made


@pytest.fixture
def conflicts(ready_store: Store) -> ConflictService:
    return ConflictService(ready_store)


def test_a_conflict_names_customer_people_and_values(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    world.conflict(group.first, "owner_id", None, world.colleague, world.me)
    (question,) = conflicts.open(language="en")
    assert (question.record_name, question.account and question.account.above) == ("马连道店", "北京家乐福商业有限公司")
    assert (question.base.text, question.theirs.text, question.mine.text) == (None, COLLEAGUE, "李雷")
    assert (question.theirs.by, question.theirs.is_me, question.mine.by, question.mine.is_me) == (COLLEAGUE, False, "李雷", True)
    assert question.choices == (Choice.KEEP, Choice.MINE, Choice.OTHER, Choice.ASK)
    assert question.needs_me


@pytest.mark.parametrize(
    ("kind", "field", "choices"),
    [
        ("invalid", "name", "keep other ask"),
        ("code", "code", "keep other ask"),
        ("delete", None, "keep mine ask"),
        ("revived", None, "keep"),
        ("field", "company_id", "keep mine other ask"),
        ("field", "status", "keep mine other ask"),
        ("field", "graded_at", "keep mine ask"),
        ("claim", None, "keep ask"),
        ("rule", "held_limit", "keep"),
    ],
)
def test_each_kind_has_its_answers(kind: str, field: str | None, choices: str) -> None:
    assert [choice.value for choice in choices_of(ConflictKind(kind), "site", field)] == choices.split()


def test_the_other_with_the_same_code_is_named_only_when_it_may_be_seen(
    world: ExchangeWorld, group: Group, conflicts: ConflictService
) -> None:
    seen = world.conflict(group.first, "code", None, {"id": group.second.id, "name": "方圆店"}, "JLF-FY", kind="code")
    world.conflict(group.other, "code", None, None, "JLF-X", kind="code")
    found = {question.id: question for question in conflicts.open()}
    assert found[seen].theirs.text == "方圆店"
    assert found[seen].theirs.record == RecordKey(RecordKind.SITE, group.second.id)
    assert next(one for one in found.values() if one.id != seen).theirs.record is None


def test_who_holds_a_claimed_record_is_told(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    theirs = {"by": world.colleague, "since": "2026-11-20T08:00:00.000Z"}
    world.conflict(group.first, None, None, theirs, None, kind="claim", theirs_by=None, theirs_at=None)
    (question,) = conflicts.open()
    assert question.theirs.by == COLLEAGUE
    assert question.theirs.at is not None
    assert question.theirs.at.day == 20


def test_keeping_theirs_settles_and_is_an_operation(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.first, "phone", "1", "2", "3")
    done = conflicts.keep_theirs([asked])
    assert done.count == 1
    assert done.changes.action == "settle"
    assert world.answers() == [("conflict", asked, "keep", "2", None, 8)]
    assert conflicts.open() == ()


def test_mine_is_in_the_record_at_once_and_found_by_search(
    world: ExchangeWorld, group: Group, conflicts: ConflictService
) -> None:
    world.run("UPDATE site SET name='牛街店' WHERE id=?", group.first.id)
    asked = world.conflict(group.first, "name", "马连道店", "牛街店", "广安门店")
    done = conflicts.use_mine([asked])
    assert world.value(group.first, "name") == "广安门店"
    assert done.changes.concerns("site", group.first.id)
    assert world.answers() == [("conflict", asked, "mine", "牛街店", "广安门店", 8)]
    hits = SearchService(world.store).search("guanganmen").hits
    assert [hit.key for hit in hits] == [group.first]


def test_another_value_is_made_canonical(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.first, "phone", None, "1", "2")
    conflicts.use_other(asked, " 010 6327 1234 ")
    assert world.value(group.first, "phone") == world.answers()[0][4] == "010 6327 1234"


def test_what_does_not_fit_is_refused_and_stays_open(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.first, "name", "a", "b", "c")
    with pytest.raises(CrmError):
        conflicts.use_other(asked, "  ")
    code = world.conflict(group.first, "code", None, None, "JLF-FY", kind="code")
    with pytest.raises(CodeTaken):
        conflicts.use_other(code, "jlf-fy")
    move = world.conflict(group.group, "parent_id", None, None, group.company.id)
    with pytest.raises(CompanyCycle):
        conflicts.use_mine([move])
    assert len(conflicts.open()) == 3
    assert world.answers() == []


def test_another_company_and_another_status_are_written(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.first, "company_id", group.company.id, group.company.id, group.group.id)
    with pytest.raises(CrmError) as refused:
        conflicts.use_other(asked, "0" * 32)
    assert refused.value.code == "RecordNotFound"
    conflicts.use_other(asked, group.other.id)
    assert world.value(group.first, "company_id") == group.other.id
    status = world.conflict(group.first, "status", "lead", "fighting", "existing")
    with pytest.raises(CrmError) as refused:
        conflicts.use_other(status, "asleep")
    assert refused.value.code == "NotAChoice"
    conflicts.use_other(status, "sleeping")
    assert world.value(group.first, "status") == "sleeping"


def test_a_company_is_not_put_below_itself(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.group, "parent_id", None, None, group.other.id)
    with pytest.raises(CompanyCycle):
        conflicts.use_other(asked, group.company.id)
    assert len(conflicts.open()) == 1


def test_a_taken_code_is_answered_with_another_one_seen_as_empty(
    world: ExchangeWorld, group: Group, conflicts: ConflictService
) -> None:
    asked = world.conflict(group.first, "code", None, {"id": group.second.id, "name": "方圆店"}, "JLF-FY", kind="code")
    conflicts.use_other(asked, "jlf-mld2")
    assert world.answers() == [("conflict", asked, "other", None, "JLF-MLD2", 8)]


def test_asking_leaves_it_open_and_shows_the_question(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    note = f"{world.colleague}|2026-11-22T08:00:00.000Z|which is newer?"
    asked = world.conflict(group.first, "phone", "1", "2", "3", note=note)
    conflicts.ask([asked], "从客户那里听到的吗？")
    (question,) = conflicts.open()
    assert [(said.by, said.is_me, said.at is None, said.text) for said in question.said] == [
        (COLLEAGUE, False, False, "which is newer?"),
        (None, True, True, "从客户那里听到的吗？"),
    ]
    with pytest.raises(CrmError):
        conflicts.ask([asked], " ")


def test_many_are_settled_at_once_where_the_answer_fits(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    fits = [world.conflict(group.first, field, "1", "2", "3") for field in ("phone", "email")]
    told = world.conflict(group.second, None, kind="revived")
    assert same_answers(conflicts.open()) == (Choice.KEEP,)
    assert conflicts.use_mine([*fits, told]).count == 2
    assert [question.kind for question in conflicts.open()] == [ConflictKind.REVIVED]
    with pytest.raises(NoSuchAnswer):
        conflicts.use_mine(fits)


def test_an_answer_is_taken_back_until_it_is_sent(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    world.run("UPDATE site SET phone='2' WHERE id=?", group.first.id)
    asked = world.conflict(group.first, "phone", "1", "2", "3")
    done = conflicts.use_mine([asked])
    changes = conflicts.take_back(done.changes.transaction or "")
    assert (world.value(group.first, "phone"), world.answers()) == ("2", [])
    assert changes.concerns("conflict", asked)
    assert [question.id for question in conflicts.open()] == [asked]
    again = conflicts.use_mine([asked])
    world.leave_on_its_way()
    with pytest.raises(AnswerSent):
        conflicts.take_back(again.changes.transaction or "")


def test_what_the_centre_did_not_take_comes_up_again(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.first, "phone", "1", "2", "3")
    conflicts.use_mine([asked])
    world.run("UPDATE sync_op SET outcome='conflict', n=9 WHERE kind='resolve'")
    world.run("UPDATE conflict SET theirs='\"4\"', rv=9")
    (question,) = conflicts.open()
    assert question.theirs.value == "4"
    conflicts.use_mine([asked])
    world.run("UPDATE sync_op SET outcome='applied', n=10 WHERE kind='resolve' AND outcome IS NULL")
    assert conflicts.open() == ()  # the answer arrived; the settled row comes with the next pull


def test_a_long_text_that_travelled_as_a_fingerprint_is_remembered_here(
    world: ExchangeWorld, group: Group, conflicts: ConflictService
) -> None:
    with world.store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE site SET note='old text' WHERE id=?", (group.first.id,))
        uow.connection.exec_driver_sql("UPDATE site SET note='new text' WHERE id=?", (group.first.id,))
        uow.commit()
        op = uow.connection.exec_driver_sql("SELECT id FROM sync_op WHERE old='old text'").scalar_one()
    world.conflict(group.first, "note", {"sha256": "00"}, "theirs", "new text", op_id=op)
    assert conflicts.open()[0].base.value == "old text"


def test_a_waiting_edit_is_let_in_or_let_go(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    first = world.parked(group.first, "owner_id", None, world.colleague)
    second = world.parked(group.second, "owner_id", None, world.colleague)
    mine = world.parked(group.other, "phone", "1", "2", by_user=world.me, for_user=world.colleague, why="access")
    waiting = conflicts.waiting()
    assert [edit.needs_me for edit in waiting] == [True, True, False]
    assert waiting[0].changes[0].new_text == COLLEAGUE
    assert (waiting[2].is_mine, waiting[2].for_name) == (True, COLLEAGUE)
    conflicts.accept([first])
    conflicts.dismiss([second])
    assert world.value(group.first, "owner_id") == world.colleague
    assert world.value(group.second, "owner_id") != world.colleague
    assert [answer[:3] for answer in world.answers()] == [("parked_edit", first, "accept"), ("parked_edit", second, "dismiss")]
    assert [edit.id for edit in conflicts.waiting()] == [mine]
    with pytest.raises(NoSuchAnswer):
        conflicts.accept([mine])


def test_a_sites_questions_are_those_of_all_that_hangs_on_it(
    world: ExchangeWorld, group: Group, conflicts: ConflictService
) -> None:
    from crmdesk.services.contacts import ContactService

    added = ContactService(world.store).add(group.first.id, {"name": "王五", "mobile": "138"})
    world.conflict(RecordKey(RecordKind.CONTACT, added.rows[0].contact_id), "mobile", "138", "139", "137")
    world.conflict(group.second, "phone", "1", "2", "3")
    questions, waiting = conflicts.on_record(group.first)
    assert [(one.record_name, one.account and one.account.name) for one in questions] == [("王五", "马连道店")]
    assert waiting == ()


def test_what_was_settled_is_in_the_records_history(world: ExchangeWorld, group: Group, conflicts: ConflictService) -> None:
    asked = world.conflict(group.first, "phone", "1", "2", "3")
    conflicts.ask([asked], "?")
    conflicts.use_mine([asked])
    entry = HistoryService(world.store).of_record(RecordKind.SITE, group.first.id)[0]
    assert (entry.action, entry.user_name) == ("settle", "李雷")
    assert [(change.field, change.old, change.new) for change in entry.changes] == [("phone", "2", "3")]
