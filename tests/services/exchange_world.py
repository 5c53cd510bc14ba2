"""A laptop as the exchange leaves it: connected, with conflicts, waiting edits, news and claims in the tables the models describe."""

import json
from typing import Any

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

COLLEAGUE = "韩梅梅"
AT = "2026-11-22T08:00:00.000Z"
LATER = "2026-11-22T09:30:00.000Z"


class ExchangeWorld:
    """Writes what the engine would write."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.colleague = new_id()
        with store.unit_of_work() as uow:
            record_rows.insert(uow.connection, RecordKind.USER, {"id": self.colleague, "name": COLLEAGUE})
            self.me = str(record_rows.current_user(uow.connection))
            uow.commit()

    def connect(self) -> None:
        """Make the store one with a centre that has everything up to now."""
        setting = json.dumps({"hosts": [["centre.example", 5432]], "database": "crm", "user": "lilei"})
        self.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('centre',?)", setting)
        self.everything_arrives()

    def everything_arrives(self) -> None:
        """Let the centre have and send back all that was done so far."""
        self.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('sent_seq',(SELECT coalesce(max(seq),0) FROM sync_op))")
        self.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('last_exchange_at',?)", AT)
        self.run("UPDATE sync_op SET outcome='applied', n=7, batch_no=1 WHERE outcome IS NULL")
        for table in ("company", "site", "contact", "position", "activity", "claim"):
            self.run(f"UPDATE {table} SET rv=7")

    def leave_on_its_way(self) -> None:
        """Put all that waits into a batch that is not answered."""
        self.run(
            """INSERT INTO sync_batch(device_id,no,id,sha256,first_seq,last_seq)
               SELECT 'd', 2, 'b2', 's', min(seq), max(seq) FROM sync_op WHERE outcome IS NULL"""
        )
        self.run("UPDATE sync_op SET batch_no=2 WHERE outcome IS NULL")
        self.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('sent_seq',(SELECT max(seq) FROM sync_op))")

    def run(self, statement: str, *values: Any) -> None:
        """Write as the exchange writes: nothing is logged."""
        with self.store.unit_of_work() as uow:
            uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
            uow.connection.exec_driver_sql(statement, values)
            uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='applying'")
            uow.commit()

    def conflict(
        self, key: RecordKey, field: str | None, base: Any = None, theirs: Any = None, mine: Any = None, **more: Any
    ) -> str:
        """Add an open conflict: the colleague was first, mine waits."""
        values = {
            "id": new_id(),
            "rv": 8,
            "tbl": key.kind.value,
            "record_id": key.id,
            "kind": "field",
            "fld": field,
            "op_id": new_id(),
            "base": _json(base),
            "theirs": _json(theirs),
            "mine": _json(mine),
            "theirs_by": self.colleague,
            "theirs_at": AT,
            "mine_by": self.me,
            "mine_at": LATER,
            "state": "open",
            **more,
        }
        self._insert("conflict", values)
        return str(values["id"])

    def parked(self, key: RecordKey, field: str | None, old: Any = None, new: Any = None, **more: Any) -> str:
        """Add a waiting edit of the colleague that I decide."""
        values = {
            "id": new_id(),
            "rv": 8,
            "tbl": key.kind.value,
            "record_id": key.id,
            "op_id": new_id(),
            "why": "guarded",
            "kind": "set",
            "fld": field,
            "old": _json(old),
            "new": _json(new),
            "by_user": self.colleague,
            "made_at": AT,
            "for_user": self.me,
            "state": "open",
            **more,
        }
        self._insert("parked_edit", values)
        return str(values["id"])

    def news(self, key: RecordKey, field: str | None, old: Any = None, new: Any = None, **more: Any) -> None:
        """Add one change the colleague made."""
        values = {
            "tbl": key.kind.value,
            "pk": key.id,
            "kind": "set",
            "fld": field,
            "old": _json(old),
            "new": _json(new),
            "rv": 8,
            "user_id": self.colleague,
            "at": AT,
            **more,
        }
        self._insert("sync_news", values)

    def _insert(self, table: str, values: dict[str, Any]) -> None:
        self.run(f"INSERT INTO {table}({','.join(values)}) VALUES({','.join('?' * len(values))})", *values.values())

    def value(self, key: RecordKey, field: str) -> Any:
        """Return what the record holds on this laptop."""
        with self.store.read() as connection:
            row = record_rows.fetch(connection, key.kind, key.id)
            return None if row is None else row[field]

    def answers(self) -> list[tuple[Any, ...]]:
        """Return (table, question, choice, old, new, seen_rv) of every answer in the log."""
        with self.store.read() as connection:
            rows = connection.exec_driver_sql("SELECT tbl,pk,fld,old,new,seen_rv FROM sync_op WHERE kind='resolve' ORDER BY seq")
            return [tuple(row) for row in rows]


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
