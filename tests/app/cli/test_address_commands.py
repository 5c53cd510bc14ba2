"""`crmdesk address`: one address, a file of them, standard input, and no store for any of it."""

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Ask = Callable[..., Any]
_LINES = "上海市浦东新区世纪大道100号11楼\n\n浙江省杭州市江干区6号大街452号\n"


def test_one_address_is_an_object(ask: Ask) -> None:
    found = ask("address", "江苏南京江宁天元东路88号3幢502室", "--json").json
    assert (found["province"], found["city"], found["district"], found["road"], found["number"]) == (
        *("江苏", "南京", "江宁", "天元东路", "88号"),
    )
    assert (found["building"], found["room"], found["country"], found["inferred"]) == ("3幢", "502室", "CN", ["country"])
    assert found["official"] == {"province": "江苏省", "city": "南京市", "district": "江宁区"}


def test_people_get_a_table_and_the_reasons(ask: Ask) -> None:
    said = ask("address", "杭州市江干区6号大街452号").out
    assert "江干区" in said
    assert "Premises key: 6号大街452@杭州" in said
    assert "江干区 is 上城区 today." in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_is_an_array_in_the_order_of_its_lines(ask: Ask, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "addresses.txt"
    path.write_bytes(_LINES.encode(encoding))
    found = ask("address", "--file", path, "--json").json
    assert [item["premises_key"] for item in found] == ["世纪大道100@上海", None, "6号大街452@杭州"]
    assert [item["text"] for item in found] == ["上海市浦东新区世纪大道100号11楼", "", "浙江省杭州市江干区6号大街452号"]
    assert "世纪大道100@上海" in ask("address", "--file", path).out


def test_standard_input_is_a_file(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(_LINES.encode())))
    assert len(ask("address", "--file", "-", "--json").json) == 3


def test_an_empty_file_is_an_empty_array(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.touch()
    assert ask("address", "--file", path, "--json").json == []


def test_a_missing_file_is_told(ask: Ask, tmp_path: Path) -> None:
    answer = ask("address", "--file", tmp_path / "none.txt")
    assert answer.code == 1
    assert "none.txt cannot be opened" in answer.err


@pytest.mark.parametrize(
    "arguments", [["address"], ["address", "x", "--file", "y"], ["address", "--file", "-", "--encoding", "klingon"]]
)
def test_wrong_usage(ask: Ask, arguments: list[str]) -> None:
    assert ask(*arguments).code == 2
