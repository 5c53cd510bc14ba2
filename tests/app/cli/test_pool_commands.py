"""Pools on the command line: claim, release, list, run the rules."""

from tests.app.cli.conftest import Ask

MINE, POOLED = "杭州恒越食品有限公司（示例）", "深圳金穗商业有限公司（示例）"


def test_claimed_and_released(crm: Ask) -> None:
    claimed = crm("claim", POOLED, "--json").json
    assert (len(claimed["leads"]), claimed["provisional"]) == (1, False)
    assert crm("leads", POOLED, "--json").json["owner"] == "Chen Wei"
    assert crm("release", POOLED).out == "1 × released.\n"
    assert crm("leads", POOLED, "--json").json["pool"] == "华东公海"


def test_a_rule_that_forbids_it_is_named_and_nothing_is_claimed(crm: Ask) -> None:
    waiting = [row["id"] for row in crm("leads", "--pool", "华东公海", "--json").json["leads"]]
    assert len(waiting) > 5
    answer = crm("claim", *waiting)
    assert answer.code == 1
    assert "华东公海" in answer.err
    assert crm("leads", "--pool", "华东公海", "--json").json["total"] == len(waiting)


def test_not_mine_is_not_released(crm: Ask) -> None:
    assert crm("release", POOLED).code == 1


def test_rules_run_once_and_say_what_they_moved(crm: Ask) -> None:
    first = crm("pools", "--run", "--json").json
    assert sum(line["count"] for line in first["moved"]) > 0
    assert {line["rule"] for line in first["moved"]} == {"unfollowed"}
    again = crm("pools", "--run")
    assert "Nothing is due." in again.out
    (pool,) = crm("pools", "--json").json["pools"]
    assert pool["rules"]["daily_claims"] == 5
    assert pool["members"] == [{"name": "Chen Wei", "role": "administrator"}]
