"""Carrying out a plan in one transaction: new sites, floors, and every child where the plan puts it. Nothing is deleted."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.customer_codes import candidates
from crmdesk.models.hanging import hanging_on
from crmdesk.services.splitting.plan import NEW, PlannedSite, SiteOrigin, SplitAccount, SplitPlan
from crmdesk.services.splitting.reading import PLACES_CONTACT
from crmdesk.storage import record_rows
from crmdesk.storage.derived import chunks
from crmdesk.storage.uow import UnitOfWork

Progress = Callable[[int, int], None]
"""Told accounts done and in all; may raise `Cancelled`, and nothing is changed then."""

_BATCH: Final = 200
"""Accounts written at once."""
_NAMED: Final = 5
_TAKEN_OVER: Final = ("status", "customer_kind", "industry_id", "source_id", "owner_id", "owned_since", "country")
"""What a new site has from the account it comes from; a grade is a person's decision for one place, so it stays."""


_SITE_COLUMNS: Final = (
    *("id", "company_id", "name", "code", "place_kind", "country", "province", "city", "district", "street", "postcode"),
    *("address_text", "status", "customer_kind", "industry_id", "source_id", "owner_id", "owned_since"),
)


class StalePlan(CrmError):
    """Records of the plan were changed since it was made. Params: `names`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "Since this was proposed, others were changed: {names}. Nothing was split; look at a new proposal."
    )


def refuse_stale(connection: Connection, plan: SplitPlan) -> None:
    """Hold a plan to what it was made from.

    Raises:
        StalePlan: a record it rests on was changed, added or removed since.
    """
    latest = int(connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())
    if latest == plan.seen:
        return
    touched: dict[str, set[str]] = defaultdict(set)
    for table, record in connection.exec_driver_sql("SELECT DISTINCT tbl, pk FROM sync_op WHERE seq>?", (plan.seen,)):
        touched[table].add(record)
    names: dict[str, None] = {}
    for account in plan.accounts:
        children = {child.id: child.name for child in account.children}
        people = {child.contact: child.name for child in account.children if child.contact and child.kind == PLACES_CONTACT}
        stored = {site.key: site.name for site in account.sites}
        for ids, known in (
            (touched["site"], stored),
            (touched["company"], {account.company_id: account.company}),
            (touched["contact"], people),
            *((touched[hanging.table], children) for hanging in hanging_on("site")),
        ):
            names.update(dict.fromkeys(known[record] or account.name for record in ids & known.keys()))
    names.update(dict.fromkeys(_added(connection, plan, touched)))
    if names:
        raise StalePlan(names=", ".join(list(names)[:_NAMED]) + (" …" if len(names) > _NAMED else ""))


def _added(connection: Connection, plan: SplitPlan, touched: Mapping[str, set[str]]) -> list[str]:
    """Return the accounts that something new hangs on, and new sites of their companies."""
    heads = {account.id: account.name for account in plan.accounts}
    known = {child.id for account in plan.accounts for child in account.children}
    found = []
    for hanging in hanging_on("site"):
        for part in chunks(sorted(touched[hanging.table] - known)):
            marks = ",".join("?" * len(part))
            owners = connection.exec_driver_sql(
                f"SELECT DISTINCT {hanging.column} FROM {hanging.table} WHERE id IN ({marks}) AND deleted_at IS NULL", tuple(part)
            ).scalars()
            found += [heads[owner] for owner in owners if owner in heads]
    companies = {account.company_id for account in plan.accounts}
    rows = connection.exec_driver_sql(
        "SELECT company_id, name FROM site WHERE id IN (SELECT pk FROM sync_op WHERE seq>? AND tbl='site' AND kind='ins')",
        (plan.seen,),
    )
    found += [name for company, name in rows if company in companies]
    return found


class Writer:
    """Writes a plan into a unit of work, some hundred accounts at a time.

    Attributes:
        made: key of a planned site → id of its row.
        moved: rows that hang elsewhere now. units: floors and rooms added.
    """

    def __init__(self, uow: UnitOfWork, plan: SplitPlan) -> None:
        self._uow = uow
        self._plan = plan
        self.made: dict[str, str] = {}
        self.moved = 0
        self.units = 0
        self._taken = _taken_codes(uow.connection, plan)
        self._moves: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)

    def write(self, progress: Progress | None = None) -> None:
        """Carry the plan out."""
        accounts = self._plan.accounts
        for start in range(0, len(accounts), _BATCH):
            batch = accounts[start : start + _BATCH]
            heads = _rows(self._uow.connection, [account.id for account in batch])
            self._make_sites(batch, heads)
            for account in batch:
                self._account(account)
            self._move()
            self._uow.refresh()
            if progress is not None:
                progress(start + len(batch), len(accounts))
        self._keep_one_main_contact()

    def _make_sites(self, batch: Sequence[SplitAccount], heads: Mapping[str, Mapping[str, Any]]) -> None:
        rows = []
        for account in batch:
            for site in account.sites:
                if site.key.startswith(NEW) and site.key not in self.made:
                    values = self._new_site(account, site, heads[account.id])
                    self.made[site.key] = str(values["id"])
                    rows.append(tuple(values.get(column) for column in _SITE_COLUMNS))
        if rows:
            marks = ",".join("?" * len(_SITE_COLUMNS))
            self._uow.connection.exec_driver_sql(f"INSERT INTO site({','.join(_SITE_COLUMNS)}) VALUES({marks})", rows)

    def _account(self, account: SplitAccount) -> None:
        for site in account.sites:
            if site.origin is SiteOrigin.HEAD and site.columns:
                record_rows.update(self._uow.connection, RecordKind.SITE, account.id, site.columns)
            self._add_units(site, self.made.get(site.key, site.key))
        for child in account.moving:
            self._moves[child.kind, child.column].append((self.made.get(child.site, child.site), child.id))

    def _move(self) -> None:
        for (table, column), rows in self._moves.items():
            self._uow.connection.exec_driver_sql(f"UPDATE {table} SET {column}=? WHERE id=? AND deleted_at IS NULL", rows)
            self.moved += len(rows)
        self._moves.clear()

    def _new_site(self, account: SplitAccount, site: PlannedSite, head: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {name: head.get(name) for name in _TAKEN_OVER} | dict(site.columns)
        return values | {
            "id": new_id(),
            "company_id": account.company_id,
            "name": site.name,
            "code": self._free_code(site.code),
            "place_kind": site.place_kind,
        }

    def _free_code(self, wanted: str | None) -> str | None:
        """Return the code as proposed, or its next variant where somebody took it meanwhile."""
        if wanted is None:
            return None
        for code in candidates(wanted):
            if code not in self._taken and (code == wanted or not record_rows.ids_with_code(self._uow.connection, code)):
                self._taken.add(code)
                return code
        raise AssertionError("candidates never end")

    def _add_units(self, site: PlannedSite, site_id: str) -> None:
        connection = self._uow.connection
        if not site.units:
            return
        stored = connection.exec_driver_sql(
            "SELECT name, floor, room FROM unit WHERE site_id=? AND deleted_at IS NULL", (site_id,)
        ).all()
        known = {str(value) for row in stored for value in row if value}
        for unit in site.units:
            if unit.name in known or (unit.floor in known and (unit.room is None or unit.room in known)):
                continue
            values = {"id": new_id(), "site_id": site_id, "name": unit.name, "floor": unit.floor, "room": unit.room}
            record_rows.insert(connection, RecordKind.UNIT, {name: value for name, value in values.items() if value is not None})
            self.units += 1

    def _keep_one_main_contact(self) -> None:
        """Leave each site one main contact: the one it had, else the first that came."""
        moved = {child.id for account in self._plan.accounts for child in account.moving if child.kind == RecordKind.POSITION}
        sites = {
            self.made.get(child.site, child.site)
            for account in self._plan.accounts
            for child in account.moving
            if child.kind == RecordKind.POSITION
        }
        connection = self._uow.connection
        for part in chunks(sorted(sites)):
            marks = ",".join("?" * len(part))
            rows = connection.exec_driver_sql(
                f"""SELECT site_id, id FROM position WHERE site_id IN ({marks}) AND is_main=1 AND deleted_at IS NULL AND ended_on IS NULL
                    ORDER BY n""",
                tuple(part),
            ).all()
            mains: dict[str, list[str]] = defaultdict(list)
            for site, position in rows:
                mains[site].append(position)
            for positions in mains.values():
                for position in sorted(positions, key=lambda item: item in moved)[1:]:
                    record_rows.update(connection, RecordKind.POSITION, position, {"is_main": 0})


def _rows(connection: Connection, sites: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """Return living sites by id."""
    found: dict[str, Mapping[str, Any]] = {}
    for part in chunks(sites):
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(f"SELECT * FROM site WHERE id IN ({marks}) AND deleted_at IS NULL", tuple(part))
        found.update((row["id"], dict(row)) for row in rows.mappings())
    return found


def _taken_codes(connection: Connection, plan: SplitPlan) -> set[str]:
    """Return which of the proposed codes belong to somebody now."""
    wanted = sorted({site.code for account in plan.accounts for site in account.new_sites if site.code})
    found: set[str] = set()
    for part in chunks(wanted):
        marks = ",".join("?" * len(part))
        for table in ("site", "company"):
            rows = connection.exec_driver_sql(
                f"SELECT code FROM {table} WHERE code IN ({marks}) AND deleted_at IS NULL", tuple(part)
            )
            found.update(rows.scalars())
    return found
