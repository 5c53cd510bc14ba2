"""Rows kept as columns read like rows."""

import pytest

from crmdesk.storage.exchange_columns import ColumnRows, columns_of

ROWS = [("a", None, 1), ("b", None, None)]


def test_rows_over_columns_read_like_rows() -> None:
    rows = ColumnRows([["a", "b"], None, [1, None]])

    assert (list(rows), len(rows), rows[1], rows[-1], rows[:1]) == (ROWS, 2, ROWS[1], ROWS[1], ROWS[:1])
    assert ("b", None, None) in rows
    with pytest.raises(IndexError):
        rows[2]


def test_columns_of_rows_and_back() -> None:
    assert columns_of(ROWS) == [("a", "b"), (None, None), (1, None)]
    assert list(ColumnRows(columns_of(ROWS))) == ROWS
    assert columns_of(ColumnRows([["a"], None])) == [["a"], None]
