"""Commands that bring files in: import a table, and look at how its columns would be understood."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from crmdesk.app import paths
from crmdesk.app.cli.lead_import_options import LeadWishes, lead_options
from crmdesk.app.cli.long_work import progress_line
from crmdesk.app.cli.output import print_error, print_json, print_line, print_table
from crmdesk.app.cli.session import Session, discarded_on_failure, json_option

if TYPE_CHECKING:
    from crmdesk.exchange.fields import Subject
    from crmdesk.exchange.importing.report import ImportReport
    from crmdesk.exchange.mapping import Mapping
    from crmdesk.exchange.mapping_proposal import Proposal
    from crmdesk.exchange.table_source import TableSource
    from crmdesk.storage.store import Store

Function = TypeVar("Function", bound=Callable[..., Any])
_SHOWN_REFUSALS: Final = 20
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")

_FILE: Final = click.Path(path_type=Path)


def reading_options(function: Function) -> Function:
    """Add FILE and the options that say how it is to be read; what is not given is found out."""
    for option in (
        click.option(
            "--header-row", type=click.IntRange(0), metavar="N", help="Row of the column names, from 1; 0: there is none."
        ),
        click.option("--sheet", metavar="NAME", help="Sheet of a workbook; otherwise the first filled one."),
        click.option("--separator", metavar="CHAR", help="What stands between two cells; \\t or tab for a tab."),
        click.option("--encoding", metavar="NAME", help="Encoding of a text file, such as utf-8, gb18030 or big5."),
        click.argument("file", type=_FILE),
    ):
        function = option(function)
    return function


def open_file(
    file: Path, encoding: str | None, separator: str | None, sheet: str | None, header_row: int | None
) -> "TableSource":
    """Open a table as the options say.

    Raises:
        FileRefused: it cannot be read as a table.
    """
    from crmdesk.exchange.table_source import open_table

    char = "\t" if separator in {"\\t", "tab"} else separator
    return open_table(file, encoding=encoding, separator=char, sheet=sheet, header_row=header_row)


def propose(source: "TableSource", subject: "Subject | None" = None) -> "Proposal":
    """Return the mapping kept for such files, the shipped one, or a fresh proposal; of rows about `subject` when it is given."""
    from crmdesk.exchange.mapping_proposal import propose_mapping
    from crmdesk.exchange.mapping_store import MappingStore, presets

    known = (*MappingStore(paths.mappings_folder()).all(), *presets())
    return propose_mapping(source.headers, [row.cells for row in source.preview()], known, subject)


def _as_option(function: Function) -> Function:
    return click.option(
        "--as",
        "subject",
        type=click.Choice(["accounts", "leads"]),
        help="What the rows are; otherwise told from the column names.",
    )(function)


@click.command("import")
@reading_options
@_as_option
@click.option("--map", "map_file", type=_FILE, metavar="MAP.json", help="Mapping of columns to fields; see `crmdesk mapping`.")
@click.option("--remember", metavar="NAME", help="Keep the mapping under this name for files with the same columns.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option("--refused", type=_FILE, metavar="FILE.csv", help="Write refused rows here: original columns and the reason.")
@lead_options
@json_option
@click.pass_obj
def import_(
    session: Session,
    /,
    *,
    file: Path,
    encoding: str | None,
    separator: str | None,
    sheet: str | None,
    header_row: int | None,
    subject: str | None,
    map_file: Path | None,
    remember: str | None,
    dry_run: bool,
    refused: Path | None,
    as_json: bool,
    **leads: Any,
) -> None:
    """Import companies, sites and contacts, or leads, from FILE: .csv, .tsv, .txt (also packed), .xlsx, .xls, .ods or .et.

    All of it in one step that `crmdesk undo` takes back, or nothing. Companies, sites and contacts that are there already – by
    code, credit code or name – are updated; leads that are there are left out unless `--there` says otherwise.
    """
    from crmdesk.exchange.fields import Subject
    from crmdesk.exchange.mapping_store import MappingStore, load_mapping

    source = open_file(file, encoding, separator, sheet, header_row)
    wished = None if subject is None else Subject(subject)
    mapping = load_mapping(map_file) if map_file is not None else propose(source, wished).mapping
    wishes = _wishes(mapping, wished, leads)
    mapping.bind(source.headers)  # a faulty mapping is refused before a store is made for it
    carry_out = _dry_run if dry_run else _import
    report = carry_out(session, source, mapping, wishes, refused)
    if remember:
        MappingStore(paths.mappings_folder()).save(remember, mapping.narrowed(source.headers))
    if as_json:
        print_json(report.to_json())
    else:
        _print_report(report)


def _wishes(mapping: "Mapping", wished: "Subject | None", given: dict[str, Any]) -> LeadWishes:
    """Return what was said of leads; fails with wrong usage where the rows are none, or other rows than the mapping's."""
    if wished not in {None, mapping.subject}:
        raise click.UsageError(f"The mapping is one of {mapping.subject.value}.")
    wishes = LeadWishes(**given)
    wishes.check()
    if wishes != LeadWishes() and mapping.subject.value != "leads":
        raise click.UsageError("The column names do not say that the rows are leads. Add --as leads.")
    return wishes


