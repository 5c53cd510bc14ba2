"""The line between a laptop and the twin: requests and replies get lost, arrive twice or late; every page is looked at on its way."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.protocol import Batch, Greeting, Page, Place, PushAnswer, Welcome
from tests.sync.twin.centre import Hub

Answer = TypeVar("Answer")
Look = Callable[[str, Page], None]
"""Told every page with the person it goes to."""


class Line:
    """A `Centre` over one connection, which ends when the centre is replaced.

    `trouble` is the chance of a fault at each call; late pushes are put into `late` for the world to deliver some day.
    """

    def __init__(  # noqa: PLR0917 - everything a line is made of
        self, hub: Hub, user: str, random: Random, trouble: float, late: list[Callable[[], object]], look: Look
    ) -> None:
        self._hub = hub
        self._centre = hub.login(user)
        self._epoch = hub.epoch
        self._random = random
        self._trouble = trouble
        self._late = late
        self._look = look
        self.rows = 0

    def _call(self, call: Callable[[], Answer], *, may_be_late: bool = False) -> Answer:
        if self._hub.epoch != self._epoch:
            raise CentreUnreachable(detail="the connection is to a centre that is no more")
        chance = self._random.random()
        if chance >= self._trouble:
            return call()
        fault = self._random.choice(("request lost", "reply lost", "twice", "late"))
        if fault == "late" and may_be_late:
            self._late.append(call)
        elif fault == "twice":
            call()
            return call()
        elif fault == "reply lost":
            call()
        raise CentreUnreachable(detail=fault)

    def _seen(self, page: Page) -> Page:
        self.rows += sum(map(len, page.rows.values())) + len(page.leave)
        self._look(self._centre.user, page)
        return page

    def hello(self, greeting: Greeting) -> Welcome:
        """Pass on."""
        return self._call(lambda: self._centre.hello(greeting))

    def push(self, device: str, batch: Batch) -> PushAnswer:
        """Pass on, perhaps much later."""
        return self._call(lambda: self._centre.push(device, batch), may_be_late=True)

    def pull(  # noqa: PLR0917 - the protocol's own parameters
        self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
    ) -> Page:
        """Pass on."""
        return self._seen(self._call(lambda: self._centre.pull(device, teams, cursor, upto, after, limit)))

    def enter(self, device: str, team: str, upto: int, after: Place | None, limit: int) -> Page:
        """Pass on."""
        return self._seen(self._call(lambda: self._centre.enter(device, team, upto, after, limit)))

    def reload(self, device: str, teams: Sequence[str], records: Sequence[tuple[str, str]]) -> Page:
        """Pass on."""
        return self._seen(self._call(lambda: self._centre.reload(device, teams, records)))

    def head(self) -> tuple[int, str]:
        """Pass on."""
        return self._call(self._centre.head)
