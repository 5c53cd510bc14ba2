import pytest

from crmdesk.models.addresses import divisions


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("浙江省", "浙江"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("延边朝鲜族自治州", "延边"),
        ("浦东新区", "浦东"),
        ("东乡族自治县", "东乡族自治县"),
        ("道县", "道县"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert divisions.short_form(name) == short


def test_every_code_lies_in_a_division_of_the_table() -> None:
    table = divisions.names()
    assert len(table) > 3_500
    assert all(code[:-2] in table for code in table if len(code) > 2)


@pytest.mark.parametrize("name", ["renamed_divisions.txt", "former_divisions.txt"])
def test_former_names_lead_to_divisions_of_the_table(name: str) -> None:
    from crmdesk.core.resources import resource_path

    lines = [line.split() for line in resource_path("places", name).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert lines
    assert all(code in divisions.names() for _, code in lines)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (("浙江省", "杭州市", "西湖区"), "330106"),
        (("北京", "朝阳", None), "110105"),
        (("浙江", None, "义乌"), "330782"),
        ((None, None, "西湖区"), ""),
        (("浙江", "南京", None), "33"),
        (("Zürich", None, None), ""),
    ],
)
def test_fields_name_a_division(fields: tuple[str | None, str | None, str | None], code: str) -> None:
    assert divisions.code_of(*fields) == code


def test_towns_have_official_names() -> None:
    assert divisions.town_name("330114001") == "下沙街道"
    assert "下沙" in divisions.towns("3301").forms
    assert divisions.is_town("清水河镇")
    assert not divisions.is_town("清水河")
