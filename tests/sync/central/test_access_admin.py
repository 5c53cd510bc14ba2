"""Teams, people, shares and hand-over at the centre: each in one step, told to laptops, written to the history, rights rebuilt."""

import json
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from crmdesk.sync.central.closure import Login, Share, visible_teams
from crmdesk.sync.fields import site_children
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.central.office import Laptop, Office, id_of
from tests.sync.central.test_access_reach import stored, twin_of
from tests.sync.central_server import CentralDatabase
from tests.sync.twin.reaching import desired


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    return Office(central)


def team(office: Office, name: str, parent: str | None = None) -> str:
    made = office.value("SELECT sec.admin_add_team(%s, %s)", name, parent)
    assert isinstance(made, str)
    return made


def hire(office: Office, name: str, team_id: str | None, level: str = "rep") -> str:
    """Add a person whose login is the test cluster's own for this id."""
    id_ = id_of(f"h_{name}")
    made = office.value(
        "SELECT sec.admin_add_person(%s, %s, %s, %s, NULL, NULL, NULL, %s)", name, f"u_{id_}", team_id, level, id_
    )
    assert made == id_
    return id_


def sees(office: Office, person: str) -> dict[str, bool]:
    return dict(office.central.owner.execute("SELECT team_id, can_write FROM sec.vis WHERE user_id = %s", (person,)).fetchall())


def history(office: Office, id_: str) -> list[tuple[Any, ...]]:
    return office.central.owner.execute(
        "SELECT tbl, kind, fld, old, new, device_id, outcome FROM sync.op WHERE pk = %s ORDER BY n, fld", (id_,)
    ).fetchall()


def test_teams_are_added_renamed_moved_and_deleted(office: Office) -> None:
    top = team(office, "总部")
    north, south = team(office, "北区", top), team(office, "南区", top)
    boss, li = hire(office, "boss", north, "manager"), hire(office, "li", south)
    assert sees(office, boss) == {COMMON_TEAM: False, boss: True, north: True}
    access = office.value("SELECT access_ver FROM sec.login WHERE user_id = %s", boss)
    office.value("SELECT sec.admin_move_team(%s, %s)", south, north)
    assert sees(office, boss) == {COMMON_TEAM: False, boss: True, north: True, south: True}
    assert office.value("SELECT access_ver FROM sec.login WHERE user_id = %s", boss) == access + 1
    assert history(office, south)[1] == ("team", "move", "parent_id", top, north, "central", "applied")
    office.value("SELECT sec.admin_rename_team(%s, '华北')", north)
    reader = Laptop(office.central.connect(li))
    reader.hello()
    page = reader.pull([COMMON_TEAM])
    names = {row[page.columns["team"].index("name")] for row in page.rows["team"]}
    assert names == {"总部", "华北", "南区"}
    for attempt in ((north, south), (north, north)):
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="below itself"):
            office.value("SELECT sec.admin_move_team(%s, %s)", *attempt)
    for used in (north, south):
        with pytest.raises(psycopg.errors.InvalidParameterValue):
            office.value("SELECT sec.admin_delete_team(%s)", used)
    office.value("SELECT sec.admin_set_post(%s, %s)", li, north)
    office.value("SELECT sec.admin_delete_team(%s)", south)
    assert office.value("SELECT deleted_at IS NOT NULL FROM crm.team WHERE id = %s", south)


def test_a_person_gets_a_login_that_may_only_what_people_may(office: Office) -> None:
    north = team(office, "北区")
    verifier = office.central.owner.pgconn.encrypt_password(b"secret", b"li.si", b"scram-sha-256").decode()
    made = office.value("SELECT sec.admin_add_person('李四', 'li.si', %s, 'rep', %s)", north, verifier)
    try:
        found = office.central.owner.execute(
            "SELECT rolcanlogin, rolsuper, rolcreaterole, rolbypassrls, pg_has_role('li.si', 'crm_user', 'MEMBER'), "
            "pg_has_role('li.si', 'crm_admin', 'MEMBER') FROM pg_roles WHERE rolname = 'li.si'"
        ).fetchone()
        assert found == (True, False, False, False, True, False)
        assert office.value("SELECT rolpassword FROM pg_authid WHERE rolname = 'li.si'") == verifier
        assert office.value("SELECT login FROM crm.app_user WHERE id = %s", made) == "li.si"
        assert verifier not in str(history(office, made))
        office.value("SELECT sec.admin_set_post(%s, NULL, 'admin')", made)
        assert office.value("SELECT pg_has_role('li.si', 'crm_admin', 'MEMBER')")
        office.value("SELECT sec.admin_set_post(%s, NULL, 'auditor')", made)
        assert not office.value("SELECT pg_has_role('li.si', 'crm_admin', 'MEMBER')")
        office.value("SELECT sec.admin_change_person(%s, '李四四', 'lisi', 'li@x.cn')", made)
        assert office.central.owner.execute("SELECT name, login, email FROM crm.app_user WHERE id = %s", (made,)).fetchone() == (
            *("李四四", "lisi"),
            "li@x.cn",
        )
    finally:
        office.central.owner.execute('REVOKE crm_user FROM "li.si"; DROP ROLE "li.si"')


