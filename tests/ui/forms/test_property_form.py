"""The property form: values, changes, problems, keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.ui.forms.editors import parse_date
from crmdesk.ui.forms.field_row import FieldRow
from crmdesk.ui.forms.fields import Choice, FieldKind, FieldSpec, Problem, Section, Value
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.ui.pickers.options import Option
from crmdesk.ui.table.columns import Severity

FIELDS = (
    FieldSpec("name", "Name", section="a", is_copyable=True),
    FieldSpec("code", "Code", FieldKind.CODE, section="a"),
    FieldSpec("staff", "Staff", FieldKind.NUMBER, section="b"),
    FieldSpec("since", "Since", FieldKind.DATE, section="b"),
    FieldSpec("kind", "Kind", FieldKind.CHOICE, section="b", choices=(Choice("", "—"), Choice("end", "End customer"))),
    FieldSpec("industry", "Industry", FieldKind.TREE, section="b", options=(Option("F", "Retail"),)),
    FieldSpec("note", "Note", FieldKind.MULTILINE, section="b"),
    FieldSpec("grade", "Grade", FieldKind.READ_ONLY, section="b"),
)
SECTIONS = (Section("a", "First"), Section("b", "Second", 1))
VALUES: dict[str, Value] = {
    "name": "ABB",
    "code": "AB-1",
    "staff": 12,
    "since": date(2020, 2, 29),
    "kind": "end",
    "industry": "F",
    "note": "one\ntwo",
    "grade": "A",
}


@pytest.fixture
def form(qtbot: QtBot) -> PropertyForm:
    made = PropertyForm()
    qtbot.addWidget(made)
    made.set_fields(FIELDS, SECTIONS)
    made.set_values(VALUES)
    made.resize(900, 500)
    made.show()
    return made


def field_row(form: PropertyForm, key: str) -> FieldRow:
    return next(row for row in form.findChildren(FieldRow) if row.spec.key == key)


def test_values_come_back_with_their_types(form: PropertyForm) -> None:
    assert form.values() == VALUES
    assert not form.is_dirty
    form.set_values({})
    assert set(form.values().values()) == {None}


def test_typing_tells_and_marks(form: PropertyForm, qtbot: QtBot) -> None:
    form.focus_field("code")
    with qtbot.waitSignals([form.edited, form.dirty_changed]):
        QTest.keyClick(field_row(form, "code").input, Qt.Key.Key_X)
    assert "X" in str(form.value("code"))
    assert form.changed_fields() == ("code",)
    form.revert()
    assert not form.is_dirty
    form.set_value("name", "New")
    form.mark_saved()
    assert form.value("name") == "New"
    assert not form.is_dirty


def test_the_worst_problem_stands_below_its_field(form: PropertyForm, qtbot: QtBot) -> None:
    info = Problem(Severity.INFO, "Known since 1990.")
    error = Problem(Severity.ERROR, "Taken by <b>", "ABB", "site:1")
    form.show_problems({"code": [info, error]})
    row = field_row(form, "code")
    assert row.problems == (error, info)
    texts = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert any("Taken by &lt;b&gt;" in text and 'href="site:1"' in text for text in texts)
    with qtbot.waitSignal(form.link_activated) as caught:
        row.link_activated.emit("site:1")
    assert caught.args == ["site:1"]
    form.show_problems({})
    assert not row.problems


def test_rebuilding_keeps_values_changes_and_problems(form: PropertyForm) -> None:
    form.set_value("name", "Changed")
    problem = Problem(Severity.WARNING, "Long.")
    form.show_problems({"name": [problem]})
    form.set_fields((FieldSpec("name", "名称"), FieldSpec("county", "County")))
    assert form.values() == {"name": "Changed", "county": None}
    assert form.changed_fields() == ("name",)
    assert field_row(form, "name").problems == (problem,)


@pytest.mark.parametrize(("width", "columns"), [(900, 2), (500, 1), (300, 1)])
def test_sections_stand_beside_each_other_when_there_is_room(form: PropertyForm, qtbot: QtBot, width: int, columns: int) -> None:
    form.resize(width, 600)

    def lefts() -> set[int]:
        return {row.mapTo(form, row.rect().topLeft()).x() for row in form.findChildren(FieldRow) if row.isVisible()}

    qtbot.waitUntil(lambda: len(lefts()) == columns)


def test_keys_of_the_form(form: PropertyForm, qtbot: QtBot) -> None:
    entry = field_row(form, "name").input
    with qtbot.waitSignal(form.save_requested):
        QTest.keyClick(entry, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.cancel_requested):
        QTest.keyClick(entry, Qt.Key.Key_Escape)


def test_tab_follows_reading_order(form: PropertyForm) -> None:
    order: list[str] = []
    row_of: dict[QWidget, str] = {field_row(form, key).input: key for key in VALUES}
    first = field_row(form, "name").input
    following = first.nextInFocusChain()
    while following is not None and following is not first:
        if following in row_of:
            order.append(row_of[following])
        following = following.nextInFocusChain()
    assert [key for key in order if key != "grade"] == ["code", "staff", "since", "kind", "industry", "note"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-3-1", date(2026, 3, 1)),
        ("2026/03/01", date(2026, 3, 1)),
        ("20260301", date(2026, 3, 1)),
        ("2026年3月1日", date(2026, 3, 1)),
        ("2026-02-30", None),
        ("soon", None),
    ],
)
def test_dates_are_read_as_people_type_them(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_an_unreadable_date_is_handed_on_as_typed(form: PropertyForm) -> None:
    form.set_value("since", "soon")
    assert form.value("since") == "soon"


def test_a_choice_no_longer_offered_is_kept(form: PropertyForm) -> None:
    form.set_values({"kind": "retired"})
    assert form.value("kind") == "retired"
