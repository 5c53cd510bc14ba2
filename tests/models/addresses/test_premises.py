import pytest

from crmdesk.models.addresses import PremisesKind, parse_address, premises_key_of, premises_of


def _key(text: str) -> str | None:
    return premises_of(parse_address(text)).key


@pytest.mark.parametrize(
    "text",
    [
        "上海市浦东新区世纪大道100号",
        "上海市上海市浦东新区世纪大道100号金茂大厦11楼",
        "上海浦东世纪大道１００号１７楼",
        "上海市浦東新區世紀大道一〇〇號A座1203室",
        "浦东新区世纪大道100-102号",
        "200120上海市浦东新区世纪大道100号",
        "20012 上海市浦东新区世纪大道100号 3单元",
        "上海市 浦东新区 陆家嘴街道 世纪大道 100 号",
        "上海市世纪大道100号2幢",
    ],
)
def test_floor_room_building_postcode_and_spelling_make_no_other_premises(text: str) -> None:
    assert _key(text) == "世纪大道100@上海"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("世纪大道100号", "世纪大道500号"),
        ("南京市中山路1号", "杭州市中山路1号"),
        ("金华市义乌市人民路1号", "金华市永康市人民路1号"),
        ("古宜路180弄3号", "古宜路180弄4号"),
        ("南部县铁边乡正街6号", "南部县梅家乡正街6号"),
        ("科技园3号楼", "科技园5号楼"),
        ("人民南路三段3号", "人民南路四段3号"),
        ("下沙镇宋家村114号", "下沙镇宋家村115号"),
        ("德胜街桃源路258号", "德胜街和平路258号"),
        ("国道324线185公里500米", "国道324线140公里600米"),
        ("兰陵县南桥镇驻地", "兰陵县尚岩镇驻地"),
        ("矿山路12巷5号", "解放路12巷5号"),
        ("東京都千代田区丸の内1丁目9番1号", "東京都千代田区丸の内1丁目9番2号"),
    ],
)
def test_other_premises_have_other_keys(one: str, other: str) -> None:
    assert _key(one) != _key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("杭州市江干区6号大街452号", "杭州市上城区6号大街452号"),
        ("襄樊市长虹路1号", "湖北省襄阳市长虹路1号"),
        ("富阳市文教北路14号", "杭州市富阳区文教北路14号"),
        ("科技园三号楼", "科技园3幢"),
        ("黄泥头（废旧物资交易市场内）", "黄泥头废旧物资交易市场"),
        ("塘湾村六组22号", "塘湾村6组22号"),
    ],
)
def test_renamed_divisions_and_numerals_keep_a_key(one: str, other: str) -> None:
    assert _key(one) == _key(other)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("世纪大道100号", PremisesKind.NUMBER),
        ("恒通广厦", PremisesKind.COMPOUND),
        ("酒仙桥路", PremisesKind.LINE),
        ("上海市浦东新区", PremisesKind.NONE),
        ("", PremisesKind.NONE),
    ],
)
def test_what_a_key_rests_on(text: str, kind: PremisesKind) -> None:
    parsed = parse_address(text)
    premises = premises_of(parsed)
    assert premises.kind is kind
    assert premises.key == premises_key_of(parsed)
    assert (premises.key is None) is (kind is PremisesKind.NONE)
    assert all(reason.message for reason in premises.reasons)


def test_reasons_tell_what_counts_and_what_does_not() -> None:
    said = [reason.message for reason in premises_of(parse_address("杭州市江干区6号大街452号2幢3楼")).reasons]
    assert said == [
        "The premises are 6号大街452号: the number decides.",
        "They lie in 杭州.",
        "What lies inside does not count: 2幢, 3楼.",
        "Not written but following: 浙江省.",
        "江干区 is 上城区 today.",
    ]
