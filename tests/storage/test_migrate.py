"""The machinery of migrations, and what every migration must pass.

The author of the next migration adds its revision to `storage.migrations.HEAD` and `REVISIONS`, and one module
`tests/storage/migrations/test_migrations_0006.py` with the test of its data (see `test_migrations_0005.py`); everything
here then runs over it by itself.
"""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from crmdesk.models.registry import metadata, synced_tables
from crmdesk.storage import connections, migrate
from crmdesk.storage.backup import list_backups, unsound
from crmdesk.storage.capture import drop_capture, install_capture
from crmdesk.storage.errors import StoreDamaged, StoreTooNew
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.migrations import HEAD, REVISIONS
from crmdesk.storage.store import Store
from tests.storage.schemas import schema_of

SYNTHETIC = Path(__file__).with_name("migrations") / "synthetic"
NEXT = "t9999"
NOT_IN_METADATA = ("table alembic_version", "index sqlite_autoindex_alembic_version", "table search_index", "trigger ")


@contextlib.contextmanager
def _raw(path: Path) -> Iterator[Any]:
    with contextlib.closing(connections.open_raw(path, None, read_only=True)) as connection:
        yield connection


def _schema(path: Path) -> dict[str, Any]:
    with _raw(path) as connection:
        return schema_of(connection)


def _upgrade(path: Path, target: str, revision: str | None = HEAD) -> None:
    engine = connections.writer_engine(path, None)
    try:
        migrate.bring_up_to_date(path, None, engine, revision, target=target, config=migrate.alembic_config(SYNTHETIC))
    finally:
        engine.dispose()


def _downgrade(path: Path, target: str) -> None:
    from alembic import command

    config = migrate.alembic_config(SYNTHETIC)
    engine = connections.writer_engine(path, None)
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        drop_capture(connection)
        command.downgrade(config, target)
        if target == HEAD:  # the triggers are of today's columns
            install_capture(connection, synced_tables())
    engine.dispose()


def _build(path: Path, target: str) -> None:
    """Make an empty store of some revision, without capture."""
    from alembic import command

    config = migrate.alembic_config(SYNTHETIC)
    engine = connections.writer_engine(path, None)
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, target)
    engine.dispose()


@pytest.fixture
def file(template_file: Path, tmp_path: Path) -> Path:
    """An empty store, closed."""
    path = tmp_path / "crmdesk.db"
    shutil.copyfile(template_file, path)
    return path


@pytest.fixture
def filled(file: Path) -> Path:
    """A store with two companies, closed."""
    with Store.open(file, None) as store, store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO company(id,kind,legal_name) VALUES('a','legal','全球商业'),('b','legal','ABB')"
        )
        uow.commit()
    return file


def test_the_newest_revision_is_alembics_head_and_every_one_is_known() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(migrate.alembic_config())
    assert script.get_heads() == [HEAD]
    assert [revision.revision for revision in reversed(list(script.walk_revisions()))] == list(REVISIONS)


def test_no_migration_imports_anything_of_ours() -> None:
    folder = Path(migrate.__file__).with_name("migrations") / "versions"
    for path in folder.glob("*.py"):
        assert "crmdesk" not in path.read_text(encoding="utf-8"), path.name


def test_the_migrated_schema_is_the_one_the_models_describe(file: Path, tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    described = tmp_path / "described.db"
    engine = create_engine("sqlite://", creator=lambda: dbapi2.connect(described), module=dbapi2)
    metadata().create_all(engine)
    engine.dispose()
    migrated = {name: what for name, what in _schema(file).items() if not name.startswith(NOT_IN_METADATA)}
    assert migrated == _schema(described)


@pytest.mark.parametrize("revision", [*REVISIONS, NEXT])
def test_every_revision_can_be_reached_from_nothing_and_left_again(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "new.db"
    _build(path, revision)
    with _raw(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (revision,)
    _downgrade(path, "base")
    left = {name for name in _schema(path) if "alembic_version" not in name}
    assert left == set()


def test_up_and_down_leaves_schema_and_data_as_they_were(filled: Path) -> None:
    schema = _schema(filled)
    with _raw(filled) as connection:
        rows = connection.execute("SELECT * FROM company ORDER BY n").fetchall()
        log = connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall()
    _upgrade(filled, NEXT)
    with _raw(filled) as connection:
        assert connection.execute("SELECT motto FROM company ORDER BY n").fetchall() == [("全球商业!",), ("ABB!",)]
        assert connection.execute("SELECT count(*) FROM visit_plan").fetchone() == (2,)
    _downgrade(filled, HEAD)
    assert _schema(filled) == schema
    with _raw(filled) as connection:
        assert connection.execute("SELECT * FROM company ORDER BY n").fetchall() == rows
        assert connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall() == log


def test_a_migration_is_logged_as_nobodys_edit_and_capture_works_after_it(filled: Path) -> None:
    _upgrade(filled, NEXT)
    with _raw(filled) as connection:
        assert connection.execute("SELECT count(*) FROM sync_op WHERE kind<>'ins'").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type='trigger'").fetchone() == (
            4 * len(synced_tables()),
        )


def test_the_file_is_copied_before_it_is_migrated(filled: Path) -> None:
    _upgrade(filled, NEXT)
    (copy,) = list_backups(filled.parent / "backups")
    assert copy.path.name.startswith(f"crmdesk-before-{HEAD}-")
    assert not unsound(copy.path, None)
    with Store.open(copy.path, None) as old, old.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM company").scalar_one() == 2


def test_no_copy_is_made_when_there_is_nothing_to_do(filled: Path, tmp_path: Path) -> None:
    Store.open(filled, None).close()
    Store.create(tmp_path / "fresh.db", None).close()
    assert not (tmp_path / "backups").exists()


def test_a_migration_that_fails_leaves_the_old_format(filled: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "b9999.py").write_text(
        f'revision = "b9999"\ndown_revision = "{HEAD}"\n'
        "from alembic import op\n"
        'def upgrade():\n    op.execute("ALTER TABLE company ADD COLUMN half TEXT")\n    op.execute("no sql")\n'
    )
    schema = _schema(filled)
    engine = connections.writer_engine(filled, None)
    with pytest.raises(Exception, match="no"):
        migrate.bring_up_to_date(filled, None, engine, HEAD, target="b9999", config=migrate.alembic_config(bad))
    engine.dispose()
    assert _schema(filled) == schema
    Store.open(filled, None).close()


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_file_of_a_newer_program_is_refused_byte_for_byte_untouched(
    *, template_file: Path, encrypted_template_file: Path, store_key: StoreKey, tmp_path: Path, encrypted: bool
) -> None:
    key = store_key if encrypted else None
    path = tmp_path / "newer.db"
    shutil.copyfile(encrypted_template_file if encrypted else template_file, path)
    with Store.open(path, key) as store, store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE alembic_version SET version_num='9999'")
        uow.commit()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match="9999"):
        Store.open(path, key)
    assert path.read_bytes() == before
    assert not (tmp_path / "backups").exists()


def test_another_programs_file_is_refused_untouched(tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    path = tmp_path / "theirs.db"
    with contextlib.closing(dbapi2.connect(path)) as theirs:
        theirs.execute("CREATE TABLE bookmarks(a)")
        theirs.commit()
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="another program"):
        Store.open(path, None)
    assert path.read_bytes() == before
