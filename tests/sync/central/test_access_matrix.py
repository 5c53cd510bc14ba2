"""Every kind of person logs in with plain SQL and tries everything that is there, as the catalog lists it: what is not his stays unseen.

Tables, views and functions are enumerated, so that a new one is covered by itself. Not asked: how long an answer takes.
"""

from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest
from psycopg import sql

from crmdesk.sync.fields import COMMON_TABLES, PULL_ORDER
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.central.office import REQUIRED, Laptop, Office, Row, id_of
from tests.sync.central_server import CentralDatabase, Clusters, Connection

ALL, NORTH, SOUTH, WEST = (id_of(name) for name in ("all", "north", "south", "west"))
PEOPLE: Final = {
    "rep_north": (NORTH, "rep"),
    "rep_south": (SOUTH, "rep"),
    "manager": (ALL, "manager"),
    "support": (ALL, "support"),
    "auditor": (WEST, "auditor"),
    "admin": (WEST, "admin"),
    "reader": (WEST, "rep"),
    "writer": (WEST, "rep"),
    "shared": (WEST, "rep"),
    "disabled": (NORTH, "manager"),
    "nobody": (NORTH, "rep"),
}
SECRET: Final = "绝密"
SEES: Final = {
    "rep_north": {"north"},
    "rep_south": {"south"},
    "manager": {"north", "south"},
    "support": {"north", "south"},
    "auditor": {"north", "south", "west"},
    "admin": {"north", "south", "west"},
    "reader": {"west"},
    "writer": {"west"},
    "shared": {"north", "west"},
    "disabled": set(),
    "nobody": set(),
}
"""Whose teams' records each person sees; what he reaches beside them is in `REACHED`."""

LINKED: Final = {"north": {"site", "position", "activity", "opportunity", "unit", "extra_address", "collaborator"}}
REACHED: Final = {
    "rep_north": {("company", "south")},  # above its site
    "rep_south": {("contact", "north")},  # works at its site
    "reader": {
        *((table, "north") for table in LINKED["north"]),
        ("company", "south"),
        ("company", "north"),
        ("contact", "north"),
    },
    "writer": {
        *((table, "north") for table in LINKED["north"]),
        ("company", "south"),
        ("company", "north"),
        ("contact", "north"),
    },
    "shared": {("company", "south")},
}
OF_LEADS: Final = ("lead", "follow_up", "opportunity_contact", "qualification", "qualification_answer", "conversion")
FUNCTIONS: Final = {"hello", "push", "pull", "enter", "reload", "head"}
ABOUT_HIMSELF: Final = {"my_teams", "my_reached", "sees_all"}
"""What row security asks in everybody's name; only an administrator can name them."""


def person(name: str) -> str:
    return id_of(f"p_{name}")


def rows_of(place: str, team: str, parent: str | None) -> list[Row]:
    """Return one record of every table, of one team."""
    company, site, contact = (id_of(f"{place}_{kind}") for kind in ("company", "site", "contact"))
    told = {"team_id": team, "record_id": site}
    on_site = {"team_id": team, "site_id": site}
    rows: list[Row] = [
        ("company", company, {"team_id": team, "parent_id": parent, "legal_name": SECRET + place, "code": f"C-{place}"}),
        ("site", site, {"team_id": team, "company_id": company, "name": SECRET + place, "owner_id": person("rep_north")}),
        ("contact", contact, {"team_id": team, "name": SECRET + place}),
        ("position", id_of(f"{place}_position"), {**on_site, "contact_id": contact}),
        ("claim", id_of(f"{place}_claim"), {**told, "user_id": person("rep_north")}),
        ("conflict", id_of(f"{place}_conflict"), {**told, "theirs": SECRET}),
        ("parked_edit", id_of(f"{place}_parked"), {**told, "new": SECRET}),
        (
            "pair_verdict",
            id_of(f"{place}_verdict"),
            {
                "team_id": team,
                "record_kind": "site",
                "left_id": site,
                "right_id": site,
                "verdict": "not_duplicate",
                "decided_at": "2026-11-01T00:00:00.000Z",
            },
        ),
        ("collaborator", id_of(f"{place}_collaborator"), {**on_site, "user_id": id_of("stranger")}),
    ]
    rows += [(table, id_of(f"{place}_{table}"), dict(on_site)) for table in ("unit", "extra_address", "activity", "opportunity")]
    return rows + [(table, id_of(f"{place}_{table}"), {"team_id": team}) for table in OF_LEADS]


