"""A worker process as it sees the window at the other end of its pipes (docs/adr/0007): an import, a search for duplicates, an exchange.

Standard input: one line of JSON – `store`, `key` and `salt` (hex, or null for a plain file), and what the work needs –, later
the line `cancel`. Its end means that the window is gone, and ends this process too.
Standard output, a line of JSON each: `{"progress": 0.42}` and `{"arrived": …}` (what is in the store already) …, and last either what the work answers, or `{"error": …}` or `{"bug": …}`.
The key never reaches an argument, the environment or a log.
"""

import json
import os
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from crmdesk.core.errors import Cancelled, CrmError

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey

CANCEL: Final = "cancel"
FINISHING: Final = 1.0
"""The progress from which on nothing can be stopped any more: what is left is the commit."""
_STDIN: Final = 0
_STDOUT: Final = 1
_REPORT_S: Final = 0.1
_ORPHAN_S: Final = 5.0
_NICER: Final = 5
_CHUNK: Final = 1 << 16


class Window:
    """The window at the other end of the pipes. Reads and writes descriptors, since Python's own streams lock at its exit."""

    def __init__(self) -> None:
        self._rest = b""
        self._cancelled = threading.Event()
        self._break_off: Callable[[], object] | None = None
        self._writing = threading.Lock()
        self._told_at = 0.0

    def read_line(self) -> bytes:
        """Return the next line without its end; empty when the window is gone."""
        while b"\n" not in self._rest:
            chunk = os.read(_STDIN, _CHUNK)
            if not chunk:
                return b""
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\n")
        return line.strip()

    def listen(self) -> None:
        """Wait for `cancel` or the window's end, in a thread of its own."""
        threading.Thread(target=self._listen, name="worker-stdin", daemon=True).start()

    def _listen(self) -> None:
        line = self.read_line()
        self._cancelled.set()
        if self._break_off is not None:
            self._break_off()
        if line != CANCEL.encode():
            time.sleep(_ORPHAN_S)  # a step that does not look may take longer than anybody waits for
            os._exit(3)

    @property
    def is_cancelled(self) -> bool:
        """Whether the window asked to stop, or is gone."""
        return self._cancelled.is_set()

    def break_off_with(self, break_off: Callable[[], object] | None) -> None:
        """Call `break_off`, from another thread, when the window asks to stop: what waits for a network does not look by itself."""
        self._break_off = break_off
        if break_off is not None and self.is_cancelled:
            break_off()

    def say(self, message: dict[str, Any]) -> None:
        """Write one line."""
        line = json.dumps(message, default=str).encode() + b"\n"
        with self._writing:
            while line:
                line = line[os.write(_STDOUT, line) :]

    def tell_progress(self, share: float) -> None:
        """Tell the share that is done, ten times a second at most.

        Raises:
            Cancelled: the window asked to stop, or is gone.
        """
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told_at >= _REPORT_S or share >= FINISHING:
            self._told_at = now
            self.say({"progress": round(min(share, FINISHING), 4)})


def work(carry_out: Callable[[dict[str, Any], Window], dict[str, Any]]) -> int:
    """Carry out what standard input asks for; return 0 when it was done, 1 when it was refused."""
    if hasattr(os, "nice"):
        os.nice(_NICER)  # the window comes first
    window = Window()
    line = window.read_line()
    if not line:
        return 1
    window.listen()
    answer = _answer(carry_out, line, window)
    with suppress(BrokenPipeError):  # nobody is left to be told
        window.say(answer)
    return 1 if answer.keys() & {"error", "bug"} else 0


def key_of(order: dict[str, Any]) -> "StoreKey | None":
    """Return the key an order carries."""
    from crmdesk.storage.keys import StoreKey

    if order["key"] is None:
        return None
    return StoreKey(bytes.fromhex(order["key"]), bytes.fromhex(order["salt"]))


def _answer(carry_out: Callable[[dict[str, Any], Window], dict[str, Any]], line: bytes, window: Window) -> dict[str, Any]:
    try:
        return carry_out(json.loads(line), window)
    except CrmError as error:
        return {"error": {"code": error.code, "message": error.message, "template": error.template, "params": error.params}}
    except Exception as error:  # reported to the window, which has the log
        return {"bug": _places(error)}


def _places(error: Exception) -> str:
    """Return what broke and where, without the values: they are customers' data."""
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join([type(error).__name__, *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)])
