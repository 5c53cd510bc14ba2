"""Roll-ups as columns of the tree: worked out for the rows in sight in a reader thread, kept until something changed."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import RecordKind, SiteStatus
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.figures import figure_text

if TYPE_CHECKING:
    from crmdesk.services.roll_ups import RollUpService

MIX: Final = "status_mix"
FIGURES: Final = ("companies", "contacts", "notes", "last_activity", "opportunities", "pipeline", MIX)
"""Columns of this kind; the others are measures of `services.roll_ups`. Sites have their own column, which is kept in the store."""
FIGURES_OF: Final = frozenset({RecordKind.CONTACT, RecordKind.POSITION, RecordKind.ACTIVITY, RecordKind.OPPORTUNITY})
"""What else than companies and sites changes a figure."""
_BETWEEN: Final = " · "


def figure_columns() -> tuple[Column, ...]:
    """Return the columns in the present language; hidden until the user chooses them."""
    translate = QCoreApplication.translate
    number = CellKind.NUMBER
    below = translate("account_tree", "Of the node and of everything below it")
    return (
        Column("companies", translate("account_tree", "Subsidiaries"), 84, number, sortable=False, shown=False, tooltip=below),
        Column("contacts", translate("account_tree", "People"), 60, number, sortable=False, shown=False, tooltip=below),
        Column("notes", translate("account_tree", "Notes"), 60, number, sortable=False, shown=False, tooltip=below),
        Column("last_activity", translate("account_tree", "Last activity"), 92, sortable=False, shown=False, tooltip=below),
        Column(
            "opportunities",
            translate("account_tree", "Open opportunities"),
            84,
            number,
            sortable=False,
            shown=False,
            tooltip=below,
        ),
        Column("pipeline", translate("account_tree", "Open pipeline"), 100, number, sortable=False, shown=False, tooltip=below),
        Column(MIX, translate("account_tree", "Status of the sites"), 190, sortable=False, shown=False, tooltip=below),
    )


class TreeFigures:
    """Cells of the chosen columns; asked in reader threads, told by the GUI thread what is shown and when it is out of date."""

    def __init__(self, statuses: Mapping[str, str]) -> None:
        """`statuses` are the short words of the present language by status."""
        self._statuses = statuses
        self._service: RollUpService | None = None
        self._shown: tuple[str, ...] = ()
        self._known: dict[tuple[str, RecordKey], Cell | None] = {}

    def connect_to(self, service: "RollUpService") -> None:
        """Ask this service from now on."""
        self._service = service

    @property
    def is_shown(self) -> bool:
        """Whether any of the columns is shown."""
        return bool(self._shown)

    def show(self, columns: Collection[str]) -> bool:
        """Work out these columns from now on; says whether one is new."""
        before, self._shown = self._shown, tuple(name for name in FIGURES if name in columns)
        return bool(set(self._shown) - set(before))

    def forget(self) -> None:
        """Something changed: ask anew. An answer on its way still goes where it was begun, so it cannot come back stale."""
        self._known = {}

    def cells(self, keys: Collection[RecordKey]) -> dict[RecordKey, dict[str, Cell]]:
        """Return the cells of a page of rows; costs the reading of what lies below those not yet known."""
        service, shown, known = self._service, self._shown, self._known
        found: dict[RecordKey, dict[str, Cell]] = {key: {} for key in keys}
        for column in shown if service is not None else ():
            missing = [key for key in keys if (column, key) not in known]
            if missing and service is not None:
                known.update(self._worked_out(service, column, missing))
            for key in keys:
                if (cell := known.get((column, key))) is not None:
                    found[key][column] = cell
        return found

    def _worked_out(
        self, service: "RollUpService", column: str, keys: Collection[RecordKey]
    ) -> dict[tuple[str, RecordKey], Cell | None]:
        if column == MIX:
            mixes = service.mixes(keys)
            return {(column, key): self._mix_cell(mixes[key]) if key in mixes else None for key in keys}
        unit = next(measure.unit for measure in service.measures() if measure.key == column)
        figures = service.for_nodes(keys, column)
        return {
            (column, key): Cell(figure_text(unit, value), role=Role.SECONDARY) if (value := figures.get(key)) else None
            for key in keys
        }

    def _mix_cell(self, mix: Mapping[str | None, object]) -> Cell:
        parts = [f"{mix[status]} {self._statuses[status]}" for status in SiteStatus if status in mix]
        return Cell(_BETWEEN.join(parts), role=Role.SECONDARY, tooltip="\n".join(parts))
