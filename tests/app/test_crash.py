"""Bugs: a report once, without customers' data, and the program goes on."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from crmdesk.app.crash import CrashHandling, install_crash_handling, start_logging

CUSTOMER = "家乐福"


def raise_bug(customer: str) -> None:
    try:
        int(customer)
    except ValueError as error:
        raise KeyError(customer) from error


def catch(handling: CrashHandling, times: int) -> None:
    for _ in range(times):
        try:
            raise_bug(CUSTOMER)
        except KeyError as error:
            handling.handle(type(error), error, error.__traceback__)


@pytest.mark.expects_log("bug at KeyError")
def test_a_storm_of_one_bug_makes_one_report_and_one_dialog(tmp_path: Path, qtbot: QtBot) -> None:
    handling = CrashHandling(tmp_path)
    catch(handling, 5)
    (report,) = tmp_path.glob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "ValueError" in text
    assert CUSTOMER not in text.replace('CUSTOMER = "家乐福"', "")
    boxes = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
    assert len(boxes) == 1
    assert str(report) in boxes[0].informativeText()
    boxes[0].close()


@pytest.mark.expects_log("bug at KeyError")
def test_a_folder_that_cannot_be_written_is_survived(tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.touch()
    catch(CrashHandling(file / "logs"), 1)
    assert "KeyError" in capsys.readouterr().err
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox):
            widget.close()
    start_logging(file / "logs")


@pytest.mark.expects_log("bug at KeyError")
def test_threads_report_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    install_crash_handling(tmp_path)
    thread = threading.Thread(target=raise_bug, args=("x",))
    thread.start()
    thread.join()
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1
