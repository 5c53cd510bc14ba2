"""Opportunities of sites and the list of their stages."""

from decimal import Decimal

import pytest

from crmdesk.core.errors import ChangedMeanwhile, RecordNotFound
from crmdesk.core.vocabulary import BuyingRole
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.opportunities import OpportunityNeedsSite, OpportunityService
from crmdesk.services.record_values import FieldRequired
from crmdesk.services.stages import StageService
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def test_an_opportunity_begins_at_the_first_stage_with_the_sites_owner(ready_store: Store, group: Group) -> None:
    record = OpportunityService(ready_store).create({"site_id": group.first.id, "name": "冷柜", "amount": "12.5万"}).record
    assert record.money is not None
    assert (record.money.amount, record.money.currency) == (Decimal("125000.00"), "CNY")
    assert (record.stage.name, record.stage.probability) == ("初步接触", 10)
    assert (record.site.name, [part.name for part in record.path]) == ("马连道店", ["家乐福", "北京家乐福商业有限公司"])
    assert record.owner == "李雷"


def test_a_lead_or_nothing_carries_no_opportunity(ready_store: Store, group: Group) -> None:
    service = OpportunityService(ready_store)
    for wrong in (group.company.id, "0" * 32, None):
        with pytest.raises(OpportunityNeedsSite):
            service.create({"site_id": wrong, "name": "x"} if wrong else {"name": "x"})
    with pytest.raises(FieldRequired):
        service.create({"site_id": group.first.id})


def test_winning_closes_and_going_on_opens_again(ready_store: Store, group: Group) -> None:
    service, stages = OpportunityService(ready_store), StageService(ready_store).all()
    record = service.create({"site_id": group.first.id, "name": "冷柜"}).record
    won = next(stage for stage in stages if stage.is_won)
    service.set_stage([record.id], won.id)
    closed = service.open(record.id)
    assert closed.stage.is_won
    assert closed.values["closed_at"]
    service.set_stage([record.id], stages[2].id)
    assert service.open(record.id).values["closed_at"] is None
    UndoService(ready_store).undo_last()
    assert service.open(record.id).values["closed_at"] == closed.values["closed_at"]


def test_a_form_that_is_out_of_date_saves_nothing(ready_store: Store, group: Group) -> None:
    service = OpportunityService(ready_store)
    record = service.create({"site_id": group.first.id, "name": "冷柜"}).record
    service.save(record.id, {"next_step": "打电话", "next_step_on": "2026-12-01"}, record.values)
    with pytest.raises(ChangedMeanwhile):
        service.save(record.id, {"next_step": "拜访"}, record.values)
    assert service.open(record.id).values["next_step"] == "打电话"


def test_people_are_named_once_with_their_role(ready_store: Store, group: Group) -> None:
    service = OpportunityService(ready_store)
    person = ContactService(ready_store).add(group.first.id, {"name": "韩梅梅", "title": "采购经理"}).rows[0]
    record = service.create({"site_id": group.first.id, "name": "冷柜"}).record
    service.add_person(record.id, person.contact_id)
    found = service.add_person(record.id, person.contact_id, BuyingRole.DECIDES).record.people
    assert [(one.name, one.title, one.role) for one in found] == [("韩梅梅", "采购经理", BuyingRole.DECIDES)]
    assert service.remove_person(record.id, person.contact_id).record.people == ()


def test_a_deleted_site_takes_its_opportunities_along_and_undo_brings_them_back(ready_store: Store, group: Group) -> None:
    service = OpportunityService(ready_store)
    person = ContactService(ready_store).add(group.first.id, {"name": "韩梅梅"}).rows[0]
    record = service.create({"site_id": group.first.id, "name": "冷柜"}).record
    service.add_person(record.id, person.contact_id)
    AccountService(ready_store).delete(group.first)
    with pytest.raises(RecordNotFound):
        service.open(record.id)
    UndoService(ready_store).undo_last()
    assert [one.name for one in service.of_site(group.first.id)[0].people] == ["韩梅梅"]


def test_a_form_saves_fields_and_people_in_one_action(ready_store: Store, group: Group) -> None:
    service, contacts = OpportunityService(ready_store), ContactService(ready_store)
    first, second = (contacts.add(group.first.id, {"name": name}).rows[-1].contact_id for name in ("韩梅梅", "王芳"))
    people = {first: BuyingRole.DECIDES, second: None}
    record = service.create({"site_id": group.first.id, "name": "冷柜"}, people).record
    assert {one.contact_id: one.role for one in record.people} == people
    saved = service.save(record.id, {"name": "冷库"}, {"name": "冷柜"}, {second: BuyingRole.USES}).record
    assert (saved.name, {one.contact_id: one.role for one in saved.people}) == ("冷库", {second: BuyingRole.USES})
    assert service.save(record.id, {}, people={second: BuyingRole.USES}).changes.transaction is None
    UndoService(ready_store).undo_last()
    again = service.open(record.id)
    assert (again.name, {one.contact_id: one.role for one in again.people}) == ("冷柜", people)
