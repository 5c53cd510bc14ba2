"""Expanding the company with the most sites: from the key press to the painted rows, against the raw SQL of that page.

Ours is the real tree table over the real service and reader threads: opening the node counts its children, loads the pages in
sight and repaints; it ends with the first paint that shows the new rows. The floor reads the columns that the same page shows, by the same index, in one statement.
"""

import time
from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks.dataset import open_store
from benchmarks.measure import Reach, Result, milliseconds
from benchmarks.open_window import wait_for
from benchmarks.picks import biggest_company
from benchmarks.window_child import PaintWatch
from crmdesk.core.listing import Sort
from crmdesk.services.record_key import RecordKey
from crmdesk.services.tree import TreeService
from crmdesk.storage.store import Store
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.tasks.threads import TaskRunner
from crmdesk.ui.tree.model import PagedTreeModel
from crmdesk.ui.tree.tree_table import TreeTable
from crmdesk.views.accounts.tree_columns import NodeCells, tree_columns
from crmdesk.views.accounts.tree_source import AccountTreeSource

_PAGE: Final = 200
_TIMES: Final = 15
_RAW: Final = """
SELECT id, name, code, city, province, grade, status, customer_kind, owner_id FROM site
WHERE company_id=? AND deleted_at IS NULL ORDER BY sort_key, n LIMIT ?"""


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the difference at each size."""
    application = QApplication.instance() or QApplication([])
    for sites in sizes:
        with open_store(sites) as store:
            company = biggest_company(store)
            children = TreeService(store).count(company)
            with store.read() as connection:
                raw = [
                    milliseconds(lambda: connection.exec_driver_sql(_RAW, (company.id, _PAGE)).all())  # noqa: B023 - called at once
                    for _ in range(_TIMES + 1)
                ]
            ours = expansions(store, company)
        yield Result(
            "expand", f"expand a company with {children:,} sites", sites, median(raw[1:]), median(ours),
            reach=Reach.DIFFERENCE_AT_MOST, target=16.0,
        )  # fmt: skip
    del application


def expansions(store: Store, company: RecordKey) -> list[float]:
    """Return the milliseconds of several expansions in one window."""
    tasks = TaskRunner()
    source = AccountTreeSource(NodeCells.in_present_language())
    source.connect_to(TreeService(store))
    model = PagedTreeModel(source, tree_columns(), PageRunner(tasks), sort=Sort("name"))
    table = TreeTable()
    table.resize(600, 800)
    table.show_tree(model)
    table.show()
    times: list[float] = []
    try:
        model.reveal(str(company))
        wait_for(lambda: model.row_of(str(company)) is not None and not tasks.is_busy)
        for _ in range(_TIMES + 1):
            row = model.row_of(str(company))
            assert row is not None
            painted: list[float] = []
            watch = PaintWatch(table.viewport(), partial(_note_time, painted), partial(_is_expanded, model, row))
            begun = time.perf_counter()
            model.open_row(row)
            wait_for(lambda: bool(painted))  # noqa: B023 - called at once
            times.append((painted[0] - begun) * 1_000)
            watch.setParent(None)
            watch.deleteLater()
            wait_for(lambda: not tasks.is_busy)
            model.close_row(row)
            QApplication.processEvents()
    finally:
        model.stop()
        tasks.shutdown()
        table.close()
        table.deleteLater()
    return times[1:]


def _is_expanded(model: PagedTreeModel, row: int) -> bool:
    return model.is_open(row) and model.row_at(row + 1) is not None


def _note_time(times: list[float]) -> None:
    times.append(time.perf_counter())
