"""A laptop that carries its person's customers and chosen companies only: nothing else stays, nothing of theirs is missing, no edit is lost."""

from collections.abc import Callable

import pytest

from crmdesk.storage.carried_rows import CompanyHere
from crmdesk.sync.connecting import is_connected
from crmdesk.sync.subscription import Carried, CarriedCompany, carried, carry, companies_carried, companies_described
from tests.sync.laptops import LI, Laptop, due_to
from tests.sync.twin.centre import Hub

GROUP, ACME, BIG, SMALL = "c0" * 16, "c1" * 16, "c2" * 16, "c3" * 16
MINE, HERS, HERS_TOO = "51" * 16, "52" * 16, "53" * 16
PERSON, HER_PERSON = "d1" * 16, "d2" * 16
OTHER = "33" * 16


@pytest.fixture
def other(laptop_of: Callable[[str], Laptop], hub: Hub) -> Laptop:
    """A colleague of Li's in the same team, who entered everything."""
    from tests.sync.laptops import EAST
    from tests.sync.twin import office

    office.add_person(hub.state, OTHER, "王芳", EAST)
    laptop = laptop_of(OTHER)
    laptop.exchange()
    laptop.insert("company", GROUP, kind="group", legal_name="集团")
    laptop.insert("company", ACME, kind="legal", legal_name="全球商业", parent_id=GROUP)
    laptop.insert("company", BIG, kind="group", legal_name="大集团", code="BIG")
    laptop.insert("company", SMALL, kind="legal", legal_name="小公司", parent_id=BIG)
    for site, company, owner in ((MINE, ACME, LI), (HERS, ACME, OTHER), (HERS_TOO, SMALL, OTHER)):
        laptop.insert("site", site, company_id=company, name="店", status="fighting", owner_id=owner)
    for number, (person, site) in enumerate(((PERSON, MINE), (HER_PERSON, HERS_TOO))):
        laptop.insert("contact", person, name="陈")
        laptop.insert("position", f"e{number}" * 16, contact_id=person, site_id=site)
        laptop.insert("activity", f"a{number}" * 16, site_id=site, kind="note", text="记", happened_at="2026-11-23T08:00:00.000Z")
    laptop.exchange()
    return laptop


def ids(laptop: Laptop, table: str) -> set[str]:
    return {row[0] for row in laptop.rows(f"SELECT id FROM {table}")}


def everything(laptop: Laptop) -> dict[str, set[str]]:
    return {table: ids(laptop, table) for table in ("company", "site", "contact", "position", "activity")}


OWN = {"company": {GROUP, ACME}, "site": {MINE}, "contact": {PERSON}, "position": {"e0" * 16}, "activity": {"a0" * 16}}


@pytest.mark.parametrize("was_here", [False, True], ids=["from the start", "after everything was here"])
def test_only_my_accounts_and_what_is_above_them_stay(other: Laptop, li: Laptop, *, was_here: bool) -> None:
    if was_here:
        li.exchange()
    carry(li.store, Carried.MINE)
    report = li.exchange()
    assert report.removed > 0
    assert everything(li) == OWN
    assert li.one("SELECT count(*) FROM sync_news") == 0
    assert li.one("SELECT site_count FROM company WHERE id=?", ACME) == 1
    assert li.exchange().received == 0
    with li.store.read() as connection:
        assert carried(connection) is Carried.MINE
    assert is_connected(li.store)


def test_a_chosen_company_comes_with_everything_under_it_and_goes_again(other: Laptop, li: Laptop) -> None:
    carry(li.store, Carried.MINE)
    li.exchange()
    carry(li.store, Carried.MINE, ["BIG"])  # it is not here: its code is all one knows
    li.exchange()
    with li.store.read() as connection:
        assert companies_carried(connection) == (BIG,)
    assert everything(li) == {
        "company": {GROUP, ACME, BIG, SMALL},
        "site": {MINE, HERS_TOO},
        "contact": {PERSON, HER_PERSON},
        "position": {"e0" * 16, "e1" * 16},
        "activity": {"a0" * 16, "a1" * 16},
    }
    carry(li.store, Carried.MINE, [])
    li.exchange()
    assert everything(li) == OWN


