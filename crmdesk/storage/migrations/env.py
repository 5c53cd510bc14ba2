"""Run by Alembic; the connection and its transaction come from `storage.migrate`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None, transactional_ddl=False)
context.run_migrations()
