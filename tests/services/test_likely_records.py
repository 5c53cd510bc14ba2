"""What a person types, and the records that may be it."""

from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.duplicates import DuplicateService
from crmdesk.services.likely_records import Likely, LikelyRecords
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store

CODE = "91350100M000100Y43"


@pytest.fixture
def keys(ready_store: Store) -> dict[str, RecordKey]:
    accounts = AccountService(ready_store)

    def company(name: str, **values: object) -> RecordKey:
        return accounts.create_company({"legal_name": name, **values}).record.key

    def site(name: str, above: RecordKey, **values: object) -> RecordKey:
        return accounts.create_site({"name": name, "company_id": above.id, **values}).record.key

    oil = company("上海全球石油有限公司", short_name="全球石油", credit_code=CODE, code="QQSY")
    star = company("北京星河贸易有限公司", phone="010-63271234")
    wind = company("Northwind Traders Ltd")
    return {
        "oil": oil,
        "star": star,
        "wind": wind,
        "pudong": site("浦东办公室", oil, city="上海市", street="世纪大道100号", phone="021-58881234"),
        "puxi": site("浦西油库", oil, city="上海市", street="南京西路5号"),
        "store": site("星河望京店", star, city="北京市", district="朝阳区", street="望京街9号"),
    }


def ask(store: Store, kind: RecordKind, exclude: RecordKey | None = None, /, **values: Any) -> list[Likely]:
    return list(LikelyRecords(store).likely(kind, values, None if exclude is None else exclude.id))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"legal_name": "上海全球石油有限责任公司"}, "oil"),
        ({"legal_name": "上海全球石油"}, "oil"),
        ({"legal_name": "全球石油"}, "oil"),
        ({"legal_name": "上海全球石油股份有限公司", "credit_code": CODE}, "oil"),
        ({"legal_name": "某公司", "credit_code": CODE}, "oil"),
        ({"legal_name": "全球石油-纽约"}, "oil"),
        ({"legal_name": "全球石油纽约分公司"}, "oil"),
        ({"legal_name": "上海全球石油有限公司".replace("全球", "全球")}, "oil"),
        ({"legal_name": "北京星河貿易有限公司"}, "star"),
        ({"legal_name": "星河贸易", "phone": "63271234"}, "star"),
        ({"legal_name": "NORTHWIND TRADERS LIMITED"}, "wind"),
    ],
)
def test_a_company_typed_again_is_found_and_offers_a_new_site(
    ready_store: Store, keys: dict[str, RecordKey], values: dict[str, str], expected: str
) -> None:
    first = ask(ready_store, RecordKind.COMPANY, None, **values)[0]
    assert first.key == keys[expected]
    assert first.offers_new_site
    assert first.reasons


@pytest.mark.parametrize(
    "values",
    [{"legal_name": ""}, {"legal_name": " -- "}, {"legal_name": "深圳大华电子有限公司"}, {"phone": "12"}, {}],
    ids=["nothing", "punctuation", "another", "too short", "no values"],
)
def test_nothing_is_said_of_others(ready_store: Store, keys: dict[str, RecordKey], values: dict[str, str]) -> None:
    assert ask(ready_store, RecordKind.COMPANY, None, **values) == []


def test_another_valid_code_is_another_company(ready_store: Store, keys: dict[str, RecordKey]) -> None:
    assert ask(ready_store, RecordKind.COMPANY, legal_name="上海全球石油有限公司", credit_code="91110000600037341L") == []


def test_a_site_of_the_same_company_is_named_only_at_the_same_premises(ready_store: Store, keys: dict[str, RecordKey]) -> None:
    company = keys["oil"].id
    assert ask(ready_store, RecordKind.SITE, name="浦东办公室", company_id=company, city="上海市", street="世纪大道500号") == []
    (found,) = ask(ready_store, RecordKind.SITE, name="销售部", company_id=company, city="上海市", street="世纪大道100号17楼")
    assert found.key == keys["pudong"]
    assert not found.offers_new_site
    assert [part.name for part in found.path] == ["全球石油"]
    assert "世纪大道100号" in found.address
    assert ask(ready_store, RecordKind.SITE, name="浦东新店", company_id=company, phone="021-58881234") == []


def test_a_lead_is_compared_with_companies_and_sites(ready_store: Store, keys: dict[str, RecordKey]) -> None:
    found = ask(ready_store, RecordKind.SITE, name="北京星河贸易有限公司", city="北京市", street="望京街9号")
    assert found[0].key == keys["star"]
    assert found[0].offers_new_site
    (by_phone,) = ask(ready_store, RecordKind.SITE, phone="+86 21 5888 1234")
    assert by_phone.key == keys["pudong"]


def test_a_persons_number_leads_to_the_site(ready_store: Store, keys: dict[str, RecordKey]) -> None:
    ContactService(ready_store).add(keys["store"].id, {"name": "李雷", "mobile": "13812345678"})
    (found,) = ask(ready_store, RecordKind.SITE, name="某某", phone="13812345678")
    assert found.key == keys["store"]
    assert "李雷" in found.reasons[0].message


def test_the_record_itself_and_what_was_parted_from_it_are_left_out(ready_store: Store, keys: dict[str, RecordKey]) -> None:
    twin = AccountService(ready_store).create_company({"legal_name": "上海全球石油公司"}).record.key
    (found,) = ask(ready_store, RecordKind.COMPANY, twin, legal_name="上海全球石油公司")
    assert found.key == keys["oil"]
    DuplicateService(ready_store).say_not_duplicates(twin, [keys["oil"]])
    assert ask(ready_store, RecordKind.COMPANY, twin, legal_name="上海全球石油公司") == []


def test_no_candidate_comes_by_a_scan(ready_store: Store, keys: dict[str, RecordKey]) -> None:
    """Every statement goes through an index; asked of SQLite itself."""
    from sqlalchemy import event

    said: list[tuple[str, Any]] = []
    with ready_store.read() as connection:
        engine = connection.engine

    def listen(_c: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        said.append((statement, values))

    event.listen(engine, "before_cursor_execute", listen)
    ask(
        ready_store,
        RecordKind.SITE,
        name="全球石油浦东",
        phone="021-58881234",
        city="上海市",
        street="世纪大道100号",
        credit_code=CODE,
    )
    ask(ready_store, RecordKind.SITE, company_id=keys["oil"].id, name="浦东", city="上海市", street="世纪大道100号")
    event.remove(engine, "before_cursor_execute", listen)
    with ready_store.read() as connection:
        for statement, values in said:
            if statement.startswith(("SELECT", "WITH")):
                plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values).all()
                scans = [row[3] for row in plan if row[3].startswith("SCAN") and "VIRTUAL TABLE" not in row[3]]
                assert not [scan for scan in scans if scan.split()[1] in {"company", "site", "c", "s", "contact", "pair_verdict"}]
