"""Stores of 10,000 to 1,000,000 sites, built in minutes and kept in build/bench/stores until the schema or the generator changes.

`python -m benchmarks.dataset 10000 1000000` builds them ahead. They are what the product keeps: encrypted, with search
index, site counts and the change log – capture is on (`applying` 0), for a store without its log would be half as big and
flatter every read. They are written by `executemany` past the services, whose checks made-up rows do not need.
"""

import hashlib
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from benchmarks.made_up_rows import Customer, Customers, Values, is_there, load_material
from benchmarks.store_key import RAW, SALT
from crmdesk.core.ids import new_id
from crmdesk.models.search_text import VERSION
from crmdesk.services.store_setup import set_up
from crmdesk.storage.connections import writer_engine
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.search.schema import CREATE_SEARCH_INDEX
from crmdesk.storage.search.writing import rebuild
from crmdesk.storage.store import Store

BUILD: Final = Path(__file__).resolve().parents[1] / "build" / "bench"
KEY: Final = StoreKey(RAW, SALT)
_BLOCK: Final = 2_000
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "company": (
        *("id", "parent_id", "kind", "legal_name", "short_name", "code", "credit_code", "country", "grade", "phone", "sort_key"),
    ),
    "site": (
        *("id", "company_id", "name", "code", "country", "province", "city", "address_text", "status", "grade", "phone"),
        "sort_key",
    ),
    "contact": ("id", "name", "mobile", "email"),
    "position": ("id", "contact_id", "site_id", "title", "is_main"),
}


def store_of(sites: int) -> Path:
    """Return the path of a store with `sites` sites; one with other tables is built anew, one with another index indexed anew."""
    if not is_there():
        raise SystemExit("The real names are not there: benchmarks read ../shared/data (docs/performance.md).")
    folder = BUILD / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    rows, index = _forms(folder)
    path = folder / f"{sites}-{rows}-{index}.crmdesk"
    if not path.exists():
        same_rows = next(folder.glob(f"{sites}-{rows}-*.crmdesk"), None)
        if same_rows is not None:
            half_done = same_rows.rename(path.with_suffix(".building"))
        for old in folder.glob(f"{sites}-*"):
            if same_rows is None or old != half_done:
                old.unlink()
        _index_anew(half_done, sites) if same_rows is not None else _build(path.with_suffix(".building"), sites)
        path.with_suffix(".building").rename(path)
    path.with_name(f"{path.name}.open").unlink(
        missing_ok=True
    )  # a measured window ends at once; the next starts as after a clean exit
    return path


def open_store(sites: int) -> Store:
    """Open the store with `sites` sites."""
    return Store.open(store_of(sites), KEY)


def new_store(path: Path, *, key: StoreKey | None = KEY) -> Store:
    """Create an empty store in place of whatever is there, set up as the program does."""
    remove_store(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    store = Store.create(path, key)
    set_up(store)
    return store


def remove_store(path: Path) -> None:
    """Remove a store file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _forms(folder: Path) -> tuple[str, str]:
    """Return what rows and index are recognised by: hashes of tables and generator, and of index and terms."""
    empty = folder / "form.crmdesk"
    with new_store(empty) as store, store.read() as connection:
        tables = (
            connection.exec_driver_sql(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type<>'trigger' AND name NOT LIKE 'search_%' ORDER BY name"
            )
            .scalars()
            .all()
        )
    remove_store(empty)
    generator = (Path(__file__).parent / "made_up_rows.py").read_text(encoding="utf-8")
    return _hash(*tables, generator), _hash(*CREATE_SEARCH_INDEX, str(VERSION))


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:10]


def _build(path: Path, sites: int) -> None:
    begun = time.perf_counter()
    new_store(path).close()
    engine = writer_engine(path, KEY)
    with engine.connect() as connection:
        transaction = _write_rows(connection, sites)
        _say(f"{sites:,} sites: rows and log", begun)
        _count_sites(connection)
        with connection.begin():
            rebuild(connection)
            connection.exec_driver_sql("UPDATE sync_ctl SET v=NULL WHERE k='tx'")
            connection.exec_driver_sql(
                """INSERT INTO change_tx(id,at,action,label,source,first_seq,last_seq)
                   VALUES(?,'2026-01-01T00:00:00.000Z','import','benchmark','import',1,(SELECT max(seq) FROM sync_op))""",
                (transaction,),
            )
        _say(f"{sites:,} sites: search index", begun)
    engine.dispose()  # the last connection writes the WAL back and removes it
    _say(f"{sites:,} sites: {path.stat().st_size / 1e6:,.0f} MB", begun)


def _index_anew(path: Path, sites: int) -> None:
    begun = time.perf_counter()
    engine = writer_engine(path, KEY)
    with engine.connect() as connection, connection.begin():
        rebuild(connection)
    engine.dispose()
    _say(f"{sites:,} sites: search index anew", begun)


def _write_rows(connection: Connection, sites: int) -> str:
    transaction = new_id()
    customers = iter(Customers(load_material(), sites))
    while block := list(islice(customers, _BLOCK)):
        with connection.begin():
            connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='tx'", (transaction,))
            for table, rows in _tables(block).items():
                _insert(connection, table, rows)
            _write_notes(connection, block)
    return transaction


def _tables(block: Sequence[Customer]) -> dict[str, list[Values]]:
    return {
        "company": [customer.company for customer in block],
        "site": [site for customer in block for site in customer.sites],
        "contact": [contact for customer in block for contact in customer.contacts],
        "position": [position for customer in block for position in customer.positions],
    }


def _insert(connection: Connection, table: str, rows: Sequence[Values]) -> None:
    columns = _COLUMNS[table]
    statement = f"INSERT INTO {table}({','.join(columns)}) VALUES({','.join('?' * len(columns))})"
    if rows:
        connection.exec_driver_sql(statement, [tuple(row[column] for column in columns) for row in rows])


def _write_notes(connection: Connection, block: Sequence[Customer]) -> None:
    """Give every place with a known person two notes: a record that is opened has some of everything."""
    notes: list[tuple[Any, ...]] = [
        (new_id(), position["site_id"], f"2026-0{month}-11T08:30:00.000Z", "电话沟通，下月再谈报价。")
        for customer in block
        for position in customer.positions
        for month in (3, 5)
    ]
    if notes:
        connection.exec_driver_sql("INSERT INTO activity(id,site_id,kind,happened_at,text) VALUES(?,?,'note',?,?)", notes)


def _count_sites(connection: Connection) -> None:
    """Fill `site_count`, which is local: own sites first, then what the children hold (made-up trees have two levels)."""
    with connection.begin():
        connection.exec_driver_sql(
            "UPDATE company SET site_count=(SELECT count(*) FROM site s WHERE s.company_id=company.id AND s.deleted_at IS NULL)"
        )
        connection.exec_driver_sql(
            """UPDATE company SET site_count=site_count+(SELECT sum(k.site_count) FROM company k WHERE k.parent_id=company.id)
               WHERE id IN (SELECT parent_id FROM company WHERE parent_id IS NOT NULL)"""
        )


def _say(what: str, begun: float) -> None:
    print(f"  {what}: {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)


def _sizes(arguments: Sequence[str]) -> Iterator[int]:
    return (int(text) for text in arguments)


if __name__ == "__main__":
    for size in _sizes(sys.argv[1:]):
        print(store_of(size))
