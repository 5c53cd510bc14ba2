import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.exchange.field_names import is_known_name
from crmdesk.exchange.header_row import find_header, unique_names, usual_width


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["公司名称", "电话"], ["甲", "021-5000"]], 0),
        ([["2024年客户清单", ""], [], ["公司名称", "电话"], ["甲", "021-5000"]], 2),
        ([["# exported by X"], ["name", "phone"], ["Acme", "1"]], 1),
        ([["a", "b", "c"], ["1", "2", "3"]], 0),
        ([["1", "2", "3"], ["4", "5", "6"]], None),
        ([["甲公司", "021-50001234"], ["乙公司", "021-50001235"]], None),
        ([["客户清单", "", ""], ["foo", "bar", "baz"], ["x", "1", "2"]], 1),
        ([["公司名称"], ["甲"]], 0),
        ([[""], []], None),
    ],
)
def test_header_is_the_first_row_that_reads_like_names(rows: list[list[str]], place: int | None) -> None:
    assert find_header(rows, is_known_name) == place


def test_width_is_that_of_most_rows() -> None:
    assert usual_width([["title"], ["a", "b", ""], ["1", "2"], ["3", "4"], []]) == 2


def test_blank_and_repeated_names_are_told_apart() -> None:
    assert unique_names(["Name", "", " name ", "Line\nbreak"], 5) == ("Name", "Column 2", "name (2)", "Line break", "Column 5")


@given(st.lists(st.sampled_from(["", "a", "A", "a (2)", "Column 1", " "]), max_size=12))
def test_names_are_always_different_and_filled(cells: list[str]) -> None:
    names = unique_names(cells, len(cells))
    assert len({name.casefold() for name in names}) == len(cells)
    assert all(name.strip() for name in names)
