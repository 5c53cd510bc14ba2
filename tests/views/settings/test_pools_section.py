"""Pools in the settings, by keyboard: made, changed, moved, deleted; what stricter rules would take is said before they are saved."""

from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.clock import frozen_at
from crmdesk.core.vocabulary import PoolRole, Taxonomy
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.editor_dialog import EditorDialog
from crmdesk.views.settings.pool_deletion import PoolDeletion
from crmdesk.views.settings.pool_editor import PoolEditor
from crmdesk.views.settings.pools_section import PoolsSection

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
T = TypeVar("T", bound=EditorDialog)


@pytest.fixture
def section(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow) -> PoolsSection:
    made = PoolsSection(view_context)
    made.finish()
    shell.add_page("pools", str, "inbox", lambda: made)
    shell.show_page("pools")
    made.table.setFocus()
    return made


def _opened(editor: T | None, qtbot: QtBot) -> T:
    """Return a dialog once it has the keyboard."""
    assert editor is not None
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def _save(editor: EditorDialog) -> None:
    QTest.keyPress(editor, Qt.Key.Key_Return, CTRL)


def _pool(context: ViewContext, name: str, **rules: object) -> str:
    made, changes = context.services.pool_settings.save(None, {"name": name, **rules})
    context.published(changes)
    return made


def _old_leads(context: ViewContext, count: int) -> None:
    with frozen_at(datetime.now(UTC) - timedelta(days=40)):
        for number in range(count):
            context.services.leads.create({"company_name": f"例子{number}"})


def test_a_pool_is_made_by_keyboard_and_said_in_words(qtbot: QtBot, section: PoolsSection, view_context: ViewContext) -> None:
    colleague = view_context.services.users.add("韩梅梅")
    view_context.published(colleague[1])
    section.first.trigger()
    editor = _opened(section.editor, qtbot)
    assert editor.focusWidget() is editor.name
    _save(editor)
    assert editor.problem.isVisible()
    QTest.keyClicks(editor.name, "East")
    QTest.keyClicks(editor.rules.numbers["daily_claims"], "5")
    editor.rules.numbers["held_limit"].setText("５０")  # as an input method types them
    QTest.keyClick(editor.rules.switches["takes_accounts"], Qt.Key.Key_Space)
    QTest.keyClicks(editor.rules.grades["A"], "90")
    editor.members.table.setFocus()
    QTest.keyClick(editor.members.table, Qt.Key.Key_Space)
    QTest.keyClick(editor.members.table, Qt.Key.Key_Down)
    QTest.keyClick(editor.members.table, Qt.Key.Key_Right)
    QTest.keyClick(editor.members.table, Qt.Key.Key_Space)
    assert "claim 5 records a day" in editor.summary.text()
    assert "A: 90 days" in editor.summary.text()
    _save(editor)
    pool = view_context.services.pools.all()[0]
    me = view_context.services.users.all()[0].id
    assert (pool.name, pool.rules["daily_claims"], pool.rules["held_limit"]) == ("East", 5, 50)
    assert (pool.rules["days_by_grade"], pool.rules["wait_days"]) == ('{"A": 90}', None)
    assert pool.members == {me: PoolRole.MEMBER, colleague[0]: PoolRole.ADMINISTRATOR}
    assert section.table.chosen == pool.id
    assert "claim 5 records a day" in section.words.text()


def test_what_is_no_rule_is_said_below_its_field(qtbot: QtBot, section: PoolsSection, view_context: ViewContext) -> None:
    _pool(view_context, "East", wait_days=3)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    editor = _opened(section.editor, qtbot)
    field = editor.rules.numbers["wait_days"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "soon")
    assert field.accessibleDescription() == "Former owner waits: a whole number from 0 to 9999, or nothing."
    _save(editor)
    assert editor.isVisible()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.accessibleDescription() == ""
    editor.rules.switches["takes_accounts"].setChecked(True)
    QTest.keyClicks(editor.rules.grades["B"], "99999")
    assert editor.rules.first_with_problem() is editor.rules.grades["A"]
    editor.rules.grades["B"].clear()
    _save(editor)
    assert view_context.services.pools.all()[0].rules["wait_days"] is None


