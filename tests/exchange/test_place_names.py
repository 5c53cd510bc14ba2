import pytest

from crmdesk.exchange.place_names import place_name


@pytest.mark.parametrize(
    ("registered", "owners", "place"),
    [
        ("ABB(中国)有限公司上海分公司", ("ABB(中国)有限公司",), "上海分公司"),
        ("ABB（中国）有限公司上海分公司", ("ABB(中国)有限公司",), "上海分公司"),
        ("全球石油-纽约", ("全球石油",), "纽约"),
        ("甲公司乙店", ("丙公司", "甲公司"), "乙店"),
        ("甲公司", ("甲公司",), "甲公司"),
        ("甲公司", ("", "乙"), "甲公司"),
    ],
)
def test_the_place_is_what_follows_the_owner(registered: str, owners: tuple[str, ...], place: str) -> None:
    assert place_name(registered, *owners) == place
