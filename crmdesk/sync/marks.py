"""Fingerprints of the centre's story: few, close together near now and ever further apart before (`sync.md` §2.10)."""

from collections.abc import Sequence
from typing import Final

from crmdesk.storage.exchange_progress import STREAM, KnownMark
from crmdesk.sync.protocol import MARKS_SHOWN, Mark

_NEWEST: Final = 3


def thinned(marks: Sequence[KnownMark]) -> list[int]:
    """Return the numbers of the marks that may be forgotten; `marks` are the newest first.

    Kept are the newest three finished pulls, of each eightfold distance from the newest the oldest one, `MARKS_SHOWN - 1` in all, and
    the newest of those that are no finished pulls, when it is newer than these: every exchange begins by showing it, so where the centre
    lost an older one it lost this one too. Going back further than needed only fetches again what is here.
    """
    finished = [mark.n for mark in marks if mark.complete]
    newest = finished[0] if finished else 0
    kept = set(finished[:_NEWEST])
    oldest = {(newest - n).bit_length() // 3: n for n in finished[_NEWEST:]}
    kept.update(oldest[far] for far in sorted(oldest, reverse=True)[: MARKS_SHOWN - 1 - len(kept)])
    pushed = [mark.n for mark in marks if not mark.complete and mark.n > newest]
    kept.update(pushed[:1])
    return [mark.n for mark in marks if mark.n not in kept]


def shown(marks: Sequence[KnownMark]) -> tuple[Mark, ...]:
    """Return the marks a greeting shows: what was thinned anyway, the newest first."""
    dropped = set(thinned(marks))
    return tuple(Mark(STREAM, mark.n, mark.batch) for mark in marks if mark.n not in dropped)[:MARKS_SHOWN]
