"""Moving many companies under a company (or to the top) and many sites to another company, in one action that can be taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.account_writing import CompanyCycle
from crmdesk.services.accounts import PathPart
from crmdesk.services.move_effects import (
    CodeMismatch,
    InheritedChange,
    MetPremises,
    RollUpChange,
    SharingChange,
    Told,
    inherited_changes,
    met_premises,
    mismatched_codes,
    roll_up_changes,
    sharing_changes,
)
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import moving_rows, record_rows
from crmdesk.storage.moving_rows import NodeRow
from crmdesk.storage.reversal import Progress
from crmdesk.storage.store import Store

Path = tuple[PathPart, ...]
_AT_ONCE: Final = 1_000
"""Records moved between two reports."""
_MANY: Final = QT_TRANSLATE_NOOP("vocabulary", "{count} records")


class PlacedUnderItself(CompanyCycle):
    """A company would become its own parent. Params: `name`, `parent`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} cannot be placed under itself.")


class SiteWithoutCompany(CrmError):
    """A site would stand at the top. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} is a site: it always belongs to a company and cannot stand at the top.")


class NotACompany(CrmError):
    """Something would be placed under a site. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "Nothing can be placed under {name}: it is a site, only companies hold others.")


@dataclass(frozen=True, slots=True)
class MovedNode:
    """One record that moves, with what is below it: the companies above it before and after, the ultimate parent first."""

    key: RecordKey
    name: str
    before: Path
    after: Path
    sites: int


@dataclass(frozen=True, slots=True)
class MovePreview:
    """What a move would do; nothing is changed by asking.

    Attributes:
        target: where to, with its path; empty for the top.
        moved: the records that move by themselves.
        along: names of records that were asked for too and go along with one above them.
        already: names of those that are there already.
        inherited: what sites take from their company and would take otherwise.
        sharing: who gains or loses access through companies above.
        codes: sites whose codes no longer begin with their company's code; they stay as they are.
        premises: sites that would meet another site at their address.
        roll_ups: figures of companies above that change; empty unless asked for.
    """

    target: Path
    moved: tuple[MovedNode, ...]
    along: tuple[str, ...]
    already: tuple[str, ...]
    inherited: tuple[InheritedChange, ...]
    sharing: tuple[SharingChange, ...]
    codes: Told[CodeMismatch]
    premises: Told[MetPremises]
    roll_ups: tuple[RollUpChange, ...]

    @property
    def asks(self) -> bool:
        """Whether more than paths changes, so that a person should see it first."""
        return bool(self.inherited or self.sharing or self.premises.total)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move did: `codes` counts the site codes that no longer begin with their company's."""

    changes: Changes
    moved: tuple[RecordKey, ...]
    names: tuple[str, ...]
    along: tuple[str, ...]
    already: tuple[str, ...]
    target: Path
    codes: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    """The records that really move, by kind, and the others by name."""

    companies: tuple[NodeRow, ...]
    sites: tuple[NodeRow, ...]
    along: tuple[str, ...]
    already: tuple[str, ...]
    target: Path

    @property
    def nodes(self) -> tuple[tuple[RecordKind, NodeRow], ...]:
        return (
            *((RecordKind.COMPANY, row) for row in self.companies),
            *((RecordKind.SITE, row) for row in self.sites),
        )


