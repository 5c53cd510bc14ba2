"""A day's work, killed at the end: what was saved is there the next morning, in the window and for the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = """name,parent_name,branch_kind,uscc,root_name,root_uscc,parent_uscc,province,city,address
北京家乐福商业有限公司,,总公司,,北京家乐福商业有限公司,,,北京,北京,北京市西城区马连道11号
北京家乐福商业有限公司马连道店,北京家乐福商业有限公司,门店,,北京家乐福商业有限公司,,,北京,北京,北京市西城区马连道11号
北京家乐福商业有限公司方圆店,北京家乐福商业有限公司,门店,,北京家乐福商业有限公司,,,北京,北京,北京市海淀区中关村南大街甲56号
"""


@contextmanager
def _played(*arguments: str) -> Iterator[IO[str]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.working_day", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    assert child.stdout is not None
    try:
        yield child.stdout
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


def _told(stream: IO[str]) -> dict[str, Any]:
    line = stream.readline()
    assert line, "the program ended before it told anything"
    told: dict[str, Any] = json.loads(line)
    return told


@pytest.mark.timeout(240)
def test_what_was_saved_before_a_kill_is_there_the_next_day(tmp_path: Path, crmdesk_home: Path) -> None:
    store, file = tmp_path / "my.store", tmp_path / "stores.csv"
    file.write_text(ROWS, encoding="gb18030")
    with _played("morning", str(store), str(file)) as morning:
        saved = _told(morning)
    assert saved["rows"] == 3
    with _played("next-day", str(store), saved["saved"]) as next_day:
        found = _told(next_day)
    assert found["path"] == ["北京家乐福商业有限公司"]
    assert found["shown"] == "010 6327 1234"
    values = found["values"]
    assert (values["name"], values["grade"], values["customer_kind"]) == ("马连道店", "A", "end-customer")
    assert values["graded_at"]
    checked = subprocess.run(
        [sys.executable, "-m", "crmdesk", "--store", str(store), "check", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
