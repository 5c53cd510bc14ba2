import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crmdesk.app.cli.main import run
from crmdesk.app.demo import load_demo
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo store, made once; copy it, never open it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Store.create(path, None) as store:
        set_up(store, "Chen Wei")
        load_demo(store)
    return path


@pytest.fixture
def demo(tmp_path: Path, demo_template: Path) -> Path:
    """A demo store of the test's own, closed."""
    return Path(shutil.copyfile(demo_template, tmp_path / "crmdesk.store"))


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        import json

        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    """Run a command line in this process."""

    def ask(*arguments: str | Path) -> Answer:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Answer(code, said.out, said.err)

    return ask


@pytest.fixture
def crm(ask: Ask, demo: Path) -> Ask:
    """Run a command on the demo store."""
    return lambda *arguments: ask("--store", demo, *arguments)
