"""An exchange killed before any statement, or cut at any call, is gone on with by the next and ends the same."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from crmdesk.storage.store import Store
from crmdesk.sync.errors import CentreUnreachable, ExchangeCancelled
from crmdesk.sync.pulling import Sizes
from tests.sync.faults import BadLine, Killed, killed_at
from tests.sync.laptops import BOSS, EAST, LI, Laptop, due_to, office_of_two_teams
from tests.sync.twin.centre import Hub

SMALL = Sizes(rows_in_page=3, rows_at_once=3, records_at_once=2)
COMPANY = "c1" * 16
STRIDE = int(os.environ.get("KILL_STRIDE", "5"))
"""Every so many statements are tried; 1 tries all of them."""


@dataclass
class Start:
    """A centre with colleagues' work in it, and Li's disk with edits that meet it."""

    hub: Hub
    disk: Path

    def again(self, path: Path) -> tuple[Hub, Laptop]:
        """Return a copy of both."""
        shutil.copyfile(self.disk, path)
        hub = Hub(self.hub.state.copy())
        return hub, Laptop(Store.open(path, None), hub.login(LI))


@pytest.fixture
def start(template_file: Path, tmp_path: Path) -> Start:
    hub = office_of_two_teams()
    boss = Laptop.new(template_file, tmp_path / "boss.db", hub.login(BOSS), seed=2)
    li = Laptop.new(template_file, tmp_path / "li.db", hub.login(LI))
    boss.insert("company", COMPANY, kind="legal", legal_name="全球商业")
    for at in range(4):
        site = boss.insert("site", f"{at:032x}", company_id=COMPANY, name=f"店{at}", status="fighting", owner_id=LI)
        boss.insert("activity", f"{at + 100:032x}", site_id=site, kind="note", happened_at="2026-11-23T08:00:00.000Z", text="访")
    boss.exchange()
    li.exchange()
    boss.set("site", f"{0:032x}", phone="1")
    boss.set("site", f"{1:032x}", owner_id=BOSS)  # leaves Li's team
    boss.insert("unit", f"{200:032x}", site_id=f"{2:032x}", name="采购部")
    boss.exchange()
    boss.store.close()
    li.set("site", f"{0:032x}", phone="2", email="a@b.cn")
    li.set("site", f"{1:032x}", email="gone@b.cn")
    li.set("site", f"{3:032x}", deleted_at="2026-11-23T09:00:00.000Z")
    li.insert("site", f"{5:032x}", company_id=COMPANY, name="新店", status="fighting")
    li.store.close()
    return Start(hub, tmp_path / "li.db")


def _outcome(hub: Hub, li: Laptop) -> tuple[object, ...]:
    li.exchange()
    li.exchange()
    assert li.content() == due_to(hub, LI)
    assert li.one("SELECT count(*) FROM sync_op WHERE outcome IS NULL") == 0
    assert li.one("SELECT count(*) FROM sync_reload") == 0
    assert li.one("SELECT v FROM sync_ctl WHERE k='applying'") == 0
    outcomes = li.rows("SELECT tbl, pk, kind, fld, outcome FROM sync_op ORDER BY seq")
    news = li.rows("SELECT DISTINCT tbl, pk, kind, fld, old, new FROM sync_news ORDER BY 1, 2, 3, 4")
    rows = li.rows("SELECT id, team_id, phone, email, deleted_at FROM site ORDER BY id")
    return outcomes, news, rows, len(hub.state.ops)


@pytest.mark.timeout(900)
def test_killed_before_any_statement(start: Start, tmp_path: Path) -> None:
    hub, li = start.again(tmp_path / "whole.db")
    with killed_at(li.store, -1) as done:
        li.exchange(sizes=SMALL)
    expected = _outcome(hub, li)
    li.store.close()
    assert len(done) > 80
    for statement in range(0, len(done), STRIDE):
        hub, li = start.again(tmp_path / f"{statement}.db")
        with pytest.raises(Killed), killed_at(li.store, statement):
            li.exchange(sizes=SMALL)
        assert _outcome(hub, li) == expected, done[statement]
        li.store.close()


@pytest.mark.parametrize("fault", ["request", "reply"])
def test_cut_at_any_call(start: Start, tmp_path: Path, fault: str) -> None:
    hub, li = start.again(tmp_path / "whole.db")
    line = BadLine(li.centre, [])
    li.exchange(centre=line, sizes=SMALL)
    expected = _outcome(hub, li)
    li.store.close()
    assert {"hello", "push", "pull", "reload"} <= set(line.calls)
    for call in range(len(line.calls)):
        hub, li = start.again(tmp_path / f"{call}.db")
        with pytest.raises(CentreUnreachable):
            li.exchange(centre=BadLine(li.centre, [*[""] * call, fault]), sizes=SMALL)
        assert _outcome(hub, li) == expected, line.calls[call]
        li.store.close()


def test_a_new_team_cut_at_any_statement(start: Start, tmp_path: Path) -> None:
    for statement in range(0, 400, 3 * STRIDE):
        hub, li = start.again(tmp_path / f"{statement}.db")
        li.exchange()
        hub.state.logins[LI].level = "manager"
        hub.state.logins[LI].team = "aa" * 16
        with suppress(Killed), killed_at(li.store, statement) as done:
            li.exchange(sizes=SMALL)
        hub.state.logins[LI].level, hub.state.logins[LI].team = "rep", EAST
        li.exchange(sizes=SMALL)
        assert li.content() == due_to(hub, LI), done[-1]
        li.store.close()
        if len(done) < statement:
            return
    raise AssertionError("the exchange never ended")


def test_the_program_stops_when_told(li: Laptop, laptop_of: Callable[[str], Laptop]) -> None:
    li.insert("company", COMPANY, kind="legal", legal_name="全球商业")
    said: list[bool] = [False, False]
    with pytest.raises(ExchangeCancelled):
        li.exchange(cancelled=lambda: not said or said.pop())
    assert li.exchange().waiting == 0
    assert li.one("SELECT rv FROM company") > 0
