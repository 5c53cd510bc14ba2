"""What the score knows of a lead, and what it must not know."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.ids import new_id, shipped_id
from crmdesk.models.lead_traits import COLUMNS, TIMED, WINDOW, activity, arrived, traits_of

CAME = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
NOTHING = dict.fromkeys(TIMED)


def test_a_lead_came_when_its_id_says() -> None:
    came = arrived(new_id())
    assert came is not None
    assert abs(came - datetime.now(UTC)) < timedelta(minutes=1)
    assert arrived(shipped_id("lead", "1")) is None
    assert arrived("") is None
    assert arrived("z" * 12 + "7" + "0" * 19) is None


@pytest.mark.parametrize(
    ("days_open", "talks", "expected"),
    [
        (13.9, [1, 2], NOTHING),
        (14, [], {"follow_ups": 0.0, "first_contact_days": None, "contact_gap_days": None}),
        (99, [3], {"follow_ups": 1.0, "first_contact_days": 3.0, "contact_gap_days": None}),
        (99, [3, 4, 9], {"follow_ups": 3.0, "first_contact_days": 3.0, "contact_gap_days": 3.0}),
        (99, [2, 14, 15, 80], {"follow_ups": 2.0, "first_contact_days": 2.0, "contact_gap_days": 12.0}),
        (99, [40], {"follow_ups": 0.0, "first_contact_days": None, "contact_gap_days": None}),
        (99, [-4, 2, 12], {"follow_ups": 2.0, "first_contact_days": 0.0, "contact_gap_days": 6.0}),
    ],
)
def test_activity_is_that_of_the_first_fortnight(days_open: float, talks: list[int], expected: dict[str, float | None]) -> None:
    assert activity(CAME, CAME + days_open * DAY, [CAME + talk * DAY for talk in talks]) == expected


@given(st.lists(st.floats(0, 100), max_size=8).map(sorted), st.lists(st.floats(14.01, 200), max_size=5).map(sorted))
def test_what_was_said_after_the_fortnight_is_never_known(early: list[float], later: list[float]) -> None:
    within = [CAME + at * DAY for at in early if at <= WINDOW / DAY]
    ended = CAME + 300 * DAY
    assert activity(CAME, ended, within) == activity(CAME, ended, [*within, *(CAME + at * DAY for at in later)])


def test_nothing_is_known_without_beginning_or_end() -> None:
    assert activity(None, CAME, [CAME]) == NOTHING
    assert activity(CAME, None, [CAME]) == NOTHING


def test_names_are_taken_as_they_are_and_blanks_are_not_known() -> None:
    row = dict.fromkeys(COLUMNS) | {
        "id": new_id(),
        "city": " 苏州 ",
        "province": "江苏",
        "country": "",
        "campaign": " ",
        "headcount": 50,
    }
    row["source_id"] = "b"
    traits = traits_of(row, {"b": ("b", "a")}.__getitem__, None, [])
    assert traits["source"] == ("b", "a")
    assert traits["place"] == ("苏州", "江苏")
    assert traits["campaign"] == traits["industry"] == ()
    assert traits["headcount"] == 50.0
    assert traits["web_visits"] is None


def test_nothing_that_follows_from_the_outcome_is_looked_at() -> None:
    outcome = {"status", "reason_id", "look_again_on", "company_id", "site_id", "contact_id", "converted_at", "converted_by"}
    assert not outcome & set(COLUMNS)
    assert not {"next_step", "next_step_on", "last_follow_up_at", "owner_id", "pool_id"} & set(COLUMNS)
