from crmdesk.exchange.empty_texts import empties_of, folded


def test_case_and_blanks_do_not_count() -> None:
    assert folded(" N/A ") == folded("n/a")


def test_only_whole_cells_of_the_columns_asked_for_count() -> None:
    rows = [("Select", "Selected", "无"), ("select", "--", ""), ("x",)]
    assert empties_of(rows, (0, 1)) == ("Select", "--")
    assert empties_of(rows, (2,)) == ("无",)
    assert empties_of([], (0,)) == ()
