"""Premises keys of a file's addresses, worked out by a second process while the importing one plans and writes.

The keys are a third of an import's time and follow from the row alone. The process is given addresses a batch ahead and ends when its
input does – so also when the import is killed. Without it, or should it break, every key is worked out where it is asked for.
"""

import json
import os
import queue
import subprocess
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import IO, Final

from crmdesk.core.own_process import own_command
from crmdesk.models.premises import PREMISES_FIELDS, premises_key
from crmdesk.services.record_values import Value

COMMAND: Final = "premises-worker"
"""What `crmdesk` is called with to become the second process."""
WORTH_A_PROCESS: Final = 3_000
"""Rows from which on starting it pays."""
_GONE: Final = None

Address = tuple[str | None, ...]
"""The values of `PREMISES_FIELDS`."""


def address_of(values: Mapping[str, Value]) -> Address:
    """Return what the key of a site's values follows from."""
    return tuple([None if (value := values.get(field)) is None else str(value) for field in PREMISES_FIELDS])


class PremisesKeys:
    """Answers what key an address has; at once for those that were asked for ahead."""

    def __init__(self) -> None:
        self._known: dict[Address, str | None] = {}

    def of(self, values: Mapping[str, Value]) -> str | None:
        """Return the premises key of a site's values."""
        address = address_of(values)
        if address in self._known:
            return self._known[address]
        return premises_key(*address)

    def replace(self, addresses: Sequence[Address], keys: Sequence[str | None]) -> None:
        """Know these, and nothing else: memory must not grow with the file."""
        self._known = dict(zip(addresses, keys, strict=True))


class KeysAhead:
    """The second process: told addresses batch by batch, asked for their keys in the same order. Close it, whatever happens."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._asked: list[Sequence[Address]] = []
        self._answers: queue.SimpleQueue[list[str | None] | None] = queue.SimpleQueue()
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Start it where there is a second core; without one nothing is asked ahead."""
        if (os.cpu_count() or 1) < 2:
            return
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                own_command(COMMAND),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return
        # a thread of its own reads, lest each side wait for the other to empty a pipe
        self._reader = threading.Thread(target=self._read, args=(self._process,), name="premises-keys", daemon=True)
        self._reader.start()

    def ask(self, addresses: Sequence[Address]) -> None:
        """Have the keys of these worked out."""
        if self._process is None or self._process.stdin is None:
            return
        try:
            self._process.stdin.write(json.dumps(addresses).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            self.close()
            return
        self._asked.append(addresses)

    def take(self, keys: PremisesKeys) -> None:
        """Let `keys` know the batch that was asked for first."""
        if not self._asked:
            return
        addresses, answer = self._asked.pop(0), self._answers.get()
        if answer is None or len(answer) != len(addresses):
            self.close()
            return
        keys.replace(addresses, answer)

    def close(self) -> None:
        """End the process and its thread; nothing is asked ahead any more."""
        self._asked.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if self._reader is not None:
            self._reader.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was still to be written
                if pipe is not None:
                    pipe.close()

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        with suppress(OSError, ValueError):
            for line in process.stdout or ():
                self._answers.put(json.loads(line))
        self._answers.put(_GONE)


def work(questions: Iterable[bytes], answers: IO[bytes]) -> int:
    """Be the second process: a line of addresses in, a line of keys out, until the input ends; return its exit code."""
    for line in questions:
        try:
            answers.write(json.dumps([premises_key(*address) for address in json.loads(line)]).encode() + b"\n")
            answers.flush()
        except OSError:
            break  # nobody reads any more
    return 0
