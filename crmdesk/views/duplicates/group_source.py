"""The groups of the last search as the toolkit's table wants them: the order is asked once, a page of lines at a time."""

import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from crmdesk.core.listing import Page, Sort
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.source import TableRow
from crmdesk.views.duplicates.wording import confidence_look
from crmdesk.views.words import word

if TYPE_CHECKING:
    from crmdesk.services.duplicates import DuplicateService, GroupLine


def group_columns() -> tuple[Column, ...]:
    """Return the columns of the list, titled in the present language."""
    text = QCoreApplication.translate
    return (
        Column("confidence", text("GroupSource", "Confidence"), 96, CellKind.CHIP, sortable=False, fixed=True),
        Column("names", text("GroupSource", "Records"), 240, sortable=False, stretches=True),
        Column("size", text("GroupSource", "Count"), 66, CellKind.NUMBER, sortable=False),
        Column("kind", text("GroupSource", "Kind"), 76, sortable=False),
    )


class GroupSource:
    """Implements `ui.table.source.TableSource`; good for one state of the store: the page makes a new one after a change."""

    def __init__(self, service: "DuplicateService | None", kinds: Sequence[RecordKind], under: Under | None = None) -> None:
        self._service = service
        self._under = under
        self._kinds = tuple(kinds)
        self._asking = threading.Lock()
        self._numbers: list[int] | None = None

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        """Return lines of the list, the surest group first; what was merged or judged since it was made is greyed."""
        del sort
        if self._service is None:
            return Page((), first, 0)
        numbers = self._known()
        wanted = numbers[first : first + count]
        lines = self._service.lines(wanted)
        rows = tuple(_row(lines[no]) if no in lines else _gone(no) for no in wanted)
        return Page(rows, first, len(numbers))

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        """Return where these groups stand."""
        del sort
        if self._service is None:
            return {}
        wanted = set(keys)
        return {str(no): at for at, no in enumerate(self._known()) if str(no) in wanted}

    def _known(self) -> list[int]:
        with self._asking:
            if self._numbers is None and self._service is not None:
                self._numbers = [no for no, _ in self._service.holding(self._kinds, self._under)]
            return self._numbers or []


def _row(line: "GroupLine") -> TableRow:
    names = " · ".join(line.names)
    return TableRow(
        str(line.no),
        {
            "confidence": Cell(chip=confidence_look(line.confidence)),
            "names": Cell(names, tooltip=names),
            "size": Cell(str(line.size)),
            "kind": Cell(word(line.kind)),
        },
    )


def _gone(no: int) -> TableRow:
    reason = QCoreApplication.translate("GroupSource", "Decided meanwhile.")
    return TableRow(str(no), {"names": Cell("—")}, reason)
