"""The twin and the real functions on PostgreSQL: the same schedules, every answer and everything kept compared (`sync.md` §5.3, L2)."""

import pytest

from tests.sync.central_server import CentralDatabase
from tests.sync.differential.fuzz import CHASED, Fuzz
from tests.sync.differential.pair import PairedHub
from tests.sync.simulator.schedules import tell
from tests.sync.simulator.world import beginning, steps_of


@pytest.mark.parametrize("seed", [1, 4])
def test_postgresql_decides_as_the_twin_does(central_of_each: CentralDatabase, seed: int) -> None:
    hub = PairedHub(beginning(), central_of_each)
    told = tell([step for step in steps_of(seed, 24) if step.what != "away"], hub)
    assert told.violation is None, told.violation
    assert hub.pushed


def test_a_record_that_comes_back_without_its_code_still_says_which_was_wanted(central_of_each: CentralDatabase) -> None:
    hub = PairedHub(beginning(), central_of_each)
    fuzz = Fuzz(hub, 0)
    both_codes = [
        ("site", "s1", "set", "code", None, "C2"),
        ("site", "s1", "del", "deleted_at", None, "2026-11-23T09:00:00.000Z"),
    ]
    taken = [("site", "s3", "set", "code", None, "C2"), ("site", "s2", "set", "code", None, "C1")]
    for parts in [*both_codes, *taken, ("site", "s1", "set", "code", None, "C1")]:
        fuzz.push_as("ux", [fuzz.op(parts)])
    question = next(row for row in hub.state.rows["conflict"].values() if row["kind"] == "code")
    assert question["mine"] == '"C1"'


@pytest.mark.parametrize("seed", range(2))
def test_postgresql_makes_the_same_of_odd_operations(central_of_each: CentralDatabase, seed: int) -> None:
    fuzz = Fuzz(PairedHub(beginning(), central_of_each), seed)
    for _ in range(25):
        fuzz.push(fuzz.random.choice((1, 1, 1, 2, 4)))


@pytest.mark.parametrize("seed", range(3))
def test_postgresql_makes_the_same_of_leads_pools_and_claims(central: CentralDatabase, seed: int) -> None:
    fuzz = Fuzz(PairedHub(beginning(), central), seed, CHASED)
    fuzz.push_as("ux", [fuzz.op(fuzz.insert_into("pool", "ux")) for _ in range(5)])
    for _ in range(35):
        fuzz.push(fuzz.random.choice((1, 2, 4, 6)))
        fuzz.claim_waiting(fuzz.random.choice(("ua", "ub", "ux")))
