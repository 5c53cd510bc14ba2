import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.addresses import PART_NAMES, ParsedAddress, parse_address

_ALPHABET = st.sampled_from(
    "浙江省杭州市西湖区上海浦东新街道镇乡村路弄号栋幢座楼层室单元一二十百０１2 3-,，()（）与交叉口中国\n\tAbF/#."
)


def _texts(parsed: ParsedAddress, *names: str) -> tuple[str | None, ...]:
    return tuple(None if (part := parsed.parts.get(name)) is None else part.text for name in names)


@pytest.mark.parametrize(
    ("text", "province", "city", "district", "town"),
    [
        ("浙江省杭州市余杭区闲林街道五常大道", "浙江省", "杭州市", "余杭区", "闲林街道"),
        ("浙江省杭州市余杭区杭州市余杭区闲林街道五常大道", "浙江省", "杭州市", "余杭区", "闲林街道"),
        ("上海市上海市浦东新区世纪大道100号", "上海市", "上海市", "浦东新区", None),
        ("江苏南京江宁天元东路88号", "江苏", "南京", "江宁", None),
        ("浙江金华义乌后宅街道洪深路", "浙江", "金华", "义乌", "后宅街道"),
        ("中国 内蒙古 包头市 九原区 哈屯路", "内蒙古", "包头市", "九原区", None),
        ("虞山镇江苏省苏州市常熟市虞山镇荡墩路99号", "江苏省", "苏州市", "常熟市", "虞山镇"),
        ("臺北市信義區市府路45號", "台湾省", "臺北市", "信義區", None),
        ("重庆市县城口县葛城街道南大街9号", "重庆市", "重庆市", "城口县", "葛城街道"),
        ("湖北省省直辖县级行政区划仙桃市沔街大道1号", "湖北省", None, "仙桃市", None),
        ("西湖区文三路1号", None, None, "西湖区", None),
        ("深圳龙岗区坂田雪象村", "广东省", "深圳", "龙岗区", "坂田"),
    ],
)
def test_divisions_missing_doubled_and_short(
    text: str, province: str | None, city: str | None, district: str, town: str | None
) -> None:
    parsed = parse_address(text)
    assert _texts(parsed, "province", "city", "district", "town") == (province, city, district, town)


@pytest.mark.parametrize(
    ("text", "road", "number"),
    [
        ("南京东路100号", "南京东路", "100号"),
        ("杭州市文三路 1 号", "文三路", "1 号"),
        ("杭州市萧山区市心中路1425号", "市心中路", "1425号"),
        ("下沙经济技术开发区10号大街482号", "10号大街", "482号"),
        ("嘉兴市中环南路136-138号", "中环南路", "136-138号"),
        ("义乌市金鳞北路1320-8号", "金鳞北路", "1320"),
        ("庆春路一百二十八号", "庆春路", "一百二十八号"),
        ("温州市新居路３弄141号", "新居路", "３弄"),
        ("三墩镇西湖科技园西园八路13号", "西园八路", "13号"),
        ("泉州市国道324线185公里500米", "国道324线", "185公里500米"),
        ("五一大道甲12号", "五一大道", "甲12号"),
        ("香港皇后大道中99号", "皇后大道中", "99号"),
        ("上海市肇嘉浜路（近天平路）1111号", "肇嘉浜路", "1111号"),
        ("景洪市嘎洒镇曼景保村12号", None, "12号"),
        ("阳明街道余方公路东114号", "余方公路", "114号"),
    ],
)
def test_road_and_number(text: str, road: str | None, number: str) -> None:
    assert _texts(parse_address(text), "road", "number") == (road, number)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("世纪大道100号金茂大厦11楼", {"compound": "金茂大厦", "floor": "11楼"}),
        ("天元东路88号3幢2单元502室", {"building": "3幢", "entrance": "2单元", "room": "502室"}),
        ("钱江路1366号万象城2幢8层02单元", {"compound": "万象城", "building": "2幢", "floor": "8层", "room": "02单元"}),
        ("张衡路1000弄15号3楼", {"number": "1000弄", "building": "15号", "floor": "3楼"}),
        ("建国路与西大望路交叉口SOHO现代城A座", {"cross_road": "西大望路", "compound": "SOHO现代城", "building": "A座"}),
        ("人民南路四段3号", {"road": "人民南路", "section": "四段", "number": "3号"}),
        ("德胜街桃源路258号", {"road": "德胜街", "lane": "桃源路", "lane_number": "258号"}),
        ("西安市高新区锦业二路12号", {"zone": "高新区", "road": "锦业二路"}),
        ("200120 上海市浦东新区世纪大道100号", {"postcode": "200120", "number": "100号"}),
        ("科技园路北侧", {"position": "北侧"}),
        ("花园小区907号", {"compound": "花园小区", "building": "907号"}),
    ],
)
def test_what_stands_in_and_around_a_building(text: str, parts: dict[str, str]) -> None:
    parsed = parse_address(text)
    assert {name: _texts(parsed, name)[0] for name in parts} == parts


