"""What every test gets: nothing real is touched, nothing is left behind, noise fails. Each rule is one module in `tests/plugins`."""

import os
import sys

# Before Qt starts anywhere: no window appears, and Qt does not complain about a locale that is not UTF-8.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform.startswith("linux"):
    os.environ["LC_ALL"] = "C.UTF-8"

pytest_plugins = [
    "tests.plugins.home",
    "tests.plugins.secrets",
    "tests.plugins.network",
    "tests.plugins.quiet_log",
    "tests.plugins.threads_left",
    "tests.plugins.qt_left",
    "tests.plugins.qt_look",
    "tests.plugins.real_data",
    "tests.plugins.examples",
    "tests.plugins.stores",
    "tests.plugins.stable_ids",
]
