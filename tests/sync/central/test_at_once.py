"""Sixteen processes at one centre at once: no append lost, none seen that was not there, no commit skipped (`sync.md` §5.3, L4).

The lists are Elle's idea: every write appends a mark of its own, so that a list tells by itself in which order its writes happened.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.sync.central_server import CentralDatabase

WORKERS, ROUNDS, LISTS = 16, 8, 3
TEAM = "ea" * 16
RECORDS = [f"{number:032x}" for number in range(1, LISTS + 1)]


History = dict[str, Any]


def test_sixteen_processes_lose_nothing_and_skip_nothing(central: CentralDatabase) -> None:
    histories = _run_workers(central)
    final = {row[0]: (row[1] or "").split() for row in central.owner.execute("SELECT id, note FROM crm.company").fetchall()}
    appended = [one for history in histories for one in history["appended"]]
    applied = {(one["record"], one["mark"]): one["n"] for one in appended if one["outcome"] == "applied"}
    assert len(appended) == WORKERS * ROUNDS
    assert {one["outcome"] for one in appended} == {"applied", "conflict"}, (
        "nothing is rejected, and sixteen at once meet each other"
    )
    _assert_no_append_is_lost(final, applied)
    _assert_no_pull_skips_a_commit(histories, final, applied)
    _assert_every_refused_one_is_asked_about(central, appended)


def _assert_no_append_is_lost(final: dict[str, list[str]], applied: dict[tuple[str, str], int]) -> None:
    assert sum(map(len, final.values())) == len(applied), "a mark is there twice, or an applied one is gone"
    assert {(record, mark) for record, marks in final.items() for mark in marks} == set(applied)
    for record, marks in final.items():
        order = [applied[record, mark] for mark in marks]
        assert order == sorted(order), "lists grow in the order of arrival"


def _assert_no_pull_skips_a_commit(
    histories: list[History], final: dict[str, list[str]], applied: dict[tuple[str, str], int]
) -> None:
    for history in histories:
        for pulled in history["seen"]:
            for record, marks in final.items():
                shown = (pulled["lists"].get(record) or "").split()
                assert shown == marks[: len(shown)], "what is seen is a beginning of what came to be"
                missed = [mark for mark in marks[len(shown) :] if applied[record, mark] <= pulled["head"]]
                assert not missed, f"{history['name']} passed {missed} at {pulled['head']}"


def _assert_every_refused_one_is_asked_about(central: CentralDatabase, appended: list[History]) -> None:
    asked = central.owner.execute("SELECT record_id, mine_by FROM crm.conflict").fetchall()
    refused = {(one["record"], one["by"]) for one in appended if one["outcome"] == "conflict"}
    assert refused == set(asked), "a second refusal of one person on one field replaces the first (sync.md §2.8, 4)"


def _run_workers(central: CentralDatabase) -> list[dict[str, Any]]:
    central.add_team(TEAM)
    for number in range(WORKERS):
        central.add_person(f"{number:02d}" * 16, TEAM)
    for record in RECORDS:
        central.owner.execute(
            "INSERT INTO crm.company (id, team_id, rv, kind, legal_name) VALUES (%s, %s, 1, 'legal', %s)", (record, TEAM, record)
        )
    worker = Path(__file__).with_name("appender.py")
    running = [
        subprocess.Popen(
            [
                *(
                    sys.executable,
                    str(worker),
                    central.conninfo(f"{number:02d}" * 16),
                    f"w{number}",
                    str(number),
                    str(ROUNDS),
                    TEAM,
                ),
                *RECORDS,
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(WORKERS)
    ]
    said = [process.communicate(timeout=90)[0] for process in running]
    assert [process.returncode for process in running] == [0] * WORKERS
    histories = [json.loads(text) for text in said]
    for number, history in enumerate(histories):
        for one in history["appended"]:
            one["by"] = f"{number:02d}" * 16
    return histories
