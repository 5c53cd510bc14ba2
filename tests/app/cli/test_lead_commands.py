"""Leads on the command line: list, show, follow up, hand out, disqualify, look who has them."""

import pytest

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


def test_handed_to_somebody_and_disqualified(crm: Ask) -> None:
    given = crm("assign", POOLED, "--to", "Chen Wei", "--json").json
    assert (len(given["leads"]), bool(given["transaction"])) == (1, True)
    assert crm("disqualify", MINE, POOLED, "--reason", "no_budget", "--again", "2027-01-15").code == 0
    shown = crm("leads", POOLED, "--json").json
    assert (shown["status"], shown["reason"], shown["fields"]["look_again_on"]) == ("disqualified", "No budget", "2027-01-15")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("leads", "nobody at all"), 1, "nobody at all"),
        (("leads", "有限公司"), 1, "is found in"),
        (("assign", MINE, "--to", "Nobody"), 1, "Nobody"),
        (("disqualify", MINE, "--reason", "because"), 1, "because"),
        (("follow-up", MINE, "--text", "x", "--on", "tomorrow"), 2, "no day"),
        (("follow-up", MINE, "--text", " "), 1, ""),
        (("leads", "--pool", "nowhere"), 1, "nowhere"),
        (("collisions",), 2, "Give a NAME"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(crm: Ask, line: tuple[str, ...], code: int, said: str) -> None:
    answer = crm(*line)
    assert answer.code == code
    assert said in answer.err


def test_a_collision_tells_who_and_not_more(crm: Ask) -> None:
    (found,) = crm("collisions", MINE, "--json").json
    assert (found["name"], found["owner"], found["kind"]) == (MINE, "Chen Wei", "lead")
    assert set(found) == {"kind", "id", "name", "owner", "pool", "last_follow_up_at", "status", "why"}
    assert crm("collisions", "--mail", "lead01@example.com", "--json").json[0]["id"] == found["id"]
    assert MINE in crm("collisions", MINE).out
