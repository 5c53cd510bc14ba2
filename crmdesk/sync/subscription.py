"""What this laptop carries of what its person may see: held teams are always some of his rights, never more (`sync.md` §2.6).

Access and pull are by team. A choice of customers inside them is kept here: pages come whole, and what does not belong to the choice goes
again at the end of the exchange. Customers that come to belong to it later are fetched with their whole team, once.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.carried_rows import CompanyHere, companies_coded, companies_here, named_companies, rows_left_out
from crmdesk.storage.exchange_progress import Held, control, progress, set_control
from crmdesk.storage.store import Store
from crmdesk.sync.applying import Received, remove
from crmdesk.sync.protocol import COMMON_TEAM, Welcome

_CARRIED: Final = "carried"
_COMPANIES: Final = "carried_companies"
"""Row of `sync_ctl`: JSON list of companies that are carried with everything under them: ids, or codes of those not here yet."""
_ROOTED: Final = "carried_records"
"""Row of `sync_ctl`: JSON list of sites and companies that were carried whole after the last exchange; nothing where all was."""
_T: Final = QT_TRANSLATE_NOOP


@unique
class Carried(StrEnum):
    """How much comes along."""

    MINE = "mine"
    """Customers one owns or works on, and the companies chosen with everything under them (`companies_carried`)."""
    OWN_TEAM = "own_team"
    MY_TEAMS = "my_teams"
    """Every team in which one may write: a manager's whole part."""
    EVERYTHING = "everything"
    """All that one may see, shares and teams that one only reads among them."""


CARRIED_LABELS: Final[Mapping[Carried, str]] = {
    Carried.MINE: _T("exchange", "My own accounts, and chosen companies"),
    Carried.OWN_TEAM: _T("exchange", "My own team's accounts"),
    Carried.MY_TEAMS: _T("exchange", "The accounts of all teams I work in or manage"),
    Carried.EVERYTHING: _T("exchange", "Everything I may see"),
}
"""English texts, translated at the edge."""


def carried(connection: Connection) -> Carried:
    """Return what this laptop carries; everything, unless something else was chosen."""
    kept = control(connection, _CARRIED)
    return Carried(kept) if kept in set(Carried) else Carried.EVERYTHING


def companies_carried(connection: Connection) -> tuple[str, ...]:
    """Return the companies that come along with everything under them where only one's own accounts do.

    Ids; customer codes as they were given for those that never were here.
    """
    kept = control(connection, _COMPANIES)
    return tuple(json.loads(kept)) if kept else ()


def companies_shown(connection: Connection) -> tuple[str, ...]:
    """Return the companies of `companies_carried` as people name them: by code, else by name; codes that are not here as they were given."""
    known = named_companies(connection, companies_carried(connection))
    return tuple(known.get(one, one) for one in companies_carried(connection))


@dataclass(frozen=True, slots=True)
class CarriedCompany:
    """One of `companies_carried`.

    Attributes:
        value: its id, or the code it was chosen by. company: what is told of it; None where it is not on this laptop.
        is_unknown: it was looked for at the centre since, and this person can see none with this code there.
    """

    value: str
    company: CompanyHere | None = None
    is_unknown: bool = False


def companies_described(connection: Connection) -> tuple[CarriedCompany, ...]:
    """Return the companies of `companies_carried` with what is known of each, those that are here first, by path and name.

    A company that is not here is unknown once an exchange has looked through all this person may see: with this choice every team
    comes whole before what is not carried goes.
    """
    chosen = companies_carried(connection)
    by_code = companies_coded(connection, chosen)
    here = companies_here(connection, [by_code.get(one, one) for one in chosen])
    was_looked_for = (
        carried(connection) is Carried.MINE and control(connection, _ROOTED) is not None and not _is_fetching(connection)
    )
    found = (
        CarriedCompany(one, company, company is None and was_looked_for)
        for one in chosen
        for company in [here.get(by_code.get(one, one))]
    )
    return tuple(sorted(found, key=_told_order))


def _told_order(one: CarriedCompany) -> tuple[bool, tuple[str, ...], str]:
    return (True, (), one.value) if one.company is None else (False, one.company.path, one.company.name)


