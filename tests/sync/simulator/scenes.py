"""Stories for what chance meets too rarely: each passes, and breaks when the rule it is about is left out."""

from collections.abc import Callable
from random import Random
from typing import Final

from tests.sync.simulator import exchange, invariants
from tests.sync.simulator.disk import Disk
from tests.sync.simulator.people import Hand
from tests.sync.simulator.world import Violation, World, new_world
from tests.sync.twin import office
from tests.sync.twin.state import Share, State

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


Do = Callable[[], object]


def play(world: World, laptop: int, step: str, do: Do | None = None, killed: Callable[[str], bool] | None = None) -> None:
    """Let a laptop exchange; when it first comes to a step, `do` something, or kill it there; or kill it where told."""
    waiting = [do] if do is not None else []
    for at in exchange.exchange(world.disks[laptop], world.line(laptop, Random(0), 0.0), Random(laptop)):
        if at == step:
            if do is None:
                return
            if waiting:
                waiting.pop()()
        if killed is not None and killed(at):
            return


def many_notes(world: World) -> None:
    """The administrator writes more notes on a site than a laptop takes at once."""
    disk = world.disks[3]
    hand = Hand(disk, Random(3), world.laptop_time(3))
    for number in range(exchange.AT_ONCE + 3 * exchange.ROWS):
        hand.add("activity", site_id="s1", kind="note", happened_at=hand.now, text=f"note {number}")
    world.ledger.update((op.id, op) for op in hand.made)
    world.exchange(3, Random(3))


def lose(world: World, kept: State, disk: Disk) -> None:
    """The centre loses what it did since, and so does the administrator's laptop: nobody offers it again."""
    world.died.update(edit.op.id for edit in world.disks[3].edits if edit.op.id not in {old.op.id for old in disk.edits})
    world.disks[3] = disk
    world.hub.replace(kept)


def pull_is_cut_and_the_centre_restored(world: World) -> None:
    """A laptop has part of a pull, sends an edit, and the centre is put back to where that pull began."""
    many_notes(world)
    play(world, 0, "pulled")
    kept = world.hub.state.copy()
    hand = Hand(world.disks[0], Random(0), world.laptop_time(0))
    hand.set("site", world.disks[0].rows["site"]["s1"], phone="1")
    world.ledger.update((op.id, op) for op in hand.made)
    play(world, 0, "acknowledged")
    world.hub.replace(kept)


def record_left_in_a_lost_commit(world: World) -> None:
    """A site went to another team and came back because the centre lost that."""
    kept, disk = world.hub.state.copy(), world.disks[3].copy()
    give(world, 3, "site", "s1", team_id="tc")
    world.exchange(0, Random(0))
    lose(world, kept, disk)


def team_came_while_its_records_changed(world: World) -> None:
    """A team is fetched while a record of it changes; that change is lost before the next pull brings it."""
    office.share(world.hub.state, Share("tb", "ua"))
    kept, disk = world.hub.state.copy(), world.disks[3].copy()
    held = world.disks[0]
    play(world, 0, "gave up", lambda: give(world, 3, "site", "s2", phone="2"), lambda _: held.have.get("tb") == "have")
    lose(world, kept, disk)


def pull_over_two_heads_and_the_second_lost(world: World) -> None:
    """While pages come a row that is still to come changes; it is left for the next pull, but the centre loses the change."""
    many_notes(world)
    kept, disk = world.hub.state.copy(), world.disks[3].copy()
    note = max(id_ for id_ in world.disks[3].rows["activity"] if id_ != "n1")
    play(world, 0, "page", lambda: give(world, 3, "activity", note, text="changed"))
    lose(world, kept, disk)


def batch_lands_on_its_old_number(world: World) -> None:
    """A batch without an answer is sent again after a restore, byte for byte, behind another commit, and gets its number again."""
    world.exchange(1, Random(1))
    kept, disk = world.hub.state.copy(), world.disks[3].copy()
    give(world, 3, "site", "s1", phone="1")
    sender = world.disks[1]
    site = next(iter(sender.rows["site"].values()))
    hand = Hand(sender, Random(1), world.laptop_time(1))
    hand.set("site", site, fax="2")
    world.ledger.update((op.id, op) for op in hand.made)
    play(world, 1, "sent")
    world.exchange(0, Random(0))
    lose(world, kept, disk)
    give(world, 3, "site", "s1", email="other@story.cn")
    world.exchange(1, Random(1))


SCENES: Final = (
    batch_lands_on_its_old_number,
    record_goes_to_a_team_gained_for_a_moment,
    pull_is_cut_and_the_centre_restored,
    record_left_in_a_lost_commit,
    team_came_while_its_records_changed,
    pull_over_two_heads_and_the_second_lost,
)
