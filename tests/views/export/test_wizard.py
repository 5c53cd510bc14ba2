"""The export wizard with a job that answers what a test says: steps, blocks, words, stopping, what is remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.sync.export.errors import DatabaseUnreachable
from crmdesk.sync.export.values import Counts, ExportReport
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.export.desk import ExportDesk
from crmdesk.views.export.job import ExportJob, ExportWish
from crmdesk.views.export.wizard import CHECK, RESULT, TARGET, ExportWizard, open_export


class StandInJob(ExportJob):
    """Keeps what it was told; the test ends it."""

    made: list["StandInJob"] = []  # noqa: RUF012 - emptied by the fixture

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wish = ExportWish("", "")
        self.is_stopped = False
        StandInJob.made.append(self)

    @override
    def start(self, wish: ExportWish) -> None:
        self.wish = wish

    @override
    def cancel(self) -> None:
        self.cancelled.emit()

    @override
    def shut_down(self) -> None:
        self.is_stopped = True


def report(*, is_preview: bool, **counts: int) -> ExportReport:
    return ExportReport("li@db/sales", "crmdesk", is_preview, False, False, {"company": Counts(**counts), "site": Counts()}, 1.0)


@pytest.fixture
def wizard(view_context: ViewContext, shell: ShellWindow, qtbot: QtBot) -> Iterator[ExportWizard]:
    StandInJob.made.clear()
    view_context.export_with(ExportDesk(StandInJob, shell))
    yield open_export(view_context, shell)
    view_context.export_with(None)


def shown(wizard: ExportWizard) -> str:
    return "\n".join(label.text() for label in wizard.findChildren(QLabel) if label.isVisible())


def type_target(wizard: ExportWizard) -> None:
    QTest.keyClicks(wizard.target.address, "db/sales")
    QTest.keyClicks(wizard.target.user, "li")
    QTest.keyClicks(wizard.target.password, "geheim")


def press_enter(wizard: ExportWizard) -> StandInJob:
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    return StandInJob.made[-1]


def test_enter_leads_from_the_address_over_the_preview_to_the_report(
    wizard: ExportWizard, view_context: ViewContext, shell: ShellWindow
) -> None:
    assert not wizard._primary.isEnabled()
    type_target(wizard)
    job = press_enter(wizard)
    assert job.wish == ExportWish("db/sales", "li", "geheim", schema="crmdesk", is_preview=True)
    assert "geheim" not in repr(job.wish)
    assert shell.status_line.items() == []
    job.progressed.emit(0.4)
    job.finished.emit(report(is_preview=True, new=3, changed=2, unchanged=7))
    assert wizard.current_step == CHECK
    assert "5 rows would be written to li@db/sales, schema crmdesk. Nothing is written so far." in shown(wizard)
    job = press_enter(wizard)
    assert not job.wish.is_preview
    assert len(shell.status_line.items()) == 1, "leaving the window warns"
    job.progressed.emit(1.0)
    job.finished.emit(report(is_preview=False, new=3, changed=2, kept=1))
    assert wizard.current_step == RESULT
    assert "5 rows are written" in shown(wizard)
    assert "stays as it is there" in shown(wizard)
    assert shell.status_line.items() == []
    kept = view_context.preferences.current
    assert (kept.export_to, kept.export_user, kept.export_schema) == ("db/sales", "li", "crmdesk")


def test_where_it_went_last_is_there_again_and_never_the_password(
    wizard: ExportWizard, view_context: ViewContext, shell: ShellWindow
) -> None:
    type_target(wizard)
    press_enter(wizard).finished.emit(report(is_preview=True))
    wizard.reject()
    again = open_export(view_context, shell)
    texts = [field.text() for field in again.target.findChildren(QLineEdit)]
    assert "db/sales" in texts
    assert "geheim" not in texts


def test_nothing_to_write_is_said_and_blocks(wizard: ExportWizard) -> None:
    type_target(wizard)
    press_enter(wizard).finished.emit(report(is_preview=True, unchanged=9))
    assert "Nothing has changed since the last export" in shown(wizard)
    assert not wizard._primary.isEnabled()


def test_a_refusal_is_said_beside_what_can_be_corrected(wizard: ExportWizard) -> None:
    error: CrmError = DatabaseUnreachable(detail="db:5432")
    type_target(wizard)
    press_enter(wizard).failed.emit(error)
    assert wizard.current_step == TARGET
    assert "cannot be reached" in shown(wizard)


def test_escape_stops_and_nothing_is_written(wizard: ExportWizard, shell: ShellWindow) -> None:
    type_target(wizard)
    press_enter(wizard).finished.emit(report(is_preview=True, new=1))
    press_enter(wizard)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.current_step == TARGET
    assert "Stopped. Nothing was written." in shown(wizard)
    assert shell.status_line.items() == []


def test_editing_the_target_asks_for_a_new_check(wizard: ExportWizard) -> None:
    type_target(wizard)
    press_enter(wizard).finished.emit(report(is_preview=True, new=1))
    wizard.show_step(TARGET)
    QTest.keyClicks(wizard.target.schema, "x")
    assert press_enter(wizard).wish.is_preview


def test_leaving_the_store_stops_what_runs(wizard: ExportWizard, view_context: ViewContext) -> None:
    type_target(wizard)
    job = press_enter(wizard)
    view_context.export_with(None)
    assert job.is_stopped
