import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.vocabulary import Severity
from crmdesk.models.address_formats import PARTS, address_form, check_postcode, countries, country_code, format_address

BEIJING = {
    "country": "CN",
    "province": "北京市",
    "city": "北京市",
    "district": "西城区",
    "street": "马连道11号",
    "postcode": "100055",
}
ZURICH = {"province": "ZH", "city": "Zürich", "street": "Affolternstrasse 44", "postcode": "8050"}
MOUNTAIN_VIEW = {"province": "CA", "city": "Mountain View", "street": "1600 Amphitheatre Pkwy", "postcode": "94043"}


@pytest.mark.parametrize(
    ("country", "fields"),
    [
        ("CN", "province:Province city:City district:District street:Street and number postcode:Postcode"),
        ("TW", "city:City or county district:District street:Street and number postcode:Postcode"),
        ("HK", "province:Area district:District street:Street and number"),
        ("JP", "province:Prefecture city:City street:Street and number postcode:Postcode"),
        ("US", "street:Street and number city:City province:State postcode:ZIP code"),
        ("CH", "street:Street and number postcode:Postcode city:City province:Canton"),
        ("IE", "street:Street and number district:Townland city:City province:County postcode:Eircode"),
        ("AE", "street:Street and number province:Emirate"),
        ("ZZ", "street:Street and number postcode:Postcode city:City province:Province"),
    ],
)
def test_a_form_has_the_fields_and_names_of_its_country(country: str, fields: str) -> None:
    form = address_form(country)
    assert form.fields[0].key == "country"
    shown = " ".join(f"{field.key}:{field.label}" for field in form.fields[1:])
    assert shown == fields


def test_what_mail_needs_is_required() -> None:
    assert [f.key for f in address_form("US").fields if f.is_required] == ["country", "street", "city", "province", "postcode"]
    assert "district" not in [f.key for f in address_form("CN").fields if f.is_required]


@pytest.mark.parametrize(
    ("parts", "country", "language", "line", "block"),
    [
        (BEIJING, "CN", "zh_CN", "北京市西城区马连道11号 100055", "100055\n北京市西城区\n马连道11号"),
        (BEIJING, "CN", "en", "马连道11号, 西城区, 北京市, 100055", "马连道11号\n西城区\n北京市, 100055"),
        (BEIJING | {"city": "市辖区", "postcode": ""}, "CN", "zh_CN", "北京市西城区马连道11号", "北京市西城区\n马连道11号"),
        (BEIJING | {"street": "北京市西城区马连道11号"}, "CN", "zh_TW", "北京市西城区马连道11号 100055", "100055\n北京市西城区\n马连道11号"),
        (ZURICH, "CH", "zh_CN", "Affolternstrasse 44, 8050 Zürich", "Affolternstrasse 44\n8050 Zürich"),
        (ZURICH | {"postcode": ""}, "CH", "en", "Affolternstrasse 44, Zürich", "Affolternstrasse 44\nZürich"),
        (MOUNTAIN_VIEW, "US", "en", "1600 Amphitheatre Pkwy, Mountain View, CA 94043", "1600 Amphitheatre Pkwy\nMountain View, CA 94043"),
        (MOUNTAIN_VIEW | {"province": ""}, "US", "en", "1600 Amphitheatre Pkwy, Mountain View 94043", "1600 Amphitheatre Pkwy\nMountain View 94043"),
        (
            {"city": "臺北市", "district": "信義區", "street": "信義路五段7號", "postcode": "110"},
            "TW", "zh_TW", "臺北市信義區信義路五段7號 110", "110\n臺北市信義區\n信義路五段7號",
        ),
        ({}, "CN", "zh_CN", "", ""),
        ({"city": "Paris"}, "", "en", "Paris", "Paris"),
    ],
)  # fmt: skip
def test_an_address_is_written_as_its_country_does(
    parts: dict[str, str], country: str, language: str, line: str, block: str
) -> None:
    assert format_address(parts, country, language) == line
    assert format_address(parts, country, language, is_block=True) == block


@given(
    st.dictionaries(st.sampled_from(PARTS), st.text(max_size=20)),
    st.sampled_from(["CN", "TW", "HK", "JP", "KR", "US", "CH", "GB", "BR", "XX", ""]),
    st.sampled_from(["zh_CN", "zh_TW", "en"]),
    st.booleans(),
)
def test_any_parts_can_be_written(parts: dict[str, str], country: str, language: str, is_block: bool) -> None:
    text = format_address(parts, country, language, is_block=is_block)
    assert text == "" or any(value.strip() for value in parts.values())


def test_every_country_has_a_form() -> None:
    for country in countries("en"):
        fields = address_form(country.code).fields
        keys = [field.key for field in fields]
        assert "street" in keys
        assert len(set(keys)) == len(keys)
        assert set(keys) <= set(PARTS)


def test_a_malformed_postcode_is_a_soft_warning() -> None:
    remark = check_postcode("20012", "CN")
    assert remark is not None
    assert (remark.severity, remark.field) == (Severity.WARNING, "postcode")
    assert "20012" in remark.message
    assert check_postcode("200120", "CN") is None
    assert check_postcode("", "CN") is None
    assert check_postcode("anything", "XX") is None


def test_countries_have_names_in_three_languages() -> None:
    assert {c.code: c.name for c in countries("zh_CN")}["CH"] == "瑞士"
    assert {c.code: c.name for c in countries("zh_TW")}["US"] == "美國"
    assert countries("en")[0].name == "Afghanistan"
    assert len(countries("zh_CN")) == len(countries("en")) > 240


@pytest.mark.parametrize(
    ("text", "code"), [("中国", "CN"), ("中國", "CN"), ("china", "CN"), ("cn", "CN"), ("Schweiz", None), ("", None)]
)
def test_a_country_is_found_by_code_or_name(text: str, code: str | None) -> None:
    assert country_code(text) == code
