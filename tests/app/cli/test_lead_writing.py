"""Leads made and changed by KEY=VALUE."""

from tests.app.cli.conftest import Ask


def test_made_shown_changed_and_logged_like_other_records(crm: Ask) -> None:
    made = crm("add", "lead", "company=宁波远航电子有限公司", "title=采购", "source=fair-canton", "pool=华东公海", "--json").json
    assert (made["name"], made["pool"], made["owner"], made["status"]) == ("宁波远航电子有限公司", "华东公海", None, "new")
    key = f"lead:{made['id']}"
    changed = crm("set", key, "mail=a@example.com", "title=", "industry=超级市场零售", "--json").json
    assert (changed["fields"]["email"], changed["fields"]["job_title"], changed["industry"]) == (
        "a@example.com",
        None,
        "超级市场零售",
    )
    assert crm("show", key, "--json").json["id"] == made["id"]
    assert {entry["changes"][0]["operation"] for entry in crm("log", key, "--json").json} == {"ins", "set"}
    assert crm("add", "lead", "person=王先生").out.startswith("lead:")
    assert crm("leads", "王先生", "--json").json["owner"] == "Chen Wei"


def test_a_known_customer_is_entered_knowingly(crm: Ask) -> None:
    refused = crm("add", "lead", "company=北京家乐福商业有限公司")
    assert (refused.code, "2 more are alike" in refused.err or "may be the same" in refused.err) == (1, True)
    assert crm("add", "lead", "company=北京家乐福商业有限公司", "--anyway").code == 0


def test_what_cannot_be_is_refused(crm: Ask) -> None:
    lead = crm("leads", "恒越", "--json").json["id"]
    for code, line in (
        (1, ("add", "lead", "city=宁波")),
        (1, ("add", "lead", "company=甲", "owner=Chen Wei", "pool=华东公海")),
        (1, ("add", "lead", "company=甲", "source=nowhere")),
        (1, ("add", "lead", "company=甲", "status=qualified")),
        (2, ("set", f"lead:{lead}", "owner=Chen Wei")),
        (1, ("set", "lead:" + "0" * 32, "city=宁波")),
    ):
        answer = crm(*line)
        assert (answer.code, line) == (code, line)
        assert answer.err
