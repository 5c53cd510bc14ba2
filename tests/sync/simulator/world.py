"""The simulated world: one centre, five laptops of four people, and everything that can happen to them, step by step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from random import Random
from typing import Final

from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.protocol import Op, Page
from tests.sync.simulator import exchange, people
from tests.sync.simulator.disk import Disk
from tests.sync.simulator.line import Line
from tests.sync.twin import office, rights
from tests.sync.twin.centre import Hub
from tests.sync.twin.state import Share, State

OWNERS: Final = ("ua", "ub", "um", "ux", "ua")
"""Whose laptop each one is; one person has two."""
LEVELS: Final = {"ua": "rep", "ub": "rep", "um": "manager", "ux": "admin"}
HOMES: Final = {"ua": "ta", "ub": "tb", "um": "tr", "ux": "tc"}
START: Final = "2026-11-23T08:00:00.000Z"


CALM: Final = ("edit", "edit", "edit", "kill", "other", "office", "centre")
"""What may come between two steps of an exchange."""


class Violation(AssertionError):
    """An invariant is broken."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: `what`, at which laptop, and the seed of all chance in it, so that steps can be left out."""

    what: str
    laptop: int
    seed: int


@dataclass(slots=True)
class World:
    """Everything there is. `ledger` holds each operation ever saved, `died` those whose disk went before they were sent."""

    hub: Hub
    disks: list[Disk]
    backups: list[State] = field(default_factory=list)
    old_disks: dict[int, Disk] = field(default_factory=dict)
    ledger: dict[str, Op] = field(default_factory=dict)
    died: set[str] = field(default_factory=set)
    late: list[Callable[[], object]] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)
    skew: list[int] = field(default_factory=lambda: [0] * len(OWNERS))

    def say(self, text: str) -> None:
        """Add a line to the trace."""
        self.trace.append(text)

    def tick(self, **span: int) -> None:
        """Let time pass at the centre."""
        self.hub.state.now = iso_ms(from_iso(self.hub.state.now) + timedelta(**span))

    def laptop_time(self, laptop: int) -> str:
        """Return what a laptop's clock says: it may be years wrong."""
        return iso_ms(from_iso(self.hub.state.now) + timedelta(days=self.skew[laptop]))

    def edit(self, laptop: int, random: Random) -> None:
        """Let somebody work."""
        for op in people.work(self.disks[laptop], random, self.laptop_time(laptop)):
            self.ledger[op.id] = op
            self.say(f"{laptop} {op.kind} {op.tbl} {op.pk[:6]} {op.fld} {str(op.old)[:20]}>{str(op.new)[:60]}")

    def look(self, user: str, page: Page) -> None:
        """No page may hold what the person may not see at that moment."""
        state = self.hub.state
        teams = state.vis.get(user, {})
        for table, rows in page.rows.items():
            for values in rows if table != "reach" else ():
                row = state.rows[table][values[0]]
                sights = (state.reach.get((team, table, row["id"])) for team in teams)
                if row["team_id"] not in teams and not any(entry is not None and not entry.gone for entry in sights):
                    raise Violation(f"I5 a page showed {user} {table} {row['id']} of {row['team_id']}")

    def line(self, laptop: int, random: Random, trouble: float) -> Line:
        """Open a connection."""
        return Line(self.hub, self.disks[laptop].user, random, trouble, self.late, self.look)

    def exchange(
        self, laptop: int, random: Random, trouble: float = 0.0, disturb: float = 0.0, between: Sequence[str] = CALM
    ) -> Line:
        """Let a laptop exchange; at each step something may come between, or it may be killed."""
        line = self.line(laptop, random, trouble)
        steps = exchange.exchange(self.disks[laptop], line, random)
        try:
            for at in steps:
                if disturb and random.random() < disturb and not self._between(laptop, random, at, random.choice(between)):
                    break
        except CentreUnreachable as error:
            self.say(f"{laptop} cut: {error}")
        disk = self.disks[laptop]
        self.own_work_shows(disk)
        self.say(f"{laptop} at {disk.cursor} head {self.hub.state.n} waits {len(disk.waiting())}")
        return line

    def own_work_shows(self, disk: Disk) -> None:
        """What a person wrote stays on the screen until the centre has answered."""
        last = {(edit.op.tbl, edit.op.pk, edit.op.fld): edit.op for edit in disk.edits}
        for edit in disk.waiting():
            op = edit.op
            row = disk.rows[op.tbl].get(op.pk) if op.kind in {"set", "move"} else None
            shown = op.new if row is None or op.fld is None else row.get(op.fld, op.new)
            is_new = edit.acked_at is None and last[op.tbl, op.pk, op.fld] is op and op.fld != "colour"
            if is_new and shown != op.new and not any(one.op.kind == "resolve" for one in disk.edits):
                raise Violation(f"I4 {op} waits, yet {str(shown)[:40]} shows")

    def _between(self, laptop: int, random: Random, at: str, what: str) -> bool:
        """Do something in the middle of an exchange; return whether the exchange goes on."""
        self.say(f"{laptop} {what} at {at}")
        if what == "kill":
            return False
        if what == "edit":
            self.edit(laptop, random)
        elif what == "other":
            other = (laptop + 1 + random.randrange(len(OWNERS) - 1)) % len(OWNERS)
            self.edit(other, random)
            self.exchange(other, random)
        elif what == "office":
            change_rights(self, random)
        elif what == "keep":
            _backup(self, laptop, random)
        elif random.random() < 0.2:
            replace_centre(self, random)
        return True

    def run(self, step: Step) -> None:
        """Let one step happen."""
        random = Random(step.seed)
        self.tick(seconds=1 + random.randrange(40))
        STEPS[step.what](self, step.laptop, random)

    def finish(self) -> None:
        """End all trouble: everybody exchanges until nothing waits."""
        state = self.hub.state
        self.late.clear()
        for disk in self.disks:
            disk.version = max(disk.version, 3)
        office.disable(state, "ub", disabled=False)
        self.hub.office_changed()
        random = Random(7)
        for _ in range(2):
            for laptop in range(len(self.disks)):
                self.exchange(laptop, random)
        rounds = 0
        while any(disk.waiting() for disk in self.disks) or any(disk.cursor < self.hub.state.n for disk in self.disks):
            rounds += 1
            if rounds > 3:
                raise Violation("I12 the outbox does not empty")
            for laptop in range(len(self.disks)):
                self.exchange(laptop, random)