def chosen(laptop: Laptop) -> tuple[CarriedCompany, ...]:
    with laptop.store.read() as connection:
        return companies_described(connection)


def test_a_chosen_company_is_told_with_what_is_above_and_below_it(other: Laptop, li: Laptop) -> None:
    li.exchange()
    carry(li.store, Carried.MINE, [SMALL, "BIG"])
    big, small = CompanyHere(BIG, "大集团", "BIG", (), 1), CompanyHere(SMALL, "小公司", "", ("大集团",), 1)
    assert chosen(li) == (CarriedCompany(BIG, big), CarriedCompany(SMALL, small))
    li.exchange()
    assert [one.company for one in chosen(li)] == [big, small]


def test_a_code_nobody_has_is_known_as_such_once_it_was_looked_for(other: Laptop, li: Laptop) -> None:
    li.exchange()
    carry(li.store, Carried.MINE, ["NOBODY"])
    assert chosen(li) == (CarriedCompany("NOBODY"),)
    li.exchange()
    assert chosen(li) == (CarriedCompany("NOBODY", is_unknown=True),)
    carry(li.store, Carried.MINE, ["NOBODY", "BIG"])
    assert chosen(li) == (CarriedCompany("BIG"), CarriedCompany("NOBODY")), "both are looked for again"
    li.exchange()
    assert [(one.value, one.is_unknown) for one in chosen(li)] == [(BIG, False), ("NOBODY", True)]


def test_everything_again_is_everything(other: Laptop, li: Laptop, hub: Hub) -> None:
    carry(li.store, Carried.MINE)
    li.exchange()
    carry(li.store, Carried.EVERYTHING)
    li.exchange()
    assert li.content() == due_to(hub, LI)


def test_what_becomes_mine_comes_with_all_that_hangs_on_it(other: Laptop, li: Laptop) -> None:
    carry(li.store, Carried.MINE)
    li.exchange()
    other.set("site", HERS_TOO, owner_id=LI)
    other.exchange()
    li.exchange()
    assert ids(li, "site") == {MINE, HERS_TOO}
    assert ids(li, "activity") == {"a0" * 16, "a1" * 16}
    assert ids(li, "contact") == {PERSON, HER_PERSON}
    assert li.exchange().received == 0


def test_what_i_enter_stays_and_fetches_nothing_anew(other: Laptop, li: Laptop) -> None:
    carry(li.store, Carried.MINE)
    li.exchange()
    li.insert("site", "54" * 16, company_id=ACME, name="新店", status="fighting", owner_id=LI)
    report = li.exchange()
    assert "54" * 16 in ids(li, "site")
    assert report.received <= 2


def test_changes_of_what_is_not_carried_leave_no_trace(other: Laptop, li: Laptop) -> None:
    carry(li.store, Carried.MINE)
    li.exchange()
    other.set("site", HERS, name="新名")
    other.insert("activity", "a9" * 16, site_id=HERS, kind="note", text="记", happened_at="2026-11-23T08:00:00.000Z")
    other.exchange()
    li.exchange()
    assert everything(li) == OWN
    assert li.one("SELECT count(*) FROM sync_news") == 0


def test_an_edit_that_waits_keeps_its_record_until_it_was_sent(other: Laptop, li: Laptop, hub: Hub) -> None:
    li.exchange()
    li.set("site", HERS, name="改")
    carry(li.store, Carried.MINE)
    li.exchange(push=False)
    assert HERS in ids(li, "site")
    li.exchange()
    assert everything(li) == OWN
    assert hub.state.rows["site"][HERS]["name"] == "改"
