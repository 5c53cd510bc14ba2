from crmdesk.core.remarks import Remark
from crmdesk.core.vocabulary import Severity


def test_message_fills_the_placeholders() -> None:
    remark = Remark(Severity.WARNING, "credit_code", "The last character should be {expected}.", {"expected": "L"})
    assert remark.message == "The last character should be L."


def test_remarks_are_hashable_and_compare_by_value() -> None:
    first = Remark(Severity.INFO, "phone", "A {kind}.", {"kind": "mobile"})
    assert first == Remark(Severity.INFO, "phone", "A {kind}.", {"kind": "mobile"})
    assert len({first, Remark(Severity.INFO, "phone", "A {kind}.", {"kind": "mobile"})}) == 1
