"""The command that copies customers out: one way, into a plain schema of a database that reports read (docs/export.md)."""

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from crmdesk.app.cli.long_work import progress_line
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option

if TYPE_CHECKING:
    from crmdesk.sync.central.credentials import Secret
    from crmdesk.sync.central.settings import CentreSettings
    from crmdesk.sync.export.values import ExportReport

_SCHEMA: Final = "crmdesk"


@click.command("export")
@click.option("--to", "url", metavar="URL", help="The database: postgresql://NAME@host/database, without a password.")
@click.option("--schema", default=_SCHEMA, show_default=True, metavar="NAME", help="Schema to write into; made when missing.")
@click.option("--dry-run", is_flag=True, help="Say what would be written and write nothing.")
@click.option("--full", is_flag=True, help="Compare every record, not only what changed since the last export.")
@click.option("--password-fd", type=click.IntRange(0), metavar="N", help="Read the password from file descriptor N, one line.")
@click.option("--key-file", type=click.Path(path_type=Path), metavar="PATH", help="Private key of the client certificate.")
@click.option("--remember", is_flag=True, help="Keep the password in this computer's keyring.")
@click.option("--insecure-local", is_flag=True, help="Without TLS; only for a database on this computer.")
@click.option("--print-sql", is_flag=True, help="Print the statements that make the schema, and do nothing.")
@json_option
@click.pass_obj
def export(
    session: Session,
    *,
    url: str | None,
    schema: str,
    dry_run: bool,
    full: bool,
    password_fd: int | None,
    key_file: Path | None,
    remember: bool,
    insecure_local: bool,
    print_sql: bool,
    as_json: bool,
) -> None:
    """Export all customers one way into a database that reports read; repeat it as often as you like.

    Only what changed since the last export travels. All of it arrives, or nothing.
    """
    if print_sql:
        _print_sql(schema, as_json=as_json)
        return
    if not url:
        raise click.UsageError("Missing option '--to'.")
    from crmdesk.sync.central.credentials import keep_secret
    from crmdesk.sync.central.settings import CentreSettings
    from crmdesk.sync.export.run import ExportOrder
    from crmdesk.sync.export.run import export as carry_out

    settings = CentreSettings.from_url(url, user=getpass.getuser(), insecure_local=insecure_local)
    secret = _secret(settings, password_fd, key_file)
    order = ExportOrder(settings, schema, is_full=full, is_preview=dry_run)
    with session.store() as store, progress_line(settings.database) as progress:
        report = carry_out(store, order, secret, progress)
    if remember:
        keep_secret(settings, secret)
    if as_json:
        print_json(report.to_json())
    else:
        _print_report(report)


def _secret(settings: "CentreSettings", password_fd: int | None, key_file: Path | None) -> "Secret":
    """Return what proves the login: given, kept in the keyring, or typed at a terminal.

    Raises:
        SecretMissing: there is none of the three.
    """
    from crmdesk.sync.central.credentials import Secret, find_secret
    from crmdesk.sync.central.errors import SecretMissing
    from crmdesk.sync.central.settings import LoginBy

    if password_fd is not None:
        with os.fdopen(os.dup(password_fd), encoding="utf-8") as stream:
            typed = stream.readline().rstrip("\r\n")
        by_certificate = settings.login is LoginBy.CERTIFICATE
        return Secret(key_file=str(key_file), key_passphrase=typed) if by_certificate else Secret(password=typed)
    if key_file is not None:
        return Secret(key_file=str(key_file))
    try:
        return find_secret(settings)
    except SecretMissing:
        if settings.login is LoginBy.CERTIFICATE or not sys.stdin.isatty():
            raise
    return Secret(password=getpass.getpass(f"Password of {settings.user}: "))


def _print_sql(schema: str, *, as_json: bool) -> None:
    from crmdesk.sync.central.plain_schema import checked_name, statements

    made = list(statements(checked_name(schema)))
    if as_json:
        print_json({"schema": schema, "statements": made})
        return
    for statement in made:
        print_line(f"{statement};")


def _print_report(report: "ExportReport") -> None:
    named = [(name, counts) for name, counts in report.tables.items()]
    named.append(("", report.total))
    heads = ("", "new", "changed", "unchanged", "deleted", "kept newer")
    print_table(heads, [(name, c.new, c.changed, c.unchanged, c.deleted, c.kept) for name, c in named])
    print_line()
    if not report.is_full:
        print_line("Only what changed since the last export was looked at; --full compares every record.")
    if report.is_preview:
        print_line("Dry run: nothing was written.")
    else:
        print_line(f"{report.total.written} rows written to {report.target}, schema {report.schema}, in {report.seconds:.1f} s.")


COMMANDS: Final = (export,)
"""Every command of this area."""
