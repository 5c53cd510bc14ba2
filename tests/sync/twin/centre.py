"""The twin seen through one person's login: the same six functions as the real centre's."""

from collections.abc import Sequence

from crmdesk.sync.protocol import Batch, Greeting, Page, Place, PushAnswer, Welcome
from tests.sync.twin import pulling, pushing
from tests.sync.twin.state import State


class Hub:
    """Holds the central database, which may be replaced by an older copy of itself while people are connected."""

    def __init__(self, state: State | None = None) -> None:
        self.state = State() if state is None else state
        self.epoch = 0

    def office_changed(self) -> None:
        """Note that an administrator changed something at the centre itself; nothing to do where it is the only one."""

    def replace(self, state: State) -> None:
        """Put another copy in place of the database, as a restore or a promotion does: all connections end."""
        self.state = state
        self.epoch += 1

    def login(self, user: str) -> "TwinCentre":
        """Return the centre as a person reaches it."""
        return TwinCentre(self, user)


class TwinCentre:
    """A `crmdesk.sync.protocol.Centre` over a `Hub`, for one login."""

    def __init__(self, hub: Hub, user: str) -> None:
        self.hub = hub
        self.user = user

    def hello(self, greeting: Greeting) -> Welcome:
        """Return rights and where both stand."""
        return pulling.hello(self.hub.state, self.user, greeting)

    def push(self, device: str, batch: Batch) -> PushAnswer:
        """Take a batch."""
        return pushing.push(self.hub.state, self.user, device, batch)

    def pull(  # noqa: PLR0917 - the protocol's own parameters
        self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
    ) -> Page:
        """Return a page of what changed for the held teams."""
        return pulling.pull(self.hub.state, self.user, device, teams, cursor, upto, after, limit)

    def enter(self, device: str, team: str, upto: int, after: Place | None, limit: int) -> Page:
        """Return a page of everything one team has."""
        return pulling.enter(self.hub.state, self.user, device, team, upto, after, limit)

    def reload(self, device: str, teams: Sequence[str], records: Sequence[tuple[str, str]]) -> Page:
        """Return single records as they are now."""
        return pulling.reload(self.hub.state, self.user, device, teams, records)

    def head(self) -> tuple[int, str]:
        """Return number and batch of the newest commit."""
        return self.hub.state.n, pulling.head_batch(self.hub.state)
