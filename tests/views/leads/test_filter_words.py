"""Conditions in words, a filter without one of them, and what they do to a list's own filter."""

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.views.leads.filter_words import conditions, narrowed, without
from crmdesk.views.leads.presets import MINE, preset_filter

EVERYTHING = LeadFilter(
    statuses=(LeadStatus.NEW,),
    owners=("u",),
    pools=("p",),
    sources=("s",),
    industries=("i",),
    campaigns=("Fair",),
    text="x",
    mine=True,
    in_pool=True,
    due_until=date(2026, 11, 23),
    look_again_until=date(2026, 11, 23),
    unfollowed_since=date(2026, 11, 23),
    completeness_from=50,
    probability_from=0.6,
    provisional=True,
)


def test_every_condition_has_its_words_and_can_be_taken_away() -> None:
    said = conditions(EVERYTHING, {"u": "李雷", "s": "Fair", "i": "Retail"})
    assert [name for name, _ in said] == [field.name for field in fields(LeadFilter) if field.name != "text"]
    assert all("{" not in words for _, words in said)
    assert dict(said)["owners"].endswith("李雷")
    assert dict(said)["probability_from"].endswith("60 %")
    left = EVERYTHING
    for name, _ in said:
        left = without(left, name)
    assert left == LeadFilter(text="x")
    assert conditions(LeadFilter(in_pool=False), {})[0][0] == "in_pool"


def test_a_person_or_pool_takes_the_place_of_mine() -> None:
    base = preset_filter(MINE, date(2026, 11, 23))
    assert narrowed(base, LeadFilter(), "a") == preset_filter(MINE, date(2026, 11, 23), "a")
    other = narrowed(base, LeadFilter(owners=("u",)), "")
    assert (other.mine, other.owners, other.statuses) == (False, ("u",), base.statuses)


@given(st.sets(st.sampled_from([field.name for field in fields(LeadFilter) if field.name != "text"])))
def test_conditions_survive_narrowing(names: set[str]) -> None:
    more = EVERYTHING
    for name in names:
        more = without(more, name)
    found = narrowed(LeadFilter(), more, "y")
    assert found.text == "y"
    assert all(
        getattr(found, field.name) == getattr(more, field.name)
        for field in fields(LeadFilter)
        if field.name not in {"text", "mine"}
    )
