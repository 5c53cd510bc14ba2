"""The export in its own process, from the window's side: a real process, a real store, a real PostgreSQL."""

import os
import signal
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.app.export_runner import ExportRunner
from crmdesk.core.ids import new_id
from crmdesk.services.store_setup import set_up
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.views.export.job import ExportWish
from tests.sync.export.report_database import Query, query, report_database, report_server

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

__all__ = ["query", "report_database", "report_server"]
WAIT_MS = 60_000


@pytest.fixture
def wish(report_database: CentreSettings) -> ExportWish:
    return ExportWish(report_database.to_url(), "", is_local=True)


@pytest.fixture
def filled(encrypted_store: "Store") -> "Store":
    set_up(encrypted_store, "李雷")
    with encrypted_store.unit_of_work() as uow:
        rows = [(new_id(), f"第{number}食品有限公司", "备注" * 200) for number in range(20_000)]
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name,note) VALUES(?,'legal',?,?)", rows)
        uow.commit()
    return encrypted_store


def test_an_export_goes_on_in_a_process_and_reports(filled: "Store", wish: ExportWish, query: Query, qtbot: QtBot) -> None:
    shares: list[float] = []
    for is_preview in (True, False):
        runner = ExportRunner(filled.path, filled.key)
        runner.progressed.connect(shares.append)
        with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as ended:
            runner.start(replace(wish, is_preview=is_preview))
        assert ended.args[0].tables["company"].new == 20_000
    assert query("SELECT count(*) FROM crmdesk.company") == [(20_000,)]
    assert shares
    assert shares[-1] == 1.0


@pytest.mark.expects_log("export worker ended with")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_or_cancelled_export_leaves_the_database_as_it_was(
    filled: "Store", wish: ExportWish, query: Query, qtbot: QtBot
) -> None:
    for is_killed in (True, False):
        runner = ExportRunner(filled.path, filled.key)
        with qtbot.waitSignal(runner.progressed, timeout=WAIT_MS, check_params_cb=lambda share: share > 0.2):
            runner.start(wish)
        if is_killed:
            with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
                os.kill(runner.process_id, signal.SIGKILL)
            assert ended.args[0].code == "ExportBroken"
        else:
            with qtbot.waitSignal(runner.cancelled, timeout=WAIT_MS):
                runner.cancel()
        assert query("SELECT count(*) FROM pg_namespace WHERE nspname='crmdesk'") == [(0,)]


def test_what_is_refused_is_told_in_its_own_words(filled: "Store", wish: ExportWish, qtbot: QtBot) -> None:
    for refused, code in (
        (replace(wish, address="postgresql://li:secret@localhost/x"), "SecretInAddress"),
        (replace(wish, address="localhost:1/x", user="li", password="p"), "DatabaseUnreachable"),
        (replace(wish, schema="Sales!"), "SchemaNameWrong"),
    ):
        runner = ExportRunner(filled.path, filled.key)
        with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
            runner.start(refused)
        assert ended.args[0].code == code
        assert "secret" not in ended.args[0].message
