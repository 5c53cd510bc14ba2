"""What came from the centre, as the person meets it: found by search, in order, counted; edits that wait are not touched."""

from collections.abc import Callable

import pytest

from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.search import SearchService
from crmdesk.storage.invariants import broken_rules
from crmdesk.sync.applying import Received, apply_pages, ready_page
from crmdesk.sync.protocol import Page
from tests.sync.laptops import BOSS, EAST, LI, Laptop, due_to
from tests.sync.twin import office
from tests.sync.twin.centre import Hub

ACME, SHOP, OTHER = "c1" * 16, "51" * 16, "52" * 16
ROW = ("id", "team_id", "rv", "deleted_at", "merged_into", "extra", "kind", "legal_name")


def _apply(laptop: Laptop, page: Page, *, is_first: bool = False) -> Received:
    received = Received()
    with laptop.store.unit_of_work(action=ActionKind.EXCHANGE) as uow:
        apply_pages(uow, [page], [EAST], received, at="2026-11-23T08:00:00.000Z", is_first=is_first)
        uow.commit()
    return received


def _company(rv: int = 5, **values: object) -> Page:
    service = {"id": ACME, "team_id": EAST, "rv": rv, "deleted_at": None, "merged_into": None, "extra": "{}"}
    row = {**service, "kind": "legal", "legal_name": "全球商业", **values}
    return Page(
        head=rv,
        columns={"company": list(row)},
        rows={"company": [list(row.values())]},
        commits={rv: (BOSS, "2026-11-22T08:00:00.000Z")},
    )


@pytest.mark.parametrize("is_first", [True, False])
def test_a_store_after_pages_keeps_every_rule(li: Laptop, hub: Hub, *, is_first: bool) -> None:
    if not is_first:
        li.exchange()
    office.put(hub.state, "company", ACME, EAST, kind="legal", legal_name="全球商业有限公司", parent_id=None, code="QQSY")
    office.put(hub.state, "company", OTHER, EAST, kind="branch", legal_name="上海分公司", parent_id=ACME)
    office.put(
        hub.state, "site", SHOP, EAST, company_id=OTHER, name="浦东店", status="fighting", city="上海市", street="世纪大道8号"
    )
    office.put(hub.state, "contact", "99" * 16, EAST, name="王芳", mobile="+8613800000000")
    office.put(hub.state, "position", "98" * 16, EAST, contact_id="99" * 16, site_id=SHOP, is_main=1)
    li.exchange()
    with li.store.read() as connection:
        assert [finding for finding in broken_rules(connection) if finding.check != "lost_reference"] == []
    assert li.rows("SELECT legal_name, site_count, sort_key IS NOT NULL FROM company ORDER BY legal_name") == [
        ("上海分公司", 1, 1),
        ("全球商业有限公司", 1, 1),
    ]
    assert li.one("SELECT premises_key FROM site") is not None
    assert li.content() == due_to(hub, LI)


def test_a_value_that_waits_to_be_sent_stays(li: Laptop) -> None:
    li.exchange()
    _apply(li, _company(phone="1"))
    li.set("company", ACME, phone="mine")
    received = _apply(li, _company(rv=6, phone="theirs", website="x.cn"))
    assert li.rows("SELECT phone, website, rv FROM company") == [("mine", "x.cn", 6)]
    assert li.rows("SELECT old, new FROM sync_op WHERE fld='phone'") == [("1", "mine")]
    assert received.news == 1


def test_an_answered_question_keeps_its_value_until_the_centre_has_it(li: Laptop) -> None:
    li.exchange()
    _apply(li, _company(phone="1"))
    question = (
        "id",
        "team_id",
        "rv",
        "deleted_at",
        "tbl",
        "record_id",
        "kind",
        "fld",
        "op_id",
        "base",
        "theirs",
        "mine",
        "state",
    )
    values = ("77" * 16, EAST, 6, None, "company", ACME, "field", "phone", "o", None, "1", '"2"', "open")
    _apply(li, Page(head=6, columns={"conflict": question}, rows={"conflict": [values]}))
    with li.store.unit_of_work(action=ActionKind.SETTLE) as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO sync_op(tx,tbl,pk,kind,fld,old,new) VALUES(?,'conflict',?,'resolve','mine','1','2')",
            (uow.transaction, "77" * 16),
        )
        with uow.unlogged() as connection:
            connection.exec_driver_sql("UPDATE company SET phone='2'")
        uow.commit()
    _apply(li, _company(rv=7, phone="1", website="x.cn"))
    assert li.rows("SELECT phone, website FROM company") == [("2", "x.cn")]


def test_columns_of_a_newer_program_are_kept_and_nulls_filled(li: Laptop) -> None:
    _apply(li, _company(mascot="熊", nothing=None, code_wanted="X", by_user=BOSS, kind=None))
    assert li.rows("SELECT extra, kind, legal_name FROM company") == [('{"mascot":"熊"}', "legal", "全球商业")]
    _apply(li, _company(rv=6))
    assert li.one("SELECT extra FROM company") == "{}"


