"""Commands that qualify leads, make customers of them, take that back, and say who developed whom."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.account_commands import parse_pairs
from crmdesk.app.cli.lead_naming import DAY, SOURCE, account_id, lead_id, person_id, reason_id
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import AnswerValue, Outcome, RecordKind, Taxonomy

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.conversion_plan import ConversionPlan
    from crmdesk.services.criteria_sets import CriteriaSetRow
    from crmdesk.services.qualification import Round

_LINE: Final = "en"


@click.command("qualify")
@click.argument("lead")
@click.option("--set", "criteria", metavar="NAME", help="The set of criteria; default: the open round's, else the first offered.")
@click.option(
    "--answer", "answers", multiple=True, metavar="CRITERION=ANSWER", help="yes, partly, no or unknown; evidence behind a colon."
)
@click.option("--outcome", type=click.Choice([one.value for one in Outcome]), help="Close the round with this outcome.")
@click.option("--again", type=DAY, metavar="DAY", help="With not_yet: look at it again on this day.")
@click.option("--reason", metavar="REASON", help="With disqualified: why.")
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
    as_json: bool,
) -> None:
    """Hold LEAD against a set of criteria: print the round, note answers, close it. It can be left and gone on with."""
    given = {str(key): str(value) for key, value in parse_pairs(answers).items()}
    with session.services() as services:
        found = lead_id(services, lead)
        why = reason_id(services, Taxonomy.DISQUALIFY_REASON, reason)
        held = _round(services, found, criteria)
        for key, text in given.items():
            value, _, evidence = text.partition(":")
            criterion = _criterion(held, key)
            held = services.qualification.answer(held.id, criterion, _answer(value), evidence.strip(), language=_LINE)
        if outcome is not None:
            services.qualification.close(held.id, Outcome(outcome), look_again_on=again, reason_id=why, source=SOURCE)
            held = services.qualification.open(held.id, _LINE)
    if as_json:
        print_json(_round_json(held))
        return
    print_line(f"{held.lead_name}: {held.criteria_set.name}, {held.assessment.score} %, {held.assessment.standing.value}")
    print_table(
        ("criterion", "answer", "evidence", "question"),
        [(one.name, one.value.value if one.value else "", one.evidence, one.question) for one in held.questions],
    )
    if held.outcome is not None:
        print_line(f"Outcome: {held.outcome.value}.")


def _round(services: "Services", lead: str, criteria: str | None) -> "Round":
    held = services.qualification.current(lead, _LINE)
    if held is not None and (criteria is None or _is_called(held.criteria_set, criteria)):
        return held
    sets = services.criteria_sets.for_lead(lead, _LINE)
    found = next((one for one in sets if criteria is None or _is_called(one, criteria)), None)
    if found is None:
        raise RecordNotFound(what=criteria or "")
    return services.qualification.begin(lead, found.id, _LINE, source=SOURCE)


def _is_called(one: "CriteriaSetRow", text: str) -> bool:
    """Whether a set has this id, or a name that begins so: `BANT` for “BANT (3 of 4)”."""
    names = [name.casefold() for name in (one.name, *one.names) if name]
    return text == one.id or any(name.startswith(text.casefold()) for name in names)


def _criterion(held: "Round", text: str) -> str:
    for question in held.questions:
        if text.casefold() in {question.criterion_id, question.name.casefold()}:
            return question.criterion_id
    raise RecordNotFound(what=text)


def _answer(text: str) -> AnswerValue | None:
    word = text.strip().casefold()
    if word in {"", "unknown"}:
        return None
    try:
        return AnswerValue(word)
    except ValueError as error:
        raise click.UsageError(f"“{text}” is none of {', '.join(one.value for one in AnswerValue)}, unknown.") from error


def _round_json(held: "Round") -> dict[str, Any]:
    return {
        "lead": held.lead_id,
        "set": held.criteria_set.name,
        "score": held.assessment.score,
        "standing": held.assessment.standing.value,
        "lacking": held.assessment.lacking,
        "next": held.assessment.next_question,
        "outcome": None if held.outcome is None else held.outcome.value,
        "look_again_on": None if held.look_again_on is None else held.look_again_on.isoformat(),
        "answers": [
            {
                "id": one.criterion_id,
                "criterion": one.name,
                "question": one.question,
                "weight": one.weight,
                "knock_out": one.is_knock_out,
                "answer": None if one.value is None else one.value.value,
                "evidence": one.evidence or None,
                "on": None if one.answered_on is None else one.answered_on.isoformat(),
            }
            for one in held.questions
        ],
    }


@click.command("convert")
@click.argument("lead")
@click.option("--company", metavar="CODE", help="Join this company; default: a new one.")
@click.option("--site", metavar="CODE", help="Join this site, and its company.")
@click.option("--contact", metavar="ID", help="Join this contact; default: a new one where the lead names a person.")
@click.option("--no-contact", is_flag=True, help="Take no person along.")
@click.option("--take", multiple=True, metavar="KIND.FIELD", help="Let the lead's value replace what the joined record holds.")
@click.option("--opportunity", metavar="NAME", help="Make an opportunity of this name.")
@click.option("--developed-by", metavar="NAME", help="Who developed the customer; default: the lead's owner.")
@click.option("--dry-run", is_flag=True, help="Say what would go where, and what could be joined; write nothing.")
@click.option("--undo", "is_undone", is_flag=True, help="Take the conversion of LEAD back as a whole.")
@json_option
@click.pass_obj
def convert(
    session: Session,
    *,
    lead: str,
    company: str | None,
    site: str | None,
    contact: str | None,
    no_contact: bool,
    take: tuple[str, ...],
    opportunity: str | None,
    developed_by: str | None,
    dry_run: bool,
    is_undone: bool,
    as_json: bool,
) -> None:
    """Make a customer of LEAD: company, site, contact and opportunity, new or joined, in one step; --undo takes it back."""
    from crmdesk.services.conversion_plan import ConversionOrder, Joins

    with session.services() as services:
        found = lead_id(services, lead)
        if is_undone:
            changes = services.conversion.undo(found, source=SOURCE)
            print_json({"lead": found, "transaction": changes.transaction}) if as_json else print_line("Taken back.")
            return
        joins = Joins(
            account_id(services, RecordKind.COMPANY, company),
            account_id(services, RecordKind.SITE, site),
            None if contact is None else contact.removeprefix("contact:"),
            with_contact=not no_contact,
        )
        plan = services.conversion.plan(found, joins, _LINE)
        made: Mapping[str, Any] = {"company": None, "site": None, "contact": None, "opportunity": None, "transaction": None}
        if not dry_run:
            order = ConversionOrder(
                joins,
                taken=frozenset(map(_target, take)),
                opportunity=None if opportunity is None else {"name": opportunity},
                developed_by=None if developed_by is None else person_id(services, developed_by),
            )
            result = services.conversion.convert(found, order, source=SOURCE)
            made = {
                "company": result.company.id,
                "site": result.site.id,
                "contact": result.contact_id,
                "opportunity": result.opportunity_id,
                "transaction": result.changes.transaction,
            }
    if as_json:
        print_json({"dry_run": dry_run, "lead": found, "made": dict(made), **_plan_json(plan)})
        return
    print_line(f"{'Would convert' if dry_run else 'Converted'} {plan.name}; {plan.follow_ups} follow-ups go along.")
    print_table(
        ("to", "field", "value", "", "is there"),
        [
            (one.target.value, one.field, plan.names.get(str(one.value), one.value), one.effect.value, one.stored)
            for one in plan.carried
        ],
    )
    for kind, candidates in (("company", plan.companies), ("site", plan.sites), ("contact", plan.contacts)):
        for one in candidates if dry_run else ():
            print_line(f"could join {kind} {one.key.id}  {one.name}  {one.detail}")


def _target(text: str) -> tuple[RecordKind, str]:
    kind, dot, field = text.partition(".")
    if not dot or kind not in {RecordKind.COMPANY.value, RecordKind.SITE.value, RecordKind.CONTACT.value}:
        raise click.UsageError(f"“{text}” is no KIND.FIELD such as site.phone.")
    return RecordKind(kind), field


def _plan_json(plan: "ConversionPlan") -> dict[str, Any]:
    return {
        "carried": [
            {
                "to": one.target.value,
                "field": one.field,
                "value": one.value,
                "stored": one.stored,
                "effect": one.effect.value,
            }
            for one in plan.carried
        ],
        "could_join": [
            {"kind": one.key.kind.value, "id": one.key.id, "name": one.name, "detail": one.detail, "why": one.why}
            for one in (*plan.companies, *plan.sites, *plan.contacts)
        ],
        "follow_ups": plan.follow_ups,
    }


@click.command("developed")
@click.option("--since", type=DAY, metavar="DAY", help="From this day on; default: the first of this year.")
@click.option("--until", type=DAY, metavar="DAY", help="Until this day, included; default: today.")
@click.option("--person", metavar="NAME", help="Only who was developed by this person.")
@json_option
@click.pass_obj
def developed(session: Session, *, since: date | None, until: date | None, person: str | None, as_json: bool) -> None:
    """List who developed which customers in a period."""
    today = utc_now().astimezone().date()
    with session.services() as services:
        who = None if person is None else person_id(services, person)
        rows = services.conversion.developed(since or today.replace(month=1, day=1), until or today, who)
    if as_json:
        print_json(
            [
                {
                    "person": row.user,
                    "at": iso_ms(row.at),
                    "company": row.company_name,
                    "site": row.site_name,
                    "site_id": row.site.id,
                    "lead": row.lead_id,
                    "new_company": row.is_new,
                }
                for row in rows
            ]
        )
        return
    print_table(
        ("person", "day", "company", "site", ""),
        [
            (row.user, row.at.astimezone().date(), row.company_name, row.site_name, "new company" if row.is_new else "new site")
            for row in rows
        ],
    )


COMMANDS: Final = (convert, developed, qualify)
"""Every command of this area."""
