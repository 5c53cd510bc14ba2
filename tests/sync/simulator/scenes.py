"""Stories for what chance meets too rarely: each passes, and breaks when the rule it is about is left out."""

from collections.abc import Callable
from random import Random
from typing import Final

from tests.sync.simulator import exchange, invariants
from tests.sync.simulator.people import Hand
from tests.sync.simulator.world import Violation, World, new_world
from tests.sync.twin import office
from tests.sync.twin.state import Share

Scene = Callable[[World], None]


def broken(scene: Scene) -> str | None:
    """Play a scene to its end and check; return what was broken."""
    world = new_world()
    try:
        scene(world)
        world.finish()
        invariants.check(world)
    except Violation as violation:
        return str(violation)
    return None


def give(world: World, laptop: int, table: str, id_: str, **values: object) -> None:
    """Let somebody change a record and send it."""
    disk = world.disks[laptop]
    hand = Hand(disk, Random(f"{table}{id_}{values}"), world.laptop_time(laptop))
    hand.set(table, disk.rows[table][id_], **values)
    world.ledger.update((op.id, op) for op in hand.made)
    world.exchange(laptop, Random(laptop))


def record_goes_to_a_team_gained_for_a_moment(world: World) -> None:
    """Between hello and the pull a person gains a team and a site moves there; before the next hello the team is lost again."""
    shown = Share("tc", "ua")
    for at in exchange.exchange(world.disks[0], world.line(0, Random(0), 0.0), Random(0)):
        if at == "gave up":
            office.share(world.hub.state, shown)
            give(world, 3, "collaborator", "k1", deleted_at=world.hub.state.now)
            give(world, 3, "site", "s1", team_id="tc")
    office.unshare(world.hub.state, shown)


SCENES: Final = (record_goes_to_a_team_gained_for_a_moment,)
