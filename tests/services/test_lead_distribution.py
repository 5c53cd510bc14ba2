"""Leads of an import are handed out by rule."""

import pytest

from crmdesk.services.lead_distribution import Distribution, Spread, owners_for

LEADS = [{"city": "上海市"}, {"province": "广东省", "city": "深圳市"}, {"industry_id": "c35"}, {}]


@pytest.mark.parametrize(
    ("rule", "owners"),
    [
        (Distribution(Spread.IN_TURN, ("a", "b")), ["a", "b", "a", "b"]),
        (Distribution(Spread.REGION, (), {"上海市": "a", "广东省": "b"}), ["a", "b", None, None]),
        (Distribution(Spread.REGION, ("x", "y"), {"上海市": "a"}), ["a", "x", "y", "x"]),
        (Distribution(Spread.INDUSTRY, (), {"c35": "a"}), [None, None, "a", None]),
    ],
)
def test_each_rule_names_owners(rule: Distribution, owners: list[str | None]) -> None:
    assert owners_for(rule, LEADS) == owners
