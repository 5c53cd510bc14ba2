"""Putting a twin's whole state into a real centre, and reading the real centre's state back as the twin would hold it."""

import json
from typing import Any

import psycopg

from crmdesk.sync.fields import PULL_ORDER
from tests.sync.central_server import CentralDatabase
from tests.sync.twin.state import State, columns_of

Connection = psycopg.Connection[tuple[Any, ...]]

_BESIDE = {"conflict": ("by_user", "by_at"), "parked_edit": ("by_at",)}
_CODED = ("company", "site")


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a record at the centre that both keep."""
    if table in _BESIDE:
        return columns_of(table)
    return (*columns_of(table), "by_user", "by_at", *(("code_wanted",) if table in _CODED else ()))


def load(database: CentralDatabase, state: State) -> None:
    """Make a centre what a twin is: people, rights, records and the story so far."""
    owner = database.owner
    with owner.transaction():
        tables = [*(f"crm.{table}" for table in PULL_ORDER), "crm.code", "crm.reach", "sec.login", "sec.vis", "sec.share"]
        tables += ["sync.commit", "sync.device", "sync.batch", "sync.op", "sync.leave", "sync.placed"]
        owner.execute(f"TRUNCATE {', '.join(tables)}".encode())
        for table in PULL_ORDER:
            _insert(
                owner,
                f"crm.{table}",
                columns(table),
                [[row[name] for name in columns(table)] for row in state.rows[table].values()],
            )
        _insert(owner, "crm.code", ("series", "code", "tbl", "id"), [[*key, *held] for key, held in state.codes.items()])
        reach = [[*key, entry.can_write, entry.gone, entry.rv] for key, entry in state.reach.items()]
        _insert(owner, "crm.reach", ("team_id", "tbl", "record_id", "can_write", "gone", "rv"), reach)
        _load_story(owner, state)
        load_people(database, state)


def _load_story(owner: Connection, state: State) -> None:
    owner.execute("UPDATE sync.stream SET n=%s", (state.n,))
    commits = [[0, n, one.batch, one.user, one.at] for n, one in state.commits.items()]
    _insert(owner, "sync.commit", ("stream_id", "n", "batch_id", "user_id", "at"), commits)
    devices = [[id_, one.user, one.version, one.last_no, one.last_batch] for id_, one in state.devices.items()]
    _insert(owner, "sync.device", ("id", "user_id", "schema_ver", "last_no", "last_batch"), devices)
    batches = []
    for (device, no), (id_, sha, n, told) in state.batches.items():
        result = json.dumps({"n": n, "batch": id_, "answers": [list(answer) for answer in told]})
        batches.append([device, no, id_, sha, n, result])
    _insert(owner, "sync.batch", ("device_id", "no", "id", "sha256", "n", "result"), batches)
    names = (
        "id",
        "stream_id",
        "n",
        "device_id",
        "user_id",
        "tbl",
        "pk",
        "about_tbl",
        "about_id",
        "kind",
        "fld",
        "outcome",
        "info",
    )
    ops = [
        [one.id, 0, one.n, "?", one.user, one.tbl, one.pk, *one.about, one.kind, one.fld, one.outcome, json.dumps(one.info)]
        for one in state.ops.values()
    ]
    _insert(owner, "sync.op", names, ops)
    owner.execute("UPDATE sync.op SET info=NULL WHERE info='null'")
    left = sorted({(0, *one) for one in state.leave})
    _insert(owner, "sync.leave", ("stream_id", "n", "team_id", "tbl", "id"), [list(one) for one in left])


def load_people(database: CentralDatabase, state: State) -> None:
    """Bring people and shares up to date; the centre works out the rights by itself."""
    owner = database.owner
    owner.execute("DELETE FROM sec.share")
    _insert(
        owner,
        "sec.share",
        ("id", "team_id", "to_user", "to_team", "can_write"),
        [[str(place), one.team, one.to_user, one.to_team, one.can_write] for place, one in enumerate(state.shares)],
    )
    for user, login in state.logins.items():
        role = database.role_of(user)
        if owner.execute("SELECT 1 FROM pg_roles WHERE rolname=%s", (role,)).fetchone() is None:
            owner.execute(f"CREATE ROLE {role} LOGIN IN ROLE crm_user".encode())
        owner.execute(
            """INSERT INTO sec.login (user_id, pg_role, team_id, level, disabled_at) VALUES (%s, %s, %s, %s, CASE WHEN %s THEN now() END)
               ON CONFLICT (user_id) DO UPDATE SET team_id=excluded.team_id, level=excluded.level, disabled_at=excluded.disabled_at""",
            (user, role, login.team, login.level, login.disabled),
        )
    owner.execute("SELECT sec.rebuild_vis()")


def move_team(database: CentralDatabase, state: State, team: str) -> None:
    """Repeat the commit in which a team was hung elsewhere."""
    owner, row = database.owner, state.rows["team"][team]
    with owner.transaction():
        owner.execute("UPDATE sync.stream SET n=%s", (state.n,))
        owner.execute(
            "INSERT INTO sync.commit (stream_id, n, batch_id) VALUES (0, %s, %s)", (state.n, state.commits[state.n].batch)
        )
        owner.execute("UPDATE crm.team SET parent_id=%s, rv=%s WHERE id=%s", (row["parent_id"], state.n, team))
        owner.execute("SELECT sync.finish_commit(%s)", (state.n,))


def _insert(owner: Connection, table: str, names: tuple[str, ...], rows: list[list[Any]]) -> None:
    if rows:
        marks = ", ".join(["%s"] * len(names))
        quoted = ", ".join(f'"{name}"' for name in names)
        with owner.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})".encode(), rows)


def tables(database: CentralDatabase) -> dict[str, dict[str, dict[str, Any]]]:
    """Return table → id → record, of the real centre."""
    parts = " UNION ALL ".join(f"SELECT '{table}' t, (SELECT json_agg(x) FROM crm.{table} x) r" for table in PULL_ORDER)
    found = database.owner.execute(parts.encode()).fetchall()
    return {table: {row["id"]: {name: row[name] for name in columns(table)} for row in rows or ()} for table, rows in found}


def beside(database: CentralDatabase) -> dict[str, Any]:
    """Return what the real centre keeps beside the records, in the twin's shapes."""
    owner = database.owner
    ops = owner.execute("SELECT id, outcome, info, about_tbl, about_id FROM sync.op").fetchall()
    return {
        "codes": {row[0]: (row[1], row[2]) for row in owner.execute("SELECT code, tbl, id FROM crm.code").fetchall()},
        "reach": {
            (row[0], row[1], row[2]): (row[3], row[4], row[5])
            for row in owner.execute("SELECT team_id, tbl, record_id, can_write, gone, rv FROM crm.reach").fetchall()
        },
        "leave": {
            (row[0], row[1], row[2], row[3]): True
            for row in owner.execute("SELECT n, team_id, tbl, id FROM sync.leave").fetchall()
        },
        "rights": {
            (row[0], row[1]): row[2] for row in owner.execute("SELECT user_id, team_id, can_write FROM sec.vis").fetchall()
        },
        "operations": {row[0]: (row[1], row[2], (row[3], row[4])) for row in ops},
    }


def twin_beside(state: State) -> dict[str, Any]:
    """Return the same of the twin."""
    return {
        "codes": {code: held for (_, code), held in state.codes.items()},
        "reach": {key: (entry.can_write, entry.gone, entry.rv) for key, entry in state.reach.items()},
        "leave": dict.fromkeys(state.leave, True),
        "rights": {(user, team): write for user, teams in state.vis.items() for team, write in teams.items()},
        "operations": {op.id: (op.outcome, op.info, op.about) for op in state.ops.values()},
    }


def twin_tables(state: State) -> dict[str, dict[str, dict[str, Any]]]:
    """Return table → id → record, of the twin."""
    return {
        table: {row["id"]: {name: row[name] for name in columns(table)} for row in rows.values()}
        for table, rows in state.rows.items()
    }
