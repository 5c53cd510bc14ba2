"""Import of a file, all checks, log and index included, against `executemany` of the very rows it left in the store.

The floor writes every row of every table as it lies there afterwards – records, log, documents of the search index – into
the same tables and indexes of an encrypted store without triggers, in one transaction, the rows prepared beforehand.
"""

import csv
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from benchmarks.dataset import BUILD, KEY, new_store, remove_store
from benchmarks.made_up_rows import Customers, load_material
from benchmarks.measure import Reach, Result, in_child
from crmdesk.models.search_text import terms_of
from crmdesk.storage.connections import writer_engine
from crmdesk.storage.search.records import packed, read_after
from crmdesk.storage.search.schema import KINDS, row_of
from crmdesk.storage.store import Store

_TABLES: Final = ("company", "site", "contact", "position", "sync_op", "change_tx")
_BLOCK: Final = 20_000
_HEADERS: Final = ("legal_name", "credit_code", "kind", "parent_name", "parent_credit_code", "site_name", "province", "city", "address", "phone")  # fmt: skip
MAPPING: Final = {
    "crmdesk_mapping": 1,
    "columns": {
        "legal_name": "company.legal_name",
        "credit_code": "company.credit_code",
        "kind": "row.kind",
        "parent_name": "parent.name",
        "parent_credit_code": "parent.credit_code",
        "site_name": "site.name",
        "province": "site.province",
        "city": "site.city",
        "address": "site.address_text",
        "phone": "site.phone",
    },
    "constants": {"company.country": "CN", "site.country": "CN"},
    "row": {"shape": "by_kind", "roles": {"company": "company"}, "default_role": "site"},
}


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield rows a second at each size, and the memory of the importing process."""
    for sites in sizes:
        file, target = table_of(sites), BUILD / "import" / "ours.crmdesk"
        new_store(target).close()
        ours = in_child("benchmarks.importing", [str(file), str(target)])
        seconds, cpu = floor_of(target, BUILD / "import" / "floor.crmdesk", final_rows)
        remove_store(target)
        yield Result(
            "import", "import a file", sites, sites / seconds, sites / ours["seconds"], "rows/s",
            Reach.RATIO_AT_LEAST, 0.4, f"{ours['seconds']:.1f} s; of CPU {ours['cpu']:.1f} s and in the second process "
            f"{ours['second_cpu']:.1f} s, the floor {cpu:.1f} s: {cpu / ours['cpu']:.2f} ×; on disk {ours['mb']:.0f} MB",
        )  # fmt: skip
        yield Result("import", "memory while importing", sites, None, ours["rss_mb"], "MB", Reach.AT_MOST)


def table_of(sites: int) -> Path:
    """Write made-up customers as a table: one row a company with its head office, one row each further site."""
    path = BUILD / "import" / f"{sites}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        return path
    with path.with_suffix(".part").open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(_HEADERS)
        for customer in Customers(load_material(), sites):
            company = customer.company
            for number, site in enumerate(customer.sites):
                own = (company["legal_name"], company["credit_code"], "company") if number == 0 else ("", "", "site")
                above = ("", "") if number == 0 else (company["legal_name"], company["credit_code"])
                writer.writerow(
                    (*own, *above, site["name"], site["province"], site["city"], site["address_text"], site["phone"] or "")
                )
    path.with_suffix(".part").rename(path)
    return path


def floor_of(
    filled: Path, path: Path, rows_of: Callable[[Connection], Iterable[tuple[str, list[tuple[Any, ...]]]]]
) -> tuple[float, float]:
    """Return the seconds `executemany` needs for these rows of a filled store, by the clock and of CPU."""
    new_store(path).close()
    engine = writer_engine(path, KEY)
    seconds = used = 0.0
    with Store.open(filled, KEY) as source, source.read() as reading, engine.connect() as connection:
        cursor: Any = connection.connection.cursor()
        for name in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'").scalars().all():
            cursor.execute(f"DROP TRIGGER {name}")
        connection.commit()
        cursor.execute("BEGIN IMMEDIATE")
        for statement, rows in rows_of(reading):
            begun, cpu = time.perf_counter(), time.process_time()
            cursor.executemany(statement, rows)
            seconds, used = seconds + time.perf_counter() - begun, used + time.process_time() - cpu
        begun, cpu = time.perf_counter(), time.process_time()
        cursor.execute("COMMIT")
        seconds, used = seconds + time.perf_counter() - begun, used + time.process_time() - cpu
    engine.dispose()
    remove_store(path)
    return seconds, used


def final_rows(source: Connection, tables: Sequence[str] = _TABLES) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield INSERT statements and their rows, a block at a time; only the rows the import added."""
    for table in tables:
        key = "seq" if table == "sync_op" else "n"
        columns = [row[1] for row in source.exec_driver_sql(f"PRAGMA table_info({table})")]
        last = source.exec_driver_sql("SELECT max(last_seq) FROM change_tx WHERE action='setup'").scalar() if key == "seq" else 0
        if table == "change_tx":
            last = 1
        statement = f"INSERT INTO {table}({','.join(columns)}) VALUES({','.join('?' * len(columns))})"
        while rows := source.exec_driver_sql(
            f"SELECT {','.join(columns)} FROM {table} WHERE {key}>? ORDER BY {key} LIMIT {_BLOCK}", (last,)
        ).all():
            last = rows[-1][columns.index(key)]
            yield statement, [tuple(row) for row in rows]
    for kind in KINDS:
        number = -1
        while records := list(read_after(source, kind, number)):
            number = records[-1].n
            yield (
                "INSERT OR REPLACE INTO search_index(rowid, terms, packed) VALUES(?,?,?)",
                [(row_of(kind, record.n), terms_of(record.searchable()), packed(record)) for record in records],
            )


def _import(file: str, store: str) -> None:
    """Import in this process and print what it took."""
    from crmdesk.exchange.importing.run import Import
    from crmdesk.exchange.mapping import Mapping
    from crmdesk.exchange.table_source import open_table

    with Store.open(Path(store), KEY) as target:
        begun, cpu = time.perf_counter(), time.process_time()
        report = Import(open_table(file), Mapping.from_json(json.dumps(MAPPING))).run(target)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    second = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "seconds": seconds,
                "cpu": cpu,
                "second_cpu": second.ru_utime + second.ru_stime,
                "rows": report.rows,
                "refused": report.refused_count,
                "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "mb": Path(store).stat().st_size / 1e6,
            }
        )
    )


if __name__ == "__main__":
    _import(*sys.argv[1:3])
