"""What teams reach of others' records: derived from what a commit touched, it always equals what is derived from nothing (the twin)."""

from random import Random
from typing import Any, Final

import pytest

from crmdesk.sync.central.schema import central_columns
from crmdesk.sync.fields import PULL_ORDER, site_children
from tests.sync.central.office import Office, Row, id_of
from tests.sync.central_server import CentralDatabase
from tests.sync.twin.reaching import desired
from tests.sync.twin.state import State

TEAMS: Final = tuple(id_of(f"team{letter}") for letter in "abc")
PEOPLE: Final = tuple(id_of(f"person{letter}") for letter in "xyz")
LATER: Final = "2026-11-02T00:00:00.000Z"
STEPS: Final = 60


def twin_of(office: Office) -> State:
    """Return the twin's state with the centre's rows."""
    state = State()
    for table in PULL_ORDER:
        names = [column.name for column in central_columns(table)]
        for values in office.central.owner.execute(f"SELECT {', '.join(names)} FROM crm.{table}".encode()).fetchall():
            row = dict(zip(names, values, strict=True))
            state.rows[table][row["id"]] = row
    return state


def stored(office: Office) -> dict[tuple[str, str, str], bool]:
    """Return the living reach of the centre."""
    rows = office.central.owner.execute("SELECT team_id, tbl, record_id, can_write FROM crm.reach WHERE NOT gone").fetchall()
    return {(team, table, id_): can_write for team, table, id_, can_write in rows}


