"""`check`, `backup`, `restore`, `demo`, and undoing what the demo did."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

Ask = Callable[..., Any]


def test_the_demo_is_sound_and_within_its_size(crm: Ask) -> None:
    assert crm("check", "--json").json == {"sound": True, "checked": "full", "repaired": False, "findings": []}
    groups = crm("tree", "--depth", "1", "--json").json
    assert {"JLF", "WEM", "MDL", "CH"} <= {group["code"] for group in groups}
    assert all(group["sites"] > 3 for group in groups if not group["code"].startswith("DYJD"))


def test_a_broken_rule_is_found_and_told(crm: Ask, demo: Path) -> None:
    connection = dbapi2.connect(str(demo))
    connection.execute("UPDATE company SET parent_id='00000000000000000000000000000000' WHERE code='JLFSY2'")
    connection.commit()
    connection.close()
    answer = crm("check", "--json")
    assert (answer.code, answer.json["sound"]) == (1, False)
    finding = answer.json["findings"][0]
    assert (finding["severity"], finding["kind"], finding["code"]) == ("error", "company", "JLFSY2")
    assert crm("check").code == 1


def test_what_is_derived_is_repaired(crm: Ask, demo: Path) -> None:
    connection = dbapi2.connect(str(demo))
    connection.execute("UPDATE company SET site_count=site_count+1 WHERE code='JLF'")
    connection.commit()
    connection.close()
    assert crm("check", "--json").json["findings"]
    repaired = crm("check", "--repair", "--json")
    assert (repaired.code, repaired.json["repaired"], repaired.json["findings"]) == (0, True, [])


def test_a_backup_brings_back_what_was_changed(crm: Ask, tmp_path: Path) -> None:
    made = crm("backup", tmp_path / "backups", "--json").json
    crm("set", "JLF", "short_name=CARREFOUR")
    restored = crm("restore", made["path"], "--json")
    assert restored.code == 0
    assert Path(restored.json["kept"]).exists()
    assert crm("show", "JLF", "--json").json["fields"]["short_name"] == "家乐福"


def test_a_damaged_backup_is_refused(crm: Ask, tmp_path: Path) -> None:
    made = Path(crm("backup", tmp_path / "backups", "--json").json["path"])
    made.write_bytes(made.read_bytes()[:20_000])
    answer = crm("restore", made)
    assert (answer.code, len(answer.err.splitlines())) == (1, 1)
    assert crm("check", "--quick").code == 0


def test_the_demo_goes_where_it_is_told_and_never_over_a_file(ask: Ask, crm: Ask, tmp_path: Path) -> None:
    assert crm("demo").code == 1
    (tmp_path / "text.store").write_text("mine")
    assert ask("--store", tmp_path / "text.store", "demo").code == 1
    assert (tmp_path / "text.store").read_text() == "mine"
