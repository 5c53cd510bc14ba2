"""What a name is taken apart into."""

import pytest

from crmdesk.models.matching.name_parts import name_parts
from crmdesk.models.matching.word_lists import Form


@pytest.mark.parametrize(
    ("name", "core", "places", "form", "is_group"),
    [
        ("珠海宇琴鸿泰创业投资集团有限公司", "宇琴鸿泰创业投资", ("珠海",), Form.LIMITED, True),
        ("得润汽车部件（重庆）有限公司", "得润汽车部件", ("重庆",), Form.LIMITED, False),
        ("嘉鑫有限公司(香港)", "嘉鑫", ("香港",), Form.LIMITED, False),
        ("萬方實業（香港）有限公司", "万方实业", ("香港",), Form.LIMITED, False),
        ("上药康德乐股份(香港)有限公司", "上药康德乐", ("香港",), Form.SHARES, False),
        ("新疆江之源股权投资合伙企业(有限合伙人)", "江之源股权投资", ("新疆",), Form.PARTNERSHIP, False),
        ("国网山西省电力公司", "国网电力", ("山西",), Form.PLAIN, False),
        ("上海银行股份有限公司", "银行", ("上海",), Form.SHARES, False),
        ("上海第一建筑", "第1建筑", ("上海",), Form.NONE, False),
        ("Siemens Aktiengesellschaft", "siemens", (), Form.SHARES, False),
        ("ABB (China) Co., Ltd.", "abb", ("中国",), Form.LIMITED, False),
        ("株式会社日立製作所", "日立制作所", (), Form.SHARES, False),
    ],
)
def test_parts(name: str, core: str, places: tuple[str, ...], form: Form, is_group: bool) -> None:
    parts = name_parts(name)
    assert (parts.core, tuple(place.short for place in parts.places), parts.form, parts.is_group) == (
        core,
        places,
        form,
        is_group,
    )


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("中国工商银行股份有限公司诸暨市支行", "诸暨", "支行"),
        ("中国建设银行天津分行和平支行", "天津和平", "支行"),
        ("平安证券江苏分公司", "江苏", "分公司"),
        ("北京家乐福商业有限公司马连道店", "马连道", "店"),
        ("浙江中国小商品城集团有限公司国际商贸城第三分公司", "国际商贸城第3", "分公司"),
    ],
)
def test_branches(name: str, text: str, kind: str) -> None:
    branch = name_parts(name).branch
    assert branch is not None
    assert (branch.text, branch.kind) == (text, kind)


def test_a_company_is_no_branch() -> None:
    assert name_parts("华夏银行股份有限公司").branch is None
    assert name_parts("嘉鑫有限公司(香港)").branch is None
