"""One exchange of a simulated laptop, step by step; after every `yield` it may be killed, edited, or never go on."""

from collections.abc import Iterator
from random import Random

from crmdesk.sync.protocol import Centre, Greeting, Mark, Page, Place, Welcome
from tests.sync.simulator import disk as disks
from tests.sync.simulator.disk import Disk

ROWS: int = 6
"""Rows in a page."""
AT_ONCE: int = 18
"""A pull up to this many rows is one transaction."""
TRIES = 4


class RightsChanged(Exception):
    """The rights changed under a pull."""


def exchange(disk: Disk, centre: Centre, random: Random) -> Iterator[str]:
    """Say hello, push, pull, fetch what is doubtful; again when rights change meanwhile."""
    for _ in range(TRIES):
        try:
            yield from _once(disk, centre, random)
        except RightsChanged:
            yield "again"
        else:
            return


def _once(disk: Disk, centre: Centre, random: Random) -> Iterator[str]:
    welcome = centre.hello(greeting(disk))
    yield "hello"
    point = disks.rewind_point(disk, welcome)
    if point is not None:
        disks.rewind(disk, point, fresh(random))
        yield "rewound"
        raise RightsChanged
    disk.access, disk.writes = welcome.access, {team for team, write in welcome.teams.items() if write}
    yield from _push(disk, centre, random, welcome.now)
    if welcome.state != "ok":
        if welcome.state == "disabled" and not disk.waiting():
            wipe(disk)
        return
    disks.give_up(disk, welcome.teams)
    yield "gave up"
    yield from _enter(disk, centre, welcome)
    yield from _pull(disk, centre)
    yield from _reload(disk, centre)
    disks.forget(disk, thirty_days_before(welcome.now))
    yield "done"


def greeting(disk: Disk) -> Greeting:
    """Return what the laptop says first."""
    marks = tuple(Mark(0, n, batch) for n, batch, _ in disks.shown_marks(disk))
    return Greeting(disk.device, "laptop", disk.version, disk.access, disk.cursor, marks)


def fresh(random: Random) -> str:
    """Return a random id."""
    return f"{random.getrandbits(128):032x}"


def thirty_days_before(now: str) -> str:
    """Return a day surely more than thirty days before, as text: good enough for the simulated clock."""
    year, month, day = int(now[:4]), int(now[5:7]), now[8:]
    return f"{year - (month == 1):04}-{(month - 2) % 12 + 1:02}-{day}"


def wipe(disk: Disk) -> None:
    """Forget every row: the login was shut out and the work is safe.

    The fingerprints stay, though no longer as points to go back to: should the centre lose commits, edits are offered again.
    """
    for rows in disk.rows.values():
        rows.clear()
    disk.have, disk.entered, disk.reach, disk.reload, disk.dropped = {}, {}, {}, set(), []
    disk.marks = kept_marks(disk)
    disk.cursor, disk.pulled = 0, None


def kept_marks(disk: Disk) -> list[tuple[int, str, bool]]:
    """Return the fingerprints as what they still are good for."""
    return [(n, batch, False) for n, batch, _ in disk.marks]


def _push(disk: Disk, centre: Centre, random: Random, now: str) -> Iterator[str]:
    while True:
        batch = disk.batches[0] if disk.batches else disks.build_batch(disk, fresh(random), random.choice((1, 3, 20)))
        yield "built"
        if batch is None:
            return
        answer = centre.push(disk.device, batch)
        yield "sent"
        if answer.fork is not None:
            disks.fork(disk, fresh(random))
            yield "forked"
            continue
        disks.acknowledge(disk, batch, answer, now)
        disks.noted(disk, answer.n, answer.mark)
        yield "acknowledged"


def _enter(disk: Disk, centre: Centre, welcome: Welcome) -> Iterator[str]:
    gained = sorted(set(welcome.teams) - set(disk.held()))
    for team in gained:
        place = begin(disk, team)
        yield "half"
        while True:
            upto = disk.cursor if disk.pulled is None else disk.pulled.head
            page = answered(centre.enter(disk.device, team, upto, place, ROWS))
            yield "page of a team"
            head, batch = centre.head()
            yield "head"
            disks.noted(disk, head, batch)
            disk.entered[team] = head
            disks.apply_page(disk, page, [*disk.held(), team])
            note(disk, team, page.next)
            yield "team"
            if page.next is None:
                break
            place = page.next


def begin(disk: Disk, team: str) -> Place | None:
    """Note that a team is coming before its first page does; return where an interrupted one goes on."""
    state = disk.have.get(team)
    disk.have[team] = state
    return state if isinstance(state, Place) else None


def note(disk: Disk, team: str, place: Place | None) -> None:
    """Note how far a team has come: after the last page it is held."""
    disk.have[team] = place or "have"


def answered(page: Page) -> Page:
    """Return a page, unless the centre refused it because rights have changed."""
    if page.stale:
        raise RightsChanged
    return page


def _pull(disk: Disk, centre: Centre) -> Iterator[str]:
    held = disk.held()
    place = None if disk.pulled is None else disk.pulled.place
    upto = None if disk.pulled is None else disk.pulled.head
    staged: list[Page] = []
    one_by_one = disk.pulled is not None
    while True:
        page = answered(centre.pull(disk.device, held, disk.cursor, upto, place, ROWS))
        staged.append(page)
        yield "page"
        at_once = page.next is not None or is_still(disk, centre, page, only=len(staged) == 1 and not one_by_one)
        one_by_one = one_by_one or sum(len(rows) for one in staged for rows in one.rows.values()) > AT_ONCE
        if one_by_one or page.next is None:
            disks.go_on(disk, staged, held, at_once=at_once)
            staged = []
            yield "pulled"
        if page.next is None:
            return
        place, upto = page.next, page.head


def is_still(disk: Disk, centre: Centre, last: Page, *, only: bool) -> bool:
    """Whether the centre is where it was at a pull's first page: so it is when that is the only page. How far it is, is noted."""
    if only:
        return True
    head, batch = centre.head()
    disks.noted(disk, head, batch)
    return head == last.head


def _reload(disk: Disk, centre: Centre) -> Iterator[str]:
    while disk.reload:
        kept = disks.protected(disk)
        records = sorted(key for key in disk.reload)[:5]
        page = answered(centre.reload(disk.device, disk.held(), records))
        yield "fetched"
        disks.noted(disk, page.head, page.head_batch)
        disks.write_reloaded(disk, page, disk.held(), records)
        yield "reloaded"
        if disk.reload and disk.reload <= set(kept):
            return
