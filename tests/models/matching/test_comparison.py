"""Whether two records are one: cases from the issue, the rules about sites, and what holds for every pair."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import DEFAULT_THRESHOLD, Candidate, Likeness, compare_records

CODE: Final = "91110000600037341L"
OTHER_CODE: Final = "91110108551385082Q"
TOWER: Final = "上海市浦东新区世纪大道100号金茂大厦11楼"
SAME_TOWER: Final = "世纪大道100号金茂大厦17层"
ELSEWHERE: Final = "上海市浦东新区世纪大道500号"


def named(left: str, right: str) -> Likeness:
    return compare_records(Candidate(left), Candidate(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("珠海宇琴鸿泰创业投资有限公司", "珠海宇琴鸿泰创业投资集团有限公司"),
        ("中国工商银行诸暨支行", "中国工商银行股份有限公司诸暨支行"),
        ("深圳市纺织集团股份有限公司", "深圳市纺织（集团）股份有限公司"),
        ("北京家乐福商业有限公司", "北京家樂福商業有限公司"),
        ("北京家乐福商业有限公司", "家樂福"),
        ("Siemens AG", "SIEMENS Aktiengesellschaft"),
        ("Wing Tai (HK) Limited", "WING TAI (Hong Kong) Ltd."),
        ("Hong Kong Telecom Ltd", "香港Telecom有限公司"),
        ("ＡＢＢ（中国）有限公司", "ABB (China) Ltd."),
        ("Beijing Xiaomi", "北京小米"),
        ("Beijing Xiaomi Technology Co., Ltd.", "北京小米科技有限责任公司"),
        ("株式会社日立製作所", "日立製作所株式会社"),
        ("上海第一建筑有限公司", "上海第1建筑有限公司"),
        ("重庆得润汽车部件有限公司", "得润汽车部件（重庆）有限公司"),
        ("建行济南市珍珠泉支行", "中国建设银行股份有限公司济南珍珠泉支行"),
        ("杭州博拓生物科技股份有限公司", "博拓生物"),
        ("漳洲宏发电声有限公司", "漳州宏发电声有限公司"),
        ("青海省机电国有控股有限公司", "青海机电国有控股有限公司"),
        ("家乐福马连道店", "北京家乐福商业有限公司马连道店"),
        ("Zhejiang Jili Holding Group", "浙江吉利控股集团有限公司"),
        ("Bosch (China) Investment Ltd.", "Bosch Investment (China) Co., Ltd."),
    ],
)
def test_names_of_one_company(left: str, right: str) -> None:
    assert named(left, right).same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("上海第一建筑", "上海第二建筑"),
        ("长春一汽第一厂", "长春一汽第二厂"),
        ("黑龙江民营贰号基金合伙企业(有限合伙)", "黑龙江民营叁号基金合伙企业(有限合伙)"),
        ("上海银行股份有限公司", "南京银行股份有限公司"),
        ("中国电信集团有限公司西安分公司", "中国电信股份有限公司西安分公司"),
        ("中国联合网络通信有限公司上饶市分公司", "中国联合网络通信有限公司上饶县分公司"),
        ("中国移动通信集团山东有限公司", "中国移动通信集团广东有限公司"),
        ("山东淄博交通运输集团有限公司", "山东省济宁交通运输集团有限公司"),
        ("吉林省铭远经贸有限公司", "吉林市铭远经贸有限公司"),
        ("国网湖南省电力有限公司宁乡市供电分公司", "国网湖南省电力有限公司长沙供电分公司"),
        ("杭州海外旅游有限公司", "杭州海外旅游有限公司营业部"),
        ("宝清县双利煤矿有限公司", "宝清县双柳煤矿有限公司"),
        ("Siemens AG", "Siemens Ltd., China"),
        ("Acme 1 Ltd", "Acme 2 Ltd"),
        ("家乐福马连道店", "北京家乐福商业有限公司双井店"),
        ("家乐福", "沃尔玛"),
    ],
)
def test_names_of_two_companies(left: str, right: str) -> None:
    assert not named(left, right).same


def test_a_differing_valid_credit_code_outweighs_the_name_and_the_same_one_a_new_name() -> None:
    name = "上海宏图贸易有限公司"
    assert not compare_records(Candidate(name, credit_code=CODE), Candidate(name, credit_code=OTHER_CODE)).same
    assert compare_records(Candidate(name, credit_code=CODE), Candidate("上海新图实业有限公司", credit_code=CODE.lower())).same
    assert compare_records(
        Candidate(name, credit_code=CODE), Candidate(name, credit_code=CODE[:-1] + "A")
    ).same  # a slip of the pen


def test_an_old_tax_number_names_the_body_in_the_credit_code() -> None:
    old = "110000" + CODE[8:17]
    found = compare_records(Candidate("甲乙丙丁有限公司", credit_code=CODE), Candidate("戊己庚辛有限公司", credit_code=old))
    assert found.reasons[0].about == "credit_code"
    assert found.reasons[0].weight > 0


def test_beijing_and_shanghai_of_one_trade_name_are_two() -> None:
    left = Candidate("北京宏图贸易有限公司", credit_code=CODE)
    assert not compare_records(left, Candidate("上海宏图贸易有限公司", credit_code=OTHER_CODE)).same
    assert not named("北京宏图贸易有限公司", "上海宏图贸易有限公司").same


def test_a_shared_phone_and_a_shared_address_raise_the_score_and_others_lower_it() -> None:
    left, right = Candidate("宏图贸易有限公司"), Candidate("宏图商贸有限公司")
    bare = compare_records(left, right).score
    assert compare_records(replace(left, phones=("010-63271234",)), replace(right, phones=("+86 10 6327 1234",))).score > bare
    assert compare_records(replace(left, phones=("010-63271234",)), replace(right, phones=("010-63279999",))).score < bare
    assert compare_records(replace(left, address=TOWER), replace(right, address=SAME_TOWER)).score > bare
    assert compare_records(replace(left, address=TOWER), replace(right, address=ELSEWHERE)).score < bare


def test_subsidiaries_that_share_a_short_name_are_not_one() -> None:
    left = Candidate("北京家乐福商业有限公司", short_name="家乐福")
    right = Candidate("武汉汉福超市有限公司", short_name="家乐福")
    assert not compare_records(left, right).same
    assert compare_records(Candidate("家乐福"), right).same  # what is typed may be either


# -- sites


def site(name: str, address: str, company: str = "c1") -> Candidate:
    return Candidate(name, RecordKind.SITE, address=address, company_id=company)


def test_two_sites_of_one_company_are_duplicates_only_at_the_same_premises() -> None:
    assert compare_records(site("金茂店", TOWER), site("十七楼办公室", SAME_TOWER)).same
    other = compare_records(site("世纪大道店", TOWER), site("世纪大道店", ELSEWHERE))
    assert not other.same
    assert other.another_site
    assert other.score < 0.1


def test_sites_of_one_company_without_an_address_are_undecided() -> None:
    found = compare_records(site("世纪大道店", TOWER), site("世纪大道店", ""))
    assert not found.same
    assert not found.another_site
    assert found.score < DEFAULT_THRESHOLD


def test_a_stored_premises_key_decides_where_the_texts_differ() -> None:
    left, right = site("店", "浦东世纪大道一百号"), site("金茂", "金茂大厦")
    assert compare_records(replace(left, premises_key="k"), replace(right, premises_key="k")).same


def test_sites_of_two_entries_of_one_company_at_one_address_are_one() -> None:
    left = Candidate("金茂店", RecordKind.SITE, company_name="上海家乐福有限公司", address=TOWER, company_id="c1")
    right = Candidate("金茂店", RecordKind.SITE, company_name="上海家樂福有限公司", address=SAME_TOWER, company_id="c2")
    assert compare_records(left, right).same


def test_two_firms_in_one_tower_are_two() -> None:
    assert not compare_records(site("沃尔玛", TOWER, "c1"), site("中国银行", SAME_TOWER, "c2")).same


def test_a_company_and_a_site_are_never_one_but_the_score_is_told() -> None:
    found = compare_records(Candidate("北京家乐福商业有限公司"), site("北京家乐福商业有限公司", TOWER))
    assert not found.same
    assert found.score > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("501 East 32nd Street", "501 E. 32nd St.", True),
        ("7736 S. Burnhan", "7736 S BURNHAM", True),
        ("501 E 32nd St", "501 W 32nd St", False),
        ("501 E 32nd St", "503 E 32nd St", False),
        ("Hauptstrasse 12", "Hauptstr. 12", True),
    ],
)
def test_western_streets(left: str, right: str, same: bool) -> None:
    one, other = (Candidate("Lake Meadows", RecordKind.SITE, street=street, country="US") for street in (left, right))
    assert compare_records(one, other).same is same


# -- every pair

WORDS: Final = st.sampled_from(
    [
        "北京",
        "上海市",
        "家乐福",
        "家樂福",
        "第一",
        "第2",
        "有限公司",
        "(集团)",
        "（",
        "分公司",
        "支行",
        "Siemens",
        "AG",
        "Ltd.",
        " ",
        "😀",
        "\u0301",
    ]
)
NAMES: Final = st.one_of(st.text(max_size=30), st.lists(WORDS, max_size=8).map("".join))
CANDIDATES: Final = st.builds(
    Candidate,
    name=NAMES,
    kind=st.sampled_from([RecordKind.COMPANY, RecordKind.SITE]),
    short_name=NAMES,
    english_name=st.text(max_size=12),
    credit_code=st.sampled_from(["", CODE, OTHER_CODE, "x", "91350100M000100Y4Z"]),
    phones=st.lists(st.sampled_from(["010-63271234", "63271234/5", "x", "", "+1 312 555 0100"]), max_size=2).map(tuple),
    address=st.one_of(st.sampled_from(["", TOWER, SAME_TOWER, ELSEWHERE]), st.text(max_size=30)),
    country=st.sampled_from(["", "CN", "US"]),
    company_id=st.sampled_from(["", "c1", "c2"]),
)


@given(CANDIDATES, CANDIDATES)
def test_it_is_symmetric_and_bounded(left: Candidate, right: Candidate) -> None:
    found, turned = compare_records(left, right), compare_records(right, left)
    assert 0.0 <= found.score <= 1.0
    assert (found.score, found.same, found.another_site) == pytest.approx((turned.score, turned.same, turned.another_site))
    assert all(reason.message for reason in found.reasons)
    assert not (found.same and found.another_site)


@given(CANDIDATES)
def test_a_record_is_the_same_as_itself(candidate: Candidate) -> None:
    found = compare_records(candidate, candidate)
    assert found.same or not (candidate.name.strip() or candidate.credit_code)


def test_endless_texts_cost_no_more_than_long_ones() -> None:
    long = Candidate("家乐福(" * 100_000, address="世纪大道" * 100_000, credit_code="9" * 100_000, phones=("1" * 100_000,) * 1000)
    assert compare_records(long, replace(long, name=long.name + "x")).score >= 0


def test_nothing_known_is_nothing_alike() -> None:
    assert named("", "") == Likeness(0.0, same=False, reasons=())
    assert not named("家乐福", "").same
