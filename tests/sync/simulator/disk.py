"""What a simulated laptop has on its disk, and each change of it that is one transaction (`sync.md` §2.4–2.6).

A killed laptop keeps exactly this. Nothing here talks to the centre.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.outbox import sending_step
from crmdesk.sync.protocol import Batch, Op, OpKind, Outcome, Page, Place, PushAnswer, Welcome

Row = dict[str, Any]
Key = tuple[str, str]


@dataclass(slots=True)
class Edit:
    """One operation in the outbox; `no` is its batch, `outcome` the centre's word, `n` the commit that took it."""

    op: Op
    no: int | None = None
    outcome: str | None = None
    n: int | None = None
    acked_at: str | None = None


@dataclass(frozen=True, slots=True)
class Pulled:
    """Where an unfinished pull stands."""

    place: Place
    head: int
    head_batch: str


@dataclass(slots=True)
class Disk:
    """A laptop's store."""

    user: str
    device: str
    version: int
    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: {table: {} for table in PULL_ORDER})
    edits: list[Edit] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)
    no: int = 0
    last_batch: str | None = None
    cursor: int = 0
    pulled: Pulled | None = None
    marks: list[tuple[int, str, bool]] = field(default_factory=list)
    have: dict[str, Place | str | None] = field(default_factory=dict)
    entered: dict[str, int] = field(default_factory=dict)
    writes: set[str] = field(default_factory=set)
    reach: dict[tuple[str, str, str], bool] = field(default_factory=dict)
    reload: set[Key] = field(default_factory=set)
    dropped: list[tuple[int, Key]] = field(default_factory=list)
    access: int = 0

    def copy(self) -> "Disk":
        """Return an independent copy: a backup of the whole laptop, or a clone."""
        return replace(
            self,
            rows={table: {id_: dict(row) for id_, row in rows.items()} for table, rows in self.rows.items()},
            edits=[replace(edit) for edit in self.edits],
            batches=list(self.batches),
            marks=list(self.marks),
            have=dict(self.have),
            entered=dict(self.entered),
            writes=set(self.writes),
            reach=dict(self.reach),
            reload=set(self.reload),
            dropped=list(self.dropped),
        )

    def waiting(self) -> list[Edit]:
        """Return the edits without an answer."""
        return [edit for edit in self.edits if edit.outcome is None]

    def held(self) -> list[str]:
        """Return the teams whose rows are all here."""
        return sorted(team for team, state in self.have.items() if state == "have")


def build_batch(disk: Disk, fresh: str, most: int) -> Batch | None:
    """Put edits that wait into the next batch, whole local transactions, byte for byte as they will be sent."""
    waiting = [edit for edit in disk.edits if edit.outcome is None and edit.no is None]
    if not waiting:
        return None
    taken = waiting[:most]
    while len(taken) < len(waiting) and waiting[len(taken)].op.tx == taken[-1].op.tx:
        taken.append(waiting[len(taken)])
    first = {edit.op.tx: place for place, edit in reversed(list(enumerate(taken)))}
    ordered = sorted(taken, key=lambda edit: (first[edit.op.tx], sending_step(edit.op)))
    body = json.dumps([edit.op.wire() for edit in ordered], ensure_ascii=False)
    disk.no += 1
    batch = Batch(disk.no, fresh, disk.last_batch, hashlib.sha256(body.encode()).hexdigest(), body)
    for edit in taken:
        edit.no = disk.no
    disk.batches.append(batch)
    disk.last_batch = batch.id
    return batch


def acknowledge(disk: Disk, batch: Batch, answer: PushAnswer, now: str) -> None:
    """Note the centre's word. The cursor does not move; what was touched is fetched by id."""
    told = {one.op: one.outcome for one in answer.answers}
    for edit in disk.edits:
        if edit.outcome is None and is_answered(edit, batch):
            edit.outcome = told.get(edit.op.id, Outcome.APPLIED)
            edit.n, edit.acked_at = answer.n, now
            disk.reload.update(touched(disk, edit.op))
    disk.batches = [one for one in disk.batches if one.id != batch.id]


def is_answered(edit: Edit, batch: Batch) -> bool:
    """Whether a batch carried an edit; one of the same row made meanwhile it did not."""
    return edit.no == batch.no


