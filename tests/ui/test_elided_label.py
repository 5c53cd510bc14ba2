"""A label that gives way."""

from pytestqt.qtbot import QtBot

from crmdesk.ui.elided_label import ElidedLabel


def test_what_does_not_fit_is_elided_and_told_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    name = "北京家乐福商业有限公司" * 4
    label.show_text(name)
    label.resize(100, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text == label.accessibleName() == name
    label.resize(label.sizeHint())
    assert label.text() == name
    assert not label.toolTip()


def test_a_text_set_as_of_any_label_is_kept_whole(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("长江石化 › 浦东店")
    label.resize(30, 20)
    label.resize(400, 20)
    assert label.text() == label.whole_text == "长江石化 › 浦东店"
