"""Rules of pools run behind an open window and tell what they moved."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.app.pool_rules_schedule import PoolRulesSchedule
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.leads import LeadService
from crmdesk.services.pool_rules import RulesReport
from crmdesk.services.store_setup import set_up
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from crmdesk.ui.tasks.threads import TaskRunner


def test_the_rules_run_soon_after_the_start_and_once(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[RulesReport] = []
    tasks, owner = TaskRunner(), QObject()
    with Store.create(tmp_path / "x.crmdesk", None) as store:
        set_up(store, "李雷")
        lead = LeadService(store).create({"company_name": "例子"}).record.id
        with store.unit_of_work() as uow:
            record_rows.insert(uow.connection, RecordKind.POOL, {"id": new_id(), "name": "公海", "unfollowed_days": 0})
            uow.commit()
        schedule = PoolRulesSchedule(store, tasks, told.append, owner, first_ms=0)
        qtbot.waitUntil(lambda: bool(told) and not tasks.is_busy)
        assert [(report.total, report.changes[0].action) for report in told] == [(1, "pool_rule")]
        assert LeadService(store).open(lead).pool == "公海"
        assert schedule.is_waiting
        schedule.stop()
        tasks.shutdown()


def test_the_rules_wait_while_an_import_writes(qtbot: QtBot, tmp_path: Path) -> None:
    tasks, owner = TaskRunner(), QObject()
    with Store.create(tmp_path / "x.crmdesk", None) as store:
        set_up(store, "李雷")
        tasks.hold_writes()
        schedule = PoolRulesSchedule(store, tasks, print, owner, first_ms=0)
        schedule._on_due()
        assert (tasks.held_writes, schedule.is_waiting) == (0, True)
        tasks.release_writes()
        schedule.stop()
        tasks.shutdown()
