"""The centre as a laptop reaches it: PostgreSQL, spoken to by libpq, calling the six functions of `sync_v1` and nothing else."""

import json
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Sequence
from random import Random, SystemRandom
from types import TracebackType
from typing import Any, Final, Self

import psycopg
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.sync.central import wire
from crmdesk.sync.central.credentials import NOTHING, Secret
from crmdesk.sync.central.opening import Connection, explained, open_connection
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.errors import CentreUnreachable, ExchangeCancelled
from crmdesk.sync.protocol import Batch, Centre, Greeting, Page, Place, PushAnswer, Welcome

_log = logging.getLogger(__name__)

_RETRIED: Final = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock: the same call again is the cure (`sync.md` §4)."""
_TRIES: Final = 5
_FIRST_PAUSE_S: Final = 0.02
_CANCEL_S: Final = 2.0
_BEGIN_READING: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class PostgresCentre(Centre):
    """One laptop's line to the centre, used by one thread at a time; only `cancel` may be called from another.

    One exchange is one connection: `hello` begins it, on a new one where the old one died; a line lost later ends it, for a centre that
    comes back may be an older copy of itself, and only `hello` compares the stories. The pages of one pull are read in one transaction
    and so belong to one moment.
    """

    def __init__(
        self,
        settings: CentreSettings,
        secret: Secret = NOTHING,
        *,
        random: Random | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._random = random or SystemRandom()
        self._sleep = sleep
        self._connection: Connection | None = None
        self._host = 0
        self._is_reading = False
        self._is_greeted = False
        self._cancelled = threading.Event()
        self._guard = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Hang up; an exchange may follow, on a new connection."""
        self._hang_up()
        self._is_greeted = False

    def cancel(self) -> None:
        """Break off the running call and refuse every further one with `ExchangeCancelled`; may be called from any thread."""
        self._cancelled.set()
        with self._guard:
            connection = self._connection
        if connection is None or connection.closed:
            return
        try:
            connection.cancel_safe(timeout=_CANCEL_S)
        except psycopg.Error:  # the centre does not answer, so nobody would end the wait
            _shut_down(connection)

    @override
    def hello(self, greeting: Greeting) -> Welcome:
        """See `protocol.Centre`."""
        self._is_greeted = False
        said = wire.welcome(self._call("select sync_v1.hello(%s::jsonb)", wire.greeting_json(greeting), dials=True))
        self._is_greeted = True
        return said

    @override
    def push(self, device: str, batch: Batch) -> PushAnswer:
        """See `protocol.Centre`."""
        said = self._call(
            "select sync_v1.push(%s::text, %s::integer, %s::text, %s::text, %s::text, %s::text)",
            *(device, batch.no, batch.id, batch.prev, batch.sha256, batch.body),
        )
        return wire.push_answer(said)

    @override
    def pull(self, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int) -> Page:
        """See `protocol.Centre`."""
        said = self._call(
            "select sync_v1.pull(%s::text, %s::text[], %s::bigint, %s::bigint, %s::jsonb, %s::integer)",
            *(device, list(teams), cursor, upto, wire.place_json(after), limit),
            begin=upto is None,
            reading=True,
        )
        page = wire.page(said)
        if page.next is None:
            self._end_reading()
        return page

    @override
    def enter(self, device: str, team: str, upto: int, after: Place | None, limit: int) -> Page:
        """See `protocol.Centre`."""
        said = self._call(
            "select sync_v1.enter(%s::text, %s::text, %s::bigint, %s::jsonb, %s::integer)",
            *(device, team, upto, wire.place_json(after), limit),
        )
        return wire.page(said)

    @override
    def reload(self, device: str, teams: Sequence[str], records: Sequence[tuple[str, str]]) -> Page:
        """See `protocol.Centre`."""
        said = self._call(
            "select sync_v1.reload(%s::text, %s::text[], %s::jsonb)", *(device, list(teams), wire.records_json(records))
        )
        return wire.page(said)

    @override
    def head(self) -> tuple[int, str]:
        """See `protocol.Centre`."""
        said = self._call("select sync_v1.head()", dials=not self._is_greeted)
        return said["head"], said["head_batch"] or ""

    def _call(self, statement: str, *values: Any, dials: bool = False, begin: bool = False, reading: bool = False) -> Any:
        """Make one call; again after a serialization failure.

        `dials` lets it open a connection, also once more when the old one turns out dead. `reading` lets it run inside the reading
        transaction, which `begin` starts.

        Raises:
            CentreUnreachable, CentreRefused, ExchangeCancelled: as their texts say.
        """
        failure: CrmError = CentreUnreachable(detail=self._settings.name)
        for attempt in range(_TRIES):
            was_open = self._connection is not None
            connection = self._connected(dials=dials)
            may_repeat = False
            try:
                self._into_transaction(connection, begin=begin, reading=reading)
                row = connection.execute(statement, values).fetchone()
                self._refuse_when_cancelled()  # a cancelled wait for a standby looks like success (`sync.md` §2.10)
                return json.loads(row[0]) if row is not None and isinstance(row[0], str) else (row[0] if row else None)
            except psycopg.Error as error:
                failure = explained(error, self._secret)
                broken = connection.closed or connection.broken
                inside = self._is_reading and not begin
                may_repeat = (dials and broken and was_open and attempt == 0) or (error.sqlstate in _RETRIED and not inside)
            self._refuse_when_cancelled()
            self._leave_failed(connection, broken=broken)
            if not may_repeat:
                break
            _log.info("The centre is asked again: %s", failure.message)
            if not broken:
                self._sleep(_FIRST_PAUSE_S * 2**attempt * self._random.uniform(0.5, 1.5))
        raise failure

    def _connected(self, *, dials: bool) -> Connection:
        self._refuse_when_cancelled()
        if self._connection is not None and not self._connection.closed:
            return self._connection
        if not dials:
            raise CentreUnreachable(detail=self._settings.name)
        self._is_reading = False
        opened, self._host = open_connection(self._settings, self._secret, first=self._host, is_cancelled=self._cancelled.is_set)
        with self._guard:
            self._connection = opened
        return opened

    def _into_transaction(self, connection: Connection, *, begin: bool, reading: bool) -> None:
        if self._is_reading and (begin or not reading):
            self._is_reading = False
            connection.execute("COMMIT")
        if begin:
            connection.execute(_BEGIN_READING)
            self._is_reading = True

    def _end_reading(self) -> None:
        connection = self._connection
        if self._is_reading and connection is not None and not connection.closed:
            try:
                connection.execute("COMMIT")
            except psycopg.Error:
                self._hang_up()  # what was read stays true
        self._is_reading = False

    def _leave_failed(self, connection: Connection, *, broken: bool) -> None:
        """Come out of a failed call with a connection that is idle, or with none."""
        if not broken and self._is_reading:
            try:
                connection.execute("ROLLBACK")
            except psycopg.Error:
                broken = True
        self._is_reading = False
        if broken:
            self._hang_up()

    def _hang_up(self) -> None:
        with self._guard:
            connection, self._connection = self._connection, None
        self._is_reading = False
        if connection is not None:
            connection.close()

    def _refuse_when_cancelled(self) -> None:
        if self._cancelled.is_set():
            self.close()
            raise ExchangeCancelled


def _shut_down(connection: Connection) -> None:
    """Close the line under a waiting call, which then fails at once."""
    try:
        with socket.socket(fileno=os.dup(connection.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)
    except (OSError, psycopg.Error):
        return
