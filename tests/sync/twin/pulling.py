"""Reading: hello, pages of changes, of a new team, of single records. Refused, never masked, when rights have changed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from crmdesk.storage.row_sums import row_hash
from crmdesk.sync.comparing import SUMS
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.protocol import OLDEST_VERSION, VERSION, Greeting, Page, Place, Welcome, rights_mark
from tests.sync.twin import rights
from tests.sync.twin.state import Device, Key, Row, State, columns_of

SUMS_COLUMNS = ("team_id", "tbl", "many", "hash")
REACH_COLUMNS = ("team_id", "tbl", "record_id", "can_write", "gone")


def hello(state: State, user: str, greeting: Greeting) -> Welcome:
    """Say what the person may see and where both stand."""
    if any(share.until is not None for share in state.shares):  # everything else was rebuilt when it changed
        rights.rebuild(state)
    login = state.logins[user]
    device = state.devices.setdefault(greeting.device, Device(user))
    device.version = greeting.version
    person = state.row("app_user", user)
    teams = dict(rights.my_teams(state, user))
    is_told = not login.disabled and bool(teams) and rights_mark(teams) == greeting.rights
    return Welcome(
        user_id=user,
        user_name=user if person is None else person["name"],
        level=login.level,
        state="disabled" if login.disabled else "update" if greeting.version < OLDEST_VERSION else "ok",
        teams={} if is_told else teams,
        access=login.access,
        marks=known_marks(state, greeting),
        last_no=device.last_no,
        last_batch=device.last_batch,
        head=state.n,
        head_batch=head_batch(state),
        version=VERSION,
        oldest_version=OLDEST_VERSION,
        resync=0 < greeting.cursor < state.oldest,
        now=state.now,
        team=login.team or "",
        same_rights=is_told,
    )


def known_marks(state: State, greeting: Greeting) -> tuple[int, ...]:
    """Return the numbers of those fingerprints that are part of this centre's story."""
    return tuple(mark.n for mark in greeting.marks if mark.n in state.commits and is_mark(state, mark.n, mark.batch))


def is_mark(state: State, n: int, mark: str) -> bool:
    """Whether a commit has this fingerprint."""
    return mark == state.commits[n].mark


def head_batch(state: State) -> str:
    """Return the fingerprint of the newest commit."""
    return fingerprint(state, state.n)


def is_stale(state: State, user: str, device: str, teams: Iterable[str]) -> bool:
    """Whether a laptop holds teams that its person may not see (any more), or may not pull at all."""
    known = state.devices.get(device)
    return known is None or known.version < OLDEST_VERSION or not set(teams) <= set(rights.my_teams(state, user))


def _sights(state: State, teams: Collection[str]) -> dict[Key, int]:
    """Return record → newest `rv` of a living reach of one of the teams."""
    found: dict[Key, int] = {}
    for (team, table, id_), entry in state.reach.items():
        if team in teams and not entry.gone:
            found[table, id_] = max(entry.rv, found.get((table, id_), 0))
    return found


def is_visible(state: State, teams: Collection[str], table: str, id_: str) -> bool:
    """Whether one of the teams has a record, as its own or by reach."""
    row = state.row(table, id_)
    if row is None:
        return False
    if row["team_id"] in teams:
        return True
    return any(
        team in teams and (table, id_) == key and not entry.gone
        for (team, *key_), entry in state.reach.items()
        for key in [tuple(key_)]
    )


def pull(  # noqa: PLR0917 - the protocol's own parameters
    state: State, user: str, device: str, teams: Sequence[str], cursor: int, upto: int | None, after: Place | None, limit: int
) -> Page:
    """Return a page of what changed for the held teams."""
    if is_stale(state, user, device, teams):
        return Page(stale=True)
    head = state.n if upto is None else upto
    if cursor >= head:
        return Page(head, fingerprint(state, head))
    sights = _sights(state, teams)

    def wanted(table: str, row: Row) -> bool:
        if row["team_id"] in teams:
            return bool(cursor < row["rv"] <= head)
        return cursor < sights.get((table, row["id"]), -1) <= head and row["rv"] <= head

    page = _page(state, head, wanted, after, limit)
    if after is None:
        reach = [
            (team, table, id_, entry.can_write, entry.gone)
            for (team, table, id_), entry in state.reach.items()
            if team in teams and cursor < entry.rv <= head
        ]
        page = _with_reach(page, reach)
    if page.next is None:
        gone = left(state, user, teams, cursor, head)
        page = Page(page.head, page.head_batch, page.columns, page.rows, gone, page.commits)
    return page


