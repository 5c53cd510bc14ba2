"""The collector looks seldom inside the block, and as before behind it."""

import gc

import pytest

from crmdesk.core.collecting import seldom_collecting


def test_the_collector_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold()[0] > before[0]
        assert gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_what_a_window_froze_stays_so() -> None:
    gc.freeze()
    try:
        with seldom_collecting():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_an_error_passes() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), seldom_collecting():
        _ = 1 // (len(before) - 3)
    assert gc.get_threshold() == before
