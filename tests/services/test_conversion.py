"""A qualified lead becomes an account, and becomes a lead again; nothing of it is lost on either way."""

from datetime import date
from typing import Any

import pytest

from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.conversion import BuiltUpon, ConversionService, NotConverted
from crmdesk.services.conversion_plan import AlreadyConverted, ConversionOrder, Joins, LeadWithoutOwner, NotQualified
from crmdesk.services.notes import NoteService
from crmdesk.services.opportunities import OpportunityService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.site_premises import SamePremises
from crmdesk.services.store_check import StoreCheck
from crmdesk.services.undo import UndoService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from tests.services.conftest import Group

VALUES: dict[str, Any] = {
    "company_name": "长江石化销售有限公司",
    "person": "韩梅梅",
    "job_title": "采购经理",
    "mobile": "13800000000",
    "phone": "021-50000000",
    "city": "上海市",
    "district": "浦东新区",
    "street": "世纪大道100号",
    "campaign": "广交会",
    "note": "要冷柜",
    "status": "qualified",
}


def lead_in(store: Store, **values: Any) -> str:
    """Store a lead with two follow-ups, by default qualified and mine; return its id."""
    lead = new_id()
    with store.unit_of_work() as uow:
        me = record_rows.current_user(uow.connection)
        row = {**VALUES, "owner_id": me, **values}
        record_rows.insert(
            uow.connection, RecordKind.LEAD, {"id": lead, **{key: one for key, one in row.items() if one is not None}}
        )
        for number, text in enumerate(("来电询价", "已寄样本")):
            entry = {"id": new_id(), "lead_id": lead, "kind": "call", "happened_at": f"2026-11-0{number + 1}T08:00:00.000Z"}
            record_rows.insert(uow.connection, RecordKind.FOLLOW_UP, {**entry, "text": text, "author_id": me})
        uow.commit()
    return lead


def row_of(store: Store, kind: RecordKind, record: str) -> dict[str, Any]:
    with store.read() as connection:
        return dict(record_rows.fetch(connection, kind, record) or {})


def everything(store: Store) -> dict[str, list[Any]]:
    """Return all living rows of the tables a conversion writes."""
    with store.read() as connection:
        return {
            table: [
                tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} WHERE deleted_at IS NULL ORDER BY n")
            ]
            for table in (
                "lead",
                "company",
                "site",
                "contact",
                "position",
                "activity",
                "opportunity",
                "opportunity_contact",
                "conversion",
            )
        }


def test_everything_is_made_new(ready_store: Store) -> None:
    service = ConversionService(ready_store)
    lead = lead_in(ready_store)
    done = service.convert(lead, ConversionOrder(opportunity={"amount": "20万", "closes_on": "2026-12-31"}))
    company = AccountService(ready_store).open(done.company)
    site = AccountService(ready_store).open(done.site)
    assert (company.values["legal_name"], company.values["code"]) == ("长江石化销售有限公司", "CJSHXS")
    assert (site.name, site.values["status"], site.values["street"]) == ("浦东新区", "fighting", "世纪大道100号")
    assert str(site.values["code"]).startswith("CJSHXS-")
    people = ContactService(ready_store).of_site(done.site.id)
    assert [(one.name, one.title, one.mobile) for one in people] == [("韩梅梅", "采购经理", "138 0000 0000")]
    opportunity = OpportunityService(ready_store).of_site(done.site.id)[0]
    assert (str(opportunity.money), opportunity.values["campaign"], opportunity.lead_id) == ("200,000.00 CNY", "广交会", lead)
    assert [one.name for one in opportunity.people] == ["韩梅梅"]
    with ready_store.read() as connection:
        activities = connection.exec_driver_sql(
            "SELECT text, happened_at FROM activity WHERE site_id=? ORDER BY n", (done.site.id,)
        ).all()
    assert [tuple(one) for one in activities] == [
        ("来电询价", "2026-11-01T08:00:00.000Z"),
        ("已寄样本", "2026-11-02T08:00:00.000Z"),
    ]
    stored = row_of(ready_store, RecordKind.LEAD, lead)
    assert (stored["status"], stored["site_id"], stored["company_id"]) == ("converted", done.site.id, done.company.id)
    assert StoreCheck(ready_store).full().is_sound


@pytest.mark.parametrize(
    ("values", "error"),
    [({"status": "working"}, NotQualified), ({"owner_id": None}, LeadWithoutOwner), ({"status": "converted"}, AlreadyConverted)],
)
def test_only_a_qualified_lead_with_an_owner_is_converted(
    ready_store: Store, values: dict[str, Any], error: type[CrmError]
) -> None:
    lead = lead_in(ready_store, **values)
    before = everything(ready_store)
    with pytest.raises(error):
        ConversionService(ready_store).convert(lead)
    assert everything(ready_store) == before


def test_what_exists_is_found_and_joined_and_only_blanks_are_filled(ready_store: Store, group: Group) -> None:
    service, accounts = ConversionService(ready_store), AccountService(ready_store)
    accounts.save(group.first, {"phone": "010-63270000"})
    person = ContactService(ready_store).add(group.first.id, {"name": "韩梅梅", "email": "han@example.cn"}).rows[0]
    lead = lead_in(
        ready_store,
        company_name="北京家乐福商业有限公司",
        city="北京市",
        district=None,
        street="马连道11号",
        email="other@example.cn",
    )
    plan = service.plan(lead)
    assert plan.companies[0].key == group.company
    plan = service.plan(lead, Joins(company_id=group.company.id))
    assert (plan.sites[0].key, plan.sites[0].why) == (group.first, "premises")
    plan = service.plan(lead, Joins(site_id=group.first.id, contact_id=plan.contacts[0].key.id))
    effects = {(one.target, one.field): one.effect.value for one in plan.carried}
    assert effects[RecordKind.SITE, "phone"] == "choice"
    assert effects[RecordKind.SITE, "note"] == "fill"
    assert effects[RecordKind.SITE, "address_text"] == "same"
    assert effects[RecordKind.CONTACT, "email"] == "choice"
    done = service.convert(lead, ConversionOrder(plan.joins, taken=frozenset({(RecordKind.CONTACT, "email")})))
    assert (done.company, done.site, done.contact_id) == (group.company, group.first, person.contact_id)
    site = accounts.open(group.first)
    assert (site.values["phone"], site.values["note"]) == ("010 6327 0000", "要冷柜")
    assert ContactService(ready_store).of_site(group.first.id)[0].email == "other@example.cn"
    assert len(ContactService(ready_store).of_site(group.first.id)) == 1


