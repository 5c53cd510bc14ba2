"""Hello, pages, resuming, leaving, entering, single records: what a laptop is told, and what it is refused."""

from datetime import timedelta
from typing import Final

import psycopg
import pytest

from crmdesk.sync.central.schema import pulled_columns
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.protocol import COMMON_TEAM, OLDEST_VERSION, VERSION, Mark, Place
from tests.sync.central.office import DEVICE, Laptop, Office, Row, id_of, keys_of, reach_of
from tests.sync.central_server import CentralDatabase

NORTH, SOUTH, ALL = id_of("north"), id_of("south"), id_of("all")
LI, WANG, BOSS, AUDIT, GONE = (id_of(name) for name in ("li", "wang", "boss", "audit", "gone"))
GROUP, FIRM, SHOP, STORE = id_of("group"), id_of("firm"), id_of("shop"), id_of("store")
HELD: Final = [COMMON_TEAM, LI, NORTH]


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    """Two teams below one; a group whose shop is the north's and whose store is the south's."""
    central.add_team(ALL)
    central.add_team(NORTH, ALL)
    central.add_team(SOUTH, ALL)
    for person, team, level in ((LI, NORTH, "rep"), (WANG, SOUTH, "rep"), (BOSS, ALL, "manager"), (AUDIT, ALL, "auditor")):
        central.add_person(person, team, level)
    central.add_person(GONE, NORTH, disabled=True)
    office = Office(central)
    office.commit(
        ("company", GROUP, {"team_id": SOUTH}),
        ("company", FIRM, {"team_id": NORTH, "parent_id": GROUP}),
        ("site", SHOP, {"team_id": NORTH, "company_id": FIRM}),
        ("site", STORE, {"team_id": SOUTH, "company_id": GROUP}),
        ("contact", id_of("zhang"), {"team_id": SOUTH}),
        ("contact", id_of("zhao"), {"team_id": SOUTH}),
        ("position", id_of("job"), {"team_id": NORTH, "site_id": SHOP, "contact_id": id_of("zhang")}),
        ("activity", id_of("call"), {"team_id": NORTH, "site_id": SHOP}),
    )
    return office


def laptop(office: Office, person: str = LI, device: str = DEVICE) -> Laptop:
    """Return a person's laptop that said hello."""
    found = Laptop(office.central.login(person), device)
    found.hello()
    return found


def test_hello_says_who_what_and_where(office: Office) -> None:
    welcome = Laptop(office.central.login(LI)).hello()
    assert (welcome.user_id, welcome.user_name, welcome.level, welcome.state) == (LI, LI, "rep", "ok")
    assert welcome.teams == {COMMON_TEAM: False, LI: True, NORTH: True}
    assert (welcome.head, welcome.last_no, welcome.last_batch, welcome.resync) == (office.n, 0, None, False)
    assert (welcome.version, welcome.oldest_version) == (VERSION, OLDEST_VERSION)
    assert welcome.head_batch == office.value("SELECT mark FROM sync.commit WHERE n = %s", office.n)
    assert welcome.now.endswith("Z")
    assert len(welcome.now) == len("2026-11-23T00:00:00.000Z")


def test_hello_knows_only_marks_of_its_own_story(office: Office) -> None:
    true = office.value("SELECT mark FROM sync.commit WHERE n = %s", office.n)
    marks = (Mark(0, office.n, true), Mark(0, office.n - 1, true), Mark(0, 999, true), Mark(1, office.n, true))
    assert Laptop(office.central.login(LI)).hello(marks=marks).marks == (office.n,)


def test_an_old_program_is_told_and_may_not_pull(office: Office) -> None:
    old = Laptop(office.central.login(LI))
    assert old.hello(version=OLDEST_VERSION - 1).state == "update"
    assert old.pull(HELD).stale
    assert old.enter(NORTH, office.n).stale
    assert old.reload(HELD, ("site", SHOP)).stale


