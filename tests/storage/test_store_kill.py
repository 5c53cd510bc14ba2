"""A kill at any moment – while entering, importing, migrating – leaves a store that opens with every committed edit.

The moments are random, their seed is printed; `KILL_SEED=… pytest tests/storage/test_store_kill.py` repeats a run.
"""

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from crmdesk.models.registry import synced_tables
from crmdesk.storage import connections, migrate
from crmdesk.storage.backup import list_backups, unsound
from crmdesk.storage.errors import StoreMissing
from crmdesk.storage.integrity import quick_check
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.migrations import HEAD
from crmdesk.storage.store import Store
from tests.storage.writing_child import BULK_ROWS, NEXT_FORMAT, SYNTHETIC

KILLS: Final = {"entry": 140, "bulk": 30, "migration": 40, "creation": 20}
FRESH_AFTER: Final = 35
"""Kills survived by one file before a fresh one takes its place, so that checks stay fast."""
LONGEST_S: Final = 0.4
"""A machine that was busy while it was timed does not make the whole test slow."""

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each kill would cost a whole start of Python"),
]


class Victims:
    """Children to be killed, forked by one process that has everything imported."""

    def __init__(self) -> None:
        child = Path(__file__).with_name("writing_child.py")
        self._parent = subprocess.Popen([sys.executable, str(child)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._tasks, self._answers = self._parent.stdin, self._parent.stdout

    def run_and_kill(self, task: str, path: Path, *, words: int, after_s: float) -> list[list[str]]:
        """Start a child on a task, kill it some time after its n-th line, and return all it had said, split into words.

        Lines, not the clock alone, say how far the child is: on a busy machine the clock would kill before it begins.
        """
        self._tasks.write(f"{task} {path}\n".encode())
        self._tasks.flush()
        pid = int(self._answers.readline().split()[1])
        said = [self._answers.readline().decode().split() for _ in range(words)]
        select.select([], [], [], after_s)
        os.kill(pid, signal.SIGKILL)  # the child ends in no other way, so the number is still its own
        while (line := self._answers.readline().decode().split()) != ["dead"]:
            assert line, "the parent of the victims died"
            said.append(line)
        return said

    def seconds(self, task: str, path: Path) -> float:
        """Return how long a child takes to its first line, `LONGEST_S` at most."""
        begun = time.perf_counter()
        self.run_and_kill(task, path, words=1, after_s=0)
        return min(time.perf_counter() - begun, LONGEST_S)

    def close(self) -> None:
        """End the parent."""
        self._tasks.close()
        self._answers.close()
        self._parent.wait()


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    made = Victims()
    yield made
    made.close()


@pytest.fixture
def moments() -> random.Random:
    seed = os.environ.get("KILL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"KILL_SEED={seed}")  # noqa: T201 - shown by pytest when the test fails
    return random.Random(seed)


def _check(path: Path) -> tuple[set[str], dict[str, str]]:
    """Open the store, hold every rule against it, and return its transactions and the phones by id."""
    with Store.open(path, None) as store:
        assert quick_check(path, None) == ()
        with store.read() as connection:
            assert list(broken_rules(connection)) == []
            assert connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='tx'").scalar_one_or_none() is None
            halves = connection.exec_driver_sql("SELECT count(*) FROM sync_op WHERE tx NOT IN (SELECT id FROM change_tx)")
            assert halves.scalar_one() == 0
            done = set(connection.exec_driver_sql("SELECT id FROM change_tx").scalars())
            rows = connection.exec_driver_sql(
                "SELECT id, coalesce(phone,'') FROM company UNION ALL SELECT id, coalesce(phone,'') FROM site"
            )
            return done, {row[0]: row[1] for row in rows}


def test_a_kill_during_entry_loses_no_committed_edit(
    victims: Victims, moments: random.Random, template_file: Path, tmp_path: Path
) -> None:
    committed = 0
    for number in range(KILLS["entry"]):
        if number % FRESH_AFTER == 0:
            path = tmp_path / f"{number}.db"
            shutil.copyfile(template_file, path)
            expected: dict[str, str] = {}
        said = victims.run_and_kill("entry", path, words=moments.randrange(6), after_s=moments.uniform(0, 0.02))
        for what, company, site, *phone in said:
            expected[company] = expected[site] = phone[0] if what == "phone" else ""
            committed += 1
        _, found = _check(path)
        unsaid = {record: phone for record, phone in found.items() if expected.get(record) != phone}
        assert expected.keys() <= found.keys()
        assert len(unsaid) in {0, 2}  # the last commit may have been killed before it could be said; it is whole
        expected.update(unsaid)
    assert committed > KILLS["entry"]


def test_a_kill_during_an_import_leaves_whole_imports_only(
    victims: Victims, moments: random.Random, template_file: Path, tmp_path: Path
) -> None:
    said: set[str] = set()
    for number in range(KILLS["bulk"]):
        if number % FRESH_AFTER == 0:
            path = tmp_path / f"{number}.db"
            shutil.copyfile(template_file, path)
            said = set()
        lines = victims.run_and_kill("bulk", path, words=moments.randrange(2), after_s=moments.uniform(0, 0.15))
        said.update(line[1] for line in lines)
        done, found = _check(path)
        assert said <= done
        assert len(found) == len(done) * 2 * BULK_ROWS
    assert said


def test_a_kill_during_a_migration_leaves_the_old_or_the_new_format(
    victims: Victims, moments: random.Random, template_file: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "filled.db"
    shutil.copyfile(template_file, filled)
    with Store.open(filled, None) as store, store.unit_of_work() as uow:
        companies = [(f"{n:032}", f"公司{n}") for n in range(300)]
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", companies)
        uow.commit()
    shutil.copyfile(filled, tmp_path / "timed.db")
    usual_s = victims.seconds("migration", tmp_path / "timed.db")
    seen: Counter[str] = Counter()
    for number in range(KILLS["migration"]):
        path = tmp_path / str(number) / "crmdesk.db"
        path.parent.mkdir()
        shutil.copyfile(filled, path)
        finished = number % 10 == 0
        after_s = 0.0 if number % 10 <= 1 else moments.uniform(0, usual_s)
        said = victims.run_and_kill("migration", path, words=int(finished), after_s=after_s)
        with connections.open_raw(path, None, read_only=False) as raw:
            (revision,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
            columns = {row[1] for row in raw.execute("PRAGMA table_info(company)")}
            triggers = raw.execute("SELECT count(*) FROM sqlite_master WHERE type='trigger'").fetchone()[0]
        raw.close()
        assert unsound(path, None) == ""
        assert triggers == 4 * len(synced_tables())
        assert ("motto" in columns) == (revision == NEXT_FORMAT)
        assert revision == NEXT_FORMAT or not said
        backups = list_backups(path.parent / "backups")
        if revision == NEXT_FORMAT:
            assert [unsound(backup.path, None) for backup in backups] == [""]
        else:
            _migrate_again(path)
        seen[revision] += 1
        shutil.rmtree(path.parent)
    assert len(seen) == 2, seen  # the moments fell on both sides


def test_a_kill_during_the_first_start_does_not_keep_the_second_from_working(
    victims: Victims, moments: random.Random, tmp_path: Path
) -> None:
    usual_s = victims.seconds("creation", tmp_path / "timed.db")
    for number in range(KILLS["creation"]):
        path = tmp_path / f"{number}.db"
        said = victims.run_and_kill("creation", path, words=0, after_s=moments.uniform(0, usual_s))
        try:
            Store.open(path, None).close()
        except StoreMissing:
            assert not said
            Store.create(path, None).close()
        _check(path)


def _migrate_again(path: Path) -> None:
    """What the next start does after a killed migration."""
    engine = connections.writer_engine(path, None)
    migrate.bring_up_to_date(path, None, engine, HEAD, target=NEXT_FORMAT, config=migrate.alembic_config(SYNTHETIC))
    with engine.connect() as connection:
        mottos = connection.exec_driver_sql("SELECT count(*) FROM company WHERE motto=legal_name||'!'").scalar_one()
        logged = connection.exec_driver_sql("SELECT count(*) FROM sync_op WHERE fld='motto'").scalar_one()
    engine.dispose()
    assert (mottos, logged) == (300, 0)
