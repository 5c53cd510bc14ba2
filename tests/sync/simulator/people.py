"""What people do at their laptops: changes of rows, and the operations that the triggers log for them."""

import hashlib
import json
from collections.abc import Callable
from random import Random
from typing import Any, Final

from crmdesk.sync.protocol import Op, OpKind
from tests.sync.simulator.disk import Disk, Edit, Row
from tests.sync.twin import tree
from tests.sync.twin.state import fields_of

TEXTS: Final = {
    "company": ("phone", "note", "legal_name", "credit_code", "code"),
    "site": ("phone", "note", "name", "code", "status"),
    "contact": ("mobile", "note", "name"),
    "activity": ("text",),
    "position": ("title",),
    "unit": ("note",),
}
CODES: Final = ("C1", "C2", "C3")
USERS: Final = ("ua", "ub", "um", "ux")
TEAMS: Final = ("tr", "ta", "tb", "tc")


class Hand:
    """One person's hand at one laptop for one transaction."""

    def __init__(self, disk: Disk, random: Random, now: str) -> None:
        self.disk = disk
        self.random = random
        self.now = now
        self.made: list[Op] = []
        self.tx = self.id()

    def id(self) -> str:
        """Return a random id."""
        return f"{self.random.getrandbits(128):032x}"

    def rows(self, table: str) -> list[Row]:
        """Return what the person sees in a table."""
        return [row for row in self.disk.rows[table].values() if row["deleted_at"] is None]

    def one(self, table: str) -> Row | None:
        """Return one of them, mostly one that the program lets the person change."""
        rows = self.rows(table)
        if self.random.random() < 0.85:
            rows = [row for row in rows if self.may_write(table, row)]
        return self.random.choice(rows) if rows else None

    def any(self, table: str) -> Row | None:
        """Return one that the person sees."""
        rows = self.rows(table)
        return self.random.choice(rows) if rows else None

    def may_write(self, table: str, row: Row) -> bool:
        """Whether the laptop takes the person to have the right."""
        writes = self.disk.writes
        return row["rv"] == 0 or row["team_id"] in writes or any(self.disk.reach.get((team, table, row["id"])) for team in writes)

    def log(  # noqa: PLR0917 - an operation's own parts
        self, table: str, pk: str, kind: str, fld: str | None, old: Any, new: Any, rv: int | None
    ) -> None:
        """Put an operation into the outbox."""
        if isinstance(old, str) and len(old) > 1024:
            old = {"sha256": hashlib.sha256(old.encode()).hexdigest()}
        op = Op(operation_id(self), self.tx, table, pk, kind, fld, old, new, rv, self.now)
        self.made.append(op)
        self.disk.edits.append(Edit(op))

    def set(self, table: str, row: Row, **values: Any) -> None:
        """Change fields of a row."""
        for name, value in values.items():
            if row.get(name) != value:
                kind = {"deleted_at": "del", "merged_into": "merge", "parent_id": "move", "company_id": "move"}.get(name, "set")
                self.log(table, row["id"], kind, name, row.get(name), value, row["rv"])
                row[name] = value

    def add(self, table: str, **values: Any) -> Row:
        """Add a row."""
        row: Row = {**dict.fromkeys(fields_of(table)), "id": self.id(), "team_id": None, "rv": 0, "deleted_at": None}
        row.update(merged_into=None, extra="{}", **{name: value for name, value in values.items() if name in fields_of(table)})
        row["team_id"] = values.get("team_id")
        self.disk.rows[table][row["id"]] = row
        self.log(table, row["id"], OpKind.INSERT, None, None, {k: v for k, v in values.items() if v is not None}, None)
        return row

    def word(self) -> str:
        """Return a new text, now and then one that others type too, or a long one."""
        chance = self.random.random()
        if chance < 0.15:
            return self.random.choice(("yes", "no"))
        return f"w{self.random.getrandbits(40):x}" + ("长" * 1025 if chance > 0.97 else "")


def operation_id(hand: Hand) -> str:
    """Return the id of a new operation: random, so that a restored laptop never uses one again."""
    return hand.id()


