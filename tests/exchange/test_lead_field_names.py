import pytest

from crmdesk.exchange.field_names import fields_by_name, normal_name
from crmdesk.exchange.fields import Subject
from crmdesk.exchange.mapping import RowShape
from crmdesk.exchange.mapping_proposal import guess_subject, propose_mapping

SALESFORCE: tuple[str, ...] = (
    "LastName",
    "FirstName",
    "Company",
    "Title",
    "Street",
    "City",
    "State",
    "PostalCode",
    "Country",
    "Phone",
)
SALESFORCE += ("MobilePhone", "Email", "Website", "Description", "LeadSource", "Status", "Industry", "NumberOfEmployees", "Id")


@pytest.mark.parametrize(
    ("headers", "subject"),
    [
        (("Lead Number", "Lead Source", "City"), Subject.LEADS),
        (SALESFORCE, Subject.LEADS),
        (("Id", "Company", "IsConverted", "ConvertedAccountId"), Subject.LEADS),
        (("线索名称", "手机"), Subject.LEADS),
        (("潛在客戶編號", "公司"), Subject.LEADS),
        (("Id", "AccountId", "LastName", "LeadSource"), Subject.ACCOUNTS),
        (("Name", "BillingCity", "Lead Source"), Subject.ACCOUNTS),
        (("客户名称", "线索来源"), Subject.ACCOUNTS),
        (("公司", "站点名称"), Subject.ACCOUNTS),
    ],
)
def test_the_column_names_say_what_the_rows_are(headers: tuple[str, ...], subject: Subject) -> None:
    assert guess_subject(headers) is subject
    assert (propose_mapping(headers, []).mapping.shape is RowShape.LEAD) is (subject is Subject.LEADS)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("线索来源", "lead.source"),
        ("二級來源", "lead.sub_source"),
        ("下次跟进时间", "lead.next_step_on"),
        ("行銷活動", "lead.campaign"),
        ("潛在客戶狀態", "lead.status"),
        ("行動電話", "lead.mobile"),
        ("Lead Owner", "lead.owner"),
        ("Owner.Name", "lead.owner"),
        ("No. of Employees", "lead.headcount"),
        ("Zip/Postal Code", "lead.postcode"),
        ("Total Time Spent on Website", "lead.web_seconds"),
    ],
)
def test_headers_of_leads_are_known(header: str, key: str) -> None:
    assert fields_by_name(Subject.LEADS)[normal_name(header)][0] == key


def test_salesforce_leads_are_mapped_without_a_choice() -> None:
    proposal = propose_mapping(SALESFORCE, [])
    assert {column.column for column in proposal.columns if column.key is None} == set()
    assert not proposal.mapping.problems()


def test_the_person_may_say_otherwise() -> None:
    headers = ("公司", "电话", "城市")
    assert propose_mapping(headers, []).mapping.shape is RowShape.COMPANY_AND_SITE
    leads = propose_mapping(headers, [], subject=Subject.LEADS).mapping
    assert leads.columns == (("公司", "lead.company_name"), ("电话", "lead.phone"), ("城市", "lead.city"))


def test_texts_that_mean_empty_are_proposed_where_mapped_columns_hold_them() -> None:
    rows = [("A", "Select", "-"), ("N/A", "", "x"), ("select", "Berlin", "n/a")]
    assert propose_mapping(("What", "City", "What else"), rows, subject=Subject.LEADS).mapping.empties == ("Select",)
    known = propose_mapping(("Company", "City", "Note"), rows, subject=Subject.LEADS).mapping.empties
    assert known == ("Select", "-", "N/A")  # each once, as it is written first
