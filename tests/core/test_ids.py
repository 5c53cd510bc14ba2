"""Ids are unique, ordered by time, and 32 hex digits."""

import re
import uuid

from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.ids import new_id, shipped_id

HEX = re.compile(r"[0-9a-f]{32}")


def test_new_ids_are_different_ordered_and_of_version_seven() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert all(HEX.fullmatch(one) and uuid.UUID(one).version == 7 for one in ids)


@given(st.lists(st.text(max_size=10), min_size=1, max_size=4))
def test_a_shipped_id_is_the_same_every_time(path: list[str]) -> None:
    assert shipped_id(*path) == shipped_id(*path)
    assert HEX.fullmatch(shipped_id(*path))


def test_shipped_ids_do_not_change_between_versions() -> None:
    assert shipped_id("industry", "A01") == uuid.uuid5(uuid.UUID("6f1d5d7e-4f0e-5c0b-9d53-0c3a1b7f2a10"), "industry/A01").hex
    assert shipped_id("industry", "A01") != shipped_id("source", "A01")
