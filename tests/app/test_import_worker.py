"""The worker process by its pipes: what it is told, what it answers, and that it does not outlive its window."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.exchange.mapping_proposal import propose_mapping
from crmdesk.exchange.table_source import open_table

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

Worker = subprocess.Popen[bytes]


@pytest.fixture
def worker() -> Iterator[Worker]:
    process = subprocess.Popen(
        [sys.executable, "-m", "crmdesk", "import-worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    yield process
    process.kill()
    process.communicate()


def order(opened: "Store", folder: Path, rows: int, **changed: Any) -> bytes:
    folder.mkdir(exist_ok=True)
    path = folder / "list.csv"
    path.write_text(
        "\n".join(["公司名称,地址", *(f"第{number}贸易有限公司,人民路{number}号" for number in range(rows))]), "utf-8"
    )
    source = open_table(path)
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
    shape = {
        "store": str(opened.path),
        "key": None if opened.key is None else opened.key.raw.hex(),
        "salt": None if opened.key is None else opened.key.salt.hex(),
        "request": ImportRequest(source, mapping, dry_run=False).to_json(),
    }
    return json.dumps({**shape, **changed}).encode() + b"\n"


def answers(worker: Worker, *lines: bytes) -> list[dict[str, Any]]:
    output, errors = worker.communicate(b"".join(lines), timeout=60)
    assert errors == b""
    return [json.loads(line) for line in output.splitlines()]


def test_the_last_line_is_the_report(worker: Worker, encrypted_store: "Store", tmp_path: Path) -> None:
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(order(encrypted_store, tmp_path, 3))
    worker.stdin.flush()
    said = [json.loads(line) for line in worker.stdout]
    assert said[-1]["report"]["company"]["created"] == 3
    assert said[-1]["changes"]["action"] == "import"
    assert all(0 <= line["progress"] <= 1 for line in said[:-1])
    assert worker.wait(30) == 0


def test_refused_rows_are_written_in_the_words_of_the_window(worker: Worker, store: "Store", tmp_path: Path) -> None:
    path, refused = tmp_path / "list.csv", tmp_path / "refused.csv"
    path.write_text("公司名称,员工人数\n甲公司,viele\n", "utf-8")
    source = open_table(path)
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()]).mapping
    words = {"{field} must be a number, not “{value}”.": "{field}须为数字。"}
    request = ImportRequest(source, mapping, dry_run=False, refused_file=refused, words=words)
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(order(store, tmp_path / "other", 1, request=request.to_json()))
    worker.stdin.flush()
    (row,) = json.loads(worker.stdout.readlines()[-1])["report"]["refused_rows"]
    assert row["template"].format(**row["params"]) == row["reason"]
    assert "Number of employees须为数字。" in refused.read_text("utf-8-sig")


def test_it_stops_when_the_window_is_gone(worker: Worker, store: "Store", tmp_path: Path) -> None:
    said = answers(worker, order(store, tmp_path, 3_000))  # communicate closes its input
    assert worker.returncode in {1, 3}  # at the next step, or by force where a step takes long
    assert not any("report" in line for line in said)


def test_it_stops_when_asked_to(worker: Worker, store: "Store", tmp_path: Path) -> None:
    assert answers(worker, order(store, tmp_path, 3_000), b"cancel\n")[-1]["error"]["code"] == "Cancelled"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"store": "/nowhere/gone.db"}, "StoreMissing"),
        ({"key": "00" * 32, "salt": "00" * 16}, "WrongKey"),
        ({"key": None}, "KeyMissing"),
    ],
)
def test_what_the_store_refuses_comes_back_in_its_words(
    worker: Worker, encrypted_store: "Store", tmp_path: Path, changed: dict[str, Any], code: str
) -> None:
    refusal = answers(worker, order(encrypted_store, tmp_path, 1, **changed))[-1]["error"]
    assert refusal["code"] == code
    assert refusal["template"].format(**refusal["params"]) == refusal["message"]


def test_a_bug_is_told_by_its_place_without_any_value(worker: Worker, store: "Store", tmp_path: Path) -> None:
    said = answers(worker, order(store, tmp_path, 1, request={"file": 17, "secret": "13800138000"}))[-1]
    assert "import_worker" in said["bug"]
    assert "13800138000" not in said["bug"]
