"""The wizard from the file to the result, over a real store and a real worker process, by keyboard."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmdesk.core.changes import Changes
from crmdesk.exchange.mapping import RowShape
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.imports.columns_page import ColumnsPage
from crmdesk.views.imports.desk import ImportDesk
from crmdesk.views.imports.file_page import FilePage
from crmdesk.views.imports.outcome_pages import ResultPage
from crmdesk.views.imports.preview_table import PreviewTable
from crmdesk.views.imports.wizard import ImportWizard, open_import_wizard

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

WAIT_MS = 60_000


def companies(store: "Store") -> int:
    from sqlalchemy import text

    with store.read() as connection:
        return int(connection.execute(text("SELECT count(*) FROM company WHERE deleted_at IS NULL")).scalar_one())


def primary(wizard: ImportWizard) -> QPushButton:
    return wizard._primary


def texts(wizard: ImportWizard) -> str:
    return "\n".join(label.text() for label in wizard.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def wizard(context: ViewContext, window: ShellWindow, qtbot: QtBot) -> ImportWizard:
    return open_import_wizard(context, window)


def open_file(wizard: ImportWizard, path: Path, qtbot: QtBot) -> FilePage:
    shown = wizard.findChild(FilePage)
    assert shown is not None
    with qtbot.waitSignal(shown.opened, timeout=WAIT_MS):
        wizard.open_path(str(path))
    return shown


def reach(wizard: ImportWizard, step: str, qtbot: QtBot) -> None:
    """Press Enter until the step is shown."""
    while wizard.current_step != step:
        with qtbot.waitSignal(wizard.step_shown, timeout=WAIT_MS):
            QTest.keyClick(wizard, Qt.Key.Key_Return)


def carry_out(wizard: ImportWizard, qtbot: QtBot) -> ResultPage:
    """Press Enter until the import has begun, and wait for its end."""
    reach(wizard, "result", qtbot)
    result = wizard.findChild(ResultPage)
    assert result is not None
    qtbot.waitUntil(result.isVisible, timeout=WAIT_MS)
    return result


def test_enter_leads_from_the_file_to_the_result_and_undo_takes_it_back(
    wizard: ImportWizard, gbk_file: Path, store: "Store", context: ViewContext, qtbot: QtBot
) -> None:
    heard: list[Changes] = []
    context.bus.changed.connect(heard.append)
    assert not primary(wizard).isEnabled()
    open_file(wizard, gbk_file, qtbot)
    reach(wizard, "check", qtbot)
    assert "Nothing is changed so far" in texts(wizard)
    assert companies(store) == 0
    report = wizard._check_report
    assert report._model.rowCount() == 1

    result = carry_out(wizard, qtbot)
    assert companies(store) == 6
    assert len(heard) == 1
    assert heard[0].concerns("company")

    assert result.has_unsaved_rows
    with qtbot.waitSignal(context.imports.undone, timeout=WAIT_MS):
        next(button for button in result.findChildren(QPushButton) if button.text() == "Undo this import").click()
    assert companies(store) == 0
    assert not result._undo.isEnabled()
    wizard.close()


def test_a_mapping_is_proposed_again_for_the_same_columns(
    wizard: ImportWizard, gbk_file: Path, context: ViewContext, window: ShellWindow, qtbot: QtBot
) -> None:
    open_file(wizard, gbk_file, qtbot)
    reach(wizard, "columns", qtbot)
    columns = wizard.findChild(ColumnsPage)
    assert columns is not None
    columns._name.clear()
    QTest.keyClicks(columns._name, "Spring list")
    phone = columns._rows[-1]
    assert phone.column == "电话"
    phone._field.setFocus()
    QTest.keyClick(phone._field, Qt.Key.Key_Delete)
    assert phone.key == ""
    carry_out(wizard, qtbot)
    wizard.close()

    again = open_import_wizard(context, window)
    file = open_file(again, gbk_file, qtbot).file
    assert file is not None
    assert file.proposal.mapping.name == "Spring list"
    assert "电话" not in dict(file.proposal.mapping.columns)
    assert "Spring list" in texts(again)
    reach(again, "columns", qtbot)
    page = again.findChild(ColumnsPage)
    assert page is not None
    names = [page._kept.itemText(place) for place in range(page._kept.count())]
    assert names[:2] == ["As proposed", "Spring list"]
    page._rows[-1]._field.setFocus()
    page._on_field_chosen("电话", "site.phone")
    assert "电话" in dict(page.mapping.columns)
    page._kept.setCurrentIndex(1)
    page._kept.activated.emit(1)
    assert "电话" not in dict(page.mapping.columns)
    assert page.mapping.name == "Spring list"
    again.close()


def test_the_sheet_of_a_workbook_can_be_chosen(wizard: ImportWizard, xlsx_file: Path, qtbot: QtBot) -> None:
    shown = open_file(wizard, xlsx_file, qtbot)
    sheets = shown._sheet
    assert sheets.isVisible()
    assert not shown._encoding.isVisible()
    with qtbot.waitSignal(shown.opened, timeout=WAIT_MS):
        sheets.setFocus()
        QTest.keyClick(sheets, Qt.Key.Key_Down)
        sheets.activated.emit(sheets.currentIndex())
    assert shown.file is not None
    assert shown.file.source.sheet == "Customers"
    assert dict(shown.file.proposal.mapping.columns)["Company name"] == "company.legal_name"
    wizard.close()


def test_another_row_becomes_the_header_by_space(wizard: ImportWizard, gbk_file: Path, qtbot: QtBot) -> None:
    shown = open_file(wizard, gbk_file, qtbot)
    table = shown.findChild(PreviewTable)
    assert table is not None
    assert shown.file is not None
    assert shown.file.source.header_row == 2
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(shown.opened, timeout=WAIT_MS):
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert shown.file.source.header_row == 1
    with qtbot.waitSignal(shown.opened, timeout=WAIT_MS):
        table.header_row_chosen.emit(0)
    assert shown.file.source.header_row == 0
    wizard.close()


def test_a_wrong_encoding_is_corrected_in_place(wizard: ImportWizard, gbk_file: Path, qtbot: QtBot) -> None:
    shown = open_file(wizard, gbk_file, qtbot)
    box: QComboBox = shown._encoding
    assert box.currentData() == "gb18030"
    with qtbot.waitSignal(shown.opened, timeout=WAIT_MS):
        box.setCurrentIndex(box.findData("big5"))
        box.activated.emit(box.currentIndex())
    assert shown.file is not None
    assert shown.file.source.encoding == "big5"
    wizard.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no rows"),
        (b"%PDF-1.7 ...", "is no table but a PDF document"),
        (b"PK\x03\x04 cut short", "is damaged"),
    ],
)
def test_a_bad_file_is_refused_in_place_with_the_cure(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot, content: bytes, said: str
) -> None:
    path = tmp_path / "customers.xlsx"
    path.write_bytes(content)
    shown = open_file(wizard, path, qtbot)
    assert shown.file is None
    assert said in shown._messages.text
    assert not primary(wizard).isEnabled()
    wizard.close()


def test_what_forbids_an_import_is_said_before_the_check(wizard: ImportWizard, gbk_file: Path, qtbot: QtBot) -> None:
    open_file(wizard, gbk_file, qtbot)
    reach(wizard, "columns", qtbot)
    columns = wizard.findChild(ColumnsPage)
    assert columns is not None
    columns._rows[0]._field.setFocus()
    QTest.keyClick(columns._rows[0]._field, Qt.Key.Key_Delete)
    assert "no column says which company a row belongs to" in columns.problem
    assert not primary(wizard).isEnabled()
    assert "no column says which company" in texts(wizard)
    wizard.close()


def test_two_columns_for_one_field_are_named_beside_the_column(wizard: ImportWizard, gbk_file: Path, qtbot: QtBot) -> None:
    open_file(wizard, gbk_file, qtbot)
    reach(wizard, "columns", qtbot)
    columns = wizard.findChild(ColumnsPage)
    assert columns is not None
    row = columns._rows[1]
    row._field._on_option_picked("company.legal_name")
    assert row._why.text() == "another column is mapped to the same field."
    assert not primary(wizard).isEnabled()
    wizard.close()


def test_rows_by_kind_ask_what_each_kind_becomes(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "register.csv"
    path.write_text("公司名称,机构类型,上级公司\n甲公司,总公司,\n甲公司上海店,门店,甲公司\n", "utf-8")
    open_file(wizard, path, qtbot)
    reach(wizard, "columns", qtbot)
    columns = wizard.findChild(ColumnsPage)
    assert columns is not None
    assert columns.mapping.shape is RowShape.BY_KIND
    assert list(columns._roles._boxes) == ["总公司", "门店"]
    box = columns._roles._boxes["门店"]
    box.setCurrentIndex(box.findData("skip"))
    box.activated.emit(box.currentIndex())
    assert ("门店", "skip") in [(kind, role.value) for kind, role in columns.mapping.roles]
    wizard.close()


def test_a_value_for_every_row_joins_the_mapping(wizard: ImportWizard, gbk_file: Path, qtbot: QtBot) -> None:
    open_file(wizard, gbk_file, qtbot)
    reach(wizard, "columns", qtbot)
    columns = wizard.findChild(ColumnsPage)
    assert columns is not None
    columns._constants._add.click()
    QTest.keyClicks(columns._constants._lines[0].text, "CN")
    assert columns.mapping.constants == (("site.country", "CN"),)
    wizard.close()


def test_a_refused_row_is_shown_in_the_file(wizard: ImportWizard, gbk_file: Path, qtbot: QtBot) -> None:
    shown = open_file(wizard, gbk_file, qtbot)
    reach(wizard, "check", qtbot)
    wizard._check_report.row_asked.emit(9)
    assert wizard.current_step == "file"
    table = shown.findChild(PreviewTable)
    assert table is not None
    assert table.model().headerData(table.currentIndex().row(), Qt.Orientation.Vertical) == "9"
    step = wizard.findChild(QToolButton, "check")
    assert step is not None
    assert step.isEnabled()
    wizard.close()


def test_an_import_outlives_its_wizard_and_tells_its_result_in_the_window(
    wizard: ImportWizard, gbk_file: Path, desk: ImportDesk, store: "Store", qtbot: QtBot
) -> None:
    window = wizard.parentWidget()
    assert isinstance(window, ShellWindow)
    open_file(wizard, gbk_file, qtbot)
    reach(wizard, "check", qtbot)
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        reach(wizard, "result", qtbot)
        assert len(window.status_line.items()) == 1
        wizard.close()
    assert companies(store) == 6
    assert window.status_line.items() == []
    assert "华东客户.csv was imported" in window._stage.messages.text


def test_refused_rows_are_saved_or_thrown_away(
    wizard: ImportWizard, gbk_file: Path, tmp_path: Path, desk: ImportDesk, qtbot: QtBot
) -> None:
    open_file(wizard, gbk_file, qtbot)
    result = carry_out(wizard, qtbot)
    private = tmp_path / "private"
    assert len(list(private.iterdir())) == 1
    result.save_refused(str(tmp_path / "to correct.csv"))
    assert "no company is named" in (tmp_path / "to correct.csv").read_text("utf-8-sig")
    assert not result.has_unsaved_rows
    wizard.close()
    qtbot.waitUntil(lambda: not list(private.iterdir()))


def test_a_file_of_very_many_columns_is_shown_bit_by_bit(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "wide.csv"
    names = ["公司名称", *(f"栏{number}" for number in range(60))]
    path.write_text("\n".join([",".join(names), ",".join(["甲公司", *("x" * 60)])]), "utf-8")
    open_file(wizard, path, qtbot)
    columns = wizard.findChild(ColumnsPage)
    assert columns is not None
    assert len(columns._rows) < len(names)
    assert dict(columns.mapping.columns)["公司名称"] == "company.legal_name"
    qtbot.waitUntil(lambda: len(columns._rows) == len(names))
    assert [row.column for row in columns._rows] == names
    columns._rows[60]._field._on_option_picked("site.note")
    assert dict(columns.mapping.columns)["栏59"] == "site.note"
    wizard.close()