class MoveService:
    """Moves records in the tree. `preview` may run on any thread, `move` on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(
        self, keys: Collection[RecordKey], target: RecordKey | None, *, language: str = "en", roll_ups: bool = True
    ) -> MovePreview:
        """Return what `move` would change.

        Args:
            keys: companies and sites.
            target: the company to move them under, None for the top.
            language: of the names of terms.
            roll_ups: also work out the figures of the companies above; that reads their subtrees.

        Raises:
            CompanyCycle: a company would lie below itself. SiteWithoutCompany, NotACompany: as their texts say.
            RecordNotFound: one of them is gone.
        """
        with self._store.read() as connection:
            plan = _plan(connection, keys, target)
            paths = {
                parent: _path(connection, parent) for parent in {row.parent for _, row in plan.nodes if row.parent is not None}
            }
            sites = [row.id for row in plan.sites]
            to = "" if target is None else target.id
            return MovePreview(
                target=plan.target,
                moved=tuple(
                    MovedNode(
                        RecordKey(kind, row.id), row.name, () if row.parent is None else paths[row.parent], plan.target, row.sites
                    )
                    for kind, row in plan.nodes
                ),
                along=plan.along,
                already=plan.already,
                inherited=inherited_changes(connection, sites, to, language),
                sharing=sharing_changes(connection, [row for _, row in plan.nodes], paths, plan.target),
                codes=mismatched_codes(connection, sites, to),
                premises=met_premises(connection, sites, to),
                roll_ups=roll_up_changes(connection, plan.companies, plan.sites, paths, plan.target) if roll_ups else (),
            )

    def move(
        self,
        keys: Collection[RecordKey],
        target: RecordKey | None,
        *,
        source: str = "window",
        initiator: str = "",
        progress: Progress | None = None,
    ) -> Moved:
        """Move companies and sites under a company, or companies to the top: one action.

        What is there already stays; what lies below another of them goes along with it. Codes are never changed.
        `progress` is told records moved and in all; it may raise to stop.

        Raises:
            As `preview`, and whatever `progress` raises. Nothing is moved then.
        """
        with self._store.read() as connection:
            label = _label(_plan(connection, keys, target))
        with self._store.unit_of_work(action=ActionKind.MOVE, label=label, source=source, initiator=initiator) as uow:
            plan = _plan(uow.connection, keys, target)
            sites = [row.id for row in plan.sites]
            codes = mismatched_codes(uow.connection, sites, "" if target is None else target.id).total
            to = None if target is None else target.id
            done, total = 0, len(plan.nodes)
            for kind, ids in ((RecordKind.COMPANY, [row.id for row in plan.companies]), (RecordKind.SITE, sites)):
                for first in range(0, len(ids), _AT_ONCE):
                    part = ids[first : first + _AT_ONCE]
                    moving_rows.place_under(uow.connection, kind, part, to)
                    done += len(part)
                    if progress is not None:
                        uow.refresh()
                        progress(done, total)
            changes = uow.commit() if plan.nodes else Changes(action=ActionKind.MOVE.value, initiator=initiator)
        return Moved(
            changes,
            tuple(RecordKey(kind, row.id) for kind, row in plan.nodes),
            tuple(row.name for _, row in plan.nodes),
            plan.along,
            plan.already,
            plan.target,
            codes,
        )


def _plan(connection: Connection, keys: Collection[RecordKey], target: RecordKey | None) -> _Plan:
    """Check a move on one state of the store and say what it comes to.

    Raises:
        As `MoveService.preview`.
    """
    above = () if target is None else _target(connection, target)
    wanted = {
        kind: tuple(dict.fromkeys(key.id for key in keys if key.kind is kind)) for kind in (RecordKind.COMPANY, RecordKind.SITE)
    }
    companies = moving_rows.nodes(connection, RecordKind.COMPANY, wanted[RecordKind.COMPANY])
    sites = moving_rows.nodes(connection, RecordKind.SITE, wanted[RecordKind.SITE])
    for key in keys:
        if key.id not in (companies if key.kind is RecordKind.COMPANY else sites):
            raise RecordNotFound(what=key.id)
    _refuse_cycle(companies, above)
    walked = _Ancestors(connection)
    to = None if target is None else target.id
    along, already = [], []
    moving: dict[RecordKind, list[NodeRow]] = {RecordKind.COMPANY: [], RecordKind.SITE: []}
    for kind, row in (
        *((RecordKind.COMPANY, companies[one]) for one in wanted[RecordKind.COMPANY]),
        *((RecordKind.SITE, sites[one]) for one in wanted[RecordKind.SITE]),
    ):
        if companies and any(above_it in companies for above_it in walked.of(row.parent)):
            along.append(row.name)
        elif row.parent == to:
            already.append(row.name)
        elif kind is RecordKind.SITE and to is None:
            raise SiteWithoutCompany(name=row.name)
        else:
            moving[kind].append(row)
    return _Plan(tuple(moving[RecordKind.COMPANY]), tuple(moving[RecordKind.SITE]), tuple(along), tuple(already), above)


def _target(connection: Connection, target: RecordKey) -> Path:
    row = moving_rows.nodes(connection, target.kind, [target.id]).get(target.id)
    if row is None:
        raise RecordNotFound(what=target.id)
    if target.kind is not RecordKind.COMPANY:
        raise NotACompany(name=row.name)
    return _path(connection, target.id)


def _path(connection: Connection, company: str) -> Path:
    return tuple(
        PathPart(RecordKey(RecordKind.COMPANY, record), name) for record, name in record_rows.company_path(connection, company)
    )


def _refuse_cycle(companies: dict[str, NodeRow], above: Path) -> None:
    for part in above:
        if part.key.id in companies:
            name, parent = companies[part.key.id].name, above[-1].name
            raise (PlacedUnderItself if part is above[-1] else CompanyCycle)(name=name, parent=parent)


class _Ancestors:
    """The companies above, each asked for once however many records lie below it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, company: str | None) -> Sequence[str]:
        """Return a company and all above it."""
        if company is None:
            return ()
        if company not in self._known:
            self._known[company] = tuple(record for record, _ in record_rows.company_path(self._connection, company))
        return self._known[company]


def _label(plan: _Plan) -> str:
    names = [row.name for _, row in plan.nodes]
    return names[0] if len(names) == 1 else _MANY.format(count=len(names))
