"""The command that makes a customer of a lead, and takes that back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.claim_commands import anyway_option
from crmdesk.app.cli.conversion_choices import (
    JoinWishes,
    buildings_here,
    opportunity_values,
    planned,
    taken,
    typed,
)
from crmdesk.app.cli.lead_collisions import collision_json, print_collisions, refuse_alike
from crmdesk.app.cli.lead_naming import DAY, SOURCE, lead_id, person_id
from crmdesk.app.cli.lead_shapes import day_text, moment_json
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.collisions import Collision
    from crmdesk.services.conversion import BuiltOn, Converted
    from crmdesk.services.conversion_plan import ConversionPlan

_MADE: Final = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT, RecordKind.OPPORTUNITY)


@click.command("convert")
@click.argument("lead")
@click.option("--company", metavar="CODE", help="Join this company. Default: one that is surely the same, else a new one.")
@click.option(
    "--site", metavar="CODE", help="Join this site, and its company. Default: the one at the lead's premises, else a new one."
)
@click.option("--contact", metavar="ID", help="Join this contact. Default: the same person there, else a new one.")
@click.option("--new-company", is_flag=True, help="Make a new company, whatever is alike.")
@click.option("--new-site", is_flag=True, help="Make a new site.")
@click.option("--new-contact", is_flag=True, help="Make a new contact.")
@click.option("--no-contact", is_flag=True, help="Take no person along.")
@click.option(
    "--another-building", is_flag=True, help="The new site is another building than the company's site at this address."
)
@click.option("--set", "pairs", multiple=True, metavar="KIND.FIELD=VALUE", help="Type over what goes into a record that is made.")
@click.option("--take", multiple=True, metavar="KIND.FIELD", help="Let the lead's value replace what the joined record holds.")
@click.option("--opportunity", metavar="NAME", help="Begin an opportunity of this name.")
@click.option("--amount", metavar="AMOUNT", help="Its amount: 120,000, 12万, $5,000.")
@click.option("--closes", type=DAY, metavar="DAY", help="When it is to be decided.")
@click.option("--stage", metavar="NAME", help="Its stage. Default: the first.")
@click.option("--developed-by", metavar="NAME", help="Who developed the customer. Default: the lead's owner.")
@anyway_option
@click.option("--dry-run", is_flag=True, help="Say what would go where, what could be joined, what is in the way; write nothing.")
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
    new_company: bool,
    new_site: bool,
    new_contact: bool,
    no_contact: bool,
    another_building: bool,
    pairs: tuple[str, ...],
    take: tuple[str, ...],
    opportunity: str | None,
    amount: str | None,
    closes: date | None,
    stage: str | None,
    developed_by: str | None,
    anyway: bool,
    dry_run: bool,
    is_undone: bool,
    as_json: bool,
) -> None:
    """Make a customer of LEAD: company, site, contact and opportunity, new or joined, in one step; --undo takes it back."""
    from crmdesk.services.conversion_plan import ConversionOrder
    from crmdesk.services.record_key import RecordKey

    if is_undone:
        _undo(session, lead, dry_run=dry_run, as_json=as_json)
        return
    flags = {RecordKind.COMPANY: new_company, RecordKind.SITE: new_site, RecordKind.CONTACT: new_contact}
    new = frozenset(kind for kind, is_new in flags.items() if is_new)
    wishes = JoinWishes(company, site, contact, new, no_contact)
    wishes.check()
    with session.services() as services:
        found = lead_id(services, lead)
        plan = planned(services, found, wishes)
        order = ConversionOrder(
            plan.joins,
            typed=typed(services, plan, pairs),
            taken=taken(plan, take),
            opportunity=opportunity_values(services, opportunity, amount, closes, stage),
            other_buildings=buildings_here(services, found, plan) if another_building else (),
            developed_by=None if developed_by is None else person_id(services, developed_by),
        )
        values = services.leads.open(found).values
        done = None
        if not dry_run:
            if not anyway:
                known = {RecordKey(kind, record) for kind, record in plan.joined.items() if record is not None}
                refuse_alike(services, values, found, joined=known, of_others=True)
            done = services.conversion.convert(found, order, source=SOURCE)
        alike = services.collisions.check(values, found) if dry_run else ()
        named = _named(services, plan, done)
    told = [{**line, "taken": (line["to"], line["field"]) in {(k.value, f) for k, f in order.taken}} for line in _carried(plan)]
    if as_json:
        print_json(_convert_json(plan, done, told, alike, named, dry_run=dry_run))
    else:
        _print_convert(plan, done, told, alike, named)


def _undo(session: Session, lead: str, *, dry_run: bool, as_json: bool) -> None:
    transaction = None
    with session.services() as services:
        found = lead_id(services, lead)
        built = services.conversion.built_on(found)
        if not dry_run:
            transaction = services.conversion.undo(found, source=SOURCE).transaction
    if as_json:
        print_json(
            {"dry_run": dry_run, "lead": found, "built_on": [_built_json(one) for one in built], "transaction": transaction}
        )
    elif not dry_run:
        print_line("Taken back: it is a lead again.")
    elif not built:
        print_line("Nothing was built on it: it can be taken back.")
    else:
        print_table(
            ("built on it", "name", "field", "who", "when"),
            [(one.kind.value, one.name, one.field, one.user, day_text(one.at)) for one in built],
        )


def _built_json(one: "BuiltOn") -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "id": one.id,
        "name": one.name,
        "field": one.field,
        "user": one.user,
        "at": moment_json(one.at),
    }


def _named(services: "Services", plan: "ConversionPlan", done: "Converted | None") -> dict[RecordKind, tuple[str | None, str]]:
    """Return code and name of company and site, joined or made; nothing of those still to be made."""
    from crmdesk.services.record_key import RecordKey

    records = {**plan.joined, **_made(done)}
    found: dict[RecordKind, tuple[str | None, str]] = {}
    for kind in (RecordKind.COMPANY, RecordKind.SITE):
        if (record := records[kind]) is not None:
            account = services.accounts.open(RecordKey(kind, record))
            code = account.values["code"]
            found[kind] = (None if code is None else str(code), account.name)
    return found


def _carried(plan: "ConversionPlan") -> list[dict[str, Any]]:
    return [
        {
            "to": one.target.value,
            "field": one.field,
            "value": one.value,
            "text": plan.names.get(str(one.value)),
            "stored": one.stored,
            "stored_text": plan.names.get(str(one.stored)),
            "effect": one.effect.value,
        }
        for one in plan.carried
    ]


def _convert_json(
    plan: "ConversionPlan",
    done: "Converted | None",
    told: Sequence[Mapping[str, Any]],
    alike: "Sequence[Collision]",
    named: Mapping[RecordKind, tuple[str | None, str]],
    *,
    dry_run: bool,
) -> dict[str, Any]:
    joins, made = plan.joined, _made(done)
    return {
        "dry_run": dry_run,
        "lead": plan.lead_id,
        "name": plan.name,
        "joins": {kind.value: record for kind, record in joins.items()},
        "with_contact": plan.joins.with_contact,
        "made": {kind.value: made.get(kind) for kind in _MADE},
        "codes": {kind.value: named[kind][0] if kind in named else None for kind in (RecordKind.COMPANY, RecordKind.SITE)},
        "transaction": None if done is None else done.changes.transaction,
        "carried": list(told),
        "could_join": [
            {"kind": one.key.kind.value, "id": one.key.id, "name": one.name, "detail": one.detail, "why": one.why}
            for one in (*plan.companies, *plan.sites, *plan.contacts)
        ],
        "collisions": [collision_json(one) for one in alike],
        "follow_ups": plan.follow_ups,
    }


def _made(done: "Converted | None") -> dict[RecordKind, str | None]:
    if done is None:
        return {}
    return dict(zip(_MADE, (done.company.id, done.site.id, done.contact_id, done.opportunity_id), strict=True))


def _print_convert(
    plan: "ConversionPlan",
    done: "Converted | None",
    told: Sequence[Mapping[str, Any]],
    alike: "Sequence[Collision]",
    named: Mapping[RecordKind, tuple[str | None, str]],
) -> None:
    joins, made = plan.joined, _made(done)
    print_line(f"{'Would convert' if done is None else 'Converted'} {plan.name}; {plan.follow_ups} follow-ups go along.")
    for kind in _MADE:
        record = made.get(kind) or joins.get(kind)
        if kind is RecordKind.OPPORTUNITY and record is None:
            continue
        if kind is RecordKind.CONTACT and not plan.joins.with_contact:
            print_line("contact: none")
            continue
        code, name = named.get(kind, (None, next((one.name for one in plan.contacts if one.key.id == record), "")))
        print_line(f"{kind.value}: {'joins' if joins.get(kind) else 'new'} {code or record or ''} {name}".rstrip())
    print_table(
        ("to", "field", "value", "effect", "is there"),
        [
            (
                *(line["to"], line["field"], line["text"] or line["value"]),
                *("taken" if line["taken"] else line["effect"], line["stored_text"] or line["stored"]),
            )
            for line in told
        ],
    )
    if done is not None:
        return
    for one in (*plan.companies, *plan.sites, *plan.contacts):
        if one.key.id not in joins.values():
            print_line(f"could join {one.key}  {one.name}  {one.detail}  ({one.why})")
    if alike:
        print_line()
        print_collisions(alike)


COMMANDS: Final = (convert,)
"""Every command of this area."""
