"""Laptops that work, are cut off, killed, restored and lose rights hold in the end exactly what the centre says they should."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.pulling import Sizes
from tests.sync.faults import BadLine, BusyLine, Killed, cut, killed_at
from tests.sync.laptops import BOSS, EAST, HAN, LI, NORTH, Laptop, due_to, office_of_two_teams
from tests.sync.twin import office
from tests.sync.twin.state import Share

FIRST, COUNT = int(os.environ.get("CONVERGE_SEED", "0")), int(os.environ.get("CONVERGE_COUNT", "6"))
NOW = "2026-11-23T08:00:00.000Z"


class World:
    """A centre, three laptops, and what chance does to them."""

    def __init__(self, template: Path, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.hub = office_of_two_teams()
        self.folder = folder
        self.laptops = {
            user: Laptop.new(template, folder / f"{user[:2]}.db", self.hub.login(user), seed=at)
            for at, user in enumerate((LI, HAN, BOSS), 1)
        }
        self.users = list(self.laptops)
        self.made = 0
        self.old_hub: Any = None
        self.trace: list[str] = []

    def close(self) -> None:
        for laptop in self.laptops.values():
            laptop.store.close()

    def fresh(self) -> str:
        self.made += 1
        return f"{self.made:032x}"

    def step(self) -> None:
        user = self.random.choice(self.users)
        laptop = self.laptops[user]
        what = self.random.choices(
            [
                self.enter,
                self.edit,
                self.delete,
                self.move,
                self.own,
                self.merge,
                self.answer,
                self.sync,
                self.office,
                self.restore,
            ],
            [8, 12, 3, 4, 3, 3, 3, 12, 2, 1],
        )[0]
        self.trace.append(f"{user[:2]} {what.__name__}")
        what(user, laptop)

    def pick(self, laptop: Laptop, table: str) -> str | None:
        ids = [row[0] for row in laptop.rows(f"SELECT id FROM {table} WHERE deleted_at IS NULL ORDER BY id")]
        return self.random.choice(ids) if ids else None

    def enter(self, user: str, laptop: Laptop) -> None:
        company, site = self.pick(laptop, "company"), self.pick(laptop, "site")
        code = f"C{self.random.randrange(6)}"
        kind = self.random.randrange(6)
        if company is None or kind == 0:
            laptop.insert("company", self.fresh(), kind="legal", legal_name=f"公司{self.made}", parent_id=company, code=code)
        elif site is None or kind == 1:
            laptop.insert("site", self.fresh(), company_id=company, name=f"店{self.made}", status="fighting", owner_id=user)
        elif kind == 2:
            laptop.insert("activity", self.fresh(), site_id=site, kind="note", happened_at=NOW, text="拜访", author_id=user)
        elif kind == 3:
            person = laptop.insert("contact", self.fresh(), name=f"人{self.made}")
            laptop.insert("position", self.fresh(), contact_id=person, site_id=site)
        elif kind == 4:
            laptop.insert(
                "collaborator",
                self.fresh(),
                site_id=site,
                user_id=self.random.choice(self.users),
                access=self.random.choice(("read", "write")),
                reason="manual",
            )
        else:
            laptop.insert("claim", self.fresh(), tbl="site", record_id=site, user_id=user, state="asked", asked_at=NOW)

    def edit(self, _user: str, laptop: Laptop) -> None:
        table, name = self.random.choice((("company", "phone"), ("site", "phone"), ("company", "note"), ("contact", "mobile")))
        record = self.pick(laptop, table)
        if record is not None:
            laptop.set(table, record, **{name: self.random.choice(("1", "2", "长" * 1_100, None))})

    def delete(self, _user: str, laptop: Laptop) -> None:
        table = self.random.choice(("site", "contact", "activity"))
        record = self.pick(laptop, table)
        if record is not None:
            laptop.set(table, record, deleted_at=NOW)

    def move(self, _user: str, laptop: Laptop) -> None:
        one, other = self.pick(laptop, "company"), self.pick(laptop, "company")
        if one is not None and other is not None and one != other and not self._below(laptop, other, one):
            laptop.set("company", one, parent_id=other)

    def _below(self, laptop: Laptop, company: str, above: str) -> bool:
        at: str | None = company
        for _ in range(50):
            if at is None:
                return False
            if at == above:
                return True
            at = laptop.one("SELECT parent_id FROM company WHERE id=?", at)
        return True

    def own(self, _user: str, laptop: Laptop) -> None:
        record = self.pick(laptop, "site")
        if record is not None:
            laptop.set("site", record, owner_id=self.random.choice(self.users))

    def merge(self, _user: str, laptop: Laptop) -> None:
        one, other = self.pick(laptop, "site"), self.pick(laptop, "site")
        if one is not None and other is not None and one != other:
            with laptop.writing(ActionKind.MERGE) as connection:
                connection.exec_driver_sql("UPDATE site SET merged_into=?, deleted_at=? WHERE id=?", (other, NOW, one))
                for table in ("activity", "position", "collaborator"):
                    connection.exec_driver_sql(f"UPDATE {table} SET site_id=? WHERE site_id=?", (other, one))

    def answer(self, _user: str, laptop: Laptop) -> None:
        rows = laptop.rows("SELECT id, tbl, record_id, fld, theirs, mine FROM conflict WHERE state='open' AND kind='field'")
        if rows:
            id_, table, record, name, theirs, mine = self.random.choice(rows)
            choice = self.random.choice(("keep", "mine", "other"))
            new = None if choice == "keep" else laptop.one("SELECT json_extract(?,'$')", mine if choice == "mine" else '"3"')
            old = laptop.one("SELECT json_extract(?,'$')", theirs)
            with laptop.store.unit_of_work(action=ActionKind.SETTLE) as uow:
                uow.connection.exec_driver_sql(
                    "INSERT INTO sync_op(tx,tbl,pk,kind,fld,old,new) VALUES(?,'conflict',?,'resolve',?,?,?)",
                    (uow.transaction, id_, choice, old, new),
                )
                if choice != "keep":
                    with uow.unlogged() as connection:
                        connection.exec_driver_sql(f"UPDATE {table} SET {name}=? WHERE id=?", (new, record))
                uow.commit()

    def sync(self, _user: str, laptop: Laptop) -> None:
        fault = self.random.randrange(5)
        page = self.random.choice((2, 5, 5_000))
        sizes = Sizes(
            rows_in_page=page, rows_at_once=self.random.choice((page, 4 * page)), records_at_once=self.random.choice((1, 500))
        )
        if fault == 0:
            line = BadLine(laptop.centre, self.random.choices(("", "request", "reply"), (6, 1, 1), k=8))
            with suppress(CentreUnreachable):
                laptop.exchange(centre=line, sizes=sizes)
        elif fault == 1:
            with suppress(Killed), killed_at(laptop.store, self.random.randrange(120)):
                laptop.exchange(sizes=sizes)
        elif fault == 2:
            with suppress(CentreUnreachable):
                laptop.exchange(centre=self._busy(laptop), sizes=sizes)
        else:
            laptop.exchange(sizes=sizes)

    def _busy(self, laptop: Laptop) -> BusyLine:
        """Return a line on which others come between, or after one of whose calls the centre is an older copy of itself."""
        others = [(user, one) for user, one in self.laptops.items() if one is not laptop]
        at = self.random.randrange(12)
        line: BusyLine

        def between(_name: str, _count: int) -> None:
            if len(line.calls) != at:
                return
            user, other = self.random.choice(others)
            what = self.random.choice((self.edit, self.own, self.enter, self.delete, None))
            self.trace.append(f"… meanwhile {user[:2]} {what.__name__ if what else 'centre replaced'}")
            if what is None:
                self.replace_centre()
                cut()
                return
            what(user, other)
            other.exchange()

        line = BusyLine(laptop.centre, between)
        return line

    def office(self, _user: str, _laptop: Laptop) -> None:
        state, kind = self.hub.state, self.random.randrange(4)
        if kind == 0:
            office.transfer(state, self.random.choice((LI, HAN)), self.random.choice((EAST, NORTH)))
        elif kind == 1:
            office.share(state, Share(self.random.choice((EAST, NORTH)), to_user=self.random.choice((LI, HAN))))
        elif kind == 2:
            state.shares.clear()
        elif self.old_hub is None or self.random.random() < 0.5:
            self.old_hub = state.copy()
        else:
            self.replace_centre()

    def replace_centre(self) -> None:
        """Put the copy of the centre in its place, with the people it has today."""
        if self.old_hub is None:
            return
        logins, shares, n = self.hub.state.logins, self.hub.state.shares, self.hub.state.n
        self.hub.replace(self.old_hub)
        self.old_hub = None
        self.hub.state.logins, self.hub.state.shares = logins, shares
        self.trace.append(f"centre back from {n} to {self.hub.state.n}")

    def restore(self, user: str, laptop: Laptop) -> None:
        """Take a copy of a disk, or come back from one; edits made since the copy are gone with the disk."""
        path, copy = laptop.store.path, laptop.store.path.with_suffix(".copy")
        laptop.store.close()
        if not copy.exists() or self.random.random() < 0.5:
            _copy(path, copy)
        else:
            _copy(copy, path)
        laptop.store = Store.open(path, None)

    def settle(self) -> None:
        for _ in range(3):
            for laptop in self.laptops.values():
                laptop.exchange()

    def check(self) -> None:
        for user, laptop in self.laptops.items():
            held, due = laptop.content(), due_to(self.hub, user)
            for table, rows in due.items():
                here = {id_: row for id_, row in held[table].items() if table != "term"}
                assert here.keys() == rows.keys(), (user, table)
                for id_, row in rows.items():
                    assert here[id_] == row, (user, table, id_)
            waiting = laptop.one("SELECT count(*) FROM sync_op WHERE outcome IS NULL")
            assert waiting == 0, user
            with laptop.store.read() as connection:
                found = [finding.check for finding in broken_rules(connection)]
            assert not set(found) & {"site_count", "sort_key", "search_index", "trigger"}, (user, found)


def _copy(source: Path, target: Path) -> None:
    """Copy a closed store with what lies beside it."""
    for tail in ("", "-wal", "-shm"):
        target.with_name(target.name + tail).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            shutil.copyfile(source.with_name(source.name + tail), target.with_name(target.name + tail))


@pytest.fixture
def world(template_file: Path, tmp_path: Path) -> Callable[[int], World]:
    made: list[World] = []

    def make(seed: int) -> World:
        folder = tmp_path / f"{len(made)}"
        folder.mkdir()
        made.append(World(template_file, folder, seed))
        return made[-1]

    return make


@pytest.mark.parametrize("seed", range(FIRST, FIRST + COUNT))
def test_all_laptops_end_with_what_the_centre_has(world: Callable[[int], World], seed: int) -> None:
    here = world(seed)
    try:
        for _ in range(60):
            here.step()
        here.settle()
        here.check()
    except BaseException:
        print(here.trace)  # noqa: T201 - shown by pytest when the test fails
        raise
    finally:
        here.close()
