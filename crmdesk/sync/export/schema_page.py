"""The tables of docs/export.md, written from the schema itself; a test holds page and schema together."""

from collections.abc import Iterator
from typing import Final

from crmdesk.sync.export.columns import PlainColumn, PlainTable, PlainView
from crmdesk.sync.export.tables import SERVICE, TABLES
from crmdesk.sync.export.views import VIEWS

BEGIN: Final = "<!-- schema: begin -->"
END: Final = "<!-- schema: end -->"


def schema_page() -> str:
    """Return the part of the page between its marks."""
    lines = ["", *_views(), *_tables(), ""]
    return "\n".join(lines)


def with_schema(page: str) -> str:
    """Return the page with the part between the marks written anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{schema_page()}{END}{after}"


def _views() -> Iterator[str]:
    yield "## Views"
    for view in VIEWS:
        yield from _view(view)


def _view(view: PlainView) -> Iterator[str]:
    yield from ("", f"### {view.name}", "", view.meaning, "", "| column | meaning |", "|---|---|")
    yield from (f"| `{column.name}` | {column.meaning} |" for column in view.columns)


def _tables() -> Iterator[str]:
    yield from ("", "## Tables")
    for table in TABLES:
        yield from _table(table)
    yield from ("", "### In every table", "", "| column | type | meaning |", "|---|---|---|")
    yield from map(_column, SERVICE)


def _table(table: PlainTable) -> Iterator[str]:
    yield from ("", f"### {table.name}", "", table.meaning, "", "| column | type | meaning |", "|---|---|---|")
    yield from map(_column, table.columns)


def _column(column: PlainColumn) -> str:
    index = ", indexed" if column.is_indexed else ""
    return f"| `{column.name}` | {column.type.sql}{index} | {column.meaning} |"
