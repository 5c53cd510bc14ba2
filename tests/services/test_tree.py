import pytest

from crmdesk.core.listing import Sort
from crmdesk.services.accounts import AccountService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.tree import SORTABLE, TreeService
from crmdesk.storage.store import Store
from tests.services.conftest import Group

_BY_NAME = Sort("name")


def _names(tree: TreeService, parent: RecordKey | None, sort: Sort = _BY_NAME) -> list[str]:
    return [node.name for node in tree.children(parent, 0, 100, sort)]


def test_roots_are_ordered_by_pinyin(ready_store: Store, group: Group) -> None:
    tree = TreeService(ready_store)
    assert _names(tree, None) == ["家乐福", "全球石油有限公司"]
    assert _names(tree, None, Sort("name", descending=True)) == ["全球石油有限公司", "家乐福"]


def test_companies_come_before_sites_on_every_page(ready_store: Store, group: Group) -> None:
    accounts, tree = AccountService(ready_store), TreeService(ready_store)
    for number in range(3):
        accounts.create_company({"legal_name": f"子公司{number}", "parent_id": group.company.id})
    everything = _names(tree, group.company)
    assert everything == ["子公司0", "子公司1", "子公司2", "方圆店", "马连道店"]
    for size in (1, 2, 3, 4):
        paged = [node.name for start in range(0, 6, size) for node in tree.children(group.company, start, size)]
        assert paged == everything
    assert tree.count(group.company) == 5


@pytest.mark.parametrize("column", SORTABLE)
@pytest.mark.parametrize("descending", [False, True])
def test_a_node_is_located_where_its_page_shows_it(ready_store: Store, group: Group, column: str, descending: bool) -> None:
    tree = TreeService(ready_store)
    sort = Sort(column, descending)
    for key in (group.group, group.company, group.first, group.second, group.other):
        place = tree.locate(key, sort)
        assert place is not None
        parent = place.keys[-2] if len(place.keys) > 1 else None
        assert tree.children(parent, place.positions[-1], 1, sort)[0].key == key


def test_a_deleted_node_is_nowhere(ready_store: Store, group: Group) -> None:
    AccountService(ready_store).delete(group.first)
    assert TreeService(ready_store).locate(group.first) is None


@pytest.mark.parametrize(("text", "position"), [("方", 0), ("马", 1), ("ma", 1), ("fang", 0), ("x", None), ("", None)])
def test_typing_ahead_finds_by_characters_and_pinyin(ready_store: Store, group: Group, text: str, position: int | None) -> None:
    found = TreeService(ready_store).find_from(group.company, text)
    assert (None if found is None else found.position) == position


def test_nodes_show_what_the_columns_need(ready_store: Store, group: Group) -> None:
    tree = TreeService(ready_store)
    (company,) = tree.children(group.group, 0, 10)
    assert (company.code, company.sites, company.child_count) == ("BJJLF", 2, 2)
    site = tree.children(group.company, 1, 1)[0]
    assert (site.name, site.city, site.status, site.sites, site.has_children) == ("马连道店", "北京市", "fighting", None, False)
