"""Qualifying leads: rounds that can be left and resumed, answers with evidence and date, an outcome a person decides."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, AnswerValue, LeadStatus, Outcome, RecordKind
from crmdesk.models.qualifying import Assessment, Mark, PassRule, Standing, assess
from crmdesk.services.criteria_sets import CriteriaSetRow, criteria_of, criteria_sets
from crmdesk.services.lead_values import lead_name
from crmdesk.services.record_values import FieldRequired, tidy
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

__all__ = ["Assessment", "PastRound", "QualificationService", "Question", "Round", "RoundClosed", "Standing"]

_LONGEST_EVIDENCE: Final = 2_000


class RoundClosed(CrmError):
    """The round has its outcome already. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "This qualification is closed. Begin a new one to change its answers.")


class LeadClosed(CrmError):
    """The lead was converted: there is nothing left to qualify. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} has been converted. Its qualification can be read, not changed.")


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion of a round with what is known of it."""

    criterion_id: str
    name: str
    question: str
    hint: str
    weight: int
    is_knock_out: bool
    value: AnswerValue | None
    evidence: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class Round:
    """One round as the dialog shows it; `outcome` is None while it is open."""

    id: str
    lead_id: str
    lead_name: str
    criteria_set: CriteriaSetRow
    questions: tuple[Question, ...]
    assessment: Assessment
    started_at: datetime
    outcome: Outcome | None
    look_again_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class PastRound:
    """A line of the history: which set, when, by whom, with what outcome; `score` as it was at the end."""

    id: str
    set_name: str
    started_at: datetime
    ended_at: datetime | None
    by: str | None
    outcome: Outcome | None
    score: int | None
    reason: str | None


