"""The locks in `requirements/` hold what `pyproject.toml` asks for, each package with hashes, the same version everywhere."""

import re
import tomllib
from functools import cache
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.arch.sources import ROOT

GROUPS: Final = {"run": ("build",), "test": ("build", "test", "lint", "lock"), "package": ("build", "package")}
PINNED: Final = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


@cache
def pins(lock: str) -> dict[str, set[str]]:
    """Return package → versions of one lock; a package may have several, for different Pythons."""
    found: dict[str, set[str]] = {}
    for name, version in PINNED.findall((ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("lock", GROUPS)
def test_a_lock_satisfies_what_pyproject_asks_for(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(item for group in GROUPS[lock] for item in project["dependency-groups"][group]),
    ]
    missing = [text for text in asked if not _met(Requirement(text), pins(lock))]
    assert not missing, f"run `make lock`: {missing}"


@pytest.mark.parametrize("lock", GROUPS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert not [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]


def test_locks_agree_on_versions() -> None:
    assert {name: versions for name, versions in pins("run").items() if pins("test").get(name) != versions} == {}
    shared = set(pins("package")) & set(pins("test"))
    assert {name for name in shared if pins("package")[name] != pins("test")[name]} == set()


def _met(asked: Requirement, found: dict[str, set[str]]) -> bool:
    versions = found.get(canonicalize_name(asked.name), set())
    return bool(versions) and all(asked.specifier.contains(version, prereleases=True) for version in versions)
