"""The site model in full: units, further addresses, collaborators, verdicts on pairs; a contact's address, an activity's contact."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_PARTIAL = {
    "ix_company_merged_into": ("company", "merged_into"),
    "ix_site_merged_into": ("site", "merged_into"),
    "ix_contact_merged_into": ("contact", "merged_into"),
    "ix_activity_contact": ("activity", "contact_id"),
}


def upgrade() -> None:
    """Create the new tables and columns."""
    _create("unit", {"site_id": False, "name": False, "floor": True, "room": True, "note": True}, {"ix_unit_site": ["site_id"]})
    _create(
        "extra_address",
        {
            "site_id": False,
            "use": False,
            "country": True,
            "province": True,
            "city": True,
            "district": True,
            "street": True,
            "postcode": True,
            "address_text": True,
            "note": True,
        },
        {"ix_extra_address_site": ["site_id"]},
    )
    _create(
        "collaborator",
        {"site_id": True, "company_id": True, "user_id": False, "access": False, "reason": False},
        {"ix_collaborator_site": ["site_id"], "ix_collaborator_company": ["company_id"]},
    )
    _create(
        "pair_verdict",
        {
            "record_kind": False,
            "left_id": False,
            "right_id": False,
            "verdict": False,
            "decided_by": True,
            "decided_at": False,
            "note": True,
        },
        {"ix_pair_verdict_left": ["left_id", "right_id"], "ix_pair_verdict_right": ["right_id"]},
    )
    op.add_column("contact", sa.Column("address_text", sa.Text(), nullable=True))
    op.add_column("activity", sa.Column("contact_id", sa.Text(), nullable=True))
    for index, (table, column) in _PARTIAL.items():  # few rows carry the column, so the index is all but empty
        op.create_index(index, table, [column], unique=False, sqlite_where=sa.text(f"{column} IS NOT NULL"))
    _create_duplicates()


def _create_duplicates() -> None:
    """Create the local tables that keep what the last search for duplicates found."""
    op.create_table(
        "duplicate_search",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("records", "compared", "skipped")),
        sa.Column("threshold", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_duplicate_search")),
    )
    op.create_table(
        "duplicate_group",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_duplicate_group")),
    )
    op.create_index("ix_duplicate_group_score", "duplicate_group", ["score", "no"], unique=False)
    op.create_table(
        "duplicate_pair",
        sa.Column("kind", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("left_n", "right_n")),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("group_no", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "left_n", "right_n", name=op.f("pk_duplicate_pair")),
    )
    op.create_index("ix_duplicate_pair_group", "duplicate_pair", ["group_no"], unique=False)


def _create(table: str, texts: dict[str, bool], indexes: dict[str, list[str]]) -> None:
    """Create a synced table whose own columns are texts: name → whether it may be empty."""
    op.create_table(
        table,
        *(sa.Column(name, sa.Text(), nullable=nullable) for name, nullable in texts.items()),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id")),
    )
    for index, columns in indexes.items():
        op.create_index(index, table, columns, unique=False)


def downgrade() -> None:
    """Drop what this revision added."""
    for index, (table, _) in _PARTIAL.items():
        op.drop_index(index, table)
    op.drop_column("activity", "contact_id")
    op.drop_column("contact", "address_text")
    for table in ("duplicate_pair", "duplicate_group", "duplicate_search"):
        op.drop_table(table)
    for table in ("pair_verdict", "collaborator", "extra_address", "unit"):
        op.drop_table(table)
