import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.premises import keys_at_one_place, premises_key

_BEIJING = ("北京", "北京市", "西城区")


@pytest.mark.parametrize(
    "street",
    [
        "马连道11号",
        "马连道 11 号",
        "馬連道１１號",
        "北京市西城区马连道11号",
        "北京西城马连道11号",
        "北京市北京市西城区马连道11号",
        "西城区马连道11号",
    ],
)
def test_ways_to_write_one_place_have_one_key(street: str) -> None:
    assert premises_key(*_BEIJING, street, None) == premises_key(*_BEIJING, "马连道11号", None)
    assert premises_key(*_BEIJING, None, street) == premises_key(*_BEIJING, "马连道11号", None)


@pytest.mark.parametrize("other", ["马连道12号", "马连道110号", "方庄路11号"])
def test_other_places_have_other_keys(other: str) -> None:
    assert premises_key(*_BEIJING, other, None) != premises_key(*_BEIJING, "马连道11号", None)


def test_the_same_street_in_another_city_is_another_place() -> None:
    assert premises_key("江苏省", "南京市", None, "中山路1号", None) != premises_key("浙江省", "杭州市", None, "中山路1号", None)


def test_without_an_address_there_is_no_key() -> None:
    assert premises_key("江苏省", "南京市", None, None, " ") is None


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("马连道11@北京", ("马连道11@北京", "马连道11")),
        ("马连道11", ("马连道11",)),
        ("~恒通广厦@北京", ("~恒通广厦@北京", "~恒通广厦")),
    ],
)
def test_an_address_without_its_town_may_be_the_same_place(key: str, keys: tuple[str, ...]) -> None:
    assert keys_at_one_place(key) == keys


@given(*[st.none() | st.text(max_size=40)] * 5)
def test_any_text_has_a_key_or_none(
    province: str | None, city: str | None, district: str | None, street: str | None, text: str | None
) -> None:
    key = premises_key(province, city, district, street, text)
    assert key is None or not key.endswith("|")
