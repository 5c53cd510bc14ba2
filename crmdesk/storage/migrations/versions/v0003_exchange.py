"""The exchange with the centre: where the laptop stands, what waits, what came, what needs a person; claims."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXT, _INTEGER = sa.Text(), sa.Integer()


def upgrade() -> None:
    """Create the tables."""
    _create_claim()
    _replica(
        "conflict",
        required="kind op_id state",
        optional="fld base theirs mine theirs_by theirs_at mine_by mine_at choice settled_by settled_at note",
    )
    _replica(
        "parked_edit",
        required="op_id why kind state",
        optional="fld old new by_user made_at for_user settled_by settled_at note",
    )
    _create("sync_batch", ["device_id", "no"], "device_id! no!# id! prev body sha256! first_seq!# last_seq!# n# acked_at")
    _create("sync_cursor", ["stream_id"], "stream_id!# n!#0 page_tbl page_rv# page_id head# head_batch")
    _create("sync_have", ["team_id"], "team_id! state! can_write!#0 page_tbl page_rv# page_id")
    _create("sync_mark", ["stream_id", "n"], "stream_id!# n!# batch_id! complete!#")
    _create("sync_news", ["n"], "n!# tbl! pk! kind! fld old new rv!# user_id at! seen!#0")
    op.create_index("ix_sync_news_at", "sync_news", ["at"], unique=False)
    op.create_index("ix_sync_news_record", "sync_news", ["pk"], unique=False)
    _create("sync_reach", ["team_id", "tbl", "record_id"], "team_id! tbl! record_id! can_write!#")
    op.create_index("ix_sync_reach_record", "sync_reach", ["record_id"], unique=False)
    _create("sync_reload", ["tbl", "pk"], "tbl! pk!")


def _create_claim() -> None:
    op.create_table(
        "claim",
        *(sa.Column(name, _TEXT, nullable=False) for name in ("tbl", "record_id", "user_id", "state")),
        sa.Column("term", _INTEGER, nullable=True),
        sa.Column("asked_at", _TEXT, nullable=False),
        *(sa.Column(name, _TEXT, nullable=True) for name in ("granted_at", "expires_at", "released_at", "held_by", "held_since")),
        sa.Column("days", _INTEGER, nullable=True),
        sa.Column("n", _INTEGER, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("team_id", _TEXT, nullable=True),
        sa.Column("rv", _INTEGER, server_default="0", nullable=False),
        sa.Column("deleted_at", _TEXT, nullable=True),
        sa.Column("merged_into", _TEXT, nullable=True),
        sa.Column("extra", _TEXT, server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_claim")),
        sa.UniqueConstraint("id", name=op.f("uq_claim_id")),
    )
    op.create_index("ix_claim_record", "claim", ["record_id"], unique=False)
    op.create_index("ix_claim_user", "claim", ["user_id"], unique=False)


def _replica(table: str, *, required: str, optional: str) -> None:
    """Create a table that only the centre writes: its service columns, then texts."""
    op.create_table(
        table,
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("team_id", _TEXT, nullable=True),
        sa.Column("rv", _INTEGER, server_default="0", nullable=False),
        sa.Column("deleted_at", _TEXT, nullable=True),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("tbl", "record_id", *required.split())),
        *(sa.Column(name, _TEXT, nullable=True) for name in optional.split()),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_open", table, ["state"], unique=False, sqlite_where=sa.text("state='open'"))
    op.create_index(f"ix_{table}_record", table, ["record_id"], unique=False)


def _create(table: str, key: list[str], columns: str) -> None:
    """Create a table private to the laptop: `name` is a text, `#` an integer (a digit behind it the default), `!` never empty."""
    op.create_table(table, *map(_column, columns.split()), sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")))


def _column(column: str) -> "sa.Column[int] | sa.Column[str]":
    name, is_integer, default = column.partition("#")
    nullable = not name.endswith("!")
    name = name.rstrip("!")
    if is_integer:
        return sa.Column(name, _INTEGER, nullable=nullable, server_default=default or None)
    return sa.Column(name, _TEXT, nullable=nullable)


def downgrade() -> None:
    """Drop what this revision added."""
    for table in (
        *("claim", "conflict", "parked_edit", "sync_batch", "sync_cursor", "sync_have"),
        *("sync_mark", "sync_news", "sync_reach", "sync_reload"),
    ):
        op.drop_table(table)
