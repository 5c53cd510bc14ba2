"""The pool that leads and accounts were claimed from, and since when an account is with its owner."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_COLUMNS = (("lead", "from_pool_id"), ("site", "from_pool_id"), ("site", "owned_since"))


def upgrade() -> None:
    """Add the columns; nobody knows them of what is there."""
    for table, column in _COLUMNS:
        op.add_column(table, sa.Column(column, sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    for table, column in reversed(_COLUMNS):
        op.drop_column(table, column)