def test_rows_made_ready_that_are_here_already_are_changed(li: Laptop) -> None:
    _apply(li, _company(phone="1"))
    _apply(li, ready_page(_company(rv=6, mascot="熊", website="x.cn")), is_first=True)
    assert li.rows("SELECT extra, phone, website FROM company") == [('{"mascot":"熊"}', "1", "x.cn")]


def test_news_say_who_and_what(li: Laptop) -> None:
    li.exchange()
    _apply(li, _company())
    _apply(li, _company(rv=6, phone="1", deleted_at="2026-11-23T08:00:00.000Z"))
    assert li.rows("SELECT kind, fld, old, new, user_id, at, seen FROM sync_news ORDER BY n") == [
        ("ins", None, None, None, BOSS, "2026-11-22T08:00:00.000Z", 0),
        ("set", "deleted_at", None, '"2026-11-23T08:00:00.000Z"', BOSS, "2026-11-22T08:00:00.000Z", 0),
        ("set", "phone", None, '"1"', BOSS, "2026-11-22T08:00:00.000Z", 0),
    ]


def test_nothing_of_a_first_pull_is_news(li: Laptop) -> None:
    _apply(li, _company(), is_first=True)
    assert li.one("SELECT count(*) FROM sync_news") == 0


def test_what_is_reached_stays_while_one_team_sees_it(li: Laptop) -> None:
    li.exchange()
    reach = ("team_id", "tbl", "record_id", "can_write", "gone")
    seen = [[EAST, "company", ACME, False, False], [LI, "company", ACME, True, False]]
    page = _company(team_id=BOSS)
    _apply(li, Page(5, "", {**page.columns, "reach": reach}, {**page.rows, "reach": seen}))
    assert li.rows("SELECT team_id, can_write FROM sync_reach ORDER BY 1") == [(LI, 1), (EAST, 0)]
    with li.store.unit_of_work() as uow:
        apply_pages(
            uow, [Page(6, "", {"reach": reach}, {"reach": [[LI, "company", ACME, True, True]]})], [EAST, LI], Received(), at=""
        )
        uow.commit()
    assert li.one("SELECT count(*) FROM company") == 1
    with li.store.unit_of_work() as uow:
        apply_pages(
            uow, [Page(7, "", {"reach": reach}, {"reach": [[EAST, "company", ACME, True, True]]})], [EAST, LI], Received(), at=""
        )
        uow.commit()
    assert li.one("SELECT count(*) FROM company") == 0
    assert li.rows("SELECT kind, rv FROM sync_news WHERE kind='gone'") == [("gone", 7)]


def test_what_left_stays_while_an_edit_waits(li: Laptop) -> None:
    li.exchange()
    _apply(li, _company())
    li.set("company", ACME, phone="1")
    received = _apply(li, Page(head=6, leave=[("company", ACME)]))
    assert (received.removed, li.one("SELECT count(*) FROM company")) == (0, 1)
    li.exchange()  # the centre never heard of it: the edit is parked and the record taken away
    assert li.one("SELECT count(*) FROM company") == 0


def test_many_new_rows_are_not_logged_and_capture_works_after_them(li: Laptop) -> None:
    rows = [[f"{at:032x}", EAST, 5, None, None, "{}", "legal", f"公司{at}"] for at in range(1_200)]
    rows[600][4] = ACME
    _apply(li, ready_page(Page(head=5, columns={"company": ROW}, rows={"company": rows})), is_first=True)
    assert li.one("SELECT count(*) FROM sync_op") == 0
    assert li.rows("SELECT id, legal_name, merged_into FROM company ORDER BY id") == [(row[0], row[7], row[4]) for row in rows]
    li.set("company", f"{7:032x}", phone="1")
    li.insert("company", ACME, kind="legal", legal_name="新")
    assert li.rows("SELECT kind FROM sync_op ORDER BY seq") == [("set",), ("ins",)]
    with li.store.read() as connection:
        assert [finding for finding in broken_rules(connection) if finding.check == "trigger"] == []


def test_a_merged_account_leads_to_the_one_that_stays(li: Laptop, laptop_of: Callable[[str], Laptop], hub: Hub) -> None:
    for site, name in ((SHOP, "浦东店"), (OTHER, "陆家嘴店")):
        li.insert("site", site, company_id=ACME, name=name, status="fighting", owner_id=LI)
    li.exchange()
    boss = laptop_of(BOSS)
    boss.exchange()
    with boss.writing(ActionKind.MERGE) as connection:
        connection.exec_driver_sql(
            "UPDATE site SET merged_into=?, deleted_at='2026-11-23T08:00:00.000Z' WHERE id=?", (OTHER, SHOP)
        )
    boss.exchange()
    li.insert("activity", "aa" * 16, site_id=SHOP, kind="note", happened_at="2026-11-23T08:00:00.000Z", text="拜访")
    li.exchange()
    assert li.rows("SELECT site_id FROM activity") == [(OTHER,)]
    hits = SearchService(li.store).search("浦东店")
    assert OTHER in repr(hits)
    assert li.content() == due_to(hub, LI)
