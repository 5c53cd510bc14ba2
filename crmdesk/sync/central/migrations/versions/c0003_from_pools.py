"""The pool that leads and accounts were claimed from, and since when an account is with its owner.

Revision ID: c0003
"""

from pathlib import Path

from alembic import op

revision = "c0003"
down_revision = "c0002"


def upgrade() -> None:
    """Add the columns."""
    driver = op.get_bind().connection.driver_connection
    if driver is None:
        raise RuntimeError("no connection")
    driver.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    """Take them away."""
    for table, column in (("lead", "from_pool_id"), ("site", "from_pool_id"), ("site", "owned_since")):
        op.get_bind().exec_driver_sql(f"ALTER TABLE crm.{table} DROP COLUMN {column}")
