"""Each rule left out once: the simulator has to notice, within a stated number of fixed seeds.

python -m tests.sync.simulator.mutants 3000     finds the seeds anew after a change of the simulator
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final
from unittest.mock import patch

from crmdesk.sync.protocol import Batch, Page, PushAnswer
from tests.sync.simulator import disk, exchange, people, scenes
from tests.sync.simulator.disk import Disk, Edit
from tests.sync.simulator.scenes import Scene
from tests.sync.simulator.schedules import story
from tests.sync.twin import (
    claims,
    codes,
    deciding,
    edits,
    merging,
    pulling,
    pushing,
    questions,
    reaching,
    revival,
    rights,
    state,
    teams,
    tree,
)

Patch = tuple[Any, str, Any]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule that is left out.

    `seeds`: where the simulator notices, at the latest with the last of them. `scene`: for what chance meets too rarely, a story.
    """

    name: str
    patches: Sequence[Patch]
    seeds: range
    scene: Scene | None = None


@contextmanager
def living(mutant: Mutant) -> Iterator[None]:
    """Leave the rule out inside the block."""
    with ExitStack() as stack:
        for module, name, instead in mutant.patches:
            stack.enter_context(patch.object(module, name, instead))
        yield


def is_noticed(mutant: Mutant) -> bool:
    """Whether a mutant's own seeds, or its scene, show that the rule is missing."""
    if mutant.scene is None:
        return caught_by(mutant, mutant.seeds) is not None
    with living(mutant):
        return scenes.broken(mutant.scene) is not None


def caught_by(mutant: Mutant, seeds: Sequence[int]) -> int | None:
    """Return the first of the seeds whose schedule breaks, None when all pass."""
    with living(mutant):
        return next((seed for seed in seeds if _breaks(seed)), None)


def _breaks(seed: int) -> bool:
    try:
        return story(seed).violation is not None
    except (KeyError, RecursionError):  # without its rule the twin may stumble: noticed as well
        return True


def _never(*_: Any, **__: Any) -> bool:
    return False


def _always(*_: Any, **__: Any) -> bool:
    return True


def _nothing(*_: Any, **__: Any) -> None:
    return None


_write_row = disk._write_row
_acknowledge = disk.acknowledge
_go_on = disk.go_on
_pull = pulling.pull
_push = pushing.push
_park = questions.park
_conflict = questions.ask
_reach_entry = state.ReachEntry


def _replay(_state: Any, device: Any, batch: Batch, known: pushing.Stored) -> PushAnswer:
    del device, batch
    return PushAnswer(known[2], ())


def _rebase(store: Disk, table: str, fresh: disk.Row, kept: Sequence[str]) -> None:
    for edit in store.waiting():
        if (edit.op.tbl, edit.op.pk) == (table, fresh["id"]) and edit.op.fld in fresh and edit.no is None:
            edit.op = replace(edit.op, old=fresh[edit.op.fld])
    _write_row(store, table, fresh, kept)


def _jump(store: Disk, batch: Batch, answer: PushAnswer, now: str) -> None:
    _acknowledge(store, batch, answer, now)
    store.cursor, store.reload = max(store.cursor, answer.n), set()


def _early_mark(store: Disk, pages: list[Page], held: Sequence[str], *, at_once: bool) -> None:
    _go_on(store, pages, held, at_once=at_once)
    disk.mark_finished(store, pages[-1])


def _masked(centre: Any, user: str, device: str, held: Sequence[str], *rest: Any) -> Page:
    teams_ = rights.my_teams(centre, user)
    return _pull(centre, user, device, [team for team in held if team in teams_], *rest)


def _left_by_rights(centre: Any, user: str, held: Sequence[str], cursor: int, head: int) -> list[disk.Key]:
    gone = {(table, id_) for n, team, table, id_ in centre.leave if team in held and cursor < n <= head}
    return sorted(key for key in gone if not pulling.is_visible(centre, rights.my_teams(centre, user), *key))


def _by_sequence(hand: people.Hand) -> str:
    return f"{hand.disk.device}:{len(hand.disk.edits)}"


def _only_whole(store: Disk, team: str, place: Any = None) -> None:
    if place is None:
        store.have[team] = "have"


def _by_row(edit: Edit, batch: Batch) -> bool:
    return f'"{edit.op.pk}"' in batch.body


def _unheard(turn: Any, why: Any, **where: Any) -> Any:
    verdict = _park(turn, why, **where)
    turn.state.rows["parked_edit"].popitem()
    return verdict


def _unasked(turn: Any, *args: Any, **where: Any) -> str:
    id_ = _conflict(turn, *args, **where)
    turn.state.rows["conflict"].pop(id_)
    return id_


def _itself(_: Any, __: str, id_: str) -> str:
    return id_


def _same_value(seen: Any, present: Any) -> bool:
    del seen, present
    return True


