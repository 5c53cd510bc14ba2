"""Qualifying on the command line: look, answer, close; nothing is written by looking."""

import pytest

from tests.app.cli.conftest import Ask

MINE = "杭州恒越食品有限公司（示例）"


def test_looking_writes_nothing(crm: Ask) -> None:
    shown = crm("qualify", MINE, "--json").json
    assert (shown["round"], shown["standing"], shown["rounds"]) == (None, "open", [])
    assert [one["answer"] for one in shown["answers"]] == [None] * 4
    assert len(shown["sets"]) == 3
    assert crm("leads", MINE, "--json").json["status"] == "new"
    assert "Ask next: Budget" in crm("qualify", MINE).out
    assert len(crm("qualify", MINE, "--set", "meddic", "--json").json["answers"]) > 4


def test_answered_left_and_gone_on_with(crm: Ask) -> None:
    begun = crm("qualify", MINE, "--set", "bant", "--answer", "预算=yes：年度计划 20 万", "--json").json
    assert (begun["score"], begun["outcome"], begun["answers"][0]["evidence"]) == (25, None, "年度计划 20 万")
    more = crm("qualify", MINE, "--answer", "budget=partly", "--answer", "Authority=yes", "--json").json
    assert more["round"] == begun["round"]
    assert [(one["answer"], one["evidence"]) for one in more["answers"][:2]] == [("partly", "年度计划 20 万"), ("yes", None)]
    assert crm("leads", MINE, "--json").json["status"] == "working"
    gone = crm("qualify", MINE, "--answer", "Budget=unknown", "--json").json["answers"][0]
    assert (gone["answer"], gone["evidence"], gone["on"]) == (None, None, None)


def test_closed_by_a_persons_word_and_taken_up_again(crm: Ask) -> None:
    closed = crm("qualify", MINE, "--outcome", "not_yet", "--again", "2027-01-15", "--note", "等预算", "--json").json
    assert (closed["outcome"], closed["look_again_on"], closed["note"]) == ("not_yet", "2027-01-15", "等预算")
    assert crm("qualify", MINE, "--json").json["round"] == closed["round"]
    answers = [word for name in ("Budget", "Authority", "Need") for word in ("--answer", f"{name}=yes")]
    passed = crm("qualify", MINE, *answers, "--outcome", "qualified", "--json").json
    assert passed["round"] != closed["round"]
    assert (passed["standing"], [one["outcome"] for one in passed["rounds"]]) == ("passes", ["qualified", "not_yet"])
    assert "qualified, BANT" in crm("qualify", MINE).out
    assert crm("leads", MINE, "--json").json["status"] == "qualified"
    assert crm("undo").code == 0
    assert crm("leads", MINE, "--json").json["status"] == "working"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("--answer", "Budget=yes", "--answer", "Colour=yes"), 1, "No criterion is called Colour."),
        (("--answer", "Budget=perhaps"), 2, "none of yes, partly, no, unknown"),
        (("--answer", "Budget=yes", "--outcome", "not_yet"), 1, "Look again on"),
        (("--answer", "Budget=yes", "--outcome", "disqualified"), 1, "Reason"),
        (("--set", "nothing"), 1, "No set of criteria is called nothing."),
        (("--again", "2027-01-01"), 2, "go with --outcome"),
    ],
)
def test_what_cannot_be_writes_nothing(crm: Ask, line: tuple[str, ...], code: int, said: str) -> None:
    answer = crm("qualify", MINE, *line)
    assert (answer.code, said in answer.err) == (code, True)
    assert crm("qualify", MINE, "--json").json["round"] is None
