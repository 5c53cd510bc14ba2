"""Every connection has the pragmas it needs; what is wrong with a file is said in a person's words."""

import contextlib
from pathlib import Path
from typing import Any

import pytest

from crmdesk.storage.connections import open_raw
from crmdesk.storage.errors import StoreDamaged, StoreUnusable
from crmdesk.storage.store import Store


def _pragma(connection: Any, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_writer_keeps_what_it_commits(store: Store) -> None:
    with contextlib.closing(open_raw(store.path, None, read_only=False)) as writer:
        assert _pragma(writer, "journal_mode") == "wal"
        assert _pragma(writer, "synchronous") == 2
        assert _pragma(writer, "recursive_triggers") == 1
        assert writer.isolation_level is None


def test_a_reader_cannot_write(store: Store) -> None:
    from sqlcipher3 import dbapi2

    with (
        contextlib.closing(open_raw(store.path, None, read_only=True)) as reader,
        pytest.raises(dbapi2.OperationalError, match="readonly"),
    ):
        reader.execute("UPDATE sync_ctl SET v=1")


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable):
        open_raw(tmp_path / "none.db", None, read_only=True)
    assert list(tmp_path.glob("*.db")) == []


def test_a_file_of_noise_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "noise.db"
    path.write_bytes(b"noise" * 2000)
    with pytest.raises(StoreDamaged):
        open_raw(path, None, read_only=True)


def test_names_with_signs_of_addresses_open(tmp_path: Path) -> None:
    path = tmp_path / "客户 100% #1?.db"
    Store.create(path, None).close()
    Store.open(path, None).close()
    assert path.is_file()
