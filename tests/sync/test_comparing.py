"""Once a day rows are compared with the centre's by number and sum; what differs is fetched anew, and nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.store_setup import set_up
from crmdesk.storage.row_sums import row_sums
from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.comparing import Compared, last_compared
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import exchange
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.subscription import Carried, carry
from tests.sync.central_server import CentralDatabase
from tests.sync.laptops import LI, Laptop, due_to
from tests.sync.twin.centre import Hub

ACME, SHOP, OFFICE = "c1" * 16, "51" * 16, "52" * 16


@pytest.fixture
def worked(li: Laptop, hub: Hub, laptop_of: Callable[[str], Laptop]) -> Laptop:
    """Li's laptop with a company and two sites, all at the centre."""
    li.exchange()
    li.insert("company", ACME, kind="legal", legal_name="全球商业")
    for site in (SHOP, OFFICE):
        li.insert("site", site, company_id=ACME, name="店", status="fighting")
    li.exchange()
    return li


def spoil(laptop: Laptop, statement: str) -> None:
    """Write as a fault would: past the log."""
    with laptop.store.unit_of_work() as uow:
        with uow.unlogged() as connection:
            connection.exec_driver_sql(statement)
        uow.commit()


def compared(store: Store) -> Compared:
    with store.read() as connection:
        found = last_compared(connection)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "statement",
    [
        f"DELETE FROM site WHERE id='{SHOP}'",
        f"UPDATE site SET rv=rv-1, name='x' WHERE id='{SHOP}'",
        f"INSERT INTO site(id, rv, team_id, company_id, name, status) SELECT '{'59' * 16}', rv, team_id, company_id, 'x', status FROM site WHERE id='{SHOP}'",
    ],
    ids=["missing", "old", "too much"],
)
def test_what_differs_is_mended_after_a_day(worked: Laptop, hub: Hub, statement: str) -> None:
    spoil(worked, statement)
    worked.exchange()
    assert worked.content() != due_to(hub, LI)  # nobody noticed
    worked.clock.now += timedelta(hours=25)
    worked.exchange()
    assert worked.content() == due_to(hub, LI)
    assert compared(worked.store).differences == 1
    worked.clock.now += timedelta(hours=25)
    assert worked.exchange().received == 0
    assert compared(worked.store).differences == 0


def test_edits_that_wait_are_no_difference_and_stay(worked: Laptop) -> None:
    worked.set("site", SHOP, name="新")
    spoil(worked, f"DELETE FROM site WHERE id='{OFFICE}'")
    worked.clock.now += timedelta(hours=25)
    worked.exchange(push=False)
    assert worked.rows("SELECT name FROM site ORDER BY id") == [("新",), ("店",)]
    assert worked.one("SELECT count(*) FROM sync_op WHERE outcome IS NULL") == 1


def test_where_only_some_customers_are_carried_nothing_is_compared(worked: Laptop) -> None:
    carry(worked.store, Carried.MINE)
    worked.exchange()
    before = compared(worked.store)
    worked.clock.now += timedelta(hours=25)
    worked.exchange()
    assert compared(worked.store) == before


def test_a_real_centre_sums_as_a_laptop_does(central: CentralDatabase, store: Store) -> None:
    team = "7" * 32
    central.add_team(team)
    central.add_person(LI, team)
    set_up(store, "李雷")
    connect(store, {"name": "centre"})
    company = AccountService(store).create_company({"legal_name": "全球石油有限公司"}).record.key
    AccountService(store).create_site({"company_id": company.id, "name": "浦东办公室"})
    server = central.cluster.server
    settings = CentreSettings(
        (Host(server.host, server.port),), central.name, central.role_of(LI), LoginBy.SOCKET, insecure_local=True
    )
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)

    def sync() -> None:
        with PostgresCentre(settings) as centre:
            exchange(store, centre, device_label="test", clock=lambda: now)

    sync()
    now += timedelta(hours=25)
    sync()
    assert compared(store) == Compared(now, 0)
    with store.read() as connection:
        assert len(row_sums(connection, PULL_ORDER, {team})) > 0
    with store.unit_of_work() as uow:
        with uow.unlogged() as connection:
            connection.exec_driver_sql("DELETE FROM site")
        uow.commit()
    now += timedelta(hours=25)
    sync()
    assert compared(store) == Compared(now, 1)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM site").scalar() == "浦东办公室"
