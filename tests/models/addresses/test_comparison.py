import pytest

from crmdesk.models.addresses import compare_premises, group_premises, parse_address


@pytest.mark.parametrize(
    ("one", "other", "same", "reason"),
    [
        ("世纪大道100号金茂大厦11楼", "世纪大道100号17楼", True, "same building: 世纪大道100号; the floor differs"),
        (
            "世纪大道100号",
            "上海市浦东新区世纪大道100号",
            True,
            "same building: 世纪大道100号; one address does not name the town",
        ),
        ("世纪大道100号1203室", "世纪大道100号1204室", True, "same building: 世纪大道100号; the room differs"),
        ("世纪大道100号", "世纪大道500号", False, "another number on the same road: 100号, 500号"),
        ("古宜路180弄3号", "古宜路180弄4号", False, "another number on the same road: 180弄3号, 180弄4号"),
        ("世纪大道100号", "张杨路500号", False, "another road: 世纪大道, 张杨路"),
        ("南京市中山路1号", "杭州市中山路1号", False, "another town: 江苏省, 浙江省"),
        ("兰陵县南桥镇驻地", "兰陵县尚岩镇驻地", False, "another town: 南桥镇, 尚岩镇"),
        ("酒仙桥路10号恒通广厦", "酒仙桥路恒通广厦", True, "same compound: 恒通广厦; one address gives no road number"),
        ("张江科技园3号楼", "张江科技园5号楼", False, "another building of 张江科技园: 3号楼, 5号楼"),
        ("酒仙桥路10号", "酒仙桥路", None, "no road number: cannot be decided"),
        ("恒通广厦", "金茂大厦", None, "no road number, and other names: 恒通广厦, 金茂大厦; cannot be decided"),
        ("上海市", "世纪大道100号", None, "nothing below the district is known: cannot be decided"),
        ("上海市浦东新区", "上海市浦东新区", None, "nothing below the district is known: cannot be decided"),
        (
            "天元东路88号3幢",
            "天元东路88号5幢",
            True,
            "same premises: 天元东路88号; another building of the same number: 3幢, 5幢",
        ),
        ("1 Main St, Boston, MA 02101", "香港皇后大道1號", False, "another country: US, HK"),
    ],
)
def test_two_addresses_are_compared_with_a_reason(one: str, other: str, same: bool | None, reason: str) -> None:
    first, second = parse_address(one), parse_address(other)
    found = compare_premises(first, second)
    assert (found.same, found.reason.message) == (same, reason)
    assert compare_premises(second, first).same is same


def test_an_address_without_its_town_joins_the_only_group_it_fits() -> None:
    texts = ["上海市世纪大道100号11楼", "世纪大道100号17楼", "世纪大道500号", "上海市浦东新区世纪大道100号"]
    assert group_premises([parse_address(text) for text in texts]) == [[0, 1, 3], [2]]


def test_an_address_without_its_town_that_fits_two_groups_stays_alone() -> None:
    texts = ["南京市中山路1号", "杭州市中山路1号", "中山路1号"]
    assert group_premises([parse_address(text) for text in texts]) == [[0], [1], [2]]


def test_addresses_of_which_nothing_is_known_are_never_grouped() -> None:
    assert group_premises([parse_address("上海市"), parse_address("上海市")]) == [[0], [1]]
