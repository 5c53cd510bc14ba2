"""Compile the translation catalogues (`.ts`, written by people) into what Qt loads (`.qm`, not kept in git)."""

import subprocess
from pathlib import Path

from scripts.bootstrap.errors import BootstrapError


def stale_catalogues(folder: Path) -> list[Path]:
    """Return the catalogues whose compiled form is missing or older than they are."""
    return [source for source in sorted(folder.glob("*.ts")) if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".qm")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def compile_translations(root: Path, python: Path) -> None:
    """Compile every stale catalogue in `resources/translations`.

    Raises:
        BootstrapError: a catalogue is damaged.
    """
    for source in stale_catalogues(root / "resources" / "translations"):
        line = [str(python.with_name("pyside6-lrelease")), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
        if subprocess.run(line, check=False).returncode:
            raise BootstrapError(f"{source.relative_to(root)} cannot be compiled; see above.")
