"""What an applied plan keeps: nothing is lost, others' edits are seen, kinds nobody has named yet follow, undo is the identity."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from crmdesk.core.errors import Cancelled
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models import hanging
from crmdesk.models.hanging import Hanging
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.notes import NoteService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.site_parts import SitePartService
from crmdesk.services.splitting.applying import StalePlan
from crmdesk.services.splitting.plan import SplitPlan
from crmdesk.services.splitting.service import NothingToSplit, SplitService
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.splitting.twelve import Twelve, children, counts, everything, make_twelve

ADDRESSES = (
    "上海市浦东新区世纪大道100号11楼",
    "世纪大道100号17楼",
    "上海市浦东新区世纪大道500号",
    "昆山市石浦路188号",
    "北京市朝阳区建国路93号8号楼",
    "上海市邮政信箱200-123",
    "500 Market Street, San Francisco, CA 94105",
    "somewhere",
    "",
)
WORDS = ("昆山", "仓库", "世纪大道500号仓库", "上海", "hello", "Market Street", "世纪大道")


def test_an_empty_plan_is_refused(ready_store: Store) -> None:
    with pytest.raises(NothingToSplit):
        SplitService(ready_store).apply(SplitPlan((), 0, "", 0))


@pytest.mark.parametrize("what", ["note added", "contact renamed", "site edited", "site added", "note changed"])
def test_a_plan_others_edited_under_is_refused_by_name(ready_store: Store, what: str) -> None:
    twelve = make_twelve(ready_store)
    service = SplitService(ready_store)
    plan = service.propose([twelve.site])
    before = counts(ready_store)
    named = _edit(ready_store, twelve, what)
    with pytest.raises(StalePlan, match=named):
        service.apply(plan)
    assert counts(ready_store)["site"] == before["site"] + (what == "site added")
    assert service.apply(service.propose([twelve.site])).sites


def _edit(store: Store, twelve: Twelve, what: str) -> str:
    """Change something as another screen would; return what the refusal names."""
    match what:
        case "note added":
            NoteService(store).add(twelve.site.id, "新的跟进")
            return "艾克米"
        case "note changed":
            notes = NoteService(store)
            note = next(row for row in notes.of_site(twelve.site.id) if row.text == "客户很满意")
            notes.change(note.id, {"text": "不满意"})
            return "客户很满意"
        case "contact renamed":
            contacts = ContactService(store)
            row = next(row for row in contacts.of_site(twelve.site.id) if row.name == "李强")
            contacts.change(row.position_id, {"name": "李刚"})
            return "李强"
        case "site edited":
            AccountService(store).save(twelve.site, {"note": "x"})
            return "艾克米"
        case _:
            AccountService(store).create_site({"name": "新站点", "company_id": twelve.company.id, "street": "别处路1号"})
            return "新站点"


def test_edits_elsewhere_do_not_stand_in_the_way(ready_store: Store) -> None:
    twelve, other = make_twelve(ready_store), make_twelve(ready_store, "别人", "BR")
    service = SplitService(ready_store)
    plan = service.propose([twelve.site])
    NoteService(ready_store).add(other.site.id, "昆山")
    assert service.apply(plan).sites == 6


def test_a_stopped_split_leaves_nothing(ready_store: Store) -> None:
    twelve = make_twelve(ready_store)
    before = everything(ready_store)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        SplitService(ready_store).apply(SplitService(ready_store).propose([twelve.site]), stop)
    assert everything(ready_store) == before


def test_a_kind_declared_later_follows(ready_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    twelve = make_twelve(ready_store)
    with ready_store.unit_of_work() as uow:
        run = uow.connection.exec_driver_sql
        run(
            "CREATE TABLE service_case(n INTEGER PRIMARY KEY, id TEXT, site_id TEXT, contact_id TEXT, opened TEXT, subject TEXT, deleted_at TEXT)"
        )
        contact = run("SELECT id FROM contact WHERE name='李强'").scalar_one()
        run("INSERT INTO service_case(id,site_id,subject) VALUES('case1',?,'昆山设备停机')", (twelve.site.id,))
        run("INSERT INTO service_case(id,site_id,contact_id,subject) VALUES('case2',?,?,'噪音')", (twelve.site.id, contact))
        run("INSERT INTO service_case(id,site_id,subject) VALUES('case3',?,'其他')", (twelve.site.id,))
        uow.commit()
    declared = Hanging(
        "service_case", "site_id", "site", name="r.subject", contact="contact_id", texts=("subject",), day="opened"
    )
    monkeypatch.setattr(hanging, "HANGINGS", (*hanging.HANGINGS, declared))
    SplitService(ready_store).apply(SplitService(ready_store).propose([twelve.site]))
    with ready_store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT c.id, s.name FROM service_case c JOIN site s ON s.id=c.site_id ORDER BY c.id"
        ).all()
    assert [tuple(row) for row in rows] == [("case1", "艾克米 – 昆山工厂"), ("case2", "艾克米 – 昆山工厂"), ("case3", "艾克米")]


def test_a_person_who_works_at_two_sites_keeps_the_other_position(ready_store: Store) -> None:
    twelve = make_twelve(ready_store)
    other = (
        AccountService(ready_store)
        .create_site({"name": "分部", "company_id": twelve.company.id, "street": "别处路1号"})
        .record.key
    )
    with ready_store.unit_of_work() as uow:
        contact = uow.connection.exec_driver_sql("SELECT id FROM contact WHERE name='李强'").scalar_one()
        uow.connection.exec_driver_sql(
            "INSERT INTO position(id,contact_id,site_id,is_main) VALUES('p2',?,?,0)", (contact, other.id)
        )
        uow.commit()
    SplitService(ready_store).apply(SplitService(ready_store).propose([twelve.site]))
    with ready_store.read() as connection:
        names = (
            connection.exec_driver_sql(
                "SELECT s.name FROM position p JOIN site s ON s.id=p.site_id WHERE p.contact_id=? ORDER BY 1", (contact,)
            )
            .scalars()
            .all()
        )
    assert names == ["分部", "艾克米 – 昆山工厂"]


def test_an_account_without_an_address_takes_its_first(ready_store: Store) -> None:
    accounts = AccountService(ready_store)
    company = accounts.create_company({"legal_name": "无址有限公司", "code": "WZ"}).record.key
    site = accounts.create_site({"name": "无址", "company_id": company.id}).record.key
    extra = SitePartService(ready_store, RecordKind.EXTRA_ADDRESS)
    extra.add(site.id, {"use": "delivery", "address_text": "上海市浦东新区世纪大道500号"})
    extra.add(site.id, {"use": "delivery", "address_text": "昆山市石浦路188号"})
    done = SplitService(ready_store).apply(SplitService(ready_store).propose([site]))
    assert done.sites == 1
    assert accounts.open(site).values["street"] == "世纪大道500号"


def test_several_addresses_in_the_account_s_own_field(ready_store: Store) -> None:
    accounts = AccountService(ready_store)
    company = accounts.create_company({"legal_name": "多址有限公司", "code": "DZ"}).record.key
    typed = "上海市浦东新区世纪大道100号\n仓库：昆山市石浦路188号"
    site = accounts.create_site({"name": "多址", "company_id": company.id, "address_text": typed}).record.key
    done = SplitService(ready_store).apply(SplitService(ready_store).propose([site]))
    assert done.sites == 1
    values = accounts.open(site).values
    assert (values["street"], values["address_text"]) == ("世纪大道100号", " ".join(typed.split()))
    (made,) = done.made.values()
    assert accounts.open(made).values["place_kind"] == "warehouse"
    assert not SplitService(ready_store).propose([company]).accounts


texts = st.lists(st.sampled_from((*WORDS, *ADDRESSES)), max_size=3).map(" ".join)
accounts_strategy = st.fixed_dictionaries(
    {
        "own": st.sampled_from(ADDRESSES),
        "extra": st.lists(
            st.tuples(st.sampled_from(["delivery", "billing", "mailing", "other"]), st.sampled_from(ADDRESSES)), max_size=4
        ),
        "people": st.lists(st.tuples(st.sampled_from(ADDRESSES), texts), max_size=3),
        "notes": st.lists(texts, max_size=4),
    }
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(account=accounts_strategy)
@example(  # a text without a town, about a place that stands with its town by then
    account={
        "own": ADDRESSES[0],
        "extra": [],
        "people": [("上海市浦东新区世纪大道500号", ""), (ADDRESSES[0], "世纪大道500号仓库")],
        "notes": [],
    }
)
def test_no_child_is_lost_nothing_is_made_twice_and_undo_is_the_identity(ready_store: Store, account: dict[str, Any]) -> None:
    site = _make(ready_store, account)
    service, before, held = SplitService(ready_store), everything(ready_store), counts(ready_store)
    hanging_there = children(ready_store)
    plan = service.propose([site])
    if not plan.accounts:
        return
    done = service.apply(plan)
    assert counts(ready_store) == {**held, "site": held["site"] + done.sites, "unit": held["unit"] + done.units}
    assert children(ready_store) == hanging_there
    assert not service.propose([site]).accounts
    assert UndoService(ready_store).undo_last().skipped_total == 0
    assert everything(ready_store) == before


def _make(store: Store, account: dict[str, Any]) -> RecordKey:
    accounts = AccountService(store)
    company = accounts.create_company({"legal_name": "随机有限公司"}).record.key
    site = accounts.create_site({"name": "随机", "company_id": company.id, "address_text": account["own"] or None}).record.key
    for use, text in account["extra"]:
        SitePartService(store, RecordKind.EXTRA_ADDRESS).add(site.id, {"use": use, "address_text": text or "x"})
    for address, department in account["people"]:
        ContactService(store).add(site.id, {"name": "某人", "address_text": address, "department": department})
    for text in account["notes"]:
        NoteService(store).add(site.id, text or "空")
    return site
