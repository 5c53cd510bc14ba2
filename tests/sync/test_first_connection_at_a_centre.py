"""A store with data of its own joins a real centre: the engine, the functions on PostgreSQL, and the person's word between."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.duplicate_groups import Confidence
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


def customers(
    store: Store, name: str, site: str, person: str, *, person_more: Mapping[str, object] | None = None, **values: Any
) -> str:
    accounts = AccountService(store)
    company = accounts.create_company({"legal_name": name, "code": "QQSY", "credit_code": CREDIT_CODE, **values}).record.key
    place = accounts.create_site({"company_id": company.id, "name": site, "code": "QQSY-SHPD", **ADDRESS}).record.key
    ContactService(store).add(place.id, {"name": person, **(person_more or {})})
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


def test_people_at_sites_that_became_one_are_not_doubled_either(
    central: CentralDatabase, laptop: Callable[[str], Store], sync: Sync
) -> None:
    li, han = laptop("li"), laptop("han")
    connect(li, {"name": "centre"})
    customers(li, "全球石油有限公司", "浦东办公室", "王芳", person_more={"mobile": "13800138000", "email": "wang@example.cn"})
    sync(li, LI)
    customers(
        han,
        *("全球石油(有限公司)", "上海分部", "王芳"),
        person_more={"mobile": "138 0013 8000", "email": "w.fang@example.cn", "phone": "021-58881234", "title": "经理"},
    )
    connect(han, {"name": "centre"})
    sync(han, HAN)
    review = FirstConnection(han)
    review.say_all_same([p.match for p in review.matching().proposals], ignore)
    (proposal,) = review.matching().proposals
    assert (proposal.match.kind, proposal.confidence) == (RecordKind.CONTACT, Confidence.CERTAIN)
    review.say_all_same([proposal.match], ignore)
    review.finish()
    sync(han, HAN)
    rows = central.owner.execute("SELECT name, mobile, email, phone FROM crm.contact WHERE deleted_at IS NULL").fetchall()
    assert rows == [("王芳", "138 0013 8000", "wang@example.cn", "021 5888 1234")]
    assert living(central, "position", "title") == ["经理"]
    assert central.owner.execute("SELECT kind, fld, tbl FROM crm.conflict").fetchall() == []
    assert central.owner.execute("SELECT why, tbl, kind, fld FROM crm.parked_edit").fetchall() == []
    sync(li, LI)
    for store in (li, han):
        assert sync(store, LI if store is li else HAN).sent == 0
        with store.read() as connection:
            found = connection.exec_driver_sql(
                """SELECT c.name, c.phone, p.title FROM contact c JOIN position p ON p.contact_id=c.id AND p.deleted_at IS NULL
                   WHERE c.deleted_at IS NULL"""
            ).all()
        assert [tuple(one) for one in found] == [("王芳", "021 5888 1234", "经理")]


def test_two_people_of_one_name_stay_two_once_somebody_said_so(
    central: CentralDatabase, laptop: Callable[[str], Store], sync: Sync
) -> None:
    li, han = laptop("li"), laptop("han")
    connect(li, {"name": "centre"})
    customers(li, "全球石油有限公司", "浦东办公室", "王芳", person_more={"phone": "021-58881234"})
    sync(li, LI)
    customers(han, "全球石油(有限公司)", "上海分部", "王芳", person_more={"phone": "021-58881234"})
    connect(han, {"name": "centre"})
    sync(han, HAN)
    review = FirstConnection(han)
    review.say_all_same([p.match for p in review.matching().proposals], ignore)
    review.say_apart([p.match for p in review.matching().proposals])
    review.finish()
    sync(han, HAN)
    assert living(central, "contact", "name") == ["王芳", "王芳"]
    assert living(central, "pair_verdict", "record_kind") == ["contact"]
    assert central.owner.execute("SELECT why, tbl, kind, fld FROM crm.parked_edit").fetchall() == []


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