def _dry_run(
    session: Session, source: "TableSource", mapping: "Mapping", wishes: LeadWishes, refused: Path | None
) -> "ImportReport":
    from crmdesk.exchange.importing.run import Import
    from crmdesk.services.catalogue import Services

    with _store_or_empty(session) as store, progress_line(source.path.name) as progress:
        return Import(source, mapping, wishes.resolved(Services.over(store))).dry_run(store, progress, refused)


def _import(
    session: Session, source: "TableSource", mapping: "Mapping", wishes: LeadWishes, refused: Path | None
) -> "ImportReport":
    from crmdesk.exchange.importing.run import Import
    from crmdesk.services.catalogue import Services

    with (
        discarded_on_failure(session.path),
        session.store(create=True) as store,
        progress_line(source.path.name) as progress,
    ):
        return Import(source, mapping, wishes.resolved(Services.over(store))).run(store, progress, refused)


@contextmanager
def _store_or_empty(session: Session) -> "Iterator[Store]":
    """Give the store, or an empty one for this run where there is none yet: a dry run creates nothing."""
    from crmdesk.services.store_setup import set_up
    from crmdesk.storage.store import Store

    if session.path.exists():
        with session.store() as store:
            yield store
        return
    with TemporaryDirectory(prefix="crmdesk-") as folder, Store.create(Path(folder) / "empty.store", None) as store:
        set_up(store)
        yield store


def _print_report(report: "ImportReport") -> None:
    print_table(
        ("", "created", "updated", "unchanged"),
        [(kind.value, count.created, count.updated, count.unchanged) for kind, count in report.kinds.items()],
    )
    for name, count in report.given.most_common():
        print_line(f"  {count} to {name}")
    print_line()
    print_line(f"{report.rows} rows read, {report.skipped} skipped, {report.refused_count} refused.")
    for item in report.refused[:_SHOWN_REFUSALS]:
        print_line(f"  row {item.row}: {item.reason}")
    if report.refused_count > _SHOWN_REFUSALS:
        print_line(f"  … {report.refused_count - _SHOWN_REFUSALS} more; --refused FILE.csv writes them all.")
    for sentence, count in report.warnings.most_common():
        print_line(f"  {count} × {_PLACEHOLDER.sub('…', sentence)}")
    if report.dry_run:
        print_line("Dry run: nothing was written.")


@click.command("mapping")
@reading_options
@_as_option
@json_option
def mapping(
    *,
    file: Path,
    encoding: str | None,
    separator: str | None,
    sheet: str | None,
    header_row: int | None,
    subject: str | None,
    as_json: bool,
) -> None:
    """Print the mapping proposed for FILE, to be edited and given to `crmdesk import --map`; needs no store."""
    from crmdesk.exchange.fields import Subject

    source = open_file(file, encoding, separator, sheet, header_row)
    proposal = propose(source, None if subject is None else Subject(subject))
    problems = [problem.message for problem in proposal.mapping.problems()]
    if as_json:
        print_json(
            {
                "file": {
                    "kind": source.kind.value,
                    "encoding": source.encoding,
                    "separator": source.separator,
                    "sheet": source.sheet,
                    "header_row": source.header_row,
                },
                "columns": [
                    {"column": item.column, "field": item.key, "confidence": item.confidence, "reason": item.reason.value}
                    for item in proposal.columns
                ],
                "problems": problems,
                "mapping": json.loads(proposal.mapping.to_json()),
            }
        )
        return
    click.echo(proposal.mapping.to_json(), nl=False)
    for problem in problems:
        print_error(problem)


COMMANDS: Final = (import_, mapping)
"""Every command of this area."""
