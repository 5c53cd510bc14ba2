"""What rows of each shape become."""

from collections.abc import Callable
from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.mapping import Mapping, RowRole, RowShape

Importer = Callable[..., ImportReport]
Look = Callable[..., list[Any]]

REGISTER = """\
root_name,root_uscc,parent_name,parent_uscc,branch_kind,name,uscc,reg_date,province,city,address
ABB(中国)有限公司,91110000625910856R,ABB(中国)有限公司,91110000625910856R,门店,ABB(中国)有限公司体验店,91310000X07283745H,1998-08-19,上海,上海,蒙自路765号
ABB(中国)有限公司,91110000625910856R,,,总公司,ABB(中国)有限公司,91110000625910856R,1995-08-12,北京,朝阳,北京市朝阳区酒仙桥路10号
ABB(中国)有限公司,91110000625910856R,ABB(中国)有限公司,91110000625910856R,分公司,ABB(中国)有限公司上海分公司,91310000X07283744H,1998-08-19,上海,黄浦,上海市黄浦区蒙自路763号
"""


def counts(report: ImportReport) -> dict[str, tuple[int, int, int]]:
    return {kind.value: (count.created, count.updated, count.unchanged) for kind, count in report.kinds.items()}


def test_the_register_becomes_companies_branches_and_sites(bring_in: Importer, look: Look) -> None:
    report = bring_in(REGISTER)
    assert counts(report) == {
        "company": (2, 0, 0),
        "site": (3, 0, 0),
        "unit": (0, 0, 0),
        "extra_address": (0, 0, 0),
        "contact": (0, 0, 0),
    }
    assert look("SELECT kind, legal_name, code, credit_code, site_count FROM company ORDER BY code") == [
        ("legal", "ABB(中国)有限公司", "ABB", "91110000625910856R", 3),
        ("branch", "ABB(中国)有限公司上海分公司", "ABB-SH", "91310000X07283744H", 1),
    ]
    assert look("SELECT s.name, s.code, s.credit_code, c.code FROM site s JOIN company c ON c.id=s.company_id ORDER BY 2") == [
        ("朝阳总部", "ABB-CYZB", None, "ABB"),
        ("上海分公司", "ABB-SH-1", None, "ABB-SH"),
        ("体验店", "ABB-SHTY", "91310000X07283745H", "ABB"),
    ]


def test_importing_again_doubles_nothing_and_changes_nothing(bring_in: Importer, look: Look) -> None:
    bring_in(REGISTER)
    before = look("SELECT count(*), max(seq) FROM sync_op")
    report = bring_in(REGISTER)
    assert counts(report) == {
        "company": (0, 0, 2),
        "site": (0, 0, 3),
        "unit": (0, 0, 0),
        "extra_address": (0, 0, 0),
        "contact": (0, 0, 0),
    }
    assert report.changes is not None
    assert report.changes.transaction is None
    assert look("SELECT count(*), max(seq) FROM sync_op") == before


def test_a_changed_cell_updates_that_field_of_the_record_its_credit_code_names(bring_in: Importer, look: Look) -> None:
    bring_in(REGISTER)
    report = bring_in(REGISTER.replace("1995-08-12", "1995-08-13").replace("ABB(中国)有限公司,911", "ＡＢＢ（中国）有限公司,911"))
    assert counts(report)["company"] == (0, 1, 1)
    assert look("SELECT fld, old, new FROM sync_op WHERE kind='set' AND fld='registered_on'") == [
        ("registered_on", "1995-08-12", "1995-08-13")
    ]
    assert look("SELECT count(*) FROM company") == [2]


@pytest.mark.parametrize("name", ["ABB（中国）有限公司", "ABB(中国)有限公司"])
def test_a_name_alone_finds_the_company_whatever_its_brackets(bring_in: Importer, look: Look, name: str) -> None:
    bring_in("公司名称,电话\nABB(中国)有限公司,010-84566688\n")
    report = bring_in(f"公司名称,网址\n{name},abb.com.cn\n")
    assert report.kinds[RecordKind.COMPANY].created == 0
    assert look("SELECT count(*) FROM company") == [1]


