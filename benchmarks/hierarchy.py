"""Depth and size: a tree 12 levels deep whose lowest company has 50,000 sites – opened, paged, added up, searched in, moved, undone.

Each is held against the same done raw in SQLite in the same run: the rows read by their index, or the columns written by one
statement without log, index and counts.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks.dataset import new_store
from benchmarks.expand import expansions
from benchmarks.measure import Reach, Result, median_ms, milliseconds
from crmdesk.core.ids import new_id
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.moves import MoveService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.roll_ups import RollUpService
from crmdesk.services.search import SearchService
from crmdesk.services.tree import TreeService
from crmdesk.services.undo import UndoService
from crmdesk.storage.search.writing import rebuild
from crmdesk.storage.store import Store

LEVELS: Final = 12
MOST_SITES: Final = 50_000
"""Sites of the lowest company; a smaller size has fewer."""
_MOVED: Final = 5_000
_PAGE: Final = 200
_BELOW: Final = """WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT c.id FROM below b CROSS JOIN company c
  ON c.parent_id=b.id AND c.deleted_at IS NULL)"""
_STATUSES: Final = ("lead", "fighting", "existing", "sleeping", "lost")


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield every figure at each size, up to `MOST_SITES`."""
    application = QApplication.instance() or QApplication([])
    for sites in dict.fromkeys(min(size, MOST_SITES) for size in sizes):
        folder = Path(tempfile.mkdtemp(prefix="crmdesk-hierarchy-"))
        try:
            with new_store(folder / "deep.crmdesk") as store:
                chain, other = _fill(store, sites)
                yield from _reading(store, chain, sites)
                yield from _writing(store, chain, other, sites)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    del application


def _fill(store: Store, sites: int) -> tuple[list[RecordKey], RecordKey]:
    """Write the chain of companies, the sites of the lowest, a person and a note at one in twenty, and a company beside the chain."""
    chain = [new_id() for _ in range(LEVELS)]
    other = new_id()
    rows = [(chain[level], chain[level - 1] if level else None, f"第{level + 1}层公司", f"{level:03}") for level in range(LEVELS)]
    ids = [new_id() for _ in range(sites)]
    with store.unit_of_work() as uow:
        run_many = uow.connection.exec_driver_sql
        run_many(
            "INSERT INTO company(id,parent_id,kind,legal_name,sort_key,site_count) VALUES(?,?,'legal',?,?,?)",
            [(*row, sites) for row in rows] + [(other, None, "另一家公司", "999", 0)],
        )
        run_many(
            "INSERT INTO site(id,company_id,name,code,city,status,sort_key) VALUES(?,?,?,?,'北京市',?,?)",
            [
                (site, chain[-1], f"门店{number}", f"SH-{number}", _STATUSES[number % 5], f"{number:06}")
                for number, site in enumerate(ids)
            ],
        )
        people = [(new_id(), f"联系人{number}", site) for number, site in enumerate(ids[::20])]
        run_many("INSERT INTO contact(id,name) VALUES(?,?)", [row[:2] for row in people])
        run_many("INSERT INTO position(id,contact_id,site_id) VALUES(?,?,?)", [(new_id(), row[0], row[2]) for row in people])
        run_many(
            "INSERT INTO activity(id,site_id,kind,happened_at,text) VALUES(?,?,'note','2026-01-01T00:00:00.000Z','拜访')",
            [(new_id(), site) for site in ids[::20]],
        )
        rebuild(uow.connection)
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=NULL WHERE k='tx'")
        uow.connection.commit()  # past the refreshers: the index is written once, not row by row
    return [RecordKey(RecordKind.COMPANY, company) for company in chain], RecordKey(RecordKind.COMPANY, other)


