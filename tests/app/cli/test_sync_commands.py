"""`sync`: connect, exchange, status, leave – on a real centre."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crmdesk.app.cli.sync_carrying import compared_text

Ask = Callable[..., Any]


@pytest.fixture
def chen(centre_url: str) -> str:
    return centre_url.replace("postgres@", "chen@")


@pytest.fixture
def laptop(ask: Ask, tmp_path: Path) -> Ask:
    """Run a command on a new, empty store."""
    return lambda *arguments: ask("--store", tmp_path / "laptop.store", "--unencrypted", *arguments)


def test_a_laptop_connects_exchanges_and_leaves_with_its_records(laptop: Ask, chen: str) -> None:
    connected = laptop("sync", "connect", chen, "--insecure-local", "--json")
    assert (connected.code, connected.json) == (0, {"centre": chen, "password_kept": True})
    assert laptop("add", "company", "legal_name=上海某某有限公司", "code=SHMM").code == 0
    assert laptop("sync", "status", "--json").json["waiting"] > 0
    done = laptop("sync", "--json").json
    assert (done["state"], done["parked"], done["conflicts"], done["waiting"], done["matching"]) == ("ok", 0, 0, 0, False)
    assert done["sent"] > 0
    status = laptop("sync", "status", "--json").json
    assert (status["connected"], status["centre"], status["waiting"], status["sent"]) == (True, chen, 0, 0)
    assert status["last_exchange_at"] is not None
    assert (status["compared_at"], status["differences"]) == (None, None)
    assert "not yet" in laptop("sync", "status").out
    again = laptop("sync")
    assert (again.code, again.out.splitlines()[0]) == (0, "Sent 0 edits, received 0 records.")
    assert "needs you" in laptop("sync", "status").out

    refused = laptop("sync", "connect", chen, "--insecure-local", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "ConnectedAlready")

    left = laptop("sync", "leave", "--keep", "--json")
    assert (left.code, left.json) == (0, {"left": chen, "wiped": False})
    assert laptop("show", "SHMM").code == 0
    assert laptop("sync", "--json").json["error"]["code"] == "NotConnected"


def test_a_conflict_is_shown_and_settled_on_the_command_line(ask: Ask, centre_url: str, tmp_path: Path) -> None:
    def at(person: str, *arguments: str) -> Any:
        return ask("--store", tmp_path / f"{person}.store", "--unencrypted", *arguments)

    for person in ("chen", "li"):  # what East has is shown to Li, for writing
        at(person, "sync", "connect", centre_url.replace("postgres@", f"{person}@"), "--insecure-local")
    at("chen", "add", "company", "legal_name=上海某某有限公司", "code=SHMM", "website=https://a.example")
    assert at("chen", "sync", "questions").out.endswith("Nothing needs an answer.\n")
    for person in ("chen", "li"):
        assert at(person, "sync").code == 0
        assert at(person, "set", "SHMM", f"website=https://{person}.example").code == 0
    assert at("chen", "sync", "--json").json["conflicts"] == 0
    assert at("li", "sync", "--json").json["conflicts"] == 1

    found = at("li", "sync", "questions", "--json").json
    (conflict,) = found["conflicts"]
    assert (conflict["kind"], conflict["field"], conflict["needs_me"]) == ("field", "website", True)
    values = [conflict[side]["value"] for side in ("base", "theirs", "mine")]
    assert values == ["https://a.example", "https://chen.example", "https://li.example"]
    assert (conflict["theirs"]["by"], conflict["mine"]["is_me"]) == ("Chen", True)
    assert "https://chen.example" in at("li", "sync", "questions").out
    assert at("li", "sync", "settle", conflict["id"]).code == 2
    assert at("li", "sync", "settle", conflict["id"], "--mine", "--json").json == {"answered": 1}
    assert at("li", "sync", "settle", conflict["id"], "--mine").code == 1  # settled meanwhile
    for person in ("li", "chen"):
        assert at(person, "sync", "--json").json["conflicts"] == 0
        assert at(person, "show", "SHMM", "--json").json["fields"]["website"] == "https://li.example"
        assert at(person, "sync", "questions", "--json").json == {"conflicts": [], "waiting": []}


def test_what_a_laptop_carries_and_keeps_is_shown_and_chosen(laptop: Ask, chen: str) -> None:
    laptop("sync", "connect", chen, "--insecure-local")
    assert laptop("sync", "carry", "--json").json == {"carries": "everything", "under": [], "history": "year"}
    chosen = laptop("sync", "carry", "--accounts", "own_team", "--history", "month", "--json").json
    assert chosen == {"carries": "own_team", "under": [], "history": "month"}
    status = laptop("sync", "status", "--json").json
    assert (status["carries"], status["history"]) == ("own_team", "month")
    assert "Changes of the last 30 days" in laptop("sync", "status").out
    laptop("sync", "leave", "--keep")
    assert laptop("sync", "carry", "--json").json["error"]["code"] == "NotConnected"


def test_chosen_companies_come_with_everything_under_them(ask: Ask, centre_url: str, tmp_path: Path) -> None:
    def at(person: str, *arguments: str) -> Any:
        return ask("--store", tmp_path / f"{person}.store", "--unencrypted", *arguments)

    for person in ("chen", "li"):
        at(person, "sync", "connect", centre_url.replace("postgres@", f"{person}@"), "--insecure-local")
    at("chen", "add", "company", "legal_name=上海某某有限公司", "code=SHMM")
    at("chen", "add", "company", "legal_name=北京某某有限公司", "code=BJMM")
    at("chen", "sync")
    assert at("li", "sync", "carry", "--under", "SHMM").code == 2
    chosen = at("li", "sync", "carry", "--accounts", "mine", "--under", "SHMM", "--json").json
    assert chosen == {"carries": "mine", "under": ["SHMM"], "history": "year"}
    at("li", "sync")
    assert [at("li", "show", code).code for code in ("SHMM", "BJMM")] == [0, 1]
    assert "SHMM" in at("li", "sync", "status").out
    at("li", "sync", "carry", "--accounts", "everything")
    at("li", "sync")
    assert at("li", "show", "BJMM").code == 0


def test_a_login_that_ended_sends_is_told_and_then_wiped(ask: Ask, laptop: Ask, centre_url: str, chen: str) -> None:
    laptop("sync", "connect", chen, "--insecure-local")
    laptop("add", "company", "legal_name=上海某某有限公司", "code=SHMM")
    laptop("sync")
    laptop("set", "SHMM", "website=https://a.example")
    assert ask("central", "user", "disable", "chen", "--centre", centre_url, "--insecure-local").code == 0
    first = laptop("sync")
    assert "The next exchange removes all records" in first.out
    assert laptop("show", "SHMM").code == 0
    second = laptop("sync", "--json").json
    assert (second["state"], second["wiped"], second["waiting"]) == ("disabled", True, 0)
    assert laptop("show", "SHMM").code == 1
    assert laptop("check").code == 0
    assert ask("central", "user", "enable", "chen", "--centre", centre_url, "--insecure-local").code == 0
    assert laptop("sync", "--json").json["state"] == "ok"
    assert laptop("show", "SHMM").code == 0


def test_leaving_with_a_wipe_asks_for_unsent_work_first(laptop: Ask, chen: str) -> None:
    laptop("sync", "connect", chen, "--insecure-local")
    laptop("sync")
    laptop("add", "company", "legal_name=上海某某有限公司", "code=SHMM")
    refused = laptop("sync", "leave", "--wipe", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "UnsentWork")
    assert laptop("show", "SHMM").code == 0
    assert laptop("sync", "leave", "--wipe", "--discard-unsent").code == 0
    assert laptop("show", "SHMM").code == 1
    assert laptop("check").code == 0


@pytest.mark.parametrize(
    ("differences", "text"), [(0, "the same"), (2, "2 tables of teams differed and were fetched anew")], ids=["same", "differed"]
)
def test_a_comparison_is_told(differences: int, text: str) -> None:
    assert compared_text({"compared_at": "2026-11-23T08:00:00.000Z", "differences": differences}).endswith(text)


@pytest.mark.parametrize("choice", [[], ["--keep", "--wipe"]], ids=["none", "both"])
def test_leaving_needs_one_choice(laptop: Ask, choice: list[str]) -> None:
    assert laptop("sync", "leave", *choice).code == 2


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://li:Tr0ub4dor@centre.example/crmdesk", "SecretInAddress"),
        ("https://centre.example", "CentreAddressWrong"),
        ("postgresql://li@centre.example/crmdesk?sslmode=disable", "CentreAddressWrong"),
        ("postgresql://li@centre.example/crmdesk", "SecretMissing"),
    ],
)
def test_what_is_no_safe_address_is_refused_before_anything_is_made(laptop: Ask, tmp_path: Path, url: str, code: str) -> None:
    answer = laptop("sync", "connect", url, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (1, code)
    assert "Tr0ub4dor" not in answer.out + answer.err
    assert not (tmp_path / "laptop.store").exists()


def test_nobody_is_let_in_by_a_name_alone(laptop: Ask, centre_url: str) -> None:
    answer = laptop("sync", "connect", centre_url, "--insecure-local", "--json")  # the superuser is nobody's login
    assert (answer.code, answer.json["error"]["code"]) == (1, "CentreRefused")


def test_a_password_comes_by_a_descriptor_and_shows_nowhere(laptop: Ask) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"Tr0ub4dor\n")
    os.close(writer)
    url = "postgresql://li@127.0.0.1:1/crmdesk"
    answer = laptop("sync", "connect", url, "--insecure-local", "--password-fd", str(reader), "--json")
    os.close(reader)
    assert (answer.code, answer.json["error"]["code"]) == (1, "CentreUnreachable")
    assert "Tr0ub4dor" not in answer.out + answer.err
    empty = laptop("sync", "connect", url, "--insecure-local", "--password-fd", "999")
    assert (empty.code, empty.err) == (1, "Nothing could be read from --password-fd 999.\n")