def test_a_stricter_rule_says_what_it_takes_and_is_saved_by_the_second_press(
    qtbot: QtBot, section: PoolsSection, view_context: ViewContext
) -> None:
    _pool(view_context, "East", unfollowed_days=90)
    _old_leads(view_context, 3)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    editor = _opened(section.editor, qtbot)
    field = editor.rules.numbers["unfollowed_days"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "30")
    _save(editor)
    assert editor.isVisible()
    assert editor.preview.text() == "With these rules 3 leads of 1 people would fall back today."
    assert editor.save_button.text() == "Save all the same"
    assert view_context.services.pools.all()[0].rules["unfollowed_days"] == 90
    _save(editor)
    assert view_context.services.pools.all()[0].rules["unfollowed_days"] == 30
    view_context.published(view_context.services.undo.undo_last().changes)
    assert "after 90 days" in section.words.text()


def test_a_gentler_rule_is_saved_at_once(qtbot: QtBot, section: PoolsSection, view_context: ViewContext) -> None:
    _pool(view_context, "East", unfollowed_days=90)
    _old_leads(view_context, 1)
    section.edit.trigger()
    editor = _opened(section.editor, qtbot)
    editor.rules.numbers["unfollowed_days"].setText("120")
    _save(editor)
    assert view_context.services.pools.all()[0].rules["unfollowed_days"] == 120


def test_the_preview_comes_while_one_types(qtbot: QtBot, section: PoolsSection, view_context: ViewContext) -> None:
    _pool(view_context, "East")
    _old_leads(view_context, 2)
    section.edit.trigger()
    editor = _opened(section.editor, qtbot)
    QTest.keyClicks(editor.rules.numbers["no_opportunity_days"], "7")
    qtbot.waitUntil(lambda: "2 leads" in editor.preview.text())
    editor.reject()


def test_pools_are_moved_and_empty_ones_deleted_by_keys(section: PoolsSection, view_context: ViewContext) -> None:
    first, second = _pool(view_context, "East"), _pool(view_context, "West")
    QTest.keyClick(section.table, Qt.Key.Key_Down)
    QTest.keyClick(section.table, Qt.Key.Key_Up, ALT)
    assert [pool.id for pool in view_context.services.pools.all()] == [second, first]
    assert section.table.chosen == second
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert [pool.id for pool in view_context.services.pools.all()] == [first]
    view_context.published(view_context.services.undo.undo_last().changes)
    assert section.table.rowCount() == 2


def test_what_waits_in_a_deleted_pool_moves_to_another(
    qtbot: QtBot, section: PoolsSection, view_context: ViewContext, shell: ShellWindow
) -> None:
    first, second = _pool(view_context, "East"), _pool(view_context, "West")
    view_context.published(view_context.services.leads.create({"company_name": "例子"}, pool_id=first).changes)
    QTest.keyClick(section.table, Qt.Key.Key_Home, CTRL)
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    dialog = _opened(shell.findChild(PoolDeletion), qtbot)
    QTest.keyPress(dialog, Qt.Key.Key_Return)
    assert [(pool.id, pool.leads) for pool in view_context.services.pools.all()] == [(second, 1)]


def test_the_only_pool_is_not_deleted_while_something_waits(
    section: PoolsSection, view_context: ViewContext, shell: ShellWindow
) -> None:
    pool = _pool(view_context, "East")
    changes = view_context.services.leads.create({"company_name": "例子"}, pool_id=pool).changes
    view_context.published(changes)
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert shell.findChild(PoolDeletion) is None
    assert len(view_context.services.pools.all()) == 1


def test_with_a_centre_only_administrators_may_change_a_pool(
    section: PoolsSection, view_context: ViewContext, store: Store, shell: ShellWindow
) -> None:
    other, _ = view_context.services.users.add("韩梅梅")
    service = view_context.services.pool_settings
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k, v) VALUES('centre', '{}')")
        uow.commit()
    view_context.published(service.save(None, {"name": "East"}, {other: PoolRole.ADMINISTRATOR})[1])
    assert not section.edit.isEnabled()
    assert "韩梅梅" in section.edit.toolTip()
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert shell.findChild(PoolEditor) is None


def test_an_empty_list_offers_the_first_pool(section: PoolsSection) -> None:
    assert section.table.isHidden()
    assert section.first.isEnabled()
    assert not section.edit.isEnabled()


def test_the_reasons_for_a_release_stand_under_classifications(qtbot: QtBot, section: PoolsSection) -> None:
    with qtbot.waitSignal(section.section_asked) as asked:
        QTest.mouseClick(section.edit_reasons, Qt.MouseButton.LeftButton)
    assert asked.args == ["classifications", Taxonomy.RELEASE_REASON.value]
