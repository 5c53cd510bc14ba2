"""A centre to try out: a private PostgreSQL, two teams, two people, and two laptops that exchange (`crmdesk central demo`)."""

import json
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from crmdesk.core.clock import utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.sync.central.administration import Administration, make_database, prepare
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.credentials import NOTHING, Secret, forget_secret, keep_secret
from crmdesk.sync.central.server import SUPERUSER, PrivateServer
from crmdesk.sync.central.server_programs import IS_WINDOWS, find_programs
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy

if TYPE_CHECKING:
    from crmdesk.storage.store import Store
    from crmdesk.sync.engine import ExchangeReport, Progress

DATABASE: Final = "crmdesk"
NOTE: Final = "demo-centre.json"
"""Where a demo that was left running is written down, in its folder."""
_T: Final = QT_TRANSLATE_NOOP


class DemoRuns(CrmError):
    """There is one already."""

    template = _T("errors", "A demo centre is there already. Stop it first: crmdesk central demo --stop")


class NoDemo(CrmError):
    """There is none to stop."""

    template = _T("errors", "There is no demo centre.")


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One of the two people."""

    name: str
    login: str
    team: str
    level: str


CHEN: Final = DemoPerson("陈伟", "chen", "华东", "rep")
LI: Final = DemoPerson("李娜", "li", "华北", "rep")
SITE: Final = "JLFSY2-XCMLD"
GROUP: Final = "JLF"
"""Records of the demo that both people work on."""


@dataclass(frozen=True, slots=True)
class DemoLaptop:
    """One person's laptop: its store, and how it logs in."""

    person: DemoPerson
    store: Path
    settings: CentreSettings


@dataclass(frozen=True, slots=True)
class Told:
    """One exchange of the demo, for people to read: who exchanged, what he did before, and what the exchange brought."""

    laptop: DemoLaptop
    done: str
    report: "ExchangeReport"


class CentralDemo:
    """A running demo; made by `start`, found again by `find`."""

    def __init__(self, folder: Path, server: PrivateServer, laptops: tuple[DemoLaptop, ...]) -> None:
        self.folder = folder
        self.server = server
        self.laptops = laptops

    @classmethod
    def start(cls, folder: Path, passwords: Callable[[], str] = lambda: secrets.token_urlsafe(12)) -> "CentralDemo":
        """Start the centre in new folders; people, teams and a share are there afterwards, the laptops are not.

        Raises:
            DemoRuns: `folder` is not empty. NoServerPrograms, ServerFailed: as their texts say.
        """
        if folder.exists() and any(folder.iterdir()):
            raise DemoRuns
        programs = find_programs()
        folder.mkdir(parents=True, exist_ok=True)
        server = PrivateServer(Path(tempfile.mkdtemp(prefix="crmdesk-pg-")), programs)  # short, and within reach of `nobody`
        try:
            chief = Secret(passwords()) if IS_WINDOWS else NOTHING
            server.make(password=chief.password or None)
            server.start()
            laptops = _people(folder, server, chief, passwords)
        except BaseException:
            server.remove()
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return cls(folder, server, laptops)

    @classmethod
    def find(cls, folder: Path) -> "CentralDemo":
        """Return the demo that was left running.

        Raises:
            NoDemo: there is none.
        """
        try:
            kept = json.loads((folder / NOTE).read_text(encoding="utf-8"))
            server = PrivateServer(Path(kept["server"]), find_programs(kept["major"]))
            people = {person.login: person for person in (CHEN, LI)}
            laptops = tuple(
                DemoLaptop(people[one["login"]], Path(one["store"]), CentreSettings.from_json(one["centre"]))
                for one in kept["laptops"]
            )
        except (OSError, ValueError, KeyError) as error:
            raise NoDemo from error
        return cls(folder, server, laptops)

    def keep(self) -> None:
        """Write down where everything is, so that `find` finds it."""
        laptops = [
            {"login": laptop.person.login, "store": str(laptop.store), "centre": laptop.settings.to_json()}
            for laptop in self.laptops
        ]
        note = {"server": str(self.server.folder), "major": self.server.programs.major, "laptops": laptops}
        (self.folder / NOTE).write_text(json.dumps(note, ensure_ascii=False, indent=1), encoding="utf-8")

    def remove(self) -> None:
        """Stop the centre and delete everything of the demo."""
        self.server.remove()
        for laptop in self.laptops:
            forget_secret(laptop.settings)
        shutil.rmtree(self.folder, ignore_errors=True)


