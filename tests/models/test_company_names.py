import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.company_names import branch_place, distinctive, legal_form, short_name, short_place

LISTED = Path(__file__).parents[3] / "shared" / "data" / "names" / "cn_listed_short_to_full_name.csv"


@pytest.mark.parametrize(
    ("name", "body", "form", "short"),
    [
        ("ABB(中国)有限公司", "ABB", "有限公司", "ABB"),
        ("ＡＢＢ（中国）有限公司上海分公司", "ABB", "有限公司", "ABB"),
        ("北京家乐福商业有限公司马连道店", "家乐福商业", "有限公司", "家乐福"),
        ("全球石油有限公司", "全球石油", "有限公司", "全球石油"),
        ("重庆长安汽车股份有限公司", "长安汽车", "股份有限公司", "长安汽车"),
        ("重庆银行股份有限公司", "重庆银行", "股份有限公司", "重庆银行"),
        ("厦门国际银行股份有限公司", "厦门国际银行", "股份有限公司", "厦门国际"),
        ("广东省广州市天河区佳美贸易有限责任公司", "佳美贸易", "有限责任公司", "佳美贸易"),
        ("深圳市振业(集团)股份有限公司", "振业", "股份有限公司", "振业"),
        ("杭州博拓生物科技股份有限公司", "博拓生物科技", "股份有限公司", "博拓生物"),
        ("内蒙古自治区粮油集团公司", "内蒙古粮油", "集团公司", "内蒙古粮油"),
        ("延边朝鲜族自治州供销合作社", "延边供销合作社", "", "延边供销合作社"),
        ("巴林右旗农村信用合作联社德日苏分社", "巴林右旗农村信用合作联社", "", "巴林右旗农村信用合作联社"),
        ("东方电气股份有限公司", "东方电气", "股份有限公司", "东方电气"),
        ("統一企業股份有限公司", "統一企業", "股份有限公司", "統一企業"),
        ("臺北富邦商業銀行股份有限公司", "富邦商業銀行", "股份有限公司", "富邦商業銀行"),
        ("Siemens AG", "Siemens", "AG", "Siemens"),
        ("Robert Bosch GmbH & Co. KG", "Robert Bosch", "GmbH & Co. KG", "Robert Bosch"),
        ("Carrefour S.A.", "Carrefour", "S.A.", "Carrefour"),
        ("IMAX China Holding, Inc.", "IMAX China Holding", "Inc.", "IMAX China"),
        ("トヨタ自動車株式会社", "トヨタ自動車", "株式会社", "トヨタ自動車"),
        ("GmbH", "GmbH", "", "GmbH"),
        ("有限公司", "有限公司", "", "有限公司"),
        ("上海", "上海", "", "上海"),
        ("", "", "", ""),
    ],
)
def test_a_name_falls_into_its_parts(name: str, body: str, form: str, short: str) -> None:
    assert (distinctive(name), legal_form(name), short_name(name)) == (body, form, short)


@pytest.mark.parametrize(
    ("name", "parent", "place"),
    [
        ("ABB(中国)有限公司上海分公司", "ABB（中国）有限公司", "上海"),
        ("ABB(中国)有限公司上海分公司", "", "上海"),
        ("北京家乐福商业有限公司马连道店", "北京家乐福商业有限公司", "马连道店"),
        ("宁阳县葛石供销合作社夏庄综合商店", "", "夏庄综合商店"),
        ("中国检验认证集团宁波有限公司第一分公司", "中国检验认证集团宁波有限公司", "第一分公司"),
        ("甲有限公司分公司", "甲有限公司", "分公司"),
        ("甲有限公司上海分公司徐汇营业厅", "", "上海分公司徐汇营业厅"),
        ("广西田林农村商业银行股份有限公司者苗支行", "别的公司", "者苗支行"),
        ("甲有限公司", "甲有限公司", ""),
        ("Acme Ltd Berlin", "Acme Ltd", "Berlin"),
    ],
)
def test_branch_place_is_what_the_branch_adds(name: str, parent: str, place: str) -> None:
    assert branch_place(name, parent) == place


@pytest.mark.parametrize(
    ("division", "short"),
    [
        ("上海市", "上海"), ("浦东新区", "浦东"), ("广西壮族自治区", "广西"), ("新疆维吾尔自治区", "新疆"), ("内蒙古自治区", "内蒙古"),
        ("陵水黎族自治县", "陵水"), ("东乡族自治县", "东乡族自治县"), ("忠县", "忠县"), ("马连道店", "马连道店"), ("", ""),
    ],
)  # fmt: skip
def test_short_place(division: str, short: str) -> None:
    assert short_place(division) == short


@given(st.text())
def test_every_text_has_parts(text: str) -> None:
    assert bool(distinctive(text)) == bool(text.strip()) or not text.isprintable()
    assert isinstance(legal_form(text) + short_name(text) + branch_place(text, text[:2]), str)


@given(st.text(st.sampled_from("中国上海市重庆家乐福()（）集团控股股份有限责任公司总分店供销合作社银行 ABb.,&Co")))
def test_every_company_like_text_has_parts(text: str) -> None:
    assert bool(distinctive(text)) == bool(text.strip())
    assert bool(short_name(text)) == bool(text.strip())


@pytest.mark.skipif(not LISTED.exists(), reason="the shared data is not beside this clone")
def test_short_names_of_listed_companies_are_mostly_ours() -> None:
    with LISTED.open(encoding="utf-8-sig", newline="") as file:
        pairs = [(short, full) for short, full in list(csv.reader(file))[1::5] if not full.isascii()]
    found = [(short_name(full), short) for short, full in pairs]
    assert sum(ours in theirs or theirs in ours for ours, theirs in found) > 0.7 * len(found)
