"""The demo of the centre: two laptops exchange over a real PostgreSQL, and nothing is left behind."""

from pathlib import Path
from random import Random

import pytest

from crmdesk.app.central_demo import GROUP, SITE, CentralDemo, DemoRuns, NoDemo, exchange_now, story
from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store


def a_group_with_a_shop(store: Store) -> None:
    accounts = Services.over(store).accounts
    group = accounts.create_company(
        {"legal_name": "家乐福（中国）管理咨询服务有限公司", "short_name": "家乐福", "code": GROUP}
    ).record
    accounts.create_site(
        {"company_id": group.key.id, "name": "马连道店", "code": SITE, "city": "北京市", "address_text": "马连道11号"}
    )


def test_two_laptops_exchange_and_everything_goes_away(tmp_path: Path) -> None:
    folder = tmp_path / "demo-centre"
    demo = CentralDemo.start(folder)
    try:
        told = list(story(demo, Random(1), fill=a_group_with_a_shop))
        assert [step.report.state for step in told] == ["ok"] * 5
        assert [step.report.parked for step in told] == [0] * 5
        assert [step.report.conflicts for step in told] == [0, 0, 0, 1, 0]  # the website that both changed
        for laptop in demo.laptops:
            with Store.open(laptop.store, None) as store:
                accounts = Services.over(store).accounts
                site = accounts.open(accounts.find_by_code(SITE)).values
                group = accounts.open(accounts.find_by_code(GROUP)).values
                assert site["phone"]
                assert site["note"] == "周一上午可以拜访"
                assert group["website"] == "https://carrefour.example/cn"  # who came first

        with pytest.raises(DemoRuns):
            CentralDemo.start(folder)
        demo.keep()
        found = CentralDemo.find(folder)
        assert found.laptops == demo.laptops
        assert exchange_now(found.laptops[0], Random(2)).sent == 0
    finally:
        demo.remove()
    assert not folder.exists()
    assert not demo.server.folder.exists()
    with pytest.raises(NoDemo):
        CentralDemo.find(folder)


def test_what_was_left_by_a_demo_that_broke_is_no_demo(tmp_path: Path) -> None:
    (tmp_path / "demo-centre.json").write_text("{")
    with pytest.raises(NoDemo):
        CentralDemo.find(tmp_path)