def _people(folder: Path, server: PrivateServer, chief: Secret, passwords: Callable[[], str]) -> tuple[DemoLaptop, ...]:
    """Make the database a centre, with two teams and one person in each; what East has is shown to the colleague in the North."""
    login = LoginBy.PASSWORD if IS_WINDOWS else LoginBy.SOCKET
    office = CentreSettings((Host(server.host, server.port),), DATABASE, SUPERUSER, login, insecure_local=True)
    make_database(office, chief)
    prepare(office, chief, is_new=True)
    laptops = []
    with Administration.at(office, chief) as admin:
        top = admin.add_team("总部", None)
        for person in (CHEN, LI):
            admin.add_team(person.team, top.id)
            secret = Secret(passwords()) if IS_WINDOWS else NOTHING
            admin.add_user(person.name, person.login, person.team, person.level, secret.password or None)
            settings = replace(office, user=person.login)
            keep_secret(settings, secret)
            laptops.append(DemoLaptop(person, folder / f"{person.login}.store", settings))
        admin.add_share(CHEN.team, to_user=LI.login, to_team=None, can_write=True, until=None, why="demo")
    return tuple(laptops)


def unpack(laptop: DemoLaptop, fill: "Callable[[Store], object] | None" = None) -> None:
    """Make a laptop's store, connected to the centre: with what `fill` puts into it, or empty."""
    from crmdesk.services.store_setup import set_up
    from crmdesk.storage.store import Store
    from crmdesk.sync.connecting import connect

    with Store.create(laptop.store, None) as store:
        set_up(store, laptop.person.name, laptop.person.team)
        if fill is not None:
            fill(store)
        connect(store, json.loads(laptop.settings.to_json()))


def exchange_now(laptop: DemoLaptop, random: Random, progress: "Progress | None" = None) -> "ExchangeReport":
    """Let a laptop exchange."""
    from crmdesk.storage.store import Store
    from crmdesk.sync.central.credentials import find_secret
    from crmdesk.sync.engine import exchange
    from crmdesk.sync.first_connection import exchange_in_order

    with Store.open(laptop.store, None) as store, PostgresCentre(laptop.settings, find_secret(laptop.settings)) as centre:

        def exchange_once(push: bool) -> "ExchangeReport":  # noqa: FBT001 - as `exchange_in_order` asks
            label = f"{laptop.person.name} (demo)"
            return exchange(store, centre, device_label=label, clock=utc_now, random=random, progress=progress, push=push)

        return exchange_in_order(store, exchange_once, lambda _share: None)


def edit(laptop: DemoLaptop, code: str, values: dict[str, object]) -> None:
    """Change a record on a laptop, offline."""
    from crmdesk.services.catalogue import Services
    from crmdesk.storage.store import Store

    with Store.open(laptop.store, None) as store:
        services = Services.over(store)
        services.accounts.save(services.accounts.find_by_code(code), values, source="demo")


def story(
    demo: CentralDemo, random: Random, progress: "Progress | None" = None, fill: "Callable[[Store], object] | None" = None
) -> Iterator[Told]:
    """Let the two laptops work and exchange, step by step; `fill` brings the customers `SITE` and `GROUP`, by default the demo's."""
    from crmdesk.app.demo import load_demo

    chen, li = demo.laptops
    unpack(chen, fill or load_demo)
    yield Told(chen, "sends all customers", exchange_now(chen, random, progress))
    unpack(li)
    yield Told(li, "fetches what is shown to the North", exchange_now(li, random, progress))
    edit(chen, SITE, {"phone": "010-6357 0001"})
    edit(li, SITE, {"note": "周一上午可以拜访"})
    edit(chen, GROUP, {"website": "https://carrefour.example/cn"})
    edit(li, GROUP, {"website": "https://carrefour.example"})
    yield Told(chen, "changed a shop's phone and a group's website", exchange_now(chen, random, progress))
    yield Told(li, "changed the same shop's note, and the same website", exchange_now(li, random, progress))
    yield Told(chen, "fetches what the colleague did", exchange_now(chen, random, progress))
