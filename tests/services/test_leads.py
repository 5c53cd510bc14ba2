"""Leads as records: what is stored, what is refused, and that every command is one action that can be taken back."""

from datetime import UTC, date, datetime

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.errors import ChangedMeanwhile, InvalidField, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActivityKind, LeadStatus, PoolRole, RecordKind, Taxonomy
from crmdesk.services.lead_lists import LeadLists
from crmdesk.services.lead_values import LeadConverted, LeadWithoutName, OwnerOrPool
from crmdesk.services.leads import LeadService, NotPoolAdministrator, StatusByDialog
from crmdesk.services.opportunities import OpportunityNeedsSite, OpportunityService
from crmdesk.services.record_values import FieldRequired, UnknownField
from crmdesk.services.taxonomies import TaxonomyService
from crmdesk.services.undo import UndoService
from crmdesk.services.users import UserService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture
def leads(ready_store: Store) -> LeadService:
    return LeadService(ready_store)


@pytest.fixture
def reason(ready_store: Store) -> str:
    taxonomies = TaxonomyService(ready_store)
    return taxonomies.add(Taxonomy.DISQUALIFY_REASON, {"code": "own_no_need", "name": "没有需求"})[0]


def _pool(store: Store, name: str = "华东公海") -> str:
    pool = new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.POOL, {"id": pool, "name": name})
        uow.commit()
    return pool


def _me(store: Store) -> str:
    return next(user.id for user in UserService(store).all() if user.is_me)


def _convert(store: Store, lead: str) -> None:
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.LEAD, lead, {"status": "converted"})
        uow.commit()


def test_a_new_lead_is_mine_tidied_and_measured(leads: LeadService, ready_store: Store) -> None:
    with frozen_at(NOON):
        saved = leads.create({"company_name": " 上海 海立 电器 ", "mobile": "13800138000", "city": "上海市", "note": ""})
    record = saved.record
    assert (record.name, record.status, record.owner, record.is_mine) == ("上海 海立 电器", LeadStatus.NEW, "李雷", True)
    assert record.values["mobile"] == "138 0013 8000"
    assert record.values["owned_since"] == "2026-11-23T04:00:00.000Z"
    assert record.completeness == 30
    assert saved.changes.concerns("lead", record.id)
    assert leads.open(record.id) == record
    assert not record.is_provisional
    assert record.probability is None


def test_a_lead_may_wait_in_a_pool(leads: LeadService, ready_store: Store) -> None:
    pool = _pool(ready_store)
    record = leads.create({"person": "王芳"}, pool_id=pool).record
    assert (record.name, record.owner, record.pool, record.is_mine) == ("王芳", None, "华东公海", False)
    assert record.values["pooled_at"] is not None


