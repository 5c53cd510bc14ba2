import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crmdesk.app.cli.main import run
from crmdesk.app.demo import load_demo
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from tests.sync.central_server import CentralDatabase, central, clusters

__all__ = ["central", "clusters"]  # fixtures: a real PostgreSQL


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


@pytest.fixture
def centre_url(central: CentralDatabase) -> Iterator[str]:
    """The address of a fresh centre with two teams, two people and a share; commands need `--insecure-local` too."""
    from crmdesk.sync.central.administration import Administration
    from crmdesk.sync.central.credentials import NOTHING
    from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
    from crmdesk.sync.central.shipped import add_shipped

    server = central.cluster.server
    settings = CentreSettings((Host(server.host, server.port),), central.name, "postgres", LoginBy.SOCKET, insecure_local=True)
    with central.cluster.owner(central.name) as connection:
        add_shipped(connection)
        connection.commit()
    with Administration.at(settings, NOTHING) as admin:
        admin.add_team("Head office", None)
        for team, login in (("East", "chen"), ("North", "li")):
            admin.add_team(team, "Head office")
            admin.add_user(login.title(), login, team, "rep", None)
        admin.add_share("East", to_user="li", to_team=None, can_write=True, until="2099-01-31T23:59:59Z", why="")
    yield settings.to_url()
    for role in ("chen", "li"):  # roles are the whole server's
        central.owner.execute(f"DROP OWNED BY {role}".encode())
        central.owner.execute(f"DROP ROLE {role}".encode())
