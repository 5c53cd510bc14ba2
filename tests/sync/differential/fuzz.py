"""Operations no program would send, and those it would, at random: what both centres make of each must be the same."""

import hashlib
import json
from collections.abc import Sequence
from random import Random
from typing import Any, Final

from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.protocol import VERSION, Batch, Choice, Greeting, Op
from tests.sync.differential.pair import PairedHub
from tests.sync.twin import tree
from tests.sync.twin.state import Row, State, fields_of

USERS: Final = ("ua", "ub", "um", "ux")
MADE: Final = (
    "company",
    "site",
    "contact",
    "position",
    "activity",
    "unit",
    "extra_address",
    "collaborator",
    "claim",
    "pair_verdict",
)
CHASED: Final = (
    *("lead", "lead", "claim", "claim", "claim", "claim", "follow_up", "qualification", "qualification_answer", "conversion"),
    *("pool", "pool_member", "pool_member", "site", "activity", "position"),
)
"""What leads, pools and claims are made of."""
ODD: Final[tuple[Any, ...]] = (
    None,
    "",
    1,
    1.5,
    -7,
    True,
    [],
    {"a": 1},
    "x",
    "长" * 300,
    "\u0000",
    "e\u0301",
    "C1",
    "ua",
    "no",
    10**20,
)
REQUIRED: Final[dict[str, dict[str, Any]]] = {
    "company": {"legal_name": "n", "kind": "legal"},
    "site": {"name": "n", "status": "lead"},
    "contact": {"name": "n"},
    "position": {"is_main": 0},
    "activity": {"kind": "note", "happened_at": "2026-11-23T08:00:00.000Z", "text": "t"},
    "unit": {"name": "n"},
    "extra_address": {"use": "mail"},
    "collaborator": {"access": "write", "reason": "works_on"},
    "claim": {"tbl": "site", "state": "asked", "asked_at": "2026-11-23T08:00:00.000Z"},
    "lead": {"company_name": "n", "status": "new", "is_locked": 0},
    "follow_up": {"kind": "call", "happened_at": "2026-11-23T08:00:00.000Z", "text": "t"},
    "qualification": {"set_id": "bant", "started_at": "2026-11-23T08:00:00.000Z"},
    "qualification_answer": {"criterion_id": "budget"},
    "conversion": {"converted_at": "2026-11-23T08:00:00.000Z"},
    "pool": {"name": "n", "takes_accounts": 1, "masks_contacts": 0, "asks_reason": 0, "position": 0},
    "pool_member": {"role": "member"},
    "pair_verdict": {"record_kind": "site", "verdict": "distinct", "decided_at": "2026-11-23T08:00:00.000Z"},
}


