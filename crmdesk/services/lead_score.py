"""The lead score at work: learnt from this store's own outcomes, kept beside the leads, explained when one is opened.

It proposes an order of work and decides nothing. `prepare` reads and computes (on a reading lane), `write` stores one block of the
result (on the writing lane, some thousand rows), so that nobody's saving waits for it.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, local_day, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.models.lead_scoring import ENOUGH_OF_EACH, Levels, Reason, ScoreModel, Traits, is_due, missing_outcomes
from crmdesk.models.lead_traits import COUNTED, NAMED, TIMED, traits_of
from crmdesk.storage import lead_score_rows as rows
from crmdesk.storage.lead_rows import term_name
from crmdesk.storage.lead_score_rows import ScoreRow, Stamp
from crmdesk.storage.store import Store

INITIATOR: Final = "lead score"
"""Who says that scores changed."""
ScoreReason = Reason
"""What screens are given of the model's reasons."""
_WRITTEN: Final = 2_000
"""Scores written in one transaction."""
_BREATH_S: Final = 0.002
"""After each block read: the window's thread goes first."""
_TERM_TRAITS: Final = frozenset({"source", "industry"})


class ScoreStage(StrEnum):
    """How far the score is."""

    WAITING = "waiting"  # too few outcomes
    LEARNING = "learning"  # there are enough, the model comes in a moment
    POINTLESS = "pointless"  # learnt, but no better than guessing
    READY = "ready"


@dataclass(frozen=True, slots=True)
class ScoreState:
    """What a screen says about the score as a whole.

    Attributes:
        converted, lost: outcomes it learnt from, or, while it is not learnt, those there are. missing: how many more it needs at the best, 0 when there are enough.
        each: how many of each kind it needs. made_at, area: of the present model; `area`: how often it put a converted lead above a lost one, 0.5 … 1.
    """

    stage: ScoreStage
    converted: int
    lost: int
    missing: int
    each: int = ENOUGH_OF_EACH
    made_at: datetime | None = None
    area: float | None = None