def test_a_known_person_gets_a_job_at_the_new_site(ready_store: Store, group: Group) -> None:
    person = ContactService(ready_store).add(group.first.id, {"name": "韩梅梅"}).rows[0]
    lead = lead_in(ready_store)
    order = ConversionOrder(Joins(company_id=group.company.id, contact_id=person.contact_id))
    done = ConversionService(ready_store).convert(lead, order)
    assert [one.contact_id for one in ContactService(ready_store).of_site(done.site.id)] == [person.contact_id]
    assert [one.title for one in ContactService(ready_store).of_site(done.site.id)] == ["采购经理"]


def test_a_second_site_at_the_same_address_is_refused_and_nothing_is_left(ready_store: Store, group: Group) -> None:
    lead = lead_in(ready_store, city="北京市", district=None, street="马连道11号")
    before = everything(ready_store)
    with pytest.raises(SamePremises):
        ConversionService(ready_store).convert(lead, ConversionOrder(Joins(company_id=group.company.id)))
    assert everything(ready_store) == before


def test_what_is_typed_goes_before_what_is_carried(ready_store: Store) -> None:
    typed: dict[tuple[RecordKind, str], object] = {
        (RecordKind.COMPANY, "short_name"): "长江石化",
        (RecordKind.COMPANY, "code"): "CJ",
        (RecordKind.SITE, "name"): "总部",
    }
    done = ConversionService(ready_store).convert(lead_in(ready_store), ConversionOrder(typed=typed))
    assert AccountService(ready_store).open(done.company).values["code"] == "CJ"
    assert AccountService(ready_store).open(done.site).name == "总部"


@pytest.mark.parametrize("by_service", [True, False])
def test_a_conversion_is_taken_back_as_a_whole(ready_store: Store, group: Group, *, by_service: bool) -> None:
    service = ConversionService(ready_store)
    lead = lead_in(ready_store, city="北京市", district=None, street="马连道11号")
    before = everything(ready_store)
    service.convert(lead, ConversionOrder(Joins(site_id=group.first.id), opportunity={}))
    if by_service:
        service.undo(lead)
    else:
        UndoService(ready_store).undo_last()
    assert everything(ready_store) == before
    assert StoreCheck(ready_store).full().is_sound
    with pytest.raises(NotConverted):
        service.undo(lead)


def test_undo_stays_possible_until_something_was_built_on_it(ready_store: Store) -> None:
    service = ConversionService(ready_store)
    lead = lead_in(ready_store)
    done = service.convert(lead)
    AccountService(ready_store).create_company({"legal_name": "无关公司"})
    assert service.built_on(lead) == ()
    note = NoteService(ready_store).add(done.site.id, "拜访")
    AccountService(ready_store).save(done.company, {"short_name": "长江"})
    with pytest.raises(BuiltUpon) as caught:
        service.undo(lead)
    assert {(one.kind, one.name, one.field, one.user) for one in caught.value.built} == {
        (RecordKind.ACTIVITY, "拜访", None, "李雷"),
        (RecordKind.COMPANY, "长江", "short_name", "李雷"),
    }
    UndoService(ready_store).undo_last()
    NoteService(ready_store).remove(note.note_id)
    service.undo(lead)
    assert row_of(ready_store, RecordKind.LEAD, lead)["status"] == "qualified"


def test_who_developed_whom_is_listed_by_period(ready_store: Store, group: Group) -> None:
    service = ConversionService(ready_store)
    first = service.convert(lead_in(ready_store))
    second = service.convert(lead_in(ready_store), ConversionOrder(Joins(company_id=group.company.id)))
    today = date.today()  # noqa: DTZ011 - the list is by local days
    found = service.developed(today, today)
    third = service.convert(lead_in(ready_store), ConversionOrder(Joins(company_id=group.company.id, site_id=second.site.id)))
    found = service.developed(today, today)
    assert [(one.site, one.user, one.is_new_company, one.is_new_site) for one in found] == [
        (third.site, "李雷", False, False),
        (second.site, "李雷", False, True),
        (first.site, "李雷", True, True),
    ]
    service.undo(found[0].lead_id)
    found = service.developed(today, today)
    assert service.developed(date(2020, 1, 1), date(2020, 12, 31)) == ()
    assert service.developed(today, today, "nobody") == ()
    service.undo(found[0].lead_id)
    assert [one.site for one in service.developed(today, today)] == [first.site]


def test_a_lead_without_a_company_becomes_a_site_named_after_the_person(ready_store: Store) -> None:
    lead = lead_in(ready_store, company_name=None, city=None, district=None, street=None)
    done = ConversionService(ready_store).convert(lead)
    assert AccountService(ready_store).open(RecordKey(RecordKind.COMPANY, done.company.id)).name == "韩梅梅"
    assert AccountService(ready_store).open(done.site).name == "韩梅梅"
