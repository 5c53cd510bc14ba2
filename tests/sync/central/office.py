"""An organisation at the centre for tests of access: rows are laid in as `push` would, each call one commit with its reach derived."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from crmdesk.sync.central import wire
from crmdesk.sync.fields import site_children
from crmdesk.sync.protocol import VERSION, Greeting, Mark, Page, Place, Welcome
from tests.sync.central_server import CentralDatabase, Connection

DEVICE: Final = "d" * 32
REQUIRED: Final[dict[str, dict[str, Any]]] = {
    "company": {"kind": "legal_entity", "legal_name": "公司"},
    "site": {"name": "地点", "status": "fighting"},
    "contact": {"name": "张三"},
    "position": {"is_main": 0},
    "activity": {"kind": "note", "happened_at": "2026-11-01T08:00:00.000Z", "text": "跟进"},
    "unit": {"name": "3F"},
    "extra_address": {"use": "billing"},
    "collaborator": {"access": "read", "reason": "added"},
    "claim": {"tbl": "site", "state": "held", "asked_at": "2026-11-01T08:00:00.000Z"},
    "conflict": {"tbl": "site", "kind": "field", "op_id": "o", "state": "open"},
    "parked_edit": {"tbl": "site", "kind": "set", "op_id": "o", "why": "access", "state": "open"},
    "pool": {"name": "公海"},
    "pool_member": {"pool_id": "p", "user_id": "u", "role": "member"},
    "stage": {"name": "报价"},
    "criteria_set": {"name": "BANT"},
    "criterion": {"set_id": "s", "name": "预算"},
    "opportunity": {"name": "冷柜", "stage_id": "s"},
    "opportunity_contact": {"opportunity_id": "o", "contact_id": "c"},
    "lead": {"company_name": "线索", "status": "new", "is_locked": 0},
    "follow_up": {"lead_id": "l", "kind": "note", "happened_at": "2026-11-01T08:00:00.000Z", "text": "跟进"},
    "qualification": {"lead_id": "l", "set_id": "s", "started_at": "2026-11-01T08:00:00.000Z"},
    "qualification_answer": {"qualification_id": "q", "criterion_id": "c"},
    "conversion": {"lead_id": "l", "company_id": "c", "site_id": "s", "converted_at": "2026-11-01T08:00:00.000Z"},
}

Row = tuple[str, str, Mapping[str, Any]]
"""Table, id, and the columns to write."""


def id_of(name: str) -> str:
    """Return an id of 32 characters that can be read in a failure."""
    return f"{name:0<32}"


class Office:
    """A centre, and ways to put records into it without a laptop."""

    def __init__(self, central: CentralDatabase) -> None:
        self.central = central
        self.n = 0

    def commit(self, *rows: Row, touched: Sequence[Sequence[Any]] = (), leave: Sequence[tuple[str, str, str]] = ()) -> int:
        """Write rows in one commit; `touched` names old parents as `push` does, `leave` is (team, table, id). Returns the number."""
        owner = self.central.owner
        with owner.transaction():
            found = owner.execute("UPDATE sync.stream SET n = n + 1 WHERE id = 0 RETURNING n").fetchone()
            assert found is not None
            self.n = int(found[0])
            owner.execute(
                "INSERT INTO sync.commit (stream_id, n, batch_id, user_id) VALUES (0, %s, md5(%s::text), 'u')", (self.n, self.n)
            )
            for table, id_, values in rows:
                self._put(table, id_, values)
            for team, table, id_ in leave:
                owner.execute(
                    "INSERT INTO sync.leave VALUES (0, %s, %s, %s, %s) ON CONFLICT DO NOTHING", (self.n, team, table, id_)
                )
            owner.execute("SELECT sync.derive_access(%s, %s)", (self.n, json.dumps([list(one) for one in touched])))
        return self.n

    def _put(self, table: str, id_: str, values: Mapping[str, Any]) -> None:
        owner = self.central.owner
        if owner.execute(f"SELECT 1 FROM crm.{table} WHERE id = %s".encode(), (id_,)).fetchone() is None:
            values = {**REQUIRED.get(table, {}), **values}
            names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
            owner.execute(
                f"INSERT INTO crm.{table} (id, rv, {names}) VALUES (%s, %s, {marks})".encode(), (id_, self.n, *values.values())
            )
            return
        settings = ", ".join(f"{name} = %s" for name in ("rv", *values))
        owner.execute(f"UPDATE crm.{table} SET {settings} WHERE id = %s".encode(), (self.n, *values.values(), id_))

    def move_site(self, site: str, team: str) -> int:
        """Give a site, with what hangs on it, to another team."""
        rows: list[Row] = []
        leave: list[tuple[str, str, str]] = []
        for table, column in (("site", "id"), *site_children()):
            found = self.central.owner.execute(
                f"SELECT id, team_id FROM crm.{table} WHERE {column} = %s".encode(), (site,)
            ).fetchall()
            for id_, old in found:
                if old != team:
                    rows.append((table, id_, {"team_id": team}))
                    leave.append((old, table, id_))
        return self.commit(*rows, leave=leave)

    def value(self, query: str, *values: Any) -> Any:
        """Return one value, as the superuser sees it."""
        row = self.central.owner.execute(query.encode(), values).fetchone()
        return None if row is None else row[0]


class Laptop:
    """One person's line to the centre, as the program uses it, with the rows it has collected."""

    def __init__(self, connection: Connection, device: str = DEVICE) -> None:
        self.connection = connection
        self.device = device

    def hello(self, *, cursor: int = 0, version: int = VERSION, marks: tuple[Mark, ...] = ()) -> Welcome:
        """Say hello."""
        greeting = Greeting(self.device, "laptop", version, 0, cursor, marks)
        return wire.welcome(self._ask("select sync_v1.hello(%s::jsonb)", wire.greeting_json(greeting)))

    def pull(
        self, teams: Sequence[str], cursor: int = 0, upto: int | None = None, after: Place | None = None, limit: int = 5000
    ) -> Page:
        """Ask for one page."""
        query = "select sync_v1.pull(%s::text, %s::text[], %s::bigint, %s::bigint, %s::jsonb, %s::int)"
        return wire.page(self._ask(query, self.device, list(teams), cursor, upto, wire.place_json(after), limit))

    def enter(self, team: str, upto: int, after: Place | None = None, limit: int = 5000) -> Page:
        """Ask for one page of a new team."""
        query = "select sync_v1.enter(%s::text, %s::text, %s::bigint, %s::jsonb, %s::int)"
        return wire.page(self._ask(query, self.device, team, upto, wire.place_json(after), limit))

    def reload(self, teams: Sequence[str], *records: tuple[str, str]) -> Page:
        """Ask for single records."""
        query = "select sync_v1.reload(%s::text, %s::text[], %s::jsonb)"
        return wire.page(self._ask(query, self.device, list(teams), wire.records_json(records)))

    def _ask(self, query: str, *values: Any) -> Any:
        row = self.connection.execute(query.encode(), values).fetchone()
        assert row is not None
        return json.loads(row[0]) if isinstance(row[0], str) else row[0]

    def pull_all(self, teams: Sequence[str], cursor: int = 0, limit: int = 5000) -> tuple[list[Page], list[tuple[str, str]]]:
        """Pull to the end; return the pages and every (table, id) in the order it came."""
        pages: list[Page] = []
        upto, after = None, None
        while True:
            page = self.pull(teams, cursor, upto, after, limit)
            assert not page.stale
            pages.append(page)
            upto, after = page.head, page.next
            if after is None:
                return pages, [key for one in pages for key in keys_of(one)]


def keys_of(page: Page) -> list[tuple[str, str]]:
    """Return (table, id) of every record of a page."""
    return [
        (table, row[page.columns[table].index("id")]) for table, rows in page.rows.items() if table != "reach" for row in rows
    ]


def reach_of(page: Page) -> set[tuple[Any, ...]]:
    """Return the reach rows of a page."""
    return {tuple(row) for row in page.rows.get("reach", ())}
