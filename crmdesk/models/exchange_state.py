"""What a laptop remembers of its exchange with the centre (`sync.md` §2.4): where it stands, what is on its way, what needs a person."""

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base


class Cursor(Base):
    """How far one stream was pulled; the place inside an unfinished pull.

    Attributes:
        n: every commit up to this one is here. page_tbl, page_rv, page_id: after which row an unfinished pull goes on.
        head, head_batch: the head of the unfinished pull.
    """

    __tablename__ = "sync_cursor"

    stream_id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(default=0, server_default="0")
    page_tbl: Mapped[str | None]
    page_rv: Mapped[int | None]
    page_id: Mapped[str | None]
    head: Mapped[int | None]
    head_batch: Mapped[str | None]


class Mark(Base):
    """Fingerprint of the centre's story: commit `n` was made by this batch. Only `complete` ones, finished pulls, are points to rewind to."""

    __tablename__ = "sync_mark"

    stream_id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str]
    complete: Mapped[int]


class HeldTeam(Base):
    """A team whose rows are on this laptop: `half` from before its first page, `have` after the last. Before a team is given up it is `going`.

    Attributes:
        page_tbl, page_rv, page_id: after which row a team that is `half` goes on.
        head: the centre's newest commit when it was fetched: what changed since the cursor was left out for the next pull.
    """

    __tablename__ = "sync_have"

    team_id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    can_write: Mapped[int] = mapped_column(default=0, server_default="0")
    page_tbl: Mapped[str | None]
    page_rv: Mapped[int | None]
    page_id: Mapped[str | None]
    head: Mapped[int] = mapped_column(default=0, server_default="0")


class Batch(Base):
    """Operations sent together, byte for byte, until and 30 days after the centre's answer; afterwards the row stays without its body."""

    __tablename__ = "sync_batch"

    device_id: Mapped[str] = mapped_column(primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    prev: Mapped[str | None]
    body: Mapped[str | None]
    sha256: Mapped[str]
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    n: Mapped[int | None]
    acked_at: Mapped[str | None]


class ToReload(Base):
    """Records to be fetched by id: touched by an answer, or doubtful after a rewind."""

    __tablename__ = "sync_reload"

    tbl: Mapped[str] = mapped_column(primary_key=True)
    pk: Mapped[str] = mapped_column(primary_key=True)


class Removed(Base):
    """A record that went from this laptop, or that a team does not see any more, when commit `n` was the centre's newest.

    A centre that loses that commit will not send the record again by itself.
    """

    __tablename__ = "sync_removed"

    tbl: Mapped[str] = mapped_column(primary_key=True)
    pk: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]


class Reach(Base):
    """A team sees one record of another team: what lies above its sites, the people at them, what it collaborates on."""

    __tablename__ = "sync_reach"
    __table_args__ = (Index("ix_sync_reach_record", "record_id"),)

    team_id: Mapped[str] = mapped_column(primary_key=True)
    tbl: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    can_write: Mapped[int]


class News(Base):
    """What came from the centre, field by field: the news page, and others' part of a record's history.

    Attributes:
        fld: None for a whole record that came or went; `kind` is `ins`, `set` or `gone`.
        user_id, at: who, by the centre's clock. seen: whether the person has looked at it.
    """

    __tablename__ = "sync_news"
    __table_args__ = (Index("ix_sync_news_record", "pk"), Index("ix_sync_news_at", "at"))

    n: Mapped[int] = mapped_column(primary_key=True)
    tbl: Mapped[str]
    pk: Mapped[str]
    kind: Mapped[str]
    fld: Mapped[str | None]
    old: Mapped[str | None]
    new: Mapped[str | None]
    rv: Mapped[int]
    user_id: Mapped[str | None]
    at: Mapped[str]
    seen: Mapped[int] = mapped_column(default=0, server_default="0")


class FromCentre:
    """Columns of what only the centre writes: a replica, never captured."""

    id: Mapped[str] = mapped_column(primary_key=True)
    team_id: Mapped[str | None]
    rv: Mapped[int] = mapped_column(default=0, server_default="0")
    deleted_at: Mapped[str | None]
    tbl: Mapped[str]
    record_id: Mapped[str]


class Conflict(FromCentre, Base):
    """A question to people: two wrote one field, and the like (`sync.protocol.ConflictKind`).

    Attributes:
        base, theirs, mine: JSON of what was seen, what the centre has, what was wanted.
        state: `open` or `settled`. choice: a `sync.protocol.Choice`. note: what was asked, line by line.
    """

    __tablename__ = "conflict"
    __table_args__ = (
        Index("ix_conflict_record", "record_id"),
        Index("ix_conflict_open", "state", sqlite_where=text("state='open'")),
    )

    kind: Mapped[str]
    fld: Mapped[str | None]
    op_id: Mapped[str]
    base: Mapped[str | None]
    theirs: Mapped[str | None]
    mine: Mapped[str | None]
    theirs_by: Mapped[str | None]
    theirs_at: Mapped[str | None]
    mine_by: Mapped[str | None]
    mine_at: Mapped[str | None]
    state: Mapped[str]
    choice: Mapped[str | None]
    settled_by: Mapped[str | None]
    settled_at: Mapped[str | None]
    note: Mapped[str | None]


class ParkedEdit(FromCentre, Base):
    """An edit that waits for the word of the person responsible (`sync.protocol.ParkedWhy`).

    Attributes:
        kind, fld, old, new: the operation, values as JSON. for_user: who decides; None: who manages the team.
        state: `open`, `accepted` or `dismissed`.
    """

    __tablename__ = "parked_edit"
    __table_args__ = (
        Index("ix_parked_edit_record", "record_id"),
        Index("ix_parked_edit_open", "state", sqlite_where=text("state='open'")),
    )

    op_id: Mapped[str]
    why: Mapped[str]
    kind: Mapped[str]
    fld: Mapped[str | None]
    old: Mapped[str | None]
    new: Mapped[str | None]
    by_user: Mapped[str | None]
    made_at: Mapped[str | None]
    for_user: Mapped[str | None]
    state: Mapped[str]
    settled_by: Mapped[str | None]
    settled_at: Mapped[str | None]
    note: Mapped[str | None]
