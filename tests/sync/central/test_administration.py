"""An administrator's work: a database becomes a centre, people with passwords, teams, shares, refusals in the centre's own words."""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from crmdesk.core.vocabulary import Severity
from crmdesk.models.shipped_terms import shipped_terms
from crmdesk.sync.central.administration import Administration, first_password, prepare
from crmdesk.sync.central.checking import Asker, check_centre, run_checks
from crmdesk.sync.central.content_checks import CONTENT_CHECKS
from crmdesk.sync.central.credentials import NOTHING
from crmdesk.sync.central.errors import AdministrationRefused
from crmdesk.sync.central.migrations import HEAD
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.server_programs import ServerPrograms
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.central_server import CentralDatabase, Clusters, versions


def settings(central: CentralDatabase, user: str = "postgres") -> CentreSettings:
    server = central.cluster.server
    return CentreSettings((Host(server.host, server.port),), central.name, user, LoginBy.SOCKET, insecure_local=True)


@pytest.fixture
def admin(central: CentralDatabase) -> Iterator[Administration]:
    with Administration.at(settings(central), NOTHING) as opened:
        yield opened
    for role in ("li", "wang", "chief"):  # roles are the whole server's
        central.owner.execute(f"DROP OWNED BY {role}".encode()) if _exists(central, role) else None
        central.owner.execute(f"DROP ROLE IF EXISTS {role}".encode())


def _exists(central: CentralDatabase, role: str) -> bool:
    return central.owner.execute("SELECT 1 FROM pg_roles WHERE rolname=%s", (role,)).fetchone() is not None


def test_an_empty_database_becomes_a_centre_once(clusters: Clusters) -> None:
    cluster = clusters.get()
    with cluster.owner("postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE fresh")
    where = CentreSettings(
        (Host(cluster.server.host, cluster.server.port),), "fresh", "postgres", LoginBy.SOCKET, insecure_local=True
    )
    try:
        with pytest.raises(AdministrationRefused, match="central init"):
            prepare(where, NOTHING, is_new=False)
        assert prepare(where, NOTHING, is_new=True) == (None, HEAD)
        with cluster.owner("fresh") as connection:
            assert connection.execute("SELECT count(*), min(rv), max(rv), min(team_id) FROM crm.term").fetchone() == (
                *(len(shipped_terms()), 1, 1),
                COMMON_TEAM,
            )
            assert run_checks(Asker(where, NOTHING, connection), CONTENT_CHECKS) == ()
    finally:
        with cluster.owner("postgres", autocommit=True) as connection:
            connection.execute("DROP DATABASE fresh WITH (FORCE)")


@pytest.mark.parametrize("programs", versions())
def test_no_superuser_is_needed(programs: ServerPrograms) -> None:
    """As with a provider's PostgreSQL: the database's owner with CREATEROLE makes, administers and checks the centre."""
    with PrivateServer.temporary(programs) as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            connection.execute("CREATE ROLE boss LOGIN CREATEROLE")
            connection.execute("CREATE DATABASE crmdesk OWNER boss")
        where = CentreSettings((Host(server.host, server.port),), "crmdesk", "boss", LoginBy.SOCKET, insecure_local=True)
        assert prepare(where, NOTHING, is_new=True) == (None, HEAD)
        assert prepare(where, NOTHING, is_new=True) == (HEAD, HEAD)
        with Administration.at(where, NOTHING) as boss:
            boss.add_team("East", None)
            assert boss.add_user("李娜", "li", "East", "admin", "x").login == "li"
        errors = {found.check for found in check_centre(where, NOTHING).findings if found.severity is Severity.ERROR}
        assert errors == {"durability"}  # a test's server


def test_people_and_teams_are_added_listed_moved_and_disabled(central: CentralDatabase, admin: Administration) -> None:
    head = admin.add_team("总部", None)
    east, north = admin.add_team("East", "总部"), admin.add_team("North", head.id)
    assert (east.parent, north.parent_id) == ("总部", head.id)
    li = admin.add_user("李娜", "li", "East", "rep", "Tr0ub4dor")
    assert (li.name, li.login, li.team, li.level, li.disabled_at, li.devices) == ("李娜", "li", "East", "rep", None, 0)
    assert [team.people for team in admin.teams() if team.name == "East"] == [1]
    assert admin.move_user("li", "North", "manager").level == "manager"
    assert admin.move_user("li", None, "rep").team == "North"
    assert admin.move_team("North", None).parent is None
    assert admin.disable_user("li").disabled_at is not None
    assert admin.enable_user("li").disabled_at is None
    assert [person.login for person in admin.people()] == ["li"]


