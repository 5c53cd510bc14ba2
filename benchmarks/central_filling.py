"""A private centre filled with the sites of a generated store: the real columns, in commits of 500 rows, each tree in one team."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg

from benchmarks.dataset import open_store
from crmdesk.storage.store import Store
from crmdesk.sync.central.migrations import upgrade
from crmdesk.sync.central.schema import central_columns
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.protocol import COMMON_TEAM

DATABASE: Final = "centre"
REGIONS: Final = 10
TEAMS: Final = 200
"""Teams below the regions: of a million sites each has some 5,000, a region twenty times that."""
_IN_COMMIT: Final = 500
_FILLED: Final = ("term", "company", "site", "contact", "position", "activity")
_TREE_OF: Final = {"company": "id", "site": "company_id"}
_OPTIONS: Final = {"shared_buffers": "1GB", "max_connections": "60", "max_wal_size": "4GB", "work_mem": "32MB"}


@dataclass(frozen=True, slots=True)
class FilledCentre:
    """A running centre. `people`: kind → login role: `rep` (one team), `manager` (a region), `auditor` (everything; the team is the first one), `new` (nothing yet)."""

    server: PrivateServer
    rows: int

    def settings(self, login: str) -> CentreSettings:
        """Return how a person connects."""
        host = Host(self.server.host, self.server.port)
        return CentreSettings((host,), DATABASE, login, LoginBy.SOCKET, insecure_local=True)

    def connect(self, login: str = "postgres") -> psycopg.Connection[Any]:
        """Open a plain connection, autocommit."""
        return psycopg.connect(self.server.conninfo(DATABASE, login), autocommit=True)


@contextmanager
def filled_centre(sites: int, *, pushers: int = 0) -> Iterator[FilledCentre]:
    """Give a centre with the companies and sites (people, notes …) of the generated store; `pushers` more reps share the first team."""
    with PrivateServer.temporary(options=_OPTIONS) as server, open_store(sites) as store:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}".encode())
        with psycopg.connect(server.conninfo(DATABASE)) as connection:
            upgrade(connection)
            rows = _fill(connection, store)
            _add_people(connection, pushers)
            connection.commit()
        with psycopg.connect(server.conninfo(DATABASE), autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
        yield FilledCentre(server, rows)


def team_id(number: int) -> str:
    """Return the id of a team below the regions."""
    return f"{number:032x}".replace("0", "e", 1)


def _region_id(number: int) -> str:
    return f"{number:032x}".replace("0", "d", 1)


def _add_people(connection: psycopg.Connection[Any], pushers: int) -> None:
    n = _n(connection)
    head = "c" * 32
    teams: list[tuple[str, str | None, str]] = [(head, None, "Head office")]
    teams += [(_region_id(number), head, f"Region {number}") for number in range(REGIONS)]
    teams += [(team_id(number), _region_id(number % REGIONS), f"Team {number}") for number in range(TEAMS)]
    people = [
        ("rep", team_id(0), "rep"),
        ("manager", _region_id(0), "manager"),
        ("auditor", team_id(0), "auditor"),
        ("new", head, "rep"),
    ]
    people += [(f"pusher{number}", team_id(0), "rep") for number in range(pushers)]
    with connection.cursor() as cursor:
        cursor.executemany(
            b"INSERT INTO crm.team (id, team_id, rv, parent_id, name) VALUES (%s, %s, %s, %s, %s)",
            [(team, COMMON_TEAM, n, parent, name) for team, parent, name in teams],
        )
        for number, (login, team, level) in enumerate(people):
            user = f"{number:032x}".replace("0", "a", 1)
            cursor.execute(
                "INSERT INTO crm.app_user (id, team_id, rv, name, login) VALUES (%s, %s, %s, %s, %s)",
                (user, COMMON_TEAM, n, login, login),
            )
            cursor.execute(f"CREATE ROLE {login} LOGIN IN ROLE crm_user".encode())
            cursor.execute(
                "INSERT INTO sec.login (user_id, pg_role, team_id, level) VALUES (%s, %s, %s, %s)", (user, login, team, level)
            )
    connection.execute("SELECT sec.rebuild_vis()")


def _fill(connection: psycopg.Connection[Any], store: Store) -> int:
    indexes = _without_indexes(connection)
    rows = 0
    n = _n(connection)
    with store.read() as local:
        teams = _teams_of_companies(local)
        sites = {row[0]: teams.get(row[1], team_id(0)) for row in local.exec_driver_sql("SELECT id, company_id FROM site")}
        for table in _FILLED:
            known = [column.name for column in central_columns(table)]
            stored = [row[1] for row in local.exec_driver_sql(f"PRAGMA table_info({table})")]
            columns = [name for name in known if name in stored and name not in {"team_id", "rv"}]
            found = local.exec_driver_sql(f"SELECT {','.join(columns)} FROM {table} WHERE deleted_at IS NULL")
            names = ", ".join(["team_id", "rv", *columns])
            with connection.cursor() as cursor, cursor.copy(f"COPY crm.{table} ({names}) FROM STDIN".encode()) as copy:
                for number, row in enumerate(found):
                    copy.write_row(
                        (_team_of(table, dict(zip(columns, row, strict=True)), teams, sites), n + number // _IN_COMMIT, *row)
                    )
                    rows += 1
            n = _n_after(n, rows)
    connection.execute(
        "INSERT INTO sync.commit (stream_id, n, batch_id) SELECT 0, i, md5('fill'||i) FROM generate_series(1, %s) i ON CONFLICT DO NOTHING",
        (n,),
    )
    connection.execute("UPDATE sync.stream SET n=%s WHERE id=0", (n,))
    for statement in indexes:
        connection.execute(statement.encode())
    connection.execute(
        """INSERT INTO crm.code (series, code, tbl, id)
           SELECT 'customer', code, 'site', id FROM crm.site WHERE code IS NOT NULL ON CONFLICT DO NOTHING"""
    )
    connection.execute(
        """INSERT INTO crm.code (series, code, tbl, id)
           SELECT 'customer', code, 'company', id FROM crm.company WHERE code IS NOT NULL ON CONFLICT DO NOTHING"""
    )
    return rows


def _n_after(n: int, rows: int) -> int:
    return n + rows // _IN_COMMIT + 1


def _team_of(table: str, row: dict[str, Any], teams: dict[str, str], sites: dict[str, str]) -> str:
    if table == "term":
        return COMMON_TEAM
    if table in _TREE_OF:
        return teams.get(row[_TREE_OF[table]], team_id(0))
    if "site_id" in row:
        return sites.get(row["site_id"], team_id(0))
    return team_id(int(row["id"][-6:], 16) % TEAMS)


def _teams_of_companies(local: Any) -> dict[str, str]:
    """Return company → team, one team for each whole tree."""
    parents: dict[str, str | None] = dict(map(tuple, local.exec_driver_sql("SELECT id, parent_id FROM company").all()))
    found: dict[str, str] = {}
    for company in parents:
        root = company
        while (above := parents.get(root)) is not None:
            root = above
        found[company] = team_id(int(root[-6:], 16) % TEAMS)
    return found


def _without_indexes(connection: psycopg.Connection[Any]) -> Sequence[str]:
    """Drop the indexes of the tables that are filled; return how to make them again."""
    found = connection.execute(
        """SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid=i.indexrelid
           JOIN pg_class t ON t.oid=i.indrelid JOIN pg_namespace s ON s.oid=t.relnamespace
           WHERE s.nspname='crm' AND NOT i.indisprimary AND t.relname=ANY(%s)""",
        (list(_FILLED),),
    ).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX crm.{name}".encode())
    return [definition for _, definition in found]


def _n(connection: psycopg.Connection[Any]) -> int:
    row = connection.execute("UPDATE sync.stream SET n=n+1 WHERE id=0 RETURNING n").fetchone()
    if row is None:
        raise RuntimeError("the centre has no stream")
    connection.execute(
        "INSERT INTO sync.commit (stream_id, n, batch_id) VALUES (0, %s, md5('fill'||%s)) ON CONFLICT DO NOTHING",
        (row[0], str(row[0])),
    )
    return int(row[0])
