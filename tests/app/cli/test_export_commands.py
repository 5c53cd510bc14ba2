"""`crmdesk export` over the demo store and a real PostgreSQL."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.export.values import ExportReport
from tests.sync.export.report_database import Query, query, report_database, report_server

__all__ = ["query", "report_database", "report_server"]
Ask = Callable[..., Any]
PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "cli.md"


@pytest.fixture
def export(crm: Ask, report_database: CentreSettings) -> Ask:
    def export(*arguments: str) -> Any:
        return crm("export", "--to", report_database.to_url(), "--insecure-local", *arguments)

    return export


def test_a_dry_run_then_the_export_then_only_what_changed(export: Ask, crm: Ask, query: Query) -> None:
    said = export("--dry-run")
    assert said.code == 0
    assert "Dry run: nothing was written." in said.out
    first = export("--json").json
    assert first["first"]
    assert first["total"]["new"] == query("SELECT rows_new FROM crmdesk.export_run")[0][0]
    crm("set", "JLF", "phone=010-63271234")
    assert export("--json").json["total"] == {"new": 0, "changed": 1, "unchanged": 0, "deleted": 0, "kept": 0}
    said = export("--full")
    assert "0 rows written to" in said.out


def test_the_report_has_exactly_the_documented_keys(export: Ask) -> None:
    found = re.search(r"<!-- report: export -->\n```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert found is not None
    documented, printed = json.loads(found[1]), export("--dry-run", "--json").json
    assert documented.keys() == printed.keys()
    assert documented["tables"]["site"].keys() == printed["tables"]["site"].keys() == printed["total"].keys()
    assert ExportReport.from_json(printed).to_json() == printed


def test_a_password_comes_by_a_descriptor_never_by_the_address(crm: Ask) -> None:
    said = crm("export", "--to", "postgresql://li:geheim@localhost:1/x", "--insecure-local", "--json")
    assert (said.code, said.json["error"]["code"]) == (1, "SecretInAddress")
    reading, writing = os.pipe()
    os.write(writing, b"geheim\n")
    os.close(writing)
    said = crm("export", "--to", "postgresql://li@localhost:1/x", "--insecure-local", "--password-fd", str(reading), "--json")
    os.close(reading)
    assert (said.code, said.json["error"]["code"]) == (1, "DatabaseUnreachable")
    assert "geheim" not in said.out + said.err


def test_the_statements_are_printed_without_any_database(ask: Ask) -> None:
    said = ask("export", "--print-sql", "--schema", "sales")
    assert said.code == 0
    assert "CREATE TABLE IF NOT EXISTS sales.site (" in said.out
    assert ask("export", "--print-sql", "--schema", "Sales!").code == 1


def test_where_to_is_asked_for(crm: Ask) -> None:
    assert crm("export").code == 2
