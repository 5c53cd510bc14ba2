"""Collision check: every way a customer can be known already, and that nothing else of him is shown."""

from dataclasses import fields
from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.collisions import Collision, CollisionService
from crmdesk.services.leads import LeadService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.test_pool_rules import make_pool

KNOWN = {
    "company_name": "上海海立电器有限公司", "person": "王芳", "mobile": "13800138000", "email": "wang.fang@haili.example.cn",
    "credit_code": "91350100M000100Y43", "city": "上海市", "street": "宁桥路888号",
}  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        {"company_name": "上海海立电器"},
        {"company_name": "别的名字", "mobile": "+86 138 0013 8000"},
        {"company_name": "别的名字", "email": "Wang.Fang@haili.example.cn"},
        {"company_name": "别的名字", "credit_code": "91350100M000100Y43"},
    ],
    ids=["name", "phone", "mail", "code"],
)
def test_a_lead_in_a_pool_is_found(ready_store: Store, typed: dict[str, Any]) -> None:
    pool = make_pool(ready_store)
    lead = LeadService(ready_store).create(KNOWN, pool_id=pool).record.id
    found = CollisionService(ready_store).check(typed)
    assert [(one.key.id, one.pool, one.owner) for one in found] == [(lead, "公海", None)]
    assert found[0].why
    assert CollisionService(ready_store).check(typed, exclude_id=lead) == ()


def test_a_converted_lead_does_not_collide_but_accounts_do(ready_store: Store, group: Group) -> None:
    lead = LeadService(ready_store).create({"company_name": "北京家乐福商业有限公司"}).record.id
    with ready_store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.LEAD, lead, {"status": "converted"})
        uow.commit()
    found = CollisionService(ready_store).check({"company_name": "北京家乐福商业有限公司"})
    assert lead not in {one.key.id for one in found}
    assert group.company in {one.key for one in found}


def test_nothing_but_who_where_when_and_why_is_shown() -> None:
    assert {field.name for field in fields(Collision)} == {
        "key", "name", "owner", "pool", "last_follow_up_at", "status", "score", "why",
    }  # fmt: skip


def test_an_unknown_customer_collides_with_nobody(ready_store: Store) -> None:
    LeadService(ready_store).create(KNOWN)
    assert CollisionService(ready_store).check({"company_name": "广州白云机械厂", "mobile": "13911112222"}) == ()
    assert CollisionService(ready_store).check({}) == ()
