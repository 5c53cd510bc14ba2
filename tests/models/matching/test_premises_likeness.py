"""Whether two addresses are one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.matching.premises_likeness import PremisesRelation, compare_whereabouts, whereabouts


def relation(left: str, right: str, city: str = "") -> PremisesRelation:
    return compare_whereabouts(whereabouts(left, "", city, "", ""), whereabouts(right, "", city, "", ""))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("上海市世纪大道100号金茂大厦11楼", "世纪大道１００号金茂大厦17层", PremisesRelation.SAME),
        ("西安市西新街28号", "西安市新城区西新街28号", PremisesRelation.SAME),
        ("世纪大道100号", "世纪大道500号", PremisesRelation.OTHER),
        ("上海市人民路5号", "北京市人民路5号", PremisesRelation.OTHER),
        ("上海市黄浦区人民路5号", "上海市浦东新区人民路5号", PremisesRelation.SAME),
        ("昆山市人民路5号", "太仓市人民路5号", PremisesRelation.OTHER),
        ("四平路473号", "南京东路473号", PremisesRelation.OTHER),
        ("", "世纪大道100号", PremisesRelation.UNKNOWN),
        ("1001 W. Roosevelt Rd", "1001 West Roosevelt Road, Suite 5", PremisesRelation.SAME),
        ("7736 S. Burnhan", "7736 S BURNHAM", PremisesRelation.NEAR),
        ("501 E 32nd St", "501 W 32nd St", PremisesRelation.OTHER),
    ],
)
def test_two_addresses(left: str, right: str, expected: PremisesRelation) -> None:
    assert relation(left, right) is expected


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_is_symmetric(left: str, right: str) -> None:
    assert relation(left, right) is relation(right, left)
