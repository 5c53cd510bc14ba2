"""Pulling: pages of what is newer than the cursor, whole checkpoints at once, resumed where a cut fell (`sync.md` §2.6)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage import exchange_deferred, exchange_progress
from crmdesk.storage.exchange_progress import Held, HeldTeam, Progress
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork
from crmdesk.sync.applying import Received, apply_pages, ready_page, remove
from crmdesk.sync.marks import thinned
from crmdesk.sync.page_ahead import PagesAhead
from crmdesk.sync.protocol import ROWS_AT_ONCE, ROWS_IN_PAGE, Centre, Page, Place


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much travels at once: rows of a page, rows applied as one transaction, records fetched by id in one call."""

    rows_in_page: int = ROWS_IN_PAGE
    rows_at_once: int = ROWS_AT_ONCE
    records_at_once: int = 500


USUAL: Final = Sizes()


_SHIPPED: Final = "term"
"""Classifications came with the program; a centre that does not know one does not take it away."""

Tell = Callable[[int], None]
"""Told the rows received so far; may raise `ExchangeCancelled`."""


class RightsChanged(Exception):
    """The rights, or another process's exchange, changed under a pull; begin again with hello."""


@dataclass(slots=True)
class Pull:
    """One exchange's pulling. `at`: the centre's clock; `changes` grows with every transaction."""

    store: Store
    centre: Centre
    device: str
    at: str
    tell: Tell
    received: Received
    changes: list[Changes]
    sizes: Sizes
    later: tuple[int, str] | None = None
    """Number and fingerprint of the centre's newest commit after the last of several pages."""

    def run(self, head: int | None = None) -> None:
        """Bring everything newer than the cursor; it moves to the head when the last page is written.

        That is a point to go back to, unless something was committed while several pages came: rows changed meanwhile were left out for
        the next pull, which does not bring them when the centre loses those commits.

        `head`: the newest commit as hello told it, when nothing was sent since; there is nothing to ask for then.

        Raises:
            RightsChanged: say hello again.
        """
        with self.store.read() as connection:
            start = exchange_progress.progress(connection)
            held = _complete(exchange_progress.held_teams(connection))
        if not held or (start.n == head and not start.is_unfinished):
            return
        place = _place(start)
        if start.is_unfinished:
            with self._ahead(start, held, start.head, place) as ahead:
                self._pages(start, held, ahead)
            return
        first = self._page(held, start.n, None, None)
        pages, rows = [first], _count(first)
        while start.n and pages[-1].next is not None and rows < self.sizes.rows_at_once:
            pages.append(self._page(held, start.n, first.head, pages[-1].next))
            rows += _count(pages[-1])
            self.tell(self.received.rows + rows)
        onward = pages[-1].next
        if onward is None:
            self._write(start, held, pages)
            return
        with self._ahead(start, held, first.head, onward) as ahead:
            self._pages(self._write(start, held, pages), held, ahead)

    def bring_near(self, teams: Sequence[str]) -> bool:
        """Begin a first pull with what a person needs first: rows of these teams, as many as are written at once; return whether any came.

        The cursor stays where it is: the pull that follows brings them again, with all the others. Nothing is done where sites came already,
        or where there are no other teams.

        Raises:
            RightsChanged: say hello again.
        """
        with self.store.read() as connection:
            start = exchange_progress.progress(connection)
            held = _complete(exchange_progress.held_teams(connection))
            is_begun = start != Progress() or _has_come(connection)
        near = [team for team in held if team in set(teams)]
        if is_begun or not near or len(near) == len(held):
            return False
        pages = [self._page(near, 0, None, None)]
        while pages[-1].next is not None and sum(map(_count, pages)) < self.sizes.rows_at_once:
            self.tell(self.received.rows + sum(map(_count, pages)))
            pages.append(self._page(near, 0, pages[0].head, pages[-1].next))
        heads = [(pages[0].head, pages[0].head_batch), *([self.later] if self.later else [])]
        self.later = None
        with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            _not_overtaken(uow, start)
            apply_pages(uow, pages, held, self.received, at=self.at, is_first=True)
            exchange_deferred.count_all_sites(uow.connection)
            for head in heads:
                exchange_progress.add_mark(uow.connection, *head, complete=False)
            self.changes.append(uow.commit())
        self.tell(self.received.rows)
        return self.received.rows > 0

    def _ahead(self, start: Progress, held: Sequence[str], upto: int | None, after: Place | None) -> PagesAhead:
        depth = 1 if start.n else max(1, self.sizes.rows_at_once // self.sizes.rows_in_page)
        return PagesAhead(lambda place: self._page(held, start.n, upto, place), after, depth)

    def _pages(self, start: Progress, held: Sequence[str], ahead: PagesAhead) -> None:
        """Write what comes, with its place: page by page, in a first pull several at once, for there every page meets every leaf of an index."""
        at_once = 1 if start.n else self.sizes.rows_at_once
        while True:
            pages = [ahead.take()]
            try:
                while pages[-1].next is not None and sum(map(_count, pages)) < at_once:
                    self.tell(self.received.rows + sum(map(_count, pages)))
                    pages.append(ahead.take())
            except CrmError:  # cut or cancelled: what came is kept
                self._write(start, held, pages)
                raise
            start = self._write(start, held, pages)
            self.tell(self.received.rows)
            if pages[-1].next is None:
                return

    def _page(self, held: Sequence[str], cursor: int, upto: int | None, after: Place | None) -> Page:
        page = self.centre.pull(self.device, held, cursor, upto, after, self.sizes.rows_in_page)
        if page.stale:
            raise RightsChanged
        if page.next is None and upto is not None:
            self.later = self.centre.head()
        return page if cursor else ready_page(page)

    def _write(self, start: Progress, held: Sequence[str], pages: Sequence[Page]) -> Progress:
        last = pages[-1]
        head, batch = pages[0].head, pages[0].head_batch
        if last.next is None:
            then = Progress(head)
        else:
            then = Progress(start.n, last.next.table, last.next.rv, last.next.id, head, batch)
        is_point = last.next is None and (self.later is None or self.later[0] == head)
        with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            _not_overtaken(uow, start)
            apply_pages(uow, pages, held, self.received, at=self.at, is_first=start.n == 0)
            exchange_progress.set_progress(uow.connection, then)
            exchange_progress.add_mark(uow.connection, head, batch, complete=is_point)
            if self.later is not None:
                exchange_progress.add_mark(uow.connection, *self.later, complete=False)
            if last.next is None:
                if start.n == 0:
                    exchange_deferred.count_all_sites(uow.connection)
                exchange_progress.drop_marks(uow.connection, thinned(exchange_progress.marks(uow.connection)))
            self.changes.append(uow.commit())
        return then

    def enter(self, team: HeldTeam) -> None:
        """Fetch all of one team up to the cursor, or to the head of an unfinished pull; then it is held.

        How far the centre was is remembered: should it lose commits since the cursor, the team is fetched again.

        Raises:
            RightsChanged: say hello again.
        """
        with self.store.read() as connection:
            start = exchange_progress.progress(connection)
            others = _complete(exchange_progress.held_teams(connection))
        upto = start.head if start.head is not None else start.n
        place = None if team.table is None else Place(team.table, team.rv or 0, team.row or "")
        while True:
            page = self.centre.enter(self.device, team.id, upto, place, self.sizes.rows_in_page)
            if page.stale:
                raise RightsChanged
            newest, mark = self.centre.head()
            place = page.next
            if place is None:
                then = HeldTeam(team.id, Held.HAVE, team.can_write, head=newest)
            else:
                then = HeldTeam(team.id, Held.HALF, team.can_write, place.table, place.rv, place.id, newest)
            with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
                _not_overtaken(uow, start)
                apply_pages(uow, [page], [*others, team.id], self.received, at=None)
                exchange_progress.set_held(uow.connection, [then])
                exchange_progress.add_mark(uow.connection, newest, mark, complete=False)
                self.changes.append(uow.commit())
            self.tell(self.received.rows)
            if place is None:
                return

    def reload(self) -> None:
        """Fetch single records: touched by an answer, or doubtful after a rewind. What is absent is not kept, unless edits wait.

        Raises:
            RightsChanged: say hello again.
        """
        while True:
            with self.store.read() as connection:
                rows = connection.exec_driver_sql(
                    "SELECT tbl, pk FROM sync_reload ORDER BY tbl, pk LIMIT ?", (self.sizes.records_at_once,)
                ).all()
                held = _complete(exchange_progress.held_teams(connection))
            if not rows:
                return
            records = [(str(row[0]), str(row[1])) for row in rows]
            page = self.centre.reload(self.device, held, records)
            if page.stale:
                raise RightsChanged
            with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
                self._write_reloaded(uow, page, held, records)
                self.changes.append(uow.commit())
            self.tell(self.received.rows)

    def _write_reloaded(self, uow: UnitOfWork, page: Page, held: Sequence[str], records: Sequence[tuple[str, str]]) -> None:
        apply_pages(uow, [page], held, self.received, at=self.at)
        came = {
            (table, row[list(page.columns[table]).index("id")])
            for table, rows in page.rows.items()
            if table != "reach"
            for row in rows
        }
        absent: dict[str, set[str]] = {}
        for table, record in records:
            if (table, record) not in came and table != _SHIPPED:
                absent.setdefault(table, set()).add(record)
        remove(uow, absent, self.received, rv=page.head, at=self.at)
        exchange_progress.add_mark(uow.connection, page.head, page.head_batch, complete=False)
        uow.connection.exec_driver_sql("DELETE FROM sync_reload WHERE tbl=? AND pk=?", records)


def _has_come(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM site WHERE rv>0 LIMIT 1").first() is not None


def _count(page: Page) -> int:
    return sum(map(len, page.rows.values()))


def _place(progress: Progress) -> Place | None:
    if progress.table is None:
        return None
    return Place(progress.table, progress.rv or 0, progress.id or "")


def _complete(held: dict[str, HeldTeam]) -> list[str]:
    return sorted(team.id for team in held.values() if team.state is Held.HAVE)


def _not_overtaken(uow: UnitOfWork, start: Progress) -> None:
    """Refuse to write a page that belongs to a cursor of before: another process of this program exchanged meanwhile."""
    if exchange_progress.progress(uow.connection) != start:
        raise RightsChanged
