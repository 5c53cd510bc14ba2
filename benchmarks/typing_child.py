"""Types into the search box of the window: `python -m benchmarks.typing_child search STARTED STORE FILE` (see `typing_search`)."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.leaving import leave
from benchmarks.open_window import opened_window, press, wait_for
from benchmarks.window_child import PaintWatch


def main(_what: str, _started: str, store: str, file: str) -> None:
    """Press key after key; print the milliseconds from each to the end of the paint of its hits, and the CPU used in them."""
    ours = opened_window(store)
    assert ours.running is not None
    box = ours.running.search.box
    box.setFocus()
    press(box, "a")
    wait_for(lambda: box.popup is not None and not ours.tasks.is_busy)
    popup = box.popup
    assert popup is not None
    answers: list[float] = []
    paints: list[float] = []
    popup.model.modelReset.connect(lambda: answers.append(time.perf_counter()))
    PaintWatch(popup.view.viewport(), lambda: paints.append(time.perf_counter()) if answers else None)
    times: list[float] = []
    cpu: list[float] = []
    for text in json.loads(Path(file).read_text(encoding="utf-8")):
        if len(text) == 1:
            box.clear()
        wait_for(lambda: not ours.tasks.is_busy)
        QApplication.processEvents()
        answers.clear()
        paints.clear()
        begun, work = time.perf_counter(), time.process_time()
        press(box, text[-1])
        wait_for(lambda: bool(paints))
        times.append((paints[0] - begun) * 1_000)
        cpu.append((time.process_time() - work) * 1_000)
    print(json.dumps({"ms": times, "cpu": cpu}))
    leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
