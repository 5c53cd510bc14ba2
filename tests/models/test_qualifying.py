"""Where a round stands by its set's rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.vocabulary import AnswerValue
from crmdesk.models.qualifying import Mark, PassRule, Standing, assess

YES, PARTLY, NO = AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO
BANT = [Mark(name, 1, is_knock_out=False) for name in "BANT"]
HEAVY = [Mark("pain", 2, is_knock_out=True), Mark("money", 1, is_knock_out=False), Mark("time", 1, is_knock_out=False)]


@pytest.mark.parametrize(
    ("answers", "standing", "lacking", "score"),
    [
        ({}, Standing.OPEN, 3, 0),
        ({"B": YES, "A": YES, "N": YES}, Standing.PASSES, 0, 75),
        ({"B": YES, "A": YES, "N": PARTLY, "T": PARTLY}, Standing.FAILS, 1, 75),
        ({"B": NO, "A": NO}, Standing.FAILS, 3, 0),
        ({"B": NO, "A": YES}, Standing.OPEN, 2, 25),
        ({"B": YES, "A": YES, "N": YES, "T": NO}, Standing.PASSES, 0, 75),
    ],
)
def test_bant_passes_with_three_of_four(answers: dict[str, AnswerValue], standing: Standing, lacking: int, score: int) -> None:
    found = assess(BANT, answers, PassRule(None, 3))
    assert (found.standing, found.lacking, found.score) == (standing, lacking, score)


@pytest.mark.parametrize(
    ("answers", "standing", "score"),
    [
        ({"pain": YES}, Standing.OPEN, 50),
        ({"pain": YES, "money": YES}, Standing.PASSES, 75),
        ({"pain": YES, "money": PARTLY, "time": PARTLY}, Standing.PASSES, 75),
        ({"pain": PARTLY, "money": YES, "time": YES}, Standing.PASSES, 75),
        ({"pain": NO, "money": YES, "time": YES}, Standing.FAILS, 50),
    ],
)
def test_weights_count_and_a_knock_out_fails(answers: dict[str, AnswerValue], standing: Standing, score: int) -> None:
    found = assess(HEAVY, answers, PassRule(75, None))
    assert (found.standing, found.score) == (standing, score)
    assert (found.failed_by == "pain") is (answers["pain"] is NO)


def test_knock_outs_and_heavy_criteria_are_asked_first() -> None:
    marks = [Mark("a", 1, is_knock_out=False), Mark("b", 3, is_knock_out=False), Mark("c", 1, is_knock_out=True)]
    assert assess(marks, {}, PassRule(50, None)).missing == ("c", "b", "a")
    assert assess(marks, {"c": YES}, PassRule(50, None)).next_question == "b"
    assert assess(marks, dict.fromkeys("abc", YES), PassRule(50, None)).next_question is None


def test_a_set_without_a_rule_wants_everything_and_an_empty_one_passes_nobody() -> None:
    assert assess(BANT, dict.fromkeys("BAN", YES), PassRule(None, None)).standing is Standing.OPEN
    assert assess(BANT, dict.fromkeys("BANT", YES), PassRule(None, None)).standing is Standing.PASSES
    assert assess([], {}, PassRule(None, None)).standing is not Standing.PASSES


_marks = st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=1, max_size=8)
_rules = st.one_of(
    st.builds(PassRule, st.integers(0, 100), st.none()),
    st.builds(PassRule, st.none(), st.integers(0, 8)),
    st.just(PassRule(None, None)),
)


@given(_marks, _rules, st.lists(st.sampled_from([YES, PARTLY, NO, None]), min_size=8, max_size=8))
def test_more_knowledge_never_revives_a_failed_round(
    shapes: list[tuple[int, bool]], rule: PassRule, values: list[AnswerValue | None]
) -> None:
    marks = [Mark(str(place), weight, is_knock_out=knock) for place, (weight, knock) in enumerate(shapes)]
    answers = {mark.id: value for mark, value in zip(marks, values, strict=False)}
    found = assess(marks, answers, rule)
    assert 0 <= found.score <= 100
    if found.standing is Standing.FAILS:
        full = {name: value or YES for name, value in answers.items()}
        assert assess(marks, full, rule).standing is Standing.FAILS
    if found.standing is Standing.PASSES and found.failed_by is None:
        better = dict.fromkeys(answers, YES)
        assert assess(marks, better, rule).standing is Standing.PASSES
