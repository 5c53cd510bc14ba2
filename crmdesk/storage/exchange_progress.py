"""Where this laptop stands in its exchange with the centre: device, cursor, marks, held teams. One row or a few each (`sync.md` §2.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any, Final

from sqlalchemy import Connection

STREAM: Final = 0
"""The one stream there is today; every table carries its number, so that there can be more."""


@unique
class Held(StrEnum):
    """State of a held team: `half` from before its first page, `have` after the last, `going` before it is given up."""

    HALF = "half"
    HAVE = "have"
    GOING = "going"


@dataclass(frozen=True, slots=True)
class Device:
    """This laptop. `sent_seq`: last operation put into a batch; `last_no`, `last_batch`: the last batch built; `access`: of the rights known."""

    id: str
    user: str | None
    sent_seq: int
    last_no: int
    last_batch: str | None
    access: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The cursor, and the place inside an unfinished pull: after which row of which table it goes on, up to which head."""

    n: int = 0
    table: str | None = None
    rv: int | None = None
    id: str | None = None
    head: int | None = None
    head_batch: str | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether a pull was cut short after some page."""
        return self.head is not None


@dataclass(frozen=True, slots=True)
class KnownMark:
    """A fingerprint of the centre's story; `complete`: a finished pull ended there, so the laptop can go back to it."""

    n: int
    batch: str
    complete: bool


@dataclass(frozen=True, slots=True)
class HeldTeam:
    """A team whose rows are here, and how far it was fetched; `head`: the newest commit when it was."""

    id: str
    state: Held
    can_write: bool
    table: str | None = None
    rv: int | None = None
    row: str | None = None
    head: int = 0


def control(connection: Connection, key: str) -> Any:
    """Return a value of `sync_ctl`, None where there is none."""
    return connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (key,)).scalar()


def set_control(connection: Connection, values: Mapping[str, Any]) -> None:
    """Write values of `sync_ctl`."""
    connection.exec_driver_sql(
        "INSERT INTO sync_ctl(k,v) VALUES(?,?) ON CONFLICT(k) DO UPDATE SET v=excluded.v", list(values.items())
    )


def device(connection: Connection) -> Device:
    """Return what is known of this laptop; the id is empty where it has none yet."""
    known = {
        row[0]: row[1]
        for row in connection.exec_driver_sql(
            "SELECT k, v FROM sync_ctl WHERE k IN ('device_id','user_id','sent_seq','last_no','last_batch','access')"
        )
    }
    return Device(
        str(known.get("device_id") or ""),
        known.get("user_id"),
        int(known.get("sent_seq") or 0),
        int(known.get("last_no") or 0),
        known.get("last_batch"),
        int(known.get("access") or 0),
    )


def progress(connection: Connection) -> Progress:
    """Return cursor and place."""
    row = connection.exec_driver_sql(
        "SELECT n, page_tbl, page_rv, page_id, head, head_batch FROM sync_cursor WHERE stream_id=?", (STREAM,)
    ).first()
    return Progress() if row is None else Progress(*row)


def set_progress(connection: Connection, new: Progress) -> None:
    """Write cursor and place."""
    connection.exec_driver_sql(
        """INSERT OR REPLACE INTO sync_cursor(stream_id, n, page_tbl, page_rv, page_id, head, head_batch)
           VALUES(?,?,?,?,?,?,?)""",
        (STREAM, new.n, new.table, new.rv, new.id, new.head, new.head_batch),
    )


def marks(connection: Connection) -> list[KnownMark]:
    """Return the fingerprints kept, newest first."""
    rows = connection.exec_driver_sql("SELECT n, batch_id, complete FROM sync_mark WHERE stream_id=? ORDER BY n DESC", (STREAM,))
    return [KnownMark(row[0], row[1], bool(row[2])) for row in rows]


def add_mark(connection: Connection, n: int, batch: str, *, complete: bool) -> None:
    """Note a fingerprint. One that is known stays as it is, but that it may become a point to go back to."""
    if n > 0 and batch:
        connection.exec_driver_sql(
            f"""INSERT INTO sync_mark(stream_id, n, batch_id, complete) VALUES(?,?,?,?)
               ON CONFLICT(stream_id, n) DO {"UPDATE SET batch_id=excluded.batch_id, complete=1" if complete else "NOTHING"}""",
            (STREAM, n, batch, int(complete)),
        )


def drop_marks(connection: Connection, numbers: Iterable[int]) -> None:
    """Forget fingerprints."""
    rows = [(STREAM, n) for n in numbers]
    if rows:
        connection.exec_driver_sql("DELETE FROM sync_mark WHERE stream_id=? AND n=?", rows)


def held_teams(connection: Connection) -> dict[str, HeldTeam]:
    """Return the held teams by id."""
    rows = connection.exec_driver_sql("SELECT team_id, state, can_write, page_tbl, page_rv, page_id, head FROM sync_have")
    return {row[0]: HeldTeam(row[0], Held(row[1]), bool(row[2]), *row[3:]) for row in rows}


def set_held(connection: Connection, teams: Iterable[HeldTeam]) -> None:
    """Write held teams."""
    rows = [(team.id, team.state.value, int(team.can_write), team.table, team.rv, team.row, team.head) for team in teams]
    if rows:
        connection.exec_driver_sql(
            """INSERT OR REPLACE INTO sync_have(team_id, state, can_write, page_tbl, page_rv, page_id, head)
               VALUES(?,?,?,?,?,?,?)""",
            rows,
        )


def drop_held(connection: Connection, teams: Iterable[str]) -> None:
    """Forget held teams."""
    rows = [(team,) for team in teams]
    if rows:
        connection.exec_driver_sql("DELETE FROM sync_have WHERE team_id=?", rows)
