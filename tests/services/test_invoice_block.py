"""The invoice block in its printed layout."""

import pytest

from crmdesk.services.invoice_block import invoice_block

FULL = {
    "legal_name": "全球石油有限公司",
    "credit_code": "91350100M000100Y43",
    "invoice_address": "上海市世纪大道100号",
    "invoice_phone": "021 5888 0000",
    "bank_name": "中国银行浦东支行",
    "bank_account": "4512 0001",
    "country": "CN",
}


def test_the_block_has_the_lines_of_the_printed_invoice() -> None:
    assert invoice_block(FULL) == (
        "名称：全球石油有限公司\n"
        "纳税人识别号：91350100M000100Y43\n"
        "地址、电话：上海市世纪大道100号 021 5888 0000\n"
        "开户行及账号：中国银行浦东支行 4512 0001"
    )


@pytest.mark.parametrize(
    ("values", "block"),
    [
        ({}, ""),
        ({"credit_code": "91350100M000100Y43"}, ""),
        ({"legal_name": "甲", "invoice_title": "乙"}, "名称：乙"),
        ({"legal_name": "甲", "bank_account": "1", "country": "TW"}, "買受人：甲\n開戶行及帳號：1"),
        ({"legal_name": "ABB AG", "country": "CH"}, "Name: ABB AG"),
    ],
)
def test_lines_without_content_are_left_out(values: dict[str, str], block: str) -> None:
    assert invoice_block(values) == block
