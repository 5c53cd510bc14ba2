"""Moving in the tree: what is refused, what is told before, and that undo brings the tree back."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmdesk.core.errors import Cancelled, CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.account_writing import CompanyCycle
from crmdesk.services.accounts import AccountService
from crmdesk.services.deletions import DeletionService
from crmdesk.services.moves import MoveService, NotACompany, PlacedUnderItself, SiteWithoutCompany
from crmdesk.services.record_key import RecordKey
from crmdesk.services.store_setup import set_up
from crmdesk.services.tree import TreeService
from crmdesk.services.undo import UndoService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from tests.services.conftest import Group

_COMPANY, _SITE = RecordKind.COMPANY, RecordKind.SITE


def _path(store: Store, key: RecordKey) -> list[str]:
    return [part.name for part in AccountService(store).open(key).path]


def _sites(store: Store, key: RecordKey) -> int:
    return AccountService(store).open(key).site_count


def test_many_move_as_one_action_and_come_back(ready_store: Store, group: Group) -> None:
    moves = MoveService(ready_store)
    moved = moves.move([group.first, group.second], group.other)
    assert moved.moved == (group.first, group.second)
    assert moved.changes.action == ActionKind.MOVE
    assert _path(ready_store, group.first) == ["全球石油有限公司"]
    assert [_sites(ready_store, key) for key in (group.group, group.company, group.other)] == [0, 0, 2]
    undone = UndoService(ready_store).undo_last()
    assert undone.action is ActionKind.MOVE
    assert _path(ready_store, group.first) == ["家乐福", "北京家乐福商业有限公司"]
    assert [_sites(ready_store, key) for key in (group.group, group.company, group.other)] == [2, 2, 0]


def test_a_long_move_tells_where_it_is_and_stops_without_a_trace(ready_store: Store, group: Group) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        MoveService(ready_store).move([group.first, group.second], group.other, progress=stop)
    assert told == [(2, 2)]
    assert _path(ready_store, group.first) == ["家乐福", "北京家乐福商业有限公司"]
    assert _sites(ready_store, group.other) == 0


def test_what_lies_below_another_goes_along(ready_store: Store, group: Group) -> None:
    moved = MoveService(ready_store).move([group.first, group.company, group.group], group.other)
    assert moved.moved == (group.group,)
    assert set(moved.along) == {"马连道店", "北京家乐福商业有限公司"}
    assert _path(ready_store, group.first) == ["全球石油有限公司", "家乐福", "北京家乐福商业有限公司"]


def test_what_is_there_already_is_said_and_nothing_is_logged(ready_store: Store, group: Group) -> None:
    moved = MoveService(ready_store).move([group.first, group.second], group.company)
    assert (moved.moved, set(moved.already)) == ((), {"马连道店", "方圆店"})
    assert not moved.changes
    assert moved.changes.transaction is None


def test_companies_move_to_the_top(ready_store: Store, group: Group) -> None:
    MoveService(ready_store).move([group.company], None)
    assert _path(ready_store, group.company) == []
    assert TreeService(ready_store).count(None) == 3


@pytest.mark.parametrize("case", ["below", "itself", "top", "onto a site", "deleted", "deleted target"])
def test_refusals_are_in_words_and_change_nothing(ready_store: Store, group: Group, case: str) -> None:
    loose = AccountService(ready_store).create_company({"legal_name": "没了"}).record.key
    DeletionService(ready_store).delete([loose])
    cases: dict[str, tuple[list[RecordKey], RecordKey | None, type[CrmError], str]] = {
        "below": ([group.group], group.company, CompanyCycle, "家乐福 cannot be placed under 北京家乐福商业有限公司"),
        "itself": ([group.group], group.group, PlacedUnderItself, "家乐福 cannot be placed under itself"),
        "top": ([group.other, group.first], None, SiteWithoutCompany, "马连道店 is a site"),
        "onto a site": ([group.other], group.first, NotACompany, "under 马连道店"),
        "deleted": ([loose, group.first], group.other, RecordNotFound, loose.id),
        "deleted target": ([group.first], loose, RecordNotFound, loose.id),
    }
    keys, target, error, words = cases[case]
    moves = MoveService(ready_store)
    for act in (moves.preview, moves.move):
        with pytest.raises(error) as caught:
            act(keys, target)
        assert words in str(caught.value)
    assert _path(ready_store, group.first) == ["家乐福", "北京家乐福商业有限公司"]


def test_a_preview_tells_what_changes_beside_the_path(ready_store: Store, group: Group) -> None:
    accounts, moves = AccountService(ready_store), MoveService(ready_store)
    with ready_store.read() as connection:
        me = record_rows.current_user(connection)
    accounts.save(group.company, {"owner_id": me})
    accounts.save(group.first, {"code": "BJJLF-MLD"})
    accounts.create_site({"name": "同址店", "company_id": group.other.id, "city": "北京市", "street": "马连道11号"})
    with ready_store.unit_of_work() as uow:
        record_rows.insert(
            uow.connection,
            RecordKind.COLLABORATOR,
            {"id": new_id(), "company_id": group.group.id, "user_id": me, "access": "write", "reason": "added"},
        )
        uow.commit()
    plain = moves.preview([group.first], group.group)
    assert [(change.field, change.before, change.after) for change in plain.inherited] == [("owner_id", "李雷", "")]
    preview = moves.preview([group.first], group.other)
    assert preview.asks
    (node,) = preview.moved
    assert [part.name for part in node.before] == ["家乐福", "北京家乐福商业有限公司"]
    assert [part.name for part in node.after] == ["全球石油有限公司"]
    (share,) = preview.sharing
    assert (share.person, share.before, share.after, share.through) == ("李雷", "write", None, "家乐福")
    assert [code.code for code in preview.codes.first] == ["BJJLF-MLD"]
    assert [(met.name, met.other_name) for met in preview.premises.first] == [("马连道店", "同址店")]
    figures = {(change.company.name, change.measure.key): (change.before, change.after) for change in preview.roll_ups}
    assert figures["全球石油有限公司", "sites"] == (1, 2)
    assert figures["家乐福", "sites"] == (2, 1)
    assert figures["北京家乐福商业有限公司", "sites"] == (2, 1)


def test_a_move_of_companies_asks_nothing_and_leaves_common_ancestors_out(ready_store: Store, group: Group) -> None:
    accounts, moves = AccountService(ready_store), MoveService(ready_store)
    sister = accounts.create_company({"legal_name": "上海家乐福", "parent_id": group.group.id}).record.key
    preview = moves.preview([group.company], sister)
    assert not preview.asks
    figures = {(change.company.name, change.measure.key): (change.before, change.after) for change in preview.roll_ups}
    assert figures == {("上海家乐福", "sites"): (0, 2), ("上海家乐福", "companies"): (0, 1)}


def _random_tree(store: Store) -> list[RecordKey]:
    """Nine companies in three levels with a site each, written in one go."""
    keys: list[RecordKey] = []
    with store.unit_of_work() as uow:
        for number in range(9):
            company = new_id()
            parent = keys[(number - 1) // 2 * 2].id if number else None
            record_rows.insert(
                uow.connection, _COMPANY, {"id": company, "kind": "legal", "legal_name": f"C{number}", "parent_id": parent}
            )
            site = new_id()
            values = {"id": site, "company_id": company, "name": f"S{number}", "status": "fighting"}
            record_rows.insert(uow.connection, _SITE, values)
            keys += [RecordKey(_COMPANY, company), RecordKey(_SITE, site)]
        uow.commit()
    return keys


def _shape(store: Store) -> tuple[tuple[str, str | None], ...]:
    with store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, parent_id FROM company WHERE deleted_at IS NULL UNION ALL"
            " SELECT id, company_id FROM site WHERE deleted_at IS NULL ORDER BY 1"
        )
        return tuple((row[0], row[1]) for row in rows)


def _recount(store: Store) -> tuple[dict[str, int], dict[str, int]]:
    """Return the kept site counts, and the counts of walking down from each company; a loop would be endless without UNION ALL's bound."""
    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT id, site_count FROM company WHERE deleted_at IS NULL").all()
        counted = {}
        for company, _ in kept:
            below = record_rows.subtree_companies(connection, company)
            assert all(len(record_rows.company_path(connection, one)) < 64 for one in below)  # no cycle
            counted[company] = len(record_rows.sites_of(connection, below))
    return {row[0]: row[1] for row in kept}, counted