def touched(disk: Disk, op: Op) -> list[Key]:
    """Return what an edit changed here: of an answer to a question the record in question too, should the answer come too late."""
    question = disk.rows[op.tbl].get(op.pk) if op.kind == OpKind.RESOLVE else None
    return [(op.tbl, op.pk)] if question is None else [(op.tbl, op.pk), (question["tbl"], question["record_id"])]


def fork(disk: Disk, device: str) -> None:
    """This disk was restored or copied: a new device, whose story begins with everything unanswered; ids of edits stay."""
    disk.device, disk.no, disk.last_batch = device, 0, None
    disk.batches = []
    for edit in disk.edits:
        if edit.outcome is None:
            edit.no = None


def rewind_point(disk: Disk, welcome: Welcome) -> int | None:
    """Return the newest finished pull that is part of the centre's story; None when all fingerprints are."""
    known = set(welcome.marks)
    shown = shown_marks(disk)
    if all(n in known for n, _, _ in shown) and disk.cursor <= welcome.head:
        return None
    return max((n for n, _, complete in shown if complete and n in known), default=0)


def shown_marks(disk: Disk) -> list[tuple[int, str, bool]]:
    """Return the fingerprints a greeting shows."""
    complete = [mark for mark in disk.marks if mark[2]]
    return sorted({*complete[-4:], *disk.marks[-4:]})


def rewind(disk: Disk, point: int, device: str) -> None:
    """The centre lost commits: go back to a point both know, offer everything newer again, doubt every row of after it."""
    disk.cursor, disk.pulled = point, None
    disk.marks = [mark for mark in disk.marks if mark[0] <= point and mark[2]]
    for team, state in disk.have.items():
        if state != "have" or is_doubtful(disk, team, point):
            disk.have[team] = None
    for table, rows in disk.rows.items():
        disk.reload.update((table, id_) for id_, row in rows.items() if row["rv"] > point)
    disk.reload.update((table, id_) for _, table, id_ in disk.reach)
    disk.reload.update(removed_after(disk, point))
    disk.dropped = [gone for gone in disk.dropped if gone[0] <= point]
    offer_again(disk, point)
    fork(disk, device)


def is_doubtful(disk: Disk, team: str, point: int) -> bool:
    """Whether a team came while the centre was further than a point: rows changed since had been left out for the next pull."""
    return disk.entered.get(team, 0) > point


def noted(disk: Disk, head: int, batch: str) -> None:
    """Remember how far the centre was when it answered; no point to go back to."""
    if head and all(mark[0] != head for mark in disk.marks):
        disk.marks.append((head, batch, False))
        disk.marks.sort()


def removed_after(disk: Disk, point: int) -> list[Key]:
    """Return what was removed by commits that the centre may have lost."""
    return [key for n, key in disk.dropped if n > point]


def offer_again(disk: Disk, point: int) -> None:
    """Let edits wait again whose commits the centre may have lost."""
    for edit in disk.edits:
        if edit.n is not None and edit.n > point:
            edit.outcome = edit.n = edit.no = None


def forget(disk: Disk, oldest: str) -> None:
    """Forget what was acknowledged, came back in a finished pull, and is older than thirty days."""
    disk.edits = [
        edit for edit in disk.edits if edit.outcome is None or (edit.n or 0) > disk.cursor or (edit.acked_at or "") > oldest
    ]


def in_sight(disk: Disk, table: str, id_: str, teams: Collection[str]) -> bool:
    """Whether one of the teams shows a row of this disk."""
    row = disk.rows[table].get(id_)
    if row is None:
        return False
    return row["team_id"] in teams or any((team, table, id_) in disk.reach for team in teams)


def protected(disk: Disk) -> dict[Key, set[str]]:
    """Return record → fields whose local value stays, because an edit of them has no answer yet."""
    found: dict[Key, set[str]] = {}
    for edit in disk.waiting():
        op = edit.op
        fields = found.setdefault((op.tbl, op.pk), set())
        if op.kind == OpKind.RESOLVE:
            fields.update(("state", "choice", "note"))
            question = disk.rows[op.tbl].get(op.pk)
            if question is not None and op.tbl == "conflict" and question["fld"] and op.fld in {"mine", "other"}:
                found.setdefault((question["tbl"], question["record_id"]), set()).add(question["fld"])
        elif op.fld is not None:
            fields.add(op.fld)
    return found


