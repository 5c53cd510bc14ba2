"""Addresses found in fields and texts as people write them."""

import pytest

from crmdesk.core.vocabulary import AddressUse
from crmdesk.models.splitting.known_addresses import AddressOrigin, KnownAddress, address_lines, addresses_in_text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("上海市世纪大道100号", (("上海市世纪大道100号", ""),)),
        ("Building 5\n123 Main Street", (("Building 5 123 Main Street", ""),)),
        (
            "仓库：苏州市星湖街328号5栋\n办公室：上海市南京西路1266号39楼",
            (("苏州市星湖街328号5栋", "仓库"), ("上海市南京西路1266号39楼", "办公室")),
        ),
        ("上海市世纪大道100号 仓库：昆山市石浦路188号", (("上海市世纪大道100号", ""), ("昆山市石浦路188号", "仓库"))),
        ("1. 世纪大道100号；2. 世纪大道500号", (("世纪大道100号", ""), ("世纪大道500号", ""))),
        ("中山路100号近解放路200号", (("中山路100号近解放路200号", ""),)),
        (
            "10 Main Street, Springfield\n20 Oak Avenue, Shelbyville",
            (("10 Main Street, Springfield", ""), ("20 Oak Avenue, Shelbyville", "")),
        ),
    ],
)
def test_a_field_holds_one_address_or_several(text: str, lines: tuple[tuple[str, str], ...]) -> None:
    assert address_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今天去世纪大道500号仓库送样品", ["世纪大道500号"]),
        ("下周在成都市武侯区人民南路四段27号的展厅见面", ["成都市武侯区人民南路四段27号"]),
        ("去上海市浦东新区世纪大道500号，再到张杨路188号3楼。", ["上海市浦东新区世纪大道500号", "张杨路188号3楼"]),
        ("Visited the plant at 12 Industrial Road, Springfield, they moved", ["12 Industrial Road, Springfield"]),
        ("Besuch in der Bahnhofstrasse 12, 8001 Zürich", ["Bahnhofstrasse 12, 8001 Zürich"]),
        ("和王总在国金中心见面, 3号再谈", []),
        ("Call back at 3 pm", []),
    ],
)
def test_a_text_holds_addresses(text: str, found: list[str]) -> None:
    assert [address for address, _clause in addresses_in_text(text)] == found


@pytest.mark.parametrize(
    ("address", "is_for_paper"),
    [
        (KnownAddress("上海市邮政信箱200-123", AddressOrigin.CONTACT), True),
        (KnownAddress("P.O. Box 12, Springfield", AddressOrigin.OWN), True),
        (KnownAddress("世纪大道1号", AddressOrigin.EXTRA, use=AddressUse.BILLING), True),
        (KnownAddress("世纪大道1号", AddressOrigin.EXTRA, use=AddressUse.DELIVERY), False),
        (KnownAddress("世纪大道1号", AddressOrigin.CONTACT), False),
    ],
)
def test_bills_and_letters_make_no_site(address: KnownAddress, is_for_paper: bool) -> None:
    assert address.is_for_paper is is_for_paper