@pytest.mark.parametrize(
    ("text", "inferred", "code"),
    [
        ("南京市天元东路88号", ("country", "province"), "3201"),
        ("浦东新区世纪大道100号", ("country", "province", "city"), "310115"),
        ("中国上海市浦东新区", ("province",), "310115"),
        ("上海市浦东新区陆家嘴街道世纪大道100号", ("country", "province"), "310115005"),
        ("世纪大道100号", ("country",), None),
        ("香港九龍觀塘區觀塘道388號", ("country",), "81"),
    ],
)
def test_what_follows_is_marked_and_has_its_code(text: str, inferred: tuple[str, ...], code: str | None) -> None:
    parsed = parse_address(text)
    assert parsed.inferred == inferred
    assert parsed.division_code == code


@pytest.mark.parametrize(
    ("text", "name", "today"),
    [
        ("杭州市江干区6号大街452号", "district", "上城区"),
        ("宁波市江东区民安路1号", "district", "鄞州区"),
        ("襄樊市樊城区长虹路1号", "city", "襄阳市"),
        ("富阳市文教北路1号", "district", "富阳区"),
        ("上海市闸北区河南北路1号", "district", "静安区"),
    ],
)
def test_a_former_name_keeps_its_text_and_has_todays_division(text: str, name: str, today: str) -> None:
    part = parse_address(text).parts[name]
    assert part.text in text
    assert part.name == today


def test_a_district_of_several_cities_is_decided_by_its_town() -> None:
    parsed = parse_address("西湖区转塘街道象山路352号")
    assert parsed.city is not None
    assert (parsed.city.text, parsed.city.inferred) == ("杭州市", True)


def test_fields_are_known_but_not_inferred() -> None:
    parsed = parse_address("马连道11号", province="北京", city="北京市", district="西城区")
    assert _texts(parsed, "city", "district") == ("北京市", "西城区")
    assert parsed.district is not None
    assert parsed.district.code == "110102"
    assert not parsed.district.inferred


def test_a_district_in_the_column_of_the_city_is_understood() -> None:
    parsed = parse_address("蒙自路763号5楼", province="上海", city="黄浦")
    assert parsed.division_code == "310101"


@pytest.mark.parametrize(
    "text", ["", " ", "号", "1-2-3", "路路路", "省市区", "\ud800", "北京", "市辖区" * 50, "中国" * 100, "1" * 500]
)
def test_odd_texts_are_kept_and_never_fail(text: str) -> None:
    assert parse_address(text).text == text


@given(st.one_of(st.text(max_size=60), st.text(_ALPHABET, max_size=60)), st.sampled_from([None, "CN", "TW", "CH", "US", "XX"]))
def test_any_text_is_taken_apart_and_its_parts_stand_where_they_say(text: str, country: str | None) -> None:
    parsed = parse_address(text, country=country)
    assert parsed.text == text
    for name, part in parsed.parts.items():
        assert name in PART_NAMES
        assert part.start < 0 or text[part.start : part.end] == part.text
        assert part.start >= 0 or part.inferred or name == "country"


def test_a_long_text_is_read_in_proportion() -> None:
    parsed = parse_address("浙江省杭州市" + "西湖区文三路" * 20_000)
    assert len(parsed.text) > 100_000
    assert parsed.city is not None
