"""What a laptop must remember should the centre be restored to an earlier day: how far it was, and what went from here since."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add both."""
    op.add_column("sync_have", sa.Column("head", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "sync_removed",
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("pk", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tbl", "pk", name=op.f("pk_sync_removed")),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_table("sync_removed")
    op.drop_column("sync_have", "head")
