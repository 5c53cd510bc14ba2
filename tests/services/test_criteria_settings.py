"""Sets of criteria in the settings: an order, copies, new versions; what rounds were held against does not change under them."""

from typing import Any

import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import shipped_id
from crmdesk.core.vocabulary import AnswerValue, Outcome, Taxonomy
from crmdesk.services.criteria_sets import CriteriaSetService, SetInUse
from crmdesk.services.criteria_settings import CriteriaSettings, Example, example
from crmdesk.services.qualification import QualificationService
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.test_qualification import lead_in

BANT, CHAMP, MEDDIC = (shipped_id("criteria_set", code) for code in ("BANT", "CHAMP", "MEDDIC"))


def _order(store: Store) -> list[str]:
    return [one.id for one in CriteriaSettings(store).state().sets]


def _judged(store: Store) -> str:
    """Hold a lead against BANT; return the round."""
    service = QualificationService(store)
    held = service.begin(lead_in(store), BANT)
    for question in held.questions[:3]:
        service.answer(held.id, question.criterion_id, AnswerValue.YES)
    service.close(held.id, Outcome.QUALIFIED)
    return held.id


def test_the_state_tells_of_use_and_for_whom(ready_store: Store) -> None:
    _judged(ready_store)
    fair = shipped_id(Taxonomy.SOURCE, "fair")
    CriteriaSetService(ready_store).change(CHAMP, {"source_id": fair})
    state = CriteriaSettings(ready_store).state("en")
    assert state.rounds == {BANT: 1}
    assert state.terms[fair]
    assert [len(state.criteria[one.id]) for one in state.sets] == [4, 4, 6]


def test_sets_have_an_order(ready_store: Store) -> None:
    service = CriteriaSettings(ready_store)
    service.move(MEDDIC, -1)
    assert _order(ready_store) == [BANT, MEDDIC, CHAMP]
    service.move(CHAMP, 1)
    assert _order(ready_store) == [BANT, MEDDIC, CHAMP]
    with pytest.raises(RecordNotFound):
        service.move("gone", 1)


def test_a_copy_asks_the_same_and_says_what_it_is(ready_store: Store) -> None:
    service = CriteriaSettings(ready_store)
    made, _ = service.copy(BANT)
    assert _order(ready_store) == [BANT, made, CHAMP, MEDDIC]
    state = service.state("en")
    assert state.sets[1].name == "BANT (3 of 4) (copy)"
    assert (state.sets[1].pass_count, state.sets[1].is_retired) == (3, False)
    assert [one.name for one in state.criteria[made]] == [one.name for one in state.criteria[BANT]]
    assert not {one.id for one in state.criteria[made]} & {one.id for one in state.criteria[BANT]}
    UndoService(ready_store).undo_last()
    assert _order(ready_store) == [BANT, CHAMP, MEDDIC]
    with pytest.raises(RecordNotFound):
        service.copy("gone")


def test_what_counts_does_not_change_under_rounds_but_words_do(ready_store: Store) -> None:
    held = _judged(ready_store)
    service, rounds = CriteriaSetService(ready_store), QualificationService(ready_store)
    first = service.criteria(BANT)[0].id
    attempts: tuple[Any, ...] = (
        lambda: service.change(BANT, {"pass_count": 4}),
        lambda: service.change_criterion(first, {"weight": 9}),
        lambda: service.change_criterion(first, {"is_knock_out": 1}),
        lambda: service.add_criterion(BANT, {"name": "新"}),
        lambda: service.retire_criterion(first),
    )
    for attempt in attempts:
        with pytest.raises(SetInUse):
            attempt()
    service.change(BANT, {"name_en": "Our BANT", "pass_count": 3, "pass_percent": None})
    service.change_criterion(first, {"question_en": "Is there money?", "weight": 1, "is_knock_out": False})
    service.move_criterion(first, 1)
    assert rounds.open(held).assessment.yes == 3


def test_a_new_version_takes_the_place_and_the_old_one_keeps_its_rounds(ready_store: Store) -> None:
    held = _judged(ready_store)
    service, sets = CriteriaSettings(ready_store), CriteriaSetService(ready_store)
    made, changes = service.renew(BANT)
    sets.change(made, {"pass_count": 4})
    assert next((one.id, one.name) for one in sets.all("en")) == (made, "BANT (3 of 4)")
    assert BANT not in {one.id for one in sets.all()}
    assert QualificationService(ready_store).open(held).criteria_set.pass_count == 3
    assert changes.transaction is not None
    UndoService(ready_store).undo_last()
    UndoService(ready_store).undo_transaction(changes.transaction)
    assert _order(ready_store) == [BANT, CHAMP, MEDDIC]
    assert BANT in {one.id for one in sets.all()}


@pytest.mark.parametrize(
    ("percent", "count", "expected"),
    [
        (None, 3, Example(("Budget", "Authority", "Need"), 4, 75)),
        (50, None, Example(("Budget", "Authority"), 4, 50)),
        (None, None, Example(("Budget", "Authority", "Need", "Timing"), 4, 100)),
        (None, 5, Example((), 4, 0)),
    ],
)
def test_the_example_names_the_fewest_that_pass(
    ready_store: Store, percent: int | None, count: int | None, expected: Example
) -> None:
    found = example(CriteriaSetService(ready_store).criteria(BANT, "en"), percent, count)
    assert (len(found.needed), found.of) == (len(expected.needed), expected.of)
    if expected.needed:
        assert found.score == expected.score
        assert found.needed[:2] == expected.needed[:2]


def test_a_knock_out_belongs_to_the_example(ready_store: Store) -> None:
    service = CriteriaSetService(ready_store)
    own, _ = service.add({"name": "自有", "pass_percent": 10})
    service.add_criterion(own, {"name": "重", "weight": 9})
    service.add_criterion(own, {"name": "必", "weight": 1, "is_knock_out": 1})
    assert example(service.criteria(own), 10, None) == Example(("必",), 2, 10)
