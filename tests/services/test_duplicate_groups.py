"""Pairs become groups: every pair once, nothing chained through weak links, no group holds what was parted."""

from hypothesis import given
from hypothesis import strategies as st

from crmdesk.services.duplicate_groups import LARGEST_GROUP, Group, Pair, grouped

SURE, WEAK = 0.99, 0.6


def members(groups: list[Group]) -> list[tuple[int, ...]]:
    return [group.members for group in groups]


def test_what_is_linked_throughout_is_one_group_with_its_weakest_needed_link() -> None:
    (group,) = grouped([Pair(1, 2, SURE), Pair(1, 3, 0.9), Pair(2, 3, 0.6)])
    assert group.members == (1, 2, 3)
    assert group.score == 0.9
    assert len(group.pairs) == 3


def test_a_chain_of_sure_links_holds_as_far_as_half_of_it_is_linked() -> None:
    assert members(grouped([Pair(1, 2, SURE), Pair(2, 3, SURE)])) == [(1, 2, 3)]
    assert members(grouped([Pair(1, 2, SURE), Pair(3, 4, SURE), Pair(2, 3, 0.9)])) == [(1, 2), (3, 4), (2, 3)]


def test_weak_links_do_not_chain() -> None:
    assert members(grouped([Pair(1, 2, SURE), Pair(2, 3, WEAK)])) == [(1, 2), (2, 3)]
    assert members(grouped([Pair(1, 2, WEAK), Pair(2, 3, WEAK), Pair(1, 3, WEAK)])) == [(1, 2, 3)]


def test_records_that_were_parted_are_in_no_group_together() -> None:
    pairs = [Pair(1, 2, SURE), Pair(1, 3, SURE), Pair(2, 3, SURE)]
    assert sorted(members(grouped(pairs, {(2, 3)}))) == [(1, 2), (1, 3), (2, 3)]  # (2, 3) by itself: hidden until it is undone
    assert sorted(members(grouped(pairs[:2], {(2, 3)}))) == [(1, 2), (1, 3)]


def test_a_huge_cluster_is_cut() -> None:
    pairs = [Pair(left, right, SURE) for left in range(100) for right in range(left + 1, 100)]
    groups = grouped(pairs)
    assert max(len(group.members) for group in groups) <= LARGEST_GROUP
    assert sum(len(group.pairs) for group in groups) == len(pairs)


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.5, 0.7, 0.85, 0.98, 1.0]),
    max_size=30,
)


@given(PAIRS, st.randoms(use_true_random=False), st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=10))
def test_every_pair_stands_in_one_group_whatever_the_order(
    found: dict[tuple[int, int], float], random: object, apart: set[tuple[int, int]]
) -> None:
    pairs = [Pair(*pair, score) for pair, score in found.items()]
    groups = grouped(pairs, apart)
    assert sorted((pair.left, pair.right) for group in groups for pair in group.pairs) == sorted(found)
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert members(grouped(shuffled, apart)) == members(groups)
    for group in groups:
        assert len(group.pairs) == 1 or not any(
            (left, right) in apart for left in group.members for right in group.members if left < right
        )
