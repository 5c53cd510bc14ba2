"""The lead score on a real store: off until there are enough outcomes, learnt, kept, explained, and never more than said."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import ActivityKind, Taxonomy
from crmdesk.services.lead_lists import LeadLists
from crmdesk.services.lead_score import INITIATOR, LeadScoreService, ScoreStage
from crmdesk.services.leads import LeadService
from crmdesk.services.taxonomies import TaxonomyService
from crmdesk.storage.store import Store


def id_of(moment: datetime) -> str:
    """Return an id of a lead that was entered then."""
    return f"{int(moment.timestamp() * 1000):012x}{new_id()[12:]}"


def fill(store: Store, converted: int, lost: int, opened: int = 0, *, chance: bool = False) -> list[str]:
    """Enter leads from two sources and two cities; referrals convert. Returns the open ones."""
    first, second = [term.id for term in TaxonomyService(store).terms(Taxonomy.SOURCE, depth=1)][:2]
    rows, ids = [], []
    for at in range(converted + lost + opened):
        status = "converted" if at < converted else "disqualified" if at < converted + lost else "new"
        is_good = at % 2 == 0 if chance or status == "new" else status == "converted" if at % 10 else status != "converted"
        ids.append(new_id())
        rows.append((ids[-1], f"公司{at}", first if is_good else second, "苏州市" if at % 3 else "上海市", "例子", status))
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO lead(id, company_name, source_id, city, origin, status, completeness) VALUES(?,?,?,?,?,?,30)", rows
        )
        uow.commit()
    return ids[converted + lost :]


@pytest.fixture
def score(ready_store: Store) -> LeadScoreService:
    return LeadScoreService(ready_store)


def _stored(store: Store) -> dict[str, float]:
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT l.id, s.probability FROM lead_score s JOIN lead l ON l.n=s.lead_n")
        return {row[0]: row[1] for row in rows}


def test_it_says_how_many_outcomes_are_missing(ready_store: Store, score: LeadScoreService) -> None:
    (lead,) = fill(ready_store, 20, 50, 1)
    assert score.prepare() == ()
    state = score.state()
    assert (state.stage, state.converted, state.lost, state.missing) == (ScoreStage.WAITING, 20, 50, 30)
    assert score.of(lead).probability is None


def test_it_is_learnt_once_there_are_enough_and_explains_itself(ready_store: Store, score: LeadScoreService) -> None:
    good, bad = fill(ready_store, 60, 60, 2)
    assert score.state().stage is ScoreStage.LEARNING
    assert score.run() == 2
    state = score.state()
    assert state.stage is ScoreStage.READY
    assert state.area is not None
    assert state.area > 0.75
    first, second = [term.name for term in TaxonomyService(ready_store).terms(Taxonomy.SOURCE, "en", depth=1)][:2]
    better, worse = score.of(good, "en"), score.of(bad, "en")
    assert better.probability is not None
    assert worse.probability is not None
    assert better.probability > 0.6
    assert worse.probability < 0.4
    assert (better.speaks_for[0].trait, better.speaks_for[0].value) == ("source", first)
    assert (worse.against[0].trait, worse.against[0].value) == ("source", second)
    assert _stored(ready_store) == {
        good: pytest.approx(better.probability, abs=1e-4),
        bad: pytest.approx(worse.probability, abs=1e-4),
    }


def test_the_list_shows_and_sorts_by_it(ready_store: Store, score: LeadScoreService) -> None:
    leads = fill(ready_store, 60, 60, 4)
    score.run()
    page = LeadLists(ready_store).page(sort=Sort("probability", descending=True), limit=4)
    assert {row.id for row in page.rows[:2]} == {leads[0], leads[2]}
    shown = LeadService(ready_store).open(leads[0]).probability
    assert shown == next(row.probability for row in page.rows if row.id == leads[0])


def test_nothing_is_done_when_nothing_changed(ready_store: Store, score: LeadScoreService) -> None:
    fill(ready_store, 60, 60, 3)
    now = utc_now()
    score.run(now)
    assert score.prepare(now) == ()
    assert score.prepare(now + timedelta(days=2))[-1].scores == ()  # leads are two days older, and score the same


def test_only_what_changed_is_scored_again(ready_store: Store, score: LeadScoreService) -> None:
    good, bad, other = fill(ready_store, 60, 60, 3)
    now = utc_now()
    score.run(now)
    before = _stored(ready_store)
    source = score.of(bad).against[0]
    assert source.trait == "source"
    service = LeadService(ready_store)
    service.save(bad, {"source_id": service.open(good).values["source_id"]}, {"source_id": service.open(bad).values["source_id"]})
    work = score.prepare(now)
    assert [[row.lead_id for row in block.scores] for block in work if block.scores] == [[bad]]
    changes = [score.write(block) for block in work]
    assert changes[0].touched == {"lead": frozenset({bad})}
    assert changes[0].initiator == INITIATOR
    assert changes[0].transaction is None  # no action of anybody, nothing to undo
    after = _stored(ready_store)
    assert after[bad] > before[bad]
    assert (after[good], after[other]) == (before[good], before[other])
    assert score.prepare(now) == ()


def test_a_lead_with_an_outcome_has_no_score(ready_store: Store, score: LeadScoreService) -> None:
    lost, kept = fill(ready_store, 60, 60, 2)
    score.run()
    service = LeadService(ready_store)
    reason = TaxonomyService(ready_store).terms(Taxonomy.DISQUALIFY_REASON)[0].id
    service.disqualify([lost], reason)
    score.run()
    assert set(_stored(ready_store)) == {kept}
    assert score.of(lost).probability is None
    service.reopen([lost])
    score.run()
    assert set(_stored(ready_store)) == {lost, kept}
    service.delete([kept])
    score.run()
    assert set(_stored(ready_store)) == {lost}
    with pytest.raises(RecordNotFound):
        score.of(kept)


def test_it_is_learnt_anew_after_enough_new_outcomes_only(ready_store: Store, score: LeadScoreService) -> None:
    fill(ready_store, 60, 60, 1)
    now = utc_now()
    score.run(now)
    fill(ready_store, 5, 4)
    score.run(now + timedelta(minutes=1))
    assert score.state().made_at == datetime.fromisoformat(iso_ms(now))
    fill(ready_store, 0, 1)
    score.run(now + timedelta(minutes=2))
    assert score.state().made_at == datetime.fromisoformat(iso_ms(now + timedelta(minutes=2)))


def test_what_was_learnt_is_forgotten_with_its_outcomes(ready_store: Store, score: LeadScoreService) -> None:
    fill(ready_store, 60, 60, 2)
    score.run()
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE lead SET deleted_at=? WHERE status='converted'", (iso_ms(utc_now()),))
        uow.commit()
    score.run()
    assert _stored(ready_store) == {}
    assert score.state().stage is ScoreStage.WAITING
    assert score.prepare() == ()


def test_a_model_no_better_than_guessing_gives_no_scores(ready_store: Store, score: LeadScoreService) -> None:
    (lead,) = fill(ready_store, 80, 80, 1, chance=True)
    assert score.run() == 0
    assert score.state().stage is ScoreStage.POINTLESS
    assert score.of(lead).probability is None
    assert score.prepare() == ()


def _spoken(store: Store, talks: Iterable[tuple[str, datetime, Sequence[int]]]) -> None:
    """Speak to leads so many days after they came."""
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO follow_up(id, lead_id, kind, happened_at, text) VALUES(?,?,?,?,'…')",
            [
                (new_id(), lead, ActivityKind.CALL.value, iso_ms(came + timedelta(days=day)))
                for lead, came, days in talks
                for day in days
            ],
        )
        uow.commit()


def test_activity_counts_up_to_the_fortnight_and_is_not_known_of_young_leads(ready_store: Store, score: LeadScoreService) -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    ended = iso_ms(now - timedelta(days=100))
    came = [now - timedelta(days=200 - at % 7) for at in range(140)]
    leads = [id_of(moment) for moment in came]
    good = [at % 2 == 0 for at in range(140)]
    young, spoken, silent = (id_of(now - timedelta(days=days)) for days in (5, 30, 30))
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO lead(id, company_name, status, converted_at) VALUES(?,'公司',?,?)",
            [
                (lead, "converted" if is_good else "disqualified", ended if is_good else None)
                for lead, is_good in zip(leads, good, strict=True)
            ]
            + [(lead, "new", None) for lead in (young, spoken, silent)],
        )
        uow.connection.exec_driver_sql(  # the log knows when the others were lost
            """INSERT INTO sync_op(tx, tbl, pk, kind, fld, new, made_at)
               VALUES((SELECT v FROM sync_ctl WHERE k='tx'),'lead',?,'set','status','disqualified',?)""",
            [(lead, ended) for lead, is_good in zip(leads, good, strict=True) if not is_good],
        )
        uow.commit()
    talks = [((1, 4, 8) if is_good is (at % 14 != 0) else ()) + ((50, 60) if at % 3 else ()) for at, is_good in enumerate(good)]
    _spoken(ready_store, zip(leads, came, talks, strict=True))
    _spoken(ready_store, [(young, now - timedelta(days=5), (1, 2, 3)), (spoken, now - timedelta(days=30), (1, 4, 8))])
    _spoken(ready_store, [(silent, now - timedelta(days=30), (20, 22, 24))])
    score.run(now)
    stored = _stored(ready_store)
    assert stored[spoken] > 0.7
    assert stored[silent] < 0.3
    assert 0.3 < stored[young] < 0.7
