"""A store that was joined to a centre: records of its own beside the centre's, found alike."""

from dataclasses import dataclass

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.first_connection import FirstConnection
from crmdesk.services.record_key import RecordKey
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store

CODE = "91110000100000568B"


@dataclass(frozen=True)
class World:
    """Two companies here and at the centre; the sites of the first at one address."""

    mine: RecordKey
    theirs: RecordKey
    other: RecordKey
    other_theirs: RecordKey


def _company(number: int) -> RecordKey:
    return RecordKey(RecordKind.COMPANY, f"{number:032}")


def _site(number: int) -> RecordKey:
    return RecordKey(RecordKind.SITE, f"{number:032}")


@pytest.fixture
def world(store: Store) -> World:
    set_up(store, "李雷")
    rows = (
        (1, 7, "全球石油有限公司", "QQSY", CODE, "010-63271234", None),
        (2, 0, "全球石油(有限公司)", "QQSY", CODE, "021-58881234", "qqsy.cn"),
        (3, 7, "上海鑫政食品有限公司", "XZSP", None, None, None),
        (4, 0, "上海鑫政食品公司", "SHXZ", None, "021-11112222", None),
        (5, 7, "广州立白企业集团有限公司", "LBQY", None, None, None),
        (6, 0, "沃尔玛(中国)投资有限公司", "LBQY", None, None, None),
    )
    with store.unit_of_work() as uow:
        for number, rv, name, code, credit, phone, web in rows:
            uow.connection.exec_driver_sql(
                "INSERT INTO company(id,rv,kind,legal_name,code,credit_code,phone,website) VALUES(?,?,'legal',?,?,?,?,?)",
                (_company(number).id, rv, name, code, credit, phone, web),
            )
        for number, rv, company, name in ((11, 7, 1, "浦东办公室"), (12, 0, 2, "上海分部")):
            uow.connection.exec_driver_sql(
                """INSERT INTO site(id,rv,company_id,name,status,province,city,district,street)
                   VALUES(?,?,?,?,'fighting','上海市','上海市','浦东新区','世纪大道8号')""",
                (_site(number).id, rv, _company(company).id, name),
            )
        uow.commit()
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "DELETE FROM sync_op WHERE pk IN (SELECT id FROM company WHERE rv>0 UNION SELECT id FROM site WHERE rv>0)"
        )
        uow.commit()
    FirstConnection(store).search(lambda _share: None)
    return World(_company(2), _company(1), _company(4), _company(3))