_Move = tuple[list[int], int | None]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moves=st.lists(
        st.tuples(st.lists(st.integers(0, 17), min_size=1, max_size=4), st.one_of(st.none(), st.integers(0, 17))), max_size=6
    )
)
def test_random_moves_make_no_cycle_count_right_and_are_undone(tmp_path: Path, moves: list[_Move]) -> None:
    with Store.create(tmp_path / f"{new_id()}.crmdesk", None) as store:
        set_up(store, "李雷")
        keys = _random_tree(store)
        shapes = []
        for wanted, target in moves:
            before = _shape(store)
            to = None if target is None else keys[target]
            try:
                moved = MoveService(store).move([keys[number] for number in wanted], to)
            except CrmError:
                assert _shape(store) == before
                continue
            kept, counted = _recount(store)
            assert kept == counted
            if moved.changes:
                shapes.append(before)
        for before in reversed(shapes):
            assert UndoService(store).undo_last().skipped == ()
            assert _shape(store) == before
        kept, counted = _recount(store)
        assert kept == counted


def test_deleting_many_is_one_action(ready_store: Store, group: Group) -> None:
    with ready_store.unit_of_work() as uow:
        record_rows.insert(
            uow.connection,
            RecordKind.COLLABORATOR,
            {"id": new_id(), "company_id": group.group.id, "user_id": "x", "access": "read", "reason": "added"},
        )
        uow.commit()
    before = _shape(ready_store)
    deleted = DeletionService(ready_store).delete([group.group, group.first, group.other])
    assert (deleted.companies, deleted.sites) == (3, 2)
    assert deleted.names == ("家乐福", "马连道店", "全球石油有限公司")
    assert _shape(ready_store) == ()
    with ready_store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM collaborator WHERE deleted_at IS NULL").scalar() == 0
    UndoService(ready_store).undo_last()
    assert _shape(ready_store) == before


def test_deleting_what_is_gone_deletes_nothing(ready_store: Store, group: Group) -> None:
    DeletionService(ready_store).delete([group.first])
    before = _shape(ready_store)
    with pytest.raises(RecordNotFound):
        DeletionService(ready_store).delete([group.second, group.first])
    assert _shape(ready_store) == before
