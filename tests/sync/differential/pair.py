"""Two centres that are told the same: the twin answers, PostgreSQL is held against it, call by call."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from crmdesk.sync.central import wire
from crmdesk.sync.protocol import Batch, Greeting, Page, Place, PushAnswer, Welcome
from tests.sync.central_server import CentralDatabase
from tests.sync.differential import comparing, loading
from tests.sync.differential.comparing import Difference
from tests.sync.twin import pushing, rights
from tests.sync.twin.centre import Hub, TwinCentre
from tests.sync.twin.state import State

EVERYTHING = 20_000


class PairedHub(Hub):
    """The twin, with a real centre beside it that is brought to the same state."""

    def __init__(self, state: State, database: CentralDatabase) -> None:
        super().__init__(state)
        self.database = database
        self.pushed = self.read = 0
        loading.load(database, state)

    def login(self, user: str) -> "PairedCentre":
        """Return both centres as a person reaches them."""
        return PairedCentre(self, user)

    def replace(self, state: State) -> None:
        """Put another copy in place of both."""
        super().replace(state)
        loading.load(self.database, state)

    def office_changed(self) -> None:
        """Repeat what an administrator did; shares end by hand only, for the two clocks differ."""
        self.state.shares = [replace(one, until=None) for one in self.state.shares]
        rights.rebuild(self.state)
        real = loading.tables(self.database)["team"]
        for team, row in self.state.rows["team"].items():
            if row["parent_id"] != real[team]["parent_id"]:
                loading.move_team(self.database, self.state, team)
        loading.load_people(self.database, self.state)
        self.compare("the office")

    def compare(self, after: str, told: str = "") -> None:
        """Raise the first differences of what both keep."""
        found = list(comparing.state_differs(self.database, self.state))
        if found:
            raise Difference("\n".join((f"after {after} they differ:", *found[:25], told)))


def random_enough(cursor: int) -> bool:
    """Choose some of the pulls, the same ones in every run: walking in pages of three takes its time."""
    return cursor % 4 == 0


class PairedCentre(TwinCentre):
    """A `Centre` that asks both and answers as the twin does."""

    hub: PairedHub

    def _ask(self, function: str, *values: Any) -> Any:
        marks = ", ".join(["%s"] * len(values))
        row = self.hub.database.login(self.user).execute(f"SELECT sync_v1.{function}({marks})".encode(), values).fetchone()
        assert row is not None
        return json.loads(row[0]) if isinstance(row[0], str) else row[0]

    def hello(self, greeting: Greeting) -> Welcome:
        """Say hello to both."""
        twin = super().hello(greeting)
        real = wire.welcome(self._ask("hello", wire.greeting_json(self._in_its_words(greeting))))
        if twin.state == "disabled":
            return twin
        same = replace(real, access=twin.access, now=twin.now, head_batch=twin.head_batch)
        if same != twin:
            raise Difference(f"hello: the twin says {twin}, PostgreSQL {same}")
        return twin

    def _in_its_words(self, greeting: Greeting) -> Greeting:
        """Name commits as PostgreSQL itself does, by whatever it takes for their fingerprint; lost ones by nothing it knows."""
        real: dict[int, str] = dict(self.hub.database.owner.execute("SELECT n, sync.pull_batch(n) FROM sync.commit").fetchall())
        known = {commit.mark: real[n] for n, commit in self.hub.state.commits.items()}
        return replace(greeting, marks=tuple(replace(mark, batch=known.get(mark.batch, "lost")) for mark in greeting.marks))

    def push(self, device: str, batch: Batch) -> PushAnswer:
        """Push to both; compare answers and everything kept."""
        twin = super().push(device, batch)
        real = wire.push_answer(self._ask("push", device, batch.no, batch.id, batch.prev, batch.sha256, batch.body))
        told = "\n".join(self._story(batch, twin, real))
        if twin != replace(real, mark=twin.mark if real.mark else ""):  # fingerprints are random
            raise Difference(f"push of {self.user}: the twin says {twin}\nPostgreSQL {real}\n{told}")
        self.hub.pushed += len(list(pushing.read(batch.body)))
        self.hub.compare(f"a push of {self.user}", told)
        return twin

    def _story(self, batch: Batch, twin: PushAnswer, real: PushAnswer) -> Iterator[str]:
        """Tell of each operation what both said; the first that they took differently is marked."""
        said = [{one.op: (one.outcome, one.info) for one in answer.answers} for answer in (twin, real)]
        marked = False
        for op in pushing.read(batch.body):
            both = [answers.get(op.id, ("applied", None)) for answers in said]
            first = both[0] != both[1] and not marked
            marked = marked or first
            yield f"{'=> ' if first else '   '}{op}: {both[0]}{'' if both[0] == both[1] else f' / {both[1]}'}"

    def pull(  # noqa: PLR0917 - the protocol's own parameters
        self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
    ) -> Page:
        """Compare all that there is to pull, and PostgreSQL's own pages with its whole; return the twin's page."""
        if after is None:
            twin = super().pull(device, teams, cursor, upto, None, EVERYTHING)
            real = self._pulled(device, teams, cursor, upto, None, EVERYTHING)
            self._compare(f"pull of {self.user} {teams} after {cursor}", twin, real)
            if real.rows and random_enough(cursor):
                self._compare(
                    f"pages of {self.user} {teams} after {cursor}", real, self._in_pages(device, teams, cursor, real.head)
                )
        return super().pull(device, teams, cursor, upto, after, limit)

    def _pulled(  # noqa: PLR0917 - the protocol's own parameters
        self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
    ) -> Page:
        return wire.page(self._ask("pull", device, list(teams), cursor, upto, wire.place_json(after), limit))

    def _in_pages(self, device: str, teams: Sequence[str], cursor: int, head: int) -> Page:
        rows: dict[str, list[Sequence[Any]]] = {}
        columns: dict[str, Sequence[str]] = {}
        after: Place | None = None
        while True:
            page = self._pulled(device, teams, cursor, head, after, 3)
            columns.update(page.columns)
            for table, some in page.rows.items():
                rows.setdefault(table, []).extend(some)
            after = page.next
            if after is None:
                return replace(page, rows=rows, columns=columns)

    def enter(self, device: str, team: str, upto: int, after: Place | None, limit: int) -> Page:
        """Compare everything of a team."""
        if after is None:
            twin = super().enter(device, team, upto, None, EVERYTHING)
            self._compare(
                f"enter of {self.user} {team}", twin, wire.page(self._ask("enter", device, team, upto, None, EVERYTHING))
            )
        return super().enter(device, team, upto, after, limit)

    def reload(self, device: str, teams: Sequence[str], records: Sequence[tuple[str, str]]) -> Page:
        """Compare single records."""
        twin = super().reload(device, teams, records)
        real = wire.page(self._ask("reload", device, list(teams), wire.records_json(records)))
        self._compare(f"reload of {self.user} {records}", twin, real)
        return twin

    def _compare(self, what: str, twin: Page, real: Page) -> None:
        self.hub.read += 1
        found = list(comparing.pages_differ(what, twin, real))
        if found:
            raise Difference("\n".join(found[:25]))