def test_the_same_name_with_another_credit_code_is_another_company(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,统一社会信用代码\n全球石油有限公司,91110000625910856R\n")
    bring_in("公司名称,统一社会信用代码\n全球石油有限公司,91310000607314444Y\n")
    assert look("SELECT code FROM company ORDER BY code") == ["QQSY", "QQSY2"]


def test_a_code_names_the_record_and_an_empty_cell_leaves_it_as_it_is(bring_in: Importer, look: Look) -> None:
    bring_in("客户编码,公司名称,网址,行业,等级\nQQSY,全球石油有限公司,qqsy.example,5265,A\n")
    bring_in("客户编码,公司名称,网址\nqqsy,全球石油股份有限公司,\n")
    assert look("SELECT legal_name, website, grade, graded_at IS NOT NULL, graded_by IS NOT NULL FROM company") == [
        ("全球石油股份有限公司", "qqsy.example", "A", 1, 1)
    ]


def test_a_code_of_another_kind_of_record_refuses_the_row(bring_in: Importer, look: Look) -> None:
    bring_in("客户编码,公司名称,站点编码,站点名称,城市\nQQSY,全球石油有限公司,QQSY-SH,上海站,上海\n")
    report = bring_in("客户编码,公司名称\nQQSY-SH,别的公司\nbad code!,又一家公司\n")
    assert [item.row for item in report.refused] == [2, 3]
    assert "QQSY-SH" in report.refused[0].reason
    assert look("SELECT legal_name FROM company") == ["全球石油有限公司"]


SITE_SHEET = """\
公司名称,站点名称,站点编码,城市,详细地址,联系人,职务,手机,邮箱
家乐福商业有限公司,马连道店,JLF-MLD,北京,马连道路11号,王示例,店长,13800130001,w@example.com
家乐福商业有限公司,马连道店,JLF-MLD,北京,马连道路11号,李示例,采购,13800130002,l@example.com
家乐福商业有限公司,方圆店,,北京,方圆大厦,,,,
"""


def test_one_sheet_holds_companies_sites_and_contacts(bring_in: Importer, look: Look) -> None:
    report = bring_in(SITE_SHEET)
    assert counts(report) == {
        "company": (1, 0, 0),
        "site": (2, 0, 0),
        "unit": (0, 0, 0),
        "extra_address": (0, 0, 0),
        "contact": (2, 0, 0),
    }
    assert look("SELECT name, code FROM site ORDER BY code") == [("马连道店", "JLF-MLD"), ("方圆店", "JLFSY-BJFY")]
    assert look(
        "SELECT c.name, p.title, s.code FROM position p JOIN contact c ON c.id=p.contact_id JOIN site s ON s.id=p.site_id ORDER BY c.mobile"
    ) == [
        ("王示例", "店长", "JLF-MLD"),
        ("李示例", "采购", "JLF-MLD"),
    ]
    assert counts(bring_in(SITE_SHEET)) == {
        "company": (0, 0, 0),
        "site": (0, 0, 2),
        "unit": (0, 0, 0),
        "extra_address": (0, 0, 0),
        "contact": (0, 0, 2),
    }


def test_a_contact_goes_to_the_site_its_row_names_or_to_the_companys_first(bring_in: Importer, look: Look) -> None:
    bring_in(SITE_SHEET)
    mapping = Mapping(
        columns=(("公司", "company.legal_name"), ("站点", "site.name"), ("姓名", "contact.name"), ("主", "contact.is_main")),
        shape=RowShape.CONTACT,
    )
    report = bring_in(
        "公司,站点,姓名,主\n家乐福商业有限公司,方圆店,赵演示,是\n家乐福商业有限公司,,钱演示,否\n无名小店,,孙演示,\n", mapping
    )
    assert counts(report)["contact"] == (3, 0, 0)
    assert look(
        """SELECT c.name, s.name, p.is_main FROM position p JOIN contact c ON c.id=p.contact_id JOIN site s ON s.id=p.site_id
           WHERE c.name LIKE '%演示' ORDER BY c.n"""
    ) == [("赵演示", "方圆店", 1), ("钱演示", "马连道店", 0), ("孙演示", "无名小店", 0)]


def test_columns_for_the_company_speak_of_the_place_in_a_row_about_a_place(bring_in: Importer, look: Look) -> None:
    mapping = Mapping(
        columns=(
            *(("id", "row.id"), ("up", "row.parent_id"), ("kind", "row.kind"), ("name", "company.legal_name")),
            *(("phone", "company.phone"), ("grade", "company.grade"), ("city", "site.city")),
        ),
        shape=RowShape.BY_KIND,
        roles=(("group", RowRole.GROUP), ("firm", RowRole.COMPANY)),
    )
    bring_in(
        "id,up,kind,name,phone,grade,city\n3,2,shop,东店,021-50000000,B,上海\n2,1,firm,大公司,,,\n1,,group,大集团,,A,\n", mapping
    )
    assert look("SELECT name, phone, grade FROM site") == [("东店", "021 5000 0000", "B")]
    assert look(
        "SELECT k.legal_name, k.kind, p.legal_name FROM company k LEFT JOIN company p ON p.id=k.parent_id ORDER BY k.kind"
    ) == [
        ("大集团", "group", None),
        ("大公司", "legal", "大集团"),
    ]


def test_what_is_in_no_list_is_kept_in_the_note(bring_in: Importer, look: Look) -> None:
    report = bring_in("公司名称,行业,来源\n全球石油有限公司,造梦业,广交会\n")
    assert look("SELECT note, industry_id, source_id IS NOT NULL FROM company") == [("Industry: 造梦业", None, 1)]
    assert sum(report.warnings.values()) == 1


def test_what_is_said_of_a_place_without_an_address_stays_with_the_company(bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,电话,邮箱,邮编\n全球石油有限公司,021-50000000,a@example.com,200120\n")
    assert look("SELECT phone, note FROM company") == [("021 5000 0000", "E-mail: a@example.com\nPostcode: 200120")]
    assert look("SELECT count(*) FROM site") == [0]


def test_a_text_too_long_for_its_field_is_kept_in_the_note_but_a_name_refuses_the_row(bring_in: Importer, look: Look) -> None:
    report = bring_in(f"公司名称,简称\n全球石油有限公司,{'长' * 101}\n{'名' * 401},短\n")
    assert look("SELECT short_name, length(note) FROM company") == [(None, 113)]
    assert (report.refused_count, report.refused[0].row) == (1, 3)


def test_a_dry_run_counts_the_same_and_writes_nothing(bring_in: Importer, look: Look) -> None:
    tried = bring_in(REGISTER, dry_run=True)
    assert look("SELECT count(*) FROM company") == [0]
    done = bring_in(REGISTER)
    assert counts(tried) == counts(done)
    assert tried.changes is None