def _batch(centre: Any, n: int) -> str:
    return centre.commits[n].batch if n else ""


def _is_batch(centre: Any, n: int, mark: str) -> bool:
    return bool(mark == centre.commits[n].batch)


def _tells_batch(centre: Any, user: str, device: str, batch: Batch) -> PushAnswer:
    return replace(_push(centre, user, device, batch), mark=batch.id)


def _only_new_reach(centre: Any) -> None:
    for key, can_write in reaching.desired(centre).items():
        if key not in centre.reach:
            centre.reach[key] = _reach_entry(can_write, gone=False, rv=centre.n)


def _scene(name: str, scene: Scene, *patches: Patch) -> Mutant:
    return Mutant(name, patches, range(0), scene)


def _m(name: str, first: int, count: int, *patches: Patch) -> Mutant:
    return Mutant(name, patches, range(first, first + count))


Rule = Callable[..., Any]
MUTANTS: Final = (
    _m("no fork", 52, 1, (pushing, "is_fork", _never), (pushing, "again", _replay)),
    _m("old value rebased on pull", 120, 1, (disk, "_write_row", _rebase)),
    _m("cursor jumps to the own answer", 0, 1, (disk, "acknowledge", _jump)),
    _m("no rewind", 0, 1, (disk, "rewind_point", _nothing)),
    _m("circles allowed", 8, 1, (tree, "makes_circle", _never)),
    _m("delete wins", 1, 1, (edits, "changed_unseen", _never)),
    _m("operation id is device and number", 40, 1, (people, "operation_id", _by_sequence)),
    _scene("leave by present rights", scenes.record_goes_to_a_team_gained_for_a_moment, (pulling, "left", _left_by_rights)),
    _m("page masked by rights", 23, 1, (pulling, "is_stale", _never), (pulling, "pull", _masked)),
    _m("page not refused", 23, 1, (pulling, "is_stale", _never)),
    _m("row not sent at its move", 0, 1, (teams, "touch", _nothing)),
    _m("team noted after its last page only", 213, 1, (exchange, "begin", _nothing), (exchange, "note", _only_whole)),
    _scene("unfinished pull as a point in history", scenes.pull_is_cut_and_the_centre_restored, (disk, "go_on", _early_mark)),
    _scene("team entered in a lost story kept", scenes.team_came_while_its_records_changed, (disk, "is_doubtful", _never)),
    _scene("centre's head at enter not noted", scenes.team_came_while_its_records_changed, (disk, "noted", _nothing)),
    _scene(
        "pull over several heads as a point in history",
        scenes.pull_over_two_heads_and_the_second_lost,
        (exchange, "is_still", _always),
    ),
    _scene(
        "fingerprint is the batch",
        scenes.batch_lands_on_its_old_number,
        (pulling, "fingerprint", _batch),
        (pulling, "is_mark", _is_batch),
        (pushing, "push", _tells_batch),
    ),
    _m("code not checked", 0, 1, (codes, "holder", _nothing)),
    _m("merge not followed to the root", 1, 1, (tree, "root", _itself)),
    _m("children of a merged record stay", 8, 1, (merging, "follow", _nothing)),
    _m("guarded ignored", 25, 1, (deciding, "is_guarded_from", _never)),
    _m("access ignored", 1, 1, (rights, "may_write", _always)),
    _m("claim not checked", 5, 1, (claims, "held", _nothing)),
    _m("values not compared", 7, 1, (edits, "same_value", _same_value)),
    _m("operation taken twice", 34, 1, (pushing, "decided", _nothing)),
    _m("waiting edit not kept", 1, 1, (questions, "park", _unheard)),
    _m("question not kept", 1, 1, (questions, "ask", _unasked)),
    _m("edit does not revive", 2, 1, (revival, "revive", _nothing)),
    _m("no farewell", 0, 1, (teams, "say_goodbye", _nothing)),
    _m("reached record's change not told", 1, 1, (reaching, "refresh", _only_new_reach)),
    _scene("removals of lost commits forgotten", scenes.record_left_in_a_lost_commit, (disk, "removed_after", lambda *_: [])),
    _m("lost commits not offered again", 0, 1, (disk, "offer_again", _nothing)),
    _m("touched records not fetched", 1, 1, (disk, "touched", lambda *_: [])),
    _m("answer taken by row, not by edit", 1, 1, (disk, "is_answered", _by_row)),
    _m("waiting fields overwritten", 1, 1, (disk, "protected", lambda *_: {})),
    _m("fingerprints wiped with the rows", 86, 1, (exchange, "kept_marks", lambda *_: [])),
)


def main() -> None:
    """Print where each mutant is noticed."""
    for mutant in MUTANTS:
        if mutant.scene is not None:
            continue
        sys.stdout.write(f"{mutant.name}: {caught_by(mutant, range(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