def drop(disk: Disk, records: Iterable[Key], head: int) -> None:
    """Remove rows; those with edits that wait stay, to be looked at again after the push.

    What was removed is remembered with the centre's head: a centre that loses that commit will not send the row again.
    """
    kept = protected(disk)
    for table, id_ in records:
        disk.dropped.append((head, (table, id_)))
        if (table, id_) in kept:
            disk.reload.add((table, id_))
        else:
            disk.rows[table].pop(id_, None)


def apply_page(disk: Disk, page: Page, teams: Collection[str]) -> None:
    """Write rows, sights and leavings of a page."""
    kept = protected(disk)
    for table, rows in page.rows.items():
        if table == "reach":
            continue
        names = page.columns[table]
        for values in rows:
            fresh = dict(zip(names, values, strict=True))
            _write_row(disk, table, fresh, kept.get((table, fresh["id"]), ()))
    _apply_reach(disk, page, teams)
    drop(disk, page.leave, page.head)


def _write_row(disk: Disk, table: str, fresh: Row, kept: Iterable[str]) -> None:
    present = disk.rows[table].get(fresh["id"])
    if present is not None:
        for name in kept:
            if name in present and name in fresh:
                fresh[name] = present[name]
    disk.rows[table][fresh["id"]] = fresh


def _apply_reach(disk: Disk, page: Page, teams: Collection[str]) -> None:
    gone: list[Key] = []
    for team, table, id_, can_write, is_gone in page.rows.get("reach", ()):
        if is_gone:
            disk.reach.pop((team, table, id_), None)
            gone.append((table, id_))
            disk.dropped.append((page.head, (table, id_)))
        else:
            disk.reach[team, table, id_] = bool(can_write)
    drop(disk, [key for key in gone if not in_sight(disk, *key, teams)], page.head)


def go_on(disk: Disk, pages: list[Page], teams: Collection[str], *, at_once: bool) -> None:
    """Write pages of the main pull, with the cursor, in one transaction.

    `at_once`: nothing was committed while the pages were fetched. Else rows changed meanwhile were left out, and the pull is no
    point to go back to should the centre lose those commits.
    """
    for page in pages:
        apply_page(disk, page, teams)
    last = pages[-1]
    if last.next is not None:
        disk.pulled = Pulled(last.next, last.head, last.head_batch)
        noted(disk, last.head, last.head_batch)
        return
    disk.pulled = None
    disk.cursor = last.head
    if at_once:
        mark_finished(disk, last)
    else:
        noted(disk, last.head, last.head_batch)


def mark_finished(disk: Disk, page: Page) -> None:
    """Remember a point of the centre's story to which one can go back."""
    if page.head:
        disk.marks = [mark for mark in disk.marks if mark[0] != page.head]
        disk.marks.append((page.head, page.head_batch, True))
        disk.marks.sort()


def write_reloaded(disk: Disk, page: Page, teams: Collection[str], records: Collection[Key]) -> None:
    """Write records fetched by id; what did not come is not kept."""
    asked = set(records)
    disk.reach = {key: write for key, write in disk.reach.items() if (key[1], key[2]) not in asked}
    disk.reload -= asked
    apply_page(disk, page, teams)
    came = {(table, values[0]) for table, rows in page.rows.items() if table != "reach" for values in rows}
    drop(disk, sorted(asked - came), page.head)


def give_up(disk: Disk, rights: Mapping[str, bool]) -> None:
    """Remove the rows of teams that are not the person's any more, in one transaction."""
    lost = set(disk.have) - set(rights)
    if not lost:
        return
    doubtful = [(table, id_) for table, rows in disk.rows.items() for id_, row in rows.items() if row["team_id"] in lost]
    doubtful += [(table, id_) for team, table, id_ in disk.reach if team in lost]
    disk.reach = {key: write for key, write in disk.reach.items() if key[0] not in lost}
    for team in lost:
        del disk.have[team]
        disk.entered.pop(team, None)
    drop(disk, [key for key in doubtful if not in_sight(disk, *key, list(disk.have))], 0)
