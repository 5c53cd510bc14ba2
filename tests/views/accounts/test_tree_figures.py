"""Roll-ups as columns of the tree."""

from typing import TYPE_CHECKING

import pytest

from crmdesk.views.accounts.tree_figures import FIGURES

if TYPE_CHECKING:
    from crmdesk.services.record_key import RecordKey
    from tests.views.accounts.conftest import Bench


@pytest.fixture
def chosen(bench: "Bench") -> "Bench":
    """The page with all roll-up columns chosen."""
    header = bench.page.tree.table.column_header
    for number, column in enumerate(bench.page.tree.table.tree.columns):
        if column.key in FIGURES:
            header.setSectionHidden(number, False)
    header.layout_edited.emit()
    bench.page.tree.reveal(str(bench.sample.first))
    return bench


def _cell(bench: "Bench", key: "RecordKey", column: str) -> str:
    row = bench.page.tree.table.row_of(str(key))
    assert row is not None
    return row.cells[column].text if column in row.cells else ""


def test_chosen_columns_show_the_subtree(chosen: "Bench") -> None:
    sample = chosen.sample
    assert _cell(chosen, sample.group, "companies") == "1"
    assert _cell(chosen, sample.group, "notes") == ""
    assert _cell(chosen, sample.group, "status_mix") == "2 Fighting"


def test_a_note_changes_the_figures_of_all_above(chosen: "Bench") -> None:
    sample = chosen.sample
    chosen.context.published(chosen.services.notes.add(sample.first.id, "拜访").changes)
    assert _cell(chosen, sample.first, "notes") == "1"
    assert _cell(chosen, sample.group, "notes") == "1"
    assert _cell(chosen, sample.group, "last_activity")


def test_nothing_is_worked_out_while_no_column_is_shown(bench: "Bench") -> None:
    bench.page.tree.reveal(str(bench.sample.first))
    assert _cell(bench, bench.sample.group, "companies") == ""
