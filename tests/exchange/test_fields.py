import pytest

from crmdesk.exchange.field_names import bare_name, fields_by_name, is_known_name, normal_name
from crmdesk.exchange.fields import FIELDS, GROUP_LABELS, IDENTIFYING, NAMING_A_LEAD, FieldGroup, Subject


def test_every_field_has_a_group_a_label_and_names() -> None:
    for subject in Subject:
        named = {key for keys in fields_by_name(subject).values() for key in keys}
        fields = [field for field in FIELDS.values() if field.subject is subject]
        assert named == {field.key for field in fields}
        assert len({field.label for field in fields}) == len(fields)
    assert {field.group for field in FIELDS.values()} == set(FieldGroup) == set(GROUP_LABELS)
    assert {*IDENTIFYING, *NAMING_A_LEAD} <= set(FIELDS)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("公司名称", "company.legal_name"),
        ("客戶名稱", "company.legal_name"),
        ("統一編號", "company.credit_code"),
        ("统一社会信用代码", "company.credit_code"),
        ("uscc", "company.credit_code"),
        ("Account Name", "company.legal_name"),
        ("BILLINGPOSTALCODE", "site.postcode"),
        ("Billing Zip/Postal Code", "site.postcode"),
        ("Parent.Name", "parent.name"),
        ("Owner.Name", "site.owner"),
        ("ParentId", "row.parent_id"),
        ("store_name", "site.name"),
        ("Store Number", "site.code"),
        ("branch_kind", "row.kind"),
        ("jurisdiction_code", "company.country"),
        ("手机号码", "contact.mobile"),
        ("職務", "contact.title"),
        ("E-mail 1 - Value", "contact.email"),
        ("ＰＨＯＮＥ", "site.phone"),
        ("company.legal_name", "company.legal_name"),
    ],
)
def test_headers_of_many_programs_are_known(header: str, key: str) -> None:
    assert fields_by_name()[normal_name(header)][0] == key


def test_marks_in_brackets_do_not_hide_a_name() -> None:
    assert bare_name("电话（必填）") == "电话"
    assert is_known_name("电话(必填)*")
    assert not is_known_name("")
    assert not is_known_name("全球石油")
