"""Pools on the command line: list, what is due, what waits, run the rules."""

from pathlib import Path

from crmdesk.core.vocabulary import PoolRole
from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store
from tests.app.cli.conftest import Ask


def test_pools_are_listed_with_rules_and_members(demo: Path, crm: Ask) -> None:
    (pool,) = crm("pools", "--json").json
    assert pool["rules"]["daily_claims"] == pool["claims_left"] == 5
    assert "masks_contacts" not in pool["rules"]
    assert pool["members"] == [{"name": "Chen Wei", "role": "administrator"}]
    assert "5 of 5" in crm("pools").out
    with Store.open(demo, None) as store:
        services = Services.over(store)
        services.pools.save(pool["id"], {"daily_claims": 0, "masks_contacts": True, "days_by_grade": {"A": 90}})
        other, _ = services.users.add("李娜")
        services.pools.set_members(pool["id"], {other: PoolRole.MEMBER})
    (changed,) = crm("pools", "--json").json
    assert (changed["rules"]["daily_claims"], changed["rules"]["masks_contacts"]) == (0, True)
    assert changed["rules"]["days_by_grade"] == {"A": 90}
    assert (changed["open_to_me"], changed["claims_left"]) == (False, None)
    assert "not mine" in crm("pools").out


def test_what_is_due_is_what_the_rules_move_and_only_once(crm: Ask) -> None:
    soon = crm("pools", "due", "--json").json
    due = {row["id"] for row in soon["due"] if row["days_left"] == 0}
    assert {row["owner"] for row in soon["due"]} == {"Chen Wei"}
    (line,) = crm("pools", "run", "--json").json["moved"]
    assert (line["kind"], line["rule"], line["count"]) == ("lead", "unfollowed", len(due))
    assert set(line["ids"]) == due
    assert crm("pools", "run").out == "Nothing is due.\n"
    assert crm("pools", "due", "--all", "--json").json["total"] == soon["total"] - len(due)
    came = {row["id"]: row["rule"] for row in crm("pools", "waiting", "--json").json["waiting"]}
    assert {came[record] for record in due} == {"unfollowed"}


def test_people_are_told_names(crm: Ask) -> None:
    due = crm("pools", "due").out
    said = crm("pools", "run").out.splitlines()
    assert said[0].endswith("× lead by the rule unfollowed:")
    assert all(line.strip() in due for line in said[1:])


def test_what_waits_is_listed_by_pool_and_text(crm: Ask) -> None:
    everything = crm("pools", "waiting", "--json").json
    assert everything["total"] == crm("leads", "--pool", "华东公海", "--json").json["total"]
    few = crm("pools", "waiting", "华东公海", "--search", "金穗", "--json").json
    assert [row["name"] for row in few["waiting"]] == ["深圳金穗商业有限公司（示例）"]
    assert "more; --limit shows them" in crm("pools", "waiting", "--limit", "1").out
    assert crm("pools", "waiting", "--accounts", "--json").json["total"] == 0
    nowhere = crm("pools", "waiting", "nowhere")
    assert (nowhere.code, nowhere.err) == (1, "No pool is called nowhere.\n")
    assert crm("pools", "due").code == 0