def left(state: State, user: str, teams: Collection[str], cursor: int, head: int) -> list[Key]:
    """Return the records that left a held team and that no held team has now; what the person may see otherwise does not count."""
    del user
    gone = {(table, id_) for n, team, table, id_ in state.leave if team in teams and cursor < n <= head}
    return sorted(key for key in gone if not is_visible(state, teams, *key))


def enter(  # noqa: PLR0917 - the protocol's own parameters
    state: State, user: str, device: str, team: str, upto: int, after: Place | None, limit: int
) -> Page:
    """Return a page of everything one team has, up to a commit."""
    if is_stale(state, user, device, [team]):
        return Page(stale=True)
    sights = _sights(state, [team])

    def wanted(table: str, row: Row) -> bool:
        own = row["team_id"] == team
        return row["rv"] <= upto and (own or sights.get((table, row["id"]), upto + 1) <= upto)

    page = _page(state, upto, wanted, after, limit)
    if after is None:
        reach = [
            (*key, entry.can_write, False)
            for key, entry in state.reach.items()
            if key[0] == team and not entry.gone and entry.rv <= upto
        ]
        page = _with_reach(page, reach)
    return page


def reload(state: State, user: str, device: str, teams: Sequence[str], records: Sequence[Key]) -> Page:
    """Return single records as they are now, with the reach that shows them."""
    if is_stale(state, user, device, teams):
        return Page(stale=True)
    asked = set(records)
    page = _page(
        state,
        state.n,
        lambda table, row: (table, row["id"]) in asked and is_visible(state, teams, table, row["id"]),
        None,
        1 << 30,
    )
    reach = [
        (team, table, id_, entry.can_write, False)
        for (team, table, id_), entry in state.reach.items()
        if team in teams and (table, id_) in asked and not entry.gone
    ]
    page = _with_reach(page, reach)
    summed = {id_ for table, id_ in asked if table == SUMS} & set(teams)
    if not summed:
        return page
    return replace(page, columns={**page.columns, SUMS: SUMS_COLUMNS}, rows={**page.rows, SUMS: _sums(state, summed)})


def _sums(state: State, teams: Collection[str]) -> list[Sequence[Any]]:
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for table in PULL_ORDER:
        for row in state.rows[table].values():
            if row["team_id"] in teams:
                many, total = found.get((row["team_id"], table), (0, 0))
                found[row["team_id"], table] = (many + 1, total + row_hash(row["id"], row["rv"]))
    return [(*key, *value) for key, value in found.items()]


def _ordered(state: State, wanted: Callable[[str, Row], bool], after: Place | None) -> Iterator[tuple[str, Row]]:
    """Iterate over rows table by table, by `(rv, id)` in each, after a place."""
    first = 0 if after is None else PULL_ORDER.index(after.table)
    for table in PULL_ORDER[first:]:
        rows = [row for row in state.rows[table].values() if wanted(table, row)]
        if after is not None and table == after.table:
            rows = [row for row in rows if (row["rv"], row["id"]) > (after.rv, after.id)]
        rows.sort(key=lambda row: (row["rv"], row["id"]))
        yield from ((table, row) for row in rows)


def _page(state: State, head: int, wanted: Callable[[str, Row], bool], after: Place | None, limit: int) -> Page:
    columns: dict[str, Sequence[str]] = {}
    rows: dict[str, list[Sequence[Any]]] = {}
    commits: dict[int, tuple[str | None, str]] = {}
    last, count = None, 0
    for table, row in _ordered(state, wanted, after):
        if count == limit:
            return Page(head, fingerprint(state, head), columns, rows, (), commits, last)
        names = columns.setdefault(table, columns_of(table))
        rows.setdefault(table, []).append([row[name] for name in names])
        commit = state.commits.get(row["rv"])
        if commit is not None:
            commits[row["rv"]] = (commit.user, commit.at)
        last, count = Place(table, row["rv"], row["id"]), count + 1
    return Page(head, fingerprint(state, head), columns, rows, (), commits)


def fingerprint(state: State, n: int) -> str:
    return state.commits[n].mark if n in state.commits else ""


def _with_reach(page: Page, reach: Iterable[tuple[Any, ...]]) -> Page:
    rows = [list(one) for one in reach]
    if not rows:
        return page
    columns = {**page.columns, "reach": REACH_COLUMNS}
    return Page(page.head, page.head_batch, columns, {**page.rows, "reach": rows}, page.leave, page.commits, page.next)
