"""Records that are one share a key; keys are few."""

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import Candidate, blocking_keys


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Candidate("北京家乐福商业有限公司"), Candidate("家樂福")),
        (Candidate("珠海宇琴鸿泰创业投资有限公司"), Candidate("珠海宇琴鸿泰创业投资集团有限公司")),
        (Candidate("中国工商银行诸暨支行"), Candidate("中国工商银行股份有限公司诸暨支行")),
        (Candidate("Beijing Xiaomi"), Candidate("北京小米科技有限责任公司")),
        (Candidate("黑龙江省鑫政融资担保集团有限公司"), Candidate("黑龙江省鑫正融资担保集团有限公司")),
        (Candidate("深圳市富鼎投资担保有限公司"), Candidate("深圳市富鼎担保投资有限公司")),
        (Candidate("甲", credit_code="91110000600037341L"), Candidate("乙", credit_code="91110000600037341l")),
        (Candidate("甲", phones=("010-63271234",)), Candidate("乙", phones=("+86 10 63271234",))),
        (
            Candidate("A", RecordKind.SITE, street="501 East 32nd Street"),
            Candidate("B", RecordKind.SITE, street="501 E. 32nd St."),
        ),
        (Candidate("甲", address="上海市世纪大道100号11楼"), Candidate("乙", address="世纪大道１００号")),
    ],
    ids=lambda candidate: candidate.name,
)
def test_records_that_may_be_one_share_a_key(left: Candidate, right: Candidate) -> None:
    assert set(blocking_keys(left)) & set(blocking_keys(right))


def test_strangers_share_none() -> None:
    assert not set(blocking_keys(Candidate("家乐福"))) & set(blocking_keys(Candidate("沃尔玛")))
    assert blocking_keys(Candidate("")) == ()


def test_keys_are_few() -> None:
    full = Candidate(
        "北京家乐福商业有限公司", short_name="家乐福", english_name="Carrefour", credit_code="91110000600037341L",
        phones=("010-63271234",), address="北京市海淀区中关村大街1号",
    )  # fmt: skip
    assert len(blocking_keys(full)) <= 12
