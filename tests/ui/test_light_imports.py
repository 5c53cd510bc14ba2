"""PySide6 must not read the source of what is imported after it: a start would take half as long again."""

import subprocess
import sys

_SCRIPT = """
import linecache
import crmdesk.ui
import wave
print(any(name.endswith("wave.py") for name in linecache.cache))
"""


def test_the_source_of_a_module_imported_later_is_not_read() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"
