"""Reports of long work: throttled, last one always, time left."""

from crmdesk.ui.tasks.progress import Progress, ProgressState


def test_reports_are_throttled_but_the_last_is_not_lost() -> None:
    states: list[ProgressState] = []
    now = [0.0]
    progress = Progress(states.append, clock=lambda: now[0])
    for step in range(1, 1001):
        now[0] += 0.001
        progress(step, 1000)
    assert states[-1].done == 1000
    assert 15 <= len(states) <= 22


def test_time_left_follows_the_pace_once_there_is_one() -> None:
    states: list[ProgressState] = []
    now = [0.0]
    progress = Progress(states.append, clock=lambda: now[0])
    for at, step in ((0.5, 10), (2.0, 25), (3.0, 100)):
        now[0] = at
        progress(step, 100, "rows")
    assert [state.left_s for state in states] == [None, 6.0, 0.0]


def test_unknown_total_has_no_time_left() -> None:
    states: list[ProgressState] = []
    now = [0.0]
    progress = Progress(states.append, clock=lambda: now[0])
    now[0] = 5
    progress(3)
    assert states == [ProgressState(3, 0, "", None)]
