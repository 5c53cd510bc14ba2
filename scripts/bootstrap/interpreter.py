"""Find a Python that is new enough. Written so that an old Python can still read it and say what is wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
_PROBE = "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)"


def require_python(root: Path) -> None:
    """Go on when this Python is new enough, else start again under one that is, else say what to install and exit."""
    if sys.version_info >= OLDEST:
        return
    newer = find_python()
    if newer is None:
        sys.exit(
            "crmdesk: Python 3.11 or newer is needed, this one is {}.{}. Install it, or name it: make PYTHON=/path/to/python3.".format(
                *sys.version_info[:2]
            )
        )
    arguments = [newer, "-m", "scripts.bootstrap"] + sys.argv[1:]  # noqa: RUF005 - the same
    sys.exit(subprocess.call(arguments, cwd=str(root)))


def find_python() -> "str | None":
    """Return the path of a Python on PATH that is new enough and really starts (a pyenv shim may not), or None."""
    names = ["python3.{}".format(minor) for minor in range(20, OLDEST[1] - 1, -1)]  # noqa: UP032 - the same
    for name in [*names, "python3", "python"]:
        path = shutil.which(name)
        if path and starts(path):
            return path
    return None


def starts(python: str) -> bool:
    """Whether this interpreter runs and is new enough."""
    try:
        with Path(os.devnull).open("w") as nowhere:
            return subprocess.call([python, "-c", _PROBE], stdout=nowhere, stderr=nowhere) == 0
    except OSError:
        return False
