"""Roll-ups: what stands at a company or site itself, in all below it, and how that divides by status, grade and kind.

Which figures there are is declared in `models.measures`; a later issue's joins by one entry there.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.measuring import Dimension
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.measures import MEASURES, SITES, Measure, measure_called
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows, roll_up_rows
from crmdesk.storage.roll_up_rows import Figure, RolledUp
from crmdesk.storage.store import Store

_NONE: Final[Mapping[str | None, Figure]] = {}


@dataclass(frozen=True, slots=True)
class NodeRollUp:
    """One measure at one node.

    Attributes:
        own: at the node itself: the sites of the company, what hangs on them. subtree: there and in all below.
        by_status, by_grade, by_kind: the subtree divided by the sites' stored values, None for those without; empty where
            the measure cannot be divided so.
    """

    measure: Measure
    own: Figure
    subtree: Figure
    by_status: Mapping[str | None, Figure]
    by_grade: Mapping[str | None, Figure]
    by_kind: Mapping[str | None, Figure]


class RollUpService:
    """Reads roll-ups; nothing is kept, so they are exact at once after an edit. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def measures(self) -> tuple[Measure, ...]:
        """Return every declared measure, in the order in which they are shown."""
        return MEASURES

    def of(self, key: RecordKey, only: Collection[str] = ()) -> tuple[NodeRollUp, ...]:
        """Return every measure (or `only` those with these keys) at a company or site; costs the reading of its subtree.

        Raises:
            RecordNotFound: it was deleted, or never was.
        """
        with self._store.read() as connection:
            if record_rows.fetch(connection, key.kind, key.id) is None:
                raise RecordNotFound(what=key.id)
            read = roll_up_rows.at_site if key.kind is RecordKind.SITE else roll_up_rows.at_company
            return tuple(
                _node(measure, read(connection, key.id, measure)) for measure in MEASURES if not only or measure.key in only
            )

    def for_nodes(self, keys: Collection[RecordKey], measure: str) -> Mapping[RecordKey, Figure]:
        """Return the subtree's figure of one measure for many nodes at once, for a column of the rows in sight.

        Two statements; the cost is that of reading the subtrees of these nodes, for sites nothing but the nodes themselves
        (`company.site_count` is kept).
        """
        wanted = measure_called(measure)
        companies, sites = _parted(keys)
        found: dict[RecordKey, Figure] = {}
        with self._store.read() as connection:
            if companies:
                counts = (
                    roll_up_rows.stored_site_counts(connection, companies)
                    if measure == SITES
                    else roll_up_rows.subtrees(connection, companies, wanted)
                )
                found |= {RecordKey(RecordKind.COMPANY, record): value for record, value in counts.items()}
            if sites:
                at_sites = roll_up_rows.sites(connection, sites, wanted)
                found |= {RecordKey(RecordKind.SITE, record): value for record, value in at_sites.items()}
        return found

    def mixes(
        self, keys: Collection[RecordKey], measure: str = SITES, by: Dimension = Dimension.STATUS
    ) -> Mapping[RecordKey, Mapping[str | None, Figure]]:
        """Return one measure below each of these companies, divided; companies with nothing, and sites, are left out."""
        companies, _ = _parted(keys)
        if not companies:
            return {}
        with self._store.read() as connection:
            found = roll_up_rows.divided(connection, companies, measure_called(measure), by)
        return {RecordKey(RecordKind.COMPANY, record): mix for record, mix in found.items()}


def _parted(keys: Collection[RecordKey]) -> tuple[list[str], list[str]]:
    return (
        [key.id for key in keys if key.kind is RecordKind.COMPANY],
        [key.id for key in keys if key.kind is RecordKind.SITE],
    )


def _node(measure: Measure, rolled: RolledUp) -> NodeRollUp:
    by = rolled.divided
    return NodeRollUp(
        measure,
        rolled.own,
        rolled.subtree,
        by.get(Dimension.STATUS, _NONE),
        by.get(Dimension.GRADE, _NONE),
        by.get(Dimension.KIND, _NONE),
    )
