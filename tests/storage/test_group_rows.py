import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.store_setup import set_up
from crmdesk.storage import group_rows
from crmdesk.storage.store import Store


@pytest.fixture
def chain(store: Store) -> tuple[str, ...]:
    """Three companies below each other, two sites at the lowest, one at the second."""
    set_up(store, "李雷")
    accounts = AccountService(store)
    ids: list[str] = []
    for name in ("集团", "子公司", "孙公司"):
        values = {"legal_name": name, "parent_id": ids[-1] if ids else None}
        ids.append(accounts.create_company(values).record.key.id)
    for name, company in (("总部", ids[1]), ("马连道店", ids[2]), ("方圆店", ids[2])):
        ids.append(accounts.create_site({"name": name, "company_id": company}).record.key.id)
    return tuple(ids)


def test_everything_below_is_read_companies_first_each_by_name(store: Store, chain: tuple[str, ...]) -> None:
    with store.read() as connection:
        rows = group_rows.below(connection, chain[0])
        assert [row[3] for row in rows] == ["集团", "孙公司", "子公司", "方圆店", "马连道店", "总部"]
        assert [row[0] for row in rows] == [0, 0, 0, 1, 1, 1]
        assert {row[1]: row[2] for row in rows if row[0]} == {chain[3]: chain[1], chain[4]: chain[2], chain[5]: chain[2]}
        assert [row[3] for row in group_rows.below(connection, chain[2])][1:] == ["方圆店", "马连道店"]


def test_the_way_up_begins_with_the_ultimate_parent(store: Store, chain: tuple[str, ...]) -> None:
    with store.read() as connection:
        assert [name for _, name in group_rows.above(connection, chain[2])] == ["集团", "子公司"]
        assert group_rows.above(connection, chain[0]) == []


def test_a_loop_of_companies_comes_to_an_end(store: Store, chain: tuple[str, ...]) -> None:
    with store.unit_of_work() as work:
        work.connection.exec_driver_sql("UPDATE company SET parent_id=? WHERE id=?", (chain[2], chain[0]))
        work.commit()
    with store.read() as connection:
        assert len(group_rows.below(connection, chain[1])) == 6
        assert {record_id for record_id, _ in group_rows.above(connection, chain[1])} == {chain[0], chain[2]}


def test_what_is_deleted_is_left_out(store: Store, chain: tuple[str, ...]) -> None:
    with store.unit_of_work() as work:
        work.connection.exec_driver_sql("UPDATE site SET deleted_at='2026-01-01T00:00:00.000Z' WHERE id=?", (chain[4],))
        work.commit()
    with store.read() as connection:
        assert chain[4] not in {row[1] for row in group_rows.below(connection, chain[0])}
        assert group_rows.company_of(connection, chain[4]) is None
        assert group_rows.company_of(connection, chain[5]) == chain[2]
        assert group_rows.below(connection, "nobody") == []
