"""The exchange with a real PostgreSQL on this machine: server, laptops and measuring share its cores (`sync.md` §5.4).

Floor of a first exchange: the same rows as JSON pages of 5,000, taken apart and written by `executemany` into an encrypted file without
indices (`sync.md` §2.7).
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.central_filling import TEAMS, FilledCentre, filled_centre
from benchmarks.counted_line import CountedLine
from benchmarks.dataset import KEY
from benchmarks.measure import ROOT, Reach, Result, in_child, median_ms, percentile
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.catalogue import Services
from crmdesk.services.store_setup import set_up
from crmdesk.storage.connections import open_raw
from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.schema import pulled_columns
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import Step, exchange
from crmdesk.sync.protocol import ROWS_IN_PAGE

_CHANGED: Final = 1_000
_EDITS: Final = 5_000
_LAPTOPS: Final = 16
_AT_ONCE: Final = 5
_TIMES: Final = 12
_WARM: Final = 20
"""First saves of a process, which load what all later ones use."""
_SEARCHED: Final = {"rep": 20.0, "manager": 50.0, "auditor": 200.0}
"""Who lists and searches at the centre, and within how many milliseconds (`sync.md` §5.4)."""
_TEXTS: Final = (None, "店", "银行", "石油", "上海", "龘龘", "zzqq", "coop")
"""Nothing: a list. Some of many sites, some of hardly any, some of none."""
_TABLES: Final = ("company", "site", "contact", "position", "activity")


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the figures of `sync.md` §5.4 that one machine can show."""
    for sites in sizes:
        found = in_child("benchmarks.exchange", [str(sites)])
        rows = f"{found['rows']:,.0f} rows"
        yield Result(
            "exchange", "first exchange of everything", sites, found["floor"], found["first"], "s", Reach.RATIO_AT_MOST, 1.5, rows
        )
        yield Result("exchange", "until one's own team is there and found", sites, None, found["usable"], "s", Reach.AT_MOST, 5.0)
        yield Result("exchange", "until search and order are prepared too", sites, found["floor"], found["prepared"], "s")
        yield Result("exchange", "empty exchange, connecting too", sites, None, found["empty_ms"], "ms", Reach.AT_MOST, 100.0)
        everything = f"{found['all_kb']:.1f} KB for somebody who sees all {TEAMS} teams"
        yield Result("exchange", "empty exchange", sites, None, found["empty_kb"], "KB", Reach.AT_MOST, 2.0, everything)
        yield Result("exchange", f"{_CHANGED:,} changed, end to end", sites, None, found["changed_s"], "s", Reach.AT_MOST, 1.0)
        yield Result("exchange", f"{_CHANGED:,} changed", sites, None, found["changed_kb"], "KB", Reach.AT_MOST, 300.0)
        yield Result(
            "exchange", "push of edits, all rules and row security", sites, None, found["push"], "ops/s", Reach.AT_LEAST, 3_000
        )
        together = f"{_LAPTOPS} laptops at once, an exchange of {_AT_ONCE} edits each, p99"
        middle = f"median {found['at_once_median_s']:.2f} s"
        yield Result("exchange", together, sites, None, found["at_once_s"], "s", Reach.AT_MOST, 1.0, middle)
        for login, most in _SEARCHED.items():
            what = f"list and search at the centre, the slowest of {len(_TEXTS)}: {login}"
            yield Result("exchange", what, sites, None, found[f"search_{login}_ms"], "ms", Reach.AT_MOST, most)
        yield Result(
            "exchange", "save one field on a connected laptop, p95", sites, None, found["save_ms"], "ms", Reach.AT_MOST, 10.0
        )


@contextmanager
def laptop(
    centre: FilledCentre, login: str, folder: Path, line: CountedLine | None = None
) -> Iterator[tuple[Store, PostgresCentre]]:
    """Give a connected laptop with an empty store."""
    settings = centre.settings(login) if line is None else _counted(centre, login, line)
    with Store.create(folder / f"{login}-{time.monotonic_ns()}.crmdesk", KEY) as store:
        set_up(store, login)
        connect(store, json.loads(settings.to_json()))
        with PostgresCentre(settings) as reached:
            yield store, reached


