"""People at one site: which evidence makes one of two."""

import pytest

from crmdesk.models.matching.people import Person, compare_people

WANG = Person("王芳", "138 0013 8000", "010-63271234", "Wang.Fang@example.cn")


@pytest.mark.parametrize(
    ("other", "score"),
    [
        (WANG, 0.99),
        (Person("王芳", "+86 13800138000"), 0.99),
        (Person(" 王 芳 ", None, "13800138000"), 0.99),
        (Person("王芳", email="other@example.cn; WANG.FANG@example.cn"), 0.99),
        (Person("王芳", None, "01063271234"), 0.9),
        (Person("王芳", None, "021-1/010-63271234"), 0.9),
        (Person("王芳"), None),
        (Person("王芳", "13800138001", "010-63271235", "fang@example.cn"), None),
        (Person("王方", "13800138000"), None),
        (Person("", "13800138000"), None),
        (Person("王芳", email="wang.fang"), None),
    ],
    ids=[
        *("the same", "mobile", "mobile as phone", "one of two mails", "switchboard", "one of two numbers"),
        *("name alone", "all else differs", "number alone", "no name", "no mail address"),
    ],
)
def test_name_and_a_number_or_mail_make_one_of_two(other: Person, score: float | None) -> None:
    for found in (compare_people(WANG, other), compare_people(other, WANG)):
        assert (None if found is None else found.score) == score


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("010-63271234 ext. 801", "010-63271234 ext. 802", False),
        ("010-63271234 ext. 801", "010-63271234 ext. 801", True),
        ("010-63271234 ext. 801", "010-63271234", True),
    ],
    ids=["two extensions", "one extension", "one without"],
)
def test_two_extensions_are_two_people(one: str, other: str, *, is_one: bool) -> None:
    assert (compare_people(Person("王芳", None, one), Person("王芳", None, other)) is not None) is is_one


def test_traditional_characters_and_case_are_no_difference() -> None:
    assert compare_people(Person("張偉", "13800138000"), Person("张伟", "13800138000")) is not None
    assert compare_people(Person("JIM GREEN", "13800138000"), Person("Jim Green", "13800138000")) is not None


def test_the_weightiest_reason_stands_first() -> None:
    found = compare_people(WANG, WANG)
    assert found is not None
    assert [reason.about for reason in found.reasons] == ["email", "phone", "phone", "name"]
    assert found.reasons[0].params == {"mail": "wang.fang@example.cn"}
