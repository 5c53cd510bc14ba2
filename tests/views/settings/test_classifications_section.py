"""Classifications: renamed in place, added, moved, no longer offered; the national standard stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.classifications_section import ClassificationsSection


@pytest.fixture
def section(view_context: ViewContext, qtbot: QtBot) -> ClassificationsSection:
    made = ClassificationsSection(view_context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def names(context: ViewContext, taxonomy: Taxonomy = Taxonomy.SOURCE, *, retired: bool = False) -> list[str]:
    return [row.name for row in context.services.taxonomies.terms(taxonomy, "en", retired=retired)]


def choose(section: ClassificationsSection, taxonomy: Taxonomy) -> None:
    for combo in section.findChildren(QComboBox):
        at = combo.findData(taxonomy.value)
        if at >= 0:
            combo.setCurrentIndex(at)
            combo.activated.emit(at)


def test_a_name_is_changed_in_its_cell_and_can_be_taken_back(
    section: ClassificationsSection, view_context: ViewContext, shell: ShellWindow
) -> None:
    before = names(view_context)
    index = section.tree.model().index(0, 0)
    assert section.tree.model().setData(index, "Fairs of ours")
    assert names(view_context)[0] == "Fairs of ours"
    shell._stage.undo._on_undo_clicked()
    assert names(view_context) == before
    assert section.tree.model().index(0, 0).data() == before[0]


def test_an_entry_is_added_below_and_moved_and_retired(section: ClassificationsSection, view_context: ViewContext) -> None:
    section._add_below.trigger()
    assert "New entry" in names(view_context)
    added = next(row for row in view_context.services.taxonomies.terms(Taxonomy.SOURCE, "en") if row.name == "New entry")
    assert added.level == 2
    section.tree.go_to(added.id)
    before = names(view_context)
    section._up.trigger()
    assert names(view_context).index("New entry") == before.index("New entry") - 1
    section._retire.trigger()
    assert "New entry" not in names(view_context)
    assert "New entry" in names(view_context, retired=True)


def test_national_industries_keep_their_names_and_can_be_searched(
    section: ClassificationsSection, view_context: ViewContext
) -> None:
    choose(section, Taxonomy.INDUSTRY)
    section._search.setText("5212")
    index = section.tree.currentIndex()
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not section._up.isEnabled()
    assert section._add_below.isEnabled()
    section._add_below.trigger()
    assert any(row.code.endswith("-1") for row in view_context.services.taxonomies.terms(Taxonomy.INDUSTRY))


@pytest.mark.parametrize(("depth", "shown"), [(1, 0), (2, 1), (4, 3)])
def test_the_example_follows_the_depth(
    section: ClassificationsSection, view_context: ViewContext, depth: int, shown: int
) -> None:
    section._depth.setCurrentIndex(depth - 1)
    section._depth.activated.emit(depth - 1)
    assert section._example.text().count("›") == shown
    assert view_context.preferences.current.industry_depth == depth
