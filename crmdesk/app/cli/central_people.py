"""People, teams and shares of the centre: `crmdesk central user|team|share …`."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.centre_login import Login, administration, centre_option, login_options, read_secret
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import json_option
from crmdesk.core.clock import iso_ms

if TYPE_CHECKING:
    from crmdesk.sync.central.administration import Person, ShareRow, TeamRow

_LEVELS: Final = ("rep", "manager", "support", "auditor", "admin")


@click.group("user")
def user_group() -> None:
    """People who exchange with the centre."""


def _person_json(person: "Person") -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "login": person.login,
        "team": person.team,
        "level": person.level,
        "disabled_at": person.disabled_at,
        "devices": person.devices,
        "seen_at": person.seen_at,
    }


@user_group.command("list")
@centre_option
@login_options
@json_option
def list_users(url: str, login: Login, as_json: bool) -> None:
    """Show everybody with team, level and login."""
    with administration(url, login) as admin:
        people = admin.people()
    if as_json:
        print_json([_person_json(person) for person in people])
        return
    print_table(
        ("login", "name", "team", "level", "disabled"),
        [(person.login, person.name, person.team, person.level, person.disabled_at) for person in people],
    )


@user_group.command("add")
@click.argument("name")
@click.option("--login", "role", metavar="LOGIN", required=True, help="The login name at the centre, e.g. li.")
@click.option("--team", required=True, help="The team, by its name or id.")
@click.option("--level", type=click.Choice(_LEVELS), default="rep", show_default=True, help="What the person may see.")
@click.option(
    "--new-password-fd", type=click.IntRange(0), metavar="N", help="Read the person's first password from descriptor N."
)
@click.option("--certificate-only", is_flag=True, help="No password: the person logs in with a client certificate.")
@centre_option
@login_options
@json_option
def add_user(
    url: str,
    login: Login,
    name: str,
    *,
    role: str,
    team: str,
    level: str,
    new_password_fd: int | None,
    certificate_only: bool,
    as_json: bool,
) -> None:
    """Add a person; a first password is made and printed once, unless one is given."""
    from crmdesk.sync.central.administration import first_password

    given = None if new_password_fd is None else read_secret(new_password_fd, "--new-password-fd", "")
    password = None if certificate_only else given or first_password()
    with administration(url, login) as admin:
        person = admin.add_user(name, role, team, level, password)
    shown = None if certificate_only or given else password
    if as_json:
        print_json({**_person_json(person), "first_password": shown})
        return
    print_line(f"{person.login}: {person.name}, {person.team}, {person.level}.")
    if shown:
        print_line(f"First password, shown this once: {shown}")


@user_group.command("password")
@click.argument("role", metavar="LOGIN")
@click.option("--new-password-fd", type=click.IntRange(0), metavar="N", help="Read the new password from descriptor N.")
@centre_option
@login_options
@json_option
def change_password(url: str, login: Login, role: str, *, new_password_fd: int | None, as_json: bool) -> None:
    """Give a person a new password; it is made and printed once, unless one is given."""
    from crmdesk.sync.central.administration import first_password

    given = None if new_password_fd is None else read_secret(new_password_fd, "--new-password-fd", "")
    password = given or first_password()
    with administration(url, login) as admin:
        person = admin.set_password(role, password)
    shown = None if given else password
    if as_json:
        print_json({**_person_json(person), "first_password": shown})
        return
    print_line(f"{person.name} ({person.login}) has a new password{f', shown this once: {shown}' if shown else '.'}")


@user_group.command("disable")
@click.argument("role", metavar="LOGIN")
@click.option("--shut-out", is_flag=True, help="Refuse the login at once: last edits are not taken either.")
@centre_option
@login_options
@json_option
def disable_user(url: str, login: Login, role: str, *, shut_out: bool, as_json: bool) -> None:
    """Let a person receive nothing more; last edits are still taken and wait for a colleague's word."""
    with administration(url, login) as admin:
        person = admin.disable_user(role, shut_out=shut_out)
    _say_person(person, "is disabled", as_json=as_json)


@user_group.command("enable")
@click.argument("role", metavar="LOGIN")
@centre_option
@login_options
@json_option
def enable_user(url: str, login: Login, role: str, as_json: bool) -> None:
    """Let a disabled person in again."""
    with administration(url, login) as admin:
        person = admin.enable_user(role)
    _say_person(person, "is let in again", as_json=as_json)


