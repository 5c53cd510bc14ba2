"""From a lead to a customer on the command line, and back."""

from pathlib import Path

from crmdesk.core.money import Money
from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store
from tests.app.cli.conftest import Ask

MINE, READY, KNOWN = "杭州恒越食品有限公司（示例）", "青岛三江包装有限公司（示例）", "北京家乐福商业有限公司"


def test_planned_converted_and_taken_back(crm: Ask) -> None:
    plan = crm("convert", READY, "--dry-run", "--json").json
    assert {line["effect"] for line in plan["carried"]} == {"new"}
    assert crm("leads", READY, "--json").json["status"] == "qualified"
    done = crm("convert", READY, "--set", "company.code=SJBZ", "--set", "site.name=崂山工厂", "--json").json
    assert (done["made"]["opportunity"], done["codes"]["company"]) == (None, "SJBZ")
    shown = crm("show", f"site:{done['made']['site']}", "--json").json
    assert (shown["name"], shown["fields"]["status"], done["follow_ups"]) == ("崂山工厂", "fighting", 1)
    again = crm("convert", READY)
    assert (again.code, "converted already" in again.err) == (1, True)
    assert crm("convert", READY, "--undo", "--dry-run").out == "Nothing was built on it: it can be taken back.\n"
    assert crm("convert", READY, "--undo", "--json").json["transaction"]
    assert crm("leads", READY, "--json").json["status"] == "qualified"
    assert crm("show", "SJBZ").code == 1


def test_what_was_built_on_it_is_in_the_way_and_listed(crm: Ask) -> None:
    made = crm("convert", READY, "--json").json["made"]
    crm("set", f"site:{made['site']}", "phone=0532-88880000")
    refused = crm("convert", READY, "--undo", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "BuiltUpon")
    assert "--dry-run" in refused.err
    (built,) = crm("convert", READY, "--undo", "--dry-run", "--json").json["built_on"]
    assert (built["kind"], built["id"], built["field"]) == ("site", made["site"], "phone")
    assert "phone" in crm("convert", READY, "--undo", "--dry-run").out


def test_what_is_surely_the_same_is_joined_unless_new_ones_are_wanted(crm: Ask) -> None:
    _qualified(crm, KNOWN)
    plan = crm("convert", KNOWN, "--dry-run", "--json").json
    assert plan["joins"]["company"]
    assert plan["joins"]["site"]
    assert {one["kind"] for one in plan["collisions"]} == {"company"}
    assert crm("convert", KNOWN, "--new-company", "--dry-run", "--json").json["joins"]["company"] is None
    refused = crm("convert", KNOWN, "--new-site")
    assert (refused.code, "--another-building" in refused.err) == (1, True)
    done = crm("convert", KNOWN, "--new-site", "--another-building", "--set", "site.name=二号楼", "--json").json
    assert done["made"]["company"] == plan["joins"]["company"]
    assert done["made"]["site"] != plan["joins"]["site"]


def test_a_choice_is_taken_and_what_is_none_is_refused(crm: Ask) -> None:
    _qualified(crm, KNOWN)
    plan = crm("convert", KNOWN, "--dry-run", "--json").json
    choices = {(line["to"], line["field"]) for line in plan["carried"] if line["effect"] == "choice"}
    assert ("company", "source_id") in choices
    done = crm("convert", KNOWN, "--take", "company.source_id", "--json").json
    taken = next(line for line in done["carried"] if line["taken"])
    assert (taken["to"], taken["field"], taken["text"]) == ("company", "source_id", "Our website")
    company = crm("show", f"company:{done['made']['company']}", "--json").json
    assert company["fields"]["source_id"] == taken["value"]


def test_an_opportunity_is_begun(demo: Path, crm: Ask) -> None:
    wanted = ("--opportunity", "冷柜", "--amount", "12万", "--closes", "2026-12-31", "--stage", "quote")
    done = crm("convert", READY, *wanted, "--json").json
    with Store.open(demo, None) as store:
        begun = Services.over(store).opportunities.open(done["made"]["opportunity"], "en")
    assert (begun.name, begun.stage.name, begun.values["closes_on"]) == ("冷柜", "Quote", "2026-12-31")
    assert begun.money == Money(12_000_000, "CNY")
    assert begun.lead_id == done["lead"]
    assert crm("undo", done["transaction"], "--json").json["action"] == "convert"
    assert "opportunity: new" in crm("convert", READY, "--opportunity", "冷柜").out


def test_people_see_what_goes_where(crm: Ask) -> None:
    said = crm("convert", READY, "--dry-run").out
    assert said.startswith(f"Would convert {READY}; 1 follow-ups go along.")
    assert "company: new" in said
    assert "contact: none" in said
    _qualified(crm, KNOWN)
    known = crm("convert", KNOWN, "--dry-run").out
    assert "company: joins JLFSY2 北京家乐福商业有限公司" in known
    assert "could join site:" in known


def test_what_cannot_be_is_told(crm: Ask) -> None:
    for code, said, line in (
        (1, "not qualified yet", ("convert", MINE)),
        (2, "KIND.FIELD", ("convert", READY, "--take", "phone")),
        (2, "no choice of this conversion", ("convert", READY, "--take", "site.phone")),
        (2, "go with --opportunity", ("convert", READY, "--amount", "12")),
        (1, "no amount", ("convert", READY, "--opportunity", "x", "--amount", "many")),
        (1, "No stage is called x", ("convert", READY, "--opportunity", "x", "--stage", "x")),
        (2, "exclude each other", ("convert", READY, "--company", "JLF", "--new-company")),
        (2, "brings its company", ("convert", READY, "--site", "JLFSY2-XCMLD", "--new-company")),
        (2, "another company", ("convert", READY, "--site", "JLFSY2-XCMLD", "--company", "JLFCS2")),
        (2, "no company is", ("convert", READY, "--company", "JLF", "--set", "company.code=X")),
        (2, "no contact is", ("convert", READY, "--set", "contact.name=X")),
        (1, "has not been converted", ("convert", READY, "--undo")),
    ):
        answer = crm(*line)
        assert (answer.code, said in answer.err, line) == (code, True, line), answer.err
    assert crm("leads", READY, "--json").json["status"] == "qualified"


def _qualified(crm: Ask, name: str) -> None:
    crm("claim", name, "--anyway")
    assert crm("qualify", name, "--outcome", "qualified").code == 0
