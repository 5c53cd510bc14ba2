"""The lead score as arithmetic: effects add up, more of what converts never counts against, the same outcomes teach the same."""

import math
import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.models.lead_scoring import (
    CountedEffect,
    NamedEffects,
    ScoreModel,
    Traits,
    is_due,
    logistic,
    missing_outcomes,
)
from crmdesk.models.lead_training import Outcome, TraitKinds, area_under_curve, train

KINDS = TraitKinds(named=("source", "place"), counted=("visits",), timed=("follow_ups",))


def _outcomes(count: int, seed: int = 1) -> list[Outcome]:
    """Referrals and long visits convert; the place says nothing."""
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        source = rng.choice(("referral", "fair", "mail"))
        visits = rng.choice((None, 0, 0, 1, 2, 5, 9, 20))
        odds = {"referral": 1.5, "fair": 0.0, "mail": -1.5}[source] + (visits or 0) * 0.1 - 0.5
        city = rng.choice(("上海", "苏州", "昆山"))
        traits: Traits = {
            "source": (source,),
            "place": () if rng.random() < 0.1 else (city, "江苏" if city != "上海" else "上海市"),
            "visits": visits,
            "follow_ups": rng.choice((None, 0, 1, 3)),
        }
        made.append(Outcome(traits, rng.random() < logistic(odds)))
    return made


LEARNT = train(_outcomes(900), KINDS)

levels = st.lists(st.sampled_from(("referral", "fair", "mail", "never seen", "江苏", "上海")), max_size=3).map(tuple)
numbers = st.none() | st.floats(-5, 1e9) | st.integers(0, 40).map(float)
leads = st.fixed_dictionaries({"source": levels, "place": levels, "visits": numbers, "follow_ups": numbers})


@given(leads)
def test_effects_add_up_to_the_probability_and_reasons_are_the_strongest_of_them(traits: Traits) -> None:
    effects = dict(LEARNT.effects(traits))
    score = LEARNT.score(traits)
    assert 0 < score.probability < 1
    assert math.isclose(math.log(score.probability / (1 - score.probability)), LEARNT.base + sum(effects.values()), abs_tol=1e-6)
    assert score.probability == LEARNT.probability(traits)
    for reasons, sign in ((score.speaks_for, 1), (score.against, -1)):
        assert len(reasons) <= 3
        strengths = [reason.effect * sign for reason in reasons]
        assert strengths == sorted(strengths, reverse=True)
        assert all(strength > 0 and reason.points * sign > 0 for strength, reason in zip(strengths, reasons, strict=True))
        named = {reason.trait for reason in reasons}
        unnamed = [effect * sign for trait, effect in effects.items() if trait not in named]
        assert not strengths or all(effect <= strengths[-1] or len(reasons) < 3 for effect in unnamed)
    assert all(effects[reason.trait] == reason.effect for reason in (*score.speaks_for, *score.against))


@given(leads)
def test_the_points_of_a_reason_are_what_the_probability_loses_without_it(traits: Traits) -> None:
    score = LEARNT.score(traits)
    odds = math.log(score.probability / (1 - score.probability))
    for reason in (*score.speaks_for, *score.against):
        assert math.isclose(reason.points / 100, score.probability - logistic(odds - reason.effect), abs_tol=1e-6)


@given(leads)
def test_a_stored_model_scores_the_same(traits: Traits) -> None:
    again = ScoreModel.from_json(LEARNT.to_json())
    assert again is not None
    assert math.isclose(again.probability(traits), LEARNT.probability(traits), abs_tol=1e-4)
    assert again.to_json() == LEARNT.to_json()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"form": 0}', '{"form": 1, "base": "x"}', "null"])
def test_a_model_of_another_form_is_none(text: str) -> None:
    assert ScoreModel.from_json(text) is None


def test_what_converted_more_often_speaks_for_a_lead() -> None:
    effects = LEARNT.named["source"].effects
    assert effects["referral"] > 0.5
    assert effects["mail"] < -0.5
    visits = [LEARNT.counted["visits"].effect(number) for number in (1, 2, 5, 9, 15, 20)]
    assert visits == sorted(visits)
    assert LEARNT.area > 0.75
    assert LEARNT.is_useful


def test_what_says_nothing_moves_little_and_chance_is_not_useful() -> None:
    assert max(map(abs, LEARNT.named["place"].effects.values())) < 0.4
    rng = random.Random(7)
    chance = train([Outcome(one.traits, rng.random() < 0.4) for one in _outcomes(400)], KINDS)
    assert chance.area < 0.56


@given(st.lists(st.sampled_from((2.0, 3.0, 4.0, 7.0)), min_size=3, max_size=3, unique=True).map(sorted), st.booleans())
@settings(max_examples=10, deadline=None)
def test_a_number_that_only_ever_helps_helps_more_the_more_there_is(at: Sequence[float], falling: bool) -> None:
    shares = (0.2, 0.5, 0.8)
    shares = shares[::-1] if falling else shares
    known = [
        Outcome({"visits": number}, place < share * 40) for number, share in zip(at, shares, strict=True) for place in range(40)
    ]
    curve = train(known, TraitKinds((), ("visits",))).counted["visits"]
    effects = [curve.effect(number) for number in at]
    assert effects == sorted(effects, reverse=falling)
    assert curve.effect(1e12) == curve.effect(at[-1]) or curve.effect(1e12) == pytest.approx(curve.effect(at[-1]))


