"""Exporting a whole store into PostgreSQL, against a plain COPY of the same lines from memory into the same table without indices.

The server is a private one on this machine; store and server share its cores.
"""

import json
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import psycopg

from benchmarks.dataset import BUILD, KEY, store_of
from benchmarks.measure import Reach, Result, in_child
from crmdesk.storage.store import Store
from crmdesk.sync.central.credentials import NOTHING
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.export.reading import read_rows
from crmdesk.sync.export.run import ExportOrder, export
from crmdesk.sync.export.tables import TABLES

_CHANGED: Final = 1_000
_FAR: Final = "9999-12-31T00:00:00.000Z"


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield seconds of a first export, of one after a thousand edits, and of a full comparison."""
    copy = BUILD / "export.crmdesk"
    for sites in sizes:
        shutil.copyfile(store_of(sites), copy)
        found = in_child("benchmarks.export", [str(copy)])
        rows, bytes_ = found["rows"], found["bytes"] / 1e6
        note = f"{rows:,.0f} rows, {bytes_:,.0f} MB, {rows / found['first']:,.0f} rows/s; reading alone {found['reading']:.1f} s; {found['cpu']:.1f} s of CPU here"
        yield Result("export", "first export", sites, found["floor"], found["first"], "s", note=note)
        yield Result("export", f"export after {_CHANGED:,} edits", sites, None, found["again"] * 1_000, "ms")
        yield Result(
            "export", "full comparison, nothing changed", sites, found["floor"], found["full"], "s", Reach.RATIO_AT_MOST,
            note=f"{rows / found['full']:,.0f} rows/s",
        )  # fmt: skip
        for suffix in ("", "-wal", "-shm"):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)


def _measure(path: Path) -> dict[str, float]:
    """Export one store; runs in a child."""
    with PrivateServer.temporary() as server, Store.open(path, KEY) as store:
        settings = CentreSettings((Host(server.host, server.port),), "postgres", "postgres", LoginBy.SOCKET, insecure_local=True)
        reading, rows, bytes_, floor = _floor(store, server.conninfo())

        def timed(**order: Any) -> float:
            begun = time.perf_counter()
            export(store, ExportOrder(settings, **order), NOTHING, _ignore)
            return time.perf_counter() - begun

        cpu = time.process_time()
        first = timed()
        cpu = time.process_time() - cpu
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql("UPDATE site SET phone='1' WHERE n IN (SELECT n FROM site LIMIT ?)", (_CHANGED,))
            uow.commit()
        return {
            "reading": reading, "rows": rows, "bytes": bytes_, "floor": floor, "first": first, "cpu": cpu, "again": timed(),
            "full": timed(is_full=True),
        }  # fmt: skip


def _floor(store: Store, conninfo: str) -> tuple[float, int, int, float]:
    """Return seconds to read everything, rows, bytes, and seconds of a plain COPY of the lines from memory."""
    reading, rows, bytes_, seconds = 0.0, 0, 0, 0.0
    with store.read() as connection, psycopg.connect(conninfo, autocommit=True) as server:
        for table in TABLES:
            begun = time.perf_counter()
            chunks = ["".join(f"{row.line}\n" for row in part).encode() for part in read_rows(connection, table, None, {}, _FAR)]
            reading += time.perf_counter() - begun
            body = ", ".join(f"{column.name} {column.type.sql}" for column in table.sent)
            server.execute(f"CREATE TEMP TABLE floor_{table.name} ({body})".encode())
            begun = time.perf_counter()
            with server.cursor() as cursor, cursor.copy(f"COPY floor_{table.name} FROM STDIN (FORMAT csv)".encode()) as copy:
                for chunk in chunks:
                    copy.write(chunk)
            seconds += time.perf_counter() - begun
            rows += _rows_of(server, table.name)
            bytes_ += sum(map(len, chunks))
    return reading, rows, bytes_, seconds


def _rows_of(server: psycopg.Connection[Any], table: str) -> int:
    row = server.execute(f"SELECT count(*) FROM floor_{table}".encode()).fetchone()
    return int(row[0]) if row else 0


def _ignore(_share: float) -> None:
    """Take no notice of progress."""


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
