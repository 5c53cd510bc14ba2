"""Leads on the command line: list, show, follow up, disqualify."""

from pathlib import Path

import pytest

from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store
from tests.app.cli.conftest import Ask

MINE, POOLED = "杭州恒越食品有限公司（示例）", "深圳金穗商业有限公司（示例）"


def test_lists_are_narrowed_and_counted(crm: Ask) -> None:
    everything = crm("leads", "--json").json
    assert everything["total"] == len(everything["leads"]) > 10
    few = crm("leads", "--status", "qualified", "--limit", "1", "--json").json
    assert (len(few["leads"]), few["leads"][0]["status"]) == (1, "qualified")
    assert few["total"] > 1
    assert "more; --limit shows them" in crm("leads", "--limit", "1").out
    assert {row["pool"] for row in crm("leads", "--pool", "华东公海", "--json").json["leads"]} == {"华东公海"}
    assert {row["owner"] for row in crm("leads", "--mine", "--json").json["leads"]} == {"Chen Wei"}
    assert crm("leads", "--search", "hengyue", "--json").json["total"] == 1
    assert crm("leads", "--due", "2000-01-01", "--json").json["total"] == 0


def test_one_is_shown_with_what_was_said(crm: Ask) -> None:
    assert crm("follow-up", MINE, "--text", "来电询价", "--next", "报价", "--on", "2026-12-01").out == "1 × followed up.\n"
    shown = crm("leads", MINE, "--json").json
    assert (shown["status"], shown["fields"]["next_step"], shown["fields"]["next_step_on"]) == ("working", "报价", "2026-12-01")
    assert [one["text"] for one in shown["follow_ups"]] == ["来电询价"]
    assert "来电询价" in crm("leads", MINE).out
    assert crm("undo").code == 0
    assert crm("leads", MINE, "--json").json["status"] == "new"


def test_what_was_done_before_is_dated_so(crm: Ask) -> None:
    for when, told in (("2026-11-20T09:30+08:00", "2026-11-20T01:30:00.000Z"), ("2026-11-21", None)):
        assert crm("follow-up", MINE, "--text", "x", "--kind", "visit", "--at", when).code == 0
        newest = crm("leads", MINE, "--json").json["follow_ups"][0]
        assert newest["kind"] == "visit"
        assert told is None or newest["at"] == told


def test_several_are_disqualified_in_one_action(crm: Ask) -> None:
    done = crm("disqualify", MINE, POOLED, MINE, "--reason", "没有预算", "--again", "2027-01-15", "--json").json
    assert (len(done["ids"]), bool(done["transaction"])) == (2, True)
    shown = crm("leads", POOLED, "--json").json
    assert (shown["status"], shown["reason"], shown["fields"]["look_again_on"]) == ("disqualified", "No budget", "2027-01-15")
    again = crm("reopen", POOLED, "--json").json
    assert (again["ids"], bool(again["transaction"])) == ([shown["id"]], True)
    assert crm("leads", POOLED, "--json").json["status"] in {"new", "working"}
    assert crm("leads", MINE, "--json").json["status"] == "disqualified"
    crm("undo", again["transaction"])
    assert crm("leads", POOLED, "--json").json["status"] == "disqualified"


def test_looking_into_a_pool_counts_as_a_view(demo: Path, crm: Ask) -> None:
    with Store.open(demo, None) as store:
        services = Services.over(store)
        (pool,) = services.pools.all()
        services.pools.save(pool.id, {"daily_views": 1})
    assert crm("leads", POOLED).code == 0
    assert crm("leads", POOLED).code == 0
    other = crm("leads", "天津嘉禾")
    assert other.code == 1
    assert "华东公海" in other.err


def test_control_characters_do_not_reach_the_terminal(crm: Ask) -> None:
    crm("follow-up", MINE, "--text", "a\x1b[31mred\x07", "--next", "b\x1b]0;title\x07")
    for answer in (crm("leads", MINE), crm("leads", "--search", "恒越")):
        assert answer.code == 0
        assert not {"\x1b", "\x07"} & set(answer.out)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("leads", "nobody at all"), 1, "No lead is called nobody at all."),
        (("leads", " "), 1, "No lead is called"),
        (("leads", "有限公司"), 1, "is found in"),
        (("disqualify", MINE, "--reason", "because"), 1, "because"),
        (("follow-up", MINE, "--text", "x", "--on", "tomorrow"), 2, "no day"),
        (("follow-up", MINE, "--text", " "), 1, ""),
        (("leads", "--pool", "nowhere"), 1, "nowhere"),
        (("follow-up", MINE, "--text", "x", "--at", "2026-13-01"), 2, "no moment"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(crm: Ask, line: tuple[str, ...], code: int, said: str) -> None:
    answer = crm(*line)
    assert answer.code == code
    assert said in answer.err
