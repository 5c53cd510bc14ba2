"""Making a centre and administering it: people, teams, shares, hand-over. Every change is one call of one of the centre's own functions."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import psycopg
from psycopg import sql

from crmdesk.core.errors import CrmError
from crmdesk.sync.central.credentials import Secret
from crmdesk.sync.central.errors import AdministrationRefused
from crmdesk.sync.central.migrations import stored_revision
from crmdesk.sync.central.migrations import upgrade as bring_up_to_date
from crmdesk.sync.central.opening import Connection, explained, open_connection
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.central.shipped import add_shipped

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of first passwords: none that is taken for another."""
_OWN_WORDS: Final = frozenset({"P0001", "22023"})
"""States under which the centre's functions say in a sentence why not."""
HANDED_OVER: Final = ("company", "site", "contact", "claim", "parked_edit", "rows")
"""What `hand_over` counts; `rows` are all rows that changed teams."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may log in, or might before.

    Attributes:
        team: its name. devices: how many laptops; seen_at: when the last of them said hello.
    """

    id: str
    name: str
    login: str
    team_id: str | None
    team: str | None
    level: str
    disabled_at: str | None
    devices: int
    seen_at: str | None


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team, the one above, and how many people are in it."""

    id: str
    name: str
    parent_id: str | None
    parent: str | None
    people: int


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A team shown to a person (by login) or to a team (by name)."""

    id: str
    team: str
    to_user: str | None
    to_team: str | None
    can_write: bool
    until: str | None
    why: str


