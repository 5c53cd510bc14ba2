"""The import in its own process, from the window's side: real processes, real stores."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.app.import_runner import ImportRunner
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.exchange.mapping_proposal import propose_mapping
from crmdesk.exchange.table_source import open_table

if TYPE_CHECKING:
    from crmdesk.core.errors import CrmError
    from crmdesk.services.undo import UndoResult
    from crmdesk.storage.keys import StoreKey
    from crmdesk.storage.store import Store

WAIT_MS = 60_000
Ask = Callable[..., ImportRequest]


def companies(store: "Store") -> int:
    from sqlalchemy import text

    with store.read() as connection:
        return int(connection.execute(text("SELECT count(*) FROM company WHERE deleted_at IS NULL")).scalar_one())


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Write a file of so many companies and return the request to import it."""

    def make(rows: int, *, dry_run: bool = False, refused_file: Path | None = None) -> ImportRequest:
        path = tmp_path / "客户.csv"
        lines = [f"第{number}食品有限公司,北京市,海淀区,中关村大街{number}号" for number in range(rows)]
        lines.append(",北京市,,")
        path.write_text("\n".join(["公司名称,省份,区县,地址", *lines]), encoding="gb18030")
        source = open_table(path)
        mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
        return ImportRequest(source, mapping, dry_run, refused_file)

    return make


@pytest.fixture
def runner(encrypted_store: "Store", qapp: object) -> ImportRunner:
    return ImportRunner(encrypted_store.path, encrypted_store.key)


def test_a_trial_reports_and_changes_nothing(runner: ImportRunner, ask: Ask, encrypted_store: "Store", qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as ended:
        runner.start(ask(30, dry_run=True))
    report: ImportReport = ended.args[0]
    assert report.dry_run
    assert report.rows == 31
    assert report.refused_count == 1
    assert companies(encrypted_store) == 0
    assert not runner.is_running


def test_an_import_tells_its_progress_and_what_it_touched(
    runner: ImportRunner, ask: Ask, encrypted_store: "Store", qtbot: QtBot, tmp_path: Path
) -> None:
    shares: list[float] = []
    runner.progressed.connect(shares.append)
    refused = tmp_path / "refused.csv"
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as ended:
        runner.start(ask(30, refused_file=refused))
    report: ImportReport = ended.args[0]
    assert companies(encrypted_store) == 30
    assert report.changes is not None
    assert report.changes.transaction
    assert report.changes.concerns("company")
    assert report.refused_file == str(refused)
    assert refused.exists()
    assert shares
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_an_import_that_is_cancelled_leaves_nothing(
    runner: ImportRunner, ask: Ask, encrypted_store: "Store", qtbot: QtBot
) -> None:
    request = ask(6_000)
    with qtbot.waitSignal(runner.progressed, timeout=WAIT_MS):
        runner.start(request)
    with qtbot.waitSignal(runner.cancelled, timeout=WAIT_MS):
        runner.cancel()
    assert companies(encrypted_store) == 0
    assert not runner.is_running


@pytest.mark.expects_log("import worker ended with")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_an_import_whose_process_dies_leaves_nothing_and_says_so(
    runner: ImportRunner, ask: Ask, encrypted_store: "Store", qtbot: QtBot
) -> None:
    request = ask(6_000)
    with qtbot.waitSignal(runner.progressed, timeout=WAIT_MS, check_params_cb=lambda share: share > 0.2):
        runner.start(request)
    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
        os.kill(runner.process_id, signal.SIGKILL)
    error: CrmError = ended.args[0]
    assert error.code == "ImportBroken"
    assert companies(encrypted_store) == 0


def test_a_whole_import_is_taken_back_and_done_again_in_a_process(ask: Ask, encrypted_store: "Store", qtbot: QtBot) -> None:
    def runner() -> ImportRunner:
        return ImportRunner(encrypted_store.path, encrypted_store.key)

    importing = runner()
    with qtbot.waitSignal(importing.finished, timeout=WAIT_MS) as ended:
        importing.start(ask(40))
    transaction = ended.args[0].changes.transaction
    undoing, shares = runner(), list[float]()
    undoing.progressed.connect(shares.append)
    with qtbot.waitSignal(undoing.finished, timeout=WAIT_MS) as ended:
        undoing.undo(transaction)
    result: UndoResult = ended.args[0]
    assert (result.label, result.skipped_total) == ("客户.csv", 0)
    assert result.changes.concerns("company")
    assert companies(encrypted_store) == 0
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    redoing = runner()
    with qtbot.waitSignal(redoing.finished, timeout=WAIT_MS):
        redoing.redo_last()
    assert companies(encrypted_store) == 40


def test_an_undo_that_is_cancelled_changes_nothing(ask: Ask, encrypted_store: "Store", qtbot: QtBot) -> None:
    importing = ImportRunner(encrypted_store.path, encrypted_store.key)
    with qtbot.waitSignal(importing.finished, timeout=WAIT_MS) as ended:
        importing.start(ask(2_000))
    undoing = ImportRunner(encrypted_store.path, encrypted_store.key)
    with qtbot.waitSignal(undoing.progressed, timeout=WAIT_MS):
        undoing.undo(ended.args[0].changes.transaction)
    with qtbot.waitSignal(undoing.cancelled, timeout=WAIT_MS):
        undoing.cancel()
    assert companies(encrypted_store) == 2_000


def test_what_cannot_be_undone_is_refused_in_its_own_words(runner: ImportRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
        runner.undo("unknown")
    assert ended.args[0].code == "CannotBeUndone"


def test_a_program_that_ends_takes_the_import_along(
    runner: ImportRunner, ask: Ask, encrypted_store: "Store", qtbot: QtBot
) -> None:
    with qtbot.waitSignal(runner.progressed, timeout=WAIT_MS):
        runner.start(ask(6_000))
    runner.shut_down()
    assert not runner.is_running
    assert runner.process_id == 0
    assert companies(encrypted_store) == 0


def test_a_key_that_does_not_fit_is_refused_in_its_own_words(
    encrypted_store: "Store", store_key: "StoreKey", ask: Ask, qtbot: QtBot
) -> None:
    from crmdesk.storage.keys import StoreKey

    runner = ImportRunner(encrypted_store.path, StoreKey(bytes(32), store_key.salt))
    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
        runner.start(ask(3))
    error: CrmError = ended.args[0]
    assert error.code == "WrongKey"
    assert error.message


def test_a_file_that_changed_since_the_preview_is_refused(runner: ImportRunner, ask: Ask, qtbot: QtBot) -> None:
    request = ask(3)
    with request.source.path.open("ab") as file:
        file.write(b"\nmore,,,")
    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
        runner.start(request)
    assert ended.args[0].code == "FileChanged"
