"""Stores brought from one format to another, and back."""

from pathlib import Path

from crmdesk.storage import connections, migrate
from crmdesk.storage.capture import drop_capture


def bring(path: Path, revision: str | None, target: str) -> None:
    """Bring a store up to a format, as the program does at its start."""
    engine = connections.writer_engine(path, None)
    try:
        migrate.bring_up_to_date(path, None, engine, revision, target=target)
    finally:
        engine.dispose()


def back(path: Path, target: str) -> None:
    """Take a store back to an older format."""
    from alembic import command

    config = migrate.alembic_config()
    engine = connections.writer_engine(path, None)
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        drop_capture(connection)
        command.downgrade(config, target)
    engine.dispose()
