"""Every kind of person pushes at every record of every other: nothing of it changes, and neither answer nor pages tell what it holds.

That an id exists is told: whoever may not read a record learns that his edit waits for the person who has it (`sync.md` §2.8, 27). An id
is 128 random bits; who knows one has seen its record before.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any, Final

import pytest

from crmdesk.models.hanging import HANGINGS
from crmdesk.sync.central.wire import push_answer
from crmdesk.sync.fields import COMMON_TABLES, FROM_CENTRE, PULL_ORDER, synced_fields
from crmdesk.sync.protocol import Op
from tests.sync.central.desks import batch_of
from tests.sync.central.office import Laptop, Office, id_of
from tests.sync.central.test_access_matrix import PEOPLE, SECRET, expected, login, office

__all__ = ["office"]  # a fixture, anew for this file

PLACES: Final = ("north", "south", "west")
WRITES: Final = {
    "rep_north": {"north"},
    "rep_south": {"south"},
    "manager": {"north", "south"},
    "admin": set(PLACES),
    "writer": {"north", "west"},
    "reader": {"north", "west"},  # a collaborator who reads may add activities: left out here, tested by `test_push_people.py`
    "shared": {"north", "west"},
    "auditor": {"west"},
    "support": set[str](),
    "disabled": set[str](),
    "nobody": set[str](),
}
"""Places of which a person may write something; what of it is not asked here."""

OWN: Final = {
    "rep_north": {("claim", "south"), ("claim", "west")},  # he is the holder of all of them
    "rep_south": {("contact", "north")},  # who works at his site
}
"""Records of other places that a person may write all the same."""

RECORDS: Final = {
    "company": "company",
    "site": "site",
    "contact": "contact",
    "position": "position",
    "claim": "claim",
    "conflict": "conflict",
    "parked_edit": "parked",
    "pair_verdict": "verdict",
    "collaborator": "collaborator",
}
"""Table → how `rows_of` names its record, where not by the table."""


REASONS: Final = {"access", "unknown_record", "guarded", "disabled", "invalid"}
"""Why an edit waits, where its author may not read the record: a word, without anything of the record."""


def record_of(table: str, place: str) -> str:
    return id_of(table) if table in COMMON_TABLES else id_of(f"{place}_{RECORDS.get(table, table)}")


def field_of(table: str) -> str:
    """Return a plain text field of a table."""
    names = [name for (of, name), field in synced_fields().items() if of == table and field.type == "text" and not field.guarded]
    plain = [
        name for name in names if not name.endswith(("_id", "_at", "_by", "_on")) and name not in {"merged_into", "code", "extra"}
    ]
    return (plain or names)[0]


def wishes(table: str, record: str, own: str, number: Iterator[int]) -> list[Op]:
    """Return everything one can wish of a record: a field, its end, a merge, another parent, an answer, something hung below it."""

    def op(tbl: str, pk: str, kind: str, fld: str | None, new: Any) -> Op:
        return Op(f"{next(number):032x}", "t" * 32, tbl, pk, kind, fld, None, new, 0, "2026-11-20T08:00:00.000Z")

    if table in FROM_CENTRE:
        return [op(table, record, "resolve", choice, "stolen") for choice in ("mine", "keep", "other", "accept", "dismiss")]
    found = [
        op(table, record, "set", field_of(table), "stolen"),
        op(table, record, "del", "deleted_at", "2026-11-20T08:00:00.000Z"),
    ]
    found += [
        op(table, record, "move" if hanging.column in {"parent_id", "company_id"} else "set", hanging.column, own)
        for hanging in HANGINGS
        if hanging.table == table
    ]
    if table in {"company", "site", "contact"}:
        found += [op(table, record, "merge", "merged_into", own), op(table, own, "merge", "merged_into", record)]
    found += [
        op(
            hanging.table,
            f"{next(number):032x}",
            "ins",
            None,
            {hanging.column: record, "name": "hung", "text": "hung", "kind": "note"},
        )
        for hanging in HANGINGS
        if hanging.parent == table
    ]
    return found


KEPT = {"admin": COMMON_TABLES, "manager": ("pool", "pool_member")}
"""What belongs to all and is somebody's to write: a pool without administrators every manager's (`test_push_pools`)."""


def push(laptop: Laptop, no: int, prev: str | None, ops: list[Op]) -> tuple[str, list[Any]]:
    """Push; return the batch's id, and the answer to every operation in order."""
    batch = batch_of(no, prev, ops)
    row = laptop.connection.execute(
        "SELECT sync_v1.push(%s, %s, %s, %s, %s, %s)", (laptop.device, batch.no, batch.id, batch.prev, batch.sha256, batch.body)
    ).fetchone()
    assert row is not None
    told = {answer.op: (answer.outcome, answer.info) for answer in push_answer(row[0]).answers}
    return batch.id, [told.get(op.id, ("applied", None)) for op in ops]


def picture(office: Office, places: set[str]) -> dict[str, str]:
    """Return a fingerprint of each table's records of some places, and of what belongs to all."""
    return {
        table: office.value(
            f"SELECT md5(coalesce(string_agg(x::text, '' ORDER BY id), '')) FROM crm.{table} x WHERE id LIKE ANY (%s)", wanted
        )
        for table in PULL_ORDER
        for wanted in [[f"{table}%"] if table in COMMON_TABLES else [f"{place}%" for place in places]]
    }


@pytest.mark.parametrize("name", [name for name in PEOPLE if name != "nobody"])
def test_what_is_not_his_stays_as_it_is_and_is_not_told(office: Office, name: str) -> None:
    laptop = Laptop(login(office, name), id_of(f"laptop_{name}"))
    laptop.hello()
    number = count(int.from_bytes(name.encode()[:8]) << 32)
    alien = set(PLACES) - WRITES[name]
    before = picture(office, alien)
    no, prev = 0, None
    for table in PULL_ORDER:
        for place in sorted(alien) if table not in COMMON_TABLES else ["north"]:
            if (table, place) in OWN.get(name, ()):
                continue
            own = record_of(table, next(iter(sorted(WRITES[name])), "nowhere"))
            ops = wishes(table, record_of(table, place), own, number)
            no += 1
            prev, said = push(laptop, no, prev, ops)
            if place not in expected(name, table) and table not in COMMON_TABLES:
                for op, (outcome, info) in zip(ops, said, strict=True):
                    assert outcome == "parked", (table, place, op.kind, op.fld, op.pk, outcome, info)
                    assert info["why"] in REASONS, (table, place, op.kind, op.fld, info)
                    assert len(info) == 1
    after = picture(office, alien)
    for table in KEPT.get(name, ()):
        del before[table], after[table]
    assert after == before
    if name != "disabled":
        welcome = laptop.hello()
        told = str(laptop.pull_all(sorted(welcome.teams)))
        unseen = {
            place for place in PLACES if all(place not in expected(name, table) for table in ("company", "site", "contact"))
        }
        assert not [place for place in unseen if SECRET + place in told]
