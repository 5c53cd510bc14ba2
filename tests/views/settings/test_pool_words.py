"""What the rules of a pool say: every rule that holds has its sentence, one that is empty has none."""

from typing import Any

import pytest

from crmdesk.core.vocabulary import PoolRole
from crmdesk.services.pool_settings import FallingBack, PoolsState
from crmdesk.views.settings.pool_words import falling_sentence, for_whom, keepers, rule_sentences

NOTHING = "Nothing falls back by itself."


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({}, (NOTHING,)),
        ({"daily_claims": 0}, ("A person may claim 0 records a day.", NOTHING)),
        ({"warn_days": 3, "protect_days": 5}, (NOTHING,)),
        (
            {"unfollowed_days": 30, "warn_days": 3},
            ("A record without a follow-up falls back after 30 days.", "The owner is warned 3 days before."),
        ),
        ({"days_by_grade": '{"A": 9}'}, (NOTHING,)),
        (
            {"takes_accounts": 1, "days_by_grade": '{"A": 9, "B": 5}'},
            (
                "Customers without business fall back too, by the same rules.",
                "Customers without a follow-up fall back by their grade: A: 9 days, B: 5 days.",
            ),
        ),
        ({"asks_reason": 1, "masks_contacts": 0}, (NOTHING, "Who releases a record gives a reason.")),
    ],
)
def test_rules_in_words(rules: dict[str, Any], said: tuple[str, ...]) -> None:
    assert rule_sentences(rules) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (FallingBack(0, 0, 0), "With these rules nothing would fall back today."),
        (FallingBack(3, 0, 2), "With these rules 3 leads of 2 people would fall back today."),
        (FallingBack(0, 4, 2), "With these rules 4 customers of 2 people would fall back today."),
        (FallingBack(3, 4, 2), "With these rules 3 leads, 4 customers of 2 people would fall back today."),
    ],
)
def test_a_preview_in_words(found: FallingBack, said: str) -> None:
    assert falling_sentence(found) == said


def _state(*, has_centre: bool) -> PoolsState:
    return PoolsState((), frozenset(), {"east": "East"}, {"a": "李雷", "b": "韩梅梅"}, "a", ("A",), 5, has_centre)


def test_whose_pool_it_is() -> None:
    state = _state(has_centre=True)
    assert for_whom({"for_team_id": None}, {}, state) == "Everybody"
    assert for_whom({"for_team_id": "east"}, {}, state) == "Team East"
    assert for_whom({"for_team_id": "east"}, {"b": PoolRole.MEMBER}, state) == "韩梅梅"


def test_who_may_change_it() -> None:
    members = {"a": PoolRole.MEMBER, "b": PoolRole.ADMINISTRATOR}
    assert "韩梅梅" in keepers(members, _state(has_centre=True))
    assert keepers({"a": PoolRole.MEMBER}, _state(has_centre=True)).startswith("Everybody")
    assert keepers(members, _state(has_centre=False)).startswith("Whoever")
