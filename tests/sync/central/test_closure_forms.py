"""Who sees which team is written more than once; here random organisations hold the written forms against each other, person by person.

The forms: what PostgreSQL keeps (`sec.vis`, by `sec.wanted_vis`), what its functions answer to a login (`sec.my_teams`,
`sec.my_write_teams`, a share's end counting at once), what a laptop is told (`hello`), the second opinion of `central check`
(`closure.visible_teams`), and the twin (`rights.closure`). What follows for single records (reach) is held against the twin in
`test_access_reach.py`.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crmdesk.core.clock import iso_ms
from crmdesk.sync.central import closure, wire
from crmdesk.sync.protocol import COMMON_TEAM, VERSION, Greeting
from tests.sync.central_server import CentralDatabase
from tests.sync.twin import rights
from tests.sync.twin.state import Login, Share, State, new_row

TEAMS = tuple(f"team{number}" for number in range(6))
PEOPLE = tuple(f"person{number}" for number in range(5))
LEVELS = ("rep", "manager", "support", "auditor", "admin")
LATER = timedelta(days=10)
"""So much time passes between the two looks; ends lie before the first, between both and after the second."""
ENDS = (None, -3, 3, 30)

Rights = dict[str, dict[str, bool]]
"""Person → team → may write."""


@dataclass(frozen=True, slots=True)
class Given:
    """A team shown to a person or a team; `ends`: in so many days, or never."""

    team: str
    to_user: str | None
    to_team: str | None
    can_write: bool
    ends: int | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Teams with what is above each (circles too: an exchange must survive them), people, shares."""

    parents: Mapping[str, str | None]
    people: Mapping[str, tuple[str | None, str, bool]]
    shares: tuple[Given, ...]


def organisations() -> st.SearchStrategy[Organisation]:
    """Draw any organisation of a few teams, people and shares."""
    team, person = st.sampled_from(TEAMS), st.sampled_from(PEOPLE)
    shared = st.one_of(team, person)
    ends, may = st.sampled_from(ENDS), st.booleans()
    to_person = st.builds(Given, shared, person, st.none(), may, ends)
    to_team = st.builds(Given, shared, st.none(), team, may, ends)
    return st.builds(
        Organisation,
        st.fixed_dictionaries({one: st.one_of(st.none(), team) for one in TEAMS}),
        st.fixed_dictionaries(
            {
                one: st.tuples(
                    st.one_of(st.none(), team), st.sampled_from(LEVELS), st.integers(0, 9).map(lambda drawn: drawn == 9)
                )
                for one in PEOPLE
            }
        ),
        st.lists(st.one_of(to_person, to_team), max_size=6).map(tuple),
    )


class Centre:
    """A real centre whose organisation is put in place of another."""

    def __init__(self, database: CentralDatabase) -> None:
        self.database = database
        for person in PEOPLE:
            database.add_person(person, None)
        # people may not call these functions themselves; row security and `push` do, and what they answer goes by the session's login
        database.owner.execute("CREATE SCHEMA probe; GRANT USAGE ON SCHEMA probe TO PUBLIC")
        database.owner.execute(
            """CREATE FUNCTION probe.answered(OUT reads text[], OUT writes text[]) LANGUAGE sql STABLE SECURITY DEFINER AS
               'SELECT sec.my_teams(), sec.my_write_teams()'"""
        )
        self._devices = itertools.count()

    def become(self, drawn: Organisation, now: datetime) -> None:
        """Have these teams, people and shares, and rights that follow."""
        owner = self.database.owner
        with owner.transaction(), owner.cursor() as cursor:
            cursor.execute("DELETE FROM crm.team; DELETE FROM sec.share; DELETE FROM sec.vis")
            cursor.executemany(
                "INSERT INTO crm.team (id, team_id, rv, name, parent_id) VALUES (%s, %s, 1, %s, %s)",
                [(team, COMMON_TEAM, team, above) for team, above in drawn.parents.items()],
            )
            cursor.executemany(
                "UPDATE sec.login SET team_id=%s, level=%s, disabled_at=CASE WHEN %s THEN now() END WHERE user_id=%s",
                [(*post, person) for person, post in drawn.people.items()],
            )
            cursor.executemany(
                "INSERT INTO sec.share (id, team_id, to_user, to_team, can_write, until) VALUES (%s, %s, %s, %s, %s, %s)",
                [
                    (str(at), one.team, one.to_user, one.to_team, one.can_write, _end(one, now))
                    for at, one in enumerate(drawn.shares)
                ],
            )
            cursor.execute("SELECT sec.rebuild_vis()")

    def wait(self, span: timedelta) -> None:
        """Let time pass: every end comes so much nearer. Nothing is computed anew."""
        owner = self.database.owner
        with owner.transaction():
            owner.execute("UPDATE sec.share SET until=until-%s", (span,))
            owner.execute("UPDATE sec.vis SET read_until=read_until-%s, write_until=write_until-%s", (span, span))

    def kept(self) -> Rights:
        """Return what is kept, as it counts at this moment."""
        rows = self.database.owner.execute(
            """SELECT user_id, team_id, can_write AND (write_until IS NULL OR write_until>now()) FROM sec.vis
               WHERE read_until IS NULL OR read_until>now()"""
        ).fetchall()
        return {person: {team: may for user, team, may in rows if user == person} for person in PEOPLE}

    def answered(self, person: str) -> dict[str, bool]:
        """Return what the functions of row security and of pushing answer to a login."""
        row = self.database.login(person).execute("SELECT reads, writes FROM probe.answered()").fetchone()
        assert row is not None
        reads, writes = (set(teams) for teams in row)
        assert writes <= reads
        return {team: team in writes for team in reads}

    def told(self, person: str) -> dict[str, bool]:
        """Return what a laptop that knows nothing is told."""
        greeting = Greeting(f"laptop {person} {next(self._devices)}", "", VERSION, 0, 0)
        row = self.database.login(person).execute("SELECT sync_v1.hello(%s)", (wire.greeting_json(greeting),)).fetchone()
        assert row is not None
        return dict(wire.welcome(row[0]).teams)


