"""Waiting times double up to five minutes, spread, and begin again after success."""

from random import Random

from crmdesk.sync.central.backoff import FIRST_S, LONGEST_S, SPREAD, Backoff


def test_waiting_doubles_up_to_five_minutes_and_never_beyond_its_spread() -> None:
    backoff = Backoff(Random(7))
    for failure in range(2_000):  # far beyond what a float's exponent holds
        plain = min(LONGEST_S, FIRST_S * 2 ** min(failure, 20))
        assert plain * (1 - SPREAD) <= backoff.next_s() <= plain * (1 + SPREAD)
    assert backoff.failures == 2_000


def test_it_begins_again_after_success_and_differs_between_laptops() -> None:
    one, other = Backoff(Random(1)), Backoff(Random(2))
    waits = [one.next_s() for _ in range(6)], [other.next_s() for _ in range(6)]
    assert waits[0] != waits[1]
    one.reset()
    assert one.next_s() <= FIRST_S * (1 + SPREAD)
