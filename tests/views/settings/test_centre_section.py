"""The settings of the centre: connecting, what was chosen, leaving."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.changes import Changes
from crmdesk.sync.errors import CentreRefused
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.connect_form import ConnectForm
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.job import CentreLogin, Greeted
from crmdesk.views.exchange.link import ChosenCompany, LinkState
from crmdesk.views.exchange.link_form import LinkForm
from crmdesk.views.settings.centre_section import CentreSection
from tests.services.exchange_world import ExchangeWorld
from tests.views.exchange.conftest import Jobs, LinkDouble


@pytest.fixture
def section(view_context: ViewContext, desk: ExchangeDesk, qtbot: QtBot) -> CentreSection:
    made = CentreSection(view_context)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def connecting(link: LinkDouble, section: CentreSection, view_context: ViewContext) -> ConnectForm:
    link.state = LinkState()
    view_context.published(Changes("exchange", touched={"centre": None}))
    assert isinstance(section.form, ConnectForm)
    return section.form


@pytest.fixture
def linked(section: CentreSection, world: ExchangeWorld, desk: ExchangeDesk) -> LinkForm:
    desk.count()
    assert isinstance(section.form, LinkForm)
    return section.form


def fill(form: ConnectForm) -> None:
    form.address.setText("centre.example/crm")
    form.user.setText("li")
    form.password.setText("secret")


def test_connecting_waits_for_address_and_name(connecting: ConnectForm) -> None:
    assert not connecting.connect_button.isEnabled()
    assert "Waits for" in connecting.connect_button.toolTip()
    fill(connecting)
    assert connecting.connect_button.isEnabled()


def test_a_certificate_is_given_with_its_key_by_keyboard(connecting: ConnectForm, jobs: Jobs) -> None:
    fill(connecting)
    QTest.keyClicks(connecting.ca_file.line, "/company.pem")
    QTest.keyClicks(connecting.certificate.line, "/li.pem")
    assert "both" in connecting.connect_button.toolTip()
    assert not connecting.connect_button.isEnabled()
    QTest.keyClicks(connecting.key_file.line, "/li.key")
    QTest.keyClick(connecting.key_file.line, Qt.Key.Key_Return)
    login = CentreLogin("centre.example/crm", "li", "secret", "/company.pem", "/li.pem", "/li.key")
    assert jobs.last.asked == [("connect", login)]
    connecting.context.exchange.use_password("secret", "/li.key")
    jobs.last.failed.emit(CentreRefused(detail="x"))
    assert connecting.key_file.path() == "/li.key"


def test_trying_keeps_nothing_and_says_who_one_is(connecting: ConnectForm, jobs: Jobs, desk: ExchangeDesk) -> None:
    fill(connecting)
    connecting.try_button.click()
    login = CentreLogin("centre.example/crm", "li", "secret")
    assert jobs.last.asked == [("try", login)]
    assert not connecting.connect_button.isEnabled()
    jobs.last.finished.emit(Greeted("李雷"))
    assert "lets 李雷 in" in connecting.outcome.text()
    assert connecting.password.text() == "secret"


def test_a_refusal_stands_below_and_everything_typed_stays(connecting: ConnectForm, jobs: Jobs) -> None:
    fill(connecting)
    connecting.connect_button.click()
    jobs.last.failed.emit(CentreRefused(detail="x"))
    assert "does not let you in" in connecting.outcome.text()
    assert connecting.connect_button.isEnabled()
    assert connecting.address.text() == "centre.example/crm"


def test_a_knock_can_be_stopped(connecting: ConnectForm, jobs: Jobs) -> None:
    fill(connecting)
    connecting.connect_button.click()
    connecting.stop_button.click()
    assert jobs.last.is_cancelled
    jobs.last.cancelled.emit()
    assert connecting.stop_button.isHidden()


def test_once_connected_the_first_exchange_begins(
    connecting: ConnectForm, section: CentreSection, jobs: Jobs, link: LinkDouble, world: ExchangeWorld
) -> None:
    fill(connecting)
    connecting.connect_button.click()
    link.state = LinkDouble().state
    jobs.last.finished.emit(Greeted("李雷", is_remembered=False))
    assert isinstance(section.form, LinkForm)
    assert jobs.last.asked == [("exchange", {"password": "secret"})]


def test_what_is_carried_and_how_often_is_in_force_at_once(linked: LinkForm, link: LinkDouble, view_context: ViewContext) -> None:
    linked.carried.setCurrentIndex(1)
    linked.carried.activated.emit(1)
    assert link.carried == ["own_team"]
    linked.minutes.setCurrentIndex(linked.minutes.findData(30))
    linked.minutes.activated.emit(linked.minutes.currentIndex())
    assert view_context.preferences.current.exchange_minutes == 30


def test_companies_are_found_by_typing_beside_ones_own_accounts(
    linked: LinkForm, link: LinkDouble, view_context: ViewContext
) -> None:
    accounts = view_context.services.accounts
    big = accounts.create_company({"legal_name": "大集团控股", "kind": "group", "code": "BIG"}).record.key.id
    assert not linked.under.isEnabled()
    linked.carried.setFocus()
    QTest.keyClick(linked.carried, Qt.Key.Key_Home)
    assert link.carried == ["mine"]
    search = linked.under.picker.search
    for typed in ("大集团", "dajituan", "BIG"):
        search.insert(typed)
        assert linked.under.picker.found.isVisibleTo(linked.under)
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert (link.under[-1], search.text(), linked.under.picker.found.isVisibleTo(linked.under)) == ((big,), "", False)
    assert link.under == [(big,)], "the same company is chosen once"


def test_what_is_not_here_is_chosen_by_its_code(linked: LinkForm, link: LinkDouble) -> None:
    linked.carried.setFocus()
    QTest.keyClick(linked.carried, Qt.Key.Key_Home)
    search, code = linked.under.picker.search, linked.under.add_code
    assert (code.isEnabled(), code.toolTip()) == (False, "Waits for a customer code")
    QTest.keyClicks(search, "NOT HERE")
    assert not code.isEnabled(), "a code has no blanks"
    QTest.keyClick(search, Qt.Key.Key_Return)
    search.setText("NOTHERE")
    QTest.keyClick(search, Qt.Key.Key_Return)
    search.setText("BJ")  # finds a company here, and may be the code of another
    code.trigger()
    assert link.under == [("NOTHERE",), ("NOTHERE", "BJ")]


def test_chosen_companies_are_told_and_removed_by_keyboard(linked: LinkForm, link: LinkDouble, section: CentreSection) -> None:
    under = (
        ChosenCompany("c1" * 16, "SM", "小公司", ("大集团", "华北"), 1234, is_here=True),
        ChosenCompany("NEW", "NEW"),
        ChosenCompany("TYPO", "TYPO", is_unknown=True),
        ChosenCompany("c2" * 16),
    )
    link.state = replace(link.state, carried="mine", under=under)
    assert linked.under.table.isHidden()
    section.context.published(Changes("exchange", touched={"centre": None}))
    table = linked.under.table
    told = [tuple(table.item(row, column).text() for column in range(3)) for row in range(4)]  # type: ignore[union-attr]
    assert told == [
        ("小公司 (SM)", "大集团 › 华北", "1,234"),
        ("NEW", "Not on this laptop yet", ""),
        ("TYPO", "None that you may see has it", ""),
        ("A company that is no longer here", "", ""),
    ]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen == "NEW"
    linked.under.remove.trigger()
    assert link.under == [("c1" * 16, "TYPO", "c2" * 16)]
    link.state = replace(link.state, under=under[:1])
    section.context.published(Changes("exchange", touched={"centre": None}))
    linked.under.remove.trigger()
    assert link.under[-1] == ()


def test_a_choice_leaves_the_form_in_place(linked: LinkForm, link: LinkDouble, section: CentreSection) -> None:
    linked.under.picker.search.setText("half typ")
    link.state = replace(link.state, carried="mine", history="month")
    section.context.published(Changes("exchange", touched={"centre": None}))
    assert section.form is linked
    assert (linked.carried.currentData(), linked.history.currentData()) == ("mine", "month")
    assert linked.under.picker.search.text() == "half typ"


def test_how_much_history_stays_is_chosen_by_keyboard(linked: LinkForm, link: LinkDouble) -> None:
    assert linked.history.currentText() == "Changes of the last year"
    linked.history.setFocus()
    QTest.keyClick(linked.history, Qt.Key.Key_Up)
    assert link.histories == ["month"]


def test_a_new_password_is_tried_before_it_is_kept(linked: LinkForm, jobs: Jobs, shell: ShellWindow) -> None:
    linked.password.setText("fresh")
    linked.keep_password.click()
    (asked,) = jobs.last.asked
    assert asked == ("connect", CentreLogin("postgresql://li@centre.example:5432/crm", "", "fresh"))
    jobs.last.finished.emit(Greeted("李雷"))
    assert jobs.last.asked == [("exchange", None)]
    assert linked.password.text() == ""


@pytest.mark.parametrize("wipe", [False, True], ids=["keep", "wipe"])
def test_leaving_says_first_what_it_does(linked: LinkForm, link: LinkDouble, section: CentreSection, *, wipe: bool) -> None:
    linked.leave_button.click()
    question = linked.question
    assert question.isVisible()
    assert question.stay.isVisible()
    assert not question.wipe.isEnabled()
    if wipe:
        question.knows.setChecked(True)
    (question.wipe if wipe else question.keep).click()
    assert link.left == [wipe]
    assert isinstance(section.form, ConnectForm)


def test_what_is_not_sent_yet_is_named_before_it_is_lost(linked: LinkForm) -> None:
    linked.question.ask(3)
    assert linked.question.unsent.text().startswith("3 records have changes")
    linked.question.ask(0)
    assert linked.question.unsent.isHidden()
