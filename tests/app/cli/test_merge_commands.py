"""`crmdesk merge` and `crmdesk unmerge`: what they print, what they refuse, and that old codes go on working."""

from pathlib import Path

from tests.app.cli.conftest import Ask

ONE, TWO = "JLFCS2", "JLFCS5"


def test_merge_and_unmerge_from_the_command_line(ask: Ask, demo: Path) -> None:
    before = ask("--store", demo, "show", TWO, "--json").json
    dry = ask("--store", demo, "merge", ONE, TWO, "--dry-run", "--json").json
    assert (dry["dry_run"], dry["transaction"]) == (True, None)
    done = ask("--store", demo, "merge", ONE, TWO, "--into", ONE, "--set", f"legal_name={TWO}", "--json").json
    assert done["transaction"] is not None
    assert next(row for row in done["fields"] if row["field"] == "legal_name")["why"] == "your choice"
    shown = ask("--store", demo, "show", TWO, "--json").json
    assert (shown["fields"]["code"], shown["fields"]["legal_name"]) == (ONE, before["fields"]["legal_name"])
    assert shown["id"] in [hit["id"] for hit in ask("--store", demo, "find", TWO, "--json").json]
    preview = ask("--store", demo, "unmerge", TWO, "--dry-run", "--json").json
    assert preview["exact"]
    assert [one["code"] for one in preview["back"]] == [TWO]
    assert ask("--store", demo, "unmerge", TWO, "--json").json["follows"] == {"site": before["sites"]}
    assert ask("--store", demo, "show", TWO, "--json").json == before
    assert ask("--store", demo, "check").code == 0


def test_what_to_decide_is_listed_and_decided(ask: Ask, demo: Path) -> None:
    ask("--store", demo, "merge", ONE, TWO, "--into", ONE)
    ask("--store", demo, "add", "site", "name=新店", f"company={ONE}", "city=成都市", "street=新路1号", "code=XD")
    listed = ask("--store", demo, "unmerge", TWO, "--dry-run", "--json").json
    (question,) = listed["questions"]
    assert (question["name"], question["reason"]) == ("新店", "came after the merge")
    other = question["options"][1]["value"]
    assert ask("--store", demo, "unmerge", TWO, "--decide", f"{question['id']}={other}").code == 0
    assert ask("--store", demo, "show", "XD", "--json").json["path"][-1]["id"] == other


def test_refusals_are_one_line(ask: Ask, demo: Path) -> None:
    for arguments in (["merge", ONE], ["merge", ONE, "NOBODY"], ["unmerge", ONE], ["merge", ONE, TWO, "--set", f"colour={ONE}"]):
        answer = ask("--store", demo, *arguments)
        assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_people_see_tables(ask: Ask, demo: Path) -> None:
    said = ask("--store", demo, "merge", ONE, TWO, "--dry-run").out
    assert said.startswith("Would merge JLFCS2, JLFCS5 into JLFCS2.")
    assert "Follows: 1 × Site" in said
