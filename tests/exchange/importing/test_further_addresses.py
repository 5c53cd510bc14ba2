"""Salesforce's shipping and mailing addresses are kept, so that an account can be split into sites."""

from collections.abc import Callable
from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.importing.further_addresses import one_line
from crmdesk.exchange.importing.report import ImportReport

Importer = Callable[..., ImportReport]
Look = Callable[..., list[Any]]

ACCOUNTS = """\
Id,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,ShippingStreet,ShippingCity,ShippingState,ShippingPostalCode,ShippingCountry
1,艾克米有限公司,Prospect,,世纪大道100号,上海市,上海市,200120,CN,石浦路188号,昆山市,江苏省,215341,CN
2,Acme Inc,Prospect,,500 Market Street,San Francisco,CA,94105,US,"500 Market Street, Suite 300",San Francisco,CA,94105,US
3,Beta GmbH,Prospect,,,,,,,Bahnhofstrasse 12,Zürich,,8001,CH
"""
CONTACTS = """\
AccountId,Account.Name,LastName,FirstName,Email,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,OtherStreet,OtherCity,OtherState,OtherPostalCode,OtherCountry
1,艾克米有限公司,王,芳,w@example.com,世纪大道100号17楼,上海市,上海市,200120,CN,石浦路188号,昆山市,江苏省,,CN
2,Acme Inc,Smith,Ann,a@example.com,1 Main Street,Springfield,IL,62701,US,,,,,
"""


def test_a_shipping_address_is_kept_unless_it_is_the_account_s_own(bring_in: Importer, look: Look) -> None:
    report = bring_in(ACCOUNTS)
    assert report.kinds[RecordKind.EXTRA_ADDRESS].created == 1
    assert look("SELECT concat(use,' ',province,' ',city,' ',street) FROM extra_address") == [
        "delivery 江苏省 昆山市 石浦路188号"
    ]
    assert look("SELECT street FROM site WHERE country='CH'") == ["Bahnhofstrasse 12"]


def test_the_same_file_again_adds_no_address(bring_in: Importer, look: Look) -> None:
    bring_in(ACCOUNTS)
    report = bring_in(ACCOUNTS)
    assert report.kinds[RecordKind.EXTRA_ADDRESS].created == 0
    assert len(look("SELECT id FROM extra_address")) == 1


def test_a_contact_keeps_both_his_addresses_and_makes_no_site(bring_in: Importer, look: Look) -> None:
    bring_in(ACCOUNTS)
    sites = look("SELECT count(*) FROM site")
    bring_in(CONTACTS)
    assert look("SELECT count(*) FROM site") == sites
    found = dict(line.split("|") for line in look("SELECT concat(email,'|',replace(address_text,char(10),' / ')) FROM contact"))
    assert found["w@example.com"].startswith("上海市世纪大道100号17楼")
    assert " / 江苏省昆山市石浦路188号" in found["w@example.com"]
    assert found["a@example.com"] == "1 Main Street, Springfield, IL 62701"


def test_several_addresses_in_one_column_are_several(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,城市,详细地址,其他地址\n艾克米,上海市,世纪大道100号,仓库：上海市世纪大道500号；工厂：昆山市石浦路188号\n")
    assert look("SELECT concat(use,' ',address_text,' ',note) FROM extra_address ORDER BY n") == [
        "other 上海市世纪大道500号 仓库",
        "other 昆山市石浦路188号 工厂",
    ]


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ({}, ""),
        ({"province": "上海市"}, ""),
        ({"address_text": "as typed", "street": "x"}, "as typed"),
        ({"city": "昆山市", "province": "江苏省", "street": "石浦路188号", "country": "CN"}, "江苏省昆山市石浦路188号"),
        ({"city": "Springfield", "street": "1 Main Street"}, "1 Main Street, Springfield"),
    ],
)
def test_an_address_in_one_line(address: dict[str, str], line: str) -> None:
    assert one_line(address) == line