@pytest.fixture(scope="module")
def office(clusters: Clusters) -> Iterator[Office]:
    """Three teams with one record of every table each, and every kind of person. Nothing in this file changes it."""
    with clusters.get().database() as central:
        for team in (ALL, NORTH, SOUTH, WEST):
            central.add_team(team, ALL if team in {NORTH, SOUTH} else None)
        for name, (team, level) in PEOPLE.items():
            central.add_person(person(name), team, level)
        office = Office(central)
        office.commit(*rows_of("south", SOUTH, None))
        office.commit(*rows_of("north", NORTH, id_of("south_company")))
        office.commit(*rows_of("west", WEST, None))
        office.commit(
            (
                "position",
                id_of("south_second"),
                {"team_id": SOUTH, "site_id": id_of("south_site"), "contact_id": id_of("north_contact")},
            ),
            ("collaborator", id_of("link_r"), {"team_id": NORTH, "site_id": id_of("north_site"), "user_id": person("reader")}),
            (
                "collaborator",
                id_of("link_w"),
                {
                    "team_id": NORTH,
                    "site_id": id_of("north_site"),
                    "user_id": person("writer"),
                    "access": "write",
                },
            ),
            ("term", id_of("term"), {"team_id": COMMON_TEAM, "taxonomy": "grade", "code": "A", "name": "A", "position": 1}),
            *((table, id_of(table), {"team_id": COMMON_TEAM}) for table in COMMON_TABLES if table in REQUIRED),
        )
        owner = central.owner
        owner.execute("INSERT INTO crm.code VALUES ('customer', 'C-north', 'company', %s)", (id_of("north_company"),))
        owner.execute("SELECT sec.admin_share(%s, %s, NULL, true, now() + interval '1 day')", (NORTH, person("shared")))
        owner.execute("SELECT sec.admin_disable_person(%s)", (person("disabled"),))
        owner.execute("DELETE FROM sec.login WHERE user_id = %s", (person("nobody"),))
        owner.execute(sql.SQL("GRANT crm_admin TO {}").format(sql.Identifier(central.role_of(person("admin")))))
        owner.execute("SELECT sec.lock_down()")
        yield office


def login(office: Office, name: str) -> Connection:
    return office.central.login(person(name))


def relations(office: Office) -> list[tuple[str, str]]:
    """Return every table, view and sequence that is ours."""
    return office.central.owner.execute(
        """SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') ORDER BY 1, 2"""
    ).fetchall()


def expected(name: str, table: str) -> set[str]:
    """Return the places whose record of a table a person sees."""
    return {place for place in ("north", "south", "west") if place in SEES[name] or (table, place) in REACHED.get(name, set())}


def places(rows: list[tuple[Any, ...]]) -> set[str]:
    return {str(row[0]).split("_", maxsplit=1)[0] for row in rows if "_" in str(row[0])} - {"link", "p"}


@pytest.mark.parametrize("name", PEOPLE)
def test_views_show_what_is_his_and_nothing_else(office: Office, name: str) -> None:
    connection = login(office, name)
    views = [view for schema, view in relations(office) if schema == "report"]
    assert set(views) >= set(PULL_ORDER)
    for view in views:
        seen = connection.execute(f"SELECT id, count(*) OVER () FROM report.{view}".encode()).fetchall()
        if view in COMMON_TABLES:
            assert bool(seen) == (name not in {"disabled", "nobody"}), view
            continue
        assert places(seen) == expected(name, view), view
        everything = str(connection.execute(f"SELECT * FROM report.{view}".encode()).fetchall())
        assert {place for place in ("north", "south", "west") if SECRET + place in everything} <= expected(name, view), view
        for place in {"north", "south", "west"} - expected(name, view):
            row = connection.execute(f"SELECT count(*) FROM report.{view} WHERE id LIKE %s".encode(), (f"{place}%",)).fetchone()
            assert row == (0,), view


@pytest.mark.parametrize("name", PEOPLE)
def test_tables_are_out_of_reach(office: Office, name: str) -> None:
    connection = login(office, name)
    for schema, table in relations(office):
        where = sql.Identifier(schema, table)
        statements = [
            sql.SQL("SELECT * FROM {}").format(where),
            sql.SQL("SELECT count(*) FROM {}").format(where),
            sql.SQL("TABLE {}").format(where),
            sql.SQL("COPY {} TO STDOUT").format(where),
        ]
        writes = [
            sql.SQL("DELETE FROM {}").format(where),
            sql.SQL("TRUNCATE {}").format(where),
            sql.SQL("INSERT INTO {} DEFAULT VALUES").format(where),
            sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(where),
            sql.SQL("DROP TABLE {}").format(where),
            sql.SQL("CREATE POLICY mine ON {} USING (true)").format(where),
            sql.SQL("ALTER TABLE {} OWNER TO CURRENT_USER").format(where),
            sql.SQL("EXPLAIN ANALYZE DELETE FROM {}").format(where),
        ]
        for statement in (statements if schema != "report" else []) + writes:
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(statement)
            assert caught.value.sqlstate in {"42501", "42809", "0A000", "55000", "42P16"}, (statement.as_string(), caught.value)
            assert SECRET not in str(caught.value)


