from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.charts.folding import ShownTree, fold
from crmdesk.ui.charts.hierarchy import Hierarchy
from tests.ui.charts.trees import group, hierarchies, tree


def _represented(shown: ShownTree) -> list[int]:
    """Nodes of the hierarchy that a shown tree stands for, as often as it does."""
    whole = shown.hierarchy

    def below(node: int) -> list[int]:
        return [node, *(deeper for child in whole.children[node] for deeper in below(child))]

    found: list[int] = []
    for place, node in enumerate(shown.nodes):
        if (rest := shown.rests.get(place)) is not None:
            found += [deeper for child in rest.children for deeper in below(child)]
        else:
            found += below(node) if shown.is_closed(place) else [node]
    return found


@given(hierarchies(), st.integers(1, 30), st.one_of(st.none(), st.integers(1, 5)))
def test_every_node_is_shown_once_or_in_one_rest(whole: Hierarchy, limit: int, most: int | None) -> None:
    shown = fold(whole, limit=limit, most_children=most)
    assert sorted(_represented(shown)) == list(range(len(whole)))
    assert len(shown) - len(shown.rests) <= 2 * limit
    assert all(parent < place for place, parent in enumerate(shown.parents))
    for place, children in enumerate(shown.children):
        assert all(shown.parents[child] == place for child in children)
        assert sum(shown.totals[child] for child in children) <= shown.totals[place] * (1 + 1e-9) + 1e-6


def test_the_biggest_are_shown_and_the_rest_says_how_many() -> None:
    shown = fold(tree([-1, 0, 0, 0, 0], weights=[0, 1, 9, 5, 3]), limit=3)
    assert [shown.nodes[place] for place in shown.children[0][:2]] == [2, 3]
    (rest,) = shown.rests
    assert (shown.rest_count(rest), shown.totals[rest], shown.rests[rest].children) == (2, 4, (4, 1))


def test_a_rest_of_one_is_that_one() -> None:
    shown = fold(tree([-1, 0, 0, 0]), limit=3)
    assert not shown.rests
    assert list(shown.nodes) == [0, 1, 2, 3]


def test_no_family_takes_all_the_room() -> None:
    big_and_small = tree([-1, 0, 0, *[1] * 900, *[2] * 20])
    shown = fold(big_and_small, limit=60)
    counts = sorted(len(shown.children[place]) for place in shown.children[0])
    assert counts == [20, 38]  # all of the small one, and as many of the big one as there is room for, with its rest


def test_a_rest_can_be_entered() -> None:
    whole = group(1, 500)
    shown = fold(whole, limit=100)
    (rest,) = shown.rests.values()
    deeper = fold(whole, rest.parent, limit=100, only=rest.children)
    assert deeper.nodes[0] == rest.parent
    assert deeper.totals[0] == len(rest.children)
    assert set(deeper.nodes[1:]) <= set(rest.children) | {rest.parent}


def test_fifty_thousand_are_folded_to_the_limit() -> None:
    shown = fold(group(300, 50_000), limit=5_000)
    assert len(shown) <= 5_000 + len(shown.rests)
    assert shown.totals[0] == 50_000
