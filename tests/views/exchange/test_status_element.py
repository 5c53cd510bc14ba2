"""The exchange in the line at the bottom."""

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.services.record_key import RecordKey
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.job import Exchanged
from crmdesk.views.exchange.status_element import ExchangeElement
from tests.services.exchange_world import ExchangeWorld
from tests.views.exchange.conftest import Jobs

WAIT_MS = 5_000


@pytest.fixture
def element(desk: ExchangeDesk, qtbot: QtBot) -> ExchangeElement:
    made = ExchangeElement(desk)
    qtbot.addWidget(made)
    return made


def test_nothing_is_shown_without_a_centre(element: ExchangeElement, desk: ExchangeDesk) -> None:
    desk.count()
    assert element.isHidden()


def test_it_says_what_waits_what_needs_one_and_when_it_was(
    element: ExchangeElement,
    world: ExchangeWorld,
    desk: ExchangeDesk,
    view_context: ViewContext,
    sites: tuple[RecordKey, RecordKey],
) -> None:
    for site in sites:
        view_context.services.accounts.save(site, {"phone": "1"})
    world.conflict(sites[0], "phone", "1", "2", "3")
    world.news(sites[1], "email", None, "a@b.cn")
    desk.count()
    assert not element.isHidden()
    assert element.waiting.text() == "2 on their way"
    assert element.needing.text() == "1 need you"
    assert element.when.text().startswith("exchanged ")
    assert element.when.text().endswith("1 news")
    assert element.trouble.isHidden()


def test_the_words_lead_to_their_pages(element: ExchangeElement, world: ExchangeWorld, desk: ExchangeDesk, qtbot: QtBot) -> None:
    desk.count()
    for button, signal in (
        (element.waiting, element.outbox_asked),
        (element.needing, element.questions_asked),
        (element.when, element.news_asked),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_the_button_exchanges_and_a_long_one_can_be_stopped(
    element: ExchangeElement, world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs, qtbot: QtBot
) -> None:
    desk.count()
    element.button.click()
    assert not element.action.isEnabled()
    assert element.bar.isHidden()  # a short one does not flicker
    qtbot.waitUntil(lambda: not element.bar.isHidden(), timeout=WAIT_MS)
    jobs.last.progressed.emit(0.5)
    assert element.bar.value() == 500
    jobs.last.progressed.emit(-1.0)
    assert element.bar.maximum() == 0
    element.stop.click()
    assert jobs.last.is_cancelled
    jobs.last.cancelled.emit()
    assert element.bar.isHidden()
    assert element.action.isEnabled()


def test_a_failure_is_one_quiet_word_with_its_reason(
    element: ExchangeElement, world: ExchangeWorld, desk: ExchangeDesk, jobs: Jobs
) -> None:
    desk.count()
    desk.exchange()
    jobs.last.failed.emit(CentreUnreachable(detail="no route"))
    assert element.trouble.text() == "not exchanged"
    assert "Your work is saved here" in element.trouble.toolTip()
    desk.exchange()
    jobs.last.finished.emit(Exchanged())
    assert element.trouble.isHidden()


@pytest.mark.parametrize(
    ("word", "text"), [("update", "update needed"), ("disabled", "access ended"), ("matching", "nothing sent yet")]
)
def test_what_the_centre_says_of_this_laptop_is_shown(
    element: ExchangeElement, world: ExchangeWorld, desk: ExchangeDesk, word: str, text: str
) -> None:
    world.run("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('exchange_state',?)", word)
    desk.count()
    assert element.trouble.text() == text
