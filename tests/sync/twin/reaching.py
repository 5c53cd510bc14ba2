"""What a team sees of other teams' records: what lies above its sites, the people at them, what it collaborates on.

Derived from nothing each time, so that it is plainly right; the centre does it for what a batch touched.
"""

from collections.abc import Iterator

from crmdesk.core.vocabulary import Access, PoolRole
from crmdesk.sync.fields import site_children
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.twin import tree
from tests.sync.twin.state import Key, ReachEntry, Row, State

Wanted = dict[tuple[str, str, str], bool]
"""(team, table, id) → may write."""


def refresh(state: State) -> None:
    """Bring `reach` up to date at the end of a commit; what came, went or changed gets the commit's number."""
    wanted = desired(state)
    for key, can_write in wanted.items():
        entry = state.reach.get(key)
        changed = state.rows[key[1]][key[2]]["rv"] == state.n
        if entry is None or entry.gone or entry.can_write != can_write or changed:
            state.reach[key] = ReachEntry(can_write, gone=False, rv=state.n)
    for key, entry in state.reach.items():
        if key not in wanted and not entry.gone:
            entry.gone, entry.rv = True, state.n


def desired(state: State) -> Wanted:
    """Return what every team has to see of other teams' records."""
    wanted: Wanted = {}
    for team, (table, id_), can_write in _all(state):
        row = state.row(table, id_)
        if row is not None and row["team_id"] != team:
            key = (team, table, id_)
            wanted[key] = wanted.get(key, False) or can_write
    return wanted


Sight = tuple[str, Key, bool]


def _all(state: State) -> Iterator[Sight]:
    yield from _above(state)
    yield from _people(state)
    yield from _collaborations(state)
    yield from _questions(state)
    yield from _pools(state)


def _above(state: State) -> Iterator[Sight]:
    """(a) Every company above a living site or company, for that record's team."""
    for table, column in (("site", "company_id"), ("company", "parent_id")):
        for row in state.each(table):
            for company in tree.ancestors(state, row[column]):
                yield row["team_id"], ("company", company), False


def _people(state: State) -> Iterator[Sight]:
    """(b) A contact, for the team of each site where it works."""
    for position in state.each("position"):
        site = state.row("site", position["site_id"])
        if site is not None:
            yield site["team_id"], ("contact", position["contact_id"]), True


def _collaborations(state: State) -> Iterator[Sight]:
    """(c) For a collaborator: his account, what hangs on it, the people there; to read, the companies above."""
    for row in state.each("collaborator"):
        person, can_write = row["user_id"], row["access"] == Access.WRITE.value
        if row["site_id"]:
            yield from _site(state, person, row["site_id"], can_write=can_write)
        elif row["company_id"]:
            yield from _company(state, person, row, can_write=can_write)


def _site(state: State, person: str, site_id: str, *, can_write: bool) -> Iterator[Sight]:
    yield person, ("site", site_id), can_write
    for table, column in site_children():
        for child in state.rows[table].values():
            if child[column] == site_id:
                yield person, (table, child["id"]), can_write
                if table == "position" and child["deleted_at"] is None:
                    yield person, ("contact", child["contact_id"]), can_write
    site = state.row("site", site_id)
    for company in [] if site is None else tree.ancestors(state, site["company_id"]):
        yield person, ("company", company), False


def _company(state: State, person: str, collaboration: Row, *, can_write: bool) -> Iterator[Sight]:
    top = collaboration["company_id"]
    for company in tree.ancestors(state, top)[1:]:
        yield person, ("company", company), False
    below, waiting = {top}, [top]
    while waiting:
        above = waiting.pop()
        more = [row["id"] for row in state.rows["company"].values() if row["parent_id"] == above and row["id"] not in below]
        below.update(more)
        waiting += more
    for company in below:
        yield person, ("company", company), can_write
    for row in state.rows["collaborator"].values():
        if row["company_id"] in below:
            yield person, ("collaborator", row["id"]), can_write
    for site in state.rows["site"].values():
        if site["company_id"] in below:
            yield from _site(state, person, site["id"], can_write=can_write)


def _pools(state: State) -> Iterator[Sight]:
    """(e) A lead that waits in a pool, for whom the pool is: its members, else its team, else everybody."""
    for lead in state.each("lead"):
        pool = None if lead["pool_id"] is None else state.row("pool", lead["pool_id"])
        if pool is None or pool["deleted_at"] is not None:
            continue
        members = [row for row in state.each("pool_member") if row["pool_id"] == pool["id"]]
        for row in members:
            yield row["user_id"], ("lead", lead["id"]), row["role"] == PoolRole.ADMINISTRATOR.value
        if not members:
            yield pool["for_team_id"] or COMMON_TEAM, ("lead", lead["id"]), False


def _questions(state: State) -> Iterator[Sight]:
    """(d) A question, for whoever's edit it was, and for who decides a waiting one."""
    for row in state.rows["conflict"].values():
        if row["mine_by"]:
            yield row["mine_by"], ("conflict", row["id"]), True
    for row in state.rows["parked_edit"].values():
        for person in filter(None, (row["by_user"], row["for_user"])):
            yield person, ("parked_edit", row["id"]), True