def first_password() -> str:
    """Return a password of some 80 bits that can be read out: four groups of four letters and digits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _letter in range(4)) for _group in range(4))


def prepare(settings: CentreSettings, secret: Secret, *, is_new: bool) -> tuple[str | None, str | None]:
    """Make the database a centre, or bring it up to date, all or nothing; return its schema's revision before and after.

    Without `is_new` a database that is no centre is refused.

    Raises:
        AdministrationRefused: it is no centre, or the login may not do this. CentreUnreachable, CentreRefused: as their texts say.
    """
    connection, _host = open_connection(settings, secret)
    failure: CrmError | None = None
    with connection:
        connection.autocommit = False
        try:
            before = stored_revision(connection)
            if before is None and not is_new:
                raise AdministrationRefused(reason="This database is no centre yet. Make it one with crmdesk central init.")
            bring_up_to_date(connection)
            add_shipped(connection)
            after = stored_revision(connection)
            connection.commit()
            return before, after
        except psycopg.Error as error:
            failure = _in_words(error, secret)
            if not connection.closed:
                connection.rollback()
    raise failure


def make_database(settings: CentreSettings, secret: Secret) -> None:
    """Make the empty database that the settings name, by way of the one called postgres.

    Raises:
        AdministrationRefused: it is there already, or the login may not. CentreUnreachable, CentreRefused: as their texts say.
    """
    connection, _host = open_connection(replace(settings, database="postgres"), secret)
    failure: CrmError | None = None
    with connection:
        try:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(settings.database))
            )
            return
        except psycopg.errors.DuplicateDatabase:
            failure = AdministrationRefused(reason=f"The database {settings.database} is there already.")
        except psycopg.Error as error:
            failure = _in_words(error, secret)
    raise failure


class Administration:
    """An administrator's connection; every method is one transaction. Teams are named by name or id, people by login.

    Every method raises AdministrationRefused where the centre says no, CentreUnreachable where the line breaks.
    """

    def __init__(self, connection: Connection, secret: Secret) -> None:
        self._connection = connection
        self._secret = secret

    @classmethod
    @contextmanager
    def at(cls, settings: CentreSettings, secret: Secret) -> Iterator[Self]:
        """Log in; hung up at the block's end.

        Raises:
            CentreUnreachable, CentreRefused: as their texts say.
        """
        connection, _host = open_connection(settings, secret)
        with connection:
            yield cls(connection, secret)

    def people(self) -> tuple[Person, ...]:
        """Return everybody with a login, disabled ones too, by login."""
        return tuple(Person(*row) for row in self._rows("SELECT * FROM sec.admin_people()"))

    def person(self, login: str) -> Person:
        """Return one person by login.

        Raises:
            AdministrationRefused: there is none.
        """
        for person in self.people():
            if login in {person.login, person.id}:
                return person
        raise AdministrationRefused(reason=f"Nobody here has the login {login}.")

    def add_user(self, name: str, login: str, team: str, level: str, password: str | None) -> Person:
        """Add a person; without a password only a client certificate lets him in. The password itself never reaches the server."""
        verifier = None
        if password is not None:
            verifier = self._connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
        self._rows("SELECT sec.admin_add_person(%s, %s, %s, %s, %s)", name, login, self.team(team).id, level, verifier)
        return self.person(login)

    def set_password(self, login: str, password: str) -> Person:
        """Give a person another password."""
        person = self.person(login)
        verifier = self._connection.pgconn.encrypt_password(password.encode(), person.login.encode(), b"scram-sha-256").decode()
        self._rows("SELECT sec.admin_set_password(%s, %s)", person.id, verifier)
        return person

    def disable_user(self, login: str, *, shut_out: bool = False) -> Person:
        """Let a person receive nothing more; with `shut_out` his last edits are not taken either."""
        self._rows("SELECT sec.admin_disable_person(%s, %s)", self.person(login).id, shut_out)
        return self.person(login)

    def enable_user(self, login: str) -> Person:
        """Let a disabled person in again."""
        self._rows("SELECT sec.admin_enable_person(%s)", self.person(login).id)
        return self.person(login)

    def move_user(self, login: str, team: str | None, level: str | None) -> Person:
        """Give a person another team, another level or both; his records stay where they are."""
        where = None if team is None else self.team(team).id
        self._rows("SELECT sec.admin_set_post(%s, %s, %s)", self.person(login).id, where, level)
        return self.person(login)

    def teams(self) -> tuple[TeamRow, ...]:
        """Return every team, by name."""
        return tuple(TeamRow(*row) for row in self._rows("SELECT * FROM sec.admin_teams()"))

    def team(self, name: str) -> TeamRow:
        """Return one team by name or id.

        Raises:
            AdministrationRefused: there is none, or several bear the name.
        """
        found = [team for team in self.teams() if name in {team.id, team.name}]
        if not found:
            raise AdministrationRefused(reason=f"No team is called {name}.")
        if len(found) > 1:
            raise AdministrationRefused(
                reason=f"{len(found)} teams are called {name}. Name one by its id: {', '.join(team.id for team in found)}."
            )
        return found[0]

    def add_team(self, name: str, under: str | None) -> TeamRow:
        """Add a team under another one, or at the top."""
        above = None if under is None else self.team(under).id
        return self.team(str(self._rows("SELECT sec.admin_add_team(%s, %s)", name, above)[0][0]))

    def move_team(self, name: str, under: str | None) -> TeamRow:
        """Put a team with all below it under another one, or at the top."""
        team, above = self.team(name), None if under is None else self.team(under).id
        self._rows("SELECT sec.admin_move_team(%s, %s)", team.id, above)
        return self.team(team.id)

    def shares(self) -> tuple[ShareRow, ...]:
        """Return every share, also those that have run out, oldest first."""
        return tuple(ShareRow(*row) for row in self._rows("SELECT * FROM sec.admin_shares()"))

    def add_share(
        self, team: str, *, to_user: str | None, to_team: str | None, can_write: bool, until: str | None, why: str
    ) -> ShareRow:
        """Show a team's records to a person or to everybody of another team, until a moment (ISO) or for good."""
        person = None if to_user is None else self.person(to_user).id
        whom = None if to_team is None else self.team(to_team).id
        made = self._rows(
            "SELECT sec.admin_share(%s, %s, %s, %s, %s::timestamptz, %s)", self.team(team).id, person, whom, can_write, until, why
        )[0][0]
        return next(share for share in self.shares() if share.id == made)

    def end_share(self, share: str) -> None:
        """End a share now."""
        self._rows("SELECT sec.admin_end_share(%s)", share)

    def hand_over(self, giver: str, taker: str) -> dict[str, int]:
        """Give a person's companies and sites with all on them to another; return how many of what went over."""
        done = self._rows("SELECT sec.admin_hand_over(%s, %s)", self.person(giver).id, self.person(taker).id)[0][0]
        return {kind: int(done[kind]) for kind in HANDED_OVER}

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        failure: CrmError
        try:
            return self._connection.execute(query, values).fetchall()
        except psycopg.Error as error:
            failure = _in_words(error, self._secret)
        raise failure


def _in_words(error: psycopg.Error, secret: Secret) -> CrmError:
    """Say what an error means to an administrator: what the functions refuse is said in their own words."""
    if error.sqlstate in _OWN_WORDS:
        return AdministrationRefused(reason=str(error.diag.message_primary))
    if error.sqlstate == "42501":
        return AdministrationRefused(reason=f"This login may not administer the centre. ({error.diag.message_primary})")
    return explained(error, secret)
