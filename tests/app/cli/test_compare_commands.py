"""`crmdesk compare`: two names, and files of pairs in any encoding, without a store."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
CODES = ("91110000600037341L", "91110108551385082Q")


def test_two_names_give_one_object(ask: Ask) -> None:
    answer = ask("compare", "北京家乐福商业有限公司", "家樂福", "--json")
    assert answer.code == 0
    assert answer.json["same"] is True
    assert answer.json["name_b"] == "家樂福"
    assert answer.json["reasons"][0]["about"] == "name"


def test_what_is_known_beside_the_names_counts(ask: Ask) -> None:
    names = ("compare", "宏图贸易有限公司", "宏图贸易有限公司", "--json")
    assert ask(*names).json["same"] is True
    assert ask(*names, "--credit-code-a", CODES[0], "--credit-code-b", CODES[1]).json["same"] is False
    sites = ask(*names, "--kind", "site", "--address-a", "世纪大道100号", "--address-b", "世纪大道500号").json
    assert (sites["same"], sites["another_site"]) == (False, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_gives_an_array_in_its_order(ask: Ask, tmp_path: Path, encoding: str) -> None:
    rows = [
        "remark,name_a,uscc_a,name_b,uscc_b",
        f'"a, b",宏图贸易有限公司,{CODES[0]},宏图贸易有限责任公司,{CODES[1]}',
        "y,家乐福商业有限公司,,家乐福商业有限责任公司,",
        "z,上海第一建筑,,上海第二建筑,",
        ",,,宏图,",
    ]
    file = tmp_path / "pairs.csv"
    file.write_bytes("\n".join(rows).encode(encoding))
    found = ask("compare", "--pairs", file, "--json").json
    assert [pair["same"] for pair in found] == [False, True, False, False]
    assert [pair["name_b"] for pair in found] == ["宏图贸易有限责任公司", "家乐福商业有限责任公司", "上海第二建筑", "宏图"]


def test_the_columns_of_the_options_and_of_addresses_are_read(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(
        "Name_A,Name_B,credit_code_a,credit_code_b,address_a,address_b,phone_a,phone_b\n"
        f"旧名有限公司,新称有限公司,{CODES[0]},{CODES[0]},世纪大道100号,世纪大道100号2楼,010-63271234,63271234\n",
        encoding="utf-8",
    )
    reasons = {reason["about"] for reason in ask("compare", "--pairs", file, "--json").json[0]["reasons"]}
    assert {"credit_code", "address", "phone"} <= reasons


def test_people_get_a_table(ask: Ask) -> None:
    lines = ask("compare", "家乐福", "家樂福").out.splitlines()
    assert lines[0].split() == ["a", "b", "score", "same", "reasons"]
    assert "yes" in lines[2]


def test_a_missing_column_is_named(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("name_a,name\n家乐福,沃尔玛\n", encoding="utf-8")
    answer = ask("compare", "--pairs", file, "--json")
    assert answer.code == 1
    assert json.loads(answer.out)["error"] == {
        "code": "ColumnMissing",
        "message": "pairs.csv has no column name_b. It has: name_a, name.",
    }


@pytest.mark.parametrize("arguments", [[], ["家乐福"], ["家乐福", "--pairs", "x.csv"]])
def test_neither_or_both_is_wrong_usage(ask: Ask, arguments: list[str]) -> None:
    assert ask("compare", *arguments).code == 2


def test_codes_of_a_store_that_is_named(ask: Ask, demo: Path) -> None:
    def compare(a: str, b: str) -> Any:
        return ask("--store", demo, "compare", a, b, "--json").json

    sites = [node for node in ask("--store", demo, "find", "马连道", "--json").json if node["kind"] == "site"]
    assert compare(sites[0]["code"], sites[0]["code"])["same"] is True
    assert compare("JLF", sites[0]["code"])["same"] is False
    assert compare("家乐福", "家樂福")["same"] is True  # no codes: names
