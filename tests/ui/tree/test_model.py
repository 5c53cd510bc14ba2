"""The paged tree model, watched by QAbstractItemModelTester while it changes."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crmdesk.core.errors import CrmError
from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import Cell
from crmdesk.ui.tree.loading import ViewState
from crmdesk.ui.tree.source import TreeRow
from crmdesk.ui.tree.state import TreeState
from tests.ui.tree.conftest import Later, MakeModel, MemoryTree, names


def test_only_the_first_page_is_asked_at_the_start(make_model: MakeModel, source: MemoryTree) -> None:
    model = make_model()
    model.refresh()
    assert model.rowCount() == 250
    assert names(model, 98) == ["n098", "n099", *["…"] * 10]
    assert source.questions == [(None, 0)]


def test_rows_in_sight_are_loaded(make_model: MakeModel, qtbot: QtBot) -> None:
    model = make_model()
    model.refresh()
    with qtbot.waitSignal(model.dataChanged):
        model.want_rows(198, 202)
    assert names(model, 199, 3) == ["n199", "n200", "n201"]


def test_open_and_close_keep_what_was_open_inside(make_model: MakeModel) -> None:
    model = make_model()
    model.refresh()
    assert model.open_row(1)
    assert not model.open_row(1)
    assert model.rowCount() == 370
    assert names(model, 1, 3) == ["n001", "n001.000", "n001.001"]
    assert model.open_row(7)
    assert names(model, 7, 4) == ["n001.005", "n001.005.a", "n001.005.b", "n001.006"]
    assert model.close_row(1)
    assert model.rowCount() == 250
    model.open_row(1)
    assert names(model, 7, 3) == ["n001.005", "n001.005.a", "n001.005.b"]
    assert not model.open_row(0)


def test_an_opened_node_shows_placeholders_until_the_answer_comes(make_model: MakeModel) -> None:
    later = Later()
    model = make_model(later)
    model.refresh()
    assert model.rowCount() == 0
    later.finish_all()
    model.open_row(1)
    assert model.rowCount() == 370
    assert names(model, 1, 3) == ["n001", "…", "…"]
    later.finish_all()
    assert names(model, 1, 3) == ["n001", "n001.000", "n001.001"]


def test_changes_below_one_node_are_found_by_reload(make_model: MakeModel, source: MemoryTree) -> None:
    model = make_model()
    model.refresh()
    model.open_row(1)
    model.open_row(7)
    source.kids["n001"].remove("n001.000")
    source.kids["n001"].extend(["n001.001b", "n001.001c"])
    model.reload("n001")
    assert model.rowCount() == 250 + 121 + 2
    assert names(model, 1, 10)[:5] == ["n001", "n001.001", "n001.001b", "n001.001c", "n001.002"]
    assert names(model, 8, 2) == ["n001.005", "n001.005.a"]


def test_a_refresh_follows_nodes_that_moved_or_vanished(make_model: MakeModel, source: MemoryTree) -> None:
    model = make_model()
    model.refresh()
    model.open_row(1)
    model.open_row(7)
    source.kids["n001"].remove("n001.005")
    source.kids["n003"].append("n001.005")
    source.kids[None].remove("n000")
    model.refresh()
    assert model.opened_keys() == ("n001",)
    model.reveal("n001.005.b")
    assert model.opened_keys() == ("n001", "n003", "n001.005")
    source.kids[None].remove("n001")
    model.refresh()
    assert model.opened_keys() == ("n003", "n001.005")


def test_another_number_of_rows_than_promised_is_put_right(make_model: MakeModel, source: MemoryTree) -> None:
    model = make_model()
    model.refresh()
    source.kids["n001"] = source.kids["n001"][:30]
    model.open_row(1)
    assert model.rowCount() == 280


def test_a_new_order_keeps_what_is_open(make_model: MakeModel) -> None:
    model = make_model()
    model.refresh()
    model.open_row(3)
    model.set_order(Sort("name", descending=True))
    assert names(model, 0, 2) == ["n249", "n248"]
    model.want_rows(246, 252)
    assert model.opened_keys() == ("n003",)
    assert model.row_of("n003") == 246


def test_the_state_is_restored_after_a_restart(make_model: MakeModel) -> None:
    first = make_model()
    first.refresh()
    first.open_row(1)
    first.open_row(7)
    first.view_state = lambda: ViewState(current="n001.005.a", anchor="n001")
    plain = first.state().to_plain()
    second = make_model()
    second.restore(TreeState.from_plain(plain))
    assert names(second, 7, 3) == ["n001.005", "n001.005.a", "n001.005.b"]
    assert second.state().opened == ("n001", "n001.005")


@pytest.mark.parametrize("plain", [None, [], {"opened": 3}, {"opened": [1, "a"], "sort": {"column": "?"}}])
def test_an_unreadable_state_is_no_state(make_model: MakeModel, plain: object) -> None:
    model = make_model()
    model.restore(TreeState.from_plain(plain))
    assert model.rowCount() == 250
    assert model.order == Sort("name")


def test_open_below_opens_level_by_level(make_model: MakeModel) -> None:
    model = make_model()
    model.refresh()
    model.open_below(1)
    assert model.opened_keys() == ("n001", "n001.005")


def test_what_the_user_did_meanwhile_counts(make_model: MakeModel, source: MemoryTree) -> None:
    later = Later()
    model = make_model(later)
    model.refresh()
    later.finish_all()
    model.refresh()
    model.open_row(3)
    later.finish_all()
    assert model.opened_keys() == ("n003",)


def test_two_wishes_at_once_are_both_fulfilled(make_model: MakeModel) -> None:
    later = Later()
    model = make_model(later)
    model.reveal("n001.005.a")
    model.set_order(Sort("name", descending=True))
    later.finish_all()
    assert model.order.descending
    assert model.opened_keys() == ("n001", "n001.005")


def test_changed_cells_are_asked_again_in_place(
    make_model: MakeModel, source: MemoryTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = make_model()
    model.refresh()
    asked = len(source.questions)
    model.rows_changed(["n005", "n006", "n200"])
    assert source.questions[asked:] == [(None, 0)]


def test_a_refused_question_is_told(
    make_model: MakeModel, source: MemoryTree, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Page[TreeRow]:
        raise CrmError

    model = make_model()
    monkeypatch.setattr(source, "children", refuse)
    with qtbot.waitSignal(model.query_failed) as caught:
        model.refresh()
    assert isinstance(caught.args[0], CrmError)


def test_screen_readers_hear_level_and_state(make_model: MakeModel) -> None:
    model = make_model()
    model.refresh()
    model.open_row(1)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(row, 0).data(role) for row in range(1, 4)] == [
        "n001, level 1, open",
        "n001.000, level 2",
        "n001.001, level 2",
    ]
    assert model.index(3, 1).data(role) == "Size: 8"
    assert model.index(0, 1).data() == "4"
    assert model.cell_at(0, 2) == Cell()
