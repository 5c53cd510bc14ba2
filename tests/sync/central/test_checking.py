"""`central check`: a fresh centre is sound where tests can make it so, and each thing that is broken is found."""

from collections.abc import Iterator

import pytest

from crmdesk.core.vocabulary import Severity
from crmdesk.sync.central.checking import Asker, CentreReport, Finding, check_centre, run_checks
from crmdesk.sync.central.content_checks import CONTENT_CHECKS
from crmdesk.sync.central.credentials import NOTHING
from crmdesk.sync.central.server import free_port
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.errors import CentreUnreachable
from tests.sync.central_server import CentralDatabase, Clusters

TEAM, OTHER, LI = "1" * 32, "2" * 32, "a" * 32
OF_THE_SERVER = {"login", "tls", "scram", "replication", "durability", "pg_hba", "clock", "reachable"}
"""A test's server is a throw-away one: no TLS, no standby, no fsync."""


def settings(central: CentralDatabase) -> CentreSettings:
    server = central.cluster.server
    return CentreSettings((Host(server.host, server.port),), central.name, "postgres", LoginBy.SOCKET, insecure_local=True)


def of_content(report: CentreReport) -> list[Finding]:
    return [found for found in report.findings if found.check not in OF_THE_SERVER]


@pytest.fixture(scope="module")
def office(clusters: Clusters) -> Iterator[CentralDatabase]:
    """A centre with two teams and their manager; tests that change it do so in a transaction that is rolled back."""
    with clusters.get().database() as made:
        made.add_team(TEAM)
        made.add_team(OTHER, TEAM)
        made.add_person(LI, TEAM, "manager")
        yield made


def test_a_fresh_centre_is_sound_but_for_the_server_of_a_test(office: CentralDatabase) -> None:
    report = check_centre(settings(office), NOTHING)
    assert of_content(report) == []
    assert set(report.checks) >= set(CONTENT_CHECKS)
    assert report.version.startswith(str(office.cluster.major))
    assert {found.check for found in report.findings if found.severity is Severity.ERROR} == {"durability"}
    assert "There is no standby: what this machine loses is lost." in {found.message for found in report.findings}


@pytest.mark.parametrize(
    ("statement", "check", "severity"),
    [
        ("DELETE FROM sync.commit WHERE n=2", "fingerprints", Severity.ERROR),
        ("UPDATE sync.stream SET n=n+1", "fingerprints", Severity.ERROR),
        (
            "INSERT INTO sync.op (id,stream_id,n,device_id,user_id,tbl,pk,about_tbl,about_id,kind,outcome) VALUES ('o',0,99,'d','u','site','s','site','s','set','applied')",
            "fingerprints",
            Severity.ERROR,
        ),
        ("INSERT INTO sync.device (id, user_id, last_no) VALUES ('d', 'u', 3)", "fingerprints", Severity.ERROR),
        ("UPDATE crm.team SET rv=rv+1000", "versions", Severity.ERROR),
        ("ALTER TABLE crm.site NO FORCE ROW LEVEL SECURITY", "policies", Severity.ERROR),
        ("ALTER TABLE crm.site DISABLE ROW LEVEL SECURITY", "policies", Severity.ERROR),
        ("CREATE TABLE crm.aside (id text)", "policies", Severity.ERROR),
        ("GRANT UPDATE ON crm.site TO crm_user", "rights", Severity.ERROR),
        ("GRANT SELECT ON sec.vis TO PUBLIC", "rights", Severity.ERROR),
        ("GRANT SELECT ON sec.login TO crm_admin", "rights", Severity.ERROR),
        ("CREATE FUNCTION sync_v1.aside() RETURNS int LANGUAGE sql AS 'select 1'", "rights", Severity.ERROR),
        (
            "CREATE FUNCTION sec.aside() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'select 1'; REVOKE EXECUTE ON FUNCTION sec.aside() FROM PUBLIC",
            "rights",
            Severity.ERROR,
        ),
        (f"UPDATE sec.login SET pg_role='nobody_of_this_name' WHERE user_id='{LI}'", "logins", Severity.ERROR),
        (f"UPDATE sec.vis SET can_write=false WHERE user_id='{LI}'", "closure", Severity.ERROR),
        (f"INSERT INTO sec.vis VALUES ('{LI}', 'f', true)", "closure", Severity.ERROR),
        (f"DELETE FROM sec.vis WHERE team_id='{OTHER}'", "closure", Severity.ERROR),
        (
            f"INSERT INTO sec.share (id, team_id, to_user, until) VALUES ('s', 'f', '{LI}', now()-interval '1 day')",
            "shares",
            Severity.INFO,
        ),
        (
            "INSERT INTO sync.device (id, user_id, label, seen_at) VALUES ('d', 'u', 'old', now()-interval '200 days')",
            "devices",
            Severity.WARNING,
        ),
        (
            "INSERT INTO crm.claim (id, team_id, rv, tbl, record_id, user_id, state, asked_at, expires_at) VALUES ('c', 't', 1, 'site', 's', 'u', 'held', '2020-01-01', '2020-01-02T00:00:00Z')",
            "claims",
            Severity.INFO,
        ),
        ("DROP FUNCTION sync_v1.head()", "schema", Severity.ERROR),
        (f"ALTER ROLE u_{LI} CREATEDB", "logins", Severity.ERROR),
    ],
)
def test_what_is_broken_is_found(office: CentralDatabase, statement: str, check: str, severity: Severity) -> None:
    with office.owner.transaction(force_rollback=True):
        office.owner.execute(statement.encode())
        found = run_checks(Asker(settings(office), NOTHING, office.owner), CONTENT_CHECKS)
    assert {(one.check, one.severity) for one in found} == {(check, severity)}, found


def test_a_host_that_is_down_is_told(office: CentralDatabase) -> None:
    known = settings(office)
    dead = CentreSettings(
        (*known.hosts, Host(known.hosts[0].name, free_port())), known.database, known.user, known.login, insecure_local=True
    )
    assert "reachable" in {found.check for found in check_centre(dead, NOTHING).findings}
    with pytest.raises(CentreUnreachable):
        check_centre(CentreSettings(dead.hosts[1:], known.database, known.user, known.login, insecure_local=True), NOTHING)


def test_what_cannot_be_asked_is_an_error_not_a_crash(office: CentralDatabase) -> None:
    person = CentreSettings(settings(office).hosts, office.name, office.role_of(LI), LoginBy.SOCKET, insecure_local=True)
    report = check_centre(person, NOTHING)
    assert not report.is_sound
    assert any(found.message.startswith("This could not be checked") for found in of_content(report))
