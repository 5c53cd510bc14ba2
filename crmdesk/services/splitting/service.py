"""Splitting accounts into sites: the proposal for one account, a company, or a whole import, and carrying it out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.hanging import hanging_on
from crmdesk.models.splitting.reasons import INSIDE
from crmdesk.services.record_key import RecordKey
from crmdesk.services.splitting.applying import Progress, Writer, refuse_stale
from crmdesk.services.splitting.plan import Reason, SplitAccount, SplitPlan
from crmdesk.services.splitting.proposing import Proposer
from crmdesk.services.splitting.reading import living_place_kinds, read_accounts, read_neighbours, read_people
from crmdesk.storage import change_history, record_rows
from crmdesk.storage.store import Store

_BATCH: Final = 200
"""Accounts read at once: bounds memory, not speed."""


class NothingToSplit(CrmError):
    """A plan has no account left in it."""

    template = QT_TRANSLATE_NOOP("errors", "There is nothing to split: every account has one address.")


@dataclass(frozen=True, slots=True)
class RecentImport:
    """An import that can be split as a whole."""

    transaction: str
    label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of what a split does: the new sites, their floors, and every child.

    Attributes:
        account: name of the account, its code in brackets. kind: a table (`site`, `unit`, `activity` …). name: what it is called.
        site: where it goes, with its code. is_staying: whether it stays with the account. reason: with its sureness.
    """

    account: str
    kind: str
    name: str
    site: str
    is_staying: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Applied:
    """What a split did.

    Attributes:
        sites, units: made. moved: rows that hang elsewhere now. stayed: rows that stay because nothing says where they belong.
        made: keys of the new sites by the plan's keys.
    """

    changes: Changes
    accounts: int
    sites: int
    units: int
    moved: int
    stayed: tuple[ReportRow, ...]
    made: dict[str, RecordKey]


class SplitService:
    """Proposes from any thread; `apply` belongs on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recent_imports(self, limit: int = 20) -> tuple[RecentImport, ...]:
        """Return the last imports that still hold, newest first."""
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id, coalesce(label,''), at FROM change_tx WHERE action=? AND undone_by IS NULL ORDER BY n DESC LIMIT ?",
                (ActionKind.IMPORT.value, limit),
            ).all()
        return tuple(RecentImport(row[0], row[1], from_iso(row[2])) for row in rows)

    def propose(self, keys: Iterable[RecordKey], *, below: bool = False, progress: Progress | None = None) -> SplitPlan:
        """Return what would become of accounts: sites, and the own sites of companies (`below`: of all companies under them, too).

        Raises:
            RecordNotFound: one of them does not exist. Whatever `progress` raises.
        """
        with self._store.read() as connection:
            sites: dict[str, None] = {}
            labels = []
            for key in keys:
                row = record_rows.fetch(connection, key.kind, key.id)
                if row is None:
                    raise RecordNotFound(what=key.id)
                labels.append(str(row.get("name") or row.get("short_name") or row.get("legal_name")))
                if key.kind is RecordKind.SITE:
                    sites[key.id] = None
                else:
                    companies = record_rows.subtree_companies(connection, key.id) if below else [key.id]
                    sites.update(dict.fromkeys(record_rows.sites_of(connection, companies)))
            return self._propose(connection, list(sites), ", ".join(labels[:3]) + (" …" if len(labels) > 3 else ""), progress)

    def propose_import(self, transaction: str, *, progress: Progress | None = None) -> SplitPlan:
        """Return what would become of the accounts an import wrote to.

        Raises:
            RecordNotFound: no such import. Whatever `progress` raises.
        """
        with self._store.read() as connection:
            found = change_history.transactions(connection, [transaction]).get(transaction)
            if found is None or found.action != ActionKind.IMPORT:
                raise RecordNotFound(what=transaction)
            between = "SELECT DISTINCT pk FROM sync_op WHERE seq BETWEEN ? AND ? AND tbl=?"
            sites: dict[str, None] = dict.fromkeys(
                connection.exec_driver_sql(between, (found.first_seq, found.last_seq, "site")).scalars()
            )
            for hanging in hanging_on("site"):
                owners = connection.exec_driver_sql(
                    f"SELECT DISTINCT {hanging.column} FROM {hanging.table} WHERE {hanging.column} IS NOT NULL AND id IN ({between})",
                    (found.first_seq, found.last_seq, hanging.table),
                )
                sites.update(dict.fromkeys(owners.scalars()))
            return self._propose(connection, list(sites), found.label or "", progress)

    def _propose(self, connection: Connection, sites: Sequence[str], label: str, progress: Progress | None) -> SplitPlan:
        seen = int(connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())
        proposer = Proposer(connection, living_place_kinds(connection))
        accounts: list[SplitAccount] = []
        for start in range(0, len(sites), _BATCH):
            raw = read_accounts(connection, sites[start : start + _BATCH])
            people = read_people(connection, sorted({child.contact for item in raw for child in item.children if child.contact}))
            neighbours = read_neighbours(connection, sorted({str(item.row["company_id"]) for item in raw}))
            for item in raw:
                account = proposer.propose(item, people, neighbours[item.row["company_id"]])
                if account is not None:
                    accounts.append(account)
            if progress is not None:
                progress(min(start + _BATCH, len(sites)), len(sites))
        return SplitPlan(tuple(accounts), len(sites), label, seen)

    def apply(self, plan: SplitPlan, progress: Progress | None = None, *, source: str = "window", initiator: str = "") -> Applied:
        """Carry a plan out as one action that one undo takes back; what has no place stays with its account and is listed.

        Raises:
            NothingToSplit: the plan is empty. StalePlan: what it rests on was changed. Whatever `progress` raises; nothing is changed then.
        """
        if not plan.accounts:
            raise NothingToSplit
        with self._store.unit_of_work(action=ActionKind.SPLIT, label=plan.label, source=source, initiator=initiator) as uow:
            refuse_stale(uow.connection, plan)
            writer = Writer(uow, plan)
            writer.write(progress)
            changes = uow.commit()
        made = {key: RecordKey(RecordKind.SITE, site) for key, site in writer.made.items()}
        stayed = tuple(row for row in report_rows(plan) if row.is_staying and row.reason.is_weak)
        return Applied(changes, len(plan.accounts), len(made), writer.units, writer.moved, stayed, made)


def report_rows(plan: SplitPlan) -> Iterator[ReportRow]:
    """Yield every line of a plan: each account's new sites with their floors, then its children."""
    for account in plan.accounts:
        names = {site.key: _titled(site.name, site.code) for site in account.sites}
        title = _titled(account.name, account.code)
        for site in account.sites:
            if site in account.new_sites:
                yield ReportRow(title, RecordKind.SITE.value, site.address, names[site.key], is_staying=False, reason=site.why)
            for unit in site.units:
                yield ReportRow(title, RecordKind.UNIT.value, unit.name, names[site.key], is_staying=False, reason=INSIDE)
        for child in account.children:
            yield ReportRow(title, child.kind, child.name, names[child.site], child.site == account.id, child.reason)


def _titled(name: str, code: str | None) -> str:
    return f"{name} ({code})" if code else name
