"""People at their desks with a real centre: each has a login, a laptop's story of batches, and says what he wants in one word a wish."""

import hashlib
import json
from itertools import count
from typing import Any

from psycopg.types.json import Jsonb

from crmdesk.sync.central.wire import push_answer
from crmdesk.sync.protocol import Answer, Batch, Op, PushAnswer
from tests.sync.central_server import CentralDatabase, Connection

MADE_AT = "2026-11-20T08:00:00.000Z"
Row = dict[str, Any]


def id_of(name: str) -> str:
    """Return a record's id from a word."""
    return hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()


def batch_of(no: int, prev: str | None, ops: list[Op], *, id_: str | None = None) -> Batch:
    """Return a batch as a laptop makes it."""
    body = json.dumps([op.wire() for op in ops], ensure_ascii=False)
    name = id_ or id_of(f"batch {no} {body}")
    return Batch(no, name, prev, hashlib.sha256(body.encode()).hexdigest(), body)


class Desk:
    """One person's laptop, as far as the centre can tell."""

    _numbers = count(1)

    def __init__(self, office: "Office", user: str, device: str | None = None) -> None:
        self.office, self.user = office, user
        self.device = device or id_of(f"laptop of {user}")
        self.no = 0
        self.last: str | None = None
        self.tx = id_of(f"tx {user}")

    @property
    def connection(self) -> Connection:
        """The login's connection."""
        return self.office.central.login(self.user)

    def op(  # noqa: PLR0917 - the members of an operation, in their order
        self, tbl: str, pk: str, kind: str, fld: str | None = None, old: Any = None, new: Any = None, seen: int | None = None
    ) -> Op:
        """Return an operation with a fresh id."""
        id_ = id_of(f"op {self.user} {next(self._numbers)}")
        return Op(id_, self.tx, tbl, pk, kind, fld, old, new, self.office.head if seen is None else seen, MADE_AT)

    def send(self, batch: Batch) -> PushAnswer:
        """Call `push` with a batch."""
        row = self.connection.execute(
            "SELECT sync_v1.push(%s, %s, %s, %s, %s, %s)", (self.device, batch.no, batch.id, batch.prev, batch.sha256, batch.body)
        ).fetchone()
        assert row is not None
        return push_answer(row[0])

    def push(self, *ops: Op) -> dict[str, Answer]:
        """Push operations as the next batch; return the answers that are not plainly `applied`, by operation."""
        batch = batch_of(self.no + 1, self.last, list(ops))
        said = self.send(batch)
        assert said.fork is None, said
        self.no, self.last = batch.no, batch.id
        return {answer.op: answer for answer in said.answers}

    def do(  # noqa: PLR0917 - the same
        self, tbl: str, pk: str, kind: str, fld: str | None = None, old: Any = None, new: Any = None, seen: int | None = None
    ) -> str:
        """Push one operation; return `outcome` or `outcome kind-or-why`."""
        op = self.op(tbl, pk, kind, fld, old, new, seen)
        answer = self.push(op).get(op.id)
        if answer is None:
            return "applied"
        info = answer.info or {}
        return " ".join(filter(None, (answer.outcome, info.get("kind"), info.get("why"))))

    def add(self, tbl: str, pk: str, /, **values: Any) -> str:
        """Push an insert; ids stay as given."""
        return self.do(tbl, pk, "ins", new=values)

    def edit(self, tbl: str, pk: str, fld: str, old: Any, new: Any) -> str:
        """Push one changed field."""
        return self.do(tbl, pk, "move" if fld in {"parent_id", "company_id"} else "set", fld, old, new)

    def delete(self, tbl: str, pk: str, seen: int | None = None) -> str:
        """Push a deletion."""
        return self.do(tbl, pk, "del", "deleted_at", None, MADE_AT, seen)

    def merge(self, tbl: str, loser: str, survivor: str | None) -> str:
        """Push a merge, or take it back."""
        return self.do(tbl, loser, "merge", "merged_into", None, survivor)

    def answer(self, tbl: str, pk: str, choice: str, *, seen: Any = None, value: Any = None) -> str:
        """Push the answer to a question."""
        return self.do(tbl, pk, "resolve", choice, seen, value)


class Office:
    """A centre with two teams under one head office: Li and Wang in East, Han in West, Mei their manager, Adam the administrator."""

    EAST, WEST, HEAD = id_of("East"), id_of("West"), id_of("Head office")
    LI, WANG, HAN, MEI, ADAM = map(id_of, ("Li", "Wang", "Han", "Mei", "Adam"))

    def __init__(self, central: CentralDatabase) -> None:
        self.central = central
        central.add_team(self.HEAD)
        central.add_team(self.EAST, self.HEAD)
        central.add_team(self.WEST, self.HEAD)
        for user, team, level in (
            *((self.LI, self.EAST, "rep"), (self.WANG, self.EAST, "rep"), (self.HAN, self.WEST, "rep")),
            *((self.MEI, self.HEAD, "manager"), (self.ADAM, self.HEAD, "admin")),
        ):
            central.add_person(user, team, level)
        self.li, self.wang, self.han, self.mei, self.adam = (
            Desk(self, user) for user in (self.LI, self.WANG, self.HAN, self.MEI, self.ADAM)
        )

    @property
    def head(self) -> int:
        """The newest commit."""
        row = self.central.owner.execute("SELECT n FROM sync.stream WHERE id=0").fetchone()
        assert row is not None
        return int(row[0])

    def row(self, tbl: str, pk: str) -> Row:
        """Return a record as the centre has it; empty when there is none."""
        found = self.central.owner.execute("SELECT sync.get_row(%s, %s)", (tbl, pk)).fetchone()
        assert found is not None
        return found[0] or {}

    def all(self, tbl: str, **where: Any) -> list[Row]:
        """Return rows of `crm` with these values."""
        tests = " AND ".join("to_jsonb(t)->%s IS NOT DISTINCT FROM %s::jsonb" for _ in where) or "true"
        values = [part for name, value in where.items() for part in (name, Jsonb(value))]
        rows = self.central.owner.execute(f"SELECT to_jsonb(t) FROM crm.{tbl} t WHERE {tests} ORDER BY rv, 1".encode(), values)
        return [row for (row,) in rows.fetchall()]

    def company(self, name: str, desk: "Desk | None" = None, **values: Any) -> str:
        """Add a company by somebody, by default Li; return its id."""
        assert (desk or self.li).add("company", id_of(name), kind="legal_entity", legal_name=name, **values) == "applied"
        return id_of(name)

    def site(self, name: str, company: str, desk: "Desk | None" = None, **values: Any) -> str:
        """Add a site by somebody, by default Li; return its id."""
        assert (desk or self.li).add("site", id_of(name), company_id=company, name=name, status="fighting", **values) == "applied"
        return id_of(name)

    def activity(self, name: str, site: str, desk: "Desk | None" = None) -> str:
        """Add an activity by somebody, by default Li; return its id."""
        values = {"site_id": site, "kind": "note", "happened_at": MADE_AT, "text": name}
        assert (desk or self.li).add("activity", id_of(name), **values) == "applied"
        return id_of(name)

    def questions(self, record: str, kind: str | None = None) -> list[Row]:
        """Return the open conflicts on a record."""
        found = self.all("conflict", record_id=record, state="open")
        return [row for row in found if kind in (None, row["kind"])]

    def parked(self, record: str) -> list[Row]:
        """Return the open waiting edits on a record."""
        return self.all("parked_edit", record_id=record, state="open")
