"""Merges taken back in whatever order leave every field of every living record, and all that is derived, as it was."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from crmdesk.services.merging import MergeService
from crmdesk.services.undo import UndoService
from tests.services.merge_world import KINDS, World, broken, state


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
