"""Reads of the tree as services give them, against the SQL that fetches the same page's rows by the index alone."""

from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.dataset import open_store
from benchmarks.measure import Reach, Result, median_ms, paired_medians
from benchmarks.picks import biggest_company
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.services.tree import TreeService
from crmdesk.storage.store import Store

_PAGE: Final = 200
_RAW_ROOTS: Final = """SELECT id, legal_name, short_name, kind, code, grade, customer_kind, site_count, owner_id FROM company
WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY sort_key, n LIMIT ?"""
_RAW_SITES: Final = """SELECT id, name, code, city, province, grade, status, customer_kind, owner_id FROM site
WHERE company_id=? AND deleted_at IS NULL ORDER BY sort_key, n LIMIT ?"""


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield pages, counts, a place found and a page in another order, at each size."""
    for sites in sizes:
        with open_store(sites) as store:
            yield from _of(store, sites)


def _of(store: Store, sites: int) -> Iterator[Result]:
    tree, company = TreeService(store), biggest_company(store)
    with store.read() as connection:
        for what, statement, params, parent in (
            ("page of the roots", _RAW_ROOTS, (_PAGE,), None),
            ("page of the biggest company", _RAW_SITES, (company.id, _PAGE), company),
        ):
            floor, ours = paired_medians(
                lambda: connection.exec_driver_sql(statement, params).all(),  # noqa: B023 - called at once
                lambda: tree.children(parent, 0, _PAGE),  # noqa: B023 - called at once
            )
            yield Result("tree", what, sites, floor, ours, reach=Reach.DIFFERENCE_AT_MOST, target=5.0)
        last = connection.exec_driver_sql(
            "SELECT id FROM site WHERE company_id=? AND deleted_at IS NULL ORDER BY sort_key DESC LIMIT 1", (company.id,)
        ).scalar_one()
    stated = {
        "count the roots": lambda: tree.count(None),
        "find the place of the last site": lambda: tree.locate(RecordKey(RecordKind.SITE, str(last))),
        "page of the roots by code": lambda: tree.children(None, 0, _PAGE, Sort("code")),
        "page of the biggest company by city": lambda: tree.children(company, 0, _PAGE, Sort("city")),
    }
    for what, work in stated.items():
        yield Result("tree", what, sites, None, median_ms(work, 5), reach=Reach.AT_MOST)
