"""The issue's own example: an account with twelve addresses, contacts and notes is split, checked, undone, split again."""

import pytest

from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.splitting.plan import SiteOrigin, SplitPlan
from crmdesk.services.splitting.service import SplitService
from crmdesk.services.store_check import StoreCheck
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.splitting.twelve import counts, everything, make_twelve

PLACES = {
    "艾克米",
    "艾克米 – 浦东仓库",
    "艾克米 – 昆山工厂",
    "艾克米 – 北京朝阳办事处",
    "艾克米 – 广州天河",
    "艾克米 – 成都武侯展厅",
    "艾克米 – 深圳南山门店",
}


def where(plan: SplitPlan) -> dict[str, str]:
    """Return child's name → name of the site it goes to."""
    (account,) = plan.accounts
    return {child.name: account.site(child.site).name for child in account.children}


def test_the_proposal_names_the_places_and_what_goes_where(ready_store: Store) -> None:
    twelve = make_twelve(ready_store)
    plan = SplitService(ready_store).propose([twelve.company])
    (account,) = plan.accounts
    assert {site.name for site in account.sites} == PLACES
    assert {site.place_kind for site in account.new_sites} == {"warehouse", "factory", "representative", "store", None}
    assert [unit.floor for unit in account.sites[0].units] == ["11楼", "17楼"]
    goes = where(plan)
    assert goes["王芳"] == goes["周杰"] == goes["签了框架合同"] == goes["客户很满意"] == "艾克米"
    assert goes["上海市黄浦区南京东路300号"] == goes["上海市邮政信箱200-123"] == "艾克米"
    assert goes["李强"] == goes["看了新产线"] == goes["昆山那边要加货"] == goes["电话没人接"] == "艾克米 – 昆山工厂"
    assert goes["陈刚"] == goes["去世纪大道500号仓库送样品"] == "艾克米 – 浦东仓库"


def test_split_check_undo_split_again(ready_store: Store) -> None:
    twelve = make_twelve(ready_store)
    service, before, held = SplitService(ready_store), everything(ready_store), counts(ready_store)
    done = service.apply(service.propose([twelve.site]))
    assert (done.sites, done.units, done.changes.action) == (6, 2, ActionKind.SPLIT)
    assert {row.name for row in done.stayed} == {"周杰", "客户很满意"}
    assert counts(ready_store) == {**held, "site": held["site"] + 6, "unit": held["unit"] + 2}
    assert not StoreCheck(ready_store).full().findings
    assert not service.propose([twelve.company]).accounts

    undone = UndoService(ready_store).undo_last()
    assert undone.action is ActionKind.SPLIT
    assert undone.skipped_total == 0
    assert everything(ready_store) == before

    again = service.apply(service.propose([twelve.company]))
    assert (again.sites, again.moved) == (done.sites, done.moved)
    assert not StoreCheck(ready_store).full().findings


def test_new_sites_have_what_the_account_has_but_not_its_grade(ready_store: Store) -> None:
    twelve = make_twelve(ready_store)
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "UPDATE site SET grade='A', status='existing', customer_kind='end' WHERE id=?", (twelve.site.id,)
        )
        uow.commit()
    done = SplitService(ready_store).apply(SplitService(ready_store).propose([twelve.site]))
    with ready_store.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, grade, status, customer_kind, premises_key, sort_key FROM site").all()
    made = {key.id for key in done.made.values()}
    assert {row[1:4] for row in rows if row[0] in made} == {(None, "existing", "end")}
    assert all(row[4] and row[5] for row in rows if row[0] in made)


@pytest.mark.parametrize("chosen", ["site", "company"])
def test_what_a_person_corrects_is_what_happens(ready_store: Store, chosen: str) -> None:
    twelve = make_twelve(ready_store)
    service = SplitService(ready_store)
    plan = service.propose([getattr(twelve, chosen)])
    (account,) = plan.accounts
    by_name = {site.name: site.key for site in account.sites}
    child = {child.name: child.key for child in account.children}
    factory, store, beijing = by_name["艾克米 – 昆山工厂"], by_name["艾克米 – 深圳南山门店"], by_name["艾克米 – 北京朝阳办事处"]
    plan = plan.reassigned(account.id, [child["客户很满意"]], factory)
    plan = plan.renamed(factory, "艾克米 – 昆山一厂").merged(store, beijing).dropped(by_name["艾克米 – 广州天河"])
    done = service.apply(plan)
    assert done.sites == 4
    with ready_store.read() as connection:
        notes = connection.exec_driver_sql("SELECT a.text, s.name FROM activity a JOIN site s ON s.id=a.site_id")
        site = {row[0]: row[1] for row in notes}
        people = connection.exec_driver_sql(
            "SELECT c.name, s.name FROM position p JOIN contact c ON c.id=p.contact_id JOIN site s ON s.id=p.site_id"
        )
        person = {row[0]: row[1] for row in people}
    assert site["客户很满意"] == "艾克米 – 昆山一厂"
    assert site["寄资料到深圳市南山区科技园科苑路15号, 深圳门店开业"] == "艾克米 – 北京朝阳办事处"
    assert person["赵敏"] == "艾克米"


def test_a_place_the_company_has_already_is_not_made_again(ready_store: Store) -> None:
    from crmdesk.services.accounts import AccountService

    twelve = make_twelve(ready_store)
    AccountService(ready_store).create_site(
        {"name": "老仓库", "company_id": twelve.company.id, "city": "上海市", "street": "世纪大道500号"}
    )
    (account,) = SplitService(ready_store).propose([twelve.site]).accounts
    site = next(site for site in account.sites if site.name == "老仓库")
    assert site.origin is SiteOrigin.EXISTING
    assert "上海市浦东新区世纪大道500号" in {child.name for child in account.children if child.site == site.key}
