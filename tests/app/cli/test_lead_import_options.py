"""`crmdesk import` of leads from the outside."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
LEADS = "Company,Lead Number,Lead Source,City,Mail\nA,1,Select,上海市,a@example.cn\nB,2,Olark,深圳市,b@example.cn\nC,3,Olark,,a@example.cn\n"


@pytest.fixture
def leads(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    path.write_text(LEADS, encoding="utf-8")
    return path


def test_leads_go_to_a_pool(crm: Ask, leads: Path) -> None:
    trial = crm("import", leads, "--pool", "华东公海", "--dry-run", "--json").json
    assert (trial["lead"]["created"], trial["skipped"], trial["given"]) == (2, 1, {"华东公海": 2})
    answer = crm("import", leads, "--pool", "华东公海")
    assert answer.code == 0
    assert "2 to 华东公海" in answer.out
    again = crm("import", leads, "--there", "fill", "--json").json
    assert again["lead"] == {"created": 0, "updated": 1, "unchanged": 2}  # the third row knows the source of the first


def test_leads_are_handed_out(crm: Ask, leads: Path) -> None:
    me = "Chen Wei"
    answer = crm("import", leads, "--by-region", f"上海={me}", "--round-robin", me, "--keep-sources", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["given"] == {me: 2}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--pool", "a", "--owner", "b"), "not to both"),
        (("--by-region", "上海"), "上海=李娜"),
        (("--by-region", "上海=a", "--by-industry", "C=a"), "not by both"),
        (("--as", "accounts", "--pool", "a"), "--as leads"),
        (("--pool", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_meant_is_refused(crm: Ask, leads: Path, options: tuple[str, ...], said: str) -> None:
    answer = crm("import", leads, *options)
    assert answer.code != 0
    assert said in answer.err


def test_the_person_says_what_the_rows_are(crm: Ask, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("公司,电话\n甲,13800138000\n", encoding="utf-8")
    assert crm("import", path, "--dry-run", "--json").json["company"]["created"] == 1
    assert crm("import", path, "--as", "leads", "--dry-run", "--json").json["lead"]["created"] == 1
    assert crm("mapping", path, "--as", "leads", "--json").json["mapping"]["row"]["shape"] == "lead"
