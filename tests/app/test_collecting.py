"""The collector waits for the start, passes over what was there by then, and is given back as it was."""

import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.app.collecting import Collecting


def test_the_start_is_not_searched_and_the_rest_is(qtbot: QtBot) -> None:
    before = (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count())
    parent = QObject()
    held = Collecting(parent)
    try:
        assert not gc.isenabled()
        held._on_started()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before[2]
    finally:
        held.restore()
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before


def test_a_window_that_closes_at_once_leaves_nothing_behind(qtbot: QtBot) -> None:
    before = (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count())
    parent = QObject()
    Collecting(parent).restore()
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before
