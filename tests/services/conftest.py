"""A store with its shipped terms and user, and a small group of companies to act on."""

from dataclasses import dataclass

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store


@pytest.fixture
def ready_store(store: Store) -> Store:
    """A store as a new user gets it."""
    set_up(store, "李雷")
    return store


@dataclass(frozen=True)
class Group:
    """家乐福 › 北京家乐福 › 马连道店, 方圆店; and a company of its own."""

    group: RecordKey
    company: RecordKey
    first: RecordKey
    second: RecordKey
    other: RecordKey


@pytest.fixture
def group(ready_store: Store) -> Group:
    """A small tree."""
    accounts = AccountService(ready_store)
    top = accounts.create_company({"legal_name": "家乐福", "code": "JLF", "kind": "group"}).record.key
    company = accounts.create_company({"legal_name": "北京家乐福商业有限公司", "code": "BJJLF", "parent_id": top.id}).record.key
    first = accounts.create_site(
        {"name": "马连道店", "code": "JLF-MLD", "company_id": company.id, "city": "北京市", "street": "马连道11号"}
    )
    second = accounts.create_site({"name": "方圆店", "code": "JLF-FY", "company_id": company.id, "city": "北京市"})
    other = accounts.create_company({"legal_name": "全球石油有限公司", "code": "QQSY"})
    return Group(top, company, first.record.key, second.record.key, other.record.key)
