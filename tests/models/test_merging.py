"""Default choices of a merge as tables: what is taken, and why."""

from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.merging import (
    CHOICES,
    Choice,
    Default,
    Rule,
    Why,
    default_of,
    default_survivor,
    differing_credit_codes,
    joined,
)
from crmdesk.services.record_fields import FIELDS

VALID, OTHER = "915001036219164684", "91510100737745699U"


@pytest.mark.parametrize(
    ("rule", "values", "survivor", "edited", "expected"),
    [
        (Rule.KEPT, ["a", "a"], 1, [1, 2], Default(1, Why.EQUAL)),
        (Rule.KEPT, [None, "a"], 0, [1, 2], Default(1, Why.ONLY)),
        (Rule.KEPT, ["", "a"], 0, [1, 2], Default(1, Why.ONLY)),
        (Rule.KEPT, ["a", "b"], 1, [9, 2], Default(1, Why.KEPT)),
        (Rule.KEPT, [None, "a", "b"], 0, [1, 2, 3], Default(1, Why.KEPT)),
        (Rule.NEWER, ["a", "b"], 0, [1, 2], Default(1, Why.NEWER)),
        (Rule.NEWER, ["a", None, "b"], 0, [1, 9, 2], Default(2, Why.NEWER)),
        (Rule.NEWER, ["a", "b"], 1, [5, 5], Default(1, Why.KEPT)),
        (Rule.LONGER, ["家乐福", "家乐福商业有限公司"], 0, [1, 1], Default(1, Why.LONGER)),
        (Rule.LONGER, ["甲公司", "乙公司"], 1, [1, 1], Default(1, Why.KEPT)),
        (Rule.VALID, ["123", VALID], 0, [1, 1], Default(1, Why.VALID)),
        (Rule.VALID, [VALID, OTHER], 1, [1, 1], Default(1, Why.KEPT)),
        (Rule.FURTHER, ["lead", "existing"], 0, [9, 1], Default(1, Why.FURTHER)),
        (Rule.FURTHER, ["sleeping", "fighting"], 1, [1, 1], Default(0, Why.FURTHER)),
        (Rule.JOINED, ["a", "b"], 0, [1, 1], Default(None, Why.BOTH)),
        (Rule.JOINED, ["a" * 12_000, "b" * 12_000], 0, [1, 1], Default(0, Why.KEPT)),
    ],
)
def test_the_default_and_its_reason(
    rule: Rule, values: list[str | None], survivor: int, edited: list[int], expected: Default
) -> None:
    rows: list[dict[str, Any]] = [{"x": value} for value in values]
    assert default_of(Choice("x", ("x",), rule), rows, survivor, edited) == expected


def test_the_fullest_block_is_taken_as_a_whole() -> None:
    choice = Choice("address", ("city", "street"), Rule.FULLER)
    rows: list[dict[str, Any]] = [{"city": "上海市", "street": None}, {"city": "北京市", "street": "马连道11号"}]
    assert default_of(choice, rows, 0, [9, 1]) == Default(1, Why.FULLER)


def test_who_stays() -> None:
    assert default_survivor([1, 3], [True, False], [1, 2]) == 1
    assert default_survivor([1, 1], [False, True], [1, 2]) == 1
    assert default_survivor([1, 1], [True, True], [7, 2]) == 1


def test_notes_are_joined_once() -> None:
    assert joined(["甲", " ", "乙", "甲 "]) == "甲\n\n乙"


def test_two_valid_numbers_speak_against_a_merge() -> None:
    assert differing_credit_codes([{"credit_code": VALID}, {"credit_code": "1"}, {"credit_code": OTHER}]) == (VALID, OTHER)
    assert differing_credit_codes([{"credit_code": VALID}, {"credit_code": VALID.lower()}]) == ()


@pytest.mark.parametrize("kind", [RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT])
def test_every_field_of_a_kind_is_chosen_exactly_once(kind: RecordKind) -> None:
    columns = [column for choice in CHOICES[kind] for column in choice.columns]
    assert sorted(columns) == sorted(info.key for info in FIELDS[kind])
