"""Hits and their order, as a person sees them."""

import csv
import gzip
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_match import SearchField, match
from crmdesk.models.search_query import parse_query
from crmdesk.storage.search.records import read_after
from crmdesk.storage.search.searching import search
from crmdesk.storage.store import Store

Put = Callable[..., str]
Find = Callable[..., list[str]]


def test_the_best_answer_comes_first(put: Put, find: Find) -> None:
    put("company", kind="legal", legal_name="北京家乐福商业有限公司")
    put("company", kind="legal", legal_name="家乐福超市有限公司")
    put("company", kind="legal", legal_name="丙有限公司", short_name="家乐福便利")
    group = put("company", kind="group", legal_name="丁有限公司", short_name="家乐福")
    put("company", kind="legal", legal_name="己有限公司", code="JLF")
    put("site", company_id=group, name="方庄店", status="lead")
    put("site", company_id="x", name="家具城", status="lead", address_text="家乐福大厦")
    assert find("家乐福") == ["家乐福", "家乐福便利", "家乐福超市有限公司", "北京家乐福商业有限公司", "方庄店", "家具城"]
    assert find("jlf")[:4] == ["己有限公司", "家乐福", "家乐福便利", "家乐福超市有限公司"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("91110000625910856R", "ABB(中国)有限公司"),
        ("MA01AK9Q3", "方庄店"),
        ("6327 1234", "方庄店"),
        ("酒仙桥路10", "方庄店"),
        ("方莊", "方庄店"),
        ("方庄 酒仙", "方庄店"),
    ],
)
def test_codes_numbers_and_addresses_find(put: Put, find: Find, typed: str, name: str) -> None:
    put("company", kind="legal", legal_name="ABB(中国)有限公司", credit_code="91110000625910856R")
    put("site", company_id="x", name="方庄店", status="lead", phone="010-63271234", city="北京市", street="酒仙桥路10号",
        credit_code="91110105MA01AK9Q3X")  # fmt: skip
    assert find(typed) == [name]


def test_people_are_seen_although_companies_would_fill_the_list(store: Store, put: Put, find: Find) -> None:
    for n in range(12):
        put("company", kind="legal", legal_name=f"王{n}有限公司")
    put("contact", name="王芳")
    shown = find("王", 10)
    assert len(shown) == 10
    assert shown[-1] == "王芳"


def test_a_hit_says_what_matched(store: Store, put: Put) -> None:
    put("site", company_id="x", name="方庄店", status="lead", phone="010-63271234")
    with store.read() as connection:
        (hit,) = search(connection, "fangz 6327")
    assert [(one.kind, one.spans) for one in hit.found] == [(SearchField.NAME, ((0, 2),)), (SearchField.NUMBER, ((4, 8),))]


def test_nothing_typed_finds_nothing(find: Find, put: Put) -> None:
    put("company", kind="legal", legal_name="—")
    assert find("") == find(" - ") == []


@pytest.mark.parametrize("typed", ['"', "'; DROP TABLE site", "NEAR(a b)", "家*", "a AND", "\x00a", "^家", "col:家", "\ud800家"])
def test_no_text_is_taken_for_a_command(put: Put, find: Find, typed: str) -> None:
    put("company", kind="legal", legal_name="家乐福")
    assert find(typed) in ([], ["家乐福"])


@pytest.fixture(scope="module")
def real_rows(real_data: Path) -> list[dict[str, str]]:
    with gzip.open(real_data / "accounts" / "cn_companies_and_branches.csv.gz", "rt", encoding="utf-8") as stream:
        return list(itertools.islice(csv.DictReader(stream), 400))


def test_searching_the_index_equals_reading_every_row(store: Store, real_rows: list[dict[str, str]]) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO site(id,company_id,name,status,address_text) VALUES(?,'x',?,'lead',?)",
            [(f"{n:032x}", row["name"], row["address"]) for n, row in enumerate(real_rows)],
        )
        uow.commit()
    with store.read() as connection:
        everything = list(read_after(connection, RecordKind.SITE, -1))

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
        @given(row=st.sampled_from(real_rows), field=st.sampled_from(["name", "address"]), data=st.data())
        def equal(row: dict[str, str], field: str, data: st.DataObject) -> None:
            start = data.draw(st.integers(0, len(row[field]) - 1))
            text = row[field][start : data.draw(st.integers(start + 1, min(len(row[field]), start + 9)))]
            query = parse_query(text)
            if query:
                expected = {record.n for record in everything if match(query, record.fields())}
                assert {hit.record.n for hit in search(connection, text, 10_000)} == expected

        equal()


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 12, 30])
def test_an_exact_code_comes_first_within_any_limit(put: Put, find: Callable[..., list[str]], store: Store, limit: int) -> None:
    company = put("company", kind="legal", legal_name="Somewhere Else Ltd", code="QQSY")
    with store.unit_of_work() as uow:
        rows = [(new_id(), "QQSY", company) for _ in range(40)]
        uow.connection.exec_driver_sql("INSERT INTO site(id,name,company_id,status) VALUES(?,?,?,'lead')", rows)
        people = [(new_id(), f"QQSY {number}") for number in range(8)]
        uow.connection.exec_driver_sql("INSERT INTO contact(id,name) VALUES(?,?)", people)
        uow.commit()
    found = find("qqsy", limit)
    assert found[0] == "Somewhere Else Ltd"
    assert len(found) == limit
    assert any(name.startswith("QQSY ") for name in found) is (limit >= 4)  # of a list of some length people have their share


def test_a_short_list_is_the_beginning_of_a_long_one(put: Put, find: Callable[..., list[str]]) -> None:
    for name in ("建国食品公司", "建国路店", "建国", "新建国贸易公司"):
        put("company", kind="legal", legal_name=name)
    whole = find("建国")
    assert [find("建国", limit) for limit in (1, 2, 3)] == [whole[:1], whole[:2], whole[:3]]


def test_leads_are_found_like_everybody_else_and_last_among_equals(put: Put, find: Callable[..., list[str]]) -> None:
    company = put("company", kind="legal", legal_name="海立集团")
    put("site", company_id=company, name="海立一厂", status="fighting")
    put(
        "lead", status="new", company_name="海立二厂", person="王田芳", mobile="138 0013 8000", city="上海市", email="shan@hai.cn"
    )
    put("lead", status="new", person="仇和平")
    assert find("海立") == ["海立集团", "海立一厂", "海立二厂"]
    for text in ("hailierchang", "hlec", "13800138", "wangtianfang", "田芳", "shan@hai"):
        assert find(text) == ["海立二厂"], text
    assert find("qiuheping") == ["仇和平"]
    assert find("shanghai") == []


def test_a_lead_that_changes_or_goes_is_found_no_more(
    put: Put, change: Callable[..., None], find: Callable[..., list[str]]
) -> None:
    lead = put("lead", status="new", company_name="海立二厂")
    change("lead", lead, company_name="格力一厂")
    assert (find("海立"), find("geli")) == ([], ["格力一厂"])
    change("lead", lead, deleted_at="2026-11-23T00:00:00.000Z")
    assert find("geli") == []


def test_leads_are_guests_of_a_list_full_of_companies(put: Put, find: Callable[..., list[str]]) -> None:
    for number in range(40):
        put("company", kind="legal", legal_name=f"上海{number}号公司")
    for number in range(9):
        put("lead", status="new", company_name=f"上海{number}号线索")
    found = find("上海")
    assert len(found) == 30
    assert sum("线索" in name for name in found) == 3
