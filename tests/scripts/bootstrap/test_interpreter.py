"""A Python is taken only when it starts and is new enough."""

import sys
from pathlib import Path

import pytest

from scripts.bootstrap.interpreter import find_python, starts


def test_this_python_starts() -> None:
    assert starts(sys.executable)


@pytest.mark.skipif(sys.platform == "win32", reason="writes shell scripts")
@pytest.mark.parametrize("body", ["exit 127", "exit 1", "not a command at all"])
def test_a_shim_that_leads_nowhere_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    for name in ("python3.13", "python3", "python"):
        shim = tmp_path / name
        shim.write_text(f"#!/bin/sh\n{body}\n")
        shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_python() is None
