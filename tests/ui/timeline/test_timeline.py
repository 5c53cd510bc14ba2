"""The timeline: newest first, grouped by day."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from crmdesk.ui.timeline.entries import TimelineEntry, by_day
from crmdesk.ui.timeline.timeline import Timeline

OLD = TimelineEntry("1", datetime(2026, 11, 20, 9, 0), "Visit", "Long talk. " * 40, "message-square")  # noqa: DTZ001 - local time
NEW = TimelineEntry("2", datetime(2026, 11, 22, 9, 0), "Edit")  # noqa: DTZ001 - local time
NEWER = TimelineEntry("3", datetime(2026, 11, 22, 10, 0), "Call")  # noqa: DTZ001 - local time


def test_entries_are_grouped_by_day() -> None:
    assert by_day([OLD, NEWER, NEW]) == [date(2026, 11, 22), NEWER, NEW, date(2026, 11, 20), OLD]


def test_entries_are_shown_and_activated(qtbot: QtBot) -> None:
    view = Timeline()
    qtbot.addWidget(view)
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Warning, view)
    view.set_entries([OLD, NEW])
    view.resize(300, 300)
    view.show()
    assert view.model().index(1, 0).data() == "09:00 Edit"
    assert view.sizeHintForRow(3) > view.sizeHintForRow(1)
    view.setCurrentIndex(view.model().index(1, 0))
    view.grab()
    with qtbot.waitSignal(view.entry_activated) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["2"]
