"""Who has a lead, on the command line: look for collisions, claim, release, assign."""

from pathlib import Path

import pytest

from crmdesk.core.vocabulary import RecordKind, Taxonomy
from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store
from tests.app.cli.conftest import Ask

MINE, POOLED, ACCOUNT = "杭州恒越食品有限公司（示例）", "深圳金穗商业有限公司（示例）", "北京家乐福商业有限公司"


def test_claimed_and_released(crm: Ask) -> None:
    claimed = crm("claim", POOLED, "--json").json
    assert (claimed["kind"], len(claimed["ids"]), claimed["provisional"]) == ("lead", 1, False)
    assert crm("leads", POOLED, "--json").json["owner"] == "Chen Wei"
    assert crm("claim", POOLED).out == "You have them already.\n"
    assert crm("release", POOLED).out == "1 × released.\n"
    assert crm("leads", POOLED, "--json").json["pool"] == "华东公海"
    answer = crm("claim", POOLED)
    assert (answer.code, "you can claim it again from" in answer.err) == (1, True)


def test_a_rule_that_forbids_it_is_named_and_nothing_is_claimed(crm: Ask) -> None:
    waiting = [row["id"] for row in crm("leads", "--pool", "华东公海", "--json").json["leads"]]
    assert len(waiting) > 5
    answer = crm("claim", *waiting, "--anyway")
    assert (answer.code, "may claim 5 a day" in answer.err) == (1, True)
    assert crm("leads", "--pool", "华东公海", "--json").json["total"] == len(waiting)


def test_a_customer_that_is_known_is_claimed_knowingly(crm: Ask) -> None:
    refused = crm("claim", ACCOUNT, "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "MayBeTheSame")
    assert refused.err.endswith("Option: --anyway.\n")
    assert len(crm("claim", ACCOUNT, "--anyway", "--json").json["ids"]) == 1


def test_a_reason_is_given_where_the_pool_asks(demo: Path, crm: Ask) -> None:
    with Store.open(demo, None) as store:
        services = Services.over(store)
        (pool,) = services.pools.all()
        services.pools.save(pool.id, {"asks_reason": True})
        reason = services.taxonomies.terms(Taxonomy.RELEASE_REASON)[0]
    assert crm("release", MINE, "--pool", "华东公海").code == 1
    assert crm("release", MINE, "--pool", "华东公海", "--reason", "none of these").code == 1
    assert crm("release", MINE, "--reason", reason.code).code == 0
    assert crm("leads", MINE, "--json").json["pool"] == "华东公海"


def test_accounts_are_claimed_and_released_by_their_code(demo: Path, crm: Ask) -> None:
    with Store.open(demo, None) as store:
        services = Services.over(store)
        (pool,) = services.pools.all()
        services.pools.save(pool.id, {"takes_accounts": True})
        site = services.accounts.find_by_code("JLFSY2-XCMLD")
        me = services.users.all()[0].id
        services.accounts.save(site, {"owner_id": me})
    released = crm("release", "site:JLFSY2-XCMLD", "--json").json
    assert (released["kind"], released["ids"]) == (RecordKind.SITE.value, [site.id])
    assert crm("pools", "waiting", "--accounts", "--json").json["waiting"][0]["id"] == site.id
    assert crm("claim", f"site:{site.id}").code == 1  # the former owner must wait
    assert crm("claim", "site:JLFSY2-XCMLD", POOLED).code == 2


def test_with_a_centre_a_claim_is_asked_for_and_taken_back(demo: Path, crm: Ask) -> None:
    with Store.open(demo, None) as store, store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl (k, v) VALUES ('centre', '{}')")
        uow.commit()
    assert crm("claim", POOLED).out == "1 × asked for; the centre decides.\n"
    shown = crm("leads", POOLED, "--json").json
    assert (shown["provisional"], shown["owner"], shown["pool"]) == (True, None, "华东公海")
    assert "asked for" in crm("leads", POOLED).out
    assert crm("release", POOLED).code == 0
    assert not crm("leads", POOLED, "--json").json["provisional"]


def test_assigned_to_a_person_by_name_login_or_id(demo: Path, crm: Ask) -> None:
    with Store.open(demo, None) as store:
        users = Services.over(store).users
        first, _ = users.add("李娜")
        users.add("张伟")
        users.add("张伟")
    assert crm("assign", MINE, "--to", "李娜").out == "1 × given to 李娜.\n"
    assert crm("leads", MINE, "--json").json["owner"] == "李娜"
    assert crm("assign", MINE, "--to", first, "--json").json["transaction"] is None
    alike = crm("assign", MINE, "--to", "张伟")
    assert (alike.code, "Give the id of one" in alike.err) == (1, True)
    assert crm("release", MINE).code == 1  # not mine any more


def test_a_collision_tells_who_and_not_more(crm: Ask) -> None:
    (found,) = crm("collisions", MINE, "--json").json
    assert (found["name"], found["owner"], found["kind"]) == (MINE, "Chen Wei", "lead")
    assert set(found) == {"kind", "id", "name", "owner", "pool", "last_follow_up_at", "status", "score", "why"}
    assert crm("collisions", "--mail", "lead01@example.com", "--json").json[0]["id"] == found["id"]
    assert MINE in crm("collisions", MINE).out
    assert crm("collisions", "从来没有过的一家公司").out == "Nobody has it.\n"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("collisions",), 2, "Give a NAME"),
        (("assign", MINE, "--to", "Nobody"), 1, "No person is called Nobody."),
        (("release", POOLED), 1, "not yours"),
        (("release", MINE, "--pool", "nowhere"), 1, "No pool is called nowhere."),
        (("claim", "site:NOWHERE"), 1, "NOWHERE"),
    ],
)
def test_what_cannot_be_is_told(crm: Ask, line: tuple[str, ...], code: int, said: str) -> None:
    answer = crm(*line)
    assert (answer.code, said in answer.err) == (code, True)