def _edit(world: World, laptop: int, random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, 4))):
        world.edit(laptop, random)


def _exchange(world: World, laptop: int, random: Random) -> None:
    trouble, disturb = random.choice(((0.0, 0.0), (0.0, 0.15), (0.15, 0.1), (0.4, 0.0)))
    world.exchange(laptop, random, trouble, disturb)


def _storm(world: World, laptop: int, random: Random) -> None:
    """Exchange while rights change, others exchange, and the centre is kept and replaced."""
    world.exchange(laptop, random, random.choice((0.0, 0.05)), 0.3, ("office", "other", "keep", "kill", "centre", "edit"))


def _office(world: World, laptop: int, random: Random) -> None:
    del laptop
    change_rights(world, random)


def change_rights(world: World, random: Random) -> None:
    """A share comes or goes, somebody changes team or post, the tree of teams moves."""
    state = world.hub.state
    what = random.choice(("share", "share", "share", "transfer", "level", "tree", "disable"))
    world.say(f"office {what}")
    if what == "share":
        _share(state, random)
    elif what == "transfer":
        user = random.choice(("ua", "ub"))
        office.transfer(state, user, random.choice(("ta", "tb", "tc")))
    elif what == "level":
        office.set_level(state, "um", random.choice(("manager", "support", "rep", "auditor")))
    elif what == "tree":
        office.move_team(state, "tb", random.choice(("tr", "tc", None)))
    else:
        office.disable(state, "ub", disabled=not state.logins["ub"].disabled)
    world.hub.office_changed()


def _share(state: State, random: Random) -> None:
    until = None if random.random() < 0.7 else iso_ms(from_iso(state.now) + timedelta(minutes=3))
    team, to_user = random.choice(("ta", "tb", "tc")), random.choice(people.USERS)
    shown = Share(team, to_user, None, random.random() < 0.5, until)
    if any((one.team, one.to_user) == (team, to_user) for one in state.shares):
        office.unshare(state, next(one for one in state.shares if (one.team, one.to_user) == (team, to_user)))
    else:
        office.share(state, shown)


def _backup(world: World, laptop: int, random: Random) -> None:
    del laptop, random
    world.backups = [*world.backups[-2:], world.hub.state.copy()]
    world.say(f"centre kept at {world.hub.state.n}")


def _restore_centre(world: World, laptop: int, random: Random) -> None:
    del laptop
    replace_centre(world, random)


def replace_centre(world: World, random: Random) -> None:
    """A standby without the last commits, or yesterday's backup, takes the centre's place."""
    if world.backups:
        copy = random.choice(world.backups)
        world.backups = [kept for kept in world.backups if kept.n <= copy.n]
        now = world.hub.state.now
        lost = world.hub.state.n - copy.n
        restored = copy.copy()
        restored.now = now
        rights.rebuild(restored)
        world.hub.replace(restored)
        world.late.clear()
        world.say(f"centre replaced, {lost} commits lost")


def _keep_disk(world: World, laptop: int, random: Random) -> None:
    del random
    world.old_disks[laptop] = world.disks[laptop].copy()
    world.say(f"{laptop} kept")


