"""What the rules of pools moved is said, and taken back with one click: then its days count anew."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.pool_rules import run_rules
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.undo_bar import UndoBar
from crmdesk.views.context import ViewContext
from crmdesk.views.pools.moved_message import tell_moved


def test_what_fell_back_is_told_and_can_be_kept(
    qtbot: QtBot, store: Store, view_context: ViewContext, shell: ShellWindow
) -> None:
    leads = view_context.services.leads
    view_context.services.pools.create({"name": "公海", "unfollowed_days": 30})
    made = [leads.create({"company_name": name}).record.id for name in "甲乙"]
    with store.unit_of_work() as uow:
        for lead in made:
            values = {"owned_since": iso_ms(utc_now() - timedelta(days=40))}
            record_rows.update(uow.connection, RecordKind.LEAD, lead, values)
        uow.commit()
    report = run_rules(store)
    assert [leads.open(lead).pool for lead in made] == ["公海", "公海"]
    last = view_context.services.undo.peek().undo
    assert last is not None
    assert last.action is ActionKind.EDIT
    with qtbot.waitSignal(view_context.bus.changed):
        tell_moved(view_context, report)
    bar = shell.findChild(UndoBar)
    assert bar is not None
    assert bar.findChildren(QLabel)[0].text() == "2 leads went back to their pool: No follow-up for too long."
    with qtbot.waitSignal(view_context.bus.changed):
        bar.findChildren(QPushButton)[0].click()
    assert [leads.open(lead).pool for lead in made] == [None, None]
    assert run_rules(store).total == 0


def test_nothing_moved_says_nothing(store: Store, view_context: ViewContext, shell: ShellWindow) -> None:
    tell_moved(view_context, run_rules(store))
    assert all(bar.isHidden() for bar in shell.findChildren(UndoBar))
