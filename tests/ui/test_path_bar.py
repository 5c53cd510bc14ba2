"""The path from the top down to a record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from crmdesk.ui.path_bar import PathBar, PathSegment

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


PATH = [
    PathSegment(name, at)
    for at, name in enumerate(("家乐福(中国)管理咨询服务有限公司", "北京家乐福商业有限公司", "华北大区", "马连道店"))
]


@pytest.mark.parametrize(("width", "ellipsis"), [(1200, False), (330, True), (200, True)])
def test_path_elides_its_middle(qtbot: QtBot, width: int, ellipsis: bool) -> None:
    bar = PathBar()
    qtbot.addWidget(bar)
    bar.resize(width, 30)
    bar.show_path(PATH)
    texts = bar.visible_texts()
    assert texts[0] == PATH[0].text
    assert texts[-1].startswith("马")
    assert ("…" in texts) == ellipsis


def test_path_is_clickable_everywhere(qtbot: QtBot) -> None:
    bar = PathBar()
    qtbot.addWidget(bar)
    bar.resize(330, 30)
    bar.show_path(PATH)
    gone: list[object] = []
    bar.segment_activated.connect(gone.append)
    buttons = bar.findChildren(QToolButton)
    buttons[0].click()
    more = next(button for button in buttons if button.menu() is not None)
    more.menu().actions()[0].trigger()
    QTest.keyClick(buttons[-1], Qt.Key.Key_Space)
    assert gone == [0, 1, 3]