class Turmoil:
    """Random but repeatable changes of everything that reach depends on."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office = office
        self.random = Random(seed)
        self.made = 0

    def step(self) -> str:
        """Do one thing; return what."""
        name = self.random.choice(
            (
                *(
                    "company",
                    "company",
                    "site",
                    "site",
                    "contact",
                    "position",
                    "position",
                    "child",
                    "collaborator",
                    "collaborator",
                ),
                *("move_company", "move_company", "move_site", "move_position", "delete", "delete", "revive", "edit"),
                *("site_team", "company_team", "contact_team", "collaborator_user", "question", "merge"),
            )
        )
        getattr(self, f"_{name}")()
        return name

    def _new(self, prefix: str) -> str:
        self.made += 1
        return id_of(f"{prefix}{self.made}x")

    def _any(self, table: str, where: str = "true") -> dict[str, Any] | None:
        cursor = self.office.central.owner.execute(f"SELECT * FROM crm.{table} WHERE {where} ORDER BY id".encode())
        assert cursor.description is not None
        names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
        return dict(zip(names, self.random.choice(rows), strict=True)) if rows else None

    def _id(self, table: str) -> str | None:
        row = self._any(table)
        return None if row is None else str(row["id"])

    def _company(self) -> None:
        parent = self._id("company") if self.random.random() < 0.8 else None
        self.office.commit(("company", self._new("co"), {"team_id": self.random.choice(TEAMS), "parent_id": parent}))

    def _site(self) -> None:
        company = self._id("company")
        if company:
            self.office.commit(("site", self._new("si"), {"team_id": self.random.choice(TEAMS), "company_id": company}))

    def _contact(self) -> None:
        self.office.commit(("contact", self._new("ct"), {"team_id": self.random.choice((*TEAMS, *PEOPLE))}))

    def _position(self) -> None:
        site, contact = self._any("site"), self._id("contact")
        if site and contact:
            self.office.commit(
                ("position", self._new("po"), {"team_id": site["team_id"], "site_id": site["id"], "contact_id": contact})
            )

    def _child(self) -> None:
        site = self._any("site")
        if site:
            table = self.random.choice(("activity", "unit", "extra_address"))
            self.office.commit((table, self._new("ch"), {"team_id": site["team_id"], "site_id": site["id"]}))

    def _collaborator(self) -> None:
        table = self.random.choice(("site", "company"))
        row = self._any(table)
        if row:
            values = {
                "user_id": self.random.choice(PEOPLE),
                "access": self.random.choice(("read", "write")),
                f"{table}_id": row["id"],
            }
            self.office.commit(("collaborator", self._new("cb"), {"team_id": row["team_id"], **values}))

    def _move_company(self) -> None:
        row = self._any("company")
        if row is None:
            return
        below = self.office.value("SELECT array_agg(d.id) FROM sync.companies_below(ARRAY[%s]) d", row["id"])
        parent = self._id("company") if self.random.random() < 0.8 else None
        if parent not in below and parent != row["parent_id"]:
            touched = [["company", row["id"], [row["parent_id"]] if row["parent_id"] else []]]
            self.office.commit(("company", row["id"], {"parent_id": parent}), touched=touched)

    def _move_site(self) -> None:
        row, company = self._any("site"), self._id("company")
        if row and company:
            self.office.commit(("site", row["id"], {"company_id": company}), touched=[["site", row["id"], [row["company_id"]]]])

    def _move_position(self) -> None:
        row, site, contact = self._any("position"), self._any("site"), self._id("contact")
        if row and site:
            values = {"site_id": site["id"], "contact_id": contact, "team_id": site["team_id"]}
            touched = [["position", row["id"], [row["site_id"], row["contact_id"]]]]
            leave = [(row["team_id"], "position", row["id"])] if row["team_id"] != site["team_id"] else []
            self.office.commit(("position", row["id"], values), touched=touched, leave=leave)

    def _delete(self) -> None:
        table = self.random.choice(("company", "site", "position", "collaborator", "contact", "activity"))
        row = self._any(table, "deleted_at IS NULL")
        if row:
            self.office.commit((table, row["id"], {"deleted_at": LATER}), touched=[[table, row["id"], []]])

    def _revive(self) -> None:
        table = self.random.choice(("company", "site", "position", "collaborator"))
        row = self._any(table, "deleted_at IS NOT NULL")
        if row:
            self.office.commit((table, row["id"], {"deleted_at": None}), touched=[[table, row["id"], []]])

    def _edit(self) -> None:
        row = self._any(self.random.choice(("company", "site")))
        if row:
            self.office.commit(("company" if "legal_name" in row else "site", row["id"], {"note": "x"}))

    def _site_team(self) -> None:
        row = self._any("site")
        if row:
            self.office.move_site(row["id"], self.random.choice(TEAMS))

    def _company_team(self) -> None:
        row, team = self._any("company"), self.random.choice(TEAMS)
        if row and row["team_id"] != team:
            rows: list[Row] = [("company", row["id"], {"team_id": team})]
            leave = [(row["team_id"], "company", row["id"])]
            query = "SELECT id FROM crm.collaborator WHERE company_id = %s"
            for (link,) in self.office.central.owner.execute(query, (row["id"],)).fetchall():
                rows.append(("collaborator", link, {"team_id": team}))
                leave.append((row["team_id"], "collaborator", link))
            self.office.commit(*rows, leave=leave)

    def _contact_team(self) -> None:
        row, team = self._any("contact"), self.random.choice(TEAMS)
        if row and row["team_id"] != team:
            self.office.commit(("contact", row["id"], {"team_id": team}), leave=[(row["team_id"], "contact", row["id"])])

    def _collaborator_user(self) -> None:
        row = self._any("collaborator")
        if row:
            values = {"user_id": self.random.choice(PEOPLE), "access": self.random.choice(("read", "write"))}
            self.office.commit(("collaborator", row["id"], values))

    def _question(self) -> None:
        row = self._any("site")
        if row:
            person = self.random.choice(PEOPLE)
            told = {"team_id": row["team_id"], "record_id": row["id"]}
            conflict: Row = ("conflict", self._new("cf"), {**told, "mine_by": person})
            parked: Row = (
                "parked_edit",
                self._new("pk"),
                {**told, "by_user": person, "for_user": self.random.choice((None, *PEOPLE))},
            )
            self.office.commit(conflict, parked)

    def _merge(self) -> None:
        loser, survivor = self._any("site", "deleted_at IS NULL"), self._any("site", "deleted_at IS NULL")
        if loser is None or survivor is None or loser["id"] == survivor["id"]:
            return
        rows: list[Row] = [("site", loser["id"], {"deleted_at": LATER, "merged_into": survivor["id"]})]
        touched: list[list[Any]] = [["site", loser["id"], []]]
        leave: list[tuple[str, str, str]] = []
        for table, column in site_children():
            query = f"SELECT id, team_id FROM crm.{table} WHERE {column} = %s".encode()
            for id_, team in self.office.central.owner.execute(query, (loser["id"],)).fetchall():
                rows.append((table, id_, {column: survivor["id"], "team_id": survivor["team_id"]}))
                touched.append([table, id_, [loser["id"]]])
                if team != survivor["team_id"]:
                    leave.append((team, table, id_))
        self.office.commit(*rows, touched=touched, leave=leave)


@pytest.mark.parametrize("seed", range(4))
def test_reach_follows_every_change(central: CentralDatabase, seed: int) -> None:
    office = Office(central)
    turmoil = Turmoil(office, seed)
    for _ in range(12):
        turmoil._company()
        turmoil._site()
    done: list[str] = []
    for _ in range(STEPS):
        done.append(turmoil.step())
        wanted, found = desired(twin_of(office)), stored(office)
        assert {key: found.get(key) for key in {*wanted, *found}} == {key: wanted.get(key) for key in {*wanted, *found}}, done[
            -3:
        ]


def test_what_changes_is_found_by_its_version(central: CentralDatabase) -> None:
    office = Office(central)
    top, site = id_of("top"), id_of("site")
    office.commit(("company", top, {"team_id": TEAMS[0]}), ("site", site, {"team_id": TEAMS[1], "company_id": top}))
    versions = "SELECT rv, gone FROM crm.reach WHERE tbl = 'company'"
    assert central.owner.execute(versions).fetchall() == [(office.n, False)]
    edited = office.commit(("company", top, {"note": "x"}))
    assert central.owner.execute(versions).fetchall() == [(edited, False)]
    office.commit(("site", site, {"note": "x"}))
    assert central.owner.execute(versions).fetchall() == [(edited, False)]
    lost = office.commit(("site", site, {"deleted_at": LATER}))
    assert central.owner.execute(versions).fetchall() == [(lost, True)]
