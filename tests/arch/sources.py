"""The files these tests look at: what git tracks or would track."""

import ast
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
NOT_OURS: Final = frozenset(
    {".git", ".venv", "build", "dist", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
)


@cache
def our_files() -> tuple[Path, ...]:
    """Return every file of the repository that git does not ignore; without git, all but the known rubbish."""
    line = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(line, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
        files = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        files = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in files if path.is_file()))


def modules(*folders: str) -> list[Path]:
    """Return the Python files below the folders."""
    return [path for path in our_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of one module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    """Return the path as it reads in a message."""
    return path.relative_to(ROOT).as_posix()
