"""What one can look at on the page of pools: what falls back soon, then each pool, its accounts apart."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pool_desk import MyPool, PoolDesk

DUE: Final = "due"
DUE_OF_ALL: Final = "due of all"


@dataclass(frozen=True, slots=True)
class Place:
    """One line at the left.

    Attributes:
        key: `due`, `due of all`, or kind and id of a pool: `lead:…`, `site:…`. count: how many.
        pool: where it is one. kind: what is listed there.
    """

    key: str
    name: str
    count: int
    pool: "MyPool | None" = None
    kind: RecordKind = RecordKind.LEAD

    @property
    def is_due(self) -> bool:
        """Whether it lists what falls back, not what waits."""
        return self.pool is None


def places_of(desk: "PoolDesk") -> tuple[Place, ...]:
    """Return the lines for what a person has; nothing when no pool is open to him."""
    translate = QCoreApplication.translate
    if not desk.pools and not desk.due:
        return ()
    found = [Place(DUE, translate("pools", "Mine, due soon"), desk.due)]
    if desk.due_of_all > desk.due:
        found.append(Place(DUE_OF_ALL, translate("pools", "Of all, due soon"), desk.due_of_all))
    for pool in desk.pools:
        found.append(Place(f"lead:{pool.id}", pool.name, pool.leads, pool))
        if pool.takes_accounts:
            name = translate("pools", "{pool}: accounts").format(pool=pool.name)
            found.append(Place(f"site:{pool.id}", name, pool.sites, pool, RecordKind.SITE))
    return tuple(found)


def place_columns() -> tuple[Column, ...]:
    """Return the columns of the list of places in the present language."""
    translate = QCoreApplication.translate
    return (
        Column("name", translate("pools", "Pool"), 130, sortable=False, fixed=True, stretches=True),
        Column("count", translate("pools", "Number"), 64, CellKind.NUMBER, sortable=False),
    )


def place_row(place: Place) -> TableRow:
    """Return a line as it is drawn."""
    role = Role.WARN if place.is_due and place.count else None
    return TableRow(place.key, {"name": Cell(place.name), "count": Cell(f"{place.count:,}", role)})
