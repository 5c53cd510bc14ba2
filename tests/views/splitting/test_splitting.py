"""The splitting dialog as a person uses it: proposal, drag, keyboard, undo of a correction, split, undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from crmdesk.services.splitting.plan import SplitPlan
from crmdesk.services.splitting.service import SplitService
from crmdesk.storage.store import Store
from crmdesk.views.context import ViewContext
from crmdesk.views.splitting.children_model import ChildrenModel
from crmdesk.views.splitting.dragging import children_mime, site_mime
from crmdesk.views.splitting.sites_model import SitesModel
from crmdesk.views.splitting.wizard import CHECK, PLAN, RESULT, WHAT, SplitWizard, open_split
from tests.services.splitting.twelve import Twelve, counts, everything, make_twelve

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def twelve(view_context: ViewContext, store: Store) -> Twelve:
    return make_twelve(store)


@pytest.fixture
def plan(store: Store, twelve: Twelve) -> SplitPlan:
    return SplitService(store).propose([twelve.site])


@pytest.fixture
def wizard(qtbot: QtBot, view_context: ViewContext, twelve: Twelve, shell: object) -> SplitWizard:
    return open_split(view_context, [twelve.site], shell)  # type: ignore[arg-type]


def sites(model: SitesModel) -> dict[str, QModelIndex]:
    return {str(model.index(row, 0).data()): model.index(row, 0) for row in range(model.rowCount())}


def test_the_sites_of_a_plan_while_it_changes(plan: SplitPlan) -> None:
    model = SitesModel()
    QAbstractItemModelTester(model, _FATAL, model)
    model.show_plan(plan)
    found = sites(model)
    assert len(found) == 7
    assert model.count_at(found["艾克米 – 昆山工厂"]) == 6
    account = plan.accounts[0]
    changed = plan.merged(account.sites[2].key, account.sites[1].key).renamed(account.sites[1].key, "仓库")
    model.show_plan(changed)
    assert model.rowCount() == 6
    assert model.count_at(sites(model)["仓库"]) == 9
    model.show_plan(SplitPlan((), 1, "", 0))
    assert model.rowCount() == 0


def test_many_accounts_stand_above_their_sites(store: Store, plan: SplitPlan) -> None:
    other = make_twelve(store, "别人", "BR")
    both = SplitPlan((*plan.accounts, *SplitService(store).propose([other.site]).accounts), 2, "", plan.seen)
    model = SitesModel()
    QAbstractItemModelTester(model, _FATAL, model)
    model.show_plan(both)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["艾克米 (AKM-1)", "别人 (BR-1)"]
    second = model.index(1, 0)
    assert model.rowCount(second) == 7
    assert model.site_at(second) is None
    model.show_plan(both.dropped(both.accounts[1].sites[3].key))
    assert model.rowCount(model.index(1, 0)) == 6
    model.show_plan(both.without(both.accounts[0].id))
    assert model.is_flat


def test_children_in_groups(plan: SplitPlan) -> None:
    model = ChildrenModel()
    QAbstractItemModelTester(model, _FATAL, model)
    account = plan.accounts[0]
    model.show_account(account)
    assert model.rowCount() == len(account.sites)
    assert sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount())) == len(account.children)
    model.show_account(account, only_weak=True)
    assert all(child.reason.is_weak for group in model.groups for child in group.children)
    model.show_account(None)
    assert model.rowCount() == 0


def test_what_is_dropped_is_told(qtbot: QtBot, plan: SplitPlan) -> None:
    model = SitesModel()
    model.show_plan(plan)
    account = plan.accounts[0]
    row = model.index(2, 0)
    move = Qt.DropAction.MoveAction
    with qtbot.waitSignal(model.children_dropped) as dropped:
        data = children_mime([account.children[0].key])
        assert model.canDropMimeData(data, move, -1, -1, row)
        assert not model.dropMimeData(data, move, -1, -1, row)
    assert dropped.args == [account.sites[2].key, (account.children[0].key,)]
    with qtbot.waitSignal(model.site_dropped) as merged:
        model.dropMimeData(site_mime(account.sites[3].key), move, -1, -1, row)
    assert merged.args == [account.sites[3].key, account.sites[2].key]
    assert not model.canDropMimeData(site_mime(account.sites[2].key), move, -1, -1, row)


def test_with_accounts_chosen_the_plan_is_the_first_thing_seen(wizard: SplitWizard) -> None:
    assert wizard.current_step == PLAN
    assert len(wizard.findChildren(QTreeView)) == 2


def test_from_the_proposal_to_the_undo(wizard: SplitWizard, store: Store, tmp_path: Path) -> None:
    before = everything(store)
    wizard.primary_clicked.emit(PLAN)
    assert wizard.current_step == CHECK
    wizard._check_page.file_asked.emit(str(tmp_path / "split.csv"))
    lines = (tmp_path / "split.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Account,Kind,Record,Goes to,Reason,Confidence"
    assert len(lines) == 1 + 2 + 6 + 20
    wizard.primary_clicked.emit(CHECK)
    assert wizard.current_step == RESULT
    assert counts(store)["site"] == 7
    wizard._result_page.undo_asked.emit()
    assert everything(store) == before


def test_keys_move_records_and_a_correction_is_taken_back(wizard: SplitWizard) -> None:
    page = wizard._plan_page
    children, model = page._children_view, page._children
    stays = next(child for child in page._plan.accounts[0].children if child.name == "客户很满意")  # type: ignore[union-attr]
    children.setCurrentIndex(model.child_index(stays.key))
    page._cut_action.trigger()
    page._sites_view.setFocus()
    factory = sites(page._sites)["艾克米 – 昆山工厂"]
    page._sites_view.setCurrentIndex(factory)
    page._paste.trigger()
    assert page._sites.count_at(sites(page._sites)["艾克米 – 昆山工厂"]) == 7
    page._back.trigger()
    assert page._sites.count_at(sites(page._sites)["艾克米 – 昆山工厂"]) == 6
    page._sites.setData(sites(page._sites)["艾克米 – 昆山工厂"], "昆山一厂")
    assert "昆山一厂" in sites(page._sites)
    page._sites_view.setCurrentIndex(sites(page._sites)["昆山一厂"])
    page._drop.trigger()
    assert "昆山一厂" not in sites(page._sites)
    page._only_weak.setChecked(True)
    assert model.rowCount() == 1


def test_an_account_is_left_as_it_is(
    qtbot: QtBot, view_context: ViewContext, twelve: Twelve, store: Store, shell: object
) -> None:
    other = make_twelve(store, "别人", "BR")
    wizard = open_split(view_context, [twelve.site, other.site], shell)  # type: ignore[arg-type]
    page = wizard._plan_page
    assert page._sites.rowCount() == 2
    page._sites_view.setCurrentIndex(page._sites.index(0, 0))
    page._drop.trigger()
    assert page._sites.is_flat
    assert page._sites.account(0).id == other.site.id
    page._back.trigger()
    assert page._sites.rowCount() == 2
    assert page._weak == page._plan.weak  # type: ignore[union-attr]


def test_a_plan_others_edited_is_refused_where_it_is_checked(
    wizard: SplitWizard, view_context: ViewContext, twelve: Twelve
) -> None:
    view_context.services.notes.add(twelve.site.id, "新的")
    wizard.primary_clicked.emit(PLAN)
    wizard.primary_clicked.emit(CHECK)
    assert wizard.current_step == CHECK
    assert "艾克米" in wizard._check_page._messages._sentence.text()


def test_one_address_is_said_to_be_nothing_to_split(qtbot: QtBot, view_context: ViewContext, shell: object, store: Store) -> None:
    company = view_context.services.accounts.create_company({"legal_name": "一址"}).record.key
    site = view_context.services.accounts.create_site({"name": "一址", "company_id": company.id, "street": "某路1号"}).record.key
    wizard = open_split(view_context, [site], shell)  # type: ignore[arg-type]
    assert wizard.current_step == WHAT
    assert wizard._choice_page._answer.text()
