"""When a window exchanges, and what it does afterwards."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmdesk.core.changes import Changes
from crmdesk.services.record_key import RecordKey
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.job import Exchanged
from tests.services.exchange_world import ExchangeWorld
from tests.views.exchange.conftest import Jobs, LinkDouble

WAIT_MS = 5_000


def test_without_a_centre_nothing_is_exchanged(desk: ExchangeDesk, jobs: Jobs) -> None:
    desk.count()
    assert desk.state is not None
    assert not desk.is_connected
    desk.exchange()
    desk.exchange_soon()
    assert jobs.made == []
    assert not desk._next.isActive()


def test_there_are_never_two_at_once_and_the_next_is_planned(world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs) -> None:
    desk.count()
    assert desk._next.isActive()  # soon after the start
    desk.exchange()
    desk.exchange()
    assert len(jobs.made) == 1
    running = [desk.is_running]
    jobs.last.finished.emit(Exchanged(Changes("exchange", touched={"site": None})))
    assert [*running, desk.is_running] == [True, False]
    assert desk._next.interval() == 5 * 60_000


def test_what_came_is_told_to_every_screen(
    world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs, view_context: ViewContext, qtbot: QtBot
) -> None:
    desk.count()
    desk.exchange()
    with qtbot.waitSignal(view_context.bus.changed) as told:
        jobs.last.finished.emit(Exchanged(Changes("exchange", touched={"site": None})))
    assert told.args == [Changes("exchange", touched={"site": None})]


def test_a_key_stays_known_when_its_password_changes(world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs) -> None:
    desk.count()
    desk.use_password("one", "/li.key")
    desk.use_password("two")
    desk.exchange()
    assert jobs.last.asked == [("exchange", {"key_file": "/li.key", "key_passphrase": "two"})]


def test_a_login_that_ended_is_said_before_and_after_the_records_go(
    world: ExchangeWorld, desk: ExchangeDesk, link: LinkDouble, shell: ShellWindow
) -> None:
    world.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('exchange_state','disabled')")
    desk.count()
    assert desk._next.interval() == 60_000  # time to read, and to ask
    assert shown(shell, "all customers are removed")
    assert link.backups_removed == 0
    world.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('shut_out','wiped')")
    for _ in range(2):
        desk.count()
    assert shown(shell, "all customers were removed")
    assert link.backups_removed == 1


def shown(shell: ShellWindow, text: str) -> bool:
    return any(text in label.text() for label in shell.findChildren(QLabel))


def test_a_failure_is_kept_and_tried_again_later_and_later(world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs) -> None:
    desk.count()
    waits = []
    for _ in range(3):
        desk.exchange()
        jobs.last.failed.emit(CentreUnreachable(detail="x"))
        waits.append(desk._next.interval())
    assert desk.trouble is not None
    assert 20_000 < waits[0] < 40_000
    assert waits[2] > 80_000
    desk.exchange()
    jobs.last.finished.emit(Exchanged())
    assert desk.trouble is None


def test_what_came_is_shown_while_more_comes(
    world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs, view_context: ViewContext, qtbot: QtBot
) -> None:
    desk.count()
    desk.exchange()
    came = Changes("exchange", touched={"site": None})
    with qtbot.waitSignal(view_context.bus.changed) as told:
        jobs.last.arrived.emit(came)
    assert told.args == [came]
    assert desk.is_running


def test_by_the_button_only_when_it_is_so_chosen(
    world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs, view_context: ViewContext
) -> None:
    view_context.preferences.change(replace(view_context.preferences.current, exchange_minutes=0))
    desk.count()
    assert not desk._next.isActive()
    desk.exchange()
    jobs.last.cancelled.emit()
    assert not desk._next.isActive()


def test_what_is_asked_meanwhile_goes_soon_after(world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs) -> None:
    desk.count()
    desk.exchange()
    desk.exchange_soon()
    desk._next.stop()
    jobs.last.finished.emit(Exchanged())
    assert desk._next.interval() < 5_000


def test_an_edit_is_counted(
    world: ExchangeWorld,
    desk: ExchangeDesk,
    view_context: ViewContext,
    sites: tuple[RecordKey, RecordKey],
    qtbot: QtBot,
) -> None:
    desk.count()
    with qtbot.waitSignal(desk.state_changed, timeout=WAIT_MS):
        view_context.published(view_context.services.accounts.save(sites[0], {"phone": "1"}).changes)
    assert desk.state is not None
    assert desk.state.waiting == 1


def test_the_store_is_left_only_when_the_exchange_stopped(world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs) -> None:
    desk.count()
    desk.exchange()
    desk.shut_down()
    assert jobs.last.is_over
    assert not desk.is_running


@pytest.mark.parametrize("password", ["", "secret"], ids=["from the keyring", "typed"])
def test_a_password_the_keyring_does_not_keep_is_handed_on(
    world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs, password: str
) -> None:
    desk.count()
    desk.use_password(password)
    desk.exchange()
    assert jobs.last.asked == [("exchange", {"password": password} if password else None)]
