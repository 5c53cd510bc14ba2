"""The command that qualifies: shows sets and rounds, notes answers, closes a round with an outcome."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.account_commands import parse_pairs
from crmdesk.app.cli.lead_naming import DAY, LANGUAGES, SOURCE, NameUnknown, lead_id, only_one, reason_id
from crmdesk.app.cli.lead_shapes import day_json, moment_json
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.vocabulary import AnswerValue, Outcome, Taxonomy

if TYPE_CHECKING:
    from crmdesk.models.qualifying import Assessment
    from crmdesk.services.catalogue import Services
    from crmdesk.services.criteria_sets import CriteriaSetRow
    from crmdesk.services.qualification import PastRound, Question, Round

_LANGUAGE: Final = "en"
_UNKNOWN: Final = "unknown"


@click.command("qualify")
@click.argument("lead")
@click.option("--set", "criteria", metavar="NAME", help="The set of criteria; default: the open round's, else the first offered.")
@click.option(
    "--answer", "answers", multiple=True, metavar="CRITERION=ANSWER", help="yes, partly, no or unknown; evidence behind a colon."
)
@click.option("--outcome", type=click.Choice([one.value for one in Outcome]), help="Close the round with this outcome.")
@click.option("--again", type=DAY, metavar="DAY", help="With not_yet or disqualified: look at it again on this day.")
@click.option("--reason", metavar="REASON", help="With disqualified: why; code or name of a reason.")
@click.option("--note", default="", metavar="TEXT", help="With an outcome: a note on it.")
@json_option
@click.pass_obj
def qualify(
    session: Session,
    *,
    lead: str,
    criteria: str | None,
    answers: tuple[str, ...],
    outcome: str | None,
    again: date | None,
    reason: str | None,
    note: str,
    as_json: bool,
) -> None:
    """Hold LEAD against a set of criteria: show what is known and offered, note answers, close the round.

    Without --answer and --outcome nothing is written. A round can be left and gone on with, here or in the window.
    """
    given = {str(key): _answer(str(text)) for key, text in parse_pairs(answers).items()}
    if outcome is None and (again or reason or note):
        raise click.UsageError("--again, --reason and --note go with --outcome.")
    with session.services() as services:
        found = lead_id(services, lead)
        why = reason_id(services, Taxonomy.DISQUALIFY_REASON, reason)
        chosen = _chosen_set(services, found, criteria)
        named = _criteria(services, chosen.id)
        noted = {only_one("criterion", key, named.items()): answer for key, answer in given.items()}
        if outcome is not None:
            _refuse_incomplete(Outcome(outcome), again, why)
        held = _known(services, found, chosen.id)
        if noted or outcome is not None:
            held = services.qualification.begin(found, chosen.id, _LANGUAGE, source=SOURCE)
            for criterion, (value, evidence) in noted.items():
                kept = evidence if evidence is not None or value is None else _evidence(held, criterion)
                held = services.qualification.answer(held.id, criterion, value, kept or "", language=_LANGUAGE)
        if held is not None and outcome is not None:
            services.qualification.close(held.id, Outcome(outcome), look_again_on=again, reason_id=why, note=note, source=SOURCE)
            held = services.qualification.open(held.id, _LANGUAGE)
        shown = _Shown(services, found, chosen, held)
    print_json(shown.as_json()) if as_json else shown.print()


class _Shown:
    """What is known of a lead against one set, with the sets offered and the rounds held before."""

    def __init__(self, services: "Services", lead: str, chosen: "CriteriaSetRow", held: "Round | None") -> None:
        self._lead, self._set, self._held = lead, chosen, held
        self._name = services.leads.open(lead).name
        self._sets = services.criteria_sets.for_lead(lead, _LANGUAGE)
        self._rounds = services.qualification.rounds(lead, _LANGUAGE)
        self._questions = _unasked(services, chosen.id) if held is None else held.questions
        self._assessment = _unknown(chosen, self._questions) if held is None else held.assessment

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `docs/cli.md`."""
        held, assessment = self._held, self._assessment
        return {
            "lead": self._lead,
            "name": self._name,
            "set": self._set.name,
            "round": None if held is None else held.id,
            "begun": None if held is None else moment_json(held.started_at),
            "score": assessment.score,
            "standing": assessment.standing.value,
            "lacking": assessment.lacking,
            "next": assessment.next_question,
            "outcome": None if held is None or held.outcome is None else held.outcome.value,
            "look_again_on": None if held is None else day_json(held.look_again_on),
            "note": None if held is None else held.note or None,
            "answers": [_question_json(one) for one in self._questions],
            "sets": [_set_json(one) for one in self._sets],
            "rounds": [_past_json(one) for one in self._rounds],
        }

    def print(self) -> None:
        """Print it for people."""
        print_line(f"{self._name}: {self._set.name}, {self._assessment.score} %, {self._assessment.standing.value}")
        print_table(
            ("criterion", "weight", "answer", "on", "evidence", "question"),
            [
                (
                    *(one.name, f"{one.weight}{' knock-out' if one.is_knock_out else ''}", one.value.value if one.value else ""),
                    *(one.answered_on, one.evidence, one.question),
                )
                for one in self._questions
            ],
        )
        is_closed = self._held is not None and self._held.outcome is not None
        asked = next((one for one in self._questions if one.criterion_id == self._assessment.next_question), None)
        if asked is not None and not is_closed:
            print_line(f"Ask next: {asked.name}. {asked.question}")
        for one in self._rounds:
            if one.outcome is not None and one.ended_at is not None:
                told = filter(
                    None, (one.outcome.value, one.reason, one.set_name, None if one.score is None else f"{one.score} %")
                )
                print_line(f"{one.ended_at.astimezone():%Y-%m-%d}  {', '.join(told)}  {one.by or ''}")
        print_line("Sets: " + ", ".join(one.name for one in self._sets))


