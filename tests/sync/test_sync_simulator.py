"""Schedules with fixed seeds keep every invariant; the same seed tells the same story; each rule left out is noticed."""

import pytest

from tests.sync.simulator.mutants import MUTANTS, Mutant, is_noticed
from tests.sync.simulator.scenes import SCENES, Scene, broken
from tests.sync.simulator.schedules import shrunk, story, tell
from tests.sync.simulator.world import steps_of

FIRST, CHUNK, CHUNKS = 20_261_123, 30, 5


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_schedule_breaks_an_invariant(chunk: int) -> None:
    for seed in range(FIRST + chunk * CHUNK, FIRST + (chunk + 1) * CHUNK):
        told = story(seed)
        assert told.violation is None, f"seed {seed}: {told.violation}\n" + "\n".join(told.trace)


def test_the_same_seed_tells_the_same_story() -> None:
    assert [story(seed) for seed in range(5)] == [story(seed) for seed in range(5)]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_rule_left_out_is_noticed(mutant: Mutant) -> None:
    assert is_noticed(mutant), "run `python -m tests.sync.simulator.mutants` for new seeds"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_a_scene_ends_well(scene: Scene) -> None:
    assert broken(scene) is None


def test_a_broken_schedule_shrinks_to_steps_that_all_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.sync.twin.codes.holder", lambda *_: None)
    seed = next(seed for seed in range(50) if story(seed).violation is not None)
    steps = shrunk(tuple(steps_of(seed, 24)))
    assert tell(steps).violation is not None
    assert all(tell(steps[:place] + steps[place + 1 :]).violation is None for place in range(len(steps)) if len(steps) > 1)
