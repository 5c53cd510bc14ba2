"""The process survives more calls of Qt than `None` has references."""

import subprocess
import sys

import pytest

_CALLS = """
import sys
from PySide6.QtCore import QObject
{protect}
thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("x")
print(before - sys.getrefcount(None) > 10_000)
"""


def _run(protect: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _CALLS.format(protect=protect)], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_none_is_not_used_up() -> None:
    done = _run("from crmdesk.ui.pyside_constants import keep_constants_alive; keep_constants_alive()")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "True", "this PySide6 counts references again: remove crmdesk/ui/pyside_constants.py"
