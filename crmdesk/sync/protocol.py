"""What laptop and centre say to each other: the values of `sync_v1` (`sync.md` §2), independent of how they travel.

Values of fields are JSON scalars exactly as the store keeps them: text (NFC), integers, floats, null; times and days as ISO text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique
from hashlib import sha256
from typing import Any, Final, Protocol

from crmdesk.core.exchange_words import Choice as Choice  # noqa: PLC0414 - part of the protocol
from crmdesk.core.exchange_words import ConflictKind as ConflictKind  # noqa: PLC0414 - part of the protocol
from crmdesk.core.exchange_words import ParkedWhy as ParkedWhy  # noqa: PLC0414 - part of the protocol

VERSION: Final = 3
"""The schema this program speaks; grows with every migration that adds something to a synced table (`sync.md` §2.11)."""

OLDEST_VERSION: Final = 3
"""The oldest schema the centre still sends rows to; older laptops may push, never pull."""

OPS_IN_BATCH: Final = 500
BYTES_IN_BATCH: Final = 256 * 1024
ROWS_IN_PAGE: Final = 5_000
ROWS_AT_ONCE: Final = 20_000
"""A pull up to this many rows is applied as one transaction: nobody sees half of somebody's batch (`sync.md` §2.6.5)."""
LONG_TEXT: Final = 1_024
"""An old value longer than this travels as its SHA-256 (`sync.md` §2.1.3), as `{"sha256": hex of the UTF-8 text}`."""
MARKS_SHOWN: Final = 8

COMMON_TEAM: Final = "0" * 32
"""The team of what belongs to the whole organisation: teams, people, classifications. Everybody reads it."""


@unique
class OpKind(StrEnum):
    """What one operation does."""

    INSERT = "ins"
    SET = "set"
    MOVE = "move"
    DELETE = "del"
    MERGE = "merge"
    RESOLVE = "resolve"


@unique
class Outcome(StrEnum):
    """What became of an operation; nothing is ever rejected (`sync.md` §2.1.4)."""

    APPLIED = "applied"
    SAME = "same"
    CONFLICT = "conflict"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Op:
    """One operation, as it travels: a JSON array in this order.

    Attributes:
        id: 32 hex digits, random; the idempotency key. tx: the local transaction.
        tbl, pk: table and id of the record; for `resolve` the table is `conflict` or `parked_edit`.
        fld: the field; for `resolve` a `Choice`. old: what the person saw. new: what they made it; for `ins` an object without nulls.
        seen_rv: the record's version on the laptop. made_at: the laptop's clock, for people only.
    """

    id: str
    tx: str | None
    tbl: str
    pk: str
    kind: str
    fld: str | None
    old: Any
    new: Any
    seen_rv: int | None
    made_at: str

    def wire(self) -> list[Any]:
        """Return the array that is sent."""
        return [self.id, self.tx, self.tbl, self.pk, self.kind, self.fld, self.old, self.new, self.seen_rv, self.made_at]


@dataclass(frozen=True, slots=True)
class Batch:
    """Operations sent together; `body` is the exact text (a JSON array of arrays), so that it is sent again byte for byte.

    Attributes:
        no: 1, 2, 3 … of this device. id: random. prev: id of the batch before, None for the first. sha256: of the body's UTF-8.
    """

    no: int
    id: str
    prev: str | None
    sha256: str
    body: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one operation that was not plainly applied.

    Attributes:
        outcome: an `Outcome` other than applied. info: for a conflict `{"conflict": id, "kind": ConflictKind}`, for a parked one
            `{"why": ParkedWhy}`, else None.
    """

    op: str
    outcome: str
    info: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """Answer to a batch: the commit's number and batch, and every operation that was not `applied`; or a fork.

    Attributes:
        fork: (last_no, last_batch) when this device's story does not go on where the centre left it (`sync.md` §2.5.4).
        mark: the commit's fingerprint, as `Page.head_batch` would tell it.
    """

    n: int = 0
    answers: tuple[Answer, ...] = ()
    fork: tuple[int, str | None] | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finished pull: the centre's head then, and the batch that made it."""

    stream: int
    n: int
    batch: str


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a laptop says first.

    Attributes:
        rights: `rights_mark` of the teams it was told last, so that they need not be told again; empty: tell them.
    """

    device: str
    label: str
    version: int
    access: int
    cursor: int
    marks: tuple[Mark, ...] = ()
    rights: str = ""


def rights_mark(teams: Mapping[str, bool]) -> str:
    """Return a fingerprint of rights: team → may write."""
    said = "".join(f"{team}{'+' if may_write else '-'}" for team, may_write in sorted(teams.items()))
    return sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the centre answers.

    Attributes:
        user_id, user_name, level: who is asking, by the login. state: `ok`, `disabled` or `update` (push only).
        teams: team → may write; the common team and the person's own (its id is the user's) are among them. Empty with `same_rights`:
            they are those of the greeting's fingerprint.
        access: version of these rights. marks: the numbers of the shown marks that the centre knows.
        last_no, last_batch: of this device. head, head_batch: newest commit.
        resync: the cursor is older than the tombstones the centre keeps. now: the centre's clock.
        team: the person's own team; empty where the centre does not tell.
    """

    user_id: str
    user_name: str
    level: str
    state: str
    teams: Mapping[str, bool]
    access: int
    marks: tuple[int, ...]
    last_no: int
    last_batch: str | None
    head: int
    head_batch: str
    version: int
    oldest_version: int
    resync: bool
    now: str
    team: str = ""
    same_rights: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paged pull stands: after this row of this table. Pages go table by table (`fields.PULL_ORDER`), by `(rv, id)` in each."""

    table: str
    rv: int
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Rows and leavings.

    Attributes:
        head, head_batch: the newest commit when the pull began; every row has `rv` ≤ head.
        columns: table → column names. rows: table → rows in that order of columns, each with `id`, `rv`, `team_id` …
        leave: (table, id) of records that no held team has any more.
        commits: rv → (user id, centre's time), for telling who changed what.
        next: where to go on; None when this was the last page.
        stale: the rights changed; say hello again. Nothing else is filled then.
    """

    head: int = 0
    head_batch: str = ""
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)
    leave: Sequence[tuple[str, str]] = ()
    commits: Mapping[int, tuple[str | None, str]] = field(default_factory=dict)
    next: Place | None = None
    stale: bool = False


class Centre(Protocol):
    """The six functions, however they are reached: PostgreSQL, the twin of the tests, later a hub.

    Raises (every method):
        crmdesk.sync.errors.CentreUnreachable: nobody knows whether the call arrived; call again.
        crmdesk.sync.errors.CentreRefused: the login or the certificate is not accepted.
    """

    def hello(self, greeting: Greeting) -> Welcome:
        """Return rights and where both stand."""
        ...

    def push(self, device: str, batch: Batch) -> PushAnswer:
        """Take a batch: all of it in one commit, or nothing."""
        ...

    def pull(  # noqa: PLR0917 - the order of `sync_v1.pull`
        self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
    ) -> Page:
        """Return rows of the held teams with `cursor < rv ≤ head` (head as of the first page, `upto` on the following ones)."""
        ...

    def enter(self, device: str, team: str, upto: int, after: Place | None, limit: int) -> Page:
        """Return all rows of one newly gained team with `rv ≤ upto`."""
        ...

    def reload(self, device: str, teams: Sequence[str], records: Sequence[tuple[str, str]]) -> Page:
        """Return these records as they are now, if a held team has them; what is absent is not to be kept."""
        ...

    def head(self) -> tuple[int, str]:
        """Return number and batch of the newest commit: cheap enough to be asked every minute."""
        ...
