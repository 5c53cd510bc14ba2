"""Random stores for the tests of merging: a few companies, sites and people with everything that can hang on them."""

import random
import shutil
from pathlib import Path
from typing import Any, Final

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.registry import synced_tables
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows
from crmdesk.storage.capture import captured_columns
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork

KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT)
_PLACES: Final = ("世纪大道100号", "世纪大道100号3楼", "马连道11号", None)


class World:
    """A store filled by a random generator, whose every choice follows from one seed."""

    def __init__(self, template: Path, folder: str, seed: int) -> None:
        self.random = random.Random(seed)
        path = Path(folder) / "merges.db"
        shutil.copyfile(template, path)
        self.store = Store.open(path, None)
        self.ids: dict[RecordKind, list[str]] = {kind: [] for kind in RecordKind}
        with self.store.unit_of_work(action=ActionKind.SETUP) as uow:
            self._fill(uow)
            uow.commit()

    def _fill(self, uow: UnitOfWork) -> None:
        for name in ("王芳", "李雷", "韩梅"):
            self._insert(uow, RecordKind.USER, name=name)
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='user_id'", (self.ids[RecordKind.USER][0],))
        for number in range(self.random.randint(3, 6)):
            values = {
                "legal_name": f"公司{number}",
                "kind": "legal",
                "owner_id": self._user(),
                "parent_id": self._maybe("company"),
            }
            self._insert(uow, RecordKind.COMPANY, code=self._code("C", number), note=self._text(), phone=self._text(), **values)
        for number in range(self.random.randint(3, 7)):
            place = {"city": "上海市", "street": self.random.choice(_PLACES)}
            values = {
                "name": f"店{number}",
                "company_id": self._one("company"),
                "status": "lead",
                "owner_id": self._user(),
                **place,
            }
            self._insert(uow, RecordKind.SITE, code=self._code("S", number), note=self._text(), phone=self._text(), **values)
        for number in range(self.random.randint(2, 5)):
            self._insert(uow, RecordKind.CONTACT, name=f"人{number % 3}", mobile=self._text(), note=self._text())
        for _ in range(self.random.randint(2, 7)):
            job = {"contact_id": self._one("contact"), "site_id": self._one("site"), "title": self._text()}
            self._insert(uow, RecordKind.POSITION, is_main=self.random.randint(0, 1), **job)
        for _ in range(self.random.randint(0, 4)):
            entry = {"site_id": self._one("site"), "contact_id": self._maybe("contact"), "kind": "note", "text": "访"}
            self._insert(uow, RecordKind.ACTIVITY, happened_at="2026-11-22T10:00:00.000Z", **entry)
        for _ in range(self.random.randint(0, 2)):
            self._insert(uow, RecordKind.UNIT, site_id=self._one("site"), name="二楼")
            self._insert(uow, RecordKind.EXTRA_ADDRESS, site_id=self._one("site"), use="billing", address_text="账单地址")
        for _ in range(self.random.randint(0, 4)):
            on = self.random.choice(["site", "company"])
            right = {"user_id": self._one("app_user"), "access": self.random.choice(["read", "write"]), "reason": "added"}
            self._insert(uow, RecordKind.COLLABORATOR, **{f"{on}_id": self._one(on)}, **right)
        for _ in range(self.random.randint(0, 2)):
            left, right_id = sorted(self.random.sample(self.ids[RecordKind.COMPANY], 2))
            word = {"record_kind": "company", "verdict": "not_duplicate", "decided_at": "2026-11-22T10:00:00.000Z"}
            self._insert(uow, RecordKind.PAIR_VERDICT, left_id=left, right_id=right_id, **word)

    def _insert(self, uow: UnitOfWork, table: RecordKind, /, **values: Any) -> None:
        record = new_id()
        filled = {key: value for key, value in values.items() if value is not None}
        record_rows.insert(uow.connection, table, {"id": record, **filled})
        self.ids[table].append(record)

    def _one(self, table: str) -> str:
        return self.random.choice(self.ids[RecordKind(table)])

    def _maybe(self, table: str) -> str | None:
        known = self.ids[RecordKind(table)]
        return self.random.choice(known) if known and self.random.random() < 0.6 else None

    def _user(self) -> str | None:
        return self._maybe("app_user")

    def _text(self) -> str | None:
        return self.random.choice([None, "甲", "乙", "丙丁"])

    def _code(self, letter: str, number: int) -> str | None:
        return f"{letter}{number}" if self.random.random() < 0.7 else None

    def living(self, kind: RecordKind) -> list[str]:
        """Return the ids of the living records of a kind, in the order of their entry."""
        with self.store.read() as connection:
            return list(connection.exec_driver_sql(f"SELECT id FROM {kind.value} WHERE deleted_at IS NULL ORDER BY n").scalars())

    def some(self, kind: RecordKind, most: int = 3) -> list[RecordKey]:
        """Return two or three living records of a kind; fewer where there are none."""
        known = self.living(kind)
        return [RecordKey(kind, record) for record in self.random.sample(known, min(len(known), self.random.randint(2, most)))]


def state(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every synced column of every living record with its storage class, and what is derived: counts, keys, search documents."""
    derived = {"company": ["sort_key", "site_count"], "site": ["sort_key", "premises_key"]}
    found: dict[str, list[tuple[Any, ...]]] = {}
    with store.read() as connection:
        for table in synced_tables():
            columns = [*captured_columns(table), *derived.get(table.name, [])]
            asked = ",".join(f"{column},typeof({column})" for column in columns)
            rows = connection.exec_driver_sql(f"SELECT id,{asked} FROM {table.name} WHERE deleted_at IS NULL ORDER BY id")
            found[table.name] = [tuple(row) for row in rows]
        found["search"] = [
            tuple(row) for row in connection.exec_driver_sql("SELECT rowid, packed FROM search_index ORDER BY rowid")
        ]
    return found


def entered(store: Store) -> set[str]:
    """Return the ids of everything that was ever entered: nothing is lost as long as this only grows."""
    with store.read() as connection:
        return {row for table in synced_tables() for row in connection.exec_driver_sql(f"SELECT id FROM {table.name}").scalars()}


def broken(store: Store) -> list[str]:
    """Return the rules that do not hold."""
    with store.read() as connection:
        return [f"{finding.check}: {finding.message}" for finding in broken_rules(connection)]
