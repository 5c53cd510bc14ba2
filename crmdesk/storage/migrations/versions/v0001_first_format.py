"""The first format: companies, sites, contacts, terms, users and the change log."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import UserDefinedType

revision = "0001"
down_revision = None


class Untyped(UserDefinedType[Any]):
    """A column without a declared type."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Return no type name."""
        return ""


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "activity",
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_activity")),
        sa.UniqueConstraint("id", name=op.f("uq_activity_id")),
    )
    op.create_index("ix_activity_site", "activity", ["site_id", "happened_at"], unique=False)
    op.create_table(
        "app_user",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_app_user")),
        sa.UniqueConstraint("id", name=op.f("uq_app_user_id")),
    )
    op.create_index(op.f("ix_app_user_login"), "app_user", ["login"], unique=False)
    op.create_table(
        "change_tx",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_change_tx")),
        sa.UniqueConstraint("id", name=op.f("uq_change_tx_id")),
    )
    op.create_index("ix_change_tx_at", "change_tx", ["at"], unique=False)
    op.create_table(
        "company",
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("legal_name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("credit_code", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("industry_id", sa.Text(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("customer_kind", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("graded_at", sa.Text(), nullable=True),
        sa.Column("graded_by", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("registered_on", sa.Text(), nullable=True),
        sa.Column("invoice_title", sa.Text(), nullable=True),
        sa.Column("invoice_address", sa.Text(), nullable=True),
        sa.Column("invoice_phone", sa.Text(), nullable=True),
        sa.Column("bank_name", sa.Text(), nullable=True),
        sa.Column("bank_account", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("sort_key", sa.Text(), nullable=True),
        sa.Column("site_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_company")),
        sa.UniqueConstraint("id", name=op.f("uq_company_id")),
    )
    op.create_index(
        "ix_company_children",
        "company",
        ["parent_id", "sort_key", "n", "code", "grade", "customer_kind", "owner_id", "site_count"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("ix_company_code", "company", ["code"], unique=False, sqlite_where=sa.text("code IS NOT NULL"))
    op.create_index(
        "ix_company_credit_code", "company", ["credit_code"], unique=False, sqlite_where=sa.text("credit_code IS NOT NULL")
    )
    op.create_index("ix_company_legal_name", "company", ["legal_name"], unique=False)
    op.create_table(
        "contact",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mobile", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_contact")),
        sa.UniqueConstraint("id", name=op.f("uq_contact_id")),
    )
    op.create_table(
        "org_setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_org_setting")),
    )
    op.create_table(
        "position",
        sa.Column("contact_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("is_main", sa.Integer(), server_default="0", nullable=False),
        sa.Column("started_on", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_position")),
        sa.UniqueConstraint("id", name=op.f("uq_position_id")),
    )
    op.create_index("ix_position_contact", "position", ["contact_id"], unique=False)
    op.create_index("ix_position_site", "position", ["site_id"], unique=False)
    op.create_table(
        "recent_record",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record_id", name=op.f("pk_recent_record")),
    )
    op.create_table(
        "site",
        sa.Column("company_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("credit_code", sa.Text(), nullable=True),
        sa.Column("place_kind", sa.Text(), nullable=True),
        sa.Column("functions", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("street", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("address_text", sa.Text(), nullable=True),
        sa.Column("premises_key", sa.Text(), nullable=True),
        sa.Column("industry_id", sa.Text(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("customer_kind", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("graded_at", sa.Text(), nullable=True),
        sa.Column("graded_by", sa.Text(), nullable=True),
        sa.Column("tier", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("sort_key", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_site")),
        sa.UniqueConstraint("id", name=op.f("uq_site_id")),
    )
    op.create_index("ix_site_code", "site", ["code"], unique=False, sqlite_where=sa.text("code IS NOT NULL"))
    op.create_index("ix_site_credit_code", "site", ["credit_code"], unique=False, sqlite_where=sa.text("credit_code IS NOT NULL"))
    op.create_index(
        "ix_site_company",
        "site",
        ["company_id", "sort_key", "n", "code", "city", "grade", "status", "customer_kind", "owner_id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_site_premises", "site", ["company_id", "premises_key"], unique=False, sqlite_where=sa.text("premises_key IS NOT NULL")
    )
    op.create_table(
        "sync_ctl",
        sa.Column("k", sa.Text(), nullable=False),
        sa.Column("v", Untyped(), nullable=True),
        sa.PrimaryKeyConstraint("k", name=op.f("pk_sync_ctl")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_op",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), server_default=sa.text("(lower(hex(randomblob(16))))"), nullable=False),
        sa.Column("old", Untyped(), nullable=True),
        sa.Column("new", Untyped(), nullable=True),
        sa.Column("tx", sa.Text(), nullable=True),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("pk", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fld", sa.Text(), nullable=True),
        sa.Column("seen_rv", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.Text(), server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ'))"), nullable=False),
        sa.Column("batch_no", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_sync_op")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sync_op_record", "sync_op", ["pk"], unique=False)
    op.create_table(
        "team",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_team")),
        sa.UniqueConstraint("id", name=op.f("uq_team_id")),
    )
    op.create_table(
        "term",
        sa.Column("taxonomy", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_zh_tw", sa.Text(), nullable=True),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired_at", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("rv", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_term")),
        sa.UniqueConstraint("id", name=op.f("uq_term_id")),
    )
    op.create_index("ix_term_taxonomy_parent", "term", ["taxonomy", "parent_id", "position"], unique=False)

    op.execute(
        "INSERT INTO sync_ctl(k,v) VALUES('applying',0),('tx',NULL),('device_id',NULL),('user_id',NULL),"
        "('schema_ver',1),('access_ver',0),('no',0),('prev_batch',NULL)"
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(terms, packed UNINDEXED, content='', contentless_delete=1,"
        " contentless_unindexed=1, detail=none, tokenize='ascii')"
    )
    op.execute("INSERT INTO search_index(search_index, rank) VALUES('hashsize', 16777216)")
    op.execute("INSERT INTO search_index(search_index, rank) VALUES('automerge', 8)")
    op.execute("INSERT INTO search_index(search_index, rank) VALUES('crisismerge', 16)")


def downgrade() -> None:
    """Drop every table."""
    op.execute("DROP TABLE search_index")
    op.execute("DROP TABLE search_index_content")  # SQLite 3.53 forgets it for contentless_unindexed
    op.drop_index("ix_term_taxonomy_parent", table_name="term")
    op.drop_table("term")
    op.drop_table("team")
    op.drop_index("ix_sync_op_record", table_name="sync_op")
    op.drop_table("sync_op")
    op.drop_table("sync_ctl")
    op.drop_index("ix_site_premises", table_name="site", sqlite_where=sa.text("premises_key IS NOT NULL"))
    op.drop_index("ix_site_company", table_name="site", sqlite_where=sa.text("deleted_at IS NULL"))
    op.drop_index("ix_site_credit_code", table_name="site", sqlite_where=sa.text("credit_code IS NOT NULL"))
    op.drop_index("ix_site_code", table_name="site", sqlite_where=sa.text("code IS NOT NULL"))
    op.drop_table("site")
    op.drop_table("recent_record")
    op.drop_index("ix_position_site", table_name="position")
    op.drop_index("ix_position_contact", table_name="position")
    op.drop_table("position")
    op.drop_table("org_setting")
    op.drop_table("contact")
    op.drop_index("ix_company_legal_name", table_name="company")
    op.drop_index("ix_company_credit_code", table_name="company", sqlite_where=sa.text("credit_code IS NOT NULL"))
    op.drop_index("ix_company_code", table_name="company", sqlite_where=sa.text("code IS NOT NULL"))
    op.drop_index("ix_company_children", table_name="company", sqlite_where=sa.text("deleted_at IS NULL"))
    op.drop_table("company")
    op.drop_index("ix_change_tx_at", table_name="change_tx")
    op.drop_table("change_tx")
    op.drop_index(op.f("ix_app_user_login"), table_name="app_user")
    op.drop_table("app_user")
    op.drop_index("ix_activity_site", table_name="activity")
    op.drop_table("activity")
