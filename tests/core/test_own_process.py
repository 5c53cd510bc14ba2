"""The program starts itself as what it is."""

import sys

import pytest

from crmdesk.core.own_process import own_command


def test_an_interpreter_runs_the_module() -> None:
    assert own_command("import-worker") == [sys.executable, "-m", "crmdesk", "import-worker"]


def test_a_bundle_is_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("import-worker") == [sys.executable, "import-worker"]
