"""A store as weeks of exchanging leave it – conflicts of every kind, edits that wait, news, held customers – for pictures only.

Nothing here talks to a centre: the tables hold what an exchange would have written (`docs/exchange.md`).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage import exchange_progress, record_rows
from crmdesk.storage.store import Store

_COLLEAGUES: Final = ("韩梅梅", "欧阳明华", "Alexandra Winterbottom")
_SYNCED: Final = ("company", "site", "contact", "position", "activity")
_LONG_NOTE: Final = (
    "周一上午拜访了门店经理,对方希望在国庆前完成冷柜的更换,预算约 45 万元,需要我们在两周内给出包含旧柜回收在内的完整报价。"
    "另外总部正在统一采购平台上重新登记供应商,请尽快补齐资质文件。"
)


@dataclass(frozen=True, slots=True)
class _Account:
    """A company or site that something happened to."""

    table: str
    id: str
    name: str
    phone: str


def write_exchange(store: Store) -> None:
    """Let a store be connected, everything in it be at the centre, and then have all happened that a person can meet."""
    stage = _Stage(store)
    stage.connect()
    stage.ask()
    stage.tell_news()
    stage.hold()
    stage.work_on()


def write_first_connection(store: Store) -> None:
    """Let a person enter customers that the centre has as well, and the store wait for his word about them."""
    from crmdesk.services.accounts import AccountService
    from crmdesk.services.first_connection import FirstConnection

    accounts = AccountService(store)
    for number, twin in enumerate(_accounts(store, "company", 6)):
        values: dict[str, object] = {"legal_name": twin.name, "phone": twin.phone or "010 6327 1234"}
        accounts.create_company(values if number % 2 else {**values, "legal_name": f"{twin.name}(新)", "credit_code": ""})
    FirstConnection(store).search(lambda _share: None)


class _Stage:
    """Writes as an exchange writes: nothing of it is logged."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now = utc_now().astimezone().replace(hour=10, minute=42)  # in working hours, whenever the picture is made
        with store.unit_of_work() as uow:
            self.me = str(record_rows.current_user(uow.connection))
            self.colleagues = [new_id() for _ in _COLLEAGUES]
            for user, name in zip(self.colleagues, _COLLEAGUES, strict=True):
                record_rows.insert(uow.connection, RecordKind.USER, {"id": user, "name": name})
            uow.commit()
        self.sites = _accounts(store, "site", 12)
        self.companies = _accounts(store, "company", 10)

    def _at(self, hours: float) -> str:
        return iso_ms(self._now - timedelta(hours=hours))

    def _write(self, work: Callable[[Any], None]) -> None:
        with self._store.unit_of_work() as uow:
            with uow.unlogged() as connection:
                work(connection)
            uow.commit()

    def connect(self) -> None:
        """Let there be a centre that has everything."""
        centre = {"hosts": [["centre.example", 5432]], "database": "crm", "user": "lilei"}

        def work(connection: Any) -> None:
            connection.exec_driver_sql("UPDATE sync_op SET outcome='applied', n=7, batch_no=1 WHERE outcome IS NULL")
            for table in _SYNCED:
                connection.exec_driver_sql(f"UPDATE {table} SET rv=7")
            last = connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar()
            exchange_progress.set_control(
                connection,
                {"centre": json.dumps(centre), "sent_seq": last, "last_exchange_at": _ago(0.2), "exchange_state": "ok"},
            )
            connection.exec_driver_sql("UPDATE app_user SET name='李雷' WHERE id=?", (self.me,))

        self._write(work)

    def ask(self) -> None:
        """Ask everything that can be asked."""
        sites, companies = self.sites, self.companies
        first, second, third = self.colleagues
        wait = self.me
        other = {"id": companies[1].id, "name": companies[1].name}

        def work(connection: Any) -> None:
            def conflict(about: _Account, kind: str, fld: str | None, *values: Any, by: str = first, **more: Any) -> None:
                base, theirs, mine = (*values, None, None, None)[:3]
                row = {
                    "id": new_id(),
                    "rv": 8,
                    "tbl": about.table,
                    "record_id": about.id,
                    "kind": kind,
                    "fld": fld,
                    "op_id": new_id(),
                }
                row |= {
                    "base": _json(base),
                    "theirs": _json(theirs),
                    "mine": _json(mine),
                    "theirs_by": by,
                    "theirs_at": self._at(19),
                }
                _insert(connection, "conflict", row | {"mine_by": wait, "mine_at": self._at(2), "state": "open"} | more)

            def parked(about: _Account, fld: str, old: Any, new: Any, **more: Any) -> None:
                row = {"id": new_id(), "rv": 8, "tbl": about.table, "record_id": about.id, "op_id": new_id(), "why": "guarded"}
                row |= {"kind": "set", "fld": fld, "old": _json(old), "new": _json(new), "by_user": first, "for_user": wait}
                _insert(connection, "parked_edit", row | {"made_at": self._at(2.5), "state": "open"} | more)

            asked = f"{first}|{self._at(1)}|我昨天打过这个电话,已经换号了,你的是从哪里来的?"
            conflict(sites[0], "field", "phone", "021 5888 0001", "021 5888 1111", "021 5888 2222", note=asked)
            conflict(sites[0], "field", "street", "马连道路11号", "西城区马连道南街6号院1号楼一层", "马连道路11号3层", by=second)
            conflict(sites[1], "field", "note", "", _LONG_NOTE, _LONG_NOTE[20:], by=third)
            conflict(sites[2], "field", "company_id", companies[0].id, companies[1].id, companies[2].id)
            conflict(sites[3], "field", "phone", "1", "021 6222 1111", "021 6222 3333", mine_by=first, theirs_by=wait)
            conflict(companies[2], "code", "code", None, other, "QQSY", by=second)
            conflict(companies[3], "cycle", "parent_id", None, None, companies[4].id, by=second)
            conflict(companies[5], "merge", None, None, companies[6].id, companies[7].id)
            conflict(companies[8], "duplicate", None, None, companies[9].id, "91110000100000568B", by=third)
            conflict(sites[4], "delete", None, None, None, self._at(20))
            conflict(sites[5], "revived", None, None, self._at(20), None)
            conflict(companies[6], "parent", None, None, companies[0].id, None)
            conflict(sites[6], "claim", None, None, {"by": second, "since": self._at(50)}, None)
            pool = {"id": new_id(), "name": "华东公海", "takes_accounts": 1, "masks_contacts": 0, "asks_reason": 0, "position": 1}
            record_rows.insert(connection, RecordKind.POOL, pool | {"wait_days": 30})
            conflict(sites[10], "rule", "wait_days", None, pool["id"], wait)
            conflict(sites[7], "invalid", "name", sites[7].name, sites[7].name, None)
            parked(sites[8], "owner_id", wait, second)
            parked(sites[0], "owner_id", wait, first, by_user=third)
            parked(companies[4], "legal_name", companies[4].name, "家乐福(中国)管理咨询服务有限公司", why="access")
            parked(sites[9], "owner_id", first, wait, by_user=wait, for_user=first)

        self._write(work)

    def tell_news(self) -> None:
        """Let colleagues have changed customers of the person here."""

        def work(connection: Any) -> None:
            for number, site in enumerate(self.sites[:8]):
                connection.exec_driver_sql("UPDATE site SET owner_id=? WHERE id=?", (self.me, site.id))
                news: list[tuple[str, Any, Any]] = [("phone", site.phone, "021 5888 1111")]
                if number % 2:
                    news.append(("note", None, _LONG_NOTE))
                for fld, old, new in news:
                    row = {"tbl": "site", "pk": site.id, "kind": "set", "fld": fld, "old": _json(old), "new": _json(new), "rv": 8}
                    user = self.colleagues[number % len(self.colleagues)]
                    _insert(connection, "sync_news", row | {"user_id": user, "at": self._at(2 + 9 * number)})

        self._write(work)

    def hold(self) -> None:
        """Let the person here hold some customers, wait for one, and have come too late for another."""

        def work(connection: Any) -> None:
            claims: list[tuple[_Account, dict[str, Any]]] = [
                (
                    self.sites[0],
                    {"state": "held", "term": 1, "granted_at": self._at(40), "expires_at": self._at(-9 * 24), "days": 14},
                ),
                (self.companies[0], {"state": "held", "term": 2, "granted_at": self._at(99), "expires_at": self._at(-20)}),
                (self.sites[8], {"state": "asked", "days": 30}),
                (self.sites[6], {"state": "lost", "held_by": self.colleagues[1], "held_since": self._at(50)}),
            ]
            for about, values in claims:
                row = {
                    "id": new_id(),
                    "rv": 8,
                    "tbl": about.table,
                    "record_id": about.id,
                    "user_id": self.me,
                    "asked_at": self._at(41),
                }
                record_rows.insert(connection, RecordKind.CLAIM, row | values)

        self._write(work)

    def work_on(self) -> None:
        """Let the person here have gone on working: that waits to be sent."""
        from crmdesk.services.accounts import AccountService
        from crmdesk.services.notes import NoteService
        from crmdesk.services.record_key import RecordKey

        accounts = AccountService(self._store)
        for site in self.sites[9:12]:
            accounts.save(RecordKey(RecordKind.SITE, site.id), {"phone": "010 8888 0000", "email": "store@carrefour.example"})
        NoteService(self._store).add(self.sites[10].id, _LONG_NOTE)
        accounts.create_company({"legal_name": "沈阳全球石油化工股份有限公司大连分公司", "code": "SYQQ"})


