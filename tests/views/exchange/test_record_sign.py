"""The sign in a record's header, and taking a customer along by its menu."""

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import ClaimState
from crmdesk.services.record_key import RecordKey
from crmdesk.views.accounts.record_menu import RecordMenu
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.claim_menu import ClaimMenu
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.record_sign import RecordSign
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld

WAIT_MS = 5_000


@pytest.fixture
def sign(view_context: ViewContext, desk: ExchangeDesk, qtbot: QtBot) -> RecordSign:
    made = RecordSign(view_context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(view_context: ViewContext, sign: RecordSign) -> ClaimMenu:
    return ClaimMenu(view_context, RecordMenu(sign), sign, sign)


def chip(widget: RecordSign) -> str:
    return widget.place.accessibleName()


def test_without_a_centre_nothing_is_said(sign: RecordSign, sites: tuple[RecordKey, RecordKey], desk: ExchangeDesk) -> None:
    desk.count()
    sign.show_record(sites[0])
    assert sign.isHidden()


def test_it_follows_an_edit(
    sign: RecordSign,
    world: ExchangeWorld,
    sites: tuple[RecordKey, RecordKey],
    view_context: ViewContext,
    qtbot: QtBot,
) -> None:
    sign.show_record(sites[0])
    view_context.exchange.count()  # known to be connected from now on: what is shown already follows
    assert not sign.isHidden()
    assert chip(sign) == "At the centre"
    view_context.published(view_context.services.accounts.save(sites[0], {"phone": "1"}).changes)
    qtbot.waitUntil(lambda: chip(sign) == "Saved here", timeout=WAIT_MS)


def test_who_holds_it_is_told(
    sign: RecordSign, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], view_context: ViewContext
) -> None:
    view_context.exchange.count()
    view_context.services.claims.ask(sites[0])
    lost = "state='lost', held_by=?, held_since='2026-11-20T08:00:00.000Z'"
    world.run(f"UPDATE claim SET {lost}", world.colleague)
    sign.show_record(sites[0])
    assert sign.holder.accessibleName() == f"Held by {COLLEAGUE}"


def test_taking_along_asks_for_some_days_and_gives_up(
    menu: ClaimMenu, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], view_context: ViewContext, qtbot: QtBot
) -> None:
    sign = menu._sign
    view_context.exchange.count()
    sign.show_record(sites[0])
    menu._menu.show_record(str(sites[0]), is_company=False)
    menu._menu.aboutToShow.emit()
    assert menu.take_action.isVisible()
    assert not menu.release.isVisible()
    assert [action.text() for action in menu.days][1] == "for 3 days"
    menu.days[1].trigger()
    status = view_context.services.claims.status(sites[0])
    assert (status.state, status.days) == (ClaimState.ASKED, 3)
    qtbot.waitUntil(lambda: sign.claim is not None and sign.claim.is_mine, timeout=WAIT_MS)
    menu._menu.aboutToShow.emit()
    assert menu.release.isVisible()
    menu.release.trigger()
    assert view_context.services.claims.status(sites[0]).state is None


def test_without_a_centre_nothing_can_be_taken_along(
    menu: ClaimMenu, sites: tuple[RecordKey, RecordKey], desk: ExchangeDesk
) -> None:
    desk.count()
    menu._menu.show_record(str(sites[0]), is_company=False)
    menu._menu.aboutToShow.emit()
    assert not menu.take_action.isVisible()