def _chosen_set(services: "Services", lead: str, text: str | None) -> "CriteriaSetRow":
    """Return the set that is meant: by id or a name that begins so; without a text the open round's, else the first offered.

    Raises:
        NameUnknown: there is none.
    """
    sets = services.criteria_sets.for_lead(lead, _LANGUAGE)
    if text is None:
        current = services.qualification.current(lead, _LANGUAGE)
        if current is not None:
            return current.criteria_set
    found = [one for one in sets if text is None or _is_called(one, text)]
    if not found:
        raise NameUnknown(kind="set of criteria", what=text or "–")
    return found[0]


def _is_called(one: "CriteriaSetRow", text: str) -> bool:
    """Whether a set has this id, or a name that begins so: `BANT` for “BANT (3 of 4)”."""
    names = [name.casefold() for name in (one.name, *one.names) if name]
    return text == one.id or any(name.startswith(text.casefold()) for name in names)


def _criteria(services: "Services", set_id: str) -> Mapping[str, set[str]]:
    """Return the names of each criterion in every language, by id."""
    named: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for one in services.criteria_sets.criteria(set_id, language):
            named.setdefault(one.id, set()).add(one.name)
    return named


def _known(services: "Services", lead: str, set_id: str) -> "Round | None":
    """Return the lead's open round against a set, else the last one, None when there was none."""
    current = services.qualification.current(lead, _LANGUAGE)
    if current is not None and current.criteria_set.id == set_id:
        return current
    rounds = (services.qualification.open(one.id, _LANGUAGE) for one in services.qualification.rounds(lead, _LANGUAGE))
    return next((one for one in rounds if one.criteria_set.id == set_id), None)


def _refuse_incomplete(outcome: Outcome, again: date | None, reason: str | None) -> None:
    """Refuse what closing would refuse, before answers are written.

    Raises:
        FieldRequired: *not yet* without a day, *disqualified* without a reason.
    """
    from crmdesk.services.record_values import FieldRequired

    if outcome is Outcome.NOT_YET and again is None:
        raise FieldRequired(field="Look again on")
    if outcome is Outcome.DISQUALIFIED and reason is None:
        raise FieldRequired(field="Reason")


def _answer(text: str) -> tuple[AnswerValue | None, str | None]:
    """Return an answer with its evidence; None where no evidence is given."""
    word, colon, evidence = text.replace("：", ":", 1).partition(":")  # Chinese keyboards give the wide one
    word = word.strip().casefold()
    told = evidence.strip() if colon else None
    if word == _UNKNOWN:
        return None, told
    try:
        return AnswerValue(word), told
    except ValueError as error:
        known = ", ".join(one.value for one in AnswerValue)
        raise click.UsageError(f"“{word}” is none of {known}, {_UNKNOWN}.") from error


def _evidence(held: "Round", criterion: str) -> str | None:
    return next((one.evidence for one in held.questions if one.criterion_id == criterion), None)


def _unasked(services: "Services", set_id: str) -> "tuple[Question, ...]":
    from crmdesk.services.qualification import Question

    found = services.criteria_sets.criteria(set_id, _LANGUAGE)
    return tuple(
        Question(one.id, one.name, one.question, one.hint, one.weight, one.is_knock_out, None, "", None) for one in found
    )


def _unknown(chosen: "CriteriaSetRow", questions: "tuple[Question, ...]") -> "Assessment":
    from crmdesk.models.qualifying import Mark, PassRule, assess

    marks = [Mark(one.criterion_id, one.weight, one.is_knock_out) for one in questions]
    return assess(marks, {}, PassRule(chosen.pass_percent, chosen.pass_count))


def _question_json(one: "Question") -> dict[str, Any]:
    return {
        "id": one.criterion_id,
        "criterion": one.name,
        "question": one.question,
        "hint": one.hint or None,
        "weight": one.weight,
        "knock_out": one.is_knock_out,
        "answer": None if one.value is None else one.value.value,
        "evidence": one.evidence or None,
        "on": day_json(one.answered_on),
    }


def _set_json(one: "CriteriaSetRow") -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "criteria": one.criteria,
        "pass_count": one.pass_count,
        "pass_percent": one.pass_percent,
    }


def _past_json(one: "PastRound") -> dict[str, Any]:
    return {
        "id": one.id,
        "set": one.set_name,
        "begun": moment_json(one.started_at),
        "ended": moment_json(one.ended_at),
        "by": one.by,
        "outcome": None if one.outcome is None else one.outcome.value,
        "score": one.score,
        "reason": one.reason,
    }


COMMANDS: Final = (qualify,)
"""Every command of this area."""
