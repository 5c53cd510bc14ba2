"""The page of conflicts, handled with the keyboard."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.clock import iso_ms
from crmdesk.core.exchange_words import Choice
from crmdesk.core.vocabulary import RecordKind, SiteStatus
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.conflicts.company_input import CompanyInput
from crmdesk.views.conflicts.page import ALL, ConflictsPage
from crmdesk.views.context import ViewContext
from crmdesk.views.words import word
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld

WAIT_MS = 5_000


@pytest.fixture
def page(view_context: ViewContext, world: ExchangeWorld, shell: ShellWindow) -> ConflictsPage:
    made: list[ConflictsPage] = []

    def make() -> ConflictsPage:
        made.append(ConflictsPage(view_context))
        return made[0]

    shell.add_page("conflicts", lambda: "Conflicts", "scale", make)
    shell.show_page("conflicts")
    QAbstractItemModelTester(made[0].list.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made[0])
    return made[0]


def texts(page: ConflictsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def answers(page: ConflictsPage) -> set[Choice]:
    return {choice for choice, button in page.panel.answer_buttons.items() if button.isVisible()}


def press(page: ConflictsPage, key: Qt.Key) -> None:
    QTest.keyClick(page.list, key)


def test_nothing_to_settle_says_what_the_page_is_for(page: ConflictsPage) -> None:
    assert "Nothing needs an answer" in texts(page)


def test_both_values_stand_side_by_side_with_who(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "phone", "010 6327 1234", "010 6327 0000", "010 6327 9999")
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.isVisible() and len(page.panel.items) == 1)
    shown = texts(page)
    for text in ("010 6327 1234", "010 6327 0000", "010 6327 9999", "马连道店: Phone", f"{COLLEAGUE} changed Phone"):
        assert text in shown
    assert answers(page) == {Choice.KEEP, Choice.MINE, Choice.OTHER, Choice.ASK}
    assert page.panel.answer_buttons[Choice.KEEP].toolTip().endswith("K")


def test_letters_settle_one_after_the_other_and_undo_brings_back(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, shell: ShellWindow
) -> None:
    first = world.conflict(sites[0], "phone", "1", "2", "3", mine_at="2026-11-22T10:00:00.000Z")
    second = world.conflict(sites[1], "phone", "1", "2", "4")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    press(page, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: [item.id for item in page.list.items] == [second], timeout=WAIT_MS)
    assert world.value(sites[0], "phone") == "3"
    qtbot.waitUntil(lambda: [item.id for item in page.panel.items] == [second])
    shell._stage.undo._undo()  # type: ignore[misc]
    qtbot.waitUntil(lambda: {item.id for item in page.list.items} == {first, second}, timeout=WAIT_MS)
    assert world.answers() == []
    press(page, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: len(page.list.items) == 1, timeout=WAIT_MS)
    assert [answer[2] for answer in world.answers()] == ["keep"]


def test_another_value_is_typed_in_place(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "name", "马连道店", "马连道旗舰店", "广安门店")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    press(page, Qt.Key.Key_T)
    box = page.panel.box
    assert isinstance(box.input, QLineEdit)
    assert box.input.text() == "广安门店"
    box.input.clear()
    QTest.keyClick(box.input, Qt.Key.Key_Return)
    assert "must not be empty" in texts(page)
    QTest.keyClick(box.input, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert page.list.hasFocus()
    page.panel.answer_buttons[Choice.OTHER].click()
    assert isinstance(box.input, QLineEdit)
    box.input.setText("马连道南店")
    QTest.keyClick(box.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert world.value(sites[0], "name") == "马连道南店"


def type_another(page: ConflictsPage, qtbot: QtBot) -> QWidget:
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    press(page, Qt.Key.Key_T)
    made = page.panel.box.input
    assert made is not None
    return made


def test_another_company_is_found_by_typing(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, view_context: ViewContext
) -> None:
    wanted = view_context.services.accounts.create_company({"legal_name": "全球石油有限公司", "code": "QQSY"})
    view_context.published(wanted.changes)
    before = world.value(sites[0], "company_id")
    world.conflict(sites[0], "company_id", before, before, wanted.record.key.id)
    made = type_another(page, qtbot)
    assert isinstance(made, CompanyInput)
    assert not page.panel.box._give.isEnabled()
    QTest.keyClick(made.picker.search, Qt.Key.Key_Return)  # nothing is chosen yet
    assert page.panel.box.isVisible()
    QTest.keyClicks(made.picker.search, "qqsy")
    assert page.panel.box._give.isEnabled()
    QTest.keyClick(made.picker.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert world.value(sites[0], "company_id") == wanted.record.key.id


def test_a_company_may_be_put_at_the_top_and_escape_leaves_it(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, view_context: ViewContext
) -> None:
    accounts = view_context.services.accounts
    group = accounts.create_company({"legal_name": "家乐福"}).record.key
    below = accounts.create_company({"legal_name": "家乐福华东", "parent_id": group.id}).record.key
    world.conflict(below, "parent_id", None, group.id, world.value(sites[0], "company_id"))
    made = type_another(page, qtbot)
    assert isinstance(made, CompanyInput)
    QTest.keyClick(made.picker.search, Qt.Key.Key_Escape)
    assert not page.panel.box.isVisible()
    made = type_another(page, qtbot)
    assert isinstance(made, CompanyInput)
    QTest.keyClick(made.picker.search, Qt.Key.Key_Down)
    page.panel.box._give.click()
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert world.value(below, "parent_id") is None


def test_another_status_is_chosen(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "status", "lead", "fighting", "existing")
    made = type_another(page, qtbot)
    assert isinstance(made, QComboBox)
    assert made.currentText() == "Existing customer"
    made.setCurrentIndex(made.findText(word(SiteStatus.SLEEPING)))
    QTest.keyClick(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert world.value(sites[0], "status") == "sleeping"


def test_whether_and_when_have_editors_of_their_own(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, view_context: ViewContext
) -> None:
    services = view_context.services
    position = RecordKey(
        RecordKind.POSITION, services.contacts.add(sites[0].id, {"name": "王五", "is_main": 1}).rows[0].position_id
    )
    world.conflict(position, "is_main", 0, 0, 1)
    made = type_another(page, qtbot)
    assert isinstance(made, QComboBox)
    assert made.currentText() == "Yes"
    made.setCurrentIndex(made.findText("No"))
    QTest.keyClick(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert world.value(position, "is_main") == 0

    note = RecordKey(RecordKind.ACTIVITY, services.notes.add(sites[0].id, "拜访").rows[0].id)
    noon = datetime(2026, 11, 20, 12, 30).astimezone()
    world.conflict(note, "happened_at", None, iso_ms(noon), iso_ms(noon.replace(day=21)))
    made = type_another(page, qtbot)
    assert isinstance(made, QLineEdit)
    assert made.text() == "2026-11-21"
    made.setText("2026-11-19")
    QTest.keyClick(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert world.value(note, "happened_at") == iso_ms(noon.replace(day=19))


def test_a_colleague_is_asked_and_the_conflict_stays(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "phone", "1", "2", "3")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    press(page, Qt.Key.Key_A)
    asking = page.panel.box.input
    assert isinstance(asking, QLineEdit)
    assert COLLEAGUE in asking.accessibleName()
    QTest.keyClicks(asking, "new?")
    QTest.keyClick(asking, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "new?" in texts(page), timeout=WAIT_MS)
    assert len(page.list.items) == 1


def test_many_are_settled_with_one_key(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    for field in ("phone", "email", "website"):
        world.conflict(sites[0], field, "1", "2", "3")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    page.list.selectAll()
    qtbot.waitUntil(lambda: len(page.panel.items) == 3)
    assert "One answer settles all of them." in texts(page)
    assert answers(page) == {Choice.KEEP, Choice.MINE, Choice.ASK}
    press(page, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: page.list.items == (), timeout=WAIT_MS)
    assert len(world.answers()) == 3


def test_what_was_only_told_has_one_answer(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], None, kind="revived")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    assert answers(page) == {Choice.KEEP}
    assert "came back" in texts(page)


def test_two_with_one_code_can_be_merged(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "code", None, {"id": sites[1].id, "name": "方庄店"}, "FZ", kind="code")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    assert "belongs to 方庄店 already" in texts(page)
    with qtbot.waitSignal(page.panel.merge_asked) as asked:
        page.panel.merge_asked.disconnect(page._on_merge_asked)
        page.panel.merge_button.click()
    assert asked.args == [sites]


def test_a_waiting_edit_is_let_in_with_y(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.parked(sites[0], "owner_id", world.me, world.colleague)
    world.parked(sites[1], "phone", "1", "2", by_user=world.me, for_user=world.colleague)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    assert len(page.list.items) == 1  # the other one waits for the colleague
    assert answers(page) == {Choice.ACCEPT, Choice.DISMISS}
    press(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: page.filter.currentIndex() == ALL, timeout=WAIT_MS)  # nothing is left for me: the rest is shown
    assert world.value(sites[0], "owner_id") == world.colleague
    assert f"Sent to {COLLEAGUE}" in texts(page)
    assert answers(page) == set()


def test_what_cannot_be_done_says_why_and_stays(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, view_context: ViewContext
) -> None:
    taken = view_context.services.accounts.create_company({"legal_name": "全球石油有限公司", "code": "QQSY"})
    view_context.published(taken.changes)
    world.conflict(sites[0], "code", None, "FZ-1", "QQSY")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    press(page, Qt.Key.Key_M)
    assert "already belongs to 全球石油有限公司" in "\n".join(label.text() for label in page.window().findChildren(QLabel))
    assert len(page.list.items) == 1


def test_enter_opens_the_customer(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, view_context: ViewContext
) -> None:
    world.conflict(sites[0], "phone", "1", "2", "3")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    with qtbot.waitSignal(view_context.record_asked) as asked:
        press(page, Qt.Key.Key_Return)
    assert asked.args == [str(sites[0])]


def test_a_record_asks_for_its_own_with_the_box_open(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "phone", "1", "2", "3")
    second = world.conflict(sites[1], "phone", "1", "2", "3")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    page.show_record(str(sites[1]))
    assert [item.id for item in page.panel.items] == [second]
    page.show_record(f"{second}#ask")
    assert page.panel.box.isVisible()


def test_a_note_that_fills_pages_scrolls_and_the_answers_stay_in_sight(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "note", "", "拜访了门店经理。\n" * 900, "换了冷柜。" * 900)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    assert page.window().height() == 768
    button = page.panel.answer_buttons[Choice.KEEP]
    qtbot.waitUntil(lambda: page.panel.rect().contains(button.geometry()))
    assert page.panel._scroll.verticalScrollBar().maximum() > 1_000


def test_values_take_no_more_height_than_they_need(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "phone", "1", "2", "3", note=f"{world.colleague}|2026-11-22T08:00:00.000Z|why?")
    page.refresh()
    qtbot.waitUntil(page.panel.said.isVisible)
    qtbot.waitUntil(lambda: page.panel._scroll.verticalScrollBar().maximum() == 0)
    assert page.panel._scroll.height() < 200


def test_in_a_narrow_window_the_list_stands_above(
    page: ConflictsPage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.conflict(sites[0], "phone", "1", "2", "3")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.panel.items) == 1)
    assert page.panel.x() > page.list.x()
    page.window().resize(911, 512)
    qtbot.waitUntil(lambda: page.panel.y() > page.list.y())
    assert page.list.width() == page.panel.width()
    assert page.list.columnWidth(1) > 300
    page.window().resize(1366, 768)
    qtbot.waitUntil(lambda: page.panel.x() > page.list.x())


@pytest.mark.parametrize(
    ("kind", "sentences"),
    [
        ("cycle", ("So it stays at the top.", "So it stays under 全球石油有限公司.")),
        ("parent", ("It lies at the top now.", "It lies under 全球石油有限公司 now.")),
    ],
    ids=["cycle", "parent"],
)
def test_where_a_company_lies_is_told(
    page: ConflictsPage, world: ExchangeWorld, view_context: ViewContext, kind: str, sentences: tuple[str, str]
) -> None:
    accounts = view_context.services.accounts
    here, other, mine = (
        accounts.create_company({"legal_name": f"{name}有限公司"}).record.key for name in ("甲", "全球石油", "乙")
    )
    field = "parent_id" if kind == "cycle" else None
    for theirs, sentence in zip((None, other.id), sentences, strict=True):
        asked = world.conflict(here, field, None, theirs, mine.id, kind=kind)
        page.refresh()
        page.show_record(asked)
        assert page.panel.story.text().endswith(sentence)
