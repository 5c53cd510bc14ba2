"""Tables private to this laptop: the change log (history, undo and outbox in one, `sync.md` §2.4), recent records, state."""

from datetime import datetime

from sqlalchemy import Column, Index, Integer, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import AnyValue, Base


class SyncControl(Base):
    """Switches the triggers read: `applying`, `tx`, and this laptop's identity (`device_id`, `user_id`)."""

    __tablename__ = "sync_ctl"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own class-level hook

    k: Mapped[str] = mapped_column(primary_key=True)
    v = Column(AnyValue, nullable=True)


class Operation(Base):
    """One logged change: a field set, a record inserted, moved or deleted. Written by triggers only.

    Attributes:
        seq: order on this laptop; the operations of one transaction follow one another without a gap by another.
        id: random 128 bits, the idempotency key of the exchange. It has no index, which would cost a third of the speed of
            every write: the centre checks its uniqueness, this laptop finds operations by `seq`, `pk` or `batch_no`.
        tx: transaction it belongs to (`change_tx.id`); found by `change_tx.first_seq` and `last_seq`, so it has no index either.
        kind: `ins`, `set`, `move`, `merge` or `del`; `resolve` is written by the service that settles (`sync.md` §2.8). old, new: the field's values as stored; for `ins`, `new` is JSON without nulls.
        outcome, n, batch_no, settled_at, seen_rv: filled by the exchange.
    """

    __tablename__ = "sync_op"
    __table_args__ = (
        Index("ix_sync_op_record", "pk"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(server_default=text("(lower(hex(randomblob(16))))"))
    tx: Mapped[str | None]
    tbl: Mapped[str]
    pk: Mapped[str]
    kind: Mapped[str]
    fld: Mapped[str | None]
    old = Column(AnyValue, nullable=True)
    new = Column(AnyValue, nullable=True)
    seen_rv: Mapped[int | None]
    made_at: Mapped[str] = mapped_column(server_default=text("(strftime('%Y-%m-%dT%H:%M:%fZ'))"))
    batch_no: Mapped[int | None]
    outcome: Mapped[str | None]
    n: Mapped[int | None]
    settled_at: Mapped[str | None]


class Transaction(Base):
    """Who did what and when: one row per finished unit of work that changed anything.

    Attributes:
        n: order on this laptop.
        action: a `core.vocabulary.ActionKind` value. label: short text for people, e.g. the record's name or the file's.
        source: `window`, `cli`, `import` …
        undoes: id of the transaction this one takes back; a redo takes back an undo. undone_by: the one that took this back,
            None again once that was taken back itself.
        first_seq, last_seq: its operations in `sync_op`; none when `last_seq < first_seq` (an undo that found nothing to do).
    """

    __tablename__ = "change_tx"
    __table_args__ = (Index("ix_change_tx_at", "at"),)

    n: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]
    user_id: Mapped[str | None]
    action: Mapped[str]
    label: Mapped[str | None]
    source: Mapped[str]
    undoes: Mapped[str | None]
    undone_by: Mapped[str | None]
    first_seq: Mapped[int]
    last_seq: Mapped[int]


class RecentRecord(Base):
    """Records opened lately, newest first: what an empty search shows."""

    __tablename__ = "recent_record"

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    record_id: Mapped[str] = mapped_column(Text, primary_key=True)
    opened_at: Mapped[datetime]


class OrganisationSetting(Base):
    """What the organisation chose for everyone, as JSON text by key."""

    __tablename__ = "org_setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
