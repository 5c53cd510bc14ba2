"""The first centre: people and rights, records, and the stories of laptops.

Revision ID: c0001
"""

from pathlib import Path

from alembic import op

revision = "c0001"
down_revision = None

_FILES = ("c0001_service_tables.sql", "c0001_records.sql")


def upgrade() -> None:
    """Create every table."""
    driver = op.get_bind().connection.driver_connection
    if driver is None:
        raise RuntimeError("no connection")
    for name in _FILES:
        driver.execute(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def downgrade() -> None:
    """Take everything of the centre away."""
    bind = op.get_bind()
    for schema in ("sync", "crm", "sec"):
        tables = bind.exec_driver_sql(f"SELECT tablename FROM pg_tables WHERE schemaname='{schema}' AND tablename<>'revision'")
        for (table,) in tables.all():
            bind.exec_driver_sql(f"DROP TABLE {schema}.{table} CASCADE")
