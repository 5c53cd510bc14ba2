"""A whole import split into sites: 5,000 accounts with six addresses, four people and five notes each – proposed, applied, undone.

The addresses are real ones of registered branches (`../shared/data/accounts`), dealt out by a fixed seed; the store is unencrypted,
in a temporary folder, and made by one transaction of an import. Processor time is counted, so that a machine busy with other work slows it less; there is no floor.
"""

import csv
import gzip
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.measure import ROOT, Reach, Result
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.splitting.service import SplitService
from crmdesk.services.store_setup import set_up
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store

ACCOUNTS: Final = 5_000
_REGISTER: Final = ROOT.parent / "shared" / "data" / "accounts" / "cn_companies_and_branches.csv.gz"
_PROPOSED_S: Final = 60.0
_APPLIED_S: Final = 60.0
_EXTRA: Final = ("delivery", "delivery", "billing", "other")


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the times of one import of 5,000 accounts, whatever the sizes."""
    del sizes
    with TemporaryDirectory() as folder, Store.create(Path(folder) / "split.store", None) as store:
        set_up(store, "benchmark")
        transaction = fill(store, addresses(), ACCOUNTS)
        service = SplitService(store)
        began = time.process_time()
        plan = service.propose_import(transaction)
        proposed = time.process_time() - began
        children = sum(len(account.children) for account in plan.accounts)
        note = f"{len(plan.accounts)} to split, {plan.new_sites} new sites, {plan.moving} of {children} records move, {plan.weak} doubtful"
        yield Result("split", "proposal for a whole import", ACCOUNTS, None, proposed, "s", Reach.AT_MOST, _PROPOSED_S, note)
        began = time.process_time()
        done = service.apply(plan)
        applied = time.process_time() - began
        yield Result(
            "split",
            "applying it",
            ACCOUNTS,
            None,
            applied,
            "s",
            Reach.AT_MOST,
            _APPLIED_S,
            f"{done.sites} sites, {done.units} floors",
        )
        began = time.process_time()
        undone = UndoService(store).undo_last()
        taken_back = time.process_time() - began
        yield Result("split", "undoing it", ACCOUNTS, None, taken_back, "s", note=f"{undone.skipped_total} left as they are")


def addresses() -> list[str]:
    """Return real addresses.

    Raises:
        SystemExit: the real data are not there.
    """
    if not _REGISTER.is_file():
        raise SystemExit("The real addresses are not there: benchmarks read ../shared/data (docs/performance.md).")
    with gzip.open(_REGISTER, "rt", encoding="utf-8", newline="") as file:
        return [text for row in csv.DictReader(file) if len(text := row["address"].strip()) > 8]


def fill(store: Store, texts: Sequence[str], accounts: int) -> str:
    """Make accounts as an import of another CRM leaves them; return the import's transaction."""
    deal = random.Random(12)
    with store.unit_of_work(action=ActionKind.IMPORT, label="old-crm.csv", source="import") as uow:
        rows: dict[str, list[tuple[object, ...]]] = {}

        def add(table: str, *values: object) -> str:
            key = new_id()
            rows.setdefault(table, []).append((key, *values))
            return key

        for number in range(accounts):
            mine = deal.sample(texts, 7)
            company = add("company(id,kind,legal_name,code)", "legal", f"客户{number}有限公司", f"KH{number}")
            site = add(
                "site(id,company_id,name,code,address_text,status)",
                company,
                f"客户{number}",
                f"KH{number}-1",
                mine[0],
                "fighting",
            )
            for use, text in zip(_EXTRA, mine[1:], strict=False):
                add("extra_address(id,site_id,use,address_text)", site, use, text)
            people = []
            for place in (mine[0], mine[1], mine[5], None):
                contact = add("contact(id,name,address_text)", f"联系人{number}", place)
                add("position(id,contact_id,site_id,is_main)", contact, site, 0)
                people.append(contact)
            for day, text in enumerate((f"去{mine[1]}送样品", f"寄到{mine[6]}的仓库", "电话没人接", "签合同", mine[2][:8])):
                who = people[day % 4] if day > 2 else None
                at = f"2026-03-{day + 1:02}T08:00:00.000Z"
                add("activity(id,site_id,contact_id,kind,happened_at,text)", site, who, "note", at, text)
        for table, values in rows.items():
            uow.connection.exec_driver_sql(f"INSERT INTO {table} VALUES({','.join('?' * len(values[0]))})", values)
        uow.commit()
        return uow.transaction
