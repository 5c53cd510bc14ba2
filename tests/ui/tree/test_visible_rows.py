"""The arithmetic of visible rows against a list that is simply walked."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.tree.visible_rows import OpenNode, Place, VisibleRows

COUNTS = {"": 6, "0": 3, "1": 1, "4": 5, "5": 2, "4.0": 2, "4.4": 4, "4.4.3": 1, "5.1": 3}
"""Path → number of children; the key of a node is its path of indexes."""


def key_of(parent: str | None, index: int) -> str:
    return str(index) if parent is None else f"{parent}.{index}"


def walk(opened: set[str], parent: str | None = None, depth: int = 0) -> Iterator[Place]:
    for index in range(COUNTS[parent or ""]):
        yield Place(parent, index, depth)
        key = key_of(parent, index)
        if key in opened:
            yield from walk(opened, key, depth + 1)


def node(key: str) -> OpenNode:
    head, _, last = key.rpartition(".")
    return OpenNode(head or None, int(last), key, COUNTS[key])


@given(st.lists(st.sampled_from(sorted(key for key in COUNTS if key)), max_size=30))
def test_rows_equal_the_naive_walk_after_any_sequence_of_toggles(toggles: list[str]) -> None:
    rows, opened = VisibleRows(COUNTS[""]), set[str]()
    for key in toggles:
        before = list(walk(opened))
        if key in opened:
            gone, inside = rows.close(key)
            opened -= {key, *(node.key for node in inside)}
            after = list(walk(opened))
            assert before[: gone.start] + before[gone.stop :] == after
        elif key.rpartition(".")[0] in {"", *opened}:
            opened.add(key)
            new = rows.open(node(key))
            after = list(walk(opened))
            assert after[: new.start] + after[new.stop :] == before
        expected = list(walk(opened))
        assert len(rows) == len(expected)
        assert [rows.at(row) for row in range(len(rows))] == expected
        for row, place in enumerate(expected):
            assert rows.row_of(place.parent, place.index) == row
            parent_row = rows.parent_row(row)
            assert (parent_row is None) == (place.parent is None)
            if parent_row is not None:
                assert key_of(expected[parent_row].parent, expected[parent_row].index) == place.parent
        assert {opened_node.key for opened_node in rows.opened()} == opened
        again = VisibleRows.from_open(COUNTS[""], rows.opened())
        assert [again.at(row) for row in range(len(again))] == expected


def test_nodes_whose_parent_is_gone_are_left_out_when_built() -> None:
    rows = VisibleRows.from_open(
        2, [OpenNode(None, 5, "outside", 3), OpenNode("outside", 0, "below", 3), OpenNode(None, 1, "b", 2)]
    )
    assert [opened.key for opened in rows.opened()] == ["b"]
    assert len(rows) == 4


@pytest.mark.parametrize("row", [-1, 2])
def test_there_is_nothing_outside(row: int) -> None:
    with pytest.raises(IndexError):
        VisibleRows(2).at(row)


@pytest.mark.parametrize(
    "bad", [OpenNode(None, 1, "a", 1), OpenNode(None, 0, "c", 1), OpenNode(None, 9, "c", 1), OpenNode("x", 0, "c", 1)]
)
def test_opening_what_cannot_be_opened_is_refused(bad: OpenNode) -> None:
    rows = VisibleRows(2)
    rows.open(OpenNode(None, 0, "a", 1))
    with pytest.raises(ValueError):
        rows.open(bad)


def test_hidden_places_have_no_row() -> None:
    rows = VisibleRows(2)
    assert rows.row_of("a", 0) is None
    assert rows.row_of(None, 2) is None
    assert rows.row_of_open("a") is None
    with pytest.raises(KeyError):
        rows.close("a")