@pytest.mark.parametrize("name", PEOPLE)
def test_columns_cannot_be_changed(office: Office, name: str) -> None:
    connection = login(office, name)
    before = office.value("SELECT md5(string_agg(x::text, '' ORDER BY id)) FROM crm.site x")
    for schema, table in relations(office):
        columns = office.central.owner.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = %s AND table_name = %s", (schema, table)
        ).fetchall()
        for (column,) in columns[:6]:
            statement = sql.SQL("UPDATE {} SET {} = NULL").format(sql.Identifier(schema, table), sql.Identifier(column))
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(statement)
            assert caught.value.sqlstate in {"42501", "55000", "0A000"}, (statement.as_string(), caught.value)
    assert office.value("SELECT md5(string_agg(x::text, '' ORDER BY id)) FROM crm.site x") == before


@pytest.mark.parametrize("name", PEOPLE)
def test_functions_are_out_of_reach_but_the_six(office: Office, name: str) -> None:
    connection = login(office, name)
    found = office.central.owner.execute(
        """SELECT n.nspname, p.proname, p.oid::regprocedure::text, pronargs, p.prosecdef, p.proconfig FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 3"""
    ).fetchall()
    assert {function for schema, function, *_ in found if schema == "sync_v1"} <= FUNCTIONS
    for schema, function, _signature, count, is_definer, options in found:
        assert not is_definer or any(option.startswith("search_path=pg_catalog") for option in options), function
        if schema in {"sync_v1", "report"} or (name == "admin" and (function.startswith("admin_") or function in ABOUT_HIMSELF)):
            continue
        statement = sql.SQL("SELECT {}({})").format(sql.Identifier(schema, function), sql.SQL(", ").join([sql.NULL] * count))
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(statement)
        assert caught.value.sqlstate == "42501", (statement.as_string(), caught.value)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("place", ["north", "south", "west"])
def test_functions_refuse_teams_that_are_not_his(office: Office, name: str, place: str) -> None:
    connection = login(office, name)
    device = Laptop(connection, person(name))
    team = {"north": NORTH, "south": SOUTH, "west": WEST}[place]
    if name == "nobody":
        with pytest.raises(psycopg.errors.InvalidAuthorizationSpecification):
            device.hello()
    else:
        device.hello()
    stale = team not in ({NORTH, SOUTH, WEST} & {{"north": NORTH, "south": SOUTH, "west": WEST}[seen] for seen in SEES[name]})
    pages = [device.pull([team]), device.enter(team, 999), device.reload([team], ("site", id_of(f"{place}_site")))]
    assert [page.stale for page in pages] == [stale] * 3
    for page in pages:
        assert not stale or not (page.rows or page.leave or page.commits or page.head or page.head_batch)


FORGERIES: Final = (
    "SET crm.uid = '{admin}'",
    "SET SESSION crm.uid = '{admin}'",
    "SELECT set_config('crm.uid', '{admin}', false)",
    "SET row_security = off",
    "SET search_path = pg_temp, sec, crm",
    "SET ROLE crm_user",
    "SET session_replication_role = replica",
    "SET SESSION AUTHORIZATION crm_hub",
    "SET ROLE crm_owner",
    "SET ROLE crm_sync",
    "SET ROLE crm_pull",
    "RESET SESSION AUTHORIZATION",
    "CREATE FUNCTION pg_temp.uid() RETURNS text LANGUAGE sql AS 'select ''{admin}''::text'",
    "CREATE TABLE public.forged (id text)",
    "CREATE SCHEMA forged",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "GRANT crm_owner TO CURRENT_USER",
    "CREATE ROLE forged",
    "CREATE EXTENSION file_fdw",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT * FROM pg_authid",
)


@pytest.mark.parametrize("name", ["rep_north", "disabled", "nobody"])
@pytest.mark.parametrize("forgery", FORGERIES)
def test_nothing_a_session_sets_changes_who_it_is(office: Office, name: str, forgery: str) -> None:
    with psycopg.connect(office.central.conninfo(person(name)), autocommit=True) as connection:
        try:
            connection.execute(forgery.format(admin=person("admin")).encode())
        except psycopg.Error as error:
            assert error.sqlstate in {"42501", "3F000", "0A000", "22023"}, error  # noqa: PT017 - some forgeries are merely without effect
        try:
            seen = connection.execute("SELECT id FROM report.site").fetchall()
        except psycopg.errors.InsufficientPrivilege:
            seen = []  # row_security = off: refused outright
        assert places(seen) <= expected(name, "site")
        if name == "rep_north" and "row_security" not in forgery:
            device = Laptop(connection, person(name))
            assert device.hello().user_id == person(name)
            assert device.pull([SOUTH]).stale
    assert office.value("SELECT to_regclass('public.forged')") is None


