"""Commands about leads: list and show them, say what was done with them, disqualify them and take them up again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

import click

from crmdesk.app.cli.lead_naming import DAY, MOMENT, SOURCE, lead_id, lead_ids, person_id, pool_id, reason_id, source_ids
from crmdesk.app.cli.lead_shapes import day_text, done_json, lead_json, print_lead, row_json
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import ActivityKind, LeadStatus, Taxonomy


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
    if lead is not None:
        show_lead(session, lead, as_json=as_json)
        return
    with session.services() as services:
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
                *(row.next_step, row.next_step_on, day_text(row.last_follow_up_at)),
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
@click.option(
    "--at", "happened_at", type=MOMENT, metavar="WHEN", help="When it was: 2026-11-30 or 2026-11-30T14:30. Default: now."
)
@click.option("--next", "next_step", metavar="TEXT", help="What is to be done next.")
@click.option("--on", "next_on", type=DAY, metavar="DAY", help="When that is due.")
@json_option
@click.pass_obj
def follow_up(
    session: Session,
    *,
    chosen: tuple[str, ...],
    text: str,
    kind: str,
    happened_at: datetime | None,
    next_step: str | None,
    next_on: date | None,
    as_json: bool,
) -> None:
    """Record what was said or done with leads, and what comes next."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        changes = services.leads.follow_up(
            ids, ActivityKind(kind), text, next_step, next_on, happened_at=happened_at, source=SOURCE
        )
    _done(ids, changes.transaction, "followed up", as_json=as_json)


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
    _done(ids, changes.transaction, "disqualified", as_json=as_json)


@click.command("reopen")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@json_option
@click.pass_obj
def reopen(session: Session, *, chosen: tuple[str, ...], as_json: bool) -> None:
    """Take disqualified leads up again; others stay as they are."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        changes = services.leads.reopen(ids, source=SOURCE)
    _done(ids, changes.transaction, "taken up again", as_json=as_json)


def show_lead(session: Session, text: str, *, as_json: bool) -> None:
    """Print one lead with what was said to it; in a pool that counts as a view.

    Raises:
        NameUnknown, SeveralLeads: as `lead_id`. DailyViewsReached: by the rules of its pool no more may be opened today.
    """
    with session.services() as services:
        record = services.leads.open(lead_id(services, text), "en")
        if record.pool is not None:
            services.pools.note_view(str(record.values["pool_id"]), record.id)
        told = services.leads.follow_ups(record.id)
    print_json(lead_json(record, told)) if as_json else print_lead(record, told)


def _done(ids: Sequence[str], transaction: str | None, what: str, *, as_json: bool) -> None:
    if as_json:
        print_json(done_json(ids, transaction))
    else:
        print_line(f"{len(ids)} × {what}.")


COMMANDS: Final = (disqualify, follow_up, leads, reopen)
"""Every command of this area."""
