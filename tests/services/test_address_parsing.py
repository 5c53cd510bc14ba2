import pytest

from crmdesk.models.addresses import PART_NAMES
from crmdesk.services.address_parsing import PART_LABELS, AddressParsing


def test_every_part_has_a_label() -> None:
    assert tuple(PART_LABELS) == PART_NAMES


def test_a_reading_tells_parts_places_and_premises() -> None:
    text = "上海浦东新区世纪大道１００号金茂大厦11楼"
    reading = AddressParsing().parse(text)
    assert reading.text == text
    assert (reading.division_code, reading.premises_key, reading.place) == ("310115", "世纪大道100@上海", "世纪大道１００号")
    province, floor = reading.part("province"), reading.part("floor")
    assert province is not None
    assert (province.text, province.is_inferred, province.start) == ("上海市", True, -1)
    assert floor is not None
    assert text[floor.start : floor.end] == "11楼"
    assert reading.part("zone") is None
    assert reading.reasons[0].message == "The premises are 世纪大道１００号: the number decides."


def test_fields_beside_the_text_are_taken_as_known() -> None:
    reading = AddressParsing().parse("马连道11号", province="北京", city="北京市", district="西城区")
    assert reading.premises_key == AddressParsing().parse("北京市西城区马连道11号").premises_key


@pytest.mark.parametrize(("other", "same"), [("世纪大道100号17楼", True), ("世纪大道500号", False), ("世纪大道", None)])
def test_two_addresses_are_compared(other: str, same: bool | None) -> None:
    found = AddressParsing().compare("世纪大道100号金茂大厦11楼", other)
    assert found.is_same is same
    assert found.reason.template.format(**found.reason.params) == found.reason.message


def test_the_three_addresses_of_the_site_model_are_two_sites() -> None:
    texts = ["世纪大道100号金茂大厦11楼", "世纪大道100号17楼", "世纪大道500号"]
    assert AddressParsing().group(texts) == ((0, 1), (2,))
