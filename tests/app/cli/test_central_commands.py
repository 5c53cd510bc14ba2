"""`central`: making a centre, people, teams, shares, refusals – on a real one."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from tests.sync.central_server import CentralDatabase

Ask = Callable[..., Any]


@pytest.fixture
def central_of(ask: Ask, centre_url: str, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run an administrator's command; the environment names the centre."""
    monkeypatch.setenv("CRMDESK_CENTRE", centre_url)
    return lambda *arguments: ask("central", *arguments, "--insecure-local")


def test_a_centre_is_upgraded_and_says_so(central_of: Ask) -> None:
    done = central_of("upgrade", "--json")
    assert (done.code, done.json["before"]) == (0, done.json["schema"])
    assert "up to date" in central_of("init").out


def test_a_person_is_added_with_a_password_shown_once(central_of: Ask, central: CentralDatabase) -> None:
    added = central_of("user", "add", "王芳", "--login", "wang", "--team", "East", "--level", "manager", "--json")
    try:
        shown = added.json.pop("first_password")
        assert (added.code, added.json["team"], added.json["level"]) == (0, "East", "manager")
        assert len(shown) == 19
        reader, writer = os.pipe()
        os.write(writer, b"Tr0ub4dor\n")
        os.close(writer)
        given = central_of("user", "password", "wang", "--new-password-fd", str(reader), "--json")
        os.close(reader)
        assert given.json["first_password"] is None
        assert "Tr0ub4dor" not in given.out
        assert [person["login"] for person in central_of("user", "list", "--json").json] == ["chen", "li", "wang"]
        assert "王芳" in central_of("user", "list").out
    finally:
        central.owner.execute("DROP OWNED BY wang")
        central.owner.execute("DROP ROLE wang")


def test_posts_change_and_logins_are_disabled_and_enabled(central_of: Ask) -> None:
    assert central_of("user", "move", "li", "--team", "East", "--json").json["team"] == "East"
    assert central_of("user", "move", "li").code == 2
    assert central_of("user", "disable", "li", "--json").json["disabled_at"] is not None
    assert central_of("user", "enable", "li", "--json").json["disabled_at"] is None
    assert central_of("user", "disable", "nobody").err == "Nobody here has the login nobody.\n"


def test_teams_are_added_and_moved(central_of: Ask) -> None:
    assert central_of("team", "add", "Shanghai", "--under", "East", "--json").json["under"] == "East"
    assert central_of("team", "move", "Shanghai", "--json").json["under"] is None
    assert "Shanghai" in central_of("team", "list").out
    refused = central_of("team", "move", "East", "--under", "East", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "AdministrationRefused")


def test_a_share_ends_with_the_day_named(central_of: Ask) -> None:
    share = central_of("share", "add", "North", "--to-team", "East", "--until", "2099-01-31", "--why", "cover", "--json").json
    assert (share["team"], share["to_team"], share["can_write"], share["why"]) == ("North", "East", False, "cover")
    assert share["until"] >= "2099-01-31"
    assert central_of("share", "end", share["id"]).code == 0
    assert central_of("share", "add", "North").code == 2
    assert "cover" in central_of("share", "list").out


def test_without_an_address_the_usage_is_wrong(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CRMDESK_CENTRE", raising=False)
    assert ask("central", "user", "list").code == 2
    assert ask("central", "demo", "--stop").err == "There is no demo centre.\n"


def test_check_says_what_is_wrong_and_by_its_exit_code(central_of: Ask) -> None:
    answer = central_of("check")
    assert answer.code == 1  # a test's server has no fsync
    assert "error: fsync is off" in answer.out
    assert answer.out.endswith("The centre is not sound.\n")
