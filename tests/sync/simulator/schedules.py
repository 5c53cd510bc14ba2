"""Running schedules: one seed, one story; shrinking one that breaks an invariant."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.sync.simulator import invariants
from tests.sync.simulator.witness import witnessed
from tests.sync.simulator.world import Step, Violation, World, new_world, steps_of
from tests.sync.twin.centre import Hub

STEPS = 24


@dataclass(frozen=True, slots=True)
class Told:
    """How a schedule went: the broken invariant or None, and the whole trace."""

    violation: str | None
    trace: tuple[str, ...]
    edits: int


def tell(steps: Sequence[Step], hub: Hub | None = None) -> Told:
    """Run a schedule and check it."""
    world = new_world(hub)
    try:
        with witnessed(world):
            _run(world, steps)
    except Violation as violation:
        return Told(str(violation), tuple(world.trace), len(world.ledger))
    return Told(None, tuple(world.trace), len(world.ledger))


def _run(world: World, steps: Sequence[Step]) -> None:
    for step in steps:
        world.run(step)
    world.finish()
    invariants.check(world)


def story(seed: int, count: int = STEPS) -> Told:
    """Run the schedule of a seed."""
    return tell(tuple(steps_of(seed, count)))


def shrunk(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return a schedule that still breaks something, with as few steps as leaving out finds: halves first, then single ones."""
    kept = list(steps)
    size = max(len(kept) // 2, 1)
    while True:
        at, smaller = 0, False
        while at < len(kept):
            fewer = kept[:at] + kept[at + size :]
            if fewer and tell(fewer).violation is not None:
                kept, smaller = fewer, True
            else:
                at += size
        if size == 1 and not smaller:
            return tuple(kept)
        size = max(size // 2, 1)
