"""From a lead to a customer on the command line, and back."""

from tests.app.cli.conftest import Ask

MINE = "杭州恒越食品有限公司（示例）"
ALL = ("Budget=yes:200,000", "Authority=yes", "Need=yes", "Timing=unknown")


def test_qualified_converted_listed_and_taken_back(crm: Ask) -> None:
    begun = crm("qualify", MINE, "--set", "bant", "--answer", ALL[0], "--json").json
    assert (begun["score"], begun["outcome"], begun["answers"][0]["evidence"]) == (25, None, "200,000")
    closed = crm(
        "qualify", MINE, *(word for one in ALL[1:] for word in ("--answer", one)), "--outcome", "qualified", "--json"
    ).json
    assert (closed["standing"], closed["outcome"]) == ("passes", "qualified")
    plan = crm("convert", MINE, "--dry-run", "--json").json
    assert {line["effect"] for line in plan["carried"]} == {"new"}
    assert crm("leads", MINE, "--json").json["status"] == "qualified"
    made = crm("convert", MINE, "--opportunity", "冷柜", "--json").json["made"]
    assert all(made.values())
    (line,) = crm("developed", "--person", "Chen Wei", "--json").json
    assert (line["company"], line["site_id"], line["new_company"]) == (MINE, made["site"], True)
    assert MINE in crm("developed").out
    assert crm("developed", "--until", "2000-01-01", "--json").json == []
    again = crm("convert", MINE)
    assert (again.code, "converted already" in again.err) == (1, True)
    assert crm("convert", MINE, "--undo").out == "Taken back.\n"
    assert crm("leads", MINE, "--json").json["status"] == "qualified"
    assert "Would convert" in crm("convert", MINE, "--dry-run").out


def test_joined_to_a_company_of_the_tree(crm: Ask) -> None:
    crm("qualify", MINE, "--outcome", "qualified")
    plan = crm("convert", MINE, "--company", "JLF", "--no-contact", "--json").json
    company = crm("show", "JLF", "--json").json["id"]
    assert plan["made"]["company"] == company
    assert plan["made"]["contact"] is None
    assert "company" not in {line["to"] for line in plan["carried"] if line["effect"] == "new" and line["field"] == "legal_name"}


def test_what_cannot_be_is_told(crm: Ask) -> None:
    assert "not qualified yet" in crm("convert", MINE).err
    assert crm("qualify", MINE, "--answer", "Budget=perhaps").code == 2
    assert crm("qualify", MINE, "--answer", "Colour=yes").code == 1
    assert crm("qualify", MINE, "--set", "nothing").code == 1
    assert crm("qualify", MINE, "--outcome", "not_yet").code == 1
    crm("qualify", MINE, "--outcome", "qualified")
    assert crm("convert", MINE, "--take", "phone").code == 2
