"""The clone's virtual environment: `.venv`, filled from the hashed locks in `requirements/`, and crmdesk itself, editable.

A stamp in `.venv` for each lock remembers what was installed, so that a second call does nothing. Packages come through the
person's own pip configuration; neither uv nor anything else beside Python is needed.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from scripts.bootstrap.apt import apt_install
from scripts.bootstrap.errors import BootstrapError


class Environment:
    """`.venv` of one clone.

    Attributes:
        python: the environment's interpreter, there after `provide`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".venv"
        self.python = self._folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def provide(self, kind: str) -> None:
        """Bring the environment to what the lock `kind` says.

        Raises:
            BootstrapError: no environment can be made, or a package cannot be installed.
        """
        lock = self._root / "requirements" / f"{kind}.txt"
        home_stamp, home = self._folder / ".crmdesk-home", str(self._root)
        if _read(home_stamp) != home:
            if home_stamp.is_file() or not self._has_pip():  # made for another path of this clone, or half made
                self._create()
            home_stamp.write_text(home, encoding="utf-8")
        stamp = self._folder / f".crmdesk-{kind}"
        wanted = f"{_digest(lock.read_bytes())} {_digest(self._metadata())}"
        if _read(stamp) == wanted:
            return
        print(f"crmdesk: installing the locked packages of {lock.relative_to(self._root)} into .venv", flush=True)
        self._pip("install", "--require-hashes", "--no-deps", "-r", str(lock))
        self._pip("install", "--no-deps", "--no-build-isolation", "--editable", str(self._root))
        stamp.write_text(wanted, encoding="utf-8")

    def _create(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        print(f"crmdesk: making the virtual environment {self._folder}", flush=True)
        if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
            version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            if not apt_install([version], why="Python's venv"):
                raise BootstrapError(f"this Python cannot make virtual environments. Install {version}.")
        made = subprocess.run([sys.executable, "-m", "venv", str(self._folder)], check=False)
        if made.returncode:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise BootstrapError(f"{sys.executable} -m venv failed; see above.")

    def _has_pip(self) -> bool:
        try:
            return subprocess.run([str(self.python), "-c", "import pip"], capture_output=True, check=False).returncode == 0
        except OSError:
            return False

    def _metadata(self) -> bytes:
        """Return what of `pyproject.toml` goes into the installed crmdesk: version, commands, dependencies."""
        parsed = tomllib.loads((self._root / "pyproject.toml").read_text(encoding="utf-8"))
        return json.dumps([parsed["build-system"], parsed["project"], parsed["tool"]["hatch"]], sort_keys=True).encode()

    def _pip(self, *arguments: str) -> None:
        line = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *arguments]
        if subprocess.run(line, cwd=self._root, stdin=subprocess.DEVNULL, check=False).returncode:
            raise BootstrapError("pip could not install what the lock names; see above.")


def _read(stamp: Path) -> str:
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