@user_group.command("move")
@click.argument("role", metavar="LOGIN")
@click.option("--team", help="The new team, by its name or id.")
@click.option("--level", type=click.Choice(_LEVELS), help="The new level.")
@centre_option
@login_options
@json_option
def move_user(url: str, login: Login, role: str, *, team: str | None, level: str | None, as_json: bool) -> None:
    """Give a person another team or level."""
    if team is None and level is None:
        raise click.UsageError("Say --team, --level or both.")
    with administration(url, login) as admin:
        person = admin.move_user(role, team, level)
    _say_person(person, f"is {person.level} in {person.team} now", as_json=as_json)


def _say_person(person: "Person", what: str, *, as_json: bool) -> None:
    if as_json:
        print_json(_person_json(person))
    else:
        print_line(f"{person.name} ({person.login}) {what}.")


@click.group("team")
def team_group() -> None:
    """Teams of the organisation, as a tree."""


def _team_json(team: "TeamRow") -> dict[str, Any]:
    return {"id": team.id, "name": team.name, "under": team.parent, "people": team.people}


@team_group.command("list")
@centre_option
@login_options
@json_option
def list_teams(url: str, login: Login, as_json: bool) -> None:
    """Show every team with the team above it."""
    with administration(url, login) as admin:
        teams = admin.teams()
    if as_json:
        print_json([_team_json(team) for team in teams])
        return
    print_table(("team", "under", "people"), [(team.name, team.parent, team.people) for team in teams])


@team_group.command("add")
@click.argument("name")
@click.option("--under", metavar="TEAM", help="The team above, by its name or id.")
@centre_option
@login_options
@json_option
def add_team(url: str, login: Login, name: str, *, under: str | None, as_json: bool) -> None:
    """Add a team."""
    with administration(url, login) as admin:
        team = admin.add_team(name, under)
    print_json(_team_json(team)) if as_json else print_line(f"{team.name} is a team now.")


@team_group.command("move")
@click.argument("name", metavar="TEAM")
@click.option("--under", metavar="TEAM", help="The team above; without it the team stands at the top.")
@centre_option
@login_options
@json_option
def move_team(url: str, login: Login, name: str, *, under: str | None, as_json: bool) -> None:
    """Put a team, with all below it, under another."""
    with administration(url, login) as admin:
        team = admin.move_team(name, under)
    print_json(_team_json(team)) if as_json else print_line(
        f"{team.name} is {f'under {team.parent}' if team.parent else 'at the top'} now."
    )


@click.group("share")
def share_group() -> None:
    """Teams shown to others, for a time or for good."""


def _share_json(share: "ShareRow") -> dict[str, Any]:
    return {
        "id": share.id,
        "team": share.team,
        "to_user": share.to_user,
        "to_team": share.to_team,
        "can_write": share.can_write,
        "until": share.until,
        "why": share.why,
    }


@share_group.command("list")
@centre_option
@login_options
@json_option
def list_shares(url: str, login: Login, as_json: bool) -> None:
    """Show every share, those that ran out too."""
    with administration(url, login) as admin:
        shares = admin.shares()
    if as_json:
        print_json([_share_json(share) for share in shares])
        return
    print_table(
        ("id", "team", "to", "write", "until", "why"),
        [
            (share.id, share.team, share.to_user or share.to_team, "yes" if share.can_write else "no", share.until, share.why)
            for share in shares
        ],
    )


@share_group.command("add")
@click.argument("team")
@click.option("--to-user", metavar="LOGIN", help="Show it to this person.")
@click.option("--to-team", metavar="TEAM", help="Show it to everybody of this team.")
@click.option("--write", "can_write", is_flag=True, help="They may change it, too.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The last day, in this computer's time zone.")
@click.option("--why", default="", help="The reason, for whoever looks at the list.")
@centre_option
@login_options
@json_option
def add_share(
    url: str,
    login: Login,
    team: str,
    *,
    to_user: str | None,
    to_team: str | None,
    can_write: bool,
    until: datetime | None,
    why: str,
    as_json: bool,
) -> None:
    """Show TEAM's records to a person or to another team."""
    if (to_user is None) == (to_team is None):
        raise click.UsageError("Say --to-user or --to-team.")
    end = None if until is None else iso_ms(datetime.combine(until.date(), time.max).astimezone(UTC))
    with administration(url, login) as admin:
        share = admin.add_share(team, to_user=to_user, to_team=to_team, can_write=can_write, until=end, why=why)
    if as_json:
        print_json(_share_json(share))
        return
    print_line(f"{share.team} is shown to {share.to_user or share.to_team} now. Share {share.id}.")


@share_group.command("end")
@click.argument("share_id", metavar="ID")
@centre_option
@login_options
@json_option
def end_share(url: str, login: Login, share_id: str, as_json: bool) -> None:
    """End a share now."""
    with administration(url, login) as admin:
        admin.end_share(share_id)
    print_json({"ended": share_id}) if as_json else print_line("The share has ended.")
