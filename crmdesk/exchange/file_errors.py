"""Why a file cannot be read as a table: each refusal names the file, the row where there is one, and the cure."""

from typing import Final

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP

MAX_COLUMNS: Final = 500
"""Columns of one table; more means the wrong separator or a matrix, never a list of customers."""
MAX_CELL_CHARS: Final = 32_767
"""Characters of one cell, as in Excel."""
MAX_LINE_CHARS: Final = 4_000_000
"""Characters of one line of a text file; bounds the memory that one line can take."""
MAX_UNPACKED_BYTES: Final = 2 << 30
"""Bytes that a packed text file may unpack to."""
MAX_WORKBOOK_BYTES: Final = 1 << 30
"""Bytes that the parts of a workbook may unpack to."""
MAX_SHEET_CELLS: Final = 20_000_000
"""Cells of one sheet (rows × columns); the reader holds the sheet in memory, about 25 bytes a cell."""


class FileRefused(CrmError):
    """Base of every reason why a file or one of its rows is not read. Params: `file`, mostly `row`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} cannot be read as a table.")


class FileUnreadable(FileRefused):
    """The operating system refuses the file. Params: `file`, `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} cannot be opened: {reason}. Check that it exists and is not in use.")


class FileEmpty(FileRefused):
    """There is nothing in the file or sheet. Params: `file`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} holds no rows. Choose another file or another sheet.")


class NotATable(FileRefused):
    """The content is of a kind that is no table. Params: `file`, `kind`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{file} is no table but {kind}. Save the data as .xlsx or .csv, then import that file."
    )


class FileDamaged(FileRefused):
    """The container is broken or cut short. Params: `file`, `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} is damaged ({reason}). Get it again, or open it and save it anew.")


class FileLocked(FileRefused):
    """The workbook has a password. Params: `file`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} is protected by a password. Save a copy without the password and import that.")


class FileTooLarge(FileRefused):
    """Reading it would take more memory than allowed. Params: `file`, `found`, `limit`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{file} is too large: {found}, at most {limit} can be read. Split it, or save the sheet as .csv."
    )


class FileChanged(FileRefused):
    """The file was changed between the preview and the import. Params: `file`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} was changed since it was opened. Open it again.")


class SheetNotFound(FileRefused):
    """No sheet has that name. Params: `file`, `sheet`, `sheets`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} has no sheet {sheet}. It has: {sheets}.")


class UnknownEncoding(FileRefused):
    """The encoding is not one Python knows. Params: `file`, `encoding`."""

    template = QT_TRANSLATE_NOOP("errors", "{file}: there is no encoding called {encoding}. Try utf-8, gb18030 or big5.")


class WrongSeparator(FileRefused):
    """The separator is not one character. Params: `file`, `separator`."""

    template = QT_TRANSLATE_NOOP("errors", "{file}: {separator} cannot be a separator. Give one character, such as a comma.")


class HeaderNotFound(FileRefused):
    """The row said to hold the column names is not there. Params: `file`, `row`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} has no row {row} that could hold the column names. Give another row.")


class TooManyColumns(FileRefused):
    """A row is wider than any list of customers. Params: `file`, `row`, `found`, `limit`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{file}, row {row}: {found} columns, at most {limit} can be read. Check the separator or remove columns."
    )


class CellTooLong(FileRefused):
    """A cell is longer than a spreadsheet allows, mostly because a quotation mark is missing. Params: `file`, `row`, `limit`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{file}, row {row}: a cell is longer than {limit} characters. Look for a quotation mark that is not closed."
    )


class UnclosedQuote(FileRefused):
    """A quotation mark opens a cell and never closes. Params: `file`, `row`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{file}, row {row}: a quotation mark opens a cell and is never closed. Close or remove it."
    )


class MalformedRow(FileRefused):
    """The row breaks the rules of the format. Params: `file`, `row`, `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "{file}, row {row}: {reason}. Correct that row.")
