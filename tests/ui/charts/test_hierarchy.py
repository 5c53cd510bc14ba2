import pytest
from hypothesis import given

from crmdesk.ui.charts.hierarchy import NO_CATEGORY, Hierarchy
from tests.ui.charts.trees import hierarchies, tree


def test_totals_sizes_and_order_come_from_below() -> None:
    made = tree([-1, 0, 0, 1, 1, 2], weights=[0, 0, 0, 1, 2, 10])
    assert list(made.totals) == [13, 3, 10, 1, 2, 10]
    assert list(made.sizes) == [5, 2, 1, 0, 0, 0]
    assert [list(children) for children in made.children] == [[2, 1], [4, 3], [5], [], [], []]
    assert made.path(3) == [0, 1, 3]


def test_equal_siblings_stay_in_the_order_given() -> None:
    assert list(tree([-1, 0, 0, 0]).children[0]) == [1, 2, 3]


def test_a_mix_is_the_weight_by_category() -> None:
    made = Hierarchy.of([-1, 0, 1, 1, 0], list("abcde"), [0, 5, 1, 2, 4], [NO_CATEGORY, NO_CATEGORY, 0, 1, 1], 2)
    assert [list(mix) for mix in made.mixes] == [[1, 6], [1, 2], [1, 0], [0, 2], [0, 4]]


@pytest.mark.parametrize("parents", [[], [0], [-1, 1], [-1, 2, 0]])
def test_what_is_no_tree_in_order_is_refused(parents: list[int]) -> None:
    with pytest.raises(ValueError):
        Hierarchy.of(parents, ["x"] * len(parents), [1.0] * len(parents), [0] * len(parents), 1)


@given(hierarchies())
def test_mixes_add_up_to_what_has_a_category(made: Hierarchy) -> None:
    for node in range(len(made)):
        assert sum(made.mixes[node]) <= made.totals[node] * (1 + 1e-9) + 1e-9
        assert made.sizes[node] == sum(made.sizes[child] + 1 for child in made.children[node])