def _restore_disk(world: World, laptop: int, random: Random) -> None:
    """A laptop comes back from its backup; what was saved since may be gone."""
    del random
    old = world.old_disks.get(laptop)
    if old is not None:
        kept = {edit.op.id for edit in old.edits}
        world.died.update(edit.op.id for edit in world.disks[laptop].edits if edit.op.id not in kept)
        world.disks[laptop] = old.copy()
        world.say(f"{laptop} restored")


def _clone(world: World, laptop: int, random: Random) -> None:
    """One person's laptop is copied to the other one; whatever was on that is gone."""
    del laptop, random
    world.died.update(edit.op.id for edit in world.disks[4].edits)
    world.disks[4] = world.disks[0].copy()
    world.old_disks.pop(4, None)
    world.say("4 is a copy of 0")


def _clock(world: World, laptop: int, random: Random) -> None:
    world.skew[laptop] = random.choice((0, 3650, -3650))
    world.say(f"{laptop} clock {world.skew[laptop]}")


def _away(world: World, laptop: int, random: Random) -> None:
    """A month passes; nobody restores anything from before."""
    del laptop, random
    world.tick(days=31)
    world.backups.clear()
    world.old_disks.clear()
    world.say("a month later")


def _version(world: World, laptop: int, random: Random) -> None:
    world.disks[laptop].version = random.choice((2, 3, 4))
    world.say(f"{laptop} version {world.disks[laptop].version}")


def _deliver(world: World, laptop: int, random: Random) -> None:
    """A request that was thought lost arrives after all."""
    del laptop
    if world.late:
        world.late.pop(random.randrange(len(world.late)))()
        world.say("a late request arrived")


STEPS: Final[dict[str, Callable[[World, int, Random], None]]] = {
    "edit": _edit,
    "exchange": _exchange,
    "storm": _storm,
    "office": _office,
    "backup": _backup,
    "restore centre": _restore_centre,
    "keep disk": _keep_disk,
    "restore disk": _restore_disk,
    "clone": _clone,
    "clock": _clock,
    "away": _away,
    "version": _version,
    "deliver": _deliver,
}
WEIGHTS: Final = (46, 36, 0, 7, 3, 2, 2, 2, 1, 1, 1, 1, 3)
STORMY: Final = (40, 6, 30, 8, 6, 6, 1, 1, 0, 0, 0, 1, 1)
"""Every third schedule: rare holes lie where the centre is replaced while laptops exchange."""


def steps_of(seed: int, count: int) -> Iterator[Step]:
    """Return the steps of a schedule."""
    random = Random(seed)
    kinds = random.choices(tuple(STEPS), WEIGHTS if seed % 3 else STORMY, k=count)
    return (Step(kind, random.randrange(len(OWNERS)), random.getrandbits(48)) for kind in kinds)


@cache
def _beginning() -> tuple[State, tuple[Disk, ...]]:
    world = World(Hub(), [Disk(user, f"d{place}", 3) for place, user in enumerate(OWNERS)])
    state = world.hub.state
    state.now = START
    for team, above in (("tr", None), ("ta", "tr"), ("tb", "tr"), ("tc", None)):
        office.add_team(state, team, team, above)
    for user, level in LEVELS.items():
        office.add_person(state, user, user, HOMES[user], level)
    for id_, team, above, owner in (
        ("c0", "tr", None, "um"),
        ("c1", "ta", "c0", "ua"),
        ("c2", "tb", "c0", "ub"),
        ("c3", "tc", None, None),
    ):
        office.put(state, "company", id_, team, legal_name=id_, kind="legal", parent_id=above, owner_id=owner)
    for id_, team, above, owner in (("s1", "ta", "c1", "ua"), ("s2", "tb", "c2", "ub"), ("s3", "ta", "c2", None)):
        office.put(state, "site", id_, team, name=id_, company_id=above, status="lead", owner_id=owner)
    office.put(state, "contact", "p1", "ta", name="p1")
    office.put(state, "position", "j1", "ta", contact_id="p1", site_id="s1", is_main=1)
    office.put(state, "position", "j2", "tb", contact_id="p1", site_id="s2", is_main=0)
    office.put(state, "activity", "n1", "tb", site_id="s2", kind="note", happened_at=START, text="hello")
    office.put(state, "collaborator", "k1", "ta", site_id="s1", user_id="ub", access="write", reason="works_on")
    for laptop in range(len(OWNERS)):
        world.exchange(laptop, Random(laptop))
    return state, tuple(world.disks)


def beginning() -> State:
    """Return the centre every schedule begins with."""
    return _beginning()[0].copy()


def new_world(hub: Hub | None = None) -> World:
    """Return the world every schedule begins with: a small centre, and laptops that are up to date."""
    return World(hub or Hub(beginning()), [disk.copy() for disk in _beginning()[1]])
