"""Commands about pools: what waits in them by which rules, what falls back soon, and running the rules."""

from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.lead_naming import SOURCE, pool_id
from crmdesk.app.cli.lead_shapes import day_json, day_text, moment_json
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crmdesk.services.catalogue import Services
    from crmdesk.services.due_lists import DueRow
    from crmdesk.services.pool_desk import MyPool
    from crmdesk.services.pool_lists import WaitingRow
    from crmdesk.services.pool_rules import RulesReport
    from crmdesk.services.pools import PoolRecord

_NAMED: Final = 20
"""So many moved records are told by name."""
_SWITCHES: Final = ("takes_accounts", "masks_contacts", "asks_reason")

limit_option: Final = click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="At most so many."
)


@click.group("pools", invoke_without_command=True)
@json_option
@click.pass_context
def pools(context: click.Context, as_json: bool) -> None:
    """List pools: the rules that hold, who belongs to them, what waits in them, what I may still do today."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    with session.services() as services:
        found = services.pools.all()
        people = {user.id: user.name for user in services.users.all()}
        mine = {pool.id: pool for pool in services.pool_desk.desk().pools}
    if as_json:
        print_json([_pool_json(pool, people, mine.get(pool.id)) for pool in found])
        return
    print_table(
        ("pool", "leads", "accounts", "rules", "members", "claims left"),
        [
            (
                *(pool.name, pool.leads, pool.sites, ", ".join(f"{key} {value}" for key, value in _rules(pool).items())),
                ", ".join(people.get(one, one) for one in pool.members) or "everybody",
                _claims_left(mine.get(pool.id)),
            )
            for pool in found
        ],
    )


@pools.command("run")
@json_option
@click.pass_obj
def run(session: Session, *, as_json: bool) -> None:
    """Run the rules of all pools now, and say which rule moved what; `undo TRANSACTION` takes it back."""
    from crmdesk.services.catalogue import Services
    from crmdesk.services.pool_rules import run_rules

    with session.store() as store:
        moved = list(_moved(Services.over(store), run_rules(store, source=SOURCE)))
    if as_json:
        print_json({"moved": moved})
        return
    for line in moved:
        print_line(f"{line['count']} × {line['kind']} by the rule {line['rule']}:")
        for name in line["names"]:
            print_line(f"  {name}")
        if line["count"] > len(line["names"]):
            print_line(f"  … {line['count'] - len(line['names'])} more")
    if not moved:
        print_line("Nothing is due.")


@pools.command("due")
@click.option("--all", "of_everybody", is_flag=True, help="What everybody has that falls to pools I keep.")
@limit_option
@json_option
@click.pass_obj
def due(session: Session, *, of_everybody: bool, limit: int, as_json: bool) -> None:
    """List what rules take from me soon, within the days of warning of its pool; the next first."""
    with session.services() as services:
        kept = [pool.id for pool in services.pool_desk.desk().pools if pool.is_keeper] if of_everybody else None
        page = services.pool_desk.due(kept, "en").page(limit=limit)
    if as_json:
        print_json({"total": page.total, "due": [_due_json(row) for row in page.rows]})
        return
    print_table(
        ("days left", "name", "owner", "goes to", "rule", "last follow-up"),
        [
            (row.days_left, row.record.name, row.owner, row.pool, row.rule.value, day_text(row.record.last_follow_up_at))
            for row in page.rows
        ],
    )
    _print_rest(page.total, len(page.rows))


@pools.command("waiting")
@click.argument("pool", required=False)
@click.option("--accounts", is_flag=True, help="Accounts without business; default: leads.")
@click.option("--search", default="", metavar="TEXT", help="Only where this is found.")
@limit_option
@json_option
@click.pass_obj
def waiting(session: Session, *, pool: str | None, accounts: bool, search: str, limit: int, as_json: bool) -> None:
    """List what waits in POOL, or in all pools that are open to me; the newest first."""
    from crmdesk.core.waiting_filter import WaitingFilter

    with session.services() as services:
        chosen = pool_id(services, pool)
        ids = tuple(one.id for one in services.pool_desk.desk().pools) if chosen is None else (chosen,)
        kind = RecordKind.SITE if accounts else RecordKind.LEAD
        page = services.pool_desk.waiting(WaitingFilter(ids, kind, search), "en").page(limit=limit)
    if as_json:
        print_json({"total": page.total, "waiting": [_waiting_json(row) for row in page.rows]})
        return
    print_table(
        ("name", "city", "pool", "since", "had it", "by", "free from"),
        [
            (
                *(row.name, row.city, row.pool, day_text(row.pooled_at), row.former_owner),
                *(row.rule.value if row.rule else row.reason, row.free_from),
            )
            for row in page.rows
        ],
    )
    _print_rest(page.total, len(page.rows))


def _moved(services: "Services", report: "RulesReport") -> "Iterator[dict[str, Any]]":
    """Yield what each rule moved, with the names of the first records."""
    from crmdesk.services.record_key import RecordKey

    for ((kind, rule), count), changes in zip(report.moved.items(), report.changes, strict=True):
        ids = changes.touched.get(kind.value)
        first = sorted(ids or ())[:_NAMED]
        open_ = (
            services.leads.open
            if kind is RecordKind.LEAD
            else lambda one: services.accounts.open(RecordKey(RecordKind.SITE, one))
        )
        yield {
            "kind": kind.value,
            "rule": rule.value,
            "count": count,
            "ids": None if ids is None else sorted(ids),
            "names": [open_(one).name for one in first],
            "transaction": changes.transaction,
        }


def _print_rest(total: int, shown: int) -> None:
    if total > shown:
        print_line(f"… {total - shown} more; --limit shows them.")


def _claims_left(mine: "MyPool | None") -> str:
    if mine is None:
        return "not mine"
    return "" if mine.claims is None else f"{mine.claims_left} of {mine.claims}"


def _pool_json(pool: "PoolRecord", people: "Mapping[str, str]", mine: "MyPool | None") -> dict[str, Any]:
    return {
        "id": pool.id,
        "name": pool.name,
        "note": pool.rules["note"],
        "leads": pool.leads,
        "accounts": pool.sites,
        "rules": _rules(pool),
        "members": [{"name": people.get(one, one), "role": role.value} for one, role in pool.members.items()],
        "open_to_me": mine is not None,
        "claims_left": None if mine is None else mine.claims_left,
        "views_left": None if mine is None else mine.views_left,
    }


def _rules(pool: "PoolRecord") -> dict[str, Any]:
    """Return the rules that hold: of days and records a 0 is a rule, too; a switch holds when it is on."""
    from crmdesk.services.pool_settings import DAYS, GRADES, days_of_grades

    numbers = {key: pool.rules[key] for key in DAYS if pool.rules[key] is not None}
    grades = days_of_grades(pool.rules[GRADES])
    return numbers | ({GRADES: grades} if grades else {}) | {key: True for key in _SWITCHES if pool.rules[key]}


def _due_json(row: "DueRow") -> dict[str, Any]:
    return {
        "kind": row.record.key.kind.value,
        "id": row.record.key.id,
        "name": row.record.name,
        "owner": row.owner,
        "pool": row.pool,
        "day": day_json(row.day),
        "days_left": row.days_left,
        "rule": row.rule.value,
    }


def _waiting_json(row: "WaitingRow") -> dict[str, Any]:
    return {
        "kind": row.key.kind.value,
        "id": row.key.id,
        "name": row.name,
        "city": row.city,
        "pool": row.pool,
        "since": moment_json(row.pooled_at),
        "former_owner": row.former_owner,
        "rule": None if row.rule is None else row.rule.value,
        "reason": row.reason,
        "locked": row.is_locked,
        "asked": row.is_asked,
        "free_from": day_json(row.free_from),
    }


COMMANDS: Final = (pools,)
"""Every command of this area."""
