"""The tree's questions: pages, ways from the top, names found while typing, parents of what changed."""

import pytest

from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.tree import TreeService
from crmdesk.storage.store import Store

NAME = Sort("name")


@pytest.fixture
def keys(store: Store) -> dict[str, RecordKey]:
    accounts = AccountService(store)
    made: dict[str, RecordKey] = {}
    for code, name, parent in (("G", "家乐福", None), ("C1", "北京家乐福", "G"), ("C2", "上海家乐福", "G"), ("A", "ABB", None)):
        parent_id = made[parent].id if parent else None
        made[code] = accounts.create_company({"legal_name": name, "code": code, "parent_id": parent_id}).record.key
    for code, name in (("S1", "马连道店"), ("S2", "方庄店"), ("S3", "总部")):
        company = made["G"] if code == "S3" else made["C1"]
        made[code] = accounts.create_site({"name": name, "code": code, "company_id": company.id}).record.key
    return made


def test_a_page_counts_companies_and_sites_and_shows_companies_first(store: Store, keys: dict[str, RecordKey]) -> None:
    page = TreeService(store).page(keys["G"], 1, 2, NAME)
    assert page.total == 3
    assert [node.key for node in page.rows] == [keys["C2"], keys["S3"]]
    assert TreeService(store).page(keys["S1"], 0, 5, NAME).total == 0


def test_every_position_leads_back_to_its_node(store: Store, keys: dict[str, RecordKey]) -> None:
    tree = TreeService(store)
    for sort in (NAME, Sort("code", descending=True)):
        for key, steps in tree.locate_all(tuple(keys.values()), sort).items():
            parent: RecordKey | None = None
            for step in steps:
                (node,) = tree.page(parent, step.position, 1, sort).rows
                assert (node.key, node.child_count) == (step.key, step.child_count)
                parent = step.key
            assert steps[-1].key == key


def test_what_is_gone_is_nowhere(store: Store, keys: dict[str, RecordKey]) -> None:
    AccountService(store).delete(keys["C1"])
    found = TreeService(store).locate_all([keys["S1"], keys["C1"], keys["C2"]], NAME)
    assert set(found) == {keys["C2"]}


@pytest.mark.parametrize(
    ("parent", "typed", "wanted"),
    [("G", ("shang", 0), "C2"), ("G", ("z", 0), "S3"), ("G", ("b", 2), "C1"), (None, ("jlf", 0), "G"), (None, ("q", 0), None)],
)
def test_a_name_is_found_from_a_place_on_and_then_from_the_top(
    store: Store, keys: dict[str, RecordKey], parent: str | None, typed: tuple[str, int], wanted: str | None
) -> None:
    found = TreeService(store).find_from(keys[parent] if parent else None, *typed, NAME)
    assert (None if found is None else found.key) == (keys[wanted] if wanted else None)


def test_the_parents_of_what_changed_include_those_of_deleted_records(store: Store, keys: dict[str, RecordKey]) -> None:
    AccountService(store).delete(keys["S1"])
    tree = TreeService(store)
    assert tree.parents_of(RecordKind.SITE, [keys["S1"].id, keys["S3"].id]) == {keys["C1"], keys["G"]}
    assert tree.parents_of(RecordKind.COMPANY, [keys["A"].id, keys["C2"].id]) == {None, keys["G"]}
