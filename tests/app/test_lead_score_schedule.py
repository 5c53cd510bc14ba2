"""The lead score is learnt and kept behind an open window, and told to the screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.app import lead_score_schedule
from crmdesk.app.lead_score_schedule import LeadScoreSchedule
from crmdesk.core.changes import Changes
from crmdesk.core.ids import new_id
from crmdesk.services.lead_score import LeadScoreService, ScoreStage
from crmdesk.services.leads import LeadService
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.tasks.threads import TaskRunner


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "x.crmdesk", None) as made:
        set_up(made, "李雷")
        yield made


def _outcomes(store: Store) -> None:
    rows = [(new_id(), "例子", "展会" if at % 2 else "电话", "converted" if at % 2 else "disqualified") for at in range(120)]
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO lead(id, company_name, origin, status) VALUES(?,?,?,?)", rows)
        uow.commit()


class _Told(QObject):
    def __init__(self, bus: ChangeBus) -> None:
        super().__init__()
        self.changes: list[Changes] = []
        bus.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        self.changes.append(changes)


def test_it_is_learnt_after_the_start_and_follows_what_changes(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lead_score_schedule, "_AFTER_CHANGE_MS", 0)
    _outcomes(store)
    leads = LeadService(store)
    first = leads.create({"company_name": "长江石化", "origin": "展会"}).record.id
    tasks, owner, bus = TaskRunner(), QObject(), ChangeBus()
    told = _Told(bus)
    schedule = LeadScoreSchedule(store, tasks, bus, owner, first_ms=0)
    qtbot.waitUntil(lambda: bool(told.changes) and not tasks.is_busy and schedule.is_waiting)
    assert LeadScoreService(store).state().stage is ScoreStage.READY
    assert told.changes[0].touched == {"lead": frozenset({first})}
    before = leads.open(first).probability
    assert before is not None
    assert before > 0.6
    saved = leads.save(first, {"origin": "电话"}, {"origin": "展会"})
    bus.publish(saved.changes)
    qtbot.waitUntil(lambda: (leads.open(first).probability or 1) < 0.4)
    qtbot.waitUntil(lambda: not tasks.is_busy and schedule.is_waiting)
    schedule.stop()
    assert not schedule.is_waiting
    tasks.shutdown()


def test_a_store_with_few_outcomes_is_left_alone(qtbot: QtBot, store: Store) -> None:
    LeadService(store).create({"company_name": "长江石化"})
    tasks, owner, bus = TaskRunner(), QObject(), ChangeBus()
    told = _Told(bus)
    schedule = LeadScoreSchedule(store, tasks, bus, owner, first_ms=0)
    qtbot.waitUntil(lambda: schedule._service is not None and not tasks.is_busy and schedule.is_waiting)
    assert told.changes == []
    schedule.stop()
    tasks.shutdown()
