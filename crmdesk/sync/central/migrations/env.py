"""Run by Alembic; the connection and its transaction come from `upgrade`."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=None,
    version_table="revision",
    version_table_schema="sync",
    transactional_ddl=False,  # the whole upgrade is one transaction, of whoever called it
)
context.run_migrations()