def _end(share: Given, now: datetime) -> str | None:
    return None if share.ends is None else iso_ms(now + timedelta(days=share.ends))


def by_checker(drawn: Organisation, now: datetime, at: datetime) -> Rights:
    """Return what `central check` says; ends count from `now`, the look is taken `at`."""
    logins = [closure.Login(person, team, level, is_disabled=is_out) for person, (team, level, is_out) in drawn.people.items()]
    shares = [
        closure.Share(
            *(one.team, one.to_user, one.to_team, one.can_write), None if one.ends is None else now + timedelta(days=one.ends)
        )
        for one in drawn.shares
    ]
    found: Rights = {person: {} for person in PEOPLE}
    for (person, team), may in closure.visible_teams(logins, drawn.parents, shares, at).items():
        found[person][team] = may
    return found


def by_twin(drawn: Organisation, now: datetime, at: datetime) -> Rights:
    """Return what the twin says."""
    state = State()
    state.now = iso_ms(at)
    for team, above in drawn.parents.items():
        state.rows["team"][team] = {**new_row("team", team, COMMON_TEAM, 1), "parent_id": above}
    for person, (home, level, is_out) in drawn.people.items():
        state.logins[person] = Login(person, home, level, disabled=is_out)
    state.shares = [
        Share(one.team, one.to_user, one.to_team, can_write=one.can_write, until=_end(one, now)) for one in drawn.shares
    ]
    return {person: rights.closure(state, state.logins[person]) for person in PEOPLE}


@pytest.fixture(scope="module")
def centre(central_of_module: CentralDatabase) -> Centre:
    return Centre(central_of_module)


ENDING_WRITE = Organisation(
    dict.fromkeys(TEAMS),
    dict.fromkeys(PEOPLE, (None, "rep", False)),
    (Given("team0", "person0", None, can_write=True, ends=3), Given("team0", "person0", None, can_write=False, ends=30)),
)
"""The right to write ends, the right to read goes on."""


@settings(max_examples=60, deadline=None)
@given(drawn=organisations())
@example(drawn=ENDING_WRITE)
def test_every_written_form_says_the_same_of_every_person(centre: Centre, drawn: Organisation) -> None:
    now = datetime.now(UTC)
    centre.become(drawn, now)
    for at, passed in ((now, timedelta()), (now + LATER, LATER)):
        if passed:
            centre.wait(passed)
        wanted = by_twin(drawn, now, at)
        assert by_checker(drawn, now, at) == wanted
        assert centre.kept() == wanted
        assert {person: centre.answered(person) for person in PEOPLE} == wanted
        assert {person: centre.told(person) for person in PEOPLE} == wanted
        assert centre.kept() == wanted, "after hello brought ended shares up to date"
