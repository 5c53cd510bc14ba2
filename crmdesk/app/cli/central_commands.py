"""Commands of the centre's administrator: make it, check it, people, teams, shares, hand-over; and a centre to try out."""

from typing import Final

import click

from crmdesk.app.cli.central_people import share_group, team_group, user_group
from crmdesk.app.cli.centre_login import CENTRE_VARIABLE, Login, administration, centre_option, login_options
from crmdesk.app.cli.output import print_json, print_line
from crmdesk.app.cli.session import json_option


@click.group("central")
def central() -> None:
    """Make, check and administer the central database (docs/centre.md)."""


for _group in (user_group, team_group, share_group):
    central.add_command(_group)


def _prepare(url: str, login: Login, *, is_new: bool, as_json: bool) -> None:
    from crmdesk.sync.central.administration import prepare

    settings = login.settings(url)
    before, after = prepare(settings, login.secret(settings), is_new=is_new)
    if as_json:
        print_json({"centre": settings.name, "before": before, "schema": after})
    elif before == after:
        print_line(f"{settings.name} is up to date ({after}).")
    else:
        print_line(f"{settings.name} is a centre of schema {after} now.")


@central.command("init")
@click.argument("url", envvar=CENTRE_VARIABLE)
@login_options
@json_option
def init(url: str, login: Login, as_json: bool) -> None:
    """Make a centre of the database at URL; an older centre is brought up to date."""
    _prepare(url, login, is_new=True, as_json=as_json)


@central.command("upgrade")
@click.argument("url", envvar=CENTRE_VARIABLE)
@login_options
@json_option
def upgrade(url: str, login: Login, as_json: bool) -> None:
    """Bring the centre at URL up to date: schema, functions, policies, rights. Its data stay."""
    _prepare(url, login, is_new=False, as_json=as_json)


@central.command("check")
@centre_option
@login_options
@json_option
def check(url: str, login: Login, as_json: bool) -> int:
    """Check the centre; exit code 1 when something is wrong."""
    from crmdesk.sync.central.checking import check_centre

    settings = login.settings(url)
    report = check_centre(settings, login.secret(settings))
    if as_json:
        findings = [
            {"severity": found.severity.value, "check": found.check, "message": found.message, "cure": found.cure}
            for found in report.findings
        ]
        print_json({"sound": report.is_sound, "version": report.version, "checked": list(report.checks), "findings": findings})
    else:
        for found in report.findings:
            print_line(f"{found.severity.value}: {found.message} {found.cure}".rstrip())
        print_line("The centre is sound." if report.is_sound else "The centre is not sound.")
    return 0 if report.is_sound else 1


@central.command("hand-over")
@click.option("--from", "giver", metavar="LOGIN", required=True, help="Whose sites and companies.")
@click.option("--to", "taker", metavar="LOGIN", required=True, help="Who gets them.")
@centre_option
@login_options
@json_option
def hand_over(url: str, login: Login, *, giver: str, taker: str, as_json: bool) -> None:
    """Give all sites and companies of a person, with everything on them, to another."""
    with administration(url, login) as admin:
        done = admin.hand_over(giver, taker)
    if as_json:
        print_json(done)
        return
    print_line(f"{giver} → {taker}: {', '.join(f'{count} {what}' for what, count in done.items())}.")


@central.command("demo")
@click.option("--keep", is_flag=True, help="Leave it running, so that both windows can exchange.")
@click.option("--stop", is_flag=True, help="Stop the centre left running, and remove it with both laptops.")
@json_option
def demo(*, keep: bool, stop: bool, as_json: bool) -> None:
    """Start a private centre with two people and two laptops, and let them exchange."""
    from crmdesk.app.cli.central_trial import run_demo, stop_demo

    if stop:
        stop_demo(as_json=as_json)
    else:
        run_demo(keep=keep, as_json=as_json)


COMMANDS: Final = (central,)
"""Every command of this area."""