class QualificationService:
    """Rounds of leads. Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self, lead_id: str, language: str = "zh_CN") -> Round | None:
        """Return a lead's open round, None when there is none."""
        with self._store.read() as connection:
            found = _open_round(connection, lead_id)
            return None if found is None else _round(connection, found, language)

    def open(self, round_id: str, language: str = "zh_CN") -> Round:
        """Return one round, closed or not.

        Raises:
            RecordNotFound: there is none.
        """
        with self._store.read() as connection:
            return _round(connection, round_id, language)

    def rounds(self, lead_id: str, language: str = "zh_CN") -> tuple[PastRound, ...]:
        """Return every round of a lead, the latest first."""
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(
                """SELECT q.id, q.set_id, q.started_at, q.ended_at, u.name, q.outcome, q.score, t.name reason
                   FROM qualification q LEFT JOIN app_user u ON u.id=coalesce(q.ended_by, q.started_by)
                   LEFT JOIN term t ON t.id=q.reason_id
                   WHERE q.lead_id=? AND q.deleted_at IS NULL ORDER BY q.started_at DESC, q.n DESC""",
                (lead_id,),
            ).all()
            names = {one.id: one.name for one in criteria_sets(connection, language, retired=True)}
        return tuple(
            PastRound(
                row[0], names.get(row[1], ""), from_iso(row[2]), None if row[3] is None else from_iso(row[3]), row[4],
                None if row[5] is None else Outcome(row[5]), row[6], row[7],
            )
            for row in rows
        )  # fmt: skip

    def begin(self, lead_id: str, set_id: str, language: str = "zh_CN", *, source: str = "window", initiator: str = "") -> Round:
        """Begin a round, or go on with the open one of this set; what was answered last against it, or its former version, is known still.

        A lead that was new is *working* from now on; an open round of another set is left as it is and closed without outcome.

        Raises:
            RecordNotFound: no such lead or set. LeadClosed: the lead was converted.
        """
        with self._store.unit_of_work(
            action=ActionKind.QUALIFY, label=self._name(lead_id), source=source, initiator=initiator
        ) as uow:
            connection = uow.connection
            lead = _lead(connection, lead_id)
            if record_rows.fetch(connection, RecordKind.CRITERIA_SET, set_id) is None:
                raise RecordNotFound(what=set_id)
            now, me = iso_ms(utc_now()), record_rows.current_user(connection)
            found = _open_round(connection, lead_id)
            row = None if found is None else record_rows.fetch(connection, RecordKind.QUALIFICATION, found)
            if found is not None and row is not None and row["set_id"] == set_id:
                return _round(connection, found, language)
            if found is not None:
                record_rows.update(connection, RecordKind.QUALIFICATION, found, {"ended_at": now, "ended_by": me})
            round_id = new_id()
            began = {"id": round_id, "lead_id": lead_id, "set_id": set_id, "started_at": now, "started_by": me}
            record_rows.insert(connection, RecordKind.QUALIFICATION, began)
            for answer in _last_answers(connection, lead_id, set_id, round_id):
                record_rows.insert(connection, RecordKind.ANSWER, {"id": new_id(), "qualification_id": round_id, **answer})
            if lead["status"] == LeadStatus.NEW:
                record_rows.update(connection, RecordKind.LEAD, lead_id, {"status": LeadStatus.WORKING.value})
            uow.commit()
        return self.open(round_id, language)

    def answer(
        self,
        round_id: str,
        criterion_id: str,
        value: AnswerValue | None,
        evidence: str = "",
        *,
        answered_on: date | None = None,
        language: str = "zh_CN",
        initiator: str = "",
    ) -> Round:
        """Note what is known of one criterion, dated today unless told otherwise; it is stored at once.

        Raises:
            RecordNotFound: no such round. RoundClosed: it has its outcome.
        """
        text = tidy(evidence, keep_lines=True)[:_LONGEST_EVIDENCE] or None
        on = answered_on or (utc_now().astimezone().date() if value is not None or text else None)
        stored = {
            "value": None if value is None else value.value,
            "evidence": text,
            "answered_on": None if on is None else on.isoformat(),
        }
        with self._store.unit_of_work(action=ActionKind.QUALIFY, initiator=initiator) as uow:
            connection = uow.connection
            _open_row(connection, round_id)
            known = connection.exec_driver_sql(
                "SELECT id FROM qualification_answer WHERE qualification_id=? AND criterion_id=? AND deleted_at IS NULL",
                (round_id, criterion_id),
            ).scalar()
            if known is None:
                row = {"id": new_id(), "qualification_id": round_id, "criterion_id": criterion_id, **stored}
                record_rows.insert(connection, RecordKind.ANSWER, row)
            else:
                record_rows.update(connection, RecordKind.ANSWER, known, stored)
            uow.commit()
        return self.open(round_id, language)

    def close(
        self,
        round_id: str,
        outcome: Outcome,
        *,
        look_again_on: date | None = None,
        reason_id: str | None = None,
        note: str = "",
        source: str = "window",
        initiator: str = "",
    ) -> Changes:
        """Close a round with what a person decided, whatever the score says; the lead follows in the same action.

        Raises:
            FieldRequired: *not yet* without a day to look again, *disqualified* without a reason. RecordNotFound: no such round.
            RoundClosed: it has its outcome. LeadClosed: the lead was converted.
        """
        if outcome is Outcome.NOT_YET and look_again_on is None:
            raise FieldRequired(field="Look again on")
        if outcome is Outcome.DISQUALIFIED and not reason_id:
            raise FieldRequired(field="Reason")
        with self._store.read() as connection:
            row = record_rows.fetch(connection, RecordKind.QUALIFICATION, round_id)
        label = "" if row is None else self._name(row["lead_id"])
        with self._store.unit_of_work(action=ActionKind.QUALIFY, label=label, source=source, initiator=initiator) as uow:
            connection = uow.connection
            lead_id = _open_row(connection, round_id)["lead_id"]
            _lead(connection, lead_id)
            day = None if look_again_on is None or outcome is Outcome.QUALIFIED else look_again_on.isoformat()
            reason = reason_id if outcome is Outcome.DISQUALIFIED else None
            ended = {
                "ended_at": iso_ms(utc_now()),
                "ended_by": record_rows.current_user(connection),
                "outcome": outcome.value,
                "score": _round(connection, round_id, "zh_CN").assessment.score,
                "look_again_on": day,
                "reason_id": reason,
                "note": tidy(note, keep_lines=True) or None,
            }
            record_rows.update(connection, RecordKind.QUALIFICATION, round_id, ended)
            status = {
                Outcome.QUALIFIED: LeadStatus.QUALIFIED,
                Outcome.NOT_YET: LeadStatus.WORKING,
                Outcome.DISQUALIFIED: LeadStatus.DISQUALIFIED,
            }[outcome]
            values = {"status": status.value, "look_again_on": day, "reason_id": reason}
            record_rows.update(connection, RecordKind.LEAD, lead_id, values)
            return uow.commit()

    def _name(self, lead_id: str) -> str:
        with self._store.read() as connection:
            return lead_name(record_rows.fetch(connection, RecordKind.LEAD, lead_id) or {})