def test_a_disabled_person_is_told_and_gets_nothing(office: Office) -> None:
    gone = Laptop(office.central.login(GONE))
    welcome = gone.hello()
    assert (welcome.state, welcome.user_name, welcome.teams, welcome.head) == ("disabled", GONE, {}, 0)
    assert gone.pull([]).stale
    assert gone.pull(HELD).stale
    assert gone.connection.execute("SELECT sync_v1.head()").fetchone() == ({"head": 0, "head_batch": ""},)


def test_a_login_of_nobody_is_refused_without_a_word_more(office: Office) -> None:
    office.central.owner.execute("DELETE FROM sec.login WHERE user_id = %s", (WANG,))
    for query in ("SELECT sync_v1.hello('{}')", "SELECT sync_v1.head()"):
        with pytest.raises(psycopg.errors.InvalidAuthorizationSpecification, match=r"^this login belongs to nobody here\n"):
            office.central.login(WANG).execute(query.encode())
    assert Laptop(office.central.login(WANG)).pull([SOUTH]).stale


def test_a_laptop_of_somebody_else_has_no_story_here(office: Office) -> None:
    laptop(office)
    office.central.owner.execute("UPDATE sync.device SET last_no = 7, last_batch = 'x' WHERE id = %s", (DEVICE,))
    assert Laptop(office.central.login(LI)).hello().last_no == 7
    assert Laptop(office.central.login(WANG)).hello().last_no == 0
    assert office.value("SELECT user_id FROM sync.device WHERE id = %s", DEVICE) == LI


@pytest.mark.parametrize(("days", "cursor", "resync"), [(181, 1, True), (181, 0, False), (179, 1, False)])
def test_a_cursor_older_than_the_tombstones_starts_anew(office: Office, days: int, cursor: int, resync: bool) -> None:
    office.central.owner.execute("UPDATE sync.commit SET at = now() - %s WHERE n = 2", (timedelta(days=days),))
    assert Laptop(office.central.login(LI)).hello(cursor=cursor).resync is resync


def test_the_first_pull_brings_own_rows_and_what_is_reached(office: Office) -> None:
    pages, keys = laptop(office).pull_all(HELD)
    assert len(pages) == 1
    own = [("company", FIRM), ("site", SHOP), ("position", id_of("job")), ("activity", id_of("call"))]
    common = [("team", id_) for id_ in (ALL, NORTH, SOUTH)] + [("app_user", id_) for id_ in (LI, WANG, BOSS, AUDIT, GONE)]
    assert sorted(keys) == sorted([*common, *own, ("company", GROUP), ("contact", id_of("zhang"))])
    assert reach_of(pages[0]) == {(NORTH, "company", GROUP, False, False), (NORTH, "contact", id_of("zhang"), True, False)}
    assert [PULL_ORDER.index(table) for table in pages[0].rows if table != "reach"] == sorted(
        PULL_ORDER.index(table) for table in pages[0].rows if table != "reach"
    )
    assert all(set(columns) == set(pulled_columns(table)) for table, columns in pages[0].columns.items() if table != "reach")
    assert pages[0].commits == {}


def test_what_changed_comes_with_who_and_when(office: Office) -> None:
    cursor = office.n
    changed = office.commit(("site", SHOP, {"name": "新店"}))
    page = laptop(office).pull(HELD, cursor)
    assert keys_of(page) == [("site", SHOP)]
    assert page.rows["site"][0][page.columns["site"].index("name")] == "新店"
    assert (page.head, page.next, list(page.commits)) == (changed, None, [changed])
    assert page.commits[changed][0] == "u"
    again = laptop(office).pull(HELD, page.head)
    assert (again.rows, again.columns, again.leave, again.commits) == ({}, {}, (), {})


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_every_row_comes_once_however_the_pages_are_cut(office: Office, limit: int) -> None:
    rows: list[Row] = [("site", id_of(f"s{i}"), {"team_id": (NORTH, SOUTH)[i % 2], "company_id": GROUP}) for i in range(9)]
    rows += [("activity", id_of(f"a{i}"), {"team_id": NORTH, "site_id": id_of("s0")}) for i in range(9)]
    office.commit(*rows[:7])
    office.commit(*rows[7:])
    reader = laptop(office, BOSS)
    held = list(reader.hello().teams)
    whole, cut = reader.pull_all(held), reader.pull_all(held, limit=limit)
    assert sorted(cut[1]) == sorted(whole[1])
    assert len(set(cut[1])) == len(cut[1])
    assert max(len(keys_of(page)) for page in cut[0]) <= limit
    assert set().union(*map(reach_of, cut[0])) == set().union(*map(reach_of, whole[0]))
    li = laptop(office, device=id_of("e"))
    whole, cut = li.pull_all(HELD), li.pull_all(HELD, limit=limit)
    assert sorted(cut[1]) == sorted(whole[1])
    assert len(set(cut[1])) == len(cut[1])