def test_the_same_outcomes_in_any_order_teach_the_same() -> None:
    outcomes = _outcomes(300)
    first = train(outcomes, KINDS)
    random.Random(3).shuffle(outcomes)
    again = train(outcomes, KINDS)
    assert again.area == pytest.approx(first.area, abs=1e-9)
    for one in _outcomes(40, seed=9):
        assert again.probability(one.traits) == pytest.approx(first.probability(one.traits), abs=1e-7)
    assert train(outcomes, KINDS).to_json() == again.to_json()


def test_the_average_of_the_probabilities_is_the_share_that_converted() -> None:
    outcomes = _outcomes(600)
    model = train(outcomes, KINDS)
    mean = sum(model.probability(one.traits) for one in outcomes) / len(outcomes)
    assert mean == pytest.approx(model.converted / (model.converted + model.lost), abs=1e-3)


def test_a_model_of_one_name_is_its_log_odds() -> None:
    shares = {"a": 0.2, "b": 0.5, "c": 0.75}
    outcomes = [Outcome({"source": (name,)}, at < share * 2_000) for name, share in shares.items() for at in range(2_000)]
    model = train(outcomes, TraitKinds(("source",), ()))
    for name, share in shares.items():
        found = model.base + model.named["source"].effects[name]
        assert found == pytest.approx(math.log(share / (1 - share)), abs=0.01)  # the ridge takes a little


def test_effects_average_to_nothing_over_what_they_were_learnt_from() -> None:
    outcomes = _outcomes(400)
    model = train(outcomes, TraitKinds(("source", "place"), ()))
    for key in ("source", "place"):
        assert sum(dict(model.effects(one.traits))[key] for one in outcomes) == pytest.approx(0, abs=1e-6)


def test_few_of_a_name_fall_back_to_a_coarser_name_and_then_to_other() -> None:
    rows: list[Traits] = [{"place": ("昆山", "江苏")}] * 8 + [{"place": ("苏州", "江苏")}] * 15 + [{"place": ("上海",)}] * 40
    rows += [{"place": ("拉萨",)}] * 3 + [{"place": ()}] * 30
    model = train([Outcome(traits, at % 3 == 0) for at, traits in enumerate(rows)], TraitKinds(("place",), ()))
    named = model.named["place"]
    assert set(named.effects) == {"江苏", "上海"}
    assert named.level_of(("昆山", "江苏")) == "江苏"
    assert named.effect(("拉萨",)) == named.effect(("never seen",)) == named.other
    reason = model.score({"place": ("拉萨",)})
    assert all(one.value == "拉萨" and one.is_other for one in (*reason.speaks_for, *reason.against))


def test_too_early_to_know_moves_nothing_that_was_learnt() -> None:
    """Leads that were lost at once have no number; a young lead must not pay for that."""
    lost_at_once = [Outcome({"follow_ups": None}, False)] * 200
    later = [Outcome({"follow_ups": float(at % 4)}, at % 2 == 0) for at in range(200)]
    curve = train([*lost_at_once, *later], TraitKinds((), (), ("follow_ups",))).counted["follow_ups"]
    assert curve.unknown == pytest.approx(0, abs=1e-9)


def test_leads_without_any_number_are_learnt_all_the_same() -> None:
    model = train([Outcome({}, at % 2 == 0) for at in range(60)], KINDS)
    assert model.probability({"visits": 5, "follow_ups": None}) == pytest.approx(0.5, abs=1e-6)


def test_a_trait_that_decides_everything_stays_finite() -> None:
    outcomes = [Outcome({"source": ("a",) if at % 2 else ("b",)}, bool(at % 2)) for at in range(200)]
    model = train(outcomes, KINDS)
    assert 0.9 < model.probability({"source": ("a",)}) < 1
    assert model.area == 1


def test_one_kind_of_outcome_teaches_nothing() -> None:
    with pytest.raises(ValueError, match="too few"):
        train([Outcome({}, True)] * 200, KINDS)


@pytest.mark.parametrize(
    ("scores", "area"),
    [([0.1, 0.2, 0.8, 0.9], 1.0), ([0.9, 0.8, 0.2, 0.1], 0.0), ([0.5] * 4, 0.5), ([0.1, 0.8, 0.2, 0.9], 0.75)],
)
def test_the_area_counts_pairs_in_the_right_order(scores: list[float], area: float) -> None:
    assert area_under_curve(np.array([0.0, 0.0, 1.0, 1.0]), np.array(scores)) == pytest.approx(area)


@pytest.mark.parametrize(
    ("converted", "lost", "missing"),
    [(0, 0, 100), (70, 30, 0), (30, 70, 0), (100, 0, 30), (29, 500, 1), (10, 20, 70), (50, 49, 1), (5, 90, 25)],
)
def test_so_many_outcomes_are_missing(converted: int, lost: int, missing: int) -> None:
    assert missing_outcomes(converted, lost) == missing


@pytest.mark.parametrize(
    ("known", "outcomes", "due"),
    [
        (None, 100, True),
        (100, 100, False),
        (100, 109, False),
        (100, 110, True),
        (100, 90, True),
        (1000, 1049, False),
        (1000, 1050, True),
    ],
)
def test_it_is_learnt_anew_after_a_twentieth_more(known: int | None, outcomes: int, due: bool) -> None:
    assert is_due(known, outcomes) is due


def test_a_line_is_level_beyond_its_ends() -> None:
    curve = CountedEffect(((0.0, -1.0), (2.0, 0.0), (4.0, 3.0)), zero=-2.0, unknown=0.5)
    assert [curve.effect(at) for at in (None, -1, 0, 1, 2, 3, 4, 99)] == [0.5, -2, -2, -0.5, 0, 1.5, 3, 3]
    assert NamedEffects({}, 0.2, -0.1).effect(("x",)) == 0.2
