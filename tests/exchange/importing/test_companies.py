"""Parents: after their children, missing, ambiguous, in circles."""

from collections.abc import Callable
from typing import Any

import pytest

from crmdesk.exchange.importing.report import ImportReport

Importer = Callable[..., ImportReport]
Look = Callable[..., list[Any]]
TREE = "SELECT k.legal_name, p.legal_name FROM company k LEFT JOIN company p ON p.id=k.parent_id ORDER BY k.legal_name"


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("公司名称,上级公司", ["C,B", "B,A", "A,"]),
        ("公司名称,上级公司", ["A,", "B,A", "C,B"]),
        ("公司名称,客户编码,上级编码", ["C,C0,B0", "B,B0,A0", "A,A0,"]),
        ("公司名称,id,parent_id", ["C,3,2", "B,2,1", "A,1,"]),
    ],
)
def test_parents_are_found_wherever_they_stand(bring_in: Importer, look: Look, header: str, rows: list[str]) -> None:
    bring_in("\n".join([header, *rows]) + "\n")
    assert look(TREE) == [("A", None), ("B", "A"), ("C", "B")]


def test_a_parent_may_be_in_the_store_already(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称\nA\n")
    bring_in("公司名称,上级公司\nB,A\n")
    assert look(TREE) == [("A", None), ("B", "A")]


def test_a_parent_known_by_name_only_is_made(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,上级公司\nB,A\n")
    assert look(TREE) == [("A", None), ("B", "A")]


def test_an_unknown_id_leaves_the_company_at_the_top_and_says_so(bring_in: Importer, look: Look) -> None:
    report = bring_in("公司名称,id,parent_id\nB,2,99\n")
    assert look(TREE) == [("B", None)]
    assert list(report.warnings.values()) == [1]


@pytest.mark.parametrize("rows", ["A,B\nB,A\n", "A,A\n", "A,C\nB,A\nC,B\nD,C\n"])
def test_a_circle_is_cut(bring_in: Importer, look: Look, rows: str) -> None:
    bring_in("公司名称,上级公司\n" + rows)
    found = dict(look(TREE))
    for start in found:
        at, steps = start, 0
        while at is not None and steps < 10:
            at, steps = found[at], steps + 1
        assert at is None


def test_a_file_cannot_turn_the_stored_tree_into_a_circle(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,上级公司\nA,\nB,A\n")
    report = bring_in("公司名称,上级公司\nA,B\n")
    found = dict(look(TREE))
    assert found == {"A": None, "B": "A"}
    assert sum(report.warnings.values()) == 1


def test_a_company_moves_when_the_file_names_another_parent(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,上级公司\nA,\nB,\nC,A\n")
    bring_in("公司名称,上级公司\nC,B\n")
    assert look(TREE) == [("A", None), ("B", None), ("C", "B")]
