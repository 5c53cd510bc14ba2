"""Leads, pools, qualification, conversion and opportunities; accounts that fell back to a pool."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_OF_SITES = "pool_id pooled_at former_owner_id released_by_rule protected_until is_locked# contract_ends_on"

_TABLES = {
    "lead": (
        "company_name person job_title mobile phone email website country province city district street postcode address_text credit_code"
        " headcount# industry_id source_id origin campaign note status! owner_id owned_since pool_id pooled_at former_owner_id protected_until"
        " is_locked!#0 contract_ends_on next_step next_step_on last_follow_up_at look_again_on reason_id released_by_rule company_id site_id"
        " contact_id converted_at converted_by external_id web_visits# web_seconds# web_pages~ sort_key completeness!#0"
    ),
    "follow_up": "lead_id! kind! happened_at! text! author_id",
    "pool": (
        "name! note for_team_id takes_accounts!#0 daily_claims# held_limit# wait_days# unfollowed_days# no_opportunity_days#"
        " after_contract_days# days_by_grade protect_days# warn_days# masks_contacts!#0 daily_views# asks_reason!#0 position!#0"
    ),
    "pool_member": "pool_id! user_id! role!",
    "stage": "code name! name_zh_tw name_en probability!#0 is_won!#0 is_lost!#0 position!#0 retired_at",
    "opportunity": (
        "site_id! name! stage_id! amount_minor# currency closes_on closed_at owner_id source_id campaign next_step next_step_on note lead_id"
    ),
    "opportunity_contact": "opportunity_id! contact_id! role",
    "criteria_set": ("code name! name_zh_tw name_en pass_percent# pass_count# source_id industry_id position!#0 retired_at"),
    "criterion": (
        "set_id! code name! name_zh_tw name_en question question_zh_tw question_en hint hint_zh_tw hint_en weight!#1 is_knock_out!#0"
        " position!#0 retired_at"
    ),
    "qualification": ("lead_id! set_id! started_at! started_by ended_at ended_by outcome score# look_again_on reason_id note"),
    "qualification_answer": "qualification_id! criterion_id! value evidence answered_on",
    "conversion": (
        "lead_id! company_id! site_id! contact_id opportunity_id new_company!#0 new_site!#0 new_contact!#0 developed_by converted_at!"
        " converted_by"
    ),
}

_LIVING = "deleted_at IS NULL"
_INDEXES = (
    ("ix_lead_owner", "lead", "owner_id status sort_key", f"owner_id IS NOT NULL AND {_LIVING}"),
    ("ix_lead_pool", "lead", "pool_id pooled_at", f"pool_id IS NOT NULL AND {_LIVING}"),
    ("ix_lead_name", "lead", "sort_key n", _LIVING),
    ("ix_lead_status", "lead", "status sort_key n", _LIVING),
    ("ix_lead_next_step", "lead", "next_step_on status owner_id", f"next_step_on IS NOT NULL AND {_LIVING}"),
    ("ix_lead_follow_up", "lead", "last_follow_up_at n", _LIVING),
    ("ix_lead_external", "lead", "external_id", "external_id IS NOT NULL"),
    ("ix_lead_company", "lead", "company_id", "company_id IS NOT NULL"),
    ("ix_lead_site", "lead", "site_id", "site_id IS NOT NULL"),
    ("ix_lead_contact", "lead", "contact_id", "contact_id IS NOT NULL"),
    ("ix_follow_up_lead", "follow_up", "lead_id happened_at", None),
    ("ix_pool_member_pool", "pool_member", "pool_id", None),
    ("ix_pool_member_user", "pool_member", "user_id", None),
    ("ix_opportunity_site", "opportunity", "site_id", None),
    ("ix_opportunity_owner", "opportunity", "owner_id closes_on", _LIVING),
    ("ix_opportunity_closes", "opportunity", "closes_on n", _LIVING),
    ("ix_opportunity_lead", "opportunity", "lead_id", "lead_id IS NOT NULL"),
    ("ix_opportunity_contact_opportunity", "opportunity_contact", "opportunity_id", None),
    ("ix_opportunity_contact_contact", "opportunity_contact", "contact_id", None),
    ("ix_criterion_set", "criterion", "set_id position", None),
    ("ix_qualification_lead", "qualification", "lead_id started_at", None),
    ("ix_qualification_answer_round", "qualification_answer", "qualification_id", None),
    ("ix_conversion_lead", "conversion", "lead_id", None),
    ("ix_conversion_site", "conversion", "site_id", None),
    ("ix_conversion_developed", "conversion", "developed_by converted_at", None),
    ("ix_site_pool", "site", "pool_id pooled_at", f"pool_id IS NOT NULL AND {_LIVING}"),
)


def upgrade() -> None:
    """Create the tables, and the columns of accounts in pools."""
    for column in _OF_SITES.split():
        op.add_column("site", _column(column))
    for table, columns in _TABLES.items():
        _create_synced(table, columns)
    for name, table, columns, where in _INDEXES:
        op.create_index(name, table, columns.split(), unique=False, sqlite_where=None if where is None else sa.text(where))
    _create_local()


def _create_synced(table: str, columns: str) -> None:
    op.create_table(
        table,
        *map(_column, columns.split()),
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


def _create_local() -> None:
    """Create what was learnt from the store's own leads, and what was looked at in pools."""
    op.create_table(
        "lead_model",
        *map(_column, ["n!#", "made_at!", "outcomes!#", "area!~", "weights!"]),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_lead_model")),
    )
    op.create_table(
        "lead_score",
        *map(_column, ["lead_n!#", "probability!~", "reasons!"]),
        sa.PrimaryKeyConstraint("lead_n", name=op.f("pk_lead_score")),
    )
    op.create_index("ix_lead_score_probability", "lead_score", ["probability", "lead_n"], unique=False)
    op.create_table(
        "pool_view",
        *map(_column, ["day!", "pool_id!", "record_id!"]),
        sa.PrimaryKeyConstraint("day", "pool_id", "record_id", name=op.f("pk_pool_view")),
    )


def _column(column: str) -> "sa.Column[int] | sa.Column[float] | sa.Column[str]":
    """Return a column: `name` is a text, `#` an integer (digits behind it the default), `~` a float, `!` never empty."""
    name, is_integer, default = column.partition("#")
    name, is_float, _ = name.partition("~")
    nullable = not name.endswith("!")
    name = name.rstrip("!")
    if is_integer:
        return sa.Column(name, sa.Integer(), nullable=nullable, server_default=default or None)
    return sa.Column(name, sa.Double() if is_float else sa.Text(), nullable=nullable)


def downgrade() -> None:
    """Drop what this revision added."""
    for table in ("pool_view", "lead_score", "lead_model", *reversed(_TABLES)):
        op.drop_table(table)
    op.drop_index("ix_site_pool", "site")
    for column in reversed(_OF_SITES.split()):
        op.drop_column("site", column.partition("#")[0])
