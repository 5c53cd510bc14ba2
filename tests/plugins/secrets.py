"""No test sees this machine's keyring. It has one in memory, or with the fixture `no_keyring` none at all."""

import os
import sys
from collections.abc import Iterator

import pytest

os.environ["PYTHON_KEYRING_BACKEND"] = "tests.plugins.memory_keyring.MemoryKeyring"


@pytest.fixture(autouse=True)
def _empty_keyring() -> None:
    module = sys.modules.get("tests.plugins.memory_keyring")  # imported by keyring, when the program first asks it
    if module is not None:
        module.MemoryKeyring.secrets.clear()


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be a machine without a keyring (a bare Linux): asking one raises `keyring.errors.NoKeyringError`."""
    import keyring
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")  # for child processes
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)
