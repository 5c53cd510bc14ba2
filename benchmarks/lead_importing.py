"""Import of leads, all checks, log and index included, against `executemany` of the very rows it left in the store.

The floor is that of `benchmarks.importing`. Beside made-up leads the 9,240 real ones of `Leads.csv`, where they are there, and made-up
leads into a store that has as many already, each of which must be held against them.
"""

import csv
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.dataset import BUILD, KEY, new_store, remove_store
from benchmarks.importing import final_rows, floor_of
from benchmarks.made_up_rows import load_material
from benchmarks.measure import ROOT, Reach, Result, in_child
from crmdesk.storage.store import Store

REAL: Final = ROOT.parent / "shared" / "data" / "crm" / "xeducation_leads" / "Leads.csv"
_TABLES: Final = ("lead", "sync_op", "change_tx")
_TRADES: Final = ("商业", "科技", "电气", "物流", "食品", "机械", "贸易", "餐饮管理", "汽车销售", "生物科技")
_LARGEST: Final = 200_000
"""Nobody imports more leads at once (issue D)."""


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield rows a second of real leads, and of made-up ones at each size."""
    if REAL.exists():
        yield from _of("import Leads.csv", REAL)
    for count in sorted({min(size, _LARGEST) for size in sizes}):
        yield from _of("import leads", table_of(count))


def _of(what: str, file: Path) -> Iterator[Result]:
    target = BUILD / "import" / "leads.crmdesk"
    target.parent.mkdir(parents=True, exist_ok=True)
    new_store(target).close()
    ours = in_child("benchmarks.lead_importing", [str(file), str(target)])
    seconds, cpu = floor_of(target, BUILD / "import" / "floor.crmdesk", lambda reading: final_rows(reading, _TABLES))
    again = in_child("benchmarks.lead_importing", [str(file), str(target)])
    remove_store(target)
    rows = int(ours["rows"])
    yield Result(
        "lead_import", what, rows, rows / seconds, rows / ours["seconds"], "rows/s", Reach.RATIO_AT_LEAST, 0.4,
        f"{ours['seconds']:.1f} s, of CPU {ours['cpu']:.1f} s, the floor {cpu:.1f} s; {ours['created']:,.0f} created",
    )  # fmt: skip
    yield Result(
        "lead_import", f"{what} that are all there", rows, None, rows / again["seconds"], "rows/s", Reach.AT_LEAST, None,
        f"{again['seconds']:.1f} s, {again['rss_mb']:.0f} MB",
    )  # fmt: skip


def table_of(count: int) -> Path:
    """Write made-up leads as a table."""
    path = BUILD / "import" / f"leads-{count}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with path.with_suffix(".part").open("w", encoding="utf-8", newline="") as text:
            csv.writer(text).writerows(lead_texts(count))
        path.with_suffix(".part").rename(path)
    return path


def lead_texts(count: int, seed: int = 7) -> Iterator[tuple[str, ...]]:
    """Yield the header and rows of made-up leads, one in three with a person, all with a phone."""
    material, rng = load_material(), random.Random(seed)
    yield ("线索编号", "公司", "联系人", "手机", "邮箱", "省", "城市", "地址", "线索来源", "状态", "备注")
    for number in range(count):
        place = rng.choice(material.places)
        company = f"{place.city}{rng.choice(material.brands)}{rng.choice(_TRADES)}有限公司"
        person = rng.choice(material.surnames) + "".join(rng.choices(material.given, k=rng.randint(1, 2)))
        mobile, mail = f"1{rng.choice('38')}{rng.randrange(10**9):09d}", f"m{number}@example.cn"
        source = rng.choice(("展会", "来电", "官网", "Google", "Select"))
        yield (
            f"L{number}", company, rng.choice((person, "", "")), mobile, rng.choice((mail, "")), place.province, place.city,
            place.address, source, rng.choice(("新", "跟进中", "无效")), "询价",
        )  # fmt: skip


def _import(file: str, store: str) -> None:
    """Import in this process and print what it took."""
    import resource

    from crmdesk.core.vocabulary import RecordKind
    from crmdesk.exchange.importing.run import Import
    from crmdesk.exchange.mapping_proposal import propose_mapping
    from crmdesk.exchange.table_source import open_table

    source = open_table(file)
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
    with Store.open(Path(store), KEY) as target:
        begun, cpu = time.perf_counter(), time.process_time()
        report = Import(source, mapping).run(target)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    created = report.kinds[RecordKind.LEAD].created
    print(json.dumps({"seconds": seconds, "cpu": cpu, "rows": report.rows, "created": created, "rss_mb": rss}))


if __name__ == "__main__":
    _import(*sys.argv[1:3])