def _lead(connection: Connection, lead_id: str) -> Any:
    lead = record_rows.fetch(connection, RecordKind.LEAD, lead_id)
    if lead is None:
        raise RecordNotFound(what=lead_id)
    if lead["status"] == LeadStatus.CONVERTED:
        raise LeadClosed(name=lead_name(lead))
    return lead


def _open_row(connection: Connection, round_id: str) -> Any:
    row = record_rows.fetch(connection, RecordKind.QUALIFICATION, round_id)
    if row is None:
        raise RecordNotFound(what=round_id)
    if row["ended_at"] is not None:
        raise RoundClosed
    return row


def _open_round(connection: Connection, lead_id: str) -> str | None:
    return connection.exec_driver_sql(
        """SELECT id FROM qualification WHERE lead_id=? AND ended_at IS NULL AND deleted_at IS NULL
           ORDER BY started_at DESC, n DESC LIMIT 1""",
        (lead_id,),
    ).scalar()


def _last_answers(connection: Connection, lead_id: str, set_id: str, new: str) -> list[dict[str, Any]]:
    """Return what was answered in the lead's last round against a set, or one of its name that it took the place of.

    Of a former version count the questions that are asked in the same words still.
    """
    rows = connection.exec_driver_sql(
        """SELECT now.id AS criterion_id, a.value, a.evidence, a.answered_on
           FROM qualification_answer a
           JOIN criterion asked ON asked.id=a.criterion_id
           JOIN criterion now ON now.set_id=?2 AND now.deleted_at IS NULL
             AND (now.id=asked.id OR (now.name=asked.name AND now.question IS asked.question AND asked.set_id<>?2))
           WHERE a.deleted_at IS NULL AND a.qualification_id=(
             SELECT q.id FROM qualification q
             JOIN criteria_set was ON was.id=q.set_id
             JOIN criteria_set wanted ON wanted.id=?2
             WHERE q.lead_id=?1 AND q.id<>?3 AND q.deleted_at IS NULL
               AND (was.id=wanted.id OR (was.name=wanted.name AND was.retired_at IS NOT NULL))
             ORDER BY q.started_at DESC, q.n DESC LIMIT 1) GROUP BY now.id ORDER BY a.n""",
        (lead_id, set_id, new),
    ).mappings()
    return [dict(row) for row in rows]


def _round(connection: Connection, round_id: str, language: str) -> Round:
    row = record_rows.fetch(connection, RecordKind.QUALIFICATION, round_id)
    if row is None:
        raise RecordNotFound(what=round_id)
    lead = record_rows.fetch(connection, RecordKind.LEAD, row["lead_id"]) or {}
    chosen = next((one for one in criteria_sets(connection, language, retired=True) if one.id == row["set_id"]), None)
    if chosen is None:
        raise RecordNotFound(what=row["set_id"])
    answers = {
        one["criterion_id"]: one
        for one in connection.exec_driver_sql(
            "SELECT * FROM qualification_answer WHERE qualification_id=? AND deleted_at IS NULL ORDER BY n", (round_id,)
        ).mappings()
    }
    questions = tuple(
        _question(one, answers.get(one.id))
        for one in criteria_of(connection, chosen.id, language, retired=True)
        if not one.is_retired or one.id in answers
    )
    marks = [Mark(one.criterion_id, one.weight, one.is_knock_out) for one in questions]
    values = {one.criterion_id: one.value for one in questions}
    return Round(
        id=round_id,
        lead_id=row["lead_id"],
        lead_name=lead_name(lead),
        criteria_set=chosen,
        questions=questions,
        assessment=assess(marks, values, PassRule(chosen.pass_percent, chosen.pass_count)),
        started_at=from_iso(row["started_at"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        look_again_on=_day(row["look_again_on"]),
        note=row["note"] or "",
    )


def _question(criterion: Any, answer: Any) -> Question:
    known = answer or {"value": None, "evidence": None, "answered_on": None}
    return Question(
        criterion_id=criterion.id,
        name=criterion.name,
        question=criterion.question,
        hint=criterion.hint,
        weight=criterion.weight,
        is_knock_out=criterion.is_knock_out,
        value=None if known["value"] is None else AnswerValue(known["value"]),
        evidence=known["evidence"] or "",
        answered_on=_day(known["answered_on"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