class Fuzz:
    """Pushes random operations of random people into both centres."""

    def __init__(self, hub: PairedHub, seed: int, made: Sequence[str] = MADE) -> None:
        self.hub = hub
        self.made = made
        self.random = Random(seed)
        self.story: dict[str, tuple[int, str | None]] = {}
        for user in USERS:
            device = f"fuzz {seed} {user}"
            hub.login(user).hello(Greeting(device, "fuzz", VERSION, 0, 0))
            self.story[user] = (0, None)
        self.seed = seed

    @property
    def state(self) -> State:
        """The twin's state."""
        return self.hub.state

    def push(self, count: int = 1) -> None:
        """Send some operations of one person."""
        user = self.random.choice(USERS)
        self.push_as(user, [self.operation(user) for _ in range(count)])

    def push_as(self, user: str, operations: Sequence[Op]) -> None:
        """Send operations of a person, operation by operation in one batch."""
        body = json.dumps([one.wire() for one in operations])
        no, last = self.story[user]
        batch = Batch(no + 1, self.id(), last, hashlib.sha256(body.encode()).hexdigest(), body)
        answer = self.hub.login(user).push(f"fuzz {self.seed} {user}", batch)
        if answer.fork is None:
            self.story[user] = (batch.no, batch.id)

    def id(self) -> str:
        """Return a random id."""
        return f"{self.random.getrandbits(128):032x}"

    def operation(self, user: str) -> Op:
        """Return any operation."""
        kind = self.random.choices(("ins", "set", "move", "del", "merge", "resolve", "strange"), (20, 34, 10, 12, 10, 22, 1))[0]
        made = {"ins": self.insert, "resolve": self.resolve, "strange": self.strange}.get(kind)
        table, pk, kind, fld, old, new = made(user) if made is not None else self.change(kind)
        return self.op((table, pk, kind, fld, old, new))

    def op(self, parts: tuple[Any, ...]) -> Op:
        """Return an operation of table, id, kind, field, old and new."""
        table, pk, kind, fld, old, new = parts
        rv = self.random.choice((None, 0, self.state.n, self.random.randint(0, self.state.n)))
        return Op(self.id(), "tx", table, pk, kind, fld, old, new, rv, "2030-01-01T00:00:00.000Z")

    def any(self, table: str) -> Row | None:
        """Return any record of a table."""
        rows = list(self.state.rows[table].values())
        return self.random.choice(rows) if rows else None

    def any_id(self, table: str) -> str:
        """Return the id of any record, now and then of none."""
        row = self.any(table)
        return "nobody" if row is None or self.random.random() < 0.03 else str(row["id"])

    def value(self, table: str, field: str) -> Any:
        """Return a value for a field, mostly one that fits."""
        parent = tree.FOLLOWED.get((table, field))
        if parent is not None and self.random.random() < 0.9:
            return self.any_id(parent)
        if field in {"owner_id", "user_id"} and self.random.random() < 0.9:
            return self.random.choice((*USERS, None))
        known: dict[str, tuple[Any, ...]] = {
            "state": ("released", "held", "asked"),
            "team_id": ("tr", "ta", "tb", "tc", "ua", "0" * 32, None, self.any_id("pool")),
            "code": ("C1", "C2", "C3", None, ""),
            "credit_code": ("C1", "C2", "C3", None, ""),
            "pool_id": (self.any_id("pool"), None),
            "from_pool_id": (self.any_id("pool"), None),
            "former_owner_id": (*USERS, None),
            "held_limit": (None, 0, 1, 3),
            "daily_claims": (0, 1, 1, 10**17),
            "wait_days": (None, -1, 0, 1, 30, 10**17),
        }
        if field in known:
            return self.random.choice(known[field])
        return self.random.choice(ODD) if self.random.random() < 0.25 else f"v{self.random.randrange(1000)}"

    def insert(self, user: str) -> tuple[Any, ...]:
        """Return the parts of an insert."""
        return self.insert_into(self.random.choice((*self.made, *self.made, "app_user", "team")), user)

    def insert_into(self, table: str, user: str) -> tuple[Any, ...]:
        """Return the parts of an insert into a table."""
        values = dict(REQUIRED.get(table, {"name": "n"}))
        for (child, column), parent in tree.FOLLOWED.items():
            if child == table and self.random.random() < 0.9:
                values[column] = self.any_id(parent)
        if table == "collaborator" and self.random.random() < 0.8:
            values.pop(self.random.choice(("site_id", "company_id")), None)
        if table == "claim":
            chased = self.random.choice(("site", "lead")) if "lead" in self.made else "site"
            values.update(tbl=chased, record_id=self.any_id(chased), user_id=self.random.choice((user, user, "ub")))
        if table == "pair_verdict":
            values.update(left_id=self.any_id("site"), right_id=self.any_id("site"))
        values |= self.of_pools(table, user)
        if table in {"collaborator", "pool_member"}:
            values["user_id"] = self.random.choice(USERS)
        for _ in range(self.random.choice((0, 0, 1, 2))):
            field = self.random.choice((*fields_of(table), "team_id", "colour"))
            values[field] = self.value(table, field)
        pk = self.any_id(table) if self.random.random() < 0.05 else self.id()
        return table, pk, "ins", None, None, {name: value for name, value in values.items() if value is not None}

    def of_pools(self, table: str, user: str) -> dict[str, Any]:
        """Return a pool's rule, a member's role, or what makes a lead or site wait in a pool; nothing for other tables."""
        if table == "pool":
            rule = self.random.choice(("held_limit", "daily_claims", "wait_days"))
            return {rule: self.value(table, rule)}
        if table == "pool_member" and self.random.random() < 0.3:
            return {"role": "administrator"}
        if table not in {"lead", "site"} or self.any("pool") is None or self.random.random() < 0.3:
            return {}
        former, since = (None, user), (None, "2026-11-23T08:00:00.000Z", "2031-01-01T00:00:00.000Z")
        return {
            "pool_id": self.any_id("pool"),
            "former_owner_id": self.random.choice(former),
            "pooled_at": self.random.choice(since),
        }

    def claim_waiting(self, user: str) -> None:
        """Send a lead that waits in a pool and a person's claim of it in one batch, as the rules of the pool are about."""
        lead = self.id()
        waits = {**REQUIRED["lead"], **self.of_pools("lead", user), "pool_id": self.any_id("pool")}
        claim = {**REQUIRED["claim"], "tbl": "lead", "record_id": lead, "user_id": user}
        made = (("lead", lead, waits), ("claim", self.id(), claim))
        parts = [
            (table, pk, "ins", None, None, {key: one for key, one in values.items() if one is not None})
            for table, pk, values in made
        ]
        self.push_as(user, [self.op(one) for one in parts])

    def change(self, kind: str) -> tuple[Any, ...]:
        """Return the parts of a change of any record."""
        table = self.random.choice(
            ("company", "site", "contact") if kind == "merge" else (*self.made, "company", "site", "site", "team", "app_user")
        )
        row = self.any(table)
        pk = "nobody" if row is None else row["id"]
        if kind == "del":
            new = self.random.choice(("2026-11-23T09:00:00.000Z", "2026-11-23T09:00:00.000Z", None))
            return table, pk, kind, "deleted_at", None, new
        if kind == "merge":
            return table, pk, kind, "merged_into", None, self.random.choice((self.any_id(table), self.any_id(table), None))
        columns = [column for owner, column in tree.PARENTS if owner == table] if kind == "move" else []
        field = self.random.choice(columns or (*fields_of(table), "team_id", "owner_id"))
        present = None if row is None else row.get(field)
        old = present if self.random.random() < 0.7 else self.value(table, field)
        if isinstance(old, str) and self.random.random() < 0.1:
            old = {"sha256": hashlib.sha256(old.encode()).hexdigest()}
        return table, pk, kind, field, old, self.value(table, field)

    def resolve(self, user: str) -> tuple[Any, ...]:
        """Return the parts of an answer to a question."""
        del user
        table = self.random.choice(("conflict", "conflict", "parked_edit"))
        waiting = [row for row in self.state.rows[table].values() if row["state"] == "open"]
        row = self.random.choice(waiting) if waiting and self.random.random() < 0.95 else self.any(table)
        choice = self.random.choice((*Choice, "accept" if table == "parked_edit" else "mine", "nonsense"))
        if row is None:
            return table, "nobody", "resolve", str(choice), None, None
        record = self.state.rows.get(row["tbl"], {}).get(row["record_id"])
        old = None if record is None or not row["fld"] else record.get(row["fld"])
        new: Any = "why?" if choice == "ask" else None
        if choice == "mine" and table == "conflict":
            new = None if row["mine"] is None else json.loads(row["mine"])
        elif choice == "other":
            new = self.value(row["tbl"], row["fld"] or "note")
        return table, row["id"], "resolve", str(choice), old if self.random.random() < 0.85 else "other", new

    def strange(self, user: str) -> tuple[Any, ...]:
        """Return the parts of an operation that means nothing here."""
        del user
        table = self.random.choice((*PULL_ORDER, "order", "sync_op"))
        kind = self.random.choice(("set", "ins", "resolve", "erase", "del", "merge"))
        return (
            table,
            self.id(),
            kind,
            self.random.choice(("colour", "id", "rv", "deleted_at", None)),
            None,
            self.random.choice(("x", None)),
        )
