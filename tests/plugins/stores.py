"""Stores for tests: made once a session by the program itself, copied for each test – 1 ms instead of a migration.

`store` and `encrypted_store` are open; `template_file` and `encrypted_template_file` are for tests that open, kill or break files.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey
    from crmdesk.storage.store import Store

_RAW: Final = bytes(range(32))
_SALT: Final = bytes(range(100, 116))


@pytest.fixture(scope="session")
def store_key() -> "StoreKey":
    """The key of every encrypted test store."""
    from crmdesk.storage.keys import StoreKey

    return StoreKey(_RAW, _SALT)


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty unencrypted store of today's format; copy it, never open it."""
    from crmdesk.storage.store import Store

    path = tmp_path_factory.mktemp("template") / "plain.db"
    Store.create(path, None).close()
    return path


@pytest.fixture(scope="session")
def encrypted_template_file(tmp_path_factory: pytest.TempPathFactory, store_key: "StoreKey") -> Path:
    """An empty store encrypted with `store_key`; copy it, never open it."""
    from crmdesk.storage.store import Store

    path = tmp_path_factory.mktemp("template") / "encrypted.db"
    Store.create(path, store_key).close()
    return path


@pytest.fixture
def store(tmp_path: Path, template_file: Path) -> "Iterator[Store]":
    """An empty unencrypted store, open, at `tmp_path/crmdesk.db`."""
    from crmdesk.storage.store import Store

    path = tmp_path / "crmdesk.db"
    shutil.copyfile(template_file, path)
    with Store.open(path, None) as opened:
        yield opened


@pytest.fixture
def encrypted_store(tmp_path: Path, encrypted_template_file: Path, store_key: "StoreKey") -> "Iterator[Store]":
    """An empty encrypted store, open, at `tmp_path/crmdesk-encrypted.db`."""
    from crmdesk.storage.store import Store

    path = tmp_path / "crmdesk-encrypted.db"
    shutil.copyfile(encrypted_template_file, path)
    with Store.open(path, store_key) as opened:
        yield opened
