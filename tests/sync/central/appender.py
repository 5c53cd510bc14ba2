"""One of many processes at a centre: appends its marks to shared lists, each to what it saw last, and writes down all it saw.

`python appender.py CONNINFO NAME SEED ROUNDS TEAM LIST …` prints one JSON line: what it appended, with answers, and what every pull showed.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from random import Random
from typing import Any

import psycopg

from crmdesk.sync.central import wire


class Appender:
    """A laptop reduced to the protocol: no store, lists in memory."""

    def __init__(self, connection: "psycopg.Connection[Any]", name: str, seed: int, team: str) -> None:
        self._connection = connection
        self._device = hashlib.md5(f"device{name}".encode()).hexdigest()
        self._name, self._random, self._team = name, Random(seed), team
        self._lists: dict[str, str | None] = {}
        self._cursor, self._no = 0, 0
        self._last: str | None = None
        self.appended: list[dict[str, Any]] = []
        self.seen: list[dict[str, Any]] = []

    def run(self, rounds: int, lists: Sequence[str]) -> None:
        """Append and pull in turn."""
        hello = {"device": self._device, "label": self._name, "version": 3, "access": 0, "cursor": 0, "marks": []}
        self._ask("SELECT sync_v1.hello(%s::jsonb)", json.dumps(hello))
        self.pull()
        for step in range(rounds):
            self._append(self._random.choice(lists), f"{self._name}.{step}")
            if self._random.random() < 0.6:
                self.pull()
        self.pull()

    def _append(self, record: str, mark: str) -> None:
        old = self._lists.get(record)
        new = f"{old} {mark}" if old else mark
        op = f"{self._random.getrandbits(128):032x}"
        ops = [[op, None, "company", record, "set", "note", old, new, self._cursor, "2026-11-23T00:00:00.000Z"]]
        body = json.dumps(ops)
        batch = f"{self._random.getrandbits(128):032x}"
        self._no += 1
        said = self._ask(
            "SELECT sync_v1.push(%s, %s, %s, %s, %s, %s)",
            *(self._device, self._no, batch, self._last, hashlib.sha256(body.encode()).hexdigest(), body),
        )
        self._last = batch
        outcome = next((answer[1] for answer in said["answers"] if answer[0] == op), "applied")
        self.appended.append({"record": record, "mark": mark, "n": said["n"], "outcome": outcome, "seen": old})
        if outcome == "applied":
            self._lists[record] = new

    def pull(self) -> None:
        """Bring what is new; one page holds it."""
        said = self._ask("SELECT sync_v1.pull(%s, %s, %s, NULL, NULL, 5000)", self._device, [self._team], self._cursor)
        page = wire.page(json.loads(said))
        columns = page.columns.get("company", ())
        for row in page.rows.get("company", ()):
            record = dict(zip(columns, row, strict=True))
            assert self._cursor < record["rv"] <= page.head
            self._lists[record["id"]] = record["note"]
        self._cursor = page.head
        self.seen.append({"head": page.head, "lists": dict(self._lists)})

    def _ask(self, statement: str, *values: Any) -> Any:
        row = self._connection.execute(statement.encode(), values).fetchone()
        assert row is not None
        return row[0]


def main(conninfo: str, name: str, seed: str, rounds: str, team: str, *lists: str) -> None:
    """Run one appender."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        appender = Appender(connection, name, int(seed), team)
        appender.run(int(rounds), lists)
    json.dump({"name": name, "appended": appender.appended, "seen": appender.seen}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
