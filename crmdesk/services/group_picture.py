"""A whole group as arrays, for pictures of it: who stands under whom, how much each weighs, and what it is coloured by."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.measures import MEASURES, SITES, Combine, Measure
from crmdesk.services.accounts import PathPart
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import group_rows
from crmdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class PictureMeasure:
    """Something a group can be sized by.

    Attributes:
        key: its stable name. label: English, translation context `measures`.
        counts_companies: it counts the companies themselves: a company's figure is that of those below it, without itself.
    """

    key: str
    label: str
    counts_companies: bool


@dataclass(frozen=True, slots=True)
class GroupPicture:
    """A company with everything below it; every sequence has one entry per node, node 0 is the company itself.

    Attributes:
        above: companies above it, the ultimate parent first.
        measure: what `values` hold.
        ids: record ids. parents: place of the node above, -1 for node 0; always smaller than the node's own.
        names: as shown. is_site: 1 for a site, 0 for a company.
        company_kinds: `CompanyKind` values, None for sites. statuses: `SiteStatus` values, None for companies.
        grades, customer_kinds: codes of terms or None.
        values: what the node itself adds to the measure, without what is below it.
    """

    above: tuple[PathPart, ...]
    measure: PictureMeasure
    ids: Sequence[str]
    parents: Sequence[int]
    names: Sequence[str]
    is_site: bytes
    company_kinds: Sequence[str | None]
    statuses: Sequence[str | None]
    grades: Sequence[str | None]
    customer_kinds: Sequence[str | None]
    values: Sequence[float]

    def __len__(self) -> int:
        return len(self.ids)

    def key(self, node: int) -> RecordKey:
        """Return the record a node stands for."""
        return RecordKey(RecordKind.SITE if self.is_site[node] else RecordKind.COMPANY, self.ids[node])


class GroupPictureService:
    """Reads groups for pictures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def measures(self) -> tuple[PictureMeasure, ...]:
        """Return what a picture can be sized by, the usual one first: every roll-up that is a quantity."""
        return tuple(_measure(one) for one in MEASURES if one.combine is not Combine.LATEST)

    def read(self, key: RecordKey, measure: str = SITES) -> GroupPicture:
        """Return the group below a company, or below the company a site belongs to.

        Raises:
            RecordNotFound: there is no such living company or site.
            ValueError: no measure has this key: a bug of the screen that asks.
        """
        wanted = next((one for one in MEASURES if one.key == measure), None)
        if wanted is None:
            raise ValueError(measure)
        with self._store.read() as connection:
            company = group_rows.company_of(connection, key.id) if key.kind is RecordKind.SITE else key.id
            rows = group_rows.below(connection, company) if company is not None else []
            if company is None or not rows:
                raise RecordNotFound(what=str(key))
            above = group_rows.above(connection, company)
            # One site is one site: that needs no second look at 50,000 rows.
            values = None if measure == SITES else group_rows.values(connection, company, wanted)
        path = tuple(PathPart(RecordKey(RecordKind.COMPANY, record_id), name) for record_id, name in above)
        return _picture(company, rows, path, wanted, values)


def _measure(measure: Measure) -> PictureMeasure:
    return PictureMeasure(measure.key, measure.label, measure.table == "company")


def _picture(
    top: str,
    rows: Sequence[group_rows.GroupRow],
    above: tuple[PathPart, ...],
    measure: Measure,
    values: Mapping[str, float] | None,
) -> GroupPicture:
    """Put the rows into an order in which every node stands behind its parent: the tree, level by level."""
    below: dict[str | None, list[group_rows.GroupRow]] = {}
    first: group_rows.GroupRow | None = None
    for row in rows:
        if row[1] == top and not row[0]:
            first = row
        else:
            below.setdefault(row[2], []).append(row)
    ordered, parents = _by_level(first or rows[0], below)
    is_site, ids, _, names, company_kinds, statuses, grades, customer_kinds, *_ = zip(*ordered, strict=True)
    return GroupPicture(
        above=above,
        measure=_measure(measure),
        ids=ids,
        parents=parents,
        names=names,
        is_site=bytes(is_site),
        company_kinds=company_kinds,
        statuses=statuses,
        grades=grades,
        customer_kinds=customer_kinds,
        values=array("d", is_site if values is None else (values.get(one, 0.0) for one in ids)),
    )


def _by_level(
    first: group_rows.GroupRow, below: Mapping[str | None, Sequence[group_rows.GroupRow]]
) -> tuple[list[group_rows.GroupRow], "array[int]"]:
    ordered, parents = [first], array("i", (-1,))
    for place, row in enumerate(ordered):  # it grows while it is walked
        if not row[0]:
            children = below.get(row[1], ())
            ordered.extend(children)
            parents.extend((place,) * len(children))
    return ordered, parents
