"""A whole exchange, as the program calls it."""

from collections.abc import Callable

import pytest

from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.protocol import COMMON_TEAM
from crmdesk.sync.pulling import Sizes
from tests.sync.faults import BadLine
from tests.sync.laptops import BOSS, EAST, HAN, LI, Laptop, due_to
from tests.sync.twin import office
from tests.sync.twin.centre import Hub

ACME, SHOP = "c1" * 16, "51" * 16


def _enter_a_shop(laptop: Laptop) -> None:
    laptop.insert("company", ACME, kind="legal", legal_name="全球商业", code="QQSY")
    laptop.insert("site", SHOP, company_id=ACME, name="浦东店", code="QQSY-PD", city="上海市", status="fighting")


def test_what_one_enters_the_manager_gets(li: Laptop, laptop_of: Callable[[str], Laptop], hub: Hub) -> None:
    _enter_a_shop(li)
    report = li.exchange()
    assert (report.sent, report.conflicts, report.parked, report.waiting) == (2, 0, 0, 0)
    boss = laptop_of(BOSS)
    assert boss.exchange().received > 2
    assert boss.rows("SELECT name, team_id, city FROM site") == [("浦东店", EAST, "上海市")]
    assert boss.one("SELECT site_count FROM company") == 1
    assert boss.content() == due_to(hub, BOSS)
    assert li.content() == due_to(hub, LI)
    assert li.one("SELECT v FROM sync_ctl WHERE k='applying'") == 0


def test_a_quiet_exchange_moves_nothing(li: Laptop) -> None:
    _enter_a_shop(li)
    li.exchange()
    line = BadLine(li.centre, [])
    report = li.exchange(centre=line)
    assert (report.sent, report.received, report.removed, report.changes) == (0, 0, 0, ())
    assert line.calls == ["hello"]


def test_two_write_one_field(li: Laptop, laptop_of: Callable[[str], Laptop], hub: Hub) -> None:
    _enter_a_shop(li)
    li.exchange()
    boss = laptop_of(BOSS)
    boss.exchange()
    boss.set("site", SHOP, phone="021-1")
    li.set("site", SHOP, phone="021-2", email="li@example.com")
    boss.exchange()
    report = li.exchange()
    assert (report.conflicts, report.sent) == (1, 2)
    assert li.rows("SELECT phone, email FROM site") == [("021-1", "li@example.com")]
    assert li.rows("SELECT kind, fld, theirs, mine, state FROM conflict") == [("field", "phone", '"021-1"', '"021-2"', "open")]
    assert li.rows("SELECT kind, fld, old, new, user_id FROM sync_news WHERE tbl='site'") == [
        ("set", "phone", '"021-2"', '"021-1"', BOSS)
    ]
    assert li.content() == due_to(hub, LI)
    assert COMMON_TEAM in {row[0] for row in li.rows("SELECT team_id FROM sync_have")}
    assert HAN not in {row[0] for row in li.rows("SELECT team_id FROM sync_have")}


def test_a_first_pull_that_is_cut_keeps_every_page_that_came(li: Laptop, hub: Hub) -> None:
    for number in range(40):
        office.put(hub.state, "company", f"{number:032x}", EAST, kind="legal", legal_name=f"公司{number}")
    sizes = Sizes(rows_in_page=2, rows_at_once=6)
    with pytest.raises(CentreUnreachable):
        li.exchange(centre=BadLine(li.centre, [*[""] * 11, "request"]), sizes=sizes)
    sent = sum(len(rows) for table, rows in due_to(hub, LI).items() if table != "company")
    assert li.one("SELECT count(*) FROM company") == 2 * 10 - sent
    li.exchange(sizes=sizes)
    assert li.content() == due_to(hub, LI)
