import pytest

from tests.app.cli.conftest import Ask

_COMPANY, _SITE = "JLFSY2", "JLFSY2-XCMLD"


def test_a_dry_run_changes_nothing_and_a_move_is_undone(crm: Ask) -> None:
    before = crm("show", _SITE, "--json").json
    trial = crm("move", _SITE, "--to", "JLF", "--dry-run", "--json").json
    assert (trial["dry_run"], trial["transaction"]) == (True, None)
    assert crm("show", _SITE, "--json").json == before
    done = crm("move", _SITE, "--to", "JLF", "--json").json
    assert done["transaction"]
    assert [part["name"] for part in done["moved"][0]["after"]] == [part["name"] for part in done["target"]]
    after = crm("show", _SITE, "--json").json
    assert [part["name"] for part in after["path"]] == [part["name"] for part in done["target"]]
    assert after["ultimate_parent"] == after["path"][0]
    assert crm("undo", "--json").json["action"] == "move"
    assert crm("show", _SITE, "--json").json == before


def test_words_for_people(crm: Ask) -> None:
    said = crm("move", _SITE, "--to", "JLF", "--dry-run").out
    assert "马连道店" in said
    assert "Nothing was changed." in said


def test_a_cycle_is_refused_in_words(crm: Ask) -> None:
    refused = crm("move", "JLF", "--to", _COMPANY, "--json")
    assert refused.code == 1
    assert refused.json["error"]["code"] == "CompanyCycle"


@pytest.mark.parametrize("where", [(), ("--to", "JLF", "--to-top")])
def test_where_to_is_said_once(crm: Ask, where: tuple[str, ...]) -> None:
    assert crm("move", _COMPANY, *where).code == 2


def test_roll_ups_agree_with_the_tree(crm: Ask) -> None:
    rolled = crm("rollup", "JLF", "--json").json
    sites = next(measure for measure in rolled["measures"] if measure["measure"] == "sites")
    assert sites["subtree"] == crm("show", "JLF", "--json").json["sites"]
    assert sum(part["figure"] for part in sites["by_status"]) == sites["subtree"]
    assert "Sites" in crm("rollup", _SITE).out


def test_finding_below_a_node_and_elsewhere(crm: Ask) -> None:
    everything = {hit["id"] for hit in crm("find", "店", "--limit", "500", "--json").json}
    inside = {hit["id"] for hit in crm("find", "店", "--limit", "500", "--under", "JLF", "--json").json}
    outside = {hit["id"] for hit in crm("find", "店", "--limit", "500", "--not-under", "JLF", "--json").json}
    assert inside
    assert outside
    assert inside | outside == everything
    assert not inside & outside
