"""Laptops for tests of the exchange: real stores, one centre between them, time and chance in hand."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.store import Store
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import ExchangeReport, exchange
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.protocol import Centre
from tests.sync.twin import office
from tests.sync.twin.centre import Hub

EAST, NORTH = "ea" * 16, "0f" * 16
LI, HAN, BOSS = "11" * 16, "22" * 16, "bb" * 16
SETTINGS = {"hosts": [["centre.example", 5432]], "database": "crm", "user": "li"}


def office_of_two_teams() -> Hub:
    """Return a centre with two teams below a head office, a person in each, and their manager."""
    hub = Hub()
    head = "aa" * 16
    office.add_team(hub.state, head, "总部")
    office.add_team(hub.state, EAST, "华东", head)
    office.add_team(hub.state, NORTH, "华北", head)
    office.add_person(hub.state, LI, "李雷", EAST)
    office.add_person(hub.state, HAN, "韩梅梅", NORTH)
    office.add_person(hub.state, BOSS, "王总", head, "manager")
    return hub


@dataclass
class Clock:
    """Time that passes when told."""

    now: datetime = datetime(2026, 11, 23, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Laptop:
    """One person's store and what reaches the centre from it."""

    store: Store
    centre: Centre
    seed: int = 1
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    @classmethod
    def new(cls, template: Path, path: Path, centre: Centre, seed: int = 1) -> "Laptop":
        """Make a store at `path` that is connected."""
        shutil.copyfile(template, path)
        store = Store.open(path, None)
        connect(store, SETTINGS)
        return cls(store, centre, seed)

    def exchange(self, **more: Any) -> ExchangeReport:
        """Exchange once."""
        return exchange(
            self.store, more.pop("centre", self.centre), device_label="test", clock=self.clock, random=self.random, **more
        )

    @contextmanager
    def writing(self, action: ActionKind = ActionKind.EDIT) -> Iterator[Any]:
        """Give a connection whose writes are one unit of work."""
        with self.store.unit_of_work(action=action) as uow:
            yield uow.connection
            uow.commit()

    def insert(self, table: str, record: str, **values: Any) -> str:
        """Enter a record."""
        values = {"id": record, **values}
        with self.writing() as connection:
            connection.exec_driver_sql(
                f"INSERT INTO {table}({','.join(values)}) VALUES({','.join('?' * len(values))})", tuple(values.values())
            )
        return record

    def set(self, table: str, record: str, **values: Any) -> None:
        """Change fields."""
        with self.writing() as connection:
            connection.exec_driver_sql(
                f"UPDATE {table} SET {','.join(f'{name}=?' for name in values)} WHERE id=?", (*values.values(), record)
            )

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Read."""
        with self.store.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query, values)]

    def one(self, query: str, *values: Any) -> Any:
        """Read one value."""
        found = self.rows(query, *values)
        return found[0][0] if found else None

    def content(self) -> dict[str, dict[str, Mapping[str, Any]]]:
        """Return table → id → row, of everything the centre sends."""
        from crmdesk.storage.exchange_rows import table_columns

        found: dict[str, dict[str, Mapping[str, Any]]] = {}
        for table in PULL_ORDER:
            columns = table_columns(table)
            found[table] = {
                row[columns.index("id")]: dict(zip(columns, row, strict=True))
                for row in self.rows(f"SELECT {','.join(columns)} FROM {table}")
            }
        return found


def due_to(hub: Hub, user: str) -> dict[str, dict[str, Mapping[str, Any]]]:
    """Return what a laptop of this person has to hold after a quiet exchange, as the centre has it."""
    from crmdesk.storage.exchange_rows import table_columns
    from tests.sync.twin import pulling
    from tests.sync.twin import rights as twin_rights

    teams = list(twin_rights.my_teams(hub.state, user))
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for table in PULL_ORDER:
        columns = table_columns(table)
        found[table] = {
            id_: {name: row.get(name) if name != "extra" else row.get(name, "{}") for name in columns}
            for id_, row in hub.state.rows[table].items()
            if pulling.is_visible(hub.state, teams, table, id_)
        }
    return found
