"""The tree over real services: pages, ways, and names found while typing."""

from typing import TYPE_CHECKING

import pytest

from crmdesk.core.listing import Sort
from crmdesk.services.catalogue import Services
from crmdesk.views.accounts.tree_columns import NodeCells
from crmdesk.views.accounts.tree_source import AccountTreeSource, parsed

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Sample

NAME = Sort("name")


@pytest.fixture
def source(services: Services, sample: "Sample", qapp: object) -> AccountTreeSource:
    made = AccountTreeSource(NodeCells.in_present_language())
    made.connect_to(services.tree)
    return made


def test_a_page_has_rows_and_the_number_of_all(source: AccountTreeSource, sample: "Sample") -> None:
    page = source.children(None, 1, 1, NAME)
    assert page.total == 2
    (row,) = page.rows
    assert (row.key, row.icon, row.child_count) == (str(sample.group), "network", 1)
    assert row.cells["sites"].text == "2"
    assert row.cells["code"].text == "JLF"


def test_a_way_leads_from_the_top_to_a_site(source: AccountTreeSource, sample: "Sample") -> None:
    found = source.locate([str(sample.first), "site:gone", "nonsense"], NAME)
    assert list(found) == [str(sample.first)]
    steps = [(step.key, step.index, step.child_count) for step in found[str(sample.first)]]
    assert steps == [(str(sample.group), 1, 1), (str(sample.company), 0, 2), (str(sample.first), 1, 0)]


@pytest.mark.parametrize(
    ("wish", "index"),
    [
        (("ma", 0, NAME), 1),
        (("mld", 0, NAME), 1),
        (("马", 0, NAME), 1),
        (("f", 1, NAME), 0),
        (("方庄", 0, Sort("name", descending=True)), 1),
        (("方庄", 0, Sort("code")), 0),
        (("x", 0, NAME), None),
        ((" ", 0, NAME), None),
    ],
)
def test_typing_finds_a_child_by_characters_and_pinyin(
    source: AccountTreeSource, sample: "Sample", wish: tuple[str, int, Sort], index: int | None
) -> None:
    found = source.match(str(sample.company), *wish)
    assert (None if found is None else found.index) == index


def test_before_the_store_is_open_there_is_nothing(qapp: object) -> None:
    source = AccountTreeSource(NodeCells.in_present_language())
    assert source.children(None, 0, 10, NAME).total == 0
    assert source.locate(["site:1"], NAME) == {}
    assert source.match(None, "a", 0, NAME) is None


@pytest.mark.parametrize("text", ["", "site", "contact:1", "house:1"])
def test_other_keys_are_no_nodes(text: str) -> None:
    assert parsed(text) is None
