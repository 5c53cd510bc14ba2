"""One address is one site in an import too (`facts.md` §1.1–1.2)."""

from collections.abc import Callable
from typing import Any

from tests.exchange.importing.conftest import Importer

HEAD = "公司名称,地点名称,省,市,区,地址,电话\n"
THREE = (
    f"{HEAD}全球石油有限公司,浦东办,上海市,上海市,浦东新区,世纪大道100号金茂大厦11楼,021-50001111\n"
    "全球石油有限公司,采购部,上海市,上海市,浦东新区,世纪大道100号17楼,021-50002222\n"
    "全球石油有限公司,油库,上海市,上海市,浦东新区,世纪大道500号,021-50003333\n"
)


def test_the_three_addresses_of_the_rule_give_two_sites(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    report = bring_in(THREE)
    assert look("SELECT name FROM site ORDER BY n") == ["浦东办", "油库"]
    assert look("SELECT name, floor FROM unit") == [("采购部", "17楼")]
    assert {kind.value: count.created for kind, count in report.kinds.items()} == {
        "company": 1,
        "site": 2,
        "unit": 1,
        "extra_address": 0,
        "contact": 0,
    }
    assert sum(report.warnings.values()) == 1


def test_nothing_the_row_said_is_lost(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    bring_in(THREE)
    (note,) = look("SELECT note FROM unit")
    assert "021 5000 2222" in note
    assert "世纪大道100号17楼" in note


def test_the_same_file_again_adds_nothing(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    bring_in(THREE)
    report = bring_in(THREE)
    assert [count.created for count in report.kinds.values()] == [0, 0, 0, 0, 0]
    assert look("SELECT count(*) FROM unit") == [1]


def test_a_stored_site_takes_the_department_of_a_later_file(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    bring_in(f"{HEAD}全球石油有限公司,浦东办,上海市,上海市,浦东新区,世纪大道100号,\n")
    bring_in(f"{HEAD}全球石油有限公司,培训中心,上海市,上海市,浦东新区,世纪大道一百号3层,\n")
    assert look("SELECT name FROM site") == ["浦东办"]
    assert look("SELECT name FROM unit") == ["培训中心"]


def test_another_company_keeps_its_own_site_there(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    bring_in(f"{THREE}大海物流有限公司,办公室,上海市,上海市,浦东新区,世纪大道100号20楼,\n")
    assert look("SELECT count(*) FROM site") == [3]


def test_a_row_may_leave_out_the_town(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    bring_in(f"{HEAD}全球石油有限公司,甲,,,,世纪大道100号11楼,\n全球石油有限公司,乙,上海市,上海市,浦东新区,世纪大道100号,\n")
    assert look("SELECT name FROM site") == ["甲"]
    bring_in(f"{HEAD}大海有限公司,甲,上海市,上海市,浦东新区,世纪大道100号,\n大海有限公司,乙,,,,世纪大道100号3楼,\n")
    bring_in(f"{HEAD}大海有限公司,丙,,,,世纪大道100号5楼,\n")
    assert look("SELECT name FROM site ORDER BY n") == ["甲", "甲"]
    assert look("SELECT name FROM unit ORDER BY n") == ["乙", "乙", "丙"]


def test_one_road_in_two_towns_is_two_places(bring_in: Importer, look: Callable[..., list[Any]]) -> None:
    towns = "".join(f"全球石油有限公司,{town}办,,{town}市,,中山路1号,\n" for town in ("南京", "杭州"))
    bring_in(f"{HEAD}{towns}全球石油有限公司,未知,,,,中山路1号,\n")
    assert look("SELECT name FROM site ORDER BY n") == ["南京办", "杭州办", "未知"]


REGISTER = """\
root_name,root_uscc,parent_name,parent_uscc,branch_kind,name,uscc,reg_date,province,city,address
北京家乐福商业有限公司,,,,总公司,北京家乐福商业有限公司,,,北京,北京,北京市西城区马连道11号
北京家乐福商业有限公司,,北京家乐福商业有限公司,,门店,北京家乐福商业有限公司马连道店,,,北京,北京,北京市西城区马连道11号
"""


def test_a_store_at_the_address_of_the_head_office_is_the_site_and_is_found_by_its_name(
    bring_in: Importer, look: Callable[..., list[Any]]
) -> None:
    bring_in(REGISTER)
    assert look("SELECT name FROM site") == ["马连道店"]
    assert look("SELECT name FROM unit") == ["北京总部"]
    again = bring_in(REGISTER)
    assert again.changes is not None
    assert not again.changes
