"""Commands about pools: what they hold and by which rules, taking from them, giving back, and running the rules."""

from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.lead_commands import done
from crmdesk.app.cli.lead_naming import SOURCE, lead_ids, pool_id, reason_id
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.vocabulary import Taxonomy

if TYPE_CHECKING:
    from crmdesk.services.pools import PoolRecord


@click.command("claim")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@json_option
@click.pass_obj
def claim(session: Session, *, chosen: tuple[str, ...], as_json: bool) -> None:
    """Take leads out of a pool, all or none.

    With a centre they are asked for: it decides at the next exchange, whoever comes first has them.
    """
    with session.services() as services:
        ids = lead_ids(services, chosen)
        claimed = services.lead_claims.claim(ids, source=SOURCE)
    if as_json:
        print_json(
            {"leads": list(claimed.ids), "provisional": claimed.is_provisional, "transaction": claimed.changes.transaction}
        )
    else:
        print_line(f"{len(claimed.ids)} × {'asked for; the centre decides' if claimed.is_provisional else 'claimed'}.")


@click.command("release")
@click.argument("chosen", nargs=-1, required=True, metavar="LEAD…")
@click.option(
    "--pool", metavar="NAME", help="Into this pool. Default: where they came from, else the one they would fall back to."
)
@click.option("--reason", metavar="REASON", help="Why: code or name of a reason.")
@json_option
@click.pass_obj
def release(session: Session, *, chosen: tuple[str, ...], pool: str | None, reason: str | None, as_json: bool) -> None:
    """Put leads of mine into a pool; or take back what I only asked for."""
    with session.services() as services:
        ids = lead_ids(services, chosen)
        why = reason_id(services, Taxonomy.RELEASE_REASON, reason)
        changes = services.lead_claims.release(ids, pool_id(services, pool), why, source=SOURCE)
    done(ids, changes.transaction, "released", as_json=as_json)


@click.command("pools")
@click.option("--run", "is_run", is_flag=True, help="Run the rules of all pools now.")
@json_option
@click.pass_obj
def pools(session: Session, *, is_run: bool, as_json: bool) -> None:
    """List pools with their rules and members; --run moves what the rules release today and says which rule moved what."""
    from crmdesk.services.pool_rules import run_rules

    with session.store() as store:
        from crmdesk.services.catalogue import Services

        services = Services.over(store)
        moved = dict(run_rules(store, source=SOURCE).moved) if is_run else {}
        found = services.pools.all()
        people = {user.id: user.name for user in services.users.all()}
    lines = [{"kind": kind.value, "rule": rule.value, "count": count} for (kind, rule), count in moved.items()]
    if as_json:
        print_json({"moved": lines, "pools": [_pool_json(pool, people) for pool in found]})
        return
    for line in lines:
        print_line(f"{line['count']} × {line['kind']} moved by rule {line['rule']}.")
    if is_run and not lines:
        print_line("Nothing is due.")
    print_table(
        ("pool", "leads", "accounts", "rules", "members"),
        [
            (
                pool.name,
                pool.leads,
                pool.sites,
                ", ".join(f"{key} {value}" for key, value in _rules(pool).items()),
                ", ".join(people.get(one, one) for one in pool.members),
            )
            for pool in found
        ],
    )


def _pool_json(pool: "PoolRecord", people: dict[str, str]) -> dict[str, Any]:
    return {
        "id": pool.id,
        "name": pool.name,
        "leads": pool.leads,
        "accounts": pool.sites,
        "rules": _rules(pool),
        "members": [{"name": people.get(one, one), "role": role.value} for one, role in pool.members.items()],
    }


def _rules(pool: "PoolRecord") -> dict[str, Any]:
    """Return the rules that hold."""
    return {key: value for key, value in pool.rules.items() if value not in (None, 0, "") and key not in {"name", "position"}}


COMMANDS: Final = (claim, pools, release)
"""Every command of this area."""
