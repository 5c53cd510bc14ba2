"""Two people, one account, any order of edits and exchanges: nothing lost, nothing overwritten unseen, both see the same."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sync.laptops import BOSS, LI, Laptop, due_to, office_of_two_teams
from tests.sync.twin.centre import Hub

ACME, SHOP = "c1" * 16, "51" * 16
FIELDS = ("phone", "email", "note")

steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from((LI, BOSS)), st.sampled_from(FIELDS), st.sampled_from(("1", "2", None))),
        st.tuples(st.sampled_from((LI, BOSS)), st.just("exchange"), st.none()),
        st.tuples(st.sampled_from((LI, BOSS)), st.just("deleted_at"), st.sampled_from(("2026-11-23T08:00:00.000Z", None))),
    ),
    max_size=14,
)


@contextmanager
def _two(template: Path) -> Iterator[tuple[Hub, dict[str, Laptop]]]:
    hub = office_of_two_teams()
    with tempfile.TemporaryDirectory() as folder:
        laptops = {
            user: Laptop.new(template, Path(folder) / f"{at}.db", hub.login(user), seed=at)
            for at, user in enumerate((LI, BOSS), 1)
        }
        try:
            laptops[LI].insert("company", ACME, kind="legal", legal_name="全球商业")
            laptops[LI].insert("site", SHOP, company_id=ACME, name="浦东店", status="fighting")
            for laptop in laptops.values():
                laptop.exchange()
            yield hub, laptops
        finally:
            for laptop in laptops.values():
                laptop.store.close()


@settings(max_examples=10, deadline=None)
@given(steps=steps)
def test_any_order_ends_the_same_for_both(template_file: Path, steps: list[tuple[str, str, str | None]]) -> None:
    with _two(template_file) as (hub, laptops):
        for user, what, value in steps:
            if what == "exchange":
                laptops[user].exchange()
            else:
                laptops[user].set("site", SHOP, **{what: value})
        for user in (LI, BOSS, LI, BOSS):
            laptops[user].exchange()
        for user, laptop in laptops.items():
            assert laptop.content() == due_to(hub, user)
        _nothing_is_lost(hub, laptops)


def _nothing_is_lost(hub: Hub, laptops: dict[str, Laptop]) -> None:
    """Each edit is at the centre once; what does not stand and was not written over knowingly waits in a question."""
    made = {row for laptop in laptops.values() for row in laptop.rows("SELECT id, outcome FROM sync_op")}
    assert {operation: stored.outcome for operation, stored in hub.state.ops.items()} == dict(made)
    for stored in hub.state.ops.values():
        if stored.outcome == "applied" and stored.kind == "set":
            assert stored.prev == stored.old, "overwritten unseen"
        if stored.outcome == "conflict" and stored.kind == "set":
            assert any(row["fld"] == stored.fld for row in hub.state.rows["conflict"].values())
