"""The same world in hypothesis' hands: six rules a reviewer can read, and a counterexample cut down to its cause."""

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.sync.simulator import invariants
from tests.sync.simulator.witness import witnessed
from tests.sync.simulator.world import OWNERS, Step, new_world

laptops = st.integers(0, len(OWNERS) - 1)
chances = st.integers(0, 2**16)


class Exchanging(RuleBasedStateMachine):
    """Five laptops and a centre. Whatever happens in whatever order: at rest all agree and nothing is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.world = new_world()
        self.watching = witnessed(self.world)
        self.watching.__enter__()

    @rule(laptop=laptops, chance=chances)
    def somebody_works(self, laptop: int, chance: int) -> None:
        """An edit, an insert, a move, a merge, a claim, an answer."""
        self.world.edit(laptop, Random(chance))

    @rule(laptop=laptops)
    def a_laptop_exchanges(self, laptop: int) -> None:
        """All goes well."""
        self.world.exchange(laptop, Random(laptop))

    @rule(laptop=laptops, chance=chances)
    def a_laptop_exchanges_on_a_bad_line(self, laptop: int, chance: int) -> None:
        """Requests and replies get lost, others come between, the laptop may be killed."""
        self.world.exchange(laptop, Random(chance), trouble=0.2, disturb=0.2)

    @rule(chance=chances)
    def the_office_changes_rights(self, chance: int) -> None:
        """A share, a transfer, a post, the tree of teams."""
        self.world.run(Step("office", 0, chance))

    @rule(chance=chances)
    def the_centre_is_kept(self, chance: int) -> None:
        """A backup, or a standby that stops here."""
        self.world.run(Step("backup", 0, chance))

    @precondition(lambda self: self.world.backups)
    @rule(chance=chances)
    def the_centre_is_replaced(self, chance: int) -> None:
        """By an older copy of itself."""
        self.world.run(Step("restore centre", 0, chance))

    @rule(laptop=laptops, what=st.sampled_from(("keep disk", "restore disk")))
    def a_laptop_is_kept_or_restored(self, laptop: int, what: str) -> None:
        """A backup of a laptop, or its return."""
        self.world.run(Step(what, laptop, 0))

    def teardown(self) -> None:
        """At the end everybody exchanges, and everything must hold."""
        try:
            self.world.finish()
            invariants.check(self.world)
        finally:
            self.watching.__exit__(None, None, None)


TestExchanging = Exchanging.TestCase
TestExchanging.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