def set_text(hand: Hand) -> None:
    """Type into a field."""
    table = hand.random.choice(("company", "company", "site", "site", "site", "contact", "activity", "position"))
    row = hand.one(table)
    if row is not None:
        field = hand.random.choice(TEXTS[table])
        coded = field in {"code", "credit_code"}
        value = hand.random.choice((*CODES, None)) if coded else hand.word()
        if field == "name" and hand.random.random() < 0.05:
            value = None
        hand.set(table, row, **{field: value})


def add_account(hand: Hand) -> None:
    """Add a company or a site, now and then with fields that only a newer centre knows."""
    company = hand.any("company")
    above = None if company is None or hand.random.random() < 0.3 else company["id"]
    code = hand.random.choice((*CODES, None, None, None))
    beside = {"colour": hand.word()} if hand.disk.version > 3 else {}
    owner = hand.random.choice((hand.disk.user, hand.disk.user, None, hand.random.choice(USERS)))
    if hand.random.random() < 0.4 or above is None:
        hand.add("company", legal_name=hand.word(), kind="legal", parent_id=above, code=code, owner_id=owner, **beside)
    else:
        hand.add("site", name=hand.word(), company_id=above, status="lead", code=code, owner_id=owner, **beside)


def add_to_site(hand: Hand) -> None:
    """Write a note, add a floor, a person or a colleague to a site."""
    site = hand.one("site")
    if site is None:
        return
    what = hand.random.random()
    if what < 0.5:
        hand.add("activity", site_id=site["id"], kind="note", happened_at=hand.now, text=hand.word(), author_id=hand.disk.user)
    elif what < 0.6:
        hand.add("unit", site_id=site["id"], name=hand.word())
    elif what < 0.8:
        contact = hand.one("contact") if hand.random.random() < 0.6 else hand.add("contact", name=hand.word())
        if contact is not None:
            hand.add("position", site_id=site["id"], contact_id=contact["id"], is_main=0, title=hand.word())
    else:
        where: dict[str, Any] = {"site_id": site["id"]}
        company = hand.one("company")
        if hand.random.random() < 0.3 and company is not None:
            where = {"company_id": company["id"]}
        access = hand.random.choice(("read", "write"))
        hand.add("collaborator", user_id=hand.random.choice(USERS), access=access, reason="works_on", **where)


def move(hand: Hand) -> None:
    """Hang something elsewhere."""
    table, column = hand.random.choice(
        (("company", "parent_id"), ("company", "parent_id"), ("site", "company_id"), ("activity", "site_id"))
    )
    row, above = hand.one(table), hand.any(tree.PARENTS[table, column])
    if row is None or above is None or above["id"] == row["id"]:
        return
    if table != "company" or not _below(hand, row["id"], above["id"]):
        hand.set(table, row, **{column: above["id"]})


def _below(hand: Hand, top: str, id_: str | None) -> bool:
    """Whether the program itself would refuse the move: a company under its own subtree as this laptop sees it."""
    seen: set[str] = set()
    while id_ is not None and id_ not in seen:
        if id_ == top:
            return True
        seen.add(id_)
        row = hand.disk.rows["company"].get(id_)
        id_ = None if row is None else row["parent_id"]
    return False


def hand_over(hand: Hand) -> None:
    """Give an account another owner, or another team."""
    table = hand.random.choice(("company", "site"))
    row = hand.one(table)
    if row is not None:
        if hand.random.random() < 0.8:
            hand.set(table, row, owner_id=hand.random.choice((*USERS, None)))
        else:
            hand.set(table, row, team_id=hand.random.choice(TEAMS))


def delete(hand: Hand) -> None:
    """Delete a record, or take a deletion back."""
    table = hand.random.choice(("company", "site", "contact", "activity", "position", "collaborator"))
    gone = [row for row in hand.disk.rows[table].values() if row["deleted_at"] is not None and not row["merged_into"]]
    row = hand.random.choice(gone) if gone and hand.random.random() < 0.5 else hand.one(table)
    if row is not None:
        hand.set(table, row, deleted_at=hand.now if row["deleted_at"] is None else None)


