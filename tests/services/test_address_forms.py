"""Addresses for forms."""

from crmdesk.services.address_forms import AddressForms


def test_the_parts_are_those_of_the_country_and_of_china_where_none_is_known() -> None:
    forms = AddressForms()
    assert [field.key for field in forms.form(None).fields] == [field.key for field in forms.form("cn").fields]
    assert "State" in {field.label for field in forms.form("US").fields}


def test_countries_are_named_in_the_readers_language() -> None:
    forms = AddressForms()
    assert {country.code: country.name for country in forms.countries("en")}["CN"] == "China"
    assert {country.code: country.name for country in forms.countries("zh_CN")}["CN"] == "中国"


def test_a_line_leaves_out_what_is_not_known() -> None:
    assert AddressForms().line({"city": "北京", "street": "马连道11号", "country": "CN"}, "zh_CN") == "北京马连道11号"
