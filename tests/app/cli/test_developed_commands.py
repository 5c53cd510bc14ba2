"""Who developed whom, on the command line."""

from pathlib import Path

from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store
from tests.app.cli.conftest import Ask

READY, ALSO = "青岛三江包装有限公司（示例）", "武汉鼎新酒店管理有限公司（示例）"


def test_customers_are_listed_and_counted_by_person_and_period(demo: Path, crm: Ask) -> None:
    with Store.open(demo, None) as store:
        Services.over(store).users.add("李娜")
    crm("convert", READY)
    crm("convert", ALSO, "--company", "JLF", "--new-site", "--developed-by", "李娜")
    found = crm("developed", "--json").json
    assert [(row["person"], row["new_company"]) for row in found["customers"]] == [("李娜", False), ("Chen Wei", True)]
    assert {one["person"]: (one["customers"], one["new_companies"]) for one in found["people"]} == {
        "Chen Wei": (1, 1),
        "李娜": (1, 0),
    }
    assert [row["person"] for row in crm("developed", "--person", "李娜", "--json").json["customers"]] == ["李娜"]
    assert "李娜: 1 × customer, 0 × new company" in crm("developed").out


def test_periods_end_where_they_are_said_to(crm: Ask) -> None:
    empty = crm("developed", "--until", "2000-06-30", "--json").json
    assert (empty["since"], empty["until"], empty["customers"]) == ("2000-01-01", "2000-06-30", [])
    assert crm("developed", "--since", "2026-02-01", "--until", "2026-01-01").code == 2
    assert crm("developed", "--person", "Nobody").code == 1
