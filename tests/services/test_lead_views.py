"""Saved views come back as they were saved, with days that move along; what cannot be read is left out."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.settings import Settings, load_settings, save_settings
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.services.lead_views import LeadView, views_of, with_views

TODAY = date(2026, 11, 23)
_IDS = st.lists(st.text(min_size=1, max_size=5), max_size=3).map(tuple)
_DAYS = st.none() | st.dates(date(2020, 1, 1), date(2035, 1, 1))
_FILTERS = st.builds(
    LeadFilter,
    statuses=st.lists(st.sampled_from(LeadStatus), max_size=3).map(tuple),
    owners=_IDS,
    pools=_IDS,
    sources=_IDS,
    campaigns=_IDS,
    text=st.text(max_size=10),
    mine=st.booleans(),
    in_pool=st.none() | st.booleans(),
    due_until=_DAYS,
    look_again_until=_DAYS,
    unfollowed_since=_DAYS,
    completeness_from=st.integers(0, 100),
    probability_from=st.floats(0, 1),
    provisional=st.booleans(),
)


@given(_FILTERS)
def test_a_view_comes_back_as_it_was_saved(wanted: LeadFilter) -> None:
    view = LeadView("我的", wanted, Sort("next_step_on", descending=True), ("name", "city"), is_board=True)
    assert views_of(with_views(Settings(), [view], TODAY), TODAY) == (view,)


def test_a_week_later_the_days_have_moved_along() -> None:
    view = LeadView("本周到期", LeadFilter(due_until=TODAY + timedelta(days=7), unfollowed_since=TODAY - timedelta(days=30)))
    (later,) = views_of(with_views(Settings(), [view], TODAY), TODAY + timedelta(days=7))
    assert later.filter == LeadFilter(due_until=TODAY + timedelta(days=14), unfollowed_since=TODAY - timedelta(days=23))


def test_views_outlive_the_program(tmp_path: Path) -> None:
    views = (LeadView("我的", LeadFilter(mine=True)), LeadView("公海 “东”", LeadFilter(in_pool=True)))
    save_settings(tmp_path / "settings.toml", with_views(Settings(), views, TODAY))
    assert views_of(load_settings(tmp_path / "settings.toml"), TODAY) == views


def test_of_two_with_one_name_the_later_one_stays_and_none_is_nameless() -> None:
    views = [LeadView("a"), LeadView(" a ", LeadFilter(mine=True)), LeadView("  ")]
    assert views_of(with_views(Settings(), views, TODAY), TODAY) == (LeadView("a", LeadFilter(mine=True)),)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nonsense",
        "[]",
        '{"name":"x"}',
        '{"name":"x","filter":{"colour":"red"},"sort":"name","descending":false,"columns":[],"board":false}',
        '{"name":"x","filter":{"statuses":["sold"]},"sort":"name","descending":false,"columns":[],"board":false}',
        '{"name":"x","filter":{"due_until":99999999999},"sort":"name","descending":false,"columns":[],"board":false}',
    ],
)
def test_a_line_that_cannot_be_read_is_left_out(line: str) -> None:
    good = with_views(Settings(), [LeadView("a")], TODAY).lead_views
    assert views_of(Settings(lead_views=(line, *good)), TODAY) == (LeadView("a"),)
