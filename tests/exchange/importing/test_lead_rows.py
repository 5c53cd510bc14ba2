"""Leads from files: what becomes of a row, where it goes, what is there already, and the way back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crmdesk.core.errors import Cancelled, RecordNotFound
from crmdesk.core.vocabulary import LeadStatus, RecordKind, Taxonomy
from crmdesk.exchange.fields import Subject
from crmdesk.exchange.importing.field_reader import KEPT_IN_NOTE
from crmdesk.exchange.importing.lead_content import CONVERTED, NAMED_BY_NUMBER
from crmdesk.exchange.importing.lead_options import LeadOptions, There
from crmdesk.exchange.importing.lead_planner import CUSTOMER, CUSTOMER_ANYWAY, FILLED, LEFT_OUT, NOTHING_TO_FILL, REPEATED, TWICE
from crmdesk.exchange.importing.lead_sources import ADDED
from crmdesk.exchange.importing.refusals import LeadNameless
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.exchange.importing.run import Import
from crmdesk.exchange.mapping_proposal import propose_mapping
from crmdesk.exchange.table_source import open_table
from crmdesk.services.accounts import AccountService
from crmdesk.services.lead_distribution import Spread
from crmdesk.services.lead_values import OwnerOrPool
from crmdesk.services.leads import LeadService
from crmdesk.services.pools import PoolService
from crmdesk.services.search import SearchService
from crmdesk.services.taxonomies import TaxonomyService
from crmdesk.services.undo import UndoService
from crmdesk.services.users import UserService
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store

Look = Callable[..., list[Any]]
LeadImporter = Callable[..., ImportReport]
DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "crm"
HEAD = "公司,联系人,手机,电话,邮箱,城市,线索来源,状态,负责人,下次跟进,备注,线索编号\n"


@pytest.fixture
def bring_leads(crm: Store, tmp_path: Path) -> LeadImporter:
    """Import leads given as text, with the mapping proposed for them."""

    def bring_leads(text: str, leads: LeadOptions | None = None, *, dry_run: bool = False, **more: Any) -> ImportReport:
        path = tmp_path / "leads.csv"
        path.write_text(text, encoding="utf-8")
        source = open_table(path)
        mapping = propose_mapping(source.headers, [row.cells for row in source.preview()], subject=Subject.LEADS).mapping
        job = Import(source, mapping, leads)
        return (job.dry_run if dry_run else job.run)(crm, **more)

    return bring_leads


@pytest.fixture
def person(crm: Store) -> str:
    """Li Na, who sells beside the one whose store this is."""
    return UserService(crm).add("Li Na")[0]


def test_a_row_becomes_a_lead_with_everything_it_says(bring_leads: LeadImporter, crm: Store, look: Look) -> None:
    report = bring_leads(
        HEAD + "全球石油有限公司,王芳,13800138000,010-63271234,wang@example.cn,上海市,展会/广交会,跟进中,,2026-12-01,要报价,L-7\n"
    )
    assert (report.rows, report.kinds[RecordKind.LEAD].created, report.refused_count) == (1, 1, 0)
    (lead_id,) = look("SELECT id FROM lead")
    lead = LeadService(crm).open(lead_id)
    assert lead.status is LeadStatus.WORKING
    assert (lead.name, lead.source, lead.is_mine, lead.completeness) == ("全球石油有限公司", "广交会", True, 60)
    shown = {key: lead.values[key] for key in ("person", "mobile", "email", "city", "next_step_on", "note", "external_id")}
    assert shown == {
        "person": "王芳", "mobile": "138 0013 8000", "email": "wang@example.cn", "city": "上海市",
        "next_step_on": "2026-12-01", "note": "要报价", "external_id": "L-7",
    }  # fmt: skip
    assert [hit.key.id for hit in SearchService(crm).search("石油").hits] == [lead_id]
    with crm.read() as connection:
        assert not list(broken_rules(connection))


def test_what_fits_no_list_is_kept_in_the_note(bring_leads: LeadImporter, look: Look) -> None:
    report = bring_leads("公司,状态,负责人,行业\n甲,顺其自然,Nobody,天外飞仙\n")
    assert look("SELECT note FROM lead") == ["Status: 顺其自然\nOwner: Nobody\nIndustry: 天外飞仙"]
    assert report.warnings[KEPT_IN_NOTE] == 3
    assert look("SELECT status FROM lead") == ["new"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Open - Not Contacted", "new"),
        ("Working - Contacted", "working"),
        ("Closed - Not Converted", "disqualified"),
        ("已聯絡", "working"),
        ("Qualified", "qualified"),
    ],
)
def test_statuses_of_others_become_ours(bring_leads: LeadImporter, look: Look, text: str, status: str) -> None:
    bring_leads(f"Company,Lead Status\nACME,{text}\n")
    assert look("SELECT status FROM lead") == [status]
    reason = "SELECT t.code FROM lead l JOIN term t ON t.id=l.reason_id"
    assert look(reason) == (["other"] if status == "disqualified" else [])


def test_nothing_comes_in_as_converted(bring_leads: LeadImporter, look: Look) -> None:
    report = bring_leads("Company,Status,IsConverted\nA,Closed - Converted,TRUE\nB,Working - Contacted,false\nC,New,1\n")
    assert look("SELECT status FROM lead ORDER BY n") == ["qualified", "working", "qualified"]
    assert look("SELECT count(*) FROM lead WHERE converted_at IS NOT NULL OR company_id IS NOT NULL") == [0]
    assert report.warnings[CONVERTED] == 2


def test_without_a_name_the_number_stands_for_it_and_without_anything_the_row_is_refused(
    bring_leads: LeadImporter, look: Look, tmp_path: Path
) -> None:
    report = bring_leads("Company,Lead Number,City\n,77,Bern\n,,Bern\n", refused_file=tmp_path / "refused.csv")
    assert look("SELECT person, city FROM lead") == [("77", "Bern")]
    assert report.warnings[NAMED_BY_NUMBER] == 1
    (refused,) = report.refused
    assert (refused.row, refused.field, refused.template) == (3, "Company", LeadNameless.template)
    assert "Fill the company" in (tmp_path / "refused.csv").read_text(encoding="utf-8-sig")


def test_sources_that_are_in_no_list_are_added_on_two_levels_and_taken_back(
    bring_leads: LeadImporter, crm: Store, look: Look
) -> None:
    text = "Company,Lead Source,Source detail\nA,Olark Chat,\nB,olark chat,\nC,Online,Bing\nD,Select,\nE,LINE,\n"
    before = look("SELECT count(*) FROM term")
    report = bring_leads(text)
    assert report.warnings[ADDED] == 2
    names = "SELECT t.name_en, t.name FROM lead l LEFT JOIN term t ON t.id=l.source_id ORDER BY l.n"
    assert look(names) == [(None, "Olark Chat"), (None, "Olark Chat"), (None, "Bing"), (None, None), ("LINE", "LINE")]
    bing = next(term for term in TaxonomyService(crm).terms(Taxonomy.SOURCE, "en") if term.name == "Bing")
    assert bing.level == 2
    UndoService(crm).undo_last()
    assert look("SELECT count(*) FROM lead WHERE deleted_at IS NULL") == [0]
    assert look("SELECT count(*) FROM term WHERE deleted_at IS NULL") == before


def test_sources_may_be_left_as_they_are(bring_leads: LeadImporter, look: Look) -> None:
    report = bring_leads("Company,Lead Source\nA,Olark Chat\n", LeadOptions(add_sources=False))
    assert look("SELECT source_id, note FROM lead") == [(None, "Source: Olark Chat")]
    assert report.warnings[ADDED] == 0


def test_a_list_that_belongs_to_a_centre_is_left_as_it_is(bring_leads: LeadImporter, crm: Store, look: Look) -> None:
    with crm.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO sync_ctl(k,v) VALUES('centre','{}')")
        uow.commit()
    report = bring_leads("Company,Lead Source\nA,Olark Chat\n")
    assert look("SELECT source_id, note FROM lead") == [(None, "Source: Olark Chat")]
    assert report.warnings[ADDED] == 0


def test_leads_wait_in_a_pool_but_for_those_the_row_gives_to_somebody(
    bring_leads: LeadImporter, crm: Store, look: Look, person: str
) -> None:
    pool, _changes = PoolService(crm).create({"name": "东区公海"})
    report = bring_leads("公司,负责人\n甲,\n乙,Li Na\n", LeadOptions(pool_id=pool))
    where = "SELECT owner_id, owned_since IS NOT NULL, pool_id, pooled_at IS NOT NULL FROM lead ORDER BY n"
    assert look(where) == [(None, 0, pool, 1), (person, 1, None, 0)]
    assert report.given == {"东区公海": 1, "Li Na": 1}


def test_leads_are_handed_out_in_turn_by_region_and_by_industry(
    bring_leads: LeadImporter, crm: Store, look: Look, person: str
) -> None:
    (me,) = look("SELECT v FROM sync_ctl WHERE k='user_id'")
    owners = "SELECT owner_id FROM lead WHERE deleted_at IS NULL ORDER BY n"
    text = "公司,省,城市,行业\n甲,,上海,C\n乙,广东省,深圳市,5212\n丙,,,\n丁,,,\n"
    for rule, expected in (
        (LeadOptions(spread=Spread.IN_TURN, people=(me, person)), [me, person, me, person]),
        (LeadOptions(spread=Spread.REGION, by_value=(("上海市", person),)), [person, me, me, me]),
        (LeadOptions(spread=Spread.REGION, people=(person,), by_value=(("广东", me),)), [person, me, person, person]),
    ):
        bring_leads(text, rule)
        assert look(owners) == expected
        UndoService(crm).undo_last()
    (retail,) = look("SELECT id FROM term WHERE taxonomy='industry' AND code='F'")
    bring_leads(text, LeadOptions(spread=Spread.INDUSTRY, by_value=((retail, person),)))
    assert look(owners) == [me, person, me, me]


@pytest.mark.parametrize(
    ("row", "is_there"),
    [
        ("别家,赵六,,,WANG@example.cn,,,,,,,\n", True),
        ("别家,赵六,+86 138-0013-8000,,,,,,,,,\n", True),
        ("全球石油有限公司,王芳,,,,北京市,,,,,,\n", True),
        ("别家,赵六,,,,,,,,,,L-7\n", True),
        ("全球石油有限公司,,,010 63271234,,,,,,,,\n", True),
        ("全球石油有限公司,赵六,,010 63271234,,,,,,,,\n", False),
        ("全球石油有限公司,赵六,,,,,,,,,,\n", False),
    ],
)
def test_leads_that_are_there_are_found(bring_leads: LeadImporter, look: Look, row: str, is_there: bool) -> None:
    first = "全球石油有限公司,王芳,13800138000,010-63271234,wang@example.cn,上海市,,,,,,L-7\n"
    bring_leads(HEAD + first)
    report = bring_leads(HEAD + row)
    assert report.kinds[RecordKind.LEAD].created == (not is_there)
    assert report.warnings[LEFT_OUT] == is_there
    assert bring_leads(HEAD + first + row, LeadOptions(there=There.IMPORT)).warnings[TWICE] == 2


def test_of_two_rows_about_one_lead_the_first_counts(bring_leads: LeadImporter, look: Look) -> None:
    report = bring_leads("公司,联系人,邮箱\n甲,王芳,w@example.cn\n乙,赵六,W@example.cn\n")
    assert look("SELECT company_name FROM lead") == ["甲"]
    assert (report.skipped, report.warnings[REPEATED]) == (1, 1)


def test_only_blanks_are_filled(bring_leads: LeadImporter, look: Look, person: str) -> None:
    bring_leads("公司,邮箱,城市\n甲,w@example.cn,上海市\n")
    text = "公司,邮箱,城市,省,负责人,状态,线索来源\n乙,w@example.cn,北京市,上海市,Li Na,无效,展会\n"
    report = bring_leads(text, LeadOptions(there=There.FILL))
    assert (report.kinds[RecordKind.LEAD].updated, report.warnings[FILLED]) == (1, 1)
    fields = "SELECT company_name, city, province, status, t.name FROM lead l JOIN term t ON t.id=l.source_id WHERE owner_id<>?"
    assert look(fields, person) == [("甲", "上海市", "上海市", "new", "展会")]
    report = bring_leads(text, LeadOptions(there=There.FILL))
    assert (report.kinds[RecordKind.LEAD].unchanged, report.warnings[NOTHING_TO_FILL]) == (1, 1)


@pytest.mark.parametrize(
    "row", ["家乐福（上海）有限公司,,,\n", "别家,,S@example.cn,\n", "别家,,,021-54641234\n", "别家,91110000600037341L,,\n"]
)
def test_customers_are_no_leads(bring_leads: LeadImporter, crm: Store, look: Look, row: str) -> None:
    accounts = AccountService(crm)
    company = accounts.create_company({"legal_name": "家乐福(上海)有限公司", "credit_code": "91110000600037341L"}).record.key.id
    site = {"name": "古北店", "company_id": company, "phone": "021 5464 1234", "email": "s@example.cn"}
    accounts.create_site(site)
    head = "公司,信用代码,邮箱,电话\n"
    assert bring_leads(head + row).warnings[CUSTOMER] == 1
    assert look("SELECT count(*) FROM lead") == [0]
    assert bring_leads(head + row, LeadOptions(there=There.IMPORT)).warnings[CUSTOMER_ANYWAY] == 1
    assert bring_leads(head + "新客户,,n@example.cn,021 54641235\n").kinds[RecordKind.LEAD].created == 1


def test_a_trial_says_the_same_and_writes_nothing(bring_leads: LeadImporter, look: Look) -> None:
    text = HEAD + "".join(f"公司{at % 40},人{at},,,p{at % 45}@example.cn,,来源{at % 3},,,,,\n" for at in range(50))
    trial = bring_leads(text, dry_run=True)
    assert look("SELECT count(*) FROM lead") == [0]
    real = bring_leads(text)
    assert trial.warnings == real.warnings
    assert trial.kinds == real.kinds
    assert trial.given == real.given
    assert ImportReport.from_json(json.loads(json.dumps(real.to_json())), real.changes) == real


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
def test_a_stopped_import_leaves_nothing(bring_leads: LeadImporter, look: Look, at: float) -> None:
    before = look("SELECT count(*) FROM sync_op")

    def stop(share: float) -> None:
        if share >= at:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_leads("Company,Lead Source\n" + "".join(f"C{at},S{at % 3}\n" for at in range(400)), progress=stop)
    assert look("SELECT count(*) FROM lead") == [0]
    assert look("SELECT count(*) FROM sync_op") == before


def test_a_pool_or_person_that_is_not_there_stops_before_anything(bring_leads: LeadImporter) -> None:
    for options in (
        LeadOptions(pool_id="gone"),
        LeadOptions(owner_id="gone"),
        LeadOptions(spread=Spread.IN_TURN, people=("gone",)),
    ):
        with pytest.raises(RecordNotFound):
            bring_leads("公司\n甲\n", options)
    with pytest.raises(OwnerOrPool):
        bring_leads("公司\n甲\n", LeadOptions(pool_id="a", owner_id="b"))


def test_what_was_decided_reaches_another_process(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("Lead\nA\n", encoding="utf-8")
    source = open_table(path)
    options = LeadOptions("o", "p", Spread.REGION, ("a",), (("上海", "b"),), There.FILL, add_sources=False)
    request = ImportRequest(source, propose_mapping(("Company",), [], subject=Subject.LEADS).mapping, dry_run=True, leads=options)
    assert ImportRequest.from_json(json.loads(json.dumps(request.to_json()))).leads == options


@pytest.mark.skipif(not DATA.exists(), reason="the real leads are not there (../shared/data)")
def test_real_leads_come_in_whole_without_select(crm: Store, look: Look) -> None:
    source = open_table(DATA / "xeducation_leads" / "Leads.csv")
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
    pool, _changes = PoolService(crm).create({"name": "Web"})
    report = Import(source, mapping, LeadOptions(pool_id=pool)).run(crm)
    assert (report.rows, report.refused_count, report.kinds[RecordKind.LEAD].created) == (9_240, 0, 9_240)
    assert report.given == {"Web": 9_240}
    assert look("SELECT status, count(*) FROM lead GROUP BY 1 ORDER BY 1") == [("new", 5_679), ("qualified", 3_561)]
    assert look("SELECT count(*), count(source_id), count(city), count(DISTINCT source_id) FROM lead") == [
        (9_240, 9_204, 5_571, 20)
    ]
    texts = "concat(company_name, person, city, country, origin, note)"
    assert look(f"SELECT count(*) FROM lead WHERE lower({texts}) LIKE '%select%'") == [0]
    assert look("SELECT sum(web_visits), sum(web_seconds) FROM lead") == [(31_362, 4_506_332)]
    assert Import(source, mapping).dry_run(crm).warnings[LEFT_OUT] == 9_240
    UndoService(crm).undo_last()
    assert look("SELECT count(*) FROM lead WHERE deleted_at IS NULL") == [0]


@pytest.mark.skipif(not DATA.exists(), reason="the real leads are not there (../shared/data)")
def test_salesforce_leads_come_in(crm: Store, look: Look) -> None:
    source = open_table(DATA / "salesforce_devorg_export" / "Lead.csv")
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
    report = Import(source, mapping).run(crm)
    assert (report.rows, report.refused_count, report.kinds[RecordKind.LEAD].created) == (22, 0, 22)
    assert look("SELECT person, company_name, status FROM lead ORDER BY n LIMIT 1") == [
        ("Bertha Boxer", "Farmers Coop. of Florida", "qualified")
    ]
