"""The command that copies customers out: one way, into a plain schema of a database that reports read (docs/export.md)."""

from typing import TYPE_CHECKING, Final

import click

from crmdesk.app.cli.centre_login import Login, login_options
from crmdesk.app.cli.long_work import progress_line
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option

if TYPE_CHECKING:
    from crmdesk.sync.export.values import ExportReport

_SCHEMA: Final = "crmdesk"


@click.command("export")
@click.option("--to", "url", metavar="URL", help="The database: postgresql://NAME@host/database, without a password.")
@click.option("--schema", default=_SCHEMA, show_default=True, metavar="NAME", help="Schema to write into; made when missing.")
@click.option("--dry-run", is_flag=True, help="Say what would be written and write nothing.")
@click.option("--full", is_flag=True, help="Compare every record, not only what changed since the last export.")
@click.option("--remember", is_flag=True, help="Keep the password in this computer's keyring.")
@login_options
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
    remember: bool,
    login: Login,
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
    from crmdesk.sync.export.run import ExportOrder
    from crmdesk.sync.export.run import export as carry_out

    settings = login.settings(url)
    secret = login.secret(settings)
    order = ExportOrder(settings, schema, is_full=full, is_preview=dry_run)
    with session.store() as store, progress_line(settings.database) as progress:
        report = carry_out(store, order, secret, progress)
    if remember:
        keep_secret(settings, secret)
    if as_json:
        print_json(report.to_json())
    else:
        _print_report(report)


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
