"""Ways to enter customers that searches are to find."""

from collections.abc import Callable
from typing import Any

import pytest

from crmdesk.core.ids import new_id
from crmdesk.storage.store import Store

Put = Callable[..., str]


@pytest.fixture
def put(store: Store) -> Put:
    """Insert one row of a table in a unit of work of its own; returns its id."""

    def insert(table: str, **values: Any) -> str:
        values = {"id": new_id(), **values}
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql(
                f"INSERT INTO {table}({','.join(values)}) VALUES({','.join('?' * len(values))})", tuple(values.values())
            )
            uow.commit()
        return str(values["id"])

    return insert


@pytest.fixture
def change(store: Store) -> Callable[..., None]:
    """Set fields of one row in a unit of work of its own."""

    def update(table: str, record: str, **values: Any) -> None:
        with store.unit_of_work() as uow:
            fields = ",".join(f"{name}=?" for name in values)
            uow.connection.exec_driver_sql(f"UPDATE {table} SET {fields} WHERE id=?", (*values.values(), record))
            uow.commit()

    return update


@pytest.fixture
def find(store: Store) -> Callable[..., list[str]]:
    """Search; returns the names of the hits in their order."""
    from crmdesk.storage.search.searching import search

    def names(text: str, limit: int = 30) -> list[str]:
        with store.read() as connection:
            return [hit.record.short_name or hit.record.name for hit in search(connection, text, limit)]

    return names
