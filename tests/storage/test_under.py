"""Under and not under a node: one condition for lists, and the same for the search."""

import pytest

from crmdesk.core.ids import new_id
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage import record_rows
from crmdesk.storage import under as under_module
from crmdesk.storage.search import searching as searching_module
from crmdesk.storage.search.searching import search
from crmdesk.storage.store import Store
from crmdesk.storage.under import condition

_KINDS = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT)


@pytest.fixture
def tree(store: Store) -> Store:
    """a › b with sites a1, b1; c with c1; one person at a1 and c1, one at b1; all are called 店."""
    with store.unit_of_work() as uow:
        for name, parent in (("a", None), ("b", "a"), ("c", None)):
            values = {"id": name, "kind": "legal", "legal_name": f"{name}店", "parent_id": parent}
            record_rows.insert(uow.connection, RecordKind.COMPANY, values)
            site = {"id": f"{name}1", "company_id": name, "name": f"{name}一店", "status": "fighting"}
            record_rows.insert(uow.connection, RecordKind.SITE, site)
        for person, sites in (("p", ("a1", "c1")), ("q", ("b1",))):
            record_rows.insert(uow.connection, RecordKind.CONTACT, {"id": person, "name": f"店{person}"})
            for site_id in sites:
                values = {"id": new_id(), "contact_id": person, "site_id": site_id}
                record_rows.insert(uow.connection, RecordKind.POSITION, values)
        uow.commit()
    return store


_CASES = [
    pytest.param("company", "a", {"a", "b", "a1", "b1", "p", "q"}, id="group"),
    pytest.param("company", "b", {"b", "b1", "q"}, id="subsidiary"),
    pytest.param("company", "c", {"c", "c1", "p"}, id="alone"),
    pytest.param("site", "a1", {"a1", "p"}, id="site"),
]
_ALL = {"a", "b", "c", "a1", "b1", "c1", "p", "q"}


@pytest.fixture(params=["little below", "much below", "much below, hardly ever met"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Filter rows of the index, or ask upwards from each candidate, or begin so and turn to the other."""
    if request.param != "little below":
        monkeypatch.setattr(under_module, "_MUCH", -1)
    if request.param == "much below, hardly ever met":
        monkeypatch.setattr(searching_module, "_MOST_REFUSED", 0)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize(("kind", "node", "inside"), _CASES)
def test_lists_and_search_agree(tree: Store, kind: str, node: str, inside: set[str], negated: bool) -> None:
    under = Under(RecordKind(kind), node, negated)
    wanted = _ALL - inside if negated else inside
    with tree.read() as connection:
        listed = set()
        for table in _KINDS:
            where, values = condition(under, table, "r")
            listed |= set(connection.exec_driver_sql(f"SELECT r.id FROM {table.value} r WHERE {where}", values).scalars())
        found = {hit.record.id for hit in search(connection, "店", 100, [under])}
    assert listed == wanted
    assert found == wanted


def test_filters_join(tree: Store) -> None:
    filters = [Under(RecordKind.COMPANY, "a"), Under(RecordKind.COMPANY, "b", negated=True)]
    with tree.read() as connection:
        assert {hit.record.id for hit in search(connection, "店", 100, filters)} == {"a", "a1", "p"}


def test_a_loop_of_parents_ends(tree: Store) -> None:
    with tree.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.COMPANY, "a", {"parent_id": "b"})
        uow.commit()
    with tree.read() as connection:
        found = {hit.record.id for hit in search(connection, "店", 100, [Under(RecordKind.COMPANY, "b")])}
    assert found == {"a", "b", "a1", "b1", "p", "q"}


def test_rows_outside_the_tree_cannot_be_asked() -> None:
    with pytest.raises(ValueError, match="term"):
        condition(Under(RecordKind.COMPANY, "a"), RecordKind.TERM, "r")
