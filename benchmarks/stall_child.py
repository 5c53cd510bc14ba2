"""Imports, types and scrolls in one window: `python -m benchmarks.stall_child STORE FILE` (see `stall`)."""

import json
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from benchmarks.leaving import leave
from benchmarks.open_window import opened_window, press, wait_for

_BEAT_MS: Final = 5
_TYPED: Final = ("jlf", "家乐福", "shangh", "138", "中国", "全qiu")


class Heart(QObject):
    """Beats every few milliseconds and keeps by how much each beat was late, and how long this thread itself worked before it."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self.worked: list[float] = []
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(_BEAT_MS)

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1_000 - _BEAT_MS))
        self._last = now
        work = time.thread_time()
        self.worked.append((work - self._last_work) * 1_000)
        self._last_work = work


def main(store: str, file: str) -> None:
    """Import while keys are pressed five times a second and the tree scrolls; print how late the beats were."""
    from benchmarks.importing import MAPPING
    from benchmarks.store_key import RAW, SALT
    from crmdesk.app.import_runner import ImportRunner
    from crmdesk.exchange.importing.request import ImportRequest
    from crmdesk.exchange.mapping import Mapping
    from crmdesk.exchange.table_source import open_table
    from crmdesk.storage.keys import StoreKey
    from crmdesk.ui.tree.tree_table import TreeTable

    ours = opened_window(store)
    assert ours.running is not None
    table, box = ours.window.findChild(TreeTable), ours.running.search.box
    assert table is not None
    keys = cycle([text[:end] for text in _TYPED for end in range(1, len(text) + 1)])
    ended: list[object] = []
    job = ImportRunner(Path(store), StoreKey(RAW, SALT), ours)
    job.failed.connect(ended.append)
    job.finished.connect(ended.append)
    job.finished.connect(lambda report: ours.context.published(report.changes))
    step = cycle([0.1, 0.5, 0.9, 0.3])

    def use() -> None:
        text = next(keys)
        if len(text) == 1:
            box.clear()
        box.setFocus()
        press(box, text[-1])
        bar = table.verticalScrollBar()
        bar.setValue(int(bar.maximum() * next(step)))

    person = QTimer(ours)
    person.timeout.connect(use)
    person.start(200)
    heart = Heart()
    begun = time.perf_counter()
    job.start(ImportRequest(open_table(file), Mapping.from_json(json.dumps(MAPPING)), dry_run=False))
    wait_for(lambda: bool(ended), 600)
    seconds = time.perf_counter() - begun
    wait_for(lambda: time.perf_counter() - begun > seconds + 1.5)  # what the window does with the news counts too
    print(json.dumps({"ms": heart.late, "worked": heart.worked, "seconds": seconds, "outcome": type(ended[0]).__name__}))
    leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
