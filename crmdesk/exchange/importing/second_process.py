"""A second process that works out, while the importing one plans and writes, what follows from rows alone.

Keys of addresses and names are a third of an import's time, terms of the search index a fifth. The process is told what to work out a batch ahead
and ends when its input does – so also when the import is killed. Without it, or should it break, each is worked out where it is needed.
"""

import json
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import Enum
from typing import IO, Any, Final

from crmdesk.core.collecting import seldom_collecting
from crmdesk.core.own_process import own_command
from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import sort_key
from crmdesk.models.premises import key_and_room
from crmdesk.models.search_text import Searchable, terms_of

COMMAND: Final = "row-worker"
"""What `crmdesk` is called with to become the second process."""


class Work(Enum):
    """What it can work out, an item at a time."""

    SITE_KEYS = "site_keys"
    """The values of `PREMISES_FIELDS` → premises key, match key, floor, room (or None); a name alone → match key and sort key."""
    SEARCH_TERMS = "search_terms"
    """The fields of a `Searchable` → its document."""


def _site_keys(*given: str | None) -> tuple[str | None, ...]:
    whole = "".join(filter(None, given))
    if len(given) == 1:
        return match_key(whole), sort_key(whole)
    key, floor, room = key_and_room(*given)
    return key, match_key(whole), floor, room


_PREPARE: Final = b"prepare\n"
"""Asks for nothing: whoever gets it loads what addresses are read with."""
_HOW: Final[dict[Work, Callable[..., object]]] = {
    Work.SITE_KEYS: _site_keys,
    Work.SEARCH_TERMS: lambda *fields: terms_of(Searchable(*fields)),
}


class SecondProcess:
    """Told items batch by batch, asked for what follows from them in the same order for each sort of work. Close it, whatever happens."""

    def __init__(self) -> None:
        self._is_started = False
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: dict[Work, queue.SimpleQueue[list[Any] | None]] = {work: queue.SimpleQueue() for work in Work}
        self._owed = dict.fromkeys(Work, 0)
        self._questions: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._threads: tuple[threading.Thread, ...] = ()

    def start(self) -> None:
        """Start it, once, where there is a second core; without one nothing is asked ahead."""
        if self._is_started or (os.cpu_count() or 1) < 2:
            return
        self._is_started = True
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
        # threads of their own write and read: a pipe holds little, and the importing process must not wait for it to empty
        self._threads = tuple(
            threading.Thread(target=does, args=(self._process,), name=COMMAND, daemon=True) for does in (self._write, self._read)
        )
        for thread in self._threads:
            thread.start()
        self._questions.put(_PREPARE)

    def ask(self, work: Work, items: Sequence[Sequence[object]]) -> bool:
        """Have these worked out; return whether there is anybody who may do it."""
        if self._process is None:
            return False
        self._owed[work] += 1
        self._questions.put(json.dumps([work.value, items], ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        return True

    def is_behind(self) -> bool:
        """Return whether it owes answers and has none ready, of site keys as long as it owes any: better to ask it for no more now."""
        owed = next((work for work, count in self._owed.items() if count > 0), None)
        return owed is not None and self._answers[owed].empty()

    def take(self, work: Work, count: int) -> list[Any] | None:
        """Return what follows from the batch of `count` items asked for first and not taken yet; None when the process is gone."""
        if self._process is None:
            return None
        self._owed[work] -= 1
        answer = self._answers[work].get()
        if answer is None or len(answer) != count:
            self.close()
            return None
        return answer

    def close(self) -> None:
        """End the process and its thread; nothing is asked ahead any more."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        self._questions.put(None)
        for thread in self._threads:
            thread.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was still to be written
                if pipe is not None:
                    pipe.close()

    def _write(self, process: "subprocess.Popen[bytes]") -> None:
        with suppress(OSError, ValueError):  # it is gone: the other thread says so
            while process.stdin is not None and (question := self._questions.get()) is not None:
                process.stdin.write(question)
                process.stdin.flush()

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        with suppress(OSError, ValueError):
            for line in process.stdout or ():
                work, answer = json.loads(line.decode("utf-8", "surrogatepass"))
                self._answers[Work(work)].put(answer)
        for answers in self._answers.values():
            answers.put(None)


def work(questions: Iterable[bytes], answers: IO[bytes]) -> int:
    """Be the second process: a line of items in, a line of what follows from them out, until the input ends; return its exit code."""
    with seldom_collecting():
        for line in questions:
            if line == _PREPARE:
                key_and_room("上海市", None, None, "世纪大道1号", None)
                continue
            asked, items = json.loads(line.decode("utf-8", "surrogatepass"))
            how = _HOW[Work(asked)]
            answer = json.dumps([asked, [how(*item) for item in items]], ensure_ascii=False)
            try:
                answers.write(answer.encode("utf-8", "surrogatepass") + b"\n")
                answers.flush()
            except OSError:
                break  # nobody reads any more
    return 0