def _counted(centre: FilledCentre, login: str, line: CountedLine) -> CentreSettings:
    host = Host(str(line.folder), centre.server.port)
    return CentreSettings((host,), centre.settings(login).database, login, LoginBy.SOCKET, insecure_local=True)


def _measure(sites: int) -> dict[str, float]:
    """Measure one size; runs in a child."""
    found: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as name,
        filled_centre(sites, pushers=_LAPTOPS) as centre,
        CountedLine(centre.server.host, centre.server.port) as line,
    ):
        folder = Path(name)
        found["rows"] = centre.rows
        found["floor"] = _floor(centre, folder / "floor.crmdesk")
        with laptop(centre, "auditor", folder) as (store, reached):
            found |= _first(store, reached)  # straight, as the floor: counting bytes takes this process's time
            with PostgresCentre(_counted(centre, "auditor", line)) as counted:
                found["all_kb"] = _empty(store, counted, line)["empty_kb"]
                found |= _changed(centre, store, counted, line)
        with laptop(centre, "rep", folder, line) as (store, reached):
            found |= _edits(store, reached)
            found |= _empty(store, reached, line)
        found |= {f"search_{login}_ms": _slowest_search(centre, login) for login in _SEARCHED}
        found |= _at_once(centre, folder)
    return found


def _floor(centre: FilledCentre, path: Path) -> float:
    target = open_raw(path, KEY, read_only=False)
    begun = time.perf_counter()
    with centre.connect() as server:
        for table in _TABLES:
            columns = pulled_columns(table)
            target.execute(f"CREATE TABLE {table} ({','.join(columns)})")
            insert = f"INSERT INTO {table} VALUES ({','.join('?' * len(columns))})"
            target.execute("BEGIN")
            after = ""
            while True:
                page = server.execute(
                    f"""SELECT json_agg(json_build_array({",".join(columns)}))::text, max(id) FROM
                        (SELECT * FROM crm.{table} WHERE id > %s ORDER BY id LIMIT {ROWS_IN_PAGE}) page""".encode(),
                    (after,),
                ).fetchone()
                if page is None or page[0] is None:
                    break
                target.executemany(insert, json.loads(page[0]))
                after = page[1]
            target.commit()
    seconds = time.perf_counter() - begun
    target.close()
    return seconds


def _first(store: Store, centre: PostgresCentre) -> dict[str, float]:
    steps: list[tuple[Step, float]] = []
    begun = time.perf_counter()
    exchange(
        store,
        centre,
        device_label="bench",
        progress=lambda step, _done, _total: steps.append((step, time.perf_counter() - begun)),
    )
    seconds = time.perf_counter() - begun
    fetched = [at for step, at in steps if step is Step.FETCH]
    found = next((at for (before, _), (step, at) in pairwise(steps) if before is Step.PREPARE and step is Step.FETCH), 0.0)
    near = max((at for at in fetched if at < found), default=0.0)  # then it was made ready for searching: no part of fetching
    return {"first": fetched[-1] - (found - near), "usable": found or seconds, "prepared": seconds}


def _empty(store: Store, centre: PostgresCentre, line: CountedLine) -> dict[str, float]:
    times = []
    for _ in range(7):
        centre.close()
        line.reset()
        begun = time.perf_counter()
        exchange(store, centre, device_label="bench")
        times.append((time.perf_counter() - begun) * 1_000)
    return {"empty_ms": sorted(times)[3], "empty_kb": line.bytes / 1_024}


