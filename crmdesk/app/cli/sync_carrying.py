"""What this laptop carries of what its person may see, and how much history: `crmdesk sync carry` shows it and chooses."""

from typing import TYPE_CHECKING, Any

import click

from crmdesk.app.cli.output import print_json, print_table
from crmdesk.app.cli.session import Session, json_option

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

_CARRIED = ("mine", "own_team", "my_teams", "everything")
"""Values of `sync.subscription.Carried`, which is imported when needed."""
_HISTORIES = ("month", "year", "for_ever")
"""Values of `sync.memory.History`, likewise."""


def choices_json(store: "Store") -> dict[str, Any]:
    """Return what was chosen, as it is printed."""
    from crmdesk.sync.memory import history_kept
    from crmdesk.sync.subscription import carried, companies_shown

    with store.read() as connection:
        return {
            "carries": carried(connection).value,
            "under": list(companies_shown(connection)),
            "history": history_kept(connection).value,
        }


def choices_rows(store: "Store") -> list[tuple[str, str]]:
    """Return what was chosen in words."""
    from crmdesk.sync.memory import HISTORY_LABELS, History
    from crmdesk.sync.subscription import CARRIED_LABELS, Carried

    chosen = choices_json(store)
    carries = Carried(chosen["carries"])
    under = [("with everything under", ", ".join(chosen["under"]) or "none")] if carries is Carried.MINE else []
    return [
        ("carries", CARRIED_LABELS[carries]),
        *under,
        ("history kept here", HISTORY_LABELS[History(chosen["history"])]),
    ]


def compared_json(store: "Store") -> dict[str, Any]:
    """Return when the rows were compared with the centre's and what differed, as it is printed."""
    from crmdesk.core.clock import iso_ms
    from crmdesk.sync.comparing import last_compared

    with store.read() as connection:
        found = last_compared(connection)
    if found is None or found.differences is None:
        return {"compared_at": None, "differences": None}
    return {"compared_at": iso_ms(found.at), "differences": found.differences}


def compared_text(shape: dict[str, Any]) -> str:
    """Return the same in words."""
    from crmdesk.core.clock import from_iso

    if shape["compared_at"] is None:
        return "not yet"
    found = "the same" if shape["differences"] == 0 else f"{shape['differences']} tables of teams differed and were fetched anew"
    return f"{from_iso(shape['compared_at']).astimezone():%Y-%m-%d %H:%M}, {found}"


@click.command("carry")
@click.option("--accounts", type=click.Choice(_CARRIED), help="Whose accounts come to this laptop.")
@click.option("--under", metavar="CODE", multiple=True, help="With --accounts mine: also this company with all under it.")
@click.option("--history", type=click.Choice(_HISTORIES), help="How much history stays on it; the centre keeps all of it.")
@json_option
@click.pass_obj
def carry(session: Session, accounts: str | None, under: tuple[str, ...], history: str | None, *, as_json: bool) -> None:
    """Show what this laptop carries, or choose it; the next exchange fetches, removes and forgets accordingly."""
    from crmdesk.sync.connecting import NotConnected, is_connected
    from crmdesk.sync.memory import History, keep_history
    from crmdesk.sync.subscription import Carried
    from crmdesk.sync.subscription import carry as carry_teams

    if under and accounts != "mine":
        raise click.UsageError("--under goes with --accounts mine.")
    with session.store() as store:
        if not is_connected(store):
            raise NotConnected
        if accounts:
            carry_teams(store, Carried(accounts), under if accounts == "mine" else None)
        if history:
            keep_history(store, History(history))
        shape, rows = choices_json(store), choices_rows(store)
    if as_json:
        print_json(shape)
        return
    print_table(("what", "chosen"), rows)
