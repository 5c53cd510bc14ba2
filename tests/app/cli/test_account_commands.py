"""find, tree, show, add, set, log, undo as a person types them."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.mark.parametrize("text", ["家乐福", "jialefu", "jlf", "家lefu", "JLF"])
def test_find_has_the_group_first_however_it_is_typed(crm: Ask, text: str) -> None:
    hits = crm("find", text, "--limit", "3", "--json").json
    assert (hits[0]["code"], len(hits)) == ("JLF", 3)


def test_find_prints_a_table(crm: Ask) -> None:
    answer = crm("find", "马连道")
    assert "家乐福 › 北京家乐福商业有限公司" in answer.out


def test_tree_says_how_much_more_there_is(crm: Ask) -> None:
    lines = crm("tree", "JLF", "--depth", "1", "--limit", "2").out.splitlines()
    assert len(lines) == 3
    assert lines[2].startswith("… ")


def test_a_second_site_at_one_address_is_another_building_only_if_somebody_says_so(crm: Ask) -> None:
    site = ("add", "site", "company=JLFSY2", "city=北京市", "street=望京街1号")
    assert crm(*site, "name=望京店").code == 0
    refused = crm(*site, "name=望京二店")
    assert refused.code == 1
    assert "望京店" in refused.err
    assert "--another-building" in refused.err
    made = crm(*site, "name=望京二店", "--another-building", "--json").json
    assert made["fields"]["name"] == "望京二店"
    assert crm("set", made["fields"]["code"], "street=望京街 1 号").code == 0


def test_an_account_is_added_changed_shown_and_undone(crm: Ask) -> None:
    made = crm(
        "add", "site", "company=JLFSY2", "name=望京店", "city=北京市", "source=fair-canton", "place_kind=store", "--json"
    ).json
    assert made["fields"]["code"].startswith("JLFSY2-")
    code = made["fields"]["code"]
    assert crm("set", code.lower(), "phone=010-84566688", "grade=A").code == 0
    shown = crm("show", code, "--json").json
    assert (shown["fields"]["phone"], shown["names"]["source_id"], shown["names"]["grade"]) == (
        "010 8456 6688",
        "Canton Fair",
        "A – key customer",
    )
    entries = crm("log", code, "--json").json
    assert [entry["action"] for entry in entries] == ["edit", "edit"]
    assert crm("undo", "--json").json["action"] == "edit"
    assert crm("show", code, "--json").json["fields"]["grade"] is None
    assert crm("show", f"site:{made['id']}", "--json").json["name"] == "望京店"


def test_show_names_what_ids_stand_for(crm: Ask) -> None:
    assert "超级市场零售" in crm("show", "JLF").out
