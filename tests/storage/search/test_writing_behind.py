"""The index written a stretch behind is the one written at once, whoever makes the terms."""

from collections import deque
from collections.abc import Callable, Sequence

import pytest

from crmdesk.core.ids import new_id
from crmdesk.models.search_text import Searchable, terms_of
from crmdesk.storage.search.writing import refresh_search_index
from crmdesk.storage.search.writing_behind import IndexBehind
from crmdesk.storage.store import Store


class Maker:
    """Makes terms when they are taken; may refuse, or be gone by then."""

    def __init__(self, *, works: bool, stays: bool) -> None:
        self._works, self._stays = works, stays
        self._asked: deque[Sequence[Searchable]] = deque()

    def ask(self, records: Sequence[Searchable]) -> bool:
        self._asked.append(records)
        return self._works

    def take(self, count: int) -> list[str] | None:
        records = self._asked.popleft()
        assert len(records) == count
        return [terms_of(record) for record in records] if self._stays else None


@pytest.mark.parametrize(("works", "stays"), [(True, True), (True, False), (False, True)])
def test_what_changes_in_a_later_stretch_is_found_as_it_is_at_the_end(
    store: Store, find: Callable[..., list[str]], works: bool, stays: bool
) -> None:
    ids = [new_id() for _ in range(3)]
    index = IndexBehind(Maker(works=works, stays=stays))
    with store.unit_of_work() as uow:
        with uow.refreshing_by({refresh_search_index: index.refresh}):
            for record, name in zip(ids, ("甲公司", "乙公司", "丙公司"), strict=True):
                uow.connection.exec_driver_sql(
                    "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal_entity',?)", (record, name)
                )
            uow.refresh()
            uow.connection.exec_driver_sql("UPDATE company SET legal_name='丁公司' WHERE id=?", (ids[0],))
            uow.connection.exec_driver_sql("UPDATE company SET deleted_at='2026-01-01T00:00:00.000Z' WHERE id=?", (ids[1],))
        index.finish(uow.connection)
        uow.commit()
    assert sorted(find("公司")) == sorted(["丁公司", "丙公司"])
    assert find("甲") == find("乙") == []
