"""Disks that were restored or copied, a centre that lost commits, a laptop that was away too long."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.storage.exchange_progress import KnownMark
from crmdesk.storage.store import Store
from crmdesk.sync import marks
from crmdesk.sync.protocol import MARKS_SHOWN
from tests.sync.laptops import BOSS, HAN, LI, Laptop, due_to
from tests.sync.twin import office
from tests.sync.twin.centre import Hub

ACME, SHOP = "c1" * 16, "51" * 16


def _enter(laptop: Laptop) -> None:
    laptop.insert("company", ACME, kind="legal", legal_name="全球商业")
    laptop.insert("site", SHOP, company_id=ACME, name="浦东店", status="fighting", owner_id=LI)


def test_a_copied_disk_goes_on_under_a_new_name(li: Laptop, hub: Hub, tmp_path: Path) -> None:
    _enter(li)
    li.exchange()
    li.store.close()
    shutil.copyfile(tmp_path / "0.db", tmp_path / "copy.db")
    li.store = Store.open(tmp_path / "0.db", None)
    with Store.open(tmp_path / "copy.db", None) as copied:
        twin = Laptop(copied, hub.login(LI), seed=9)
        li.set("site", SHOP, phone="1")
        li.exchange()
        twin.set("site", SHOP, email="a@b.cn")
        report = twin.exchange()
        assert (report.forked, report.outcomes) == (True, {"applied": 1})
        li.exchange()
        assert li.rows("SELECT phone, email FROM site") == [("1", "a@b.cn")] == twin.rows("SELECT phone, email FROM site")
        assert twin.one("SELECT v FROM sync_ctl WHERE k='device_id'") != li.one("SELECT v FROM sync_ctl WHERE k='device_id'")
        assert not li.exchange().forked


def test_a_restored_disk_sends_nothing_twice(li: Laptop, hub: Hub, tmp_path: Path) -> None:
    li.exchange()
    _enter(li)
    li.store.close()
    shutil.copyfile(tmp_path / "0.db", tmp_path / "backup.db")
    li.store = Store.open(tmp_path / "0.db", None)
    li.exchange()
    li.store.close()
    shutil.copyfile(tmp_path / "backup.db", tmp_path / "again.db")
    li.store = Store.open(tmp_path / "again.db", None)
    li.set("site", SHOP, phone="1")
    report = li.exchange()
    assert report.forked
    assert len(hub.state.ops) == 3
    assert li.content() == due_to(hub, LI)


def test_a_centre_that_lost_commits_gets_them_again(li: Laptop, laptop_of: Callable[[str], Laptop], hub: Hub) -> None:
    _enter(li)
    li.exchange()
    before = hub.state.copy()
    boss = laptop_of(BOSS)
    boss.exchange()
    boss.set("site", SHOP, phone="1")
    boss.set("site", SHOP, owner_id=HAN)  # leaves Li's laptop
    boss.exchange()
    li.set("company", ACME, website="x.cn")
    li.exchange()
    assert li.one("SELECT count(*) FROM site") == 0
    hub.state = before
    report = li.exchange()
    assert report.rewound
    assert li.content() == due_to(hub, LI)
    assert li.one("SELECT website FROM company") == "x.cn"
    assert li.one("SELECT count(*) FROM site") == 1  # the hand-over is not known any more
    assert boss.exchange().rewound
    assert not boss.exchange().rewound
    li.exchange()
    assert li.one("SELECT count(*) FROM site") == 0
    for user, laptop in ((LI, li), (BOSS, boss)):
        assert laptop.content() == due_to(hub, user)


def test_what_was_sent_under_a_former_name_is_sent_again_too(li: Laptop, hub: Hub, tmp_path: Path) -> None:
    from crmdesk.sync.rewinding import fork

    li.exchange()
    before = hub.state.copy()
    _enter(li)
    li.exchange()
    fork(li.store, li.random)
    li.set("site", SHOP, phone="1")
    li.exchange()
    hub.state = before
    report = li.exchange()
    assert (report.rewound, report.waiting) == (True, 0)
    assert (len(hub.state.ops), li.one("SELECT phone FROM site")) == (3, "1")
    assert li.content() == due_to(hub, LI)


def test_lost_batches_whose_bytes_are_forgotten_go_as_operations(li: Laptop, hub: Hub) -> None:
    li.exchange()
    before = hub.state.copy()
    _enter(li)
    li.exchange()
    with li.store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_batch SET body=NULL")
        uow.commit()
    hub.state = before
    li.exchange()
    assert len(hub.state.ops) == 2
    assert li.content() == due_to(hub, LI)


def test_away_too_long_everything_is_compared(li: Laptop, hub: Hub) -> None:
    _enter(li)
    li.exchange()
    office.put(hub.state, "site", "53" * 16, BOSS, company_id=ACME, name="x", status="fighting")
    del hub.state.rows["site"][SHOP]  # its tombstone was thrown away meanwhile
    hub.state.reach.clear()
    office.finish(hub.state)
    hub.state.oldest = hub.state.n
    report = li.exchange()
    assert report.rewound
    assert li.rows("SELECT id FROM site") == []
    assert li.content() == due_to(hub, LI)
    assert not li.exchange().rewound


@pytest.mark.parametrize("finished", [0, 1, 3, 20, 400])
def test_fingerprints_are_few_and_reach_far_back(finished: int) -> None:
    kept: list[KnownMark] = []
    for n in range(1, finished + 1):
        kept.insert(0, KnownMark(n, f"b{n}", complete=True))
        dropped = set(marks.thinned(kept))
        kept = [mark for mark in kept if mark.n not in dropped]
    assert len(kept) <= MARKS_SHOWN
    assert [mark.n for mark in kept[:3]] == list(range(finished, max(finished - 3, 0), -1))
    if finished > 100:
        assert kept[-1].n <= finished - 60
    pushed = [KnownMark(finished + 2, "p", complete=False), KnownMark(finished + 1, "q", complete=False), *kept]
    assert marks.thinned(pushed)[:1] == [finished + 1]
    assert marks.shown(pushed)[0].n == finished + 2


def test_a_batch_that_got_its_old_number_in_another_story_is_noticed(
    li: Laptop, laptop_of: Callable[[str], Laptop], hub: Hub
) -> None:
    boss = laptop_of(BOSS)
    _enter(boss)
    boss.exchange()
    before = hub.state.copy()
    boss.set("site", SHOP, phone="1")
    boss.exchange()
    li.exchange()
    hub.state = before
    boss.exchange()  # the same bytes, the same number
    assert li.exchange().rewound
    for user, laptop in ((LI, li), (BOSS, boss)):
        laptop.exchange()
        assert laptop.content() == due_to(hub, user)


def test_the_fingerprint_of_an_own_commit_is_the_centres(li: Laptop, hub: Hub) -> None:
    _enter(li)
    li.exchange()
    known = {(n, commit.mark) for n, commit in hub.state.commits.items()}
    noted = li.rows("SELECT n, batch_id FROM sync_mark")
    assert noted
    assert set(noted) <= known
