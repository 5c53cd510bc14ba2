"""Merges taken back in whatever order leave every field of every living record, and all that is derived, as it was."""

import tempfile
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.merging import MergeService
from crmdesk.services.notes import NoteService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.undo import UndoService
from crmdesk.services.unmerging import UnmergeService
from tests.services.merge_world import KINDS, World, broken, entered, state

SHORT: Final = settings(max_examples=max(1, settings().max_examples // 2))
"""Each example makes a store, and merges and takes back a few times."""


def merge_some(world: World, how_many: int) -> list[str]:
    """Merge random records at random choices; return the transactions."""
    service = MergeService(world.store)
    done = []
    for _ in range(how_many):
        keys = world.some(world.random.choice(KINDS))
        if len(keys) < 2:
            continue
        survivor = world.random.choice([None, *keys])
        plan = service.preview(keys, survivor)
        choices = {row.key: world.random.choice(keys).id for row in plan.rows if not row.is_equal and world.random.random() < 0.5}
        changes = service.merge(keys, survivor, choices).changes
        assert changes.transaction is not None
        done.append(changes.transaction)
    return done


@SHORT
@given(st.integers(0, 2**32), st.integers(1, 5))
def test_merges_taken_back_in_any_order_are_the_identity(template_file: Path, seed: int, how_many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(template_file, folder, seed)
        with world.store as store:
            before = state(store)
            assert broken(store) == []
            done = merge_some(world, how_many)
            assert broken(store) == []
            world.random.shuffle(done)
            for transaction in done:
                UndoService(store).undo_transaction(transaction)
                assert broken(store) == []
            assert state(store) == before


def edit_something(world: World) -> None:
    """Change, move, add or delete as a person would."""
    accounts = AccountService(world.store)
    sites, companies = world.living(RecordKind.SITE), world.living(RecordKind.COMPANY)
    what = world.random.choice(["phone", "note", "move", "delete", "code", "delete company"])
    site = RecordKey(RecordKind.SITE, world.random.choice(sites)) if sites else None
    company = RecordKey(RecordKind.COMPANY, world.random.choice(companies)) if companies else None
    if what == "phone" and site is not None:
        accounts.save(site, {"phone": f"021-6100{world.random.randint(1000, 9999)}"})
    elif what == "note" and site is not None:
        NoteService(world.store).add(site.id, "Note")
    elif what == "move" and site is not None and company is not None:
        accounts.save(site, {"company_id": company.id})
    elif what == "code" and company is not None:
        accounts.save(company, {"code": f"C{world.random.randint(0, 5)}"})
    elif what == "delete" and site is not None:
        accounts.delete(site)
    elif company is not None and len(companies) > 2:
        accounts.delete(company)


def take_some_back(world: World, transactions: list[str]) -> None:
    """Take a merge back with random answers, or take an undo back."""
    if not transactions:
        return
    transaction = world.random.choice(transactions)
    service = UnmergeService(world.store)
    questions = service.preview(transaction).questions
    answers = {one.id: world.random.choice(one.options).value for one in questions if world.random.random() < 0.5}
    changes = service.unmerge(transaction, answers).changes
    if world.random.random() < 0.3 and changes.transaction is not None:
        UndoService(world.store).undo_transaction(changes.transaction)


@SHORT
@given(st.integers(0, 2**32))
def test_whatever_is_done_in_between_every_rule_holds_and_nothing_is_lost(template_file: Path, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(template_file, folder, seed)
        with world.store as store:
            done: list[str] = []
            for _ in range(7):
                act = world.random.choice(["merge", "merge", "edit", "edit", "back"])
                before = entered(store)
                try:
                    if act == "merge":
                        done += merge_some(world, 1)
                    elif act == "edit":
                        edit_something(world)
                    else:
                        take_some_back(world, done)
                except CrmError:
                    continue  # refused in words: nothing was changed
                assert broken(store) == []
                assert entered(store) >= before
