"""A second format that never ships: a new table, a new column filled from an old one, a column of another name."""

import sqlalchemy as sa
from alembic import op

revision = "t9999"
down_revision = "0006"


def upgrade() -> None:
    """Change the schema and the data, as the next real migration will."""
    op.create_table("visit_plan", sa.Column("id", sa.Text(), primary_key=True), sa.Column("company_id", sa.Text()))
    op.add_column("company", sa.Column("motto", sa.Text()))
    op.execute("UPDATE company SET motto = legal_name || '!'")
    op.execute("INSERT INTO visit_plan SELECT id, id FROM company")
    op.drop_index("ix_company_credit_code", "company")


def downgrade() -> None:
    """Take everything back."""
    op.create_index("ix_company_credit_code", "company", ["credit_code"], sqlite_where=sa.text("credit_code IS NOT NULL"))
    op.drop_column("company", "motto")
    op.drop_table("visit_plan")
