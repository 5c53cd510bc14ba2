from dataclasses import replace
from pathlib import Path

import pytest

from crmdesk.exchange.mapping import Mapping, RowRole, RowShape
from crmdesk.exchange.mapping_proposal import Reason, find_known, propose_mapping
from crmdesk.exchange.mapping_store import presets
from crmdesk.exchange.table_source import open_table

SHARED = Path(__file__).parents[3] / "shared/data"


def test_chinese_headers_are_mapped_by_name() -> None:
    headers = ["客户名称", "统一社会信用代码", "上级公司", "地址", "电话", "联系人", "手机", "客户等级", "负责人", "颜色"]
    proposal = propose_mapping(headers, [])
    assert [key for _column, key in proposal.mapping.columns] == [
        "company.legal_name", "company.credit_code", "parent.name", "site.address_text", "site.phone",
        "contact.name", "contact.mobile", "company.grade", "site.owner",
    ]  # fmt: skip
    assert proposal.columns[-1].reason is Reason.UNKNOWN
    assert proposal.mapping.problems() == ()


def test_columns_without_names_are_mapped_by_content() -> None:
    rows = [
        ["全球石油有限公司", "91110000600037341L", "上海市浦东新区世纪大道100号", "13800000000", "a@b.cn"],
        ["远方电器有限公司", "914403001922038216", "北京市朝阳区酒仙桥路10号", "13900000000", "c@d.cn"],
    ]
    proposal = propose_mapping([f"Column {place}" for place in range(1, 6)], rows)
    assert [key for _column, key in proposal.mapping.columns] == [
        "company.legal_name", "company.credit_code", "site.address_text", "contact.mobile", "site.email",
    ]  # fmt: skip
    assert {column.reason for column in proposal.columns} == {Reason.CONTENT}


@pytest.mark.parametrize(
    ("header", "values", "key", "reason"),
    [
        ("编号", ["91110000600037341L", "914403001922038216"], "company.credit_code", Reason.CONTENT),
        ("编号", ["QQSY", "ABB"], "company.code", Reason.NAME),
        ("Mail", ["Main St. 1", "Park Rd. 2", "Hill 3"], None, Reason.CONTRADICTION),
        ("Acount Name", ["Acme", "Bolt"], "company.legal_name", Reason.SIMILAR_NAME),
        ("Depth", ["1", "2"], None, Reason.UNKNOWN),
        ("Fax Number", ["021-50001234", "021-50001235"], None, Reason.UNKNOWN),
    ],
)
def test_name_and_values_are_weighed(header: str, values: list[str], key: str | None, reason: Reason) -> None:
    (column,) = propose_mapping([header], [[value] for value in values]).columns
    assert (column.key, column.reason) == (key, reason)


def test_one_field_goes_to_the_column_that_fits_best_and_notes_are_joined() -> None:
    proposal = propose_mapping(["公司", "公司名称", "备注", "说明"], [])
    assert [column.reason for column in proposal.columns] == [Reason.NAME, Reason.TAKEN, Reason.NAME, Reason.NAME]
    assert proposal.mapping.columns_of("site.note") == ("备注", "说明")


@pytest.mark.parametrize(
    ("headers", "shape", "key"),
    [
        (["Company", "Last Name", "Phone"], RowShape.CONTACT, "contact.phone"),
        (["公司名称", "门店名称", "行业"], RowShape.SITE, "site.industry"),
        (["公司名称", "行业"], RowShape.COMPANY, "company.industry"),
        (["公司名称", "电话"], RowShape.COMPANY_AND_SITE, "site.phone"),
    ],
)
def test_what_a_row_is_decides_between_fields_of_one_name(headers: list[str], shape: RowShape, key: str) -> None:
    mapping = propose_mapping(headers, []).mapping
    assert (mapping.shape, mapping.columns[-1][1]) == (shape, key)


def test_a_remembered_mapping_comes_back_for_the_same_header_line() -> None:
    kept = Mapping((("Foo", "company.legal_name"), ("Bar", "site.phone")), headers=("Foo", "Bar", "Baz"), name="mine")
    proposal = propose_mapping(["bar", "baz", "foo"], [], [kept])
    assert proposal.mapping.columns == (("foo", "company.legal_name"), ("bar", "site.phone"))
    assert [column.reason for column in proposal.columns] == [Reason.REMEMBERED, Reason.UNKNOWN, Reason.REMEMBERED]
    assert find_known(["foo", "bar"], [kept]) is None
    assert find_known(["Column 1"], [replace(kept, headers=("Column 1",))]) is None


PRESETS = [
    ("accounts/cn_companies_and_branches.csv.gz", "Chinese company register"),
    ("accounts/starbucks_2017.csv", "Starbucks stores"),
    ("accounts/swiss_public_bodies.csv", "Swiss public bodies"),
    ("crm/salesforce_devorg_export/Account.csv", "Salesforce accounts"),
    ("crm/salesforce_devorg_export/Contact.csv", "Salesforce contacts"),
    ("crm/contact_csv_headers/outlook_2007_2019_header.csv", "Outlook contacts"),
    ("crm/contact_csv_headers/google_contacts_legacy_header.csv", "Google contacts"),
]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not here")
@pytest.mark.parametrize(("file", "name"), PRESETS)
def test_presets_are_found_for_the_files_they_are_made_for(file: str, name: str) -> None:
    source = open_table(SHARED / file)
    proposal = propose_mapping(source.headers, [row.cells for row in source.preview()], presets())
    assert proposal.mapping.name == name
    assert proposal.mapping.headers == source.headers
    proposal.mapping.bind(source.headers)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not here")
def test_the_register_falls_into_companies_branches_and_sites() -> None:
    source = open_table(SHARED / "accounts/cn_companies_and_branches.csv.gz")
    mapping = find_known(source.headers, presets())
    assert mapping is not None
    bound = mapping.bind(source.headers)
    counts = dict.fromkeys(RowRole, 0)
    for row in source.rows():
        counts[bound.role(bound.values(row.cells))] += 1
    assert {role: count for role, count in counts.items() if count} == {
        RowRole.COMPANY: 15_760, RowRole.BRANCH: 46_272, RowRole.SITE: 53_910,
    }  # fmt: skip


def test_where_people_are_named_the_mail_and_the_main_mark_are_theirs() -> None:
    headers = ("公司名称", "姓名", "邮箱", "主联系人")
    proposal = propose_mapping(
        headers, [("全球石油有限公司", "李明", "li@example.com", "是"), ("家乐福商业有限公司", "王芳", "w@example.com", "否")]
    )
    assert dict(proposal.mapping.columns) == {
        "公司名称": "company.legal_name",
        "姓名": "contact.name",
        "邮箱": "contact.email",
        "主联系人": "contact.is_main",
    }


def test_a_column_named_and_filled_with_credit_codes_wins_over_one_that_is_only_filled_with_them() -> None:
    code = "91350100M000100Y43"
    proposal = propose_mapping(("编号", "名称", "统一社会信用代码"), [(code, "全球石油有限公司", code), (code, "家乐福", code)])
    assert dict(proposal.mapping.columns)["统一社会信用代码"] == "company.credit_code"
