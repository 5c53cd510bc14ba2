"""An import as a whole: everything or nothing, refused rows, undo, real files."""

import csv
import gzip
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.importing.refusals import REASONS, NobodyNamed, SurplusCells
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.run import Import
from crmdesk.exchange.mapping import Mapping as ColumnMapping
from crmdesk.exchange.mapping import RowShape
from crmdesk.exchange.mapping_proposal import propose_mapping
from crmdesk.exchange.mapping_store import presets
from crmdesk.exchange.table_source import open_table
from crmdesk.models.customer_codes import MAX_LENGTH, BadCode
from crmdesk.services.account_writing import CodeTaken
from crmdesk.services.accounts import AccountService
from crmdesk.services.record_values import NotANumber
from crmdesk.services.undo import UndoService
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store

Importer = Callable[..., ImportReport]
Look = Callable[..., list[Any]]
MALFORMED = Path(__file__).resolve().parents[4] / "shared" / "data" / "malformed"
SITES = "公司名称,站点名称,城市\n" + "".join(f"公司{number % 7},站点{number},上海\n" for number in range(50))


def everything(look: Look) -> list[Any]:
    return [
        look(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL") for table in ("company", "site", "contact", "position")
    ]


def rules_kept(store: Store) -> bool:
    with store.read() as connection:
        return not list(broken_rules(connection))


@pytest.mark.parametrize("at", [0.0, 0.05, 0.5, 1.0])
def test_a_cancelled_import_leaves_nothing(crm: Store, tmp_path: Path, look: Look, at: float) -> None:
    path, refused = tmp_path / "sites.csv", tmp_path / "refused.csv"
    path.write_text(SITES + "公司1,站点,上海,surplus\n", encoding="utf-8")
    source = open_table(path)
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
    before = look("SELECT count(*) FROM sync_op")

    def stop(share: float) -> None:
        if share >= at:
            raise Cancelled

    with pytest.raises(Cancelled):
        Import(source, mapping).run(crm, stop, refused)
    assert everything(look) == [[0], [0], [0], [0]]
    assert look("SELECT count(*) FROM sync_op") == before
    assert not list(tmp_path.glob("refused*"))


def test_progress_rises_to_the_end(crm: Store, tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    path.write_text(SITES, encoding="utf-8")
    source = open_table(path)
    told: list[float] = []
    Import(source, propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping).run(crm, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_refused_rows_are_written_as_they_were_with_the_reason(bring_in: Importer, look: Look, tmp_path: Path) -> None:
    refused = tmp_path / "refused.csv"
    text = "公司名称,网址,员工人数\n好公司,a.example,10\n,b.example,\n坏公司,=cmd,viele\n多公司,c.example,1,zu,viel\n"
    report = bring_in(text, refused=refused)
    assert (report.refused_count, report.refused_file) == (3, str(refused))
    with refused.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["公司名称", "网址", "员工人数", "crmdesk row", "crmdesk reason"]
    assert [row[3] for row in rows[1:]] == ["3", "4", "5"]
    assert rows[2][:3] == ["坏公司", "'=cmd", "viele"]
    assert rows[3][-2:] == ["zu", "viel"]
    assert look("SELECT legal_name FROM company") == ["好公司"]
    assert not list(tmp_path.glob("*.part"))


REFUSED_TABLE = "公司名称,编号,员工人数\n,,\n乙公司,,viele\n丙公司,,1,zu,viel\n丁公司,+,\n戊公司,QQSY,\n"


def test_a_reason_can_be_told_in_any_language(crm: Store, bring_in: Importer) -> None:
    company = AccountService(crm).create_company({"legal_name": "己公司", "code": "JI"}).record.key.id
    AccountService(crm).create_site({"name": "己店", "code": "QQSY", "company_id": company})
    columns = (("公司名称", "company.legal_name"), ("编号", "company.code"), ("员工人数", "company.headcount"))
    report = bring_in(REFUSED_TABLE, ColumnMapping(columns, shape=RowShape.COMPANY))
    told = {item.row: (item.field, item.template, item.reason) for item in report.refused}
    assert told == {
        3: ("Number of employees", NotANumber.template, "Number of employees must be a number, not “viele”."),
        4: ("", SurplusCells.template, SurplusCells(cells=2).message),
        5: ("Customer code", BadCode.template, f"Customer code: {BadCode(code='+', longest=MAX_LENGTH).message}"),
        6: ("Customer code", CodeTaken.template, "Customer code: Code QQSY already belongs to 己店. Choose another code."),
    }
    assert {template for _field, template, _reason in told.values()} <= {error.template for error in REASONS}
    assert all(item.template.format(**item.params) in item.reason for item in report.refused)
    assert ImportReport.from_json(json.loads(json.dumps(report.to_json())), report.changes).refused == report.refused


def test_refused_rows_are_written_in_the_words_of_the_person(bring_in: Importer, tmp_path: Path) -> None:
    words = {
        "{field} must be a number, not “{value}”.": "{field}须为数字，而不是“{value}”。",
        "Number of employees": "员工人数",
        "{field}: {reason}": "{field}：{reason}",
        NobodyNamed.template: "没有公司。",
        "Legal name": "公司全称",
    }
    bring_in("公司名称,网址,员工人数\n,b.example,\n乙公司,,viele\n", refused=tmp_path / "refused.csv", words=words)
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as stream:
        reasons = [row[-1] for row in csv.reader(stream)][1:]
    assert reasons == ["公司全称：没有公司。", "员工人数须为数字，而不是“viele”。"]


def test_nothing_refused_leaves_no_file(bring_in: Importer, tmp_path: Path) -> None:
    report = bring_in("公司名称\n好公司\n", refused=tmp_path / "refused.csv")
    assert report.refused_file is None
    assert not (tmp_path / "refused.csv").exists()


def test_one_undo_takes_a_whole_import_back(crm: Store, bring_in: Importer, look: Look) -> None:
    bring_in("公司名称,网址\n公司1,eins.example\n")
    bring_in(SITES.replace("公司1,站点1,", "公司1,站点一,"))
    assert everything(look) == [[7], [50], [0], [0]]
    UndoService(crm).undo_last()
    assert everything(look) == [[1], [0], [0], [0]]
    assert look("SELECT legal_name, website FROM company WHERE deleted_at IS NULL") == [("公司1", "eins.example")]
    UndoService(crm).redo_last()
    assert everything(look) == [[7], [50], [0], [0]]
    assert rules_kept(crm)


def test_the_store_keeps_its_rules_after_an_import_over_several_batches(crm: Store, bring_in: Importer, look: Look) -> None:
    rows = "".join(f"公司{number // 9},站点{number},城市{number % 5}\n" for number in range(2_500))
    bring_in("公司名称,站点名称,城市\n" + rows)
    assert everything(look)[:2] == [[278], [2_500]]
    assert rules_kept(crm)


def register_cut(real_data: Path, target: Path, rows: int) -> Path:
    with gzip.open(real_data / "accounts" / "cn_companies_and_branches.csv.gz", "rt", encoding="utf-8") as stream:
        target.write_text("".join(islice(stream, rows + 1)), encoding="utf-8")
    return target


def test_the_register_comes_in_whole_and_twice_the_same(
    crm: Store, bring_in: Importer, look: Look, real_data: Path, tmp_path: Path
) -> None:
    cut = register_cut(real_data, tmp_path / "register.csv", 2_000)
    report = bring_in(cut)
    assert report.rows == 2_000
    assert report.refused_count == 0
    company, site, unit = (report.kinds[kind] for kind in (RecordKind.COMPANY, RecordKind.SITE, RecordKind.UNIT))
    assert (company.created > 1_000, site.created + unit.created) == (True, 2_000)
    assert 0 < unit.created < 40  # shops under the roof of their company are departments of its site
    assert rules_kept(crm)
    again = bring_in(cut)
    unchanged = [again.kinds[kind].unchanged for kind in (RecordKind.COMPANY, RecordKind.SITE, RecordKind.UNIT)]
    assert unchanged == [company.created, site.created, unit.created]
    assert again.changes is not None
    assert not again.changes


def test_the_deep_swiss_tree_keeps_its_levels(bring_in: Importer, look: Look, real_data: Path) -> None:
    report = bring_in(real_data / "accounts" / "swiss_public_bodies.csv")
    assert (report.kinds[RecordKind.COMPANY].created, report.refused_count) == (2_785, 0)
    depths = look(
        """WITH RECURSIVE down(id, depth) AS (SELECT id, 0 FROM company WHERE parent_id IS NULL UNION ALL
             SELECT c.id, down.depth+1 FROM company c JOIN down ON c.parent_id=down.id)
           SELECT depth, count(*) FROM down GROUP BY 1 ORDER BY 1"""
    )
    assert depths == [(0, 10), (1, 62), (2, 220), (3, 313), (4, 576), (5, 875), (6, 622), (7, 94), (8, 13)]
    assert look("SELECT max(site_count) FROM company")[0] > 1_500


def test_stores_of_the_world_belong_to_their_brands(bring_in: Importer, look: Look, real_data: Path, tmp_path: Path) -> None:
    cut = tmp_path / "starbucks_2017.csv"
    with (real_data / "accounts" / "starbucks_2017.csv").open(encoding="utf-8") as stream:
        cut.write_text("".join(islice(stream, 1_501)), encoding="utf-8")
    report = bring_in(cut)
    assert report.refused_count == 0
    site, unit = report.kinds[RecordKind.SITE], report.kinds[RecordKind.UNIT]
    assert site.created + unit.created == 1_500
    assert 0 < unit.created < 30  # two counters of one airport terminal, say
    assert "Starbucks" in look("SELECT legal_name FROM company")
    assert bring_in(cut).kinds[RecordKind.SITE].unchanged == site.created


@pytest.mark.skipif(not MALFORMED.is_dir(), reason="the malformed files are not beside the repository")
@pytest.mark.parametrize(
    "path",
    sorted(path for path in MALFORMED.rglob("*") if path.is_file() and path.stat().st_size < 400_000),
    ids=lambda path: path.name,
)
def test_every_malformed_file_is_imported_or_refused_with_a_reason(crm: Store, look: Look, path: Path) -> None:
    reason = ""
    report = None
    try:
        source = open_table(path)
        mapping = propose_mapping(source.headers, [row.cells for row in source.preview()], presets()).mapping
        report = Import(source, mapping).run(crm)
    except CrmError as error:
        reason = error.message
    if report is None:
        assert reason
        assert everything(look) == [[0], [0], [0], [0]]
    else:
        assert report.rows == report.refused_count or report.kinds[RecordKind.COMPANY].created or report.skipped
