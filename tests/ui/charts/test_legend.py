from pytestqt.qtbot import QtBot

from crmdesk.ui.charts.legend import LINE, Legend
from tests.ui.charts.trees import LOOKS


def test_a_narrow_legend_takes_more_lines(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_categories(LOOKS)
    assert legend.heightForWidth(800) == LINE
    assert legend.heightForWidth(60) == 3 * LINE
    assert legend.accessibleDescription() == "New, Kept, A"
    legend.resize(300, int(LINE))
    legend.grab()