@dataclass(frozen=True, slots=True)
class LeadScored:
    """One lead's score as its record shows it.

    Attributes:
        probability: 0 … 1; None while the score is not ready, or the lead has its outcome.
        speaks_for, against: the strongest reasons, at most three each; names of terms instead of their ids.
    """

    state: ScoreState
    probability: float | None = None
    speaks_for: tuple[ScoreReason, ...] = ()
    against: tuple[ScoreReason, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreWork:
    """One block of what `prepare` found, for `write`; the last one carries the stamp.

    Attributes:
        gone: row numbers of leads that have no score any more.
        model: a new one: when it was made, its outcomes, area and weights. forgets: all scores go.
    """

    scores: tuple[ScoreRow, ...] = ()
    gone: tuple[int, ...] = ()
    model: tuple[str, int, float, str] | None = None
    forgets: bool = False
    stamp: Stamp | None = None


class LeadScoreService:
    """Reads and keeps the lead score; reading from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> ScoreState:
        """Return how far the score is."""
        with self._store.read() as connection:
            return _state(connection)[0]

    def of(self, lead_id: str, language: str = "zh_CN") -> LeadScored:
        """Return a lead's score as the present model sees the lead now, with its reasons.

        Raises:
            RecordNotFound: it was deleted, or never was.
        """
        with self._store.read() as connection:
            number = rows.number_of(connection, lead_id)
            if number is None:
                raise RecordNotFound(what=lead_id)
            state, model = _state(connection)
            if state.stage is not ScoreStage.READY or model is None:
                return LeadScored(state)
            (row,) = rows.leads(connection, [number])
            if not row["is_open"]:
                return LeadScored(state)
            ((_, traits),) = _traits(connection, [row], _terms(connection), utc_now())
            score = model.score(traits)
            names = _names(connection, (*score.speaks_for, *score.against), language)
        return LeadScored(
            state,
            score.probability,
            *(tuple(_named(one, names) for one in side) for side in (score.speaks_for, score.against)),
        )

    def prepare(self, now: datetime | None = None) -> tuple[ScoreWork, ...]:
        """Return what is to be written; nothing when nothing changed. Learns anew when enough outcomes came since. Takes seconds at most."""
        moment = utc_now() if now is None else now
        with self._store.read() as connection:
            converted, lost = rows.outcome_counts(connection)
            known = rows.model(connection)
            if missing_outcomes(converted, lost):
                return (ScoreWork(forgets=True, stamp=Stamp()),) if known is not None or rows.has_scores(connection) else ()
            model = None if known is None else ScoreModel.from_json(known[2])
            before = rows.stamp(connection)
            work: list[ScoreWork] = []
            if known is None or model is None or is_due(known[1], converted + lost):
                model = _learnt(connection, moment)
                known = (iso_ms(moment), converted + lost, model.to_json())
                work.append(ScoreWork(model=(known[0], known[1], model.area, known[2])))
            after = rows.present_stamp(connection, before, known[0], local_day(moment).isoformat())
            if after == before and not work:
                return ()
            if not model.is_useful:
                return (*work, ScoreWork(forgets=True, stamp=after)) if work else ()
            is_whole = (after.model, after.day) != (before.model, before.day)
            wanted = _open(connection) if is_whole else _blocks(set(rows.changed_since(connection, before, after)))
            work.extend(_scored(connection, model, wanted, moment))
            gone = tuple(rows.stale(connection)) if is_whole else ()
        return (*work, ScoreWork(gone=gone, stamp=after))

    def write(self, work: ScoreWork) -> Changes:
        """Store one block; what it tells names the leads whose score changed, and is no action of anybody."""
        with self._store.unit_of_work(source="lead score", initiator=INITIATOR) as uow:
            if work.forgets:
                rows.drop_scores(uow.connection)
            if work.forgets and work.stamp == Stamp():
                rows.drop_model(uow.connection)
            if work.model is not None:
                made_at, outcomes, area, text = work.model
                rows.put_model(uow.connection, made_at, outcomes, area, text)
            rows.put_scores(uow.connection, work.scores)
            rows.drop_scores(uow.connection, work.gone)
            if work.stamp is not None:
                rows.put_stamp(uow.connection, work.stamp)
            if work.scores:
                uow.tell("lead", (row.lead_id for row in work.scores))
            return uow.commit()

    def run(self, now: datetime | None = None) -> int:
        """Do everything at once (command line, benchmarks, tests); return how many scores were written."""
        work = self.prepare(now)
        for block in work:
            self.write(block)
        return sum(len(block.scores) for block in work)


def _state(connection: Connection) -> tuple[ScoreState, ScoreModel | None]:
    """Return the state with the model; outcomes are only counted while there is none (`prepare` sees to it that it fits)."""
    known = rows.model(connection)
    model = None if known is None else ScoreModel.from_json(known[2])
    if known is None or model is None:
        converted, lost = rows.outcome_counts(connection)
        missing = missing_outcomes(converted, lost)
        return ScoreState(ScoreStage.WAITING if missing else ScoreStage.LEARNING, converted, lost, missing), None
    stage = ScoreStage.READY if model.is_useful else ScoreStage.POINTLESS
    return ScoreState(stage, model.converted, model.lost, 0, made_at=from_iso(known[0]), area=model.area), model


def _learnt(connection: Connection, now: datetime) -> ScoreModel:
    from crmdesk.models.lead_training import MOST, Outcome, TraitKinds, train

    terms, outcomes = _terms(connection), []
    for block in _blocks(rows.finished(connection, MOST)):
        known = _traits(connection, rows.leads(connection, block), terms, now)
        outcomes += [Outcome(traits, row["status"] == LeadStatus.CONVERTED) for row, traits in known]
        time.sleep(_BREATH_S)
    return train(outcomes, TraitKinds(NAMED, COUNTED, TIMED))


def _traits(
    connection: Connection, leads: Sequence[Mapping[str, Any]], terms: Callable[[str], Levels], now: datetime
) -> Iterator[tuple[Mapping[str, Any], Traits]]:
    """Give leads with what is known of them; of finished ones what was known before."""
    spoken = rows.moments(connection, [row["id"] for row in leads])
    lost = rows.lost_at(connection, [row["id"] for row in leads if row["status"] == LeadStatus.DISQUALIFIED])
    for row in leads:
        if row["status"] == LeadStatus.CONVERTED:
            ended = None if row["converted_at"] is None else from_iso(row["converted_at"])
        elif row["status"] == LeadStatus.DISQUALIFIED:
            ended = from_iso(lost[row["id"]]) if row["id"] in lost else None
        else:
            ended = now
        yield row, traits_of(row, terms, ended, [from_iso(moment) for moment in spoken.get(row["id"], ())])


def _terms(connection: Connection) -> Callable[[str], Levels]:
    """Return what gives a term with those above it."""
    parents = rows.term_parents(connection)
    found: dict[str, Levels] = {}

    def path(term: str) -> Levels:
        if term not in found:
            way, at = [term], parents.get(term)
            while at is not None and at not in way:
                way.append(at)
                at = parents.get(at)
            found[term] = tuple(way)
        return found[term]

    return path


def _scored(connection: Connection, model: ScoreModel, wanted: Iterator[Sequence[int]], now: datetime) -> Iterator[ScoreWork]:
    """Give the scores that differ from the stored ones, in blocks to be written together."""
    terms = _terms(connection)
    scores: list[ScoreRow] = []
    gone: list[int] = []
    for numbers in wanted:
        old = rows.stored(connection, numbers)
        for row, traits in _traits(connection, rows.leads(connection, numbers), terms, now):
            if row["is_open"]:
                fresh = _score_row(row, *model.strongest(traits))
                if old.get(fresh.lead_n) != (fresh.probability, fresh.reasons):
                    scores.append(fresh)
            elif row["n"] in old:
                gone.append(row["n"])
        if len(scores) + len(gone) >= _WRITTEN:
            yield ScoreWork(tuple(scores), tuple(gone))
            scores, gone = [], []
        time.sleep(_BREATH_S)
    if scores or gone:
        yield ScoreWork(tuple(scores), tuple(gone))


def _score_row(row: Mapping[str, Any], probability: float, *sides: tuple[str, ...]) -> ScoreRow:
    return ScoreRow(row["n"], row["id"], round(probability, 4), _reasons_text(sides))


@lru_cache(maxsize=4_096)
def _reasons_text(sides: tuple[tuple[str, ...], ...]) -> str:
    return json.dumps(sides, separators=(",", ":"))


def _open(connection: Connection) -> Iterator[Sequence[int]]:
    last = 0
    while numbers := rows.open_leads(connection, last):
        yield numbers
        last = numbers[-1]


def _blocks(numbers: Sequence[int] | set[int]) -> Iterator[Sequence[int]]:
    ordered = sorted(numbers)
    for at in range(0, len(ordered), rows.BLOCK):
        yield ordered[at : at + rows.BLOCK]


def _names(connection: Connection, reasons: Sequence[Reason], language: str) -> Mapping[str, str]:
    ids = [str(one.value) for one in reasons if one.trait in _TERM_TRAITS and one.value is not None]
    return rows.term_names(connection, ids, term_name("t", language)) if ids else {}


def _named(reason: Reason, names: Mapping[str, str]) -> Reason:
    return replace(reason, value=names[reason.value]) if isinstance(reason.value, str) and reason.value in names else reason
