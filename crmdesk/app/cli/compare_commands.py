"""The command that compares: two names with what is known beside them, or every row of a file of pairs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.output import print_json, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from crmdesk.exchange.table_source import TableSource
    from crmdesk.models.matching import Candidate, Likeness

_NAMES: Final = ("name_a", "name_b")
_GIVEN: Final = ("credit_code", "address", "phone")
"""What the options give beside the names."""
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "name": ("name",),
    "short_name": ("short_name",),
    "english_name": ("english_name",),
    "credit_code": ("credit_code", "uscc"),
    "phone": ("phone",),
    "address": ("address",),
    "province": ("province",),
    "city": ("city",),
    "district": ("district",),
    "street": ("street",),
    "country": ("country",),
}
"""Field → what its two columns are called before `_a` and `_b`."""


class ColumnMissing(CrmError):
    """A file of pairs lacks a column that cannot be done without. Params: `file`, `column`, `found`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} has no column {column}. It has: {found}.")


@click.command("compare")
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option("--pairs", type=click.Path(path_type=Path), metavar="FILE", help="A table with the columns name_a and name_b.")
@click.option("--credit-code-a", default="", metavar="CODE", help="Credit code of A.")
@click.option("--credit-code-b", default="", metavar="CODE", help="Credit code of B.")
@click.option("--address-a", default="", metavar="TEXT", help="Address of A.")
@click.option("--address-b", default="", metavar="TEXT", help="Address of B.")
@click.option("--phone-a", default="", metavar="NUMBER", help="Phone of A.")
@click.option("--phone-b", default="", metavar="NUMBER", help="Phone of B.")
@click.option(
    "--kind",
    type=click.Choice(["company", "site"]),
    default="company",
    show_default=True,
    help="What is compared: a company may have many addresses, a site is one.",
)
@json_option
@click.pass_obj
def compare(
    session: Session, /, a: str | None, b: str | None, *, pairs: Path | None, kind: str, as_json: bool, **known: str
) -> None:
    """Say whether A and B, two names, are one company: score, yes or no, and the reasons.

    Needs no store; where one is named with --store, A and B may be codes of companies or sites in it.
    """
    if (pairs is None) == (a is None or b is None) or (pairs is not None and a is not None):
        raise click.UsageError("Give two names, or --pairs FILE.")
    if pairs is None:
        first, second = (
            {"name": name or "", **{field: known[f"{field}_{side}"] for field in _GIVEN}} for name, side in ((a, "a"), (b, "b"))
        )
        found = [_compare_stored(session, a or "", b or "") or _compare(first, second, kind)]
    else:
        found = [_compare(first, second, kind) for first, second in _pairs(_open(pairs))]
    if as_json:
        print_json(found if pairs is not None else found[0])
        return
    print_table(
        ("a", "b", "score", "same", "reasons"),
        [
            (
                pair["name_a"],
                pair["name_b"],
                f"{pair['score']:.2f}",
                "yes" if pair["same"] else "no",
                " ".join(reason["text"] for reason in pair["reasons"]),
            )
            for pair in found
        ],
    )


COMMANDS: Final = (compare,)


def _compare(first: dict[str, str], second: dict[str, str], kind: str) -> dict[str, Any]:
    from crmdesk.models.matching import compare_records

    likeness = compare_records(_candidate(first, kind), _candidate(second, kind))
    return {"name_a": first["name"], "name_b": second["name"], **likeness_json(likeness)}


def _compare_stored(session: Session, a: str, b: str) -> dict[str, Any] | None:
    """Compare two records of the store that was named; None when none was, or A or B is no code in it."""
    if session.store_path is None:
        return None
    from crmdesk.app.cli.account_commands import resolve
    from crmdesk.models.matching import compare_records
    from crmdesk.services.catalogue import Services
    from crmdesk.storage.duplicate_rows import living_with_ids

    with session.store() as store:
        services = Services.over(store)
        try:
            keys = [resolve(services, code) for code in (a, b)]
        except RecordNotFound:
            return None
        with store.read() as connection:
            rows = [living_with_ids(connection, key.kind, [key.id]) for key in keys]
    if not all(rows):
        return None
    first, second = (found[0].candidate for found in rows)
    return {"name_a": first.name, "name_b": second.name, **likeness_json(compare_records(first, second))}


def _candidate(fields: dict[str, str], kind: str) -> "Candidate":
    from crmdesk.models.matching import Candidate

    known = {field: text for field, text in fields.items() if field != "phone"}
    phones = (fields["phone"],) if fields.get("phone") else ()
    return Candidate(kind=RecordKind(kind), phones=phones, **known)


def likeness_json(likeness: "Likeness") -> dict[str, Any]:
    """Return what a comparison found in the shape of `docs/cli.md`."""
    return {
        "score": round(likeness.score, 4),
        "same": likeness.same,
        "another_site": likeness.another_site,
        "reasons": [
            {"about": reason.about, "weight": round(reason.weight, 2), "text": reason.message} for reason in likeness.reasons
        ],
    }


# -- a file of pairs


def _open(path: Path) -> "TableSource":
    """Open the table with the row that holds `name_a` and `name_b` as its header.

    Raises:
        FileRefused: it cannot be read as a table.
        ColumnMissing: no row holds both.
    """
    from crmdesk.exchange.table_source import open_table

    source = open_table(path)
    for number, cells in source.head:
        if set(_NAMES) <= {_column(cell) for cell in cells}:
            return source if number == source.header_row else open_table(path, header_row=number)
    present = source.head[0][1] if source.head else []
    known = {_column(cell) for cell in present}
    missing = next(name for name in _NAMES if name not in known)
    raise ColumnMissing(
        file=path.name, column=missing, found=", ".join(cell.strip() for cell in present[:20] if cell.strip()) or "–"
    )


def _column(cell: str) -> str:
    return cell.strip("\ufeff \t").casefold().replace(" ", "_")


def _pairs(source: "TableSource") -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Yield what the file says of either side of each pair, in its order."""
    columns = [_column(header) for header in source.headers]
    places = [
        {
            field: columns.index(f"{name}_{side}")
            for field, names in _COLUMNS.items()
            for name in reversed(names)
            if f"{name}_{side}" in columns
        }
        for side in ("a", "b")
    ]
    for row in source.rows():
        first, second = ({field: row.cells[index].strip() for field, index in places_of.items()} for places_of in places)
        yield first, second