def _ago(hours: float) -> str:
    return iso_ms(utc_now() - timedelta(hours=hours))


def _accounts(store: Store, table: str, count: int) -> list[_Account]:
    """Return some customers: Chinese names and others in turn, the longest first."""
    name = "legal_name" if table == "company" else "name"
    query = f"""SELECT '{table}', id, {name}, coalesce(phone,'') FROM (
      SELECT *, row_number() OVER (PARTITION BY is_chinese ORDER BY length({name}) DESC, id) + (1-is_chinese)*2 AS place
      FROM (SELECT *, {name} GLOB '*[一-龥]*' AS is_chinese FROM {table} WHERE deleted_at IS NULL AND length({name})<=40))
      ORDER BY place, is_chinese DESC LIMIT ?"""
    with store.read() as connection:
        return [_Account(*row) for row in connection.exec_driver_sql(query, (count,))]


def _insert(connection: Any, table: str, values: Mapping[str, Any]) -> None:
    marks = ",".join("?" * len(values))
    connection.exec_driver_sql(f"INSERT INTO {table}({','.join(values)}) VALUES({marks})", tuple(values.values()))


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def copy_of(path: Path, name: str) -> Path:
    """Return a copy of a closed, unencrypted store beside it, made anew."""
    import shutil

    made = path.with_name(name)
    for left in path.parent.glob(f"{name}*"):
        left.unlink()
    shutil.copyfile(path, made)
    return made