@pytest.mark.parametrize("name", PEOPLE)
def test_statistics_and_plans_tell_no_values(office: Office, name: str) -> None:
    office.central.owner.execute("ANALYZE")
    connection = login(office, name)
    query = "SELECT * FROM pg_stats WHERE schemaname IN ('crm', 'sec', 'sync')"
    assert connection.execute(query.encode()).fetchall() == []
    plan = str(connection.execute("EXPLAIN SELECT * FROM report.site WHERE name = 'x'").fetchall())
    assert SECRET not in plan
    for probe in ("1/(length(name)-length(name))", "name::int", "latitude/0", "report.day(name)"):
        try:
            rows = connection.execute(f"SELECT {probe} FROM report.site WHERE name LIKE '{SECRET}%'".encode()).fetchall()
        except psycopg.Error as error:
            told = str(error)
            assert expected(name, "site"), told
            assert not any(SECRET + place in told for place in {"north", "south", "west"} - expected(name, "site"))
        else:
            assert len(rows) == len(expected(name, "site"))


def test_a_leaky_condition_of_ones_own_runs_after_row_security(office: Office) -> None:
    with psycopg.connect(office.central.conninfo(person("rep_south")), autocommit=True) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE FUNCTION public.leak(text) RETURNS boolean LANGUAGE sql AS 'select true'")
        told = connection.execute(
            "SELECT count(*) FROM report.site WHERE name::text ~ '绝密north' OR 1/length(name) > 5"
        ).fetchone()
    assert told == (0,)


def test_codes_of_others_are_not_told(office: Office) -> None:
    for name in ("rep_south", "nobody", "disabled"):
        assert login(office, name).execute("SELECT count(*) FROM report.company WHERE code = 'C-north'").fetchone() == (0,)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("kind", ["company", "site"])
def test_search_finds_what_is_his(office: Office, name: str, kind: str) -> None:
    connection = login(office, name)
    for text in (SECRET, SECRET[:1], "", None, "NORTH", "south", "west", "%", "_"):
        found = connection.execute("SELECT id, name FROM report.search(%s, %s)", (kind, text)).fetchall()
        wanted = {place for place in expected(name, kind) if not text or text.lower() in SECRET + place}
        assert places(found) == wanted, text
    page = connection.execute("SELECT name FROM report.search(%s, NULL, NULL, 1)", (kind,)).fetchall()
    rest = connection.execute("SELECT name FROM report.search(%s, NULL, %s)", (kind, page[0][0] if page else "")).fetchall()
    assert len(page) + len(rest) == len(expected(name, kind))
    with pytest.raises(psycopg.errors.InvalidParameterValue):
        connection.execute("SELECT * FROM report.search('login')")


def test_databases_and_schemas_grant_nothing_more(office: Office) -> None:
    role = office.central.role_of(person("rep_north"))
    may = office.central.owner.execute(
        """SELECT has_database_privilege(%(r)s, current_database(), 'CREATE'), has_database_privilege(%(r)s, current_database(), 'TEMP'),
            has_schema_privilege(%(r)s, 'public', 'CREATE'), has_schema_privilege(%(r)s, 'crm', 'USAGE'),
            has_schema_privilege(%(r)s, 'sec', 'USAGE'), has_schema_privilege(%(r)s, 'sync', 'USAGE'), has_schema_privilege(%(r)s, 'report', 'USAGE')""",
        {"r": role},
    ).fetchone()
    assert may == (False, False, False, False, False, False, True)


def test_an_ended_share_counts_out_at_once_and_is_told_at_the_next_hello(central: CentralDatabase) -> None:
    central.add_team(NORTH)
    central.add_team(WEST)
    central.add_person(person("shared"), WEST)
    office = Office(central)
    office.commit(*rows_of("north", NORTH, None))
    device = Laptop(central.login(person("shared")))
    before = device.hello()
    central.owner.execute("SELECT sec.admin_share(%s, %s, NULL, true, now() + interval '1 hour')", (NORTH, person("shared")))
    during = device.hello()
    assert (NORTH in before.teams, during.teams[NORTH], during.access > before.access) == (False, True, True)
    assert not device.pull([NORTH]).stale
    central.owner.execute("UPDATE sec.vis SET read_until = now() - interval '1 second' WHERE read_until IS NOT NULL")
    central.owner.execute("UPDATE sec.share SET until = now() - interval '1 second'")
    assert device.pull([NORTH]).stale
    assert device.connection.execute("SELECT count(*) FROM report.site").fetchone() == (0,)
    after = device.hello()
    assert NORTH not in after.teams
    assert after.access > during.access
