"""`crmdesk duplicates`: groups as tables and JSON, of one kind, below one company."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]
CODE = "91350100M000100Y43"


@pytest.fixture
def filled(ask: Ask) -> Ask:
    for name, code, *more in (
        ("家乐福集团", "JLF", "kind=group"),
        ("上海全球石油有限公司", "QQSY", f"credit_code={CODE}", "parent=JLF"),
        ("上海全球石油有限责任公司", "QQSY2", f"credit_code={CODE}", "parent=JLF"),
        ("北京星河贸易有限公司", "XH"),
        ("北京星河贸易有限责任公司", "XH2"),
    ):
        assert ask("add", "company", f"legal_name={name}", f"code={code}", *more).code == 0
    assert ask("add", "site", "name=浦东店", "company=QQSY", "code=QQSY-PD", "city=上海市", "street=世纪大道100号").code == 0
    return ask


def test_groups_come_surest_first_with_members_and_reasons(filled: Ask) -> None:
    groups = filled("duplicates", "--json").json
    first = groups[0]
    assert first["kind"] == "company"
    assert {member["code"] for member in first["members"]} == {"QQSY", "QQSY2"}
    assert [part["name"] for part in first["members"][0]["path"]] == ["家乐福集团"]
    (pair,) = first["pairs"]
    assert pair["reasons"][0]["about"] == "credit_code"
    assert {pair["left"], pair["right"]} == {member["id"] for member in first["members"]}


def test_only_one_kind_or_what_lies_below_a_company(filled: Ask) -> None:
    assert filled("duplicates", "--kind", "site", "--json").json == []
    (group,) = filled("duplicates", "--under", "JLF", "--json").json
    assert {member["code"] for member in group["members"]} == {"QQSY", "QQSY2"}
    assert filled("duplicates", "--under", "QQSY-PD").code == 1
    assert filled("duplicates", "--threshold", "1.0", "--json").json == []
    assert filled("duplicates", "--threshold", "7").code == 2


def test_people_get_a_table(filled: Ask) -> None:
    lines = filled("duplicates").out.splitlines()
    assert lines[0].split()[:3] == ["group", "confidence", "kind"]
    assert lines[-1] == "2 groups."
