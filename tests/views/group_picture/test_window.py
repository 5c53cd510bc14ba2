import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crmdesk.ui.charts.scene import Form, Top
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import MessageBar
from crmdesk.ui.path_bar import PathBar
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.group_picture.colouring import Colouring
from crmdesk.views.group_picture.controls import PictureControls
from crmdesk.views.group_picture.export_dialog import ExportDialog
from crmdesk.views.group_picture.window import GroupPictureWindow, open_group_picture
from tests.views.group_picture.conftest import Group


def _names(window: GroupPictureWindow) -> list[str]:
    scene = window.chart.scene
    assert scene is not None
    return sorted(scene.name(place) for place in range(len(scene.tree)))


def _choose(window: GroupPictureWindow, name: str) -> None:
    scene = window.chart.scene
    assert scene is not None
    window.chart.choose(next(place for place in range(len(scene.tree)) if scene.name(place) == name))


def _controls(window: GroupPictureWindow) -> PictureControls:
    found = window.findChild(PictureControls)
    assert isinstance(found, PictureControls)
    return found


def test_the_whole_group_is_shown(window: GroupPictureWindow) -> None:
    assert window.windowTitle() == "家乐福 – the whole group"
    assert _names(window) == sorted(["家乐福", "北京家乐福", "沈阳家乐福", "马连道店", "方圆店"])
    assert window.chart.isVisible()
    assert window.chart.accessibleName() == window.windowTitle()


@pytest.mark.parametrize("form", Form)
def test_each_form_is_drawn_and_remembered(window: GroupPictureWindow, form: Form, view_context: ViewContext) -> None:
    _controls(window).form_chosen.emit(form)
    assert window.chart.form is form
    window.grab()
    assert view_context.window_state.plain("group_picture") == {"form": form.value, "measure": "sites", "colouring": "status"}


@pytest.mark.parametrize("colouring", Colouring)
def test_each_colouring_has_its_legend(window: GroupPictureWindow, colouring: Colouring) -> None:
    _controls(window).colouring_chosen.emit(colouring)
    scene = window.chart.scene
    assert scene is not None
    words = [look.text for look in scene.categories]
    assert {
        Colouring.STATUS: "Fighting for deals",
        Colouring.GRADE: "Not graded",
        Colouring.CUSTOMER_KIND: "No customer kind",
    }[colouring] in words


def test_each_measure_can_be_chosen(window: GroupPictureWindow, view_context: ViewContext) -> None:
    for measure in view_context.services.group_picture.measures():
        _controls(window).measure_chosen.emit(measure.key)
        assert window.chart.hierarchy is not None
        window.grab()


def test_the_record_of_a_node_is_asked_for(
    window: GroupPictureWindow, view_context: ViewContext, group: Group, qtbot: QtBot
) -> None:
    _choose(window, "马连道店")
    with qtbot.waitSignal(view_context.record_asked) as asked:
        QTest.keyClick(window.chart, Qt.Key.Key_Return)
    assert asked.args == [str(group.site)]


def test_the_path_follows_and_leads_back(window: GroupPictureWindow, group: Group, qtbot: QtBot) -> None:
    _choose(window, "北京家乐福")
    window.chart.enter(window.chart.chosen or 0)
    path = window.findChild(PathBar)
    assert isinstance(path, PathBar)
    qtbot.waitUntil(lambda: path.visible_texts() == ("家乐福", "北京家乐福"))
    assert _names(window) == sorted(["北京家乐福", "马连道店", "方圆店"])
    path.findChildren(QToolButton)[0].click()
    assert window.chart.top == Top(0)


def test_a_company_in_the_middle_leads_to_the_group_above(
    view_context: ViewContext, shell: ShellWindow, group: Group, qtbot: QtBot
) -> None:
    opened = open_group_picture(view_context, str(group.company), shell)
    path = opened.findChild(PathBar)
    assert isinstance(path, PathBar)
    assert path.visible_texts() == ("家乐福", "北京家乐福")
    path.segment_activated.emit(group.top)
    assert opened.key == group.top
    assert len(_names(opened)) == 5


