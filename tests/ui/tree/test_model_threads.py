"""The tree over the real reader threads: answers come late, from elsewhere, and out of order."""

from pytestqt.qtbot import QtBot

from crmdesk.core.listing import Sort
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.tasks.threads import TaskRunner
from crmdesk.ui.tree.tree_table import TreeTable
from tests.ui.tree.conftest import MakeModel


def test_everything_arrives_in_the_end(qtbot: QtBot, make_model: MakeModel) -> None:
    tasks = TaskRunner()
    view = TreeTable()
    qtbot.addWidget(view)
    model = make_model(PageRunner(tasks))
    view.show_tree(model)
    view.resize(400, 300)
    view.show()
    try:
        model.refresh()
        qtbot.waitUntil(lambda: model.rowCount() == 250)
        model.open_row(1)
        model.set_order(Sort("name", descending=True))
        model.reveal("n001.005.a")
        qtbot.waitUntil(lambda: view.current_key == "n001.005.a")
        assert model.order.descending
        for top in (300, 20, 200):
            view.scroll_to_top_row(top)
        qtbot.waitUntil(lambda: all(model.row_at(row) is not None for row in range(200, 210)))
    finally:
        model.stop()
        tasks.shutdown()