def test_a_pull_is_resumed_after_any_page(office: Office) -> None:
    reader = laptop(office)
    pages, keys = reader.pull_all(HELD, limit=2)
    came = 0
    for page in pages:
        came += len(keys_of(page))
        rest: list[tuple[str, str]] = []
        after = page.next
        while after is not None:
            more = reader.pull(HELD, 0, page.head, after, 3)
            rest += keys_of(more)
            after = more.next
        assert rest == keys[came:] or sorted(rest) == sorted(keys[came:])


def test_what_changes_under_a_paged_pull_is_met_by_the_next(office: Office) -> None:
    reader = laptop(office)
    first = reader.pull(HELD, limit=4)
    office.commit(("site", SHOP, {"note": "x"}), ("company", GROUP, {"note": "x"}))
    keys, after = keys_of(first), first.next
    while after is not None:
        page = reader.pull(HELD, 0, first.head, after, 4)
        assert page.head == first.head
        assert all(
            row[page.columns[table].index("rv")] <= first.head
            for table, rows in page.rows.items()
            if table != "reach"
            for row in rows
        )
        keys += keys_of(page)
        after = page.next
    assert ("site", SHOP) not in keys
    assert sorted(keys_of(reader.pull(HELD, first.head))) == [("company", GROUP), ("site", SHOP)]


@pytest.mark.parametrize("teams", [[SOUTH], [NORTH, SOUTH], ["nobody's"], [WANG]])
def test_a_team_that_is_not_his_makes_the_whole_page_stale(office: Office, teams: list[str]) -> None:
    page = laptop(office).pull(teams)
    assert page.stale
    assert (page.rows, page.head, page.leave) == ({}, 0, ())
    assert laptop(office).reload(teams, ("site", STORE)).stale


def test_an_unknown_laptop_has_to_say_hello(office: Office) -> None:
    assert Laptop(office.central.login(LI), "unknown").pull(HELD).stale


def test_a_record_that_goes_to_another_team_leaves(office: Office) -> None:
    cursor = office.n
    office.move_site(SHOP, SOUTH)
    page = laptop(office).pull(HELD, cursor)
    assert sorted(page.leave) == sorted([("site", SHOP), ("position", id_of("job")), ("activity", id_of("call"))])
    assert (NORTH, "contact", id_of("zhang"), True, True) in reach_of(page)
    assert keys_of(page) == []
    boss = laptop(office, BOSS, id_of("e"))
    page = boss.pull([NORTH, SOUTH], cursor)
    assert page.leave == ()
    assert ("site", SHOP) in keys_of(page)


def test_a_record_that_came_back_does_not_leave(office: Office) -> None:
    cursor = office.n
    office.move_site(SHOP, SOUTH)
    office.move_site(SHOP, NORTH)
    page = laptop(office).pull(HELD, cursor)
    assert page.leave == ()
    assert ("site", SHOP) in keys_of(page)


