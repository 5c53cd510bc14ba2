"""Commands about leads: list and show them, say what was done, hand them out, disqualify them, look who has them already."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.lead_naming import DAY, SOURCE, lead_id, lead_ids, person_id, pool_id, reason_id, source_ids
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.clock import iso_ms
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import ActivityKind, LeadStatus, Taxonomy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crmdesk.services.collisions import Collision
    from crmdesk.services.lead_lists import LeadRow
    from crmdesk.services.leads import FollowUpRow, LeadRecord


@click.command("leads")
@click.argument("lead", required=False)
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice([one.value for one in LeadStatus]), help="Only of this status."
)
@click.option("--mine", is_flag=True, help="Only mine.")
@click.option("--owner", metavar="NAME", help="Only of this person.")
@click.option("--pool", metavar="NAME", help="Only what waits in this pool.")
@click.option("--source", metavar="NAME", help="Only from this source or one below it.")
@click.option("--due", type=DAY, metavar="DAY", help="Only what is due until this day.")
@click.option("--search", default="", metavar="TEXT", help="Only where this is found.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@json_option
@click.pass_obj
def leads(
    session: Session,
    *,
    lead: str | None,
    statuses: tuple[str, ...],
    mine: bool,
    owner: str | None,
    pool: str | None,
    source: str | None,
    due: date | None,
    search: str,
    limit: int,
    as_json: bool,
) -> None:
    """List leads, newest first; or show LEAD with what was said to it."""
    with session.services() as services:
        if lead is not None:
            record = services.leads.open(lead_id(services, lead), "en")
            told = services.leads.follow_ups(record.id)
            print_json(lead_json(record, told)) if as_json else _print_lead(record, told)
            return
        found_pool = pool_id(services, pool)
        wanted = LeadFilter(
            statuses=tuple(map(LeadStatus, statuses)),
            owners=() if owner is None else (person_id(services, owner),),
            pools=() if found_pool is None else (found_pool,),
            sources=source_ids(services, source),
            text=search,
            mine=mine,
            due_until=due,
        )
        page = services.lead_lists.page(wanted, Sort("newest", descending=True), limit=limit, language="en")
    if as_json:
        print_json({"total": page.total, "leads": [row_json(row) for row in page.rows]})
        return
    print_table(
        ("name", "person", "status", "with", "source", "next step", "due", "last follow-up"),
        [
            (
                *(row.name, row.person if row.company_name else "", row.status.value, row.owner or row.pool, row.source),
                *(row.next_step, row.next_step_on, _day(row.last_follow_up_at)),
            )
            for row in page.rows
        ],
    )
    if page.total > len(page.rows):
        print_line(f"… {page.total - len(page.rows)} more; --limit shows them.")


@click.command("follow-up")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@click.option("--text", required=True, metavar="TEXT", help="What was said or done.")
@click.option(
    "--kind", type=click.Choice([one.value for one in ActivityKind]), default=ActivityKind.CALL.value, show_default=True
)
@click.option("--next", "next_step", metavar="TEXT", help="What is to be done next.")
@click.option("--on", "next_on", type=DAY, metavar="DAY", help="When that is due.")
@json_option
@click.pass_obj
def follow_up(
    session: Session, *, chosen: tuple[str, ...], text: str, kind: str, next_step: str | None, next_on: date | None, as_json: bool
) -> None:
    """Record what was said or done with leads, and what comes next."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        changes = services.leads.follow_up(ids, ActivityKind(kind), text, next_step, next_on, source=SOURCE)
    done(ids, changes.transaction, "followed up", as_json=as_json)


