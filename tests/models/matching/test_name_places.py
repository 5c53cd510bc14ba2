"""Places in names: found, and whether two can be one."""

import pytest

from crmdesk.models.matching.name_parts import name_parts
from crmdesk.models.matching.name_places import PlaceRelation, latin_place, place_at, relation


@pytest.mark.parametrize(
    ("text", "short", "kind", "end"),
    [
        ("上海市浦东", "上海", "市", 3),
        ("株洲县供电", "株洲", "县", 3),
        ("中国电信", "中国", "", 2),
        ("内蒙古自治区", "内蒙古", "区", 6),
    ],
)
def test_a_place_is_found(text: str, short: str, kind: str, end: int) -> None:
    found = place_at(text, 0)
    assert found is not None
    assert (found[0].short, found[0].kind, found[1]) == (short, kind, end)


@pytest.mark.parametrize("text", ["北京西路", "福州路支行", "香港花园", "家乐福", ""])
def test_the_name_of_a_road_is_no_place(text: str) -> None:
    assert place_at(text, 0) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("上海甲乙", "上海市甲乙", PlaceRelation.SAME),
        ("上饶市甲乙", "上饶县甲乙", PlaceRelation.OTHER),
        ("大同甲乙", "大同县甲乙", PlaceRelation.OTHER),
        ("吉林省甲乙", "吉林市甲乙", PlaceRelation.OTHER),
        ("浙江甲乙", "杭州甲乙", PlaceRelation.WITHIN),
        ("山东淄博甲乙", "山东济宁甲乙", PlaceRelation.OTHER),
        ("山东淄博甲乙", "淄博甲乙", PlaceRelation.SAME),
        ("北京甲乙", "上海甲乙", PlaceRelation.OTHER),
        ("北京甲乙", "甲乙", PlaceRelation.MISSING),
        ("丙丁甲乙", "甲乙", PlaceRelation.NONE),
    ],
)
def test_two_places(left: str, right: str, expected: PlaceRelation) -> None:
    one, other = name_parts(left + "有限公司").places, name_parts(right + "有限公司").places
    assert relation(one, other) is relation(other, one) is expected


@pytest.mark.parametrize(("word", "short"), [("hongkong", "香港"), ("beijing", "北京"), ("shaanxi", "陕西"), ("shanxi", "山西")])
def test_places_in_latin_letters(word: str, short: str) -> None:
    place = latin_place(word)
    assert place is not None
    assert place.short == short


def test_a_word_that_is_no_place() -> None:
    assert latin_place("siemens") is None