def _changed(filled: FilledCentre, store: Store, centre: PostgresCentre, line: CountedLine) -> dict[str, float]:
    with filled.connect() as server:
        server.execute("UPDATE sync.stream SET n=n+1 WHERE id=0")
        server.execute("INSERT INTO sync.commit (stream_id, n, batch_id) SELECT 0, n, md5('changed') FROM sync.stream WHERE id=0")
        server.execute(
            f"""UPDATE crm.site SET phone='021-0000 0000', rv=(SELECT n FROM sync.stream WHERE id=0)
                WHERE id IN (SELECT id FROM crm.site ORDER BY md5(id) LIMIT {_CHANGED})""".encode()
        )
    line.reset()
    begun = time.perf_counter()
    report = exchange(store, centre, device_label="bench")
    seconds = time.perf_counter() - begun
    if report.received != _CHANGED:
        raise RuntimeError(f"{report.received} rows came")
    return {"changed_s": seconds, "changed_kb": line.bytes / 1_024}


def _edits(store: Store, centre: PostgresCentre) -> dict[str, float]:
    exchange(store, centre, device_label="bench")
    random = Random(1)
    with store.read() as connection:
        numbers = [row[0] for row in connection.exec_driver_sql("SELECT n FROM site WHERE deleted_at IS NULL")]
        keys = [row[0] for row in connection.exec_driver_sql("SELECT id FROM site WHERE deleted_at IS NULL LIMIT 220")]
    times = _saves(store, keys)[_WARM:]
    exchange(store, centre, device_label="bench")
    chosen = [random.choice(numbers) for _ in range(_EDITS)]
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "UPDATE site SET phone=?||n WHERE n=?", [(f"021-{place:08d}", number) for place, number in enumerate(chosen)]
        )
        uow.commit()
    begun = time.perf_counter()
    report = exchange(store, centre, device_label="bench")
    return {"push": report.sent / (time.perf_counter() - begun), "save_ms": percentile(times, 0.95)}


def _slowest_search(centre: FilledCentre, login: str) -> float:
    with centre.connect(login) as connection:

        def search(text: str | None) -> None:
            connection.execute("SELECT * FROM report.search('site', %s)", (text,)).fetchall()

        search(None)
        return max(median_ms(lambda: search(text), 3) for text in _TEXTS)  # noqa: B023 - called at once


def _at_once(centre: FilledCentre, folder: Path) -> dict[str, float]:
    """Let laptops of one team edit and exchange at the same time; each is a process."""
    logins = [f"pusher{number}" for number in range(_LAPTOPS)]
    laptops = [
        subprocess.Popen(
            [*(sys.executable, "-m", "benchmarks.exchange_child"), str(folder / login), login, str(_TIMES), str(_AT_ONCE)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for login in logins
    ]  # fmt: skip
    for one, login in zip(laptops, logins, strict=True):
        _tell(one, centre.settings(login).to_json())
    for one in laptops:
        if one.stdout is None or one.stdout.readline() != "ready\n":
            raise RuntimeError("a laptop did not start")
    for one in laptops:
        _tell(one, "go")
    took = [seconds for one in laptops for seconds in json.loads(one.communicate()[0])]
    return {"at_once_s": percentile(took, 0.99), "at_once_median_s": percentile(took, 0.5)}


def _tell(laptop_: "subprocess.Popen[str]", line: str) -> None:
    if laptop_.stdin is None:
        raise RuntimeError("a laptop cannot hear")
    laptop_.stdin.write(f"{line}\n")
    laptop_.stdin.flush()


def _saves(store: Store, sites: Sequence[str]) -> list[float]:
    from crmdesk.services.record_key import RecordKey

    services, times = Services.over(store), []
    for place, site in enumerate(sites):
        key = RecordKey(RecordKind.SITE, site)
        base: dict[str, Any] = {"phone": services.accounts.open(key).values.get("phone")}
        begun = time.perf_counter()
        services.accounts.save(key, {"phone": f"021 5888 {place:04d}"}, base)
        times.append((time.perf_counter() - begun) * 1_000)
    return times


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]))))