@click.command("assign")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@click.option("--to", "person", required=True, metavar="NAME", help="Who gets them.")
@json_option
@click.pass_obj
def assign(session: Session, *, chosen: tuple[str, ...], person: str, as_json: bool) -> None:
    """Give leads to a person."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        changes = services.leads.assign(ids, person_id(services, person), source=SOURCE)
    done(ids, changes.transaction, f"given to {person}", as_json=as_json)


@click.command("disqualify")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@click.option("--reason", required=True, metavar="REASON", help="Why: code or name of a reason.")
@click.option("--again", type=DAY, metavar="DAY", help="Look at them again on this day.")
@json_option
@click.pass_obj
def disqualify(session: Session, *, chosen: tuple[str, ...], reason: str, again: date | None, as_json: bool) -> None:
    """Say that leads will not become customers, and why."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        why = reason_id(services, Taxonomy.DISQUALIFY_REASON, reason)
        changes = services.leads.disqualify(ids, why, again, source=SOURCE)
    done(ids, changes.transaction, "disqualified", as_json=as_json)


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
    columns = {"person": "person", "phone": "mobile", "mail": "email", "code": "credit_code", "address": "address_text"}
    values = {"company_name": name, **{columns[key]: text for key, text in given.items() if text}}
    if not any(values.values()):
        raise click.UsageError("Give a NAME, or one of --person, --phone, --mail, --code, --address.")
    with session.services() as services:
        found = services.collisions.check(values)
    if as_json:
        print_json([collision_json(one) for one in found])
        return
    print_table(
        ("", "name", "owner", "pool", "last follow-up", "why"),
        [(one.key.kind.value, one.name, one.owner, one.pool, _day(one.last_follow_up_at), ", ".join(one.why)) for one in found],
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.astimezone().date()


def done(ids: "Sequence[str]", transaction: str | None, what: str, *, as_json: bool) -> None:
    """Print what a command did to leads."""
    if as_json:
        print_json({"leads": list(ids), "transaction": transaction})
    else:
        print_line(f"{len(ids)} × {what}.")


def row_json(row: "LeadRow") -> dict[str, Any]:
    """Return a line of a list of leads."""
    return {
        "id": row.id,
        "company": row.company_name,
        "person": row.person,
        "status": row.status.value,
        "owner": row.owner,
        "pool": row.pool,
        "source": row.source,
        "city": row.city,
        "next_step": row.next_step,
        "next_step_on": None if row.next_step_on is None else row.next_step_on.isoformat(),
        "last_follow_up_at": None if row.last_follow_up_at is None else iso_ms(row.last_follow_up_at),
        "completeness": row.completeness,
        "provisional": row.is_provisional,
    }


def lead_json(record: "LeadRecord", told: "Sequence[FollowUpRow]") -> dict[str, Any]:
    """Return one lead with what was said to it."""
    return {
        "id": record.id,
        "name": record.name,
        "status": record.status.value,
        "owner": record.owner,
        "pool": record.pool,
        "former_owner": record.former_owner,
        "source": record.source,
        "industry": record.industry,
        "reason": record.reason,
        "completeness": record.completeness,
        "provisional": record.is_provisional,
        "masked": record.is_masked,
        "fields": dict(record.values),
        "became": [{"kind": key.kind.value, "id": key.id} for key in record.became],
        "follow_ups": [
            {"at": iso_ms(one.happened_at), "kind": one.kind.value, "text": one.text, "author": one.author} for one in told
        ],
    }


def collision_json(one: "Collision") -> dict[str, Any]:
    """Return what a collision check tells of one record."""
    return {
        "kind": one.key.kind.value,
        "id": one.key.id,
        "name": one.name,
        "owner": one.owner,
        "pool": one.pool,
        "last_follow_up_at": None if one.last_follow_up_at is None else iso_ms(one.last_follow_up_at),
        "status": None if one.status is None else one.status.value,
        "why": list(one.why),
    }


def _print_lead(record: "LeadRecord", told: "Sequence[FollowUpRow]") -> None:
    from crmdesk.core.vocabulary import RecordKind
    from crmdesk.services.record_fields import FIELDS

    print_line(f"{record.name}  ({record.status.value}; {record.owner or record.pool or 'with nobody'})")
    names = {"source_id": record.source, "industry_id": record.industry, "owner_id": record.owner, "pool_id": record.pool}
    names |= {"former_owner_id": record.former_owner, "reason_id": record.reason}
    rows = [(info.label, names.get(info.key, record.values[info.key])) for info in FIELDS[RecordKind.LEAD]]
    print_table(("field", "value"), [row for row in rows if row[1] not in (None, "", 0)])
    for one in told:
        print_line(
            f"{one.happened_at.astimezone():%Y-%m-%d %H:%M}  {one.kind.value}  {one.author or '–'}: {' '.join(one.text.split())}"
        )


COMMANDS: Final = (assign, collisions, disqualify, follow_up, leads)
"""Every command of this area."""