def test_leaving_comes_with_the_last_page(office: Office) -> None:
    cursor = office.n
    office.move_site(SHOP, SOUTH)
    office.commit(*[("site", id_of(f"s{i}"), {"team_id": NORTH, "company_id": FIRM}) for i in range(5)])
    pages, _ = laptop(office).pull_all(HELD, cursor, limit=2)
    assert len(pages) > 2
    assert [bool(page.leave) for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_gained_team_is_entered_up_to_the_cursor(office: Office) -> None:
    cursor = office.n
    later = office.commit(("site", STORE, {"note": "x"}))
    reader = laptop(office, BOSS)
    page = reader.enter(SOUTH, cursor)
    assert sorted(keys_of(page)) == sorted([("company", GROUP), ("contact", id_of("zhang")), ("contact", id_of("zhao"))])
    assert ("site", STORE) in keys_of(reader.enter(SOUTH, later))
    assert ("site", STORE) in keys_of(reader.pull([SOUTH], cursor))
    keys: list[tuple[str, str]] = []
    after: Place | None = None
    while True:
        page = reader.enter(NORTH, later, after, 2)
        keys += keys_of(page)
        after = page.next
        if after is None:
            break
    assert ("company", GROUP) in keys
    assert len(keys) == len(set(keys)) == 6
    assert laptop(office, device=id_of("f")).enter(SOUTH, later).stale


def test_single_records_come_as_they_are_if_a_held_team_has_them(office: Office) -> None:
    page = laptop(office).reload(
        HELD, ("site", SHOP), ("site", STORE), ("company", GROUP), ("contact", id_of("zhao")), ("site", "none"), ("pg_class", "x")
    )
    assert sorted(keys_of(page)) == [("company", GROUP), ("site", SHOP)]
    assert reach_of(page) == {(NORTH, "company", GROUP, False, False)}
    assert page.next is None


def test_what_is_reached_by_two_held_teams_comes_once(office: Office) -> None:
    office.commit(("company", GROUP, {"team_id": ALL}), leave=[(SOUTH, "company", GROUP)])
    reader = laptop(office, BOSS)
    _, keys = reader.pull_all([NORTH, SOUTH])
    assert keys.count(("company", GROUP)) == 1
    _, keys = reader.pull_all([NORTH, SOUTH], limit=1)
    assert keys.count(("company", GROUP)) == 1


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_one_record_reached_by_many_teams_does_not_hide_the_next(office: Office, limit: int) -> None:
    many, above = [id_of(f"m{i}x") for i in range(4)], [id_of(f"above{i}") for i in range(3)]
    for team in many:
        office.central.add_team(team, ALL)
    office.n = office.value("SELECT n FROM sync.stream")
    for i, company in enumerate(above):
        office.commit(("company", company, {"team_id": SOUTH, "parent_id": above[i - 1] if i else None}))
    cursor = (
        office.commit(*[("site", id_of(f"below{i}"), {"team_id": team, "company_id": above[2]}) for i, team in enumerate(many)])
        - 1
    )
    reader = laptop(office, BOSS)
    whole, cut = reader.pull_all(many, cursor), reader.pull_all(many, cursor, limit)
    assert sorted(cut[1]) == sorted(whole[1])
    assert set().union(*map(reach_of, cut[0])) == reach_of(whole[0][0])
    assert len(reach_of(whole[0][0])) == len(many) * len(above)


def test_pages_need_no_writing_transaction(office: Office) -> None:
    reader = laptop(office)
    with reader.connection.transaction():
        reader.connection.execute("SET TRANSACTION READ ONLY")
        assert keys_of(reader.pull(HELD, limit=3))
        assert keys_of(reader.enter(NORTH, office.n))
        assert keys_of(reader.reload(HELD, ("site", SHOP)))


def test_who_holds_many_teams_gets_the_same_by_the_other_index(office: Office) -> None:
    for number in range(35):
        office.central.owner.execute(
            "INSERT INTO crm.team (id, team_id, rv, name) VALUES (%s, %s, 1, 'x')", (id_of(f"t{number}x"), COMMON_TEAM)
        )
    office.central.owner.execute("SELECT sec.rebuild_vis()")
    reader = laptop(office, AUDIT)
    held = list(reader.hello().teams)
    assert len(held) > 35
    _, keys = reader.pull_all(held, limit=4)
    assert (
        len(keys)
        == len(set(keys))
        == office.value(
            "SELECT sum(n) FROM (" + " UNION ALL ".join(f"SELECT count(*) AS n FROM crm.{table}" for table in PULL_ORDER) + ") x"
        )
    )