def merge(hand: Hand) -> None:
    """Merge two records as the program does: values chosen, the other buried, its children moved; or take a merge back."""
    table = hand.random.choice(("company", "site", "contact"))
    merged = [row for row in hand.disk.rows[table].values() if row["merged_into"]]
    if merged and hand.random.random() < 0.3:
        row = hand.random.choice(merged)
        hand.set(table, row, deleted_at=None, merged_into=None)
        return
    loser, survivor = hand.one(table), hand.one(table)
    if loser is None or survivor is None or loser["id"] == survivor["id"]:
        return
    if table == "company" and _below(hand, loser["id"], survivor["id"]):
        hand.set(table, survivor, parent_id=loser["parent_id"])
    if hand.random.random() < 0.5:
        hand.set(table, survivor, note=hand.word())
    if table != "contact" and loser["code"]:
        code = loser["code"]
        hand.set(table, loser, code=survivor["code"])
        hand.set(table, survivor, code=code)
    hand.set(table, loser, deleted_at=hand.now, merged_into=survivor["id"])
    for (child, column), parent in tree.FOLLOWED.items():
        for row in hand.rows(child) if parent == table else ():
            if row[column] == loser["id"] and row["id"] != survivor["id"]:
                hand.set(child, row, **{column: survivor["id"]})


def claim(hand: Hand) -> None:
    """Claim a site, or give it back."""
    mine = [row for row in hand.rows("claim") if row["user_id"] == hand.disk.user and row["state"] in {"asked", "held"}]
    site = hand.any("site")
    if mine and hand.random.random() < 0.4:
        hand.set("claim", hand.random.choice(mine), state="released")
    elif site is not None:
        days = hand.random.choice((None, 3))
        values = {"user_id": hand.disk.user, "state": "asked", "asked_at": hand.now, "days": days}
        hand.add("claim", tbl="site", record_id=site["id"], **values)


def settle(hand: Hand) -> None:
    """Answer a question, or decide a waiting edit."""
    conflicts = [row for row in hand.rows("conflict") if row["state"] == "open"]
    parked = [row for row in hand.rows("parked_edit") if row["state"] == "open"]
    if parked and (not conflicts or hand.random.random() < 0.3):
        row = hand.random.choice(parked)
        choice = hand.random.choice(("accept", "dismiss", "ask"))
        hand.log("parked_edit", row["id"], OpKind.RESOLVE, choice, None, "why?" if choice == "ask" else None, row["rv"])
        row["state"] = {"accept": "accepted", "dismiss": "dismissed"}.get(choice, "open")
    elif conflicts:
        _answer(hand, hand.random.choice(conflicts))


def _answer(hand: Hand, question: Row) -> None:
    choice = hand.random.choice(("keep", "mine", "other", "ask"))
    record = hand.disk.rows[question["tbl"]].get(question["record_id"])
    seen = None if record is None or not question["fld"] else record.get(question["fld"])
    new: Any = None
    if choice == "ask":
        new = "why?"
    elif record is not None and question["fld"] and choice in {"mine", "other"}:
        new = _chosen(hand, question, choice)
        if question["kind"] in {"field", "code", "invalid"}:
            record[question["fld"]] = new
    hand.log("conflict", question["id"], OpKind.RESOLVE, choice, seen, new, question["rv"])
    if choice != "ask":
        question["state"], question["choice"] = "settled", choice


def _chosen(hand: Hand, question: Row, choice: str) -> Any:
    if choice == "mine" or question["fld"] in {"parent_id", "company_id", "site_id", "owner_id", "team_id"}:
        return None if question["mine"] is None else json.loads(question["mine"])
    return hand.random.choice(CODES) if question["fld"] in {"code", "credit_code"} else hand.word()


def newer_field(hand: Hand) -> None:
    """A newer program writes a field that this centre does not know."""
    row = hand.one("company")
    if row is not None and hand.disk.version > 3:
        hand.log("company", row["id"], OpKind.SET, "colour", None, hand.word(), row["rv"])


Doing = Callable[[Hand], None]
DOINGS: Final[tuple[tuple[Doing, int], ...]] = (
    *((set_text, 30), (add_account, 8), (add_to_site, 10), (move, 12), (hand_over, 7)),
    *((delete, 8), (merge, 8), (claim, 7), (settle, 24), (newer_field, 2)),
)


def work(disk: Disk, random: Random, now: str) -> list[Op]:
    """Let the person at a laptop do something; return what was logged."""
    hand = Hand(disk, random, now)
    doings, weights = zip(*DOINGS, strict=True)
    random.choices(doings, weights)[0](hand)
    return hand.made
