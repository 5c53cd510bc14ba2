"""Qualifying a lead by keyboard alone: answered, left, resumed, decided."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import AnswerValue, Outcome, RecordKind
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.qualification import open_qualification
from crmdesk.views.qualification.dialog import QualificationDialog
from crmdesk.views.qualification.question_card import QuestionCard


@pytest.fixture
def lead(store: Store, view_context: ViewContext) -> str:
    record = new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.LEAD, {"id": record, "company_name": "长江石化", "status": "new"})
        uow.commit()
    return record


def _shown(qtbot: QtBot, context: ViewContext, lead: str, parent: QWidget) -> QualificationDialog:
    dialog = open_qualification(context, lead, parent)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _with_keyboard(dialog: QualificationDialog) -> QuestionCard:
    """Return the card the keyboard is in."""
    return next(card for card in dialog.cards if dialog.focusWidget() in {*card.buttons.values(), card.evidence})


def _status(store: Store, lead: str) -> tuple[str, str | None]:
    with store.read() as connection:
        row = record_rows.fetch(connection, RecordKind.LEAD, lead)
    assert row is not None
    return row["status"], row["look_again_on"]


def test_answers_by_digits_evidence_by_tab_outcome_by_ctrl_enter(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store, lead: str
) -> None:
    dialog = _shown(qtbot, view_context, lead, shell)
    assert dialog.windowTitle() == "Qualify 长江石化"
    assert _with_keyboard(dialog) is dialog.cards[0]
    for card in dialog.cards[:3]:
        focused = dialog.focusWidget()
        assert _with_keyboard(dialog) is card
        QTest.keyClick(focused, Qt.Key.Key_1)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is card.evidence
        QTest.keyClicks(card.evidence, "call of 20 Nov")
        QTest.keyClick(card.evidence, Qt.Key.Key_Tab)
    assert dialog.standing.text() == "75 % · passes"
    assert dialog.missing.text() == "Still to ask: Timing"
    assert dialog.bar.outcome is Outcome.QUALIFIED
    with qtbot.waitSignal(dialog.closed):
        QTest.keyPress(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _status(store, lead) == ("qualified", None)
    past = view_context.services.qualification.rounds(lead, "en")[0]
    assert (past.set_name, past.score) == ("BANT (3 of 4)", 75)


def test_it_goes_on_where_it_was_left_at_the_question_that_tells_most(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store, lead: str
) -> None:
    dialog = _shown(qtbot, view_context, lead, shell)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_3)
    QTest.keyPress(dialog, Qt.Key.Key_Escape)
    assert _status(store, lead) == ("working", None)
    dialog = _shown(qtbot, view_context, lead, shell)
    assert dialog.cards[0].chosen is AnswerValue.NO
    assert _with_keyboard(dialog) is dialog.cards[1]
    assert dialog.standing.text() == "0 % · 3 more yes to pass"
    dialog.reject()


def test_not_yet_asks_for_a_day_and_disqualified_for_a_reason(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store, lead: str
) -> None:
    dialog = _shown(qtbot, view_context, lead, shell)
    assert not dialog.bar.decide_button.isEnabled()
    dialog.bar.choices[Outcome.DISQUALIFIED].click()
    dialog.bar.decide_button.click()
    assert dialog.bar.problem.text() == "Reason must not be empty."
    assert dialog.bar.reason.count() > 3
    dialog.bar.choices[Outcome.NOT_YET].click()
    assert dialog.focusWidget() is dialog.bar.day
    QTest.keyClicks(dialog.bar.day, "2027-01-15")
    assert dialog.bar.look_again_on == date(2027, 1, 15)
    with qtbot.waitSignal(dialog.closed):
        dialog.bar.decide_button.click()
    assert _status(store, lead) == ("working", "2027-01-15")


def test_another_set_asks_other_questions(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, lead: str) -> None:
    dialog = _shown(qtbot, view_context, lead, shell)
    dialog.sets.setFocus()
    QTest.keyClick(dialog.sets, Qt.Key.Key_End)
    assert len(dialog.cards) == 6
    assert _with_keyboard(dialog).criterion == dialog.cards[4].criterion  # the knock-out is asked first
    assert dialog.standing.text() == "0 % · passes from 70 %"
    QTest.keyClick(dialog.sets, Qt.Key.Key_Home)
    assert len(dialog.cards) == 4
    dialog.reject()


def test_a_converted_lead_says_so(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store, lead: str) -> None:
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.LEAD, lead, {"status": "converted"})
        uow.commit()
    dialog = _shown(qtbot, view_context, lead, shell)
    assert "has been converted" in dialog.bar.problem.text()
    dialog.reject()