def _reading(store: Store, chain: list[RecordKey], sites: int) -> Iterator[Result]:
    top, lowest = chain[0], chain[-1]
    tree, roll_ups, search = TreeService(store), RollUpService(store), SearchService(store)
    with store.read() as connection:
        raw_page = "SELECT id,name,code,city,grade,status FROM site WHERE company_id=? AND deleted_at IS NULL ORDER BY sort_key,n LIMIT ? OFFSET ?"
        half = sites // 2
        first = median_ms(lambda: connection.exec_driver_sql(raw_page, (lowest.id, _PAGE, 0)).all())
        middle = median_ms(lambda: connection.exec_driver_sql(raw_page, (lowest.id, _PAGE, half)).all())
        rows = "FROM below b CROSS JOIN site s ON s.company_id=b.id AND s.deleted_at IS NULL"
        subtree = median_ms(lambda: connection.exec_driver_sql(f"{_BELOW} SELECT s.id, s.status {rows}", (top.id,)).all(), 5)
        counted = median_ms(lambda: connection.exec_driver_sql(f"{_BELOW} SELECT count(*) {rows}", (top.id,)).all(), 5)
    at_most = Reach.DIFFERENCE_AT_MOST
    yield Result(
        "hierarchy", f"expand at level {LEVELS}", sites, first, median(expansions(store, lowest)), reach=at_most, target=16.0
    )
    ours = median_ms(lambda: tree.children(lowest, half, _PAGE))
    yield Result("hierarchy", "page in the middle", sites, middle, ours, reach=at_most, target=16.0)
    place = RecordKey(RecordKind.SITE, tree.children(lowest, half, 1)[0].key.id)
    yield Result("hierarchy", f"place of a site at level {LEVELS + 1}", sites, None, median_ms(lambda: tree.locate(place)))
    for measure in roll_ups.measures():
        taken = median_ms(lambda key=measure.key: roll_ups.of(top, [key]), 5)  # type: ignore[misc]
        reached = 1.0 if measure.key != "companies" else None
        yield Result("hierarchy", f"roll up {measure.key} at the top", sites, subtree, taken, target=reached)
    nodes = median_ms(lambda: roll_ups.mixes(chain), 5)
    yield Result("hierarchy", f"status mix of the {LEVELS} in sight", sites, counted, nodes)
    yield Result("hierarchy", "sites of the rows in sight", sites, None, median_ms(lambda: roll_ups.for_nodes(chain, "sites")))
    under = (Under(RecordKind.COMPANY, chain[5].id),)
    everywhere = median_ms(lambda: search.search("门店12"))
    yield Result("hierarchy", "search below level 6", sites, everywhere, median_ms(lambda: search.search("门店12", 30, under)))


def _writing(store: Store, chain: list[RecordKey], other: RecordKey, sites: int) -> Iterator[Result]:
    moves, undo = MoveService(store), UndoService(store)
    accounts = AccountService(store)
    saved, moved_chain, back = [], [], []
    for number in range(3):
        saved.append(milliseconds(lambda: accounts.save(chain[1], {"note": str(number)})))  # noqa: B023 - called at once
        moved_chain.append(milliseconds(lambda: moves.move([chain[1]], other)))
        back.append(milliseconds(undo.undo_last))
    yield Result(
        "hierarchy",
        f"move {LEVELS - 1} levels with all sites",
        sites,
        median(saved),
        median(moved_chain),
        target=3.0,
    )
    yield Result("hierarchy", "take that back", sites, median(saved), median(back))
    preview = median_ms(lambda: moves.preview([chain[1]], other), 3)
    yield Result("hierarchy", "preview of that with all figures", sites, None, preview)
    keys = [node.key for node in TreeService(store).children(chain[-1], 0, min(_MOVED, sites))]
    floor = _raw_move(store, [key.id for key in keys], other.id)
    taken = milliseconds(lambda: moves.move(keys, other))
    yield Result("hierarchy", f"move {len(keys):,} sites", sites, floor, taken)
    begun = time.perf_counter()
    undo.undo_last()
    yield Result("hierarchy", f"take {len(keys):,} back", sites, floor, (time.perf_counter() - begun) * 1_000)


def _raw_move(store: Store, ids: list[str], company: str) -> float:
    """Return how long the bare statements take, with the log's triggers; they are rolled back."""
    with store.unit_of_work() as uow:
        return milliseconds(
            lambda: uow.connection.exec_driver_sql(
                "UPDATE site SET company_id=? WHERE id=?", [(company, record) for record in ids]
            )
        )
