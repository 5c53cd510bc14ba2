"""The guards in this folder catch what they are for: a small suite of bad tests is run under them."""

import os
import sys
from typing import Final

import pytest

pytest_plugins = ["pytester"]

BAD_TESTS: Final = """
import logging, socket, threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

kept = []

def test_warns():
    logging.getLogger("x").warning("disk nearly full")

@pytest.mark.expects_log("nearly full")
def test_warns_knowingly():
    logging.getLogger("x").warning("disk nearly full")

@pytest.mark.expects_log("never said")
def test_expects_in_vain():
    pass

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, daemon=True, name="loiterer").start()

def test_leaves_a_window(qapp):
    kept.append(QWidget())

def test_leaves_a_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(10_000)

def test_cleans_up(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(10_000)
    widget.show()

def test_calls_abroad():
    with pytest.raises(Exception, match="192.0.2.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)

def test_has_its_own_keyring():
    import keyring
    assert keyring.get_password("crmdesk", "key") is None
    keyring.set_password("crmdesk", "key", "secret")

test_has_its_own_keyring_again = test_has_its_own_keyring

def test_has_no_keyring(no_keyring):
    import keyring.errors
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("crmdesk", "key")
"""

EXPECTED: Final = {
    "test_warns": "disk nearly full",
    "test_expects_in_vain": "never said",
    "test_leaves_a_thread": "loiterer",
    "test_leaves_a_window": "QWidget",
    "test_leaves_a_timer": "QTimer",
}


def test_bad_tests_fail_and_good_ones_pass(
    pytester: pytest.Pytester, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = str(pytestconfig.rootpath)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *filter(None, sys.path)]))
    pytester.makeini("[pytest]\nqt_api = pyside6\n")
    pytester.makeconftest((pytestconfig.rootpath / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(test_bad=BAD_TESTS)

    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider")

    result.assert_outcomes(passed=11, errors=len(EXPECTED))
    report = result.stdout.str()
    for test, reason in EXPECTED.items():
        assert f"ERROR test_bad.py::{test} - " in report
        assert reason in report
