"""What can happen to a laptop and its line: calls that never arrive, answers that never do, a kill at any statement."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from typing_extensions import override

from crmdesk.storage.store import Store
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.protocol import Batch, Centre, Greeting, Page, Place, PushAnswer, Welcome


class Killed(BaseException):
    """The process ended here."""


@contextmanager
def killed_at(store: Store, statement: int) -> Iterator[list[str]]:
    """Kill whoever writes to the store before its n-th statement; the list given collects what was executed before."""
    done: list[str] = []

    def before(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        if len(done) == statement:
            raise Killed
        done.append(text)

    event.listen(store._writer, "before_cursor_execute", before)
    try:
        yield done
    finally:
        event.remove(store._writer, "before_cursor_execute", before)


class BadLine:
    """A centre behind a line that fails as told: `faults` holds one of "", "request", "reply" for each call, then all goes well."""

    def __init__(self, centre: Centre, faults: Sequence[str]) -> None:
        self._centre = centre
        self._faults = list(faults)
        self.calls: list[str] = []

    def _call(self, name: str, *arguments: Any) -> Any:
        self.calls.append(name)
        fault = self._faults.pop(0) if self._faults else ""
        if fault == "request":
            raise CentreUnreachable(detail="lost on the way")
        answer = getattr(self._centre, name)(*arguments)
        if fault == "reply":
            raise CentreUnreachable(detail="answer lost")
        return answer

    def hello(self, greeting: Greeting) -> Welcome:
        """See `Centre`."""
        return self._call("hello", greeting)  # type: ignore[no-any-return]

    def push(self, device: str, batch: Batch) -> PushAnswer:
        """See `Centre`."""
        return self._call("push", device, batch)  # type: ignore[no-any-return]

    def pull(  # noqa: PLR0917 - the protocol's own parameters
        self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
    ) -> Page:
        """See `Centre`."""
        return self._call("pull", device, teams, cursor, upto, after, limit)  # type: ignore[no-any-return]

    def enter(self, device: str, team: str, upto: int, after: Place | None, limit: int) -> Page:
        """See `Centre`."""
        return self._call("enter", device, team, upto, after, limit)  # type: ignore[no-any-return]

    def reload(self, device: str, teams: Sequence[str], records: Sequence[tuple[str, str]]) -> Page:
        """See `Centre`."""
        return self._call("reload", device, teams, records)  # type: ignore[no-any-return]

    def head(self) -> tuple[int, str]:
        """See `Centre`."""
        return self._call("head")  # type: ignore[no-any-return]


class BusyLine(BadLine):
    """A centre at which others are busy: after each call `between` is told its name and how often it was made; it may cut the line."""

    def __init__(self, centre: Centre, between: Callable[[str, int], None]) -> None:
        super().__init__(centre, ())
        self._between = between

    @override
    def _call(self, name: str, *arguments: Any) -> Any:
        answer = super()._call(name, *arguments)
        self._between(name, self.calls.count(name))
        return answer


def cut() -> None:
    """Lose the line, after the answer arrived."""
    raise CentreUnreachable(detail="cut")
