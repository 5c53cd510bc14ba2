"""Which sites are one: premises first, then whose they are."""

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import DEFAULT_THRESHOLD, Candidate
from crmdesk.services.duplicate_rules import likeness_of, ready
from crmdesk.storage.duplicate_rows import ComparedRow

EXACT, ELSEWHERE, VAGUE = "a|世纪大道100@上海", "a|世纪大道500@上海", "a|~兴隆乡@五常"
CODES = ("91350100M000100Y43", "91110000600037341L")


def site(
    name: str, company: str, place: str = "", *, of: str = "上海家乐福有限公司", street: str = "", code: str = ""
) -> ComparedRow:
    candidate = Candidate(name, RecordKind.SITE, company_name=of, company_id=company, city="上海市", street=street)
    return ComparedRow(0, name, "", candidate, place, code)


ONE = "世纪大道100号"


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [
        (site("采购部", "a", EXACT, street=ONE), site("仓库", "a", EXACT, street=ONE), True),
        (site("浦东店", "a", EXACT, street=ONE), site("浦东店", "a", ELSEWHERE, street=ONE), False),
        (site("加油站", "a", VAGUE, street="兴隆乡"), site("农家店", "a", VAGUE, street="兴隆乡"), False),
        (site("加油站", "a", VAGUE, street="兴隆乡街道1"), site("加油站", "a", VAGUE, street="兴隆乡街道1"), True),
        (site("浦东店", "a", street=ONE), site("浦东店", "b", street=ONE), True),
        (site("浦东店", "a", street=ONE), site("浦东店", "b", of="上海家乐福有限责任公司", street=ONE), True),
        (site("浦东店", "a", street=ONE, code=CODES[0]), site("浦东店", "b", street=ONE, code=CODES[1]), False),
        (site("浦东店", "a", street=ONE), site("浦东店", "b", of="上海沃尔玛有限公司", street=ONE), False),
        (site("第一分公司", "a", street=ONE), site("第二分公司", "b", street=ONE), False),
    ],
    ids=["one address", "two addresses", "a village", "one name in a village", "entered twice", "company written otherwise",
         "other codes", "other companies", "other branches"],
)  # fmt: skip
def test_sites(left: ComparedRow, right: ComparedRow, is_one: bool) -> None:
    for one, other in ((left, right), (right, left)):
        assert (likeness_of(ready(one), ready(other), DEFAULT_THRESHOLD) is not None) is is_one
