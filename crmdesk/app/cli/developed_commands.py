"""The command that says who developed whom, for the bonus of new customers."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.lead_naming import DAY, person_id
from crmdesk.app.cli.lead_shapes import day_text, moment_json
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.clock import local_day

if TYPE_CHECKING:
    from crmdesk.services.conversion import Developed


@click.command("developed")
@click.option("--since", type=DAY, metavar="DAY", help="From this day on. Default: the first of this year.")
@click.option("--until", type=DAY, metavar="DAY", help="Until this day, included. Default: today.")
@click.option("--person", metavar="NAME", help="Only who was developed by this person.")
@json_option
@click.pass_obj
def developed(session: Session, *, since: date | None, until: date | None, person: str | None, as_json: bool) -> None:
    """List who developed which customers in a period, the latest first, and how many each."""
    today = local_day()
    last = until or today
    first = since or last.replace(month=1, day=1)
    if first > last:
        raise click.UsageError("--since lies behind --until.")
    with session.services() as services:
        who = None if person is None else person_id(services, person)
        rows = services.conversion.developed(first, last, who)
    people = _people(rows)
    if as_json:
        print_json(
            {
                "since": first.isoformat(),
                "until": last.isoformat(),
                "people": people,
                "customers": [_developed_json(row) for row in rows],
            }
        )
        return
    print_line(f"{first} – {last}")
    print_table(
        ("person", "day", "company", "site", ""),
        [(row.user, day_text(row.at), row.company_name, row.site_name, _what_is_new(row)) for row in rows],
    )
    for one in people:
        print_line(f"{one['person'] or '–'}: {one['customers']} × customer, {one['new_companies']} × new company")


def _people(rows: "Sequence[Developed]") -> list[dict[str, Any]]:
    """Return how many each person developed, the most first."""
    names = {row.user_id: row.user for row in rows}
    customers = Counter(row.user_id for row in rows)
    companies = Counter(row.user_id for row in rows if row.is_new_company)
    return [
        {"person": names[user] or None, "id": user, "customers": count, "new_companies": companies[user]}
        for user, count in customers.most_common()
    ]


def _what_is_new(row: "Developed") -> str:
    if row.is_new_company:
        return "new company"
    return "new site" if row.is_new_site else ""


def _developed_json(row: "Developed") -> dict[str, Any]:
    return {
        "person": row.user or None,
        "at": moment_json(row.at),
        "company": row.company_name,
        "site": row.site_name,
        "site_id": row.site.id,
        "lead": row.lead_id,
        "new_company": row.is_new_company,
        "new_site": row.is_new_site,
    }


COMMANDS: Final = (developed,)
"""Every command of this area."""