def test_a_password_reaches_the_server_as_a_verifier_only(central: CentralDatabase, admin: Administration) -> None:
    admin.add_team("East", None)
    admin.add_user("李娜", "li", "East", "rep", "Tr0ub4dor")
    first = central.owner.execute("SELECT rolpassword FROM pg_authid WHERE rolname='li'").fetchone()
    assert first is not None
    assert first[0].startswith("SCRAM-SHA-256$")
    assert "Tr0ub4dor" not in central.cluster.server.log.read_text(encoding="utf-8")
    admin.set_password("li", "another")
    assert central.owner.execute("SELECT rolpassword FROM pg_authid WHERE rolname='li'").fetchone() != first


def test_shares_are_given_listed_and_ended(admin: Administration) -> None:
    for team in ("East", "North"):
        admin.add_team(team, None)
    admin.add_user("李娜", "li", "North", "rep", None)
    to_li = admin.add_share("East", to_user="li", to_team=None, can_write=True, until="2099-01-31T23:59:59Z", why="holiday")
    to_all = admin.add_share("East", to_user=None, to_team="North", can_write=False, until=None, why="")
    assert (to_li.team, to_li.to_user, to_li.can_write, to_li.until, to_li.why) == (
        "East",
        "li",
        True,
        "2099-01-31T23:59:59.000Z",
        "holiday",
    )
    assert (to_all.to_team, to_all.to_user, to_all.until) == ("North", None, None)
    admin.end_share(to_li.id)
    ended = {share.id: share.until for share in admin.shares()}[to_li.id]
    assert ended is not None
    assert ended < "2099"


def test_a_person_of_level_admin_administers_with_his_own_login_and_nobody_else(
    central: CentralDatabase, admin: Administration
) -> None:
    admin.add_team("East", None)
    admin.add_user("Chief", "chief", "East", "admin", None)
    admin.add_user("李娜", "li", "East", "rep", None)
    with Administration.at(settings(central, "chief"), NOTHING) as chief:
        assert chief.add_team("North", None).name == "North"
        assert chief.add_user("王", "wang", "North", "rep", "x").team == "North"
        assert chief.hand_over("li", "wang") == {"company": 0, "site": 0, "contact": 0, "claim": 0, "parked_edit": 0, "rows": 0}
    with (
        Administration.at(settings(central, "li"), NOTHING) as rep,
        pytest.raises(AdministrationRefused, match="may not administer"),
    ):
        rep.people()


def test_what_was_administered_leaves_the_centre_sound(central: CentralDatabase, admin: Administration) -> None:
    admin.add_team("East", None)
    admin.add_user("李娜", "li", "East", "manager", "x")
    admin.add_share("East", to_user="li", to_team=None, can_write=True, until=None, why="")
    admin.disable_user("li")
    found = run_checks(Asker(settings(central), NOTHING, central.owner), CONTENT_CHECKS)
    assert [one for one in found if one.check != "schema"] == []


@pytest.mark.parametrize(
    "refused",
    [
        lambda admin: admin.add_user("x", "li", "Nowhere", "rep", None),
        lambda admin: admin.add_user("x", "Robert'); DROP TABLE", "East", "rep", None),
        lambda admin: admin.add_user("x", "postgres", "East", "rep", None),
        lambda admin: admin.add_user("", "li", "East", "rep", None),
        lambda admin: admin.disable_user("nobody"),
        lambda admin: admin.move_team("East", "East"),
        lambda admin: admin.end_share("0"),
        lambda admin: admin.add_team(" ", None),
        lambda admin: [admin.add_team("East", None), admin.team("East")],
        lambda admin: admin.add_share("East", to_user=None, to_team="East", can_write=True, until="2000-01-01", why=""),
    ],
    ids=["no-team", "no-role", "superuser", "no-name", "nobody", "below-itself", "no-share", "blank", "two-of-a-name", "past"],
)
def test_the_centre_says_no_in_its_own_words(admin: Administration, refused: Callable[[Administration], Any]) -> None:
    admin.add_team("East", None)
    with pytest.raises(AdministrationRefused) as caught:
        refused(admin)
    assert caught.value.message.endswith(".")
    assert not isinstance(caught.value.__context__, psycopg.Error)


def test_first_passwords_can_be_read_out_and_differ() -> None:
    made = {first_password() for _ in range(100)}
    assert len(made) == 100
    assert all(len(one) == 19 and not set(one) & set("il1o0") for one in made)
