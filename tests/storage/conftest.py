"""A store with something in it, and ways to look at and to break one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.core.ids import new_id
from crmdesk.storage.store import Store

Enter = Callable[[Store, str], str]


@pytest.fixture
def enter() -> Enter:
    """Enter one company by name in a unit of work of its own; returns its id."""

    def enter_one(store: Store, name: str) -> str:
        record = new_id()
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", (record, name))
            uow.commit()
        return record

    return enter_one


@pytest.fixture
def names() -> Callable[[Store], list[str]]:
    """Read the names of the companies of a store, in the order of their entry."""

    def read_names(store: Store) -> list[str]:
        with store.read() as connection:
            return list(connection.exec_driver_sql("SELECT legal_name FROM company ORDER BY n").scalars())

    return read_names


@pytest.fixture
def overwrite_page() -> Callable[[Path, int], None]:
    """Write noise over one page (4 KiB, the first is 1) of a file."""

    def overwrite(path: Path, page: int) -> None:
        with path.open("r+b") as stream:
            stream.seek((page - 1) * 4096)
            stream.write(b"\xa5" * 4096)

    return overwrite
