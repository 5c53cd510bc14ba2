"""The page of pools by keyboard: find, look, claim one or several, what falls back, what administrators do, empty pages."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.vocabulary import PoolRole, RecordKind
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.table.paged_table import PagedTable
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.follow_up_dialog import FollowUpDialog
from crmdesk.views.pools.deeds import ASSIGN, CLAIM, LOCK, TAKE_OUT
from crmdesk.views.pools.keeping_dialogs import HandOutDialog, TakeOutDialog
from crmdesk.views.pools.page import PoolsPage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_RULES = {"daily_claims": 2, "wait_days": 30, "unfollowed_days": 30, "warn_days": 7, "masks_contacts": True}


@pytest.fixture
def pool(view_context: ViewContext) -> str:
    return view_context.services.pools.create({"name": "华东", "takes_accounts": True, **_RULES})[0]


def _change(store: Store, table: str, record: str, **values: object) -> None:
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind(table), record, values)
        uow.commit()


@pytest.fixture
def leads(store: Store, view_context: ViewContext, pool: str) -> dict[str, str]:
    """Four wait, 丁 longest; 戊 is mine and was not spoken to for 27 days."""
    made = {}
    for days, name in enumerate("甲乙丙丁", 1):
        made[name] = view_context.services.leads.create({"company_name": name, "mobile": "13812345678"}, pool_id=pool).record.id
        _change(store, "lead", made[name], pooled_at=iso_ms(utc_now() - timedelta(days=days)))
    made["戊"] = view_context.services.leads.create({"company_name": "戊"}).record.id
    _change(store, "lead", made["戊"], owned_since=iso_ms(utc_now() - timedelta(days=27)))
    return made


@pytest.fixture
def page(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, request: pytest.FixtureRequest) -> PoolsPage:
    if "leads" in request.fixturenames:
        request.getfixturevalue("leads")
    made = PoolsPage(view_context)
    for model in (made.waiting_model, made.due_model, made.places_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)

    def pools_page() -> QWidget:
        return made

    shell.add_page("pools", lambda: "Pools", "inbox", pools_page)
    shell.show_page("pools")
    return made


def _names(table: PagedTable) -> str:
    rows = (table.table.row_at(row) for row in range(table.table.rowCount()))
    return "".join(row.cells["name"].text for row in rows if row is not None)


def _current(table: PagedTable) -> str:
    row = table.table.row_at(table.current_row or 0)
    return "" if row is None else row.cells["name"].text


def _cell(page: PoolsPage, key: str) -> str:
    row = page.waiting_model.row_at(0)
    return "" if row is None else row.cells[key].text


def _go(qtbot: QtBot, page: PoolsPage, place: str) -> PagedTable:
    at = next(at for at, one in enumerate(page._places) if place in {one.key, one.name})
    page.places.go_to(at)
    qtbot.waitUntil(lambda: page._place is not None and page._place.key == page._places[at].key)
    table = page._table
    qtbot.waitUntil(lambda: page._lists.currentWidget() is table and bool(table.current_key))
    table.setFocus()
    return table


def _said(shell: ShellWindow) -> str:
    return " ".join(label.text() for label in shell.findChildren(QLabel) if label.isVisible())


@pytest.mark.usefixtures("leads")
def test_the_left_says_what_there_is_and_due_comes_first(qtbot: QtBot, page: PoolsPage) -> None:
    rows = [page.places_model.row_at(row).cells for row in range(page.places_model.rowCount())]
    told = [(cells["name"].text, cells["count"].text) for cells in rows]
    assert told == [("Mine, due soon", "1"), ("华东", "4"), ("华东: accounts", "0")]
    qtbot.waitUntil(lambda: _names(page.due) == "戊")
    cells = page.due_model.row_at(0)
    assert cells is not None
    assert (cells.cells["days_left"].text, cells.cells["rule"].text) == ("In 3 days", "no follow-up for 27 days")
    qtbot.waitUntil(lambda: "Falls back to the pool 华东 in 3 days: no follow-up for 27 days." in page.card.why.text())


def test_enter_claims_and_the_limit_is_told_in_one_message(
    qtbot: QtBot, page: PoolsPage, view_context: ViewContext, shell: ShellWindow, leads: dict[str, str]
) -> None:
    table = _go(qtbot, page, "华东")
    assert _names(table) == "甲乙丙丁"
    assert page.limits.whole_text == "2 of 2 claims left today"
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert view_context.services.leads.open(leads["乙"]).is_mine
    qtbot.waitUntil(lambda: _names(table) == "甲丙丁")
    qtbot.waitUntil(lambda: _current(table) == "丙")
    assert page.limits.whole_text == "1 of 2 claims left today"
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_F6)
    assert "By the rules of the pool 华东 a person may claim 2 a day; you have 1 left today." in _said(shell)
    assert _names(table) == "甲丙丁"


def test_several_are_claimed_at_once(
    qtbot: QtBot, page: PoolsPage, view_context: ViewContext, shell: ShellWindow, leads: dict[str, str]
) -> None:
    table = _go(qtbot, page, "华东")
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_F6)
    assert "Claimed 2 leads" in _said(shell)
    assert [view_context.services.leads.open(leads[name]).is_mine for name in "甲乙丙"] == [True, True, False]
    qtbot.waitUntil(lambda: _names(table) == "丙丁")


def test_who_had_it_waits_and_is_told_since_when(
    qtbot: QtBot, store: Store, page: PoolsPage, shell: ShellWindow, leads: dict[str, str]
) -> None:
    view_context = page._context
    me = next(user.id for user in view_context.services.users.all() if user.is_me)
    _change(store, "lead", leads["甲"], former_owner_id=me, released_by_rule="unfollowed")
    page.refresh()
    table = _go(qtbot, page, "华东")
    qtbot.waitUntil(lambda: not page.deeds.actions[CLAIM].isEnabled())
    row = page.waiting_model.row_at(0)
    assert row is not None
    assert [row.cells[key].text for key in ("former_owner", "released_by", "free_from")] == [
        "Li Lei",
        "No follow-up for too long",
        "In 29 days",
    ]
    assert row.cells["mobile"].text == "138 **** 5678"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert "you may claim it from" in _said(shell)
    assert page.card.facts["Mobile"] == "138 **** 5678"


@pytest.mark.usefixtures("leads")
def test_opening_counts_as_a_view(
    qtbot: QtBot, page: PoolsPage, shell: ShellWindow, view_context: ViewContext, pool: str
) -> None:
    view_context.services.pools.save(pool, {"daily_views": 1})
    page.refresh()
    table = _go(qtbot, page, "华东")
    qtbot.waitUntil(page.card.look_button.isVisible)
    assert page.card.facts == {}
    assert "1 of 1 views left today" in page.limits.whole_text
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert page.card.facts["Mobile"] == "138 **** 5678"
    qtbot.waitUntil(lambda: "0 of 1 views left today" in page.limits.whole_text)
    QTest.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.card.facts == {})
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert "By the rules of the pool 华东 a person may open 1 of its records a day." in _said(shell)


def test_a_claim_at_a_centre_is_shown_as_asked_and_taken_back(
    qtbot: QtBot, store: Store, page: PoolsPage, view_context: ViewContext, leads: dict[str, str]
) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k, v) VALUES('centre', '{}')")
        uow.commit()
    table = _go(qtbot, page, "华东")
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _cell(page, "free_from") == "Provisional")
    qtbot.waitUntil(lambda: not page.deeds.actions[CLAIM].isEnabled())
    QTest.keyClick(table, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: _cell(page, "free_from") == "")
    assert not view_context.services.leads.open(leads["甲"]).is_provisional


def test_following_up_keeps_what_would_fall_back(
    qtbot: QtBot, page: PoolsPage, shell: ShellWindow, leads: dict[str, str], view_context: ViewContext
) -> None:
    table = _go(qtbot, page, "due")
    QTest.keyClick(table, Qt.Key.Key_F4)
    (dialog,) = shell.findChildren(FollowUpDialog)
    dialog.text.setPlainText("来电询价")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: page._lists.currentWidget() is page._nothing)
    assert page._places[0].count == 0
    with qtbot.waitSignal(view_context.record_asked) as asked:
        page.deeds.do("open", page.deeds._acting)
    assert asked.args == [f"lead:{leads['戊']}"]


def test_administrators_assign_lock_and_take_out(
    qtbot: QtBot, store: Store, page: PoolsPage, shell: ShellWindow, leads: dict[str, str]
) -> None:
    view_context = page._context
    (pool,) = (one.id for one in view_context.services.pools.all())
    table = _go(qtbot, page, "华东")
    QTest.keyClick(table, Qt.Key.Key_L, CTRL)
    assert view_context.services.leads.open(leads["甲"]).values["is_locked"]
    QTest.keyClick(table, Qt.Key.Key_F8)
    (assign,) = shell.findChildren(HandOutDialog)
    assign.do_button.click()
    qtbot.waitUntil(lambda: _names(table) == "乙丙丁")
    shell.activateWindow()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    (taken,) = shell.findChildren(TakeOutDialog)
    taken.do_button.click()
    qtbot.waitUntil(lambda: _names(table) == "丙丁")
    assert view_context.services.leads.open(leads["乙"]).pool is None
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.USER, {"id": "h", "name": "韩梅梅"})
        uow.commit()
    me = next(user.id for user in view_context.services.users.all() if user.is_me)
    view_context.services.pools.set_members(pool, {"h": PoolRole.ADMINISTRATOR, me: PoolRole.MEMBER})
    page.refresh()
    assert not any(page.deeds.actions[key].isVisible() for key in (ASSIGN, LOCK, TAKE_OUT))


def test_accounts_of_a_pool_are_claimed(qtbot: QtBot, store: Store, page: PoolsPage, shell: ShellWindow, pool: str) -> None:
    view_context = page._context
    accounts = view_context.services.accounts
    company = accounts.create_company({"legal_name": "家乐福集团", "short_name": "家乐福", "code": "JLF"}).record.key.id
    site = accounts.create_site({"company_id": company, "name": "马连道店", "code": "J1"}).record.key
    _change(store, "site", site.id, pool_id=pool, pooled_at=iso_ms(utc_now()), owner_id=None)
    page.refresh()
    table = _go(qtbot, page, "华东: accounts")
    assert _names(table) == "马连道店 · 家乐福"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert "Claimed 马连道店 · 家乐福." in _said(shell)
    qtbot.waitUntil(lambda: page._lists.currentWidget() is page._nothing)


def test_without_a_pool_the_page_says_what_comes_next(qtbot: QtBot, page: PoolsPage, shell: ShellWindow) -> None:
    assert page._whole.currentWidget() is page._no_pool
    page.steps.to_settings.trigger()
    assert shell.current_page == "settings"


def test_a_pool_is_narrowed_and_a_name_that_is_not_there_is_said(
    qtbot: QtBot, page: PoolsPage, shell: ShellWindow, leads: dict[str, str]
) -> None:
    table = _go(qtbot, page, "华东")
    page.narrow.setText("丙")
    qtbot.waitUntil(lambda: _names(table) == "丙")
    page.narrow.setText("没有")
    qtbot.waitUntil(lambda: "Nothing in this pool is called that." in _said(shell))