@pytest.mark.parametrize("role", ["postgres", "crm_owner", "crm_sync", "pg_read_all_data", "Big", "a b", "", "x;drop"])
def test_a_login_of_somebody_else_is_never_taken(office: Office, role: str) -> None:
    north = team(office, "北区")
    with pytest.raises(psycopg.errors.InvalidParameterValue):
        office.value("SELECT sec.admin_add_person('x', %s, %s)", role, north)
    assert office.value("SELECT count(*) FROM sec.login") == 0


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("SELECT sec.admin_add_team('  ')", "needs a name"),
        ("SELECT sec.admin_add_team('x', 'nowhere')", "no such team"),
        ("SELECT sec.admin_add_person('x', 'xx', NULL)", "no such team"),
        ("SELECT sec.admin_set_post('nobody')", "no such person"),
        ("SELECT sec.admin_disable_person('nobody')", "no such person"),
        ("SELECT sec.admin_share('nowhere', 'nobody', NULL)", "no such team"),
        ("SELECT sec.admin_end_share('nothing')", "no such share"),
        ("SELECT sec.admin_hand_over('a', 'a')", "no such person"),
        ("SELECT sec.set_verifier('x', 'secret')", "SCRAM verifier"),
        ("SELECT sec.set_verifier('x', 'SCRAM-SHA-256$4096:short')", "SCRAM verifier"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(office: Office, statement: str, text: str) -> None:
    before = office.value("SELECT n FROM sync.stream")
    with pytest.raises(psycopg.errors.InvalidParameterValue, match=text):
        office.value(statement)
    assert office.value("SELECT n FROM sync.stream") == before


def test_only_administrators_may(office: Office) -> None:
    north = team(office, "北区")
    li, root = hire(office, "li", north), hire(office, "root", None, "admin")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        office.central.connect(li).execute("SELECT sec.admin_add_team('x')")
    made = office.central.connect(root).execute("SELECT sec.admin_add_team('x')").fetchone()
    assert made is not None
    assert office.value("SELECT by_user FROM crm.team WHERE id = %s", made[0]) == root
    office.value("SELECT sec.admin_disable_person(%s)", root)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        office.central.connect(root).execute("SELECT sec.admin_add_team('y')")
    office.value("SELECT sec.admin_enable_person(%s)", root)
    assert office.central.connect(root).execute("SELECT sec.admin_add_team('z')").fetchone()


def test_shares_show_a_team_until_they_end(office: Office) -> None:
    north, south = team(office, "北区"), team(office, "南区")
    li, wang = hire(office, "li", north), hire(office, "wang", south)
    one = office.value("SELECT sec.admin_share(%s, %s, NULL, false, now() + interval '1 day', '展会')", north, wang)
    assert sees(office, wang)[north] is False
    both = office.value("SELECT sec.admin_share(%s, NULL, %s, true)", north, south)
    assert sees(office, wang)[north] is True
    office.value("SELECT sec.admin_end_share(%s)", both)
    assert sees(office, wang)[north] is False
    office.value("SELECT sec.admin_end_share(%s)", one)
    assert north not in sees(office, wang)
    assert south not in sees(office, li)


def test_a_disabled_person_sees_nothing_and_may_still_log_in(office: Office) -> None:
    north = team(office, "北区")
    li = hire(office, "li", north)
    office.value("SELECT sec.admin_disable_person(%s)", li)
    assert Laptop(office.central.connect(li)).hello().state == "disabled"
    assert sees(office, li) == {}
    office.value("SELECT sec.admin_disable_person(%s, true)", li)
    with pytest.raises(psycopg.OperationalError):
        office.central.connect(li)
    office.value("SELECT sec.admin_enable_person(%s)", li)
    assert Laptop(office.central.connect(li)).hello().state == "ok"


def test_the_closure_is_what_posts_teams_and_shares_say(office: Office) -> None:
    tops = [team(office, f"区{i}") for i in range(2)]
    teams = [*tops, *(team(office, f"组{i}", tops[i % 2]) for i in range(4))]
    teams.append(team(office, "班", teams[2]))
    levels = ("rep", "manager", "support", "auditor", "admin")
    people = {hire(office, f"p{i}x", teams[i % len(teams)], levels[i % 5]): i for i in range(15)}
    first, second = list(people)[:2]
    office.value("SELECT sec.admin_share(%s, %s, NULL, true)", teams[5], first)
    office.value("SELECT sec.admin_share(%s, NULL, %s, false)", teams[0], teams[1])
    office.value("SELECT sec.admin_disable_person(%s)", second)
    logins = [Login(id_, teams[i % len(teams)], levels[i % 5]) for id_, i in people.items() if id_ != second]
    parents: dict[str, str | None] = dict(office.central.owner.execute("SELECT id, parent_id FROM crm.team").fetchall())
    shares = [Share(teams[5], first, None, True, None), Share(teams[0], None, teams[1], False, None)]
    wanted = visible_teams(logins, parents, shares, datetime.now(UTC))
    everyone = {
        (other, second): level == "admin" for other, i in people.items() if (level := levels[i % 5]) in {"admin", "auditor"}
    }
    stored_vis = {
        (user, team_id): can_write
        for user, team_id, can_write in office.central.owner.execute("SELECT user_id, team_id, can_write FROM sec.vis").fetchall()
    }
    assert stored_vis == wanted | {key: can_write for key, can_write in everyone.items() if key[0] != second}
    assert office.value("SELECT sec.rebuild_vis()") == 0


def test_a_hand_over_takes_everything_along_in_one_step(office: Office) -> None:
    north, south = team(office, "北区"), team(office, "南区")
    li, wang = hire(office, "li", north), hire(office, "wang", south)
    firm, group, shop, other = (id_of(name) for name in ("firm", "group", "shop", "other"))
    on_shop = {"team_id": north, "site_id": shop}
    office.commit(
        ("company", group, {"team_id": north}),
        ("company", firm, {"team_id": north, "parent_id": group, "owner_id": li}),
        ("site", shop, {"team_id": north, "company_id": firm, "owner_id": li}),
        ("site", other, {"team_id": north, "company_id": firm}),
        ("contact", id_of("here"), {"team_id": north}),
        ("contact", id_of("both"), {"team_id": north}),
        ("position", id_of("p1"), {**on_shop, "contact_id": id_of("here")}),
        ("position", id_of("p2"), {**on_shop, "contact_id": id_of("both")}),
        ("position", id_of("p3"), {"team_id": north, "site_id": other, "contact_id": id_of("both")}),
        ("activity", id_of("a1"), on_shop),
        ("collaborator", id_of("k1"), {"team_id": north, "company_id": firm, "user_id": wang}),
        ("claim", id_of("c1"), {"team_id": north, "tbl": "site", "record_id": shop, "user_id": li, "term": 3}),
        ("conflict", id_of("q1"), {"team_id": north, "record_id": shop, "mine_by": li}),
        ("parked_edit", id_of("e1"), {"team_id": north, "record_id": other, "for_user": li, "by_user": wang}),
    )
    cursor = office.n
    reader = Laptop(office.central.connect(li))
    reader.hello()
    done = office.value("SELECT sec.admin_hand_over(%s, %s)", li, wang)
    assert done == {"n": cursor + 1, "company": 1, "site": 1, "contact": 1, "claim": 1, "parked_edit": 1, "rows": 9}
    for table, id_ in (
        ("company", firm),
        ("site", shop),
        ("position", id_of("p1")),
        ("position", id_of("p2")),
        ("activity", id_of("a1")),
    ):
        assert office.value(f"SELECT team_id FROM crm.{table} WHERE id = %s", id_) == south, table
    for table, id_ in (
        ("contact", id_of("here")),
        ("collaborator", id_of("k1")),
        ("claim", id_of("c1")),
        ("conflict", id_of("q1")),
    ):
        assert office.value(f"SELECT team_id FROM crm.{table} WHERE id = %s", id_) == south, table
    for table, id_ in (("company", group), ("site", other), ("contact", id_of("both")), ("position", id_of("p3"))):
        assert office.value(f"SELECT team_id FROM crm.{table} WHERE id = %s", id_) == north, table
    assert office.central.owner.execute("SELECT user_id, term FROM crm.claim").fetchone() == (wang, 4)
    assert office.value("SELECT for_user FROM crm.parked_edit") == wang
    assert history(office, shop) == [("site", "set", "owner_id", li, wang, "central", "applied")]
    assert stored(office) == desired(twin_of(office))
    page = reader.pull([COMMON_TEAM, li, north], cursor)
    assert {("site", shop), ("position", id_of("p1")), ("activity", id_of("a1")), ("claim", id_of("c1"))} <= set(page.leave)
    assert ("company", firm) not in page.leave  # still above what the north has
    heir = Laptop(office.central.connect(wang), id_of("w"))
    heir.hello()
    page = heir.pull([COMMON_TEAM, wang, south], cursor)
    assert page.leave == ()
    assert len(page.rows["site"]) == len(page.rows["claim"]) == 1


def test_nobody_without_a_team_is_handed_anything(office: Office) -> None:
    north = team(office, "北区")
    li, root = hire(office, "li", north), hire(office, "root", None, "admin")
    with pytest.raises(psycopg.errors.InvalidParameterValue, match="needs a team"):
        office.value("SELECT sec.admin_hand_over(%s, %s)", li, root)
    with pytest.raises(psycopg.errors.InvalidParameterValue, match="to himself"):
        office.value("SELECT sec.admin_hand_over(%s, %s)", li, li)


def test_what_hangs_on_a_site_is_the_same_list_in_sql(office: Office) -> None:
    query = "SELECT json_agg(json_build_array(tbl, fld) ORDER BY tbl) FROM sync.hanging WHERE gives_team AND parent = 'site'"
    assert office.value(query) == sorted(list(pair) for pair in site_children())
    followed = office.value("SELECT prosrc FROM pg_proc WHERE proname = 'changed_records'")
    assert all(f"crm.{table} " in followed for table, _ in site_children()), json.dumps(site_children())
