"""Leads, pools, qualification, conversion and opportunities.

Revision ID: c0002
"""

from pathlib import Path

from alembic import op

revision = "c0002"
down_revision = "c0001"

_OF_SITES = ("pool_id", "pooled_at", "former_owner_id", "released_by_rule", "protected_until", "is_locked", "contract_ends_on")
_TABLES = (
    *("pool", "pool_member", "stage", "criteria_set", "criterion", "lead", "opportunity", "opportunity_contact"),
    *("follow_up", "qualification", "qualification_answer", "conversion"),
)


def upgrade() -> None:
    """Create their tables, and the columns of accounts in pools."""
    driver = op.get_bind().connection.driver_connection
    if driver is None:
        raise RuntimeError("no connection")
    driver.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    """Take them away."""
    bind = op.get_bind()
    for table in _TABLES:
        bind.exec_driver_sql(f"DROP TABLE crm.{table} CASCADE")
    for column in _OF_SITES:
        bind.exec_driver_sql(f"ALTER TABLE crm.site DROP COLUMN {column}")
