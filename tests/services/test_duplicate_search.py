"""What a search finds does not depend on the order of rows, and equals what comparing each with each would find."""

import itertools
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import LARGEST_BLOCK, compare_records, keys_of, prepared
from crmdesk.services.duplicate_search import search_store
from crmdesk.storage.duplicate_rows import living_after
from crmdesk.storage.store import Store

NAMES = (
    "上海全球石油有限公司", "上海全球石油公司", "全球石油（上海）有限公司", "北京全球石油有限公司", "星河贸易有限公司", "星河贸易有限责任公司",
    "Northwind Traders Ltd", "Northwind Traders Limited", "NORTHWIND TRADERS", "白云电子", "白雲電子有限公司", "华夏银行上海分行", "华夏银行",
)  # fmt: skip


def nothing(_share: float) -> None:
    """Ignore progress."""


def fill(store: Store, names: list[str]) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", [(new_id(), name) for name in names]
        )
        uow.commit()


def found(store: Store) -> set[frozenset[str]]:
    search = search_store(store, RecordKind.COMPANY, nothing)
    with store.read() as connection:
        names = {row.n: row.candidate.name for row in living_after(connection, RecordKind.COMPANY, -1, 10_000)}
    return {frozenset((names[pair.left], names[pair.right])) for pair in search.pairs}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(names=st.permutations(NAMES))
def test_the_order_of_rows_does_not_matter(
    names: list[str], template_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("store") / "crmdesk.db"
    shutil.copyfile(template_file, path)
    with Store.open(path, None) as store:
        fill(store, names)
        assert found(store) == _expected()


def _expected() -> set[frozenset[str]]:
    from crmdesk.models.matching import Candidate

    ready = [Candidate(name) for name in NAMES]
    keys = [set(keys_of(prepared(candidate))) for candidate in ready]
    return {
        frozenset((NAMES[one], NAMES[other]))
        for one, other in itertools.combinations(range(len(NAMES)), 2)
        if keys[one] & keys[other] and compare_records(ready[one], ready[other]).same
    }


def test_a_key_that_too_many_share_is_not_compared_by_and_is_told(store: Store) -> None:
    fill(store, ["全球石油有限公司"] * (LARGEST_BLOCK + 1) + ["星河贸易有限公司"] * 2)
    search = search_store(store, RecordKind.COMPANY, nothing)
    assert search.skipped == LARGEST_BLOCK + 1
    assert search.skipped_keys >= 1
    assert len(search.pairs) == search.compared == 1
    assert search.records == LARGEST_BLOCK + 3


def test_an_empty_store_gives_nothing(store: Store) -> None:
    search = search_store(store, RecordKind.SITE, nothing)
    assert (search.pairs, search.records, search.compared) == ((), 0, 0)
