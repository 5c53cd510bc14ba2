import pytest

from crmdesk.exchange.column_content import Content, contradicts, look_at_column
from crmdesk.exchange.fields import ValueKind


@pytest.mark.parametrize(
    ("values", "content"),
    [
        (["91110000600037341L", "914403001922038216", ""], Content.CREDIT_CODE),
        (["a@b.cn", "c.d@e.com"], Content.EMAIL),
        (["https://a.cn/x", "www.b.com", "c.com.cn"], Content.URL),
        (["13800000000", "+86 139 1234 5678"], Content.MOBILE),
        (["021-50001234", "(512) 757-6000"], Content.PHONE),
        (["1995-08-12", "2001/1/2"], Content.DATE),
        (["200120", "100020"], Content.POSTCODE),
        (["39.91", "31.22"], Content.LATITUDE),
        (["116.32", "121.48"], Content.LONGITUDE),
        (["全球石油有限公司", "ABB(中国)有限公司上海分公司", "Acme Corp."], Content.COMPANY_NAME),
        (["上海市浦东新区世纪大道100号", "臺北市信義區市府路45號"], Content.ADDRESS),
        (["王小明", "李华"], Content.PERSON_NAME),
        (["CN", "US"], Content.COUNTRY),
        (["12.5", "100", "7"], None),
        (["red", "green"], None),
        ([], None),
    ],
)
def test_columns_are_known_by_their_values(values: list[str], content: Content | None) -> None:
    assert look_at_column(values).content is content


@pytest.mark.parametrize(
    ("kind", "values", "is_wrong"),
    [
        (ValueKind.EMAIL, ["Main St. 1", "Park Rd. 2", "x"], True),
        (ValueKind.EMAIL, ["a@b.c", "", "x"], False),
        (ValueKind.PHONE, ["yes", "no", "no"], True),
        (ValueKind.TEXT, ["1", "2", "3"], False),
    ],
)
def test_values_can_contradict_a_name(kind: ValueKind, values: list[str], is_wrong: bool) -> None:
    assert contradicts(kind, values) is is_wrong
