"""`crmdesk import` and `crmdesk mapping` from the outside."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crmdesk.app import paths

Ask = Callable[..., Any]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text(
        "公司名称,站点名称,城市,备注列\n全球石油有限公司,浦东油库,上海,甲\n全球石油有限公司,虹桥油库,上海,乙\n,,,丙\n",
        encoding="gb18030",
    )
    return path


def test_an_import_makes_a_missing_store_and_reports(ask: Ask, table: Path, tmp_path: Path) -> None:
    store, refused = tmp_path / "new.store", tmp_path / "refused.csv"
    answer = ask("--store", store, "--unencrypted", "import", table, "--refused", refused, "--json")
    assert answer.code == 0
    assert answer.err == ""
    assert (answer.json["company"]["created"], answer.json["site"]["created"], answer.json["refused"]) == (1, 2, 1)
    assert refused.exists()
    text = ask("--store", store, "import", table)
    assert "3 rows read" in text.out
    assert "row 4:" in text.out


def test_a_dry_run_makes_no_store(ask: Ask, table: Path, tmp_path: Path) -> None:
    answer = ask("--store", tmp_path / "new.store", "import", table, "--dry-run", "--json")
    assert answer.json["site"]["created"] == 2
    assert not (tmp_path / "new.store").exists()


def test_a_refused_file_leaves_no_new_store(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    answer = ask("--store", tmp_path / "new.store", "--unencrypted", "import", tmp_path / "empty.csv")
    assert answer.code == 1
    assert not (tmp_path / "new.store").exists()


def test_a_mapping_is_printed_edited_given_back_and_remembered(ask: Ask, table: Path, tmp_path: Path) -> None:
    printed = json.loads(ask("mapping", table).out)
    printed["columns"]["备注列"] = "company.note"
    map_file = tmp_path / "map.json"
    map_file.write_text(json.dumps(printed), encoding="utf-8")
    store = tmp_path / "new.store"
    assert ask("--store", store, "--unencrypted", "import", table, "--map", map_file, "--remember", "Oil").code == 0
    assert [path.name for path in paths.mappings_folder().iterdir()] == ["Oil.json"]
    again = ask("mapping", table, "--json").json
    assert again["mapping"]["name"] == "Oil"
    assert again["columns"][3] == {"column": "备注列", "field": "company.note", "confidence": 1.0, "reason": "remembered"}


def test_a_mapping_for_other_columns_is_refused(ask: Ask, table: Path, tmp_path: Path) -> None:
    map_file = tmp_path / "map.json"
    map_file.write_text('{"columns": {"名": "company.legal_name"}}', encoding="utf-8")
    answer = ask("--store", tmp_path / "new.store", "--unencrypted", "import", table, "--map", map_file, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (1, "MappingInvalid")
    assert not (tmp_path / "new.store").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C reaches processes otherwise there")
def test_ctrl_c_stops_an_import_and_leaves_nothing(tmp_path: Path) -> None:
    path, store = tmp_path / "many.csv", tmp_path / "new.store"
    path.write_text("公司名称,站点名称,城市\n" + "".join(f"公司{n % 99},站点{n},上海\n" for n in range(60_000)), encoding="utf-8")
    line = [sys.executable, "-m", "crmdesk", "--store", str(store), "--unencrypted", "import", str(path), "--json"]
    terminal, error_end = pty.openpty()
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=error_end, text=True) as process:
        os.close(error_end)
        said = b""
        while max(map(int, re.findall(rb" (\d+)%", said)), default=0) < 14:  # then the first pass is over, rows are being written
            said += os.read(terminal, 4096)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    os.close(terminal)
    assert process.returncode == 1
    assert json.loads(out)["error"]["code"] == "Cancelled"
    assert not list(tmp_path.glob("new.store*"))
