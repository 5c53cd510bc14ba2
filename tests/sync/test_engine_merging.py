"""A merge and its taking back, by the real service, reach the centre without a question."""

from collections.abc import Callable

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.merging import MergeService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.unmerging import UnmergeService
from tests.sync.laptops import BOSS, LI, Laptop, due_to
from tests.sync.twin.centre import Hub

ACME, SHOP, OTHER = "c1" * 16, "51" * 16, "52" * 16


@pytest.mark.parametrize("shop_code", ["JLF-1", None], ids=["code-of-the-loser", "no-code"])
def test_a_merge_and_its_taking_back_raise_no_question(
    li: Laptop, laptop_of: Callable[[str], Laptop], hub: Hub, shop_code: str | None
) -> None:
    li.insert("company", ACME, kind="legal", legal_name="ACME")
    li.insert("site", SHOP, company_id=ACME, name="浦东店", status="fighting", owner_id=LI, code=shop_code)
    li.insert("site", OTHER, company_id=ACME, name="陆家嘴店", status="fighting", owner_id=LI)
    li.insert("activity", "aa" * 16, site_id=SHOP, kind="note", happened_at="2026-11-23T08:00:00.000Z", text="拜访")
    li.exchange()
    boss = laptop_of(BOSS)
    boss.exchange()
    shop, other = RecordKey(RecordKind.SITE, SHOP), RecordKey(RecordKind.SITE, OTHER)

    li.set("site", SHOP, phone="1")
    li.exchange()
    boss.exchange()
    MergeService(boss.store).merge([shop, other], other)
    merged = boss.exchange()
    li.exchange()
    boss.exchange()
    asked = [(row["kind"], row.get("fld")) for row in hub.state.rows["conflict"].values()]
    outcome = dict(merged.outcomes)
    assert (asked, hub.state.rows["site"][SHOP]["merged_into"], boss.content() == due_to(hub, BOSS)) == ([], OTHER, True), outcome

    UnmergeService(boss.store).unmerge(shop)
    boss.exchange()
    li.exchange()
    boss.exchange()
    asked = [(row["kind"], row.get("fld")) for row in hub.state.rows["conflict"].values()]
    back = hub.state.rows["site"][SHOP]
    assert (asked, back["merged_into"], back["deleted_at"], back["code"]) == ([], None, None, shop_code)
    assert boss.content() == due_to(hub, BOSS)
    assert li.content() == due_to(hub, LI)
