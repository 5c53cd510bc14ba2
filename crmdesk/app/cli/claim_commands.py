"""Commands that say who has a lead and change that: look for collisions, claim, release, assign."""

from typing import Final

import click

from crmdesk.app.cli.lead_collisions import collision_json, print_collisions, refuse_alike
from crmdesk.app.cli.lead_naming import SOURCE, lead_ids, person_id, pool_id, pooled_records, reason_id
from crmdesk.app.cli.lead_shapes import done_json
from crmdesk.app.cli.output import print_json, print_line
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.vocabulary import RecordKind, Taxonomy

_COLUMNS: Final = {"person": "person", "phone": "mobile", "mail": "email", "code": "credit_code", "address": "address_text"}
"""Option of `collisions` → field of a lead."""

anyway_option: Final = click.option("--anyway", is_flag=True, help="Even where somebody may have this customer already.")


@click.command("collisions")
@click.argument("name", required=False, default="")
@click.option("--person", metavar="NAME", help="Name of the person.")
@click.option("--phone", metavar="NUMBER", help="Phone or mobile.")
@click.option("--mail", metavar="ADDRESS", help="Mail address.")
@click.option("--code", metavar="CODE", help="Credit code.")
@click.option("--address", metavar="TEXT", help="Address in one line.")
@json_option
@click.pass_obj
def collisions(session: Session, /, *, name: str, as_json: bool, **given: str | None) -> None:
    """Say who has a company or person already: leads of everybody, pools and accounts, and nothing else of them."""
    values = {"company_name": name, **{_COLUMNS[key]: text for key, text in given.items() if text}}
    if not any(values.values()):
        raise click.UsageError("Give a NAME, or one of --person, --phone, --mail, --code, --address.")
    with session.services() as services:
        found = services.collisions.check(values)
    if as_json:
        print_json([collision_json(one) for one in found])
    elif found:
        print_collisions(found)
    else:
        print_line("Nobody has it.")


@click.command("claim")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@anyway_option
@json_option
@click.pass_obj
def claim(session: Session, *, chosen: tuple[str, ...], anyway: bool, as_json: bool) -> None:
    """Take leads out of a pool, all or none; accounts are written site:CODE.

    With a centre they are asked for: it decides at the next exchange, whoever came first has them.
    """
    with session.services() as services:
        kind, ids = pooled_records(services, chosen)
        if kind is RecordKind.LEAD and not anyway:
            for one in ids:
                refuse_alike(services, services.leads.open(one).values, one)
        claimed = services.lead_claims.claim(ids, kind, source=SOURCE)
    if as_json:
        print_json({**done_json(claimed.ids, claimed.changes.transaction, kind), "provisional": claimed.is_provisional})
    elif not claimed.ids:
        print_line("You have them already.")
    else:
        print_line(f"{len(claimed.ids)} × {'asked for; the centre decides' if claimed.is_provisional else 'claimed'}.")


@click.command("release")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@click.option(
    "--pool", metavar="NAME", help="Into this pool. Default: the one they were claimed from, else the one they fall to."
)
@click.option("--reason", metavar="REASON", help="Why: code or name of a reason; some pools ask for one.")
@json_option
@click.pass_obj
def release(session: Session, *, chosen: tuple[str, ...], pool: str | None, reason: str | None, as_json: bool) -> None:
    """Put leads of mine into a pool, or take back what I only asked for; accounts are written site:CODE."""
    with session.services() as services:
        kind, ids = pooled_records(services, chosen)
        why = reason_id(services, Taxonomy.RELEASE_REASON, reason)
        changes = services.lead_claims.release(ids, pool_id(services, pool), why, kind, source=SOURCE)
    if as_json:
        print_json(done_json(ids, changes.transaction, kind))
    else:
        print_line(f"{len(ids)} × released.")


@click.command("assign")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@click.option("--to", "person", required=True, metavar="NAME", help="Who gets them: name, login or id.")
@json_option
@click.pass_obj
def assign(session: Session, *, chosen: tuple[str, ...], person: str, as_json: bool) -> None:
    """Give leads to a person."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        changes = services.leads.assign(ids, person_id(services, person), source=SOURCE)
    if as_json:
        print_json(done_json(ids, changes.transaction))
    else:
        print_line(f"{len(ids)} × given to {person}.")


COMMANDS: Final = (assign, claim, collisions, release)
"""Every command of this area."""