def test_a_company_without_sites_says_what_to_do(view_context: ViewContext, shell: ShellWindow, group: Group) -> None:
    view_context.window_state.save_plain("group_picture", {"form": "treemap"})
    opened = open_group_picture(view_context, group.empty, shell)
    state = opened.findChild(EmptyState)
    assert isinstance(state, EmptyState)
    assert state.isVisible()
    assert "沈阳家乐福" in state.accessibleName()
    state.buttons()[0].click()
    assert opened.chart.isVisible()
    assert opened.chart.form is Form.ORG_CHART


def test_a_change_is_read_anew_and_one_stays_where_one_was(
    window: GroupPictureWindow, view_context: ViewContext, group: Group, qtbot: QtBot
) -> None:
    _choose(window, "北京家乐福")
    window.chart.enter(window.chart.chosen or 0)
    _choose(window, "马连道店")
    saved = view_context.services.accounts.create_site({"name": "中山店", "company_id": group.company.id})
    view_context.published(saved.changes)
    qtbot.waitUntil(lambda: "中山店" in _names(window))
    assert "家乐福" not in _names(window)
    assert window.chart.hierarchy is not None
    assert window.chart.chosen_node is not None
    assert window.chart.hierarchy.names[window.chart.chosen_node] == "马连道店"


def test_a_deleted_company_is_told(window: GroupPictureWindow, view_context: ViewContext, group: Group, qtbot: QtBot) -> None:
    view_context.published(view_context.services.accounts.delete(group.top))
    state = window.findChild(EmptyState)
    assert isinstance(state, EmptyState)
    qtbot.waitUntil(state.isVisible)
    assert "No company" in state.accessibleName()


def test_one_window_for_one_company(
    window: GroupPictureWindow, view_context: ViewContext, shell: ShellWindow, group: Group
) -> None:
    assert open_group_picture(view_context, group.top, shell) is window
    other = open_group_picture(view_context, group.company, shell)
    assert other is not window
    other.close()


def test_the_window_ends_with_the_main_window(window: GroupPictureWindow, shell: ShellWindow, qtbot: QtBot) -> None:
    shell.close()
    qtbot.waitUntil(lambda: not isValid(window))


def test_the_window_ends_with_the_store(window: GroupPictureWindow, view_context: ViewContext, qtbot: QtBot) -> None:
    view_context.ready.emit()
    qtbot.waitUntil(lambda: not isValid(window))


def test_the_menu_offers_what_can_be_done(
    window: GroupPictureWindow, view_context: ViewContext, group: Group, qtbot: QtBot
) -> None:
    asked: list[str] = []
    view_context.record_asked.connect(asked.append)
    _choose(window, "北京家乐福")
    node = window.chart.chosen_node
    window.chart.menu_asked.emit(node, QPoint(10, 10))
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    opens, enters, copies = menu.actions()
    opens.trigger()
    assert asked == [str(group.company)]
    copies.trigger()
    assert QGuiApplication.clipboard().text() == "北京家乐福"
    enters.trigger()
    assert window.chart.top == Top(node or 0)
    menu.close()


@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "seen"])
def test_a_picture_is_written(window: GroupPictureWindow, tmp_path: Path, is_whole: bool) -> None:
    _controls(window).export_asked.emit(is_whole)
    (dialog,) = window.findChildren(ExportDialog)
    dialog.write(str(tmp_path / "group"))
    assert (tmp_path / "group.svg").stat().st_size > 1_000
    messages = window.findChild(MessageBar)
    assert isinstance(messages, MessageBar)
    assert messages.text == "Saved as group.svg."
    dialog.write(str(tmp_path / "no" / "group.pdf"))
    assert "could not be written" in messages.text
    dialog.close()


def test_another_language_keeps_the_picture(window: GroupPictureWindow, view_context: ViewContext) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    view_context.use_language("zh_CN")
    assert len(_names(window)) == 5


def test_nothing_is_left_of_closed_windows(view_context: ViewContext, shell: ShellWindow, group: Group, qtbot: QtBot) -> None:
    gone = []
    for form in Form:
        opened = open_group_picture(view_context, group.top, shell)
        _controls(opened).form_chosen.emit(form)
        opened.grab()
        gone.append(weakref.ref(opened.chart))
        opened.close()
        del opened
    qtbot.waitUntil(lambda: not shell.findChildren(GroupPictureWindow))
    gc.collect()
    assert [reference() for reference in gone] == [None] * len(Form)
