"""A store with data of its own joins a real centre: the engine, the functions on PostgreSQL, and the person's word between."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.first_connection import FirstConnection
from crmdesk.services.store_setup import set_up
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import ExchangeReport, exchange
from crmdesk.sync.first_connection import exchange_in_order
from tests.sync.central_server import CentralDatabase

TEAM, LI, HAN = "7" * 32, "1" * 32, "2" * 32
CREDIT_CODE = "91110000100000568B"
ADDRESS = {"province": "上海市", "city": "上海市", "district": "浦东新区", "street": "世纪大道8号"}
Sync = Callable[[Store, str], ExchangeReport]


def ignore(*_: object) -> None:
    """Take no notice."""


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    with ExitStack() as stack:

        def laptop(name: str) -> Store:
            store = stack.enter_context(Store.create(tmp_path / f"{name}.db", None))
            set_up(store, name)
            return store

        yield laptop


@pytest.fixture
def sync(central: CentralDatabase) -> Sync:
    """Exchange a store as one person, in the order of a first connection."""
    central.add_team(TEAM)
    central.add_person(LI, TEAM)
    central.add_person(HAN, TEAM)

    def sync(store: Store, user: str) -> ExchangeReport:
        server = central.cluster.server
        settings = CentreSettings(
            (Host(server.host, server.port),), central.name, central.role_of(user), LoginBy.SOCKET, insecure_local=True
        )
        with PostgresCentre(settings) as centre:

            def once(push: bool) -> ExchangeReport:
                return exchange(store, centre, device_label="test", push=push)

            return exchange_in_order(store, once, ignore)

    return sync


def customers(store: Store, name: str, site: str, person: str, **values: Any) -> str:
    accounts = AccountService(store)
    company = accounts.create_company({"legal_name": name, "code": "QQSY", "credit_code": CREDIT_CODE, **values}).record.key
    place = accounts.create_site({"company_id": company.id, "name": site, "code": "QQSY-SHPD", **ADDRESS}).record.key
    ContactService(store).add(place.id, {"name": person})
    return company.id


def living(central: CentralDatabase, table: str, column: str) -> list[Any]:
    rows = central.owner.execute(f"SELECT {column} FROM crm.{table} WHERE deleted_at IS NULL ORDER BY 1".encode()).fetchall()
    return [row[0] for row in rows]


def test_what_is_the_same_becomes_one_and_nothing_is_doubled_or_overwritten(
    central: CentralDatabase, laptop: Callable[[str], Store], sync: Sync
) -> None:
    li, han = laptop("li"), laptop("han")
    connect(li, {"name": "centre"})
    theirs = customers(li, "全球石油有限公司", "浦东办公室", "王芳", phone="010-63271234")
    assert sync(li, LI).sent
    mine = customers(han, "全球石油(有限公司)", "上海分部", "韩梅梅", phone="021-58881234", website="qqsy.cn")
    AccountService(han).create_company({"legal_name": "广州立白企业集团有限公司", "code": "LBQY"})
    connect(han, {"name": "centre"})
    report = sync(han, HAN)
    assert (report.sent, living(central, "company", "legal_name")) == (0, ["全球石油有限公司"])
    review = FirstConnection(han)
    proposals = review.matching().proposals
    assert [(p.match.kind.value, p.confidence.value) for p in proposals] == [("company", "certain"), ("site", "certain")]
    review.say_all_same([p.match for p in proposals], ignore)
    review.finish()
    assert sync(han, HAN).sent
    assert living(central, "company", "legal_name") == ["全球石油有限公司", "广州立白企业集团有限公司"]
    assert living(central, "site", "name") == ["浦东办公室"]
    assert living(central, "contact", "name") == ["王芳", "韩梅梅"]
    row = central.owner.execute("SELECT phone, website, code FROM crm.company WHERE id=%s", (theirs,)).fetchone()
    assert row == ("010 6327 1234", "qqsy.cn", "QQSY")
    assert central.owner.execute("SELECT merged_into FROM crm.company WHERE id=%s", (mine,)).fetchone() == (theirs,)
    assert central.owner.execute("SELECT kind, fld, tbl FROM crm.conflict").fetchall() == []
    assert central.owner.execute("SELECT why, tbl, kind, fld FROM crm.parked_edit").fetchall() == []
    sync(li, LI)
    with li.read() as connection:
        assert connection.exec_driver_sql("SELECT website FROM company WHERE id=?", (theirs,)).scalar() == "qqsy.cn"
    quiet = sync(han, HAN)
    assert (quiet.sent, quiet.waiting) == (0, 0)
    with han.read() as connection:
        both = (
            connection.exec_driver_sql("SELECT legal_name FROM company WHERE deleted_at IS NULL ORDER BY legal_name")
            .scalars()
            .all()
        )
        assert both == ["全球石油有限公司", "广州立白企业集团有限公司"]


def test_what_is_not_the_same_is_kept_and_only_its_code_is_asked_about(
    central: CentralDatabase, laptop: Callable[[str], Store], sync: Sync
) -> None:
    li, han = laptop("li"), laptop("han")
    connect(li, {"name": "centre"})
    customers(li, "全球石油有限公司", "浦东办公室", "王芳")
    sync(li, LI)
    mine = AccountService(han).create_company({"legal_name": "沃尔玛(中国)投资有限公司", "code": "QQSY"}).record.key.id
    connect(han, {"name": "centre"})
    sync(han, HAN)
    review = FirstConnection(han)
    assert [(one.code, one.id) for one in review.matching().codes] == [("QQSY", mine)]
    review.say_apart([p.match for p in review.matching().proposals])
    review.finish()
    sync(han, HAN)
    assert living(central, "company", "legal_name") == ["全球石油有限公司", "沃尔玛(中国)投资有限公司"]
    assert central.owner.execute("SELECT kind, record_id FROM crm.conflict").fetchall() == [("code", mine)]
    with han.read() as connection:
        assert connection.exec_driver_sql("SELECT code FROM company WHERE id=?", (mine,)).scalar() is None


@pytest.mark.parametrize("is_sent", [False, True], ids=["before it was sent", "when the centre has it"])
def test_the_same_is_taken_back_and_both_stand_at_the_centre(
    central: CentralDatabase, laptop: Callable[[str], Store], sync: Sync, *, is_sent: bool
) -> None:
    li, han = laptop("li"), laptop("han")
    connect(li, {"name": "centre"})
    theirs = customers(li, "全球石油有限公司", "浦东办公室", "王芳")
    sync(li, LI)
    mine = customers(han, "全球石油(有限公司)", "上海分部", "韩梅梅", website="qqsy.cn")
    connect(han, {"name": "centre"})
    sync(han, HAN)
    review = FirstConnection(han)
    company = next(one.match for one in review.matching().proposals if one.match.mine == mine)
    merged = review.say_same(company)
    if is_sent:
        review.finish()
        sync(han, HAN)
        assert living(central, "company", "legal_name") == ["全球石油有限公司"]
    assert merged.changes.transaction is not None
    assert {one.field for one in UndoService(han).undo_transaction(merged.changes.transaction).skipped} <= {"code"}
    review.finish()
    sync(han, HAN)
    assert sync(han, HAN).waiting == 0
    sync(li, LI)
    for store in (han, li):
        with store.read() as connection:
            query = "SELECT id, website FROM company WHERE deleted_at IS NULL AND merged_into IS NULL ORDER BY id=? DESC"
            rows = [tuple(row) for row in connection.exec_driver_sql(query, (mine,))]
        assert rows == [(mine, "qqsy.cn"), (theirs, None)]
    wanted = "SELECT merged_into, code FROM crm.company WHERE id=%s"
    assert central.owner.execute(wanted, (mine,)).fetchone() == (None, None)
    assert central.owner.execute(wanted, (theirs,)).fetchone() == (None, "QQSY")
    sites = central.owner.execute(
        "SELECT company_id FROM crm.site WHERE deleted_at IS NULL ORDER BY company_id=%s", (mine,)
    ).fetchall()
    assert sites == [(theirs,), (mine,)]
