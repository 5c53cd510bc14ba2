"""Shipped files are found in a clone and in a bundle."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crmdesk.core.resources import resource_path, resource_root


@pytest.fixture(autouse=True)
def _forget_the_root() -> Iterator[None]:
    resource_root.cache_clear()
    yield
    resource_root.cache_clear()


def test_a_clone_has_its_resources_beside_the_package(pytestconfig: pytest.Config) -> None:
    assert resource_path("icons") == pytestconfig.rootpath / "resources" / "icons"


def test_a_bundle_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("demo", "demo.csv") == tmp_path / "resources" / "demo" / "demo.csv"