def _is_fetching(connection: Connection) -> bool:
    """Whether a pull was cut short, or a team is still to be fetched."""
    half = connection.exec_driver_sql("SELECT 1 FROM sync_have WHERE state=? LIMIT 1", (Held.HALF.value,)).scalar()
    return half is not None or progress(connection).is_unfinished


def carry(store: Store, choice: Carried, companies: Sequence[str] | None = None) -> None:
    """Choose what this laptop carries; the next exchange fetches and removes accordingly.

    `companies`: ids or customer codes of what comes with everything under it, beside one's own; None leaves them as they are.
    """
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        connection = uow.connection
        if companies is not None:
            known = companies_coded(connection, companies)
            companies = [known.get(one, one) for one in companies]
        values: dict[str, str | None] = {_CARRIED: choice.value}
        if companies is not None:
            values[_COMPANIES] = json.dumps(sorted(set(companies)))
        if control(connection, _ROOTED) and (choice is not Carried.MINE or _is_wider(connection, companies)):
            _fetch_again(connection, None)
            if choice is not Carried.MINE:
                values[_ROOTED] = None
        set_control(connection, values)
        uow.commit()


def _is_wider(connection: Connection, companies: Sequence[str] | None) -> bool:
    return companies is not None and not set(companies) <= set(companies_carried(connection))


def wanted_teams(welcome: Welcome, choice: Carried) -> dict[str, bool]:
    """Return the teams to be held → may write: of the rights, what was chosen; the common and the personal team always."""
    always = {COMMON_TEAM, welcome.user_id}
    if choice in {Carried.EVERYTHING, Carried.MINE}:
        return dict(welcome.teams)
    if choice is Carried.OWN_TEAM and welcome.team:
        always.add(welcome.team)
        return {team: may_write for team, may_write in welcome.teams.items() if team in always}
    return {team: may_write for team, may_write in welcome.teams.items() if may_write or team in always}


def keep_to_choice(store: Store, received: Received, changes: list[Changes]) -> bool:
    """Remove what is not carried, when a pull has ended; return whether something came to be carried that has still to be fetched whole.

    One transaction; edits that wait keep their records with all that is above them. Where everything of the teams is carried, nothing happens.
    """
    with store.read() as connection:
        if carried(connection) is not Carried.MINE or progress(connection).is_unfinished:
            return False
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        connection = uow.connection
        companies = companies_carried(connection)
        known = companies_coded(connection, companies)
        if known:
            companies = tuple(sorted({known.get(one, one) for one in companies}))
            set_control(connection, {_COMPANIES: json.dumps(companies)})
        found = rows_left_out(connection, companies)
        kept = control(connection, _ROOTED)
        before = None if kept is None else frozenset(json.loads(kept))
        fresh: frozenset[str] = frozenset() if before is None else found.rooted - before - found.entered_here
        remove(uow, found.left_out, received, rv=progress(connection).n, at=None)
        for table, ids in found.left_out.items():
            connection.exec_driver_sql(
                "DELETE FROM sync_news WHERE tbl=? AND pk IN (SELECT value FROM json_each(?))", (table, json.dumps(ids))
            )
        is_more = bool(fresh) and _fetch_again(connection, fresh)
        if found.rooted != before:
            set_control(connection, {_ROOTED: json.dumps(sorted(found.rooted))})
        changes.append(uow.commit())
    return is_more


def _fetch_again(connection: Connection, records: frozenset[str] | None) -> bool:
    """Let the teams of these sites and companies be fetched anew, or all; return whether there are any."""
    which, values = "", tuple[str, ...]()
    if records is not None:
        which = """ AND team_id IN (SELECT team_id FROM site WHERE id IN (SELECT value FROM json_each(?1))
                     UNION SELECT team_id FROM company WHERE id IN (SELECT value FROM json_each(?1)))"""
        values = (json.dumps(sorted(records)),)
    return bool(
        connection.exec_driver_sql(
            f"""UPDATE sync_have SET state='{Held.HALF.value}', page_tbl=NULL, page_rv=NULL, page_id=NULL
                WHERE state='{Held.HAVE.value}' AND team_id<>'{COMMON_TEAM}'{which}""",
            values,
        ).rowcount
    )
