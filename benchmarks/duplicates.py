"""The whole store searched for duplicates, against one plain read of every row; and what is said while somebody types.

The store of a size is a copy of the generated one; with the register (`crmdesk import` of `cn_companies_and_branches`) in
build/bench/register.crmdesk, unencrypted, that one is searched as well.
"""

import resource
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.dataset import BUILD, KEY, store_of
from benchmarks.measure import Reach, Result, in_child
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.duplicates import DuplicateService
from crmdesk.services.likely_records import LikelyRecords
from crmdesk.storage.store import Store

REGISTER: Final = BUILD / "register.crmdesk"
_SEARCH_SECONDS_AT_A_MILLION: Final = 900.0
_LIKELY_MS: Final = 20.0
_TYPED: Final = 60


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield seconds of a search at each size and of the register, and milliseconds of one answer while typing."""
    copy = BUILD / "duplicates.crmdesk"
    for sites in sizes:
        shutil.copyfile(store_of(sites), copy)
        yield from _measured(copy, sites, "generated")
        copy.unlink()
    if REGISTER.exists():
        shutil.copyfile(REGISTER, copy)
        yield from _measured(copy, 115_942, "register")
        copy.unlink()


def _measured(path: Path, sites: int, what: str) -> Iterator[Result]:
    found = in_child("benchmarks.duplicates", [str(path)])
    note = (
        f"{found['records']:.0f} records, {found['compared']:.0f} pairs compared, {found['groups']:.0f} groups, "
        f"{found['cpu']:.0f} s of CPU, {found['mb']:.0f} MB"
    )
    yield Result(
        "duplicates", f"search for duplicates ({what})", sites, found["floor"], found["seconds"], "s",
        Reach.AT_MOST, _SEARCH_SECONDS_AT_A_MILLION, note,
    )  # fmt: skip
    yield Result(
        "duplicates", f"likely records of a name ({what})", sites, None, found["likely"], "ms CPU", Reach.AT_MOST, _LIKELY_MS,
        f"95 of 100 in {found['likely95']:.1f} ms",
    )  # fmt: skip


def _search(path: Path) -> dict[str, float]:
    """Search one store; runs in a child."""
    key = None if path.read_bytes()[:6] == b"SQLite" else KEY
    with Store.open(path, key) as store:
        floor = _seconds_to_read(store)
        service = DuplicateService(store)
        begun, cpu = time.perf_counter(), time.process_time()
        service.search(_ignore)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
        last = service.last()
        times = _typing(store)
        return {
            "floor": floor,
            "seconds": seconds,
            "cpu": cpu,
            "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024,
            "records": sum(one.records for one in last),
            "compared": sum(one.compared for one in last),
            "groups": len(service.holding()),
            "likely": times[len(times) // 2],
            "likely95": times[int(len(times) * 0.95)],
        }


def _ignore(_share: float) -> None:
    """Take no notice of progress."""


def _seconds_to_read(store: Store) -> float:
    begun = time.perf_counter()
    with store.read() as connection:
        for kind in (RecordKind.COMPANY, RecordKind.SITE):
            for _row in connection.exec_driver_sql(f"SELECT * FROM {kind.value} WHERE deleted_at IS NULL"):
                pass
    return time.perf_counter() - begun


def _typing(store: Store) -> list[float]:
    """Return sorted milliseconds of CPU of an answer to the first four characters of a name, and to the whole."""
    with store.read() as connection:
        statement = "SELECT legal_name FROM company WHERE n % 97 = 5 AND deleted_at IS NULL ORDER BY n LIMIT ?"
        names = list(connection.exec_driver_sql(statement, (_TYPED,)).scalars())
    service = LikelyRecords(store)
    service.likely(RecordKind.COMPANY, {"legal_name": names[0]})
    times = []
    for typed in [text for name in names for text in (name[:4], name)]:
        begun = time.process_time()
        service.likely(RecordKind.COMPANY, {"legal_name": typed})
        times.append((time.process_time() - begun) * 1_000)
    return sorted(times)


if __name__ == "__main__":
    import json

    print(json.dumps(_search(Path(sys.argv[1]))))
