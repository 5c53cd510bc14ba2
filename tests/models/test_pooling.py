"""Rules of pools as arithmetic, and what is a rule at all."""

from typing import Any

import pytest

from crmdesk.models.pooling import check_rules, days_of_grades, stored_grades


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"name": "", "masks_contacts": "yes"}, []),
        ({"wait_days": 0, "daily_claims": 9999, "held_limit": None}, []),
        ({"wait_days": -1, "daily_claims": 10_000, "held_limit": "5", "warn_days": True}, None),
        ({"unfollowed_days": 1, "no_opportunity_days": 9999, "after_contract_days": 0}, []),
        ({"unfollowed_days": 0, "no_opportunity_days": 0}, None),
        ({"days_by_grade": None}, []),
        ({"days_by_grade": " "}, []),
        ({"days_by_grade": {}}, []),
        ({"days_by_grade": {"A": 90, "B": None}}, []),
        ({"days_by_grade": '{"A": 90}'}, []),
        ({"days_by_grade": "A: 90"}, None),
        ({"days_by_grade": "[90]"}, None),
        ({"days_by_grade": "90"}, None),
        ({"days_by_grade": 90}, None),
        ({"days_by_grade": {"A": -1}}, None),
        ({"days_by_grade": {"A": 0}}, None),
        ({"days_by_grade": {"A": "90"}}, None),
        ({"days_by_grade": {"A": True}}, None),
        ({"days_by_grade": {"A": 1.5}}, None),
        ({"days_by_grade": {" ": 9}}, None),
        ({"days_by_grade": {1: 9}}, None),
        ({"days_by_grade": {'A"B': 9}}, None),
    ],
)
def test_what_is_no_rule_is_named_field_by_field(values: dict[str, Any], fields: list[str] | None) -> None:
    problems = check_rules(values)
    assert [one.field for one in problems] == (list(values) if fields is None else fields)
    assert all(" to 9999" in one.message and "{" not in one.message for one in problems)


def test_days_by_grade_have_one_spelling() -> None:
    assert stored_grades({"B": 60, " A ": 90, "C": None}) == '{"A": 90, "B": 60}' == stored_grades('{"B":60,"A":90}')
    assert stored_grades({}) is stored_grades("") is stored_grades(None) is None
    with pytest.raises(ValueError, match="nonsense"):
        stored_grades("nonsense")


@pytest.mark.parametrize("stored", [None, "", "nonsense", "[1]", '{"A": "x"}'])
def test_what_another_program_wrote_and_is_no_rule_does_not_hold(stored: str | None) -> None:
    assert days_of_grades(stored) == {}
