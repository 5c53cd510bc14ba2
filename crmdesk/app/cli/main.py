"""The command line: global options, the commands of every area, exit codes 0 (done), 1 (a user's error), 2 (wrong usage)."""

import getpass
import io
import sys
from pathlib import Path
from typing import Final

import click

from crmdesk.app.cli.areas import LazyGroup
from crmdesk.app.cli.output import print_error, print_json
from crmdesk.app.cli.session import Session
from crmdesk.app.key_source import KeySource
from crmdesk.core.errors import Cancelled, CrmError

_HINTS: Final = {
    "NoKeyring": "Options: --passphrase-fd N, --unencrypted.",
    "KeyMissing": "Option: --passphrase-fd N.",
    "SecretMissing": "Option: --password-fd N.",
    "UnsentWork": "Option: --discard-unsent.",
    "CentreUntrusted": "Option: --ca-file FILE.",
    "SamePremises": "Option: --another-building.",
    "MayBeTheSame": "Option: --anyway.",
    "BuiltUpon": "Option: --dry-run lists them.",
}
"""What the window asks with a dialog is an option here."""


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--store", type=click.Path(path_type=Path), metavar="PATH", help="The database file; default: the one used last.")
@click.option(
    "--passphrase-fd", type=click.IntRange(0), metavar="N", help="Read the passphrase from file descriptor N, one line."
)
@click.option("--unencrypted", is_flag=True, help="Create a new store as a plain file, knowingly.")
@click.pass_obj
def commands(session: Session, store: Path | None, passphrase_fd: int | None, unencrypted: bool) -> None:
    """A desktop CRM for field salespeople. Without a command the window opens; the commands work without one."""
    session.store_path = store
    session.key_source = KeySource(unencrypted=unencrypted, passphrase_fd=passphrase_fd, ask=getpass.getpass)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code.

    A `CrmError` is one line on the error stream and exit code 1; under `--json` standard output holds
    `{"error": {"code", "message"}}` as well.
    """
    _speak_utf8()
    session = Session()
    try:
        result = commands.main(args=arguments, prog_name="crmdesk", standalone_mode=False, obj=session)
    except CrmError as error:
        return _refused(session, error)
    except (KeyboardInterrupt, click.Abort):
        return _refused(session, Cancelled())
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        help_wanted.show()
        return 2
    except click.ClickException as usage:
        usage.show()
        return usage.exit_code
    except BrokenPipeError:  # `crmdesk tree | head`: nobody reads on
        _close_quietly()
        return 0
    return result if isinstance(result, int) else 0


def _refused(session: Session, error: CrmError) -> int:
    message = " ".join(filter(None, (error.message, _HINTS.get(error.code))))
    if session.as_json:
        print_json({"error": {"code": error.code, "message": message}})
    print_error(message)
    return 1


def _speak_utf8() -> None:
    """Print every name on every console: Windows pipes and a POSIX locale would refuse Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _close_quietly() -> None:
    """Point standard output nowhere, so that Python's own flush at exit does not complain."""
    import os

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
