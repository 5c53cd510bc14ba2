"""Rounds of qualification: left and resumed, answered with evidence, closed by a person, kept in the history."""

from datetime import date
from typing import Any

import pytest

from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id, shipped_id
from crmdesk.core.vocabulary import AnswerValue, Outcome, RecordKind, Taxonomy
from crmdesk.services.criteria_sets import CriteriaSetService
from crmdesk.services.criteria_settings import CriteriaSettings
from crmdesk.services.qualification import LeadClosed, QualificationService, RoundClosed, Standing
from crmdesk.services.record_values import FieldRequired
from crmdesk.services.undo import UndoService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

BANT = shipped_id("criteria_set", "BANT")
NO_NEED = shipped_id(Taxonomy.DISQUALIFY_REASON, "no_need")
YES, NO = AnswerValue.YES, AnswerValue.NO


def lead_in(store: Store, **values: Any) -> str:
    """Store a new lead; return its id."""
    lead = new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.LEAD, {"id": lead, "company_name": "长江石化", "status": "new", **values})
        uow.commit()
    return lead


def field(store: Store, lead: str, name: str) -> Any:
    with store.read() as connection:
        row = record_rows.fetch(connection, RecordKind.LEAD, lead)
    assert row is not None
    return row[name]


def test_a_round_is_left_and_resumed_with_its_answers(ready_store: Store) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store)
    assert service.current(lead) is None
    first = service.begin(lead, BANT)
    assert field(ready_store, lead, "status") == "working"
    assert [question.name for question in first.questions] == ["预算", "决策权", "需求", "时间"]
    assert first.assessment.next_question == first.questions[0].criterion_id
    need = first.questions[2].criterion_id
    service.answer(first.id, need, YES, "“冷柜老化，夏天停机两次”", answered_on=date(2026, 11, 20))
    again = service.begin(lead, BANT, "en")
    assert again.id == first.id
    answered = again.questions[2]
    assert (answered.name, answered.value, answered.evidence, answered.answered_on) == (
        "Need",
        YES,
        "“冷柜老化，夏天停机两次”",
        date(2026, 11, 20),
    )
    assert (again.assessment.score, again.assessment.standing, again.assessment.lacking) == (25, Standing.OPEN, 2)


def test_a_new_version_of_a_set_knows_what_was_answered_to_the_questions_it_kept(ready_store: Store) -> None:
    service, sets, lead = QualificationService(ready_store), CriteriaSetService(ready_store), lead_in(ready_store)
    first = service.begin(lead, BANT)
    for question, told in zip(first.questions, ("预算八十万", "王经理说了算"), strict=False):
        service.answer(first.id, question.criterion_id, YES, told)
    service.close(first.id, Outcome.NOT_YET, look_again_on=date(2027, 1, 4))
    made, _ = CriteriaSettings(ready_store).renew(BANT)
    sets.change_criterion(sets.criteria(made)[1].id, {"question": "谁签字？"})
    again = service.begin(lead, made)
    assert [(question.value, question.evidence) for question in again.questions[:3]] == [
        (YES, "预算八十万"),
        (None, ""),
        (None, ""),
    ]


def test_three_of_four_pass_and_the_person_says_qualified(ready_store: Store) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store)
    here = service.begin(lead, BANT)
    for question in here.questions[:3]:
        here = service.answer(here.id, question.criterion_id, YES)
    assert here.assessment.standing is Standing.PASSES
    service.close(here.id, Outcome.QUALIFIED)
    assert field(ready_store, lead, "status") == "qualified"
    past = service.rounds(lead)[0]
    assert (past.set_name, past.outcome, past.score, past.by) == ("BANT（4 项满足 3 项）", Outcome.QUALIFIED, 75, "李雷")
    with pytest.raises(RoundClosed):
        service.answer(here.id, here.questions[3].criterion_id, NO)
    UndoService(ready_store).undo_last()
    assert field(ready_store, lead, "status") == "working"
    assert service.current(lead) is not None


@pytest.mark.parametrize(
    ("outcome", "options"), [(Outcome.NOT_YET, {}), (Outcome.DISQUALIFIED, {}), (Outcome.DISQUALIFIED, {"reason_id": ""})]
)
def test_not_yet_wants_a_day_and_disqualified_a_reason(ready_store: Store, outcome: Outcome, options: dict[str, Any]) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store)
    here = service.begin(lead, BANT)
    with pytest.raises(FieldRequired):
        service.close(here.id, outcome, **options)
    assert service.current(lead) is not None


def test_the_next_round_knows_what_the_last_one_learnt(ready_store: Store) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store)
    here = service.begin(lead, BANT)
    service.answer(here.id, here.questions[0].criterion_id, NO, "明年才有预算")
    service.close(here.id, Outcome.NOT_YET, look_again_on=date(2027, 1, 15))
    assert (field(ready_store, lead, "status"), field(ready_store, lead, "look_again_on")) == ("working", "2027-01-15")
    second = service.begin(lead, BANT)
    assert (second.questions[0].value, second.questions[0].evidence) == (NO, "明年才有预算")
    service.close(second.id, Outcome.DISQUALIFIED, reason_id=NO_NEED, note="已关店")
    assert (field(ready_store, lead, "status"), field(ready_store, lead, "reason_id")) == ("disqualified", NO_NEED)
    assert [one.outcome for one in service.rounds(lead)] == [Outcome.DISQUALIFIED, Outcome.NOT_YET]
    assert service.rounds(lead)[0].reason == "没有需求"


def test_another_set_closes_the_open_round_without_an_outcome(ready_store: Store) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store)
    service.begin(lead, BANT)
    champ = service.begin(lead, shipped_id("criteria_set", "CHAMP"))
    current = service.current(lead)
    assert current is not None
    assert current.id == champ.id
    assert [one.outcome for one in service.rounds(lead)] == [None, None]


def test_a_converted_lead_is_read_only(ready_store: Store) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store, status="converted")
    with pytest.raises(LeadClosed):
        service.begin(lead, BANT)


def test_a_criterion_that_is_no_longer_asked_stays_where_it_was_answered(ready_store: Store) -> None:
    service, lead = QualificationService(ready_store), lead_in(ready_store)
    here = service.begin(lead, BANT)
    timing = here.questions[3].criterion_id
    service.answer(here.id, timing, YES)
    with ready_store.unit_of_work() as uow:  # as it comes from a laptop that knew of no round
        record_rows.update(uow.connection, RecordKind.CRITERION, timing, {"retired_at": "2026-11-01T00:00:00.000Z"})
        uow.commit()
    assert len(service.open(here.id).questions) == 4
    other = service.begin(lead_in(ready_store), BANT)
    assert len(other.questions) == 3


def test_unknown_things_are_refused(ready_store: Store) -> None:
    service = QualificationService(ready_store)
    for lead, chosen in (("x", BANT), (lead_in(ready_store), "x")):
        with pytest.raises(CrmError):
            service.begin(lead, chosen)
    with pytest.raises(CrmError):
        service.open("x")
