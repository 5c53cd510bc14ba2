"""Old premises keys are derived again behind an open window, step by step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.app.premises_renewal import PremisesRenewal
from crmdesk.core.ids import new_id
from crmdesk.services.store_setup import set_up
from crmdesk.storage import premises_keys
from crmdesk.storage.store import Store
from crmdesk.ui.tasks.threads import TaskRunner


def old_store(path: Path) -> Store:
    store = Store.create(path, None)
    set_up(store)
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO site(id,company_id,name,status,address_text) VALUES(?,?,'x','lead',?)",
            [(new_id(), new_id(), f"上海市世纪大道{number}号") for number in range(1, 6)],
        )
        uow.commit()
    # as an older program would have left them
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE site SET premises_key='old'")
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='premises_form'")
        uow.commit()
    return store


def is_current(store: Store) -> bool:
    with store.read() as connection:
        return premises_keys.is_current(connection)


def test_all_keys_are_derived_while_the_window_is_open(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(premises_keys, "CHUNK", 2)
    tasks, owner = TaskRunner(), QObject()
    with old_store(tmp_path / "old.crmdesk") as store:
        renewal = PremisesRenewal(store, tasks, owner, first_ms=0)
        qtbot.waitUntil(lambda: is_current(store) and not tasks.is_busy)
        assert not renewal.is_waiting
        tasks.shutdown()


def test_nothing_is_done_once_it_was_stopped(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(premises_keys, "CHUNK", 2)
    tasks, owner = TaskRunner(), QObject()
    with old_store(tmp_path / "old.crmdesk") as store:
        renewal = PremisesRenewal(store, tasks, owner)
        renewal._on_due()  # the step under way is finished, no other follows
        renewal.stop()
        assert not renewal.is_waiting
        qtbot.waitUntil(lambda: not tasks.is_busy)
        assert not is_current(store)
        tasks.shutdown()
