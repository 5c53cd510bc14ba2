"""`crmdesk split` from the dry run to the undo."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from tests.services.splitting.twelve import make_twelve

Ask = Callable[..., Any]


@pytest.fixture
def twelve(tmp_path: Path, template_file: Path) -> Path:
    """A store with the account of twelve addresses, closed."""
    path = Path(shutil.copyfile(template_file, tmp_path / "twelve.store"))
    with Store.open(path, None) as store:
        set_up(store, "Chen Wei")
        make_twelve(store)
    return path


def test_dry_run_split_and_undo(ask: Ask, twelve: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    dry = ask("--store", twelve, "split", "AKM", "--dry-run", "--report", report, "--json").json
    assert (dry["dry_run"], dry["examined"], dry["new_sites"], dry["moved"], dry["stayed"]) == (True, 1, 6, 13, 2)
    assert dry["transaction"] is None
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Account", "Kind", "Record", "Goes to", "Reason", "Confidence"]
    assert len(rows) == 1 + 2 + 6 + 20
    done = ask("--store", twelve, "split", "AKM-1", "--json").json
    assert done["transaction"]
    made = next(site for site in done["accounts"][0]["sites"] if site["name"] == "艾克米 – 昆山工厂")
    assert (made["what"], made["place_kind"], made["code"]) == ("new", "factory", "AKM-SZKSGC")
    assert made["id"]
    shown = ask("--store", twelve, "show", made["code"], "--json").json
    assert {contact["name"] for contact in shown["contacts"]} == {"李强"}
    assert ask("--store", twelve, "split", "AKM", "--json").json["accounts"] == []
    assert ask("--store", twelve, "undo").code == 0
    assert ask("--store", twelve, "split", "--all-under", "AKM", "--dry-run", "--json").json["new_sites"] == 6


def test_what_people_read(ask: Ask, twelve: Path) -> None:
    answer = ask("--store", twelve, "split", "AKM", "--dry-run")
    assert "1 accounts examined, 1 to split: 6 new sites, 13 records move." in answer.out
    assert "stays: activity 客户很满意" in answer.out
    assert "Dry run: nothing was written." in answer.out


@pytest.mark.parametrize(
    "arguments", [[], ["AKM", "--all-under", "AKM"], ["AKM", "--import", "last"]], ids=["none", "both", "two"]
)
def test_one_way_of_naming_accounts_at_a_time(ask: Ask, twelve: Path, arguments: list[str]) -> None:
    assert ask("--store", twelve, "split", *arguments).code == 2


def test_a_whole_import(ask: Ask, twelve: Path, tmp_path: Path) -> None:
    table = tmp_path / "old.csv"
    table.write_text(
        "公司名称,详细地址,收货地址\n甲有限公司,上海市世纪大道100号,昆山市石浦路188号\n乙有限公司,上海市世纪大道7号,\n",
        encoding="utf-8",
    )
    brought = ask("--store", twelve, "import", table, "--json").json
    for name in (brought["transaction"], "last"):
        plan = ask("--store", twelve, "split", "--import", name, "--dry-run", "--json").json
        assert (plan["examined"], plan["new_sites"]) == (2, 1)
    assert ask("--store", twelve, "split", "--import", "nothing", "--json").json["error"]["code"] == "RecordNotFound"
