"""Commands about the store as a whole: check it, back it up, restore a backup, make the demo."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app import paths
from crmdesk.app.cli.long_work import progress_line, stoppable
from crmdesk.app.cli.output import print_json, print_line
from crmdesk.app.cli.session import Session, discarded_on_failure, json_option
from crmdesk.app.open_store import find_key, new_key
from crmdesk.core.clock import iso_ms
from crmdesk.core.vocabulary import Severity

if TYPE_CHECKING:
    from crmdesk.services.store_check import Finding


@click.command("check")
@click.option("--quick", is_flag=True, help="Only walk the file once; without it indexes and every rule are checked too.")
@click.option("--repair", is_flag=True, help="Derive again what follows from other data: order, counts, search index.")
@json_option
@click.pass_obj
def check(session: Session, quick: bool, repair: bool, as_json: bool) -> int:
    """Check the store; exit code 1 when data are lost or wrong."""
    from crmdesk.services.store_check import StoreCheck

    with session.store() as store, stoppable() as is_stopped:
        checks = StoreCheck(store)
        report = checks.quick(is_stopped) if quick else checks.full(is_stopped)
        repaired = False
        if repair and report.is_sound:
            checks.repair()
            repaired = True
            report = checks.quick(is_stopped) if quick else checks.full(is_stopped)
    if as_json:
        print_json(
            {
                "sound": report.is_sound,
                "checked": "quick" if quick else "full",
                "repaired": repaired,
                "findings": [_finding_json(finding) for finding in report.findings],
            }
        )
    else:
        for finding in report.findings:
            print_line(f"{finding.severity.value}: {_message(finding)} {finding.cure}")
        errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
        print_line("The store is sound." if report.is_sound else f"{errors} errors.")
    return 0 if report.is_sound else 1


def _message(finding: "Finding") -> str:
    return finding.template.format(**finding.params)


def _finding_json(finding: "Finding") -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "check": finding.check,
        "message": _message(finding),
        "cure": finding.cure.format(**finding.params),
        "kind": finding.kind or None,
        "id": finding.record_id or None,
        "code": finding.code or None,
    }


@click.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@json_option
@click.pass_obj
def backup(session: Session, folder: Path | None, as_json: bool) -> None:
    """Copy the store into FOLDER (default: the folder chosen in the settings), while others may work on it."""
    from dataclasses import replace

    from crmdesk.services.backups import BackupService

    settings = session.settings if folder is None else replace(session.settings, backup_folder=str(folder))
    key = find_key(session.path, session.key_source)
    with progress_line(session.path.name) as progress:
        made = BackupService(session.path, key, settings).run(lambda done, total: progress(done / total if total else 1.0))
    if as_json:
        print_json({"path": str(made.path), "made_at": iso_ms(made.made_at), "size": made.size, "kind": made.kind})
        return
    print_line(f"{made.path}  {made.size:,} bytes")


@click.command("restore")
@click.argument("backup_file", metavar="BACKUP", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def restore(session: Session, backup_file: Path, as_json: bool) -> None:
    """Put a copy of BACKUP in the store's place; the present file is kept beside it."""
    from crmdesk.services.backups import BackupService

    key = find_key(backup_file, session.key_source)
    service = BackupService(session.path, key, session.settings)
    kept = service.restore(backup_file)
    if as_json:
        print_json({"store": str(session.path), "restored": str(backup_file), "kept": None if kept is None else str(kept)})
        return
    print_line(f"{session.path} is the copy of {backup_file} now.")
    if kept is not None:
        print_line(f"The former file is kept as {kept}.")


@click.command("demo")
@json_option
@click.pass_obj
def demo(session: Session, as_json: bool) -> None:
    """Make the demo store, at its own place or at --store PATH; unencrypted unless a passphrase is given."""
    from crmdesk.app.demo import load_demo
    from crmdesk.services.store_setup import set_up
    from crmdesk.storage.store import Store

    path = session.store_path or paths.demo_store()
    key = new_key(session.key_source) if session.key_source.passphrase_fd is not None else None
    with discarded_on_failure(path), Store.create(path, key) as store, progress_line(path.name) as progress:
        set_up(store)
        loaded = load_demo(store, progress)
    if as_json:
        print_json(
            {
                "store": str(path),
                "companies": loaded.companies,
                "sites": loaded.sites,
                "contacts": loaded.contacts,
                "notes": loaded.notes,
                "leads": loaded.leads,
            }
        )
        return
    print_line(
        f"{path}: {loaded.companies} companies, {loaded.sites} sites, {loaded.contacts} contacts, {loaded.notes} notes, {loaded.leads} leads."
    )
    print_line(f"Look at it with: crmdesk --store {path} tree")


COMMANDS: Final = (check, backup, restore, demo)
"""Every command of this area."""
