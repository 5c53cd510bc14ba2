"""The check, the repair, and what import remembers."""

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.exchange.mapping_store import presets
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.data_section import DataSection


@pytest.fixture
def section(view_context: ViewContext, qtbot: QtBot) -> DataSection:
    view_context.care.mappings.save("Stores", presets()[0])
    made = DataSection(view_context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_sound_file_is_said_to_be_sound(section: DataSection) -> None:
    section.check.click()
    assert section.verdict.text() == "Everything is sound."
    assert not section.repair.isVisible()


def test_what_can_be_derived_is_repaired(section: DataSection, view_context: ViewContext, store: Store) -> None:
    view_context.services.accounts.create_company({"legal_name": "甲公司", "code": "JIA"})
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE company SET site_count=7")
        uow.commit()
    section.check.click()
    assert section.findings.count() > 0
    section.repair.click()
    assert section.verdict.text() == "Everything is sound."


def test_a_forgotten_mapping_comes_back_by_undo(section: DataSection, view_context: ViewContext, shell: ShellWindow) -> None:
    assert section.mappings.count() == 1
    section._forget.click()
    assert view_context.care.mappings.names() == ()
    shell._stage.undo._on_undo_clicked()
    assert view_context.care.mappings.names() == ("Stores",)
    assert section.mappings.count() == 1
