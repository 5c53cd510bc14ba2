"""All that the centre knows, as plain dictionaries, and how a copy of it is made (a backup, a standby)."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import Any, Final

from crmdesk.sync.fields import PULL_ORDER, synced_fields

Row = dict[str, Any]
Key = tuple[str, str]
"""Table and id of a record."""

_marks = count()

QUESTION_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "conflict": (
        *("tbl", "record_id", "kind", "fld", "op_id", "base", "theirs", "mine", "theirs_by", "theirs_at"),
        *("mine_by", "mine_at", "state", "choice", "settled_by", "settled_at", "note"),
    ),
    "parked_edit": (
        *("tbl", "record_id", "op_id", "why", "kind", "fld", "old", "new", "by_user", "made_at", "for_user"),
        *("state", "settled_by", "settled_at", "note"),
    ),
}


@dataclass(slots=True)
class Login:
    """A person who may log in. `team`: the own team. `level`: rep, manager, support, auditor or admin."""

    user: str
    team: str | None
    level: str
    access: int = 1
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A team shown to a person or to another team; `until` (ISO) ends it at the next hello."""

    team: str
    to_user: str | None = None
    to_team: str | None = None
    can_write: bool = False
    until: str | None = None


@dataclass(slots=True)
class Device:
    """A laptop as the centre knows it."""

    user: str
    last_no: int = 0
    last_batch: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: which batch, by whom, when by the centre's clock.

    `mark` is its fingerprint, never used twice: a batch that is sent again after a restore may get its old number, and tells another story.
    """

    batch: str
    user: str | None
    at: str
    mark: str = field(default_factory=lambda: md5(f"mark {next(_marks)}"))


@dataclass(frozen=True, slots=True)
class StoredOp:
    """An operation as it arrived, and what became of it.

    `about` is the record it was decided on (of a `resolve`: the one in question), `prev` the value found there.
    """

    id: str
    n: int
    user: str
    tbl: str
    pk: str
    about: Key
    kind: str
    fld: str | None
    old: Any
    new: Any
    prev: Any
    outcome: str
    info: dict[str, Any] | None


@dataclass(slots=True)
class ReachEntry:
    """One team's sight of one record of another team."""

    can_write: bool
    gone: bool
    rv: int


@dataclass(slots=True)
class State:
    """The central database. `n` is the newest commit, `now` the centre's clock, `oldest` the oldest cursor still served."""

    n: int = 0
    now: str = "2026-11-23T00:00:00.000Z"
    oldest: int = 0
    logins: dict[str, Login] = field(default_factory=dict)
    shares: list[Share] = field(default_factory=list)
    vis: dict[str, dict[str, bool]] = field(default_factory=dict)
    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: {table: {} for table in PULL_ORDER})
    codes: dict[tuple[str, str], Key] = field(default_factory=dict)
    reach: dict[tuple[str, str, str], ReachEntry] = field(default_factory=dict)
    commits: dict[int, Commit] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)
    batches: dict[tuple[str, int], tuple[str, str, int, list[tuple[str, str, Any]]]] = field(default_factory=dict)
    ops: dict[str, StoredOp] = field(default_factory=dict)
    leave: list[tuple[int, str, str, str]] = field(default_factory=list)

    def copy(self) -> "State":
        """Return an independent copy: what a backup or a standby holds."""
        return State(
            *(self.n, self.now, self.oldest),
            {user: replace(login) for user, login in self.logins.items()},
            list(self.shares),
            {user: dict(teams) for user, teams in self.vis.items()},
            {table: {id_: dict(row) for id_, row in rows.items()} for table, rows in self.rows.items()},
            dict(self.codes),
            {key: replace(entry) for key, entry in self.reach.items()},
            dict(self.commits),
            {id_: replace(device) for id_, device in self.devices.items()},
            dict(self.batches),
            dict(self.ops),
            list(self.leave),
        )

    def row(self, table: str, id_: str | None) -> Row | None:
        """Return a record, deleted ones too."""
        return None if id_ is None else self.rows[table].get(id_)

    def each(self, table: str) -> Iterator[Row]:
        """Iterate over the records of a table that are neither deleted nor merged."""
        return (row for row in self.rows[table].values() if row["deleted_at"] is None)


@cache
def fields_of(table: str) -> tuple[str, ...]:
    """Return the fields of a table that operations may name, or the columns of what only the centre writes."""
    if table in QUESTION_FIELDS:
        return QUESTION_FIELDS[table]
    return tuple(
        name for owner, name in synced_fields() if owner == table and name not in {"team_id", "deleted_at", "merged_into"}
    )


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a page."""
    if table in QUESTION_FIELDS:
        return ("id", "team_id", "rv", "deleted_at", *fields_of(table))
    return ("id", "team_id", "rv", "deleted_at", "merged_into", "extra", *fields_of(table))


@cache
def _blank(table: str) -> Row:
    service = {"deleted_at": None, "merged_into": None, "extra": "{}", "by_at": None, "code_wanted": None, "by_user": None}
    return {**dict.fromkeys(fields_of(table)), **service}


def new_row(table: str, id_: str, team: str, n: int) -> Row:
    """Return an empty record."""
    return {**_blank(table), "id": id_, "team_id": team, "rv": n}


def text_of(value: Any) -> str | None:
    """Write a value as the JSON text that questions carry; None stays None."""
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def md5(text: str) -> str:
    """Return the id of something the centre makes itself: the same at every centre."""
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def same_value(seen: Any, present: Any) -> bool:
    """Whether a field holds what somebody saw; long texts are compared by their SHA-256 (`sync.md` §2.1.3)."""
    if isinstance(seen, dict):
        return isinstance(present, str) and seen.get("sha256") == hashlib.sha256(present.encode()).hexdigest()
    return bool(seen == present)
