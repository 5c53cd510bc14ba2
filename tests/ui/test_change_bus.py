"""The change bus says what changed, and nothing when nothing did."""

from pytestqt.qtbot import QtBot

from crmdesk.core.changes import Changes
from crmdesk.ui.change_bus import ChangeBus


def test_changes_arrive_whole_and_empty_ones_do_not(qtbot: QtBot) -> None:
    bus = ChangeBus()
    heard: list[Changes] = []
    bus.changed.connect(heard.append)
    made = Changes(action="edit", transaction="t", touched={"site": frozenset({"a"})})
    bus.publish(Changes())
    bus.publish(made)
    assert heard == [made]
