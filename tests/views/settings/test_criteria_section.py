"""Sets of criteria in the settings, by keyboard: made, copied, moved, asked about; what leads were judged by gets a new version."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.changes import Changes
from crmdesk.core.ids import shipped_id
from crmdesk.core.vocabulary import Outcome, Taxonomy
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.criteria_section import CriteriaSection
from crmdesk.views.settings.editor_dialog import EditorDialog
from crmdesk.views.settings.row_table import RowTable

BANT = shipped_id("criteria_set", "BANT")
T = TypeVar("T", bound=EditorDialog)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def section(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow) -> CriteriaSection:
    made = CriteriaSection(view_context)
    made.finish()
    shell.add_page("criteria", str, "clipboard-list", lambda: made)
    shell.show_page("criteria")
    made.sets.setFocus()
    return made


def _opened(editor: T | None, qtbot: QtBot) -> T:
    """Return a dialog once it has the keyboard."""
    assert editor is not None
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def _back_to(table: RowTable, qtbot: QtBot) -> None:
    """Give a table the keyboard after a dialog was closed."""
    table.window().activateWindow()
    qtbot.waitUntil(table.window().isActiveWindow)
    table.setFocus()


def _names(context: ViewContext) -> list[str]:
    return [one.name for one in context.services.criteria_sets.all("en", retired=True)]


def _shown(section: CriteriaSection, column: int = 0) -> list[str]:
    table = section.criteria
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, column)) is not None]


def test_the_shipped_sets_are_shown_with_what_they_ask(section: CriteriaSection) -> None:
    assert section.sets.rowCount() == 3
    assert _shown(section) == ["Budget", "Authority", "Need", "Timing"]
    assert "3 of 4" in section.example.text()
    QTest.keyClick(section.sets, Qt.Key.Key_End, CTRL)
    assert section.criteria.rowCount() == 6


def test_a_set_of_ones_own_is_made_by_keyboard(qtbot: QtBot, section: CriteriaSection, view_context: ViewContext) -> None:
    QTest.keyClick(section.sets, Qt.Key.Key_Insert)
    editor = _opened(section.set_editor, qtbot)
    editor.save()
    assert editor.problem.isVisible()
    QTest.keyClicks(editor.names.fields["name_en"], "Cold chain")
    editor.rule.setCurrentIndex(editor.rule.findData("percent"))
    editor.mark.setValue(60)
    QTest.keyPress(editor, Qt.Key.Key_Return, CTRL)
    own = view_context.services.criteria_sets.all("en")[-1]
    assert (own.name, own.names, own.pass_percent, own.pass_count) == ("Cold chain", ("Cold chain", None, "Cold chain"), 60, None)
    assert section.sets.chosen == own.id
    for name in ("Area", "Date"):
        _back_to(section.criteria, qtbot)
        QTest.keyClick(section.criteria, Qt.Key.Key_Insert)
        asked = _opened(section.criterion_editor, qtbot)
        QTest.keyClicks(asked.texts.fields["name_en"], name)
        QTest.keyClicks(asked.texts.fields["question_en"], f"{name}?")
        asked.weight.setValue(3)
        QTest.keyPress(asked, Qt.Key.Key_Return, CTRL)
    assert _shown(section, 1) == ["Area?", "Date?"]
    assert section.criteria.currentRow() == 1
    _back_to(section.criteria, qtbot)
    QTest.keyClick(section.criteria, Qt.Key.Key_Up, ALT)
    assert _shown(section) == ["Date", "Area"]
    assert section.criteria.currentRow() == 0
    QTest.keyClick(section.criteria, Qt.Key.Key_Delete)
    assert [one.name for one in view_context.services.criteria_sets.criteria(own.id, "en")] == ["Area"]
    QTest.keyClick(section.criteria, Qt.Key.Key_Delete)
    assert len(view_context.services.criteria_sets.criteria(own.id)) == 2


def test_sets_are_copied_moved_and_retired(section: CriteriaSection, view_context: ViewContext) -> None:
    QTest.keyClick(section.sets, Qt.Key.Key_D, CTRL)
    copied = _names(view_context)[1]
    assert copied == "BANT (3 of 4) (copy)"
    assert section.sets.currentRow() == 1
    QTest.keyClick(section.sets, Qt.Key.Key_Down, ALT)
    assert _names(view_context)[2] == copied
    assert section.sets.currentRow() == 2
    QTest.keyClick(section.sets, Qt.Key.Key_Delete)
    assert copied not in [one.name for one in view_context.services.criteria_sets.all("en")]
    assert section.retire_set.text() == "&Offer again"
    view_context.published(view_context.services.undo.undo_last().changes)
    assert section.retire_set.text() == "Stop o&ffering"


def test_a_set_is_for_a_source_and_shows_an_example_while_it_is_edited(
    qtbot: QtBot, section: CriteriaSection, view_context: ViewContext
) -> None:
    QTest.keyClick(section.sets, Qt.Key.Key_Return)
    editor = _opened(section.set_editor, qtbot)
    editor.mark.setValue(2)
    assert "2 of 4" in editor.example.text()
    editor.mark.setValue(9)
    assert "Nothing passes" in editor.example.text()
    editor.rule.setCurrentIndex(editor.rule.findData("all"))
    editor.rule.activated.emit(editor.rule.currentIndex())
    assert "4 of 4" in editor.example.text()
    fair = next(one for one in view_context.services.taxonomies.terms(Taxonomy.SOURCE) if one.code == "fair")
    editor.source.set_key(fair.id)
    QTest.keyPress(editor, Qt.Key.Key_S, CTRL)
    stored = view_context.services.criteria_sets.all("en")[0]
    assert (stored.source_id, stored.pass_count, stored.pass_percent) == (fair.id, None, None)


def test_what_leads_were_judged_by_keeps_what_counts_and_gets_a_new_version(
    qtbot: QtBot, section: CriteriaSection, view_context: ViewContext
) -> None:
    assert section.renew.isHidden()
    view_context.bus.publish(_judged(view_context))
    assert section.renew.isVisible()
    assert not section.add.isEnabled()
    assert not section.retire.isEnabled()
    assert section.edit.isEnabled()
    section.criteria.setFocus()
    QTest.keyClick(section.criteria, Qt.Key.Key_F2)
    asked = _opened(section.criterion_editor, qtbot)
    assert not asked.weight.isEnabled()
    field = asked.texts.fields["name_en"]
    field.selectAll()
    QTest.keyClicks(field, "Money")
    asked.save()
    assert _shown(section)[0] == "Money"
    QTest.mouseClick(section.renew, Qt.MouseButton.LeftButton)
    made = section.chosen_set()
    assert made is not None
    assert made.id != BANT
    assert section.add.isEnabled()
    assert BANT not in {one.id for one in view_context.services.criteria_sets.all()}


def _judged(context: ViewContext) -> Changes:
    lead = context.services.leads.create({"company_name": "长江石化"}).record.id
    held = context.services.qualification.begin(lead, BANT)
    return context.services.qualification.close(held.id, Outcome.QUALIFIED)
