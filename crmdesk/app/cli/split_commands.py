"""The command that splits accounts into sites."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.account_commands import resolve
from crmdesk.app.cli.long_work import progress_line
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from crmdesk.services.catalogue import Services
    from crmdesk.services.splitting.plan import PlannedSite, SplitPlan
    from crmdesk.services.splitting.service import Applied, ReportRow

_SHOWN: Final = 40
_HALF: Final = 0.5


@click.command("split")
@click.argument("accounts", nargs=-1, metavar="ACCOUNT…")
@click.option(
    "--import", "transaction", metavar="TRANSACTION", help="Every account an import wrote to; `last` for the newest one."
)
@click.option("--all-under", metavar="CODE", help="Every account of a company and of all companies below it.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE.csv", help="Write here what goes where and why.")
@json_option
@click.pass_obj
def split(
    session: Session,
    *,
    accounts: tuple[str, ...],
    transaction: str | None,
    all_under: str | None,
    dry_run: bool,
    report: Path | None,
    as_json: bool,
) -> None:
    """Make sites of the addresses an account holds; people, notes and the rest go to the site they belong to.

    ACCOUNT is the code of a site, or of a company whose sites are looked at. All of it is one step that `crmdesk undo`
    takes back; what nothing places stays with its account.
    """
    if sum((bool(accounts), transaction is not None, all_under is not None)) != 1:
        raise click.UsageError("Name accounts, or one of --import and --all-under.")
    with session.services() as services, progress_line("split") as tell:
        plan = _plan(services, accounts, transaction, all_under, _part(tell, 0.0))
        done = services.splitting.apply(plan, _part(tell, _HALF), source="cli") if plan.accounts and not dry_run else None
    if report is not None:
        from crmdesk.exchange.split_report import write_split_report
        from crmdesk.services.splitting.service import report_rows

        write_split_report(report, report_rows(plan))
    if as_json:
        print_json(_json(plan, done, dry_run=dry_run, report=report))
    else:
        _print(plan, done, dry_run=dry_run)


def _plan(
    services: "Services",
    accounts: tuple[str, ...],
    transaction: str | None,
    all_under: str | None,
    progress: "Callable[[int, int], None]",
) -> "SplitPlan":
    splitting = services.splitting
    if transaction is not None:
        if transaction == "last":
            recent = splitting.recent_imports(1)
            transaction = recent[0].transaction if recent else transaction
        return splitting.propose_import(transaction, progress=progress)
    if all_under is not None:
        return splitting.propose([resolve(services, all_under)], below=True, progress=progress)
    return splitting.propose([resolve(services, code) for code in accounts], progress=progress)


def _part(tell: "Callable[[float], None]", start: float) -> "Callable[[int, int], None]":
    def progress(done: int, total: int) -> None:
        tell(start + _HALF * done / (total or 1))

    return progress


def _json(plan: "SplitPlan", done: "Applied | None", *, dry_run: bool, report: Path | None) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "examined": plan.examined,
        "accounts": [
            {
                "account": str(account.id),
                "name": account.name,
                "code": account.code,
                "company": account.company,
                "sites": [_site_json(site, done) for site in account.sites],
                "children": [
                    {
                        "kind": child.kind,
                        "id": child.id,
                        "name": child.name,
                        "to": account.site(child.site).name,
                        "stays": child.site == account.id,
                        "reason": child.reason.message,
                        "confidence": round(child.reason.sureness, 2),
                    }
                    for child in account.children
                ],
            }
            for account in plan.accounts
        ],
        "new_sites": plan.new_sites,
        "moved": plan.moving,
        "stayed": sum(row.is_staying and row.reason.is_weak for row in _rows(plan)),
        "report": None if report is None else str(report),
        "transaction": None if done is None else done.changes.transaction,
    }


def _site_json(site: "PlannedSite", done: "Applied | None") -> dict[str, Any]:
    made = None if done is None else done.made.get(site.key)
    is_stored = not site.key.startswith("new:")
    return {
        "id": site.key if is_stored else None if made is None else made.id,
        "what": site.origin.value,
        "name": site.name,
        "code": site.code,
        "place_kind": site.place_kind,
        "address": site.address,
        "reason": site.why.message,
        "confidence": round(site.why.sureness, 2),
        "units": [unit.name for unit in site.units],
    }


def _rows(plan: "SplitPlan") -> "list[ReportRow]":
    from crmdesk.services.splitting.service import report_rows

    return list(report_rows(plan))


def _print(plan: "SplitPlan", done: "Applied | None", *, dry_run: bool) -> None:
    rows = _rows(plan)
    print_table(
        ("account", "kind", "record", "goes to", "reason"),
        [(row.account, row.kind, row.name, row.site, row.reason.message) for row in rows[:_SHOWN]],
    )
    if len(rows) > _SHOWN:
        print_line(f"… {len(rows) - _SHOWN} more; --report FILE.csv writes them all.")
    print_line()
    print_line(
        f"{plan.examined} accounts examined, {len(plan.accounts)} to split: {plan.new_sites} new sites, {plan.moving} records move."
    )
    staying = [row for row in rows if row.is_staying and row.reason.is_weak]
    for row in staying[:_SHOWN]:
        print_line(f"  stays: {row.kind} {row.name} – {row.reason.message}")
    if dry_run:
        print_line("Dry run: nothing was written.")
    elif done is not None:
        print_line("`crmdesk undo` takes all of it back.")


COMMANDS: Final = (split,)
"""Every command of this area."""
