"""The command line: global options, the commands of every area, exit codes 0 (done), 1 (a user's error), 2 (wrong usage)."""

import getpass
from pathlib import Path

import click

from crmdesk.app.cli import account_commands, import_commands, store_commands
from crmdesk.app.cli.output import print_error
from crmdesk.app.cli.session import Session
from crmdesk.app.open_store import KeySource
from crmdesk.core.errors import CrmError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--store", type=click.Path(dir_okay=False, path_type=Path), help="The database file; default: the one used last.")
@click.option("--passphrase-fd", type=int, metavar="N", help="Read the passphrase from file descriptor N, one line.")
@click.option("--unencrypted", is_flag=True, help="Create a new store as a plain file, knowingly.")
@click.pass_context
def commands(context: click.Context, store: Path | None, passphrase_fd: int | None, unencrypted: bool) -> None:
    """A desktop CRM for field salespeople. Without a command the window opens; the commands work without one."""
    source = KeySource(unencrypted=unencrypted, passphrase_fd=passphrase_fd, ask=getpass.getpass)
    context.obj = Session(store_path=store, key_source=source)


for _area in (account_commands, import_commands, store_commands):
    for _command in _area.COMMANDS:
        commands.add_command(_command)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; a `CrmError` is one line on the error stream."""
    try:
        commands.main(args=arguments, prog_name="crmdesk", standalone_mode=False)
    except CrmError as error:
        print_error(error.message)
        return 1
    except click.exceptions.Exit as request:
        return request.exit_code
    except (KeyboardInterrupt, click.Abort):
        print_error("Stopped.")
        return 1
    except click.ClickException as usage:
        usage.show()
        return usage.exit_code
    return 0
