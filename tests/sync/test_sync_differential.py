"""The twin and the real functions on PostgreSQL: the same schedules, every answer and everything kept compared (`sync.md` §5.3, L2)."""

import pytest

from tests.sync.central_server import CentralDatabase
from tests.sync.differential.fuzz import Fuzz
from tests.sync.differential.pair import PairedHub
from tests.sync.simulator.schedules import tell
from tests.sync.simulator.world import beginning, steps_of


@pytest.mark.parametrize("seed", [1, 4])
def test_postgresql_decides_as_the_twin_does(central: CentralDatabase, seed: int) -> None:
    hub = PairedHub(beginning(), central)
    told = tell([step for step in steps_of(seed, 24) if step.what != "away"], hub)
    assert told.violation is None, told.violation
    assert hub.pushed


@pytest.mark.parametrize("seed", range(2))
def test_postgresql_makes_the_same_of_odd_operations(central: CentralDatabase, seed: int) -> None:
    fuzz = Fuzz(PairedHub(beginning(), central), seed)
    for _ in range(25):
        fuzz.push(fuzz.random.choice((1, 1, 1, 2, 4)))
