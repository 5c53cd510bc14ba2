"""The account tree: companies under companies, sites under companies; counted, paged and found without loading it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.listing import Page, Sort
from crmdesk.core.vocabulary import CompanyKind, RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows, tree_rows
from crmdesk.storage.store import Store
from crmdesk.storage.tree_rows import Branch

BY_NAME: Final = Sort("name")
SORTABLE: Final = ("name", "code", "city", "grade", "status", "owner", "sites", "kind")
"""Columns the tree can be sorted by, and shows."""


_COMPANY_KINDS: Final = {kind.value: kind for kind in CompanyKind}


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A company or site as the tree draws it.

    Attributes:
        company_kind: for a company; None for a site.
        customer_kind: code of a term: prospect, end customer, channel partner.
        sites: living sites in the subtree; None for a site.
    """

    key: RecordKey
    name: str
    code: str | None
    city: str | None
    grade: str | None
    status: str | None
    owner: str | None
    customer_kind: str | None
    company_kind: CompanyKind | None
    sites: int | None
    child_count: int

    @property
    def has_children(self) -> bool:
        """Whether the node can be opened."""
        return self.child_count > 0


@dataclass(frozen=True, slots=True)
class Location:
    """Where a node stands: its ancestors from the root down with each one's position among its siblings, itself last."""

    keys: tuple[RecordKey, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PathStep:
    """A node's position among its siblings, and how many children it has."""

    key: RecordKey
    position: int
    child_count: int


class TreeService:
    """Reads of the tree. A node's children are its companies, then its sites, each sorted; roots are companies without a parent."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self, parent: RecordKey | None) -> int:
        """Return how many children a node has (`None`: how many roots)."""
        with self._store.read() as connection:
            return sum(tree_rows.count(connection, branch) for branch in _branches(parent))

    def children(self, parent: RecordKey | None, offset: int, limit: int, sort: Sort = BY_NAME) -> tuple[TreeNode, ...]:
        """Return children `offset … offset+limit` of a node in order."""
        with self._store.read() as connection:
            return tuple(self._walk(connection, parent, offset, limit, sort))

    def _walk(self, connection: Connection, parent: RecordKey | None, offset: int, limit: int, sort: Sort) -> Iterator[TreeNode]:
        branches = _branches(parent)
        for number, branch in enumerate(branches):
            if limit <= 0:
                return
            rows = tree_rows.page(connection, branch, sort, offset, limit)
            yield from (_node(branch.table, row) for row in rows)
            limit -= len(rows)
            if rows:
                offset = 0
            elif number + 1 < len(branches):
                offset -= tree_rows.count(connection, branch)

    def locate(self, key: RecordKey, sort: Sort = BY_NAME) -> Location | None:
        """Return where a node stands now, None when it is gone."""
        with self._store.read() as connection:
            chain = _chain(connection, key)
            if not chain:
                return None
            positions: list[int] = []
            parent: RecordKey | None = None
            for step in chain:
                place = _place(connection, parent, step, sort)
                if place is None:
                    return None
                positions.append(place)
                parent = step
            return Location(tuple(chain), tuple(positions))

    def page(self, parent: RecordKey | None, offset: int, limit: int, sort: Sort = BY_NAME) -> Page[TreeNode]:
        """Return children `offset … offset+limit` of a node in order, with the number of all of them, in one read."""
        with self._store.read() as connection:
            total = sum(tree_rows.count(connection, branch) for branch in _branches(parent))
            return Page(tuple(self._walk(connection, parent, offset, limit, sort)), offset, total)

    def locate_all(self, keys: Sequence[RecordKey], sort: Sort = BY_NAME) -> Mapping[RecordKey, tuple[PathStep, ...]]:
        """Return the way from the top to each of these nodes, in one read; those that are gone are left out."""
        with self._store.read() as connection:
            chains = {key: chain for key in keys if (chain := _chain(connection, key))}
            everyone = {step for chain in chains.values() for step in chain}
            companies = sorted(step.id for step in everyone if step.kind is RecordKind.COMPANY)
            counts = tree_rows.child_counts(connection, companies)
            steps: dict[RecordKey, PathStep | None] = {}
            found: dict[RecordKey, tuple[PathStep, ...]] = {}
            for key, chain in chains.items():
                parent: RecordKey | None = None
                for step in chain:
                    if step not in steps:
                        place = _place(connection, parent, step, sort)
                        steps[step] = None if place is None else PathStep(step, place, counts.get(step.id, 0))
                    parent = step
                path = tuple(known for step in chain if (known := steps[step]) is not None)
                if len(path) == len(chain):
                    found[key] = path
            return found

    def find_from(self, parent: RecordKey | None, text: str, after: int = 0, sort: Sort = BY_NAME) -> PathStep | None:
        """Return the first child, from position `after` on and then from the top, whose name starts with typed text.

        The text may be characters, pinyin (`jiale`) or initials (`jlf`).
        """
        from crmdesk.models.typed_names import sort_key_patterns

        patterns = sort_key_patterns(text)
        if not patterns:
            return None
        with self._store.read() as connection:
            place = _first_like(connection, parent, sort, patterns, after)
            if place is None and after > 0:
                place = _first_like(connection, parent, sort, patterns, 0)
            if place is None:
                return None
            node = next(self._walk(connection, parent, place, 1, sort), None)
            return None if node is None else PathStep(node.key, place, node.child_count)

    def parents_of(self, kind: RecordKind, ids: Sequence[str]) -> frozenset[RecordKey | None]:
        """Return the nodes these companies or sites hang under, deleted ones included; None stands for the top."""
        with self._store.read() as connection:
            parents = tree_rows.parents_of(connection, kind.value, ids)
        return frozenset(None if parent is None else RecordKey(RecordKind.COMPANY, parent) for parent in parents)


def _first_like(connection: Connection, parent: RecordKey | None, sort: Sort, patterns: Sequence[str], after: int) -> int | None:
    before = 0
    for branch in _branches(parent):
        place = tree_rows.first_like(connection, branch, sort, patterns, max(0, after - before))
        if place is not None:
            return before + place
        before += tree_rows.count(connection, branch)
    return None


def _branches(parent: RecordKey | None) -> tuple[Branch, ...]:
    if parent is None:
        return (Branch("company", None),)
    if parent.kind is RecordKind.SITE:
        return ()
    return (Branch("company", parent.id), Branch("site", parent.id))


def _place(connection: Connection, parent: RecordKey | None, step: RecordKey, sort: Sort) -> int | None:
    before = 0
    for branch in _branches(parent):
        if branch.table == step.kind.value:
            place = tree_rows.position(connection, branch, sort, step.id)
            return None if place is None else before + place
        before += tree_rows.count(connection, branch)
    return None


def _chain(connection: Connection, key: RecordKey) -> list[RecordKey]:
    row = record_rows.fetch(connection, key.kind, key.id)
    if row is None:
        return []
    company = str(row["company_id"]) if key.kind is RecordKind.SITE else key.id
    above = [RecordKey(RecordKind.COMPANY, company_id) for company_id, _ in record_rows.company_path(connection, company)]
    return [*above, key] if key.kind is RecordKind.SITE else above


def _node(table: str, row: Mapping[str, Any]) -> TreeNode:
    company = table == "company"
    return TreeNode(
        key=RecordKey(RecordKind(table), row["id"]),
        name=row["name"],
        code=row["code"],
        city=None if company else row["city"],
        grade=row["grade"],
        status=None if company else row["status"],
        owner=row["owner"],
        customer_kind=row["customer_kind"],
        company_kind=_COMPANY_KINDS.get(row["kind"]) if company else None,
        sites=row["site_count"] if company else None,
        child_count=int(row["child_count"]) if company else 0,
    )