def test_owner_and_pool_exclude_each_other(leads: LeadService, ready_store: Store) -> None:
    with pytest.raises(OwnerOrPool):
        leads.create({"person": "王芳"}, owner_id=_me(ready_store), pool_id=_pool(ready_store))


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"city": "上海市"}, LeadWithoutName),
        ({"company_name": "  ", "person": ""}, LeadWithoutName),
        ({"person": "王芳", "status": "converted"}, UnknownField),
        ({"person": "王芳", "owner_id": "x"}, UnknownField),
        ({"person": "王芳", "next_step_on": "soon"}, InvalidField),
        ({"person": "王芳", "headcount": "many"}, InvalidField),
    ],
)
def test_what_is_no_lead_is_refused(leads: LeadService, values: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        leads.create(values)


@pytest.mark.parametrize("place", ["owner_id", "pool_id"])
def test_an_owner_or_pool_that_is_not_there_is_refused(leads: LeadService, place: str) -> None:
    with pytest.raises(RecordNotFound):
        leads.create({"person": "王芳"}, **{place: "nobody"})


def test_saving_changes_only_what_was_changed(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立", "city": "上海市"}).record
    record = leads.save(lead.id, {"city": "苏州市", "email": "a@b.cn"}, {"city": "上海市", "email": None}).record
    assert (record.values["city"], record.values["email"], record.completeness) == ("苏州市", "a@b.cn", 30)


def test_saving_over_what_somebody_else_changed_is_refused(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立", "city": "上海市"}).record
    leads.save(lead.id, {"city": "苏州市"})
    with pytest.raises(ChangedMeanwhile):
        leads.save(lead.id, {"city": "无锡市"}, {"city": "上海市"})


def test_a_lead_keeps_a_name(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立"}).record
    with pytest.raises(LeadWithoutName):
        leads.save(lead.id, {"company_name": ""})
    assert leads.save(lead.id, {"company_name": "", "person": "王芳"}).record.name == "王芳"


def test_a_follow_up_is_kept_and_moves_the_lead_on(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立", "next_step": "打电话", "next_step_on": "2026-11-20"}).record
    with frozen_at(NOON):
        changes = leads.follow_up([lead.id], ActivityKind.CALL, "有兴趣，要报价", "送样品", date(2026, 11, 30))
    record = leads.open(lead.id)
    assert record.status is LeadStatus.WORKING
    assert (record.values["next_step"], record.values["next_step_on"]) == ("送样品", "2026-11-30")
    assert record.values["last_follow_up_at"] == "2026-11-23T04:00:00.000Z"
    (entry,) = leads.follow_ups(lead.id)
    assert (entry.kind, entry.text, entry.author, entry.happened_at) == (ActivityKind.CALL, "有兴趣，要报价", "李雷", NOON)
    assert changes.concerns("follow_up", entry.id)
    assert changes.concerns("lead", lead.id)


def test_an_older_follow_up_does_not_move_the_last_one_back(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立"}).record
    leads.follow_up([lead.id], ActivityKind.CALL, "second", happened_at=NOON)
    leads.follow_up([lead.id], ActivityKind.VISIT, "first", happened_at=NOON.replace(day=1))
    assert leads.open(lead.id).values["last_follow_up_at"] == "2026-11-23T04:00:00.000Z"
    assert [entry.text for entry in leads.follow_ups(lead.id)] == ["second", "first"]


def test_a_follow_up_without_next_step_leaves_nothing_planned(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立", "next_step": "打电话", "next_step_on": "2026-11-20"}).record
    leads.follow_up([lead.id], ActivityKind.CALL, "没人接")
    record = leads.open(lead.id)
    assert (record.values["next_step"], record.values["next_step_on"]) == (None, None)


def test_a_follow_up_needs_a_text(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立"}).record
    with pytest.raises(FieldRequired):
        leads.follow_up([lead.id], ActivityKind.CALL, " ")
    assert leads.follow_ups(lead.id) == ()


def test_assigning_hands_a_lead_over(leads: LeadService, ready_store: Store) -> None:
    han, _ = UserService(ready_store).add("韩梅梅")
    mine = leads.create({"company_name": "海立"}).record
    pooled = leads.create({"company_name": "美的"}, pool_id=_pool(ready_store)).record
    with frozen_at(NOON):
        leads.assign([mine.id, pooled.id], han)
    for lead in (mine, pooled):
        record = leads.open(lead.id)
        assert (record.owner, record.pool, record.values["pooled_at"]) == ("韩梅梅", None, None)
        assert record.values["owned_since"] == "2026-11-23T04:00:00.000Z"
    assert leads.open(mine.id).former_owner == "李雷"
    assert not leads.assign([mine.id], han)


def test_only_administrators_hand_out_what_waits_in_their_pool(leads: LeadService, ready_store: Store) -> None:
    han, _ = UserService(ready_store).add("韩梅梅")
    pool = _pool(ready_store)
    lead = leads.create({"company_name": "美的"}, pool_id=pool).record
    member = {"id": new_id(), "pool_id": pool, "user_id": han, "role": PoolRole.ADMINISTRATOR.value}
    with ready_store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.POOL_MEMBER, member)
        uow.commit()
    with pytest.raises(NotPoolAdministrator, match="美的 waits in the pool 华东公海"):
        leads.assign([lead.id], _me(ready_store))
    with ready_store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.POOL_MEMBER, member["id"], {"user_id": _me(ready_store)})
        uow.commit()
    leads.assign([lead.id], _me(ready_store))
    assert leads.open(lead.id).is_mine


def test_disqualifying_needs_a_reason_of_that_kind_and_reopening_forgets_it(
    leads: LeadService, ready_store: Store, reason: str
) -> None:
    lead = leads.create({"company_name": "海立"}).record
    with pytest.raises(FieldRequired):
        leads.disqualify([lead.id], None)
    source = TaxonomyService(ready_store).terms(Taxonomy.SOURCE)[0].id
    with pytest.raises(RecordNotFound):
        leads.disqualify([lead.id], source)
    leads.disqualify([lead.id], reason, date(2027, 3, 1))
    record = leads.open(lead.id)
    assert (record.status, record.reason, record.values["look_again_on"]) == (LeadStatus.DISQUALIFIED, "没有需求", "2027-03-01")
    leads.reopen([lead.id])
    record = leads.open(lead.id)
    assert (record.status, record.reason, record.values["look_again_on"]) == (LeadStatus.NEW, None, None)


def test_a_lead_somebody_had_spoken_to_is_taken_up_as_a_working_one(leads: LeadService, reason: str) -> None:
    lead = leads.create({"company_name": "海立"}).record
    leads.follow_up([lead.id], ActivityKind.CALL, "不要")
    leads.disqualify([lead.id], reason)
    leads.reopen([lead.id])
    assert leads.open(lead.id).status is LeadStatus.WORKING


@pytest.mark.parametrize("status", [LeadStatus.QUALIFIED, LeadStatus.DISQUALIFIED, LeadStatus.CONVERTED])
def test_statuses_that_follow_from_a_decision_are_not_set(leads: LeadService, status: LeadStatus) -> None:
    lead = leads.create({"company_name": "海立"}).record
    with pytest.raises(StatusByDialog):
        leads.set_status([lead.id], status)
    leads.set_status([lead.id], LeadStatus.WORKING)
    assert leads.open(lead.id).status is LeadStatus.WORKING


def test_a_converted_lead_is_closed(leads: LeadService, ready_store: Store, reason: str) -> None:
    lead = leads.create({"company_name": "海立"}).record.id
    _convert(ready_store, lead)
    assert leads.open(lead).is_closed
    for command in (
        lambda: leads.save(lead, {"city": "上海市"}),
        lambda: leads.follow_up([lead], ActivityKind.CALL, "x"),
        lambda: leads.assign([lead], _me(ready_store)),
        lambda: leads.disqualify([lead], reason),
        lambda: leads.reopen([lead]),
        lambda: leads.set_status([lead], LeadStatus.NEW),
        lambda: leads.delete([lead]),
    ):
        with pytest.raises(LeadConverted, match="海立"):
            command()


def test_a_lead_carries_no_opportunity(leads: LeadService, ready_store: Store) -> None:
    lead = leads.create({"company_name": "海立"}).record.id
    with pytest.raises(OpportunityNeedsSite):
        OpportunityService(ready_store).create({"name": "压缩机", "site_id": lead})


def test_one_that_is_gone_spoils_the_whole_command(leads: LeadService) -> None:
    lead = leads.create({"company_name": "海立"}).record.id
    with pytest.raises(RecordNotFound):
        leads.follow_up([lead, "gone"], ActivityKind.CALL, "x")
    assert leads.follow_ups(lead) == ()


def _answered(store: Store, lead: str) -> tuple[str, str]:
    """A round of qualification with one answer."""
    round_, answer = new_id(), new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(
            uow.connection,
            RecordKind.QUALIFICATION,
            {"id": round_, "lead_id": lead, "set_id": "s", "started_at": "2026-11-23T04:00:00.000Z"},
        )
        record_rows.insert(
            uow.connection, RecordKind.ANSWER, {"id": answer, "qualification_id": round_, "criterion_id": "c", "value": "yes"}
        )
        uow.commit()
    return round_, answer


def test_deleting_takes_along_what_hangs_on_it_two_levels_down_and_undo_brings_it_back(
    leads: LeadService, ready_store: Store
) -> None:
    lead = leads.create({"company_name": "海立"}).record.id
    leads.follow_up([lead], ActivityKind.CALL, "有兴趣")
    round_, answer = _answered(ready_store, lead)
    leads.delete([lead])
    with pytest.raises(RecordNotFound):
        leads.open(lead)
    with ready_store.read() as connection:
        assert record_rows.fetch(connection, RecordKind.QUALIFICATION, round_) is None
        assert record_rows.fetch(connection, RecordKind.ANSWER, answer) is None
    UndoService(ready_store).undo_last()
    assert leads.open(lead).name == "海立"
    assert len(leads.follow_ups(lead)) == 1
    with ready_store.read() as connection:
        assert record_rows.fetch(connection, RecordKind.ANSWER, answer) is not None


@pytest.mark.parametrize("what", ["follow_up", "assign", "disqualify", "set_status", "save"])
def test_every_command_is_one_action_that_is_taken_back(leads: LeadService, ready_store: Store, reason: str, what: str) -> None:
    han, _ = UserService(ready_store).add("韩梅梅")
    ids = [leads.create({"company_name": name}).record.id for name in ("海立", "美的", "格力")]
    before = [leads.open(lead) for lead in ids]
    if what == "follow_up":
        leads.follow_up(ids, ActivityKind.VISIT, "展会", "回访", date(2026, 12, 1))
    elif what == "assign":
        leads.assign(ids, han)
    elif what == "disqualify":
        leads.disqualify(ids, reason)
    elif what == "set_status":
        leads.set_status(ids, LeadStatus.WORKING)
    else:
        leads.save(ids[0], {"company_name": "海立二厂", "headcount": 30})
    assert [leads.open(lead) for lead in ids] != before
    UndoService(ready_store).undo_last()
    assert [leads.open(lead) for lead in ids] == before
    assert all(leads.follow_ups(lead) == () for lead in ids)


def test_what_waits_in_a_pool_that_masks_shows_phone_and_mail_in_part(leads: LeadService, ready_store: Store) -> None:
    pool = _pool(ready_store)
    with ready_store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.POOL, pool, {"masks_contacts": 1})
        uow.commit()
    lead = leads.create({"company_name": "美的", "mobile": "13800138000", "email": "wang@midea.cn"}, pool_id=pool).record
    assert (lead.is_masked, lead.values["mobile"], lead.values["email"]) == (True, "138 **** 8000", "w****@midea.cn")
    (row,) = LeadLists(ready_store).page().rows
    assert (row.mobile, row.phone, row.email) == ("138 **** 8000", None, "w****@midea.cn")
    leads.assign([lead.id], _me(ready_store))
    assert leads.open(lead.id).values["mobile"] == "138 0013 8000"
    assert LeadLists(ready_store).page().rows[0].email == "wang@midea.cn"
