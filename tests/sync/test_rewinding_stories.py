"""Holes a centre restored to an earlier day could leave, as short stories: what the simulator's scenes tell, played on real files.

Each breaks when the rule it is about is left out of the engine (`tests/sync/simulator/scenes.py` has the same ones for the model).
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from crmdesk.storage.store import Store
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.pulling import Sizes
from tests.sync.faults import BusyLine, cut
from tests.sync.laptops import BOSS, EAST, HAN, LI, NORTH, Laptop, due_to
from tests.sync.twin import office
from tests.sync.twin.centre import Hub
from tests.sync.twin.state import Share

ACME, SHOP, DEPOT = "c1" * 16, "51" * 16, "52" * 16
WANG = "44" * 16
NOW = "2026-11-23T08:00:00.000Z"
SMALL = Sizes(rows_in_page=6, rows_at_once=12)

LaptopOf = Callable[[str], Laptop]


def _begin(li: Laptop, han: Laptop) -> None:
    """Li has a shop in the east, Han a depot of the same company in the north."""
    for laptop in (li, han):
        laptop.exchange()
    li.insert("company", ACME, kind="legal", legal_name="全球商业")
    li.insert("site", SHOP, company_id=ACME, name="浦东店", status="fighting", owner_id=LI)
    li.exchange()
    han.exchange()
    han.insert("company", "c2" * 16, kind="legal", legal_name="北方")
    han.insert("site", DEPOT, company_id="c2" * 16, name="仓库", status="fighting", owner_id=HAN)
    han.exchange()
    li.exchange()


def _in_step(hub: Hub, laptop: Laptop, user: str) -> None:
    laptop.exchange(sizes=SMALL)
    laptop.exchange(sizes=SMALL)
    assert laptop.content() == due_to(hub, user)
    assert laptop.one("SELECT count(*) FROM sync_op WHERE outcome IS NULL") == 0


def _notes(laptop: Laptop, many: int) -> None:
    with laptop.writing() as connection:
        for number in range(many):
            connection.exec_driver_sql(
                "INSERT INTO activity(id,site_id,kind,happened_at,text) VALUES(?,?,'note',?,?)",
                (f"{number:032x}", SHOP, NOW, f"note {number}"),
            )


def test_a_record_that_left_in_a_lost_commit_comes_back(li: Laptop, laptop_of: LaptopOf, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    boss = laptop_of(BOSS)
    boss.exchange()
    kept = hub.state.copy()
    boss.set("site", SHOP, owner_id=HAN)
    boss.exchange()
    li.exchange()
    assert li.one("SELECT count(*) FROM site WHERE id=?", SHOP) == 0
    hub.replace(kept)  # and the manager's laptop is gone
    _in_step(hub, li, LI)
    assert li.one("SELECT count(*) FROM site WHERE id=?", SHOP) == 1


def test_a_question_that_went_in_a_lost_commit_comes_back(li: Laptop, laptop_of: LaptopOf, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    office.add_person(hub.state, WANG, "王芳", EAST)
    boss, wang = laptop_of(BOSS), laptop_of(WANG)
    boss.exchange()
    wang.exchange()
    boss.set("site", SHOP, phone="1")
    boss.exchange()
    wang.set("site", SHOP, phone="2")
    wang.exchange()
    li.exchange()
    assert li.one("SELECT state FROM conflict") == "open"
    boss.exchange()
    kept = hub.state.copy()
    boss.set("site", SHOP, owner_id=HAN)
    boss.exchange()
    li.exchange()
    assert li.one("SELECT count(*) FROM conflict WHERE record_id=?", SHOP) == 0
    hub.replace(kept)
    _in_step(hub, li, LI)
    assert li.one("SELECT state FROM conflict") == "open"


def test_a_team_that_came_while_its_records_changed_is_fetched_again(li: Laptop, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    office.share(hub.state, Share(NORTH, to_user=LI))
    kept = hub.state.copy()

    def between(name: str, count: int) -> None:
        if name == "hello" and count == 1:
            han.set("site", DEPOT, phone="2")
            han.exchange()
        if name == "pull":
            cut()

    with suppress(CentreUnreachable):
        li.exchange(centre=BusyLine(li.centre, between))
    assert li.one("SELECT state FROM sync_have WHERE team_id=?", NORTH) == "have"
    hub.replace(kept)
    _in_step(hub, li, LI)
    assert li.one("SELECT count(*) FROM site WHERE id=?", DEPOT) == 1


def test_a_pull_over_two_heads_is_no_point_to_go_back_to(li: Laptop, laptop_of: LaptopOf, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    boss = laptop_of(BOSS)
    boss.exchange()
    _notes(boss, 30)
    boss.exchange()
    kept = hub.state.copy()

    def between(name: str, count: int) -> None:
        if name == "pull" and count == 1:
            boss.set("activity", f"{29:032x}", text="changed")
            boss.exchange()

    li.exchange(centre=BusyLine(li.centre, between), sizes=SMALL)
    hub.replace(kept)
    _in_step(hub, li, LI)
    assert li.one("SELECT text FROM activity WHERE id=?", f"{29:032x}") == "note 29"


def test_a_pull_that_was_cut_does_not_go_on_in_another_story(li: Laptop, laptop_of: LaptopOf, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    boss = laptop_of(BOSS)
    boss.exchange()
    kept = hub.state.copy()
    _notes(boss, 40)
    boss.exchange()

    def between(name: str, count: int) -> None:
        if name == "pull" and count == 4:
            cut()

    with suppress(CentreUnreachable):
        li.exchange(centre=BusyLine(li.centre, between), sizes=SMALL)
    assert li.one("SELECT head FROM sync_cursor") == hub.state.n
    hub.replace(kept)
    other = laptop_of(BOSS)
    other.exchange()
    for phone in range(li.one("SELECT head FROM sync_cursor") - kept.n):
        other.set("site", SHOP, phone=str(phone))  # commits of the same numbers, in a table that the cut pull had behind it
        other.exchange()
    _in_step(hub, li, LI)


def test_a_record_that_went_to_a_team_gained_for_a_moment(li: Laptop, laptop_of: LaptopOf, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    boss = laptop_of(BOSS)
    boss.exchange()
    shown = Share(NORTH, to_user=LI)

    def between(name: str, count: int) -> None:
        if name == "hello" and count == 1:
            office.share(hub.state, shown)
            boss.set("site", SHOP, owner_id=HAN)
            boss.exchange()

    li.exchange(centre=BusyLine(li.centre, between))
    office.unshare(hub.state, shown)
    _in_step(hub, li, LI)
    assert li.one("SELECT count(*) FROM site WHERE id=?", SHOP) == 0


def test_own_edits_above_the_point_are_offered_again_though_their_number_was_taken(
    li: Laptop, han: Laptop, hub: Hub, tmp_path: Path
) -> None:
    """A copy of the disk went on under the same name, and the centre lost both: the numbers of batches tell nothing then."""
    _begin(li, han)
    kept = hub.state.copy()
    li.store.close()
    shutil.copyfile(li.store.path, tmp_path / "copy.db")
    li.store = Store.open(li.store.path, None)
    li.set("site", SHOP, phone="1")
    li.exchange()
    hub.replace(kept)
    with Store.open(tmp_path / "copy.db", None) as copied:
        twin = Laptop(copied, hub.login(LI), seed=9)
        twin.set("site", SHOP, email="a@b.cn")
        twin.exchange()  # takes the number of the batch that was lost
        _in_step(hub, li, LI)
        assert li.rows("SELECT phone, email FROM site WHERE id=?", SHOP) == [("1", "a@b.cn")]


def test_what_left_is_remembered_no_longer_than_it_can_be_needed(li: Laptop, laptop_of: LaptopOf, han: Laptop, hub: Hub) -> None:
    _begin(li, han)
    boss = laptop_of(BOSS)
    boss.exchange()
    boss.set("site", SHOP, owner_id=HAN)
    boss.exchange()
    li.exchange()
    assert li.one("SELECT count(*) FROM sync_removed") > 0
    with li.writing() as connection:
        from crmdesk.storage.exchange_doubts import forget_removed

        connection.exec_driver_sql("UPDATE sync_mark SET complete=0 WHERE n<(SELECT max(n) FROM sync_mark)")
        forget_removed(connection)
    assert li.one("SELECT count(*) FROM sync_removed") == 0
