"""The whole store searched for duplicates: records meet by blocking keys, never each with each (`docs/duplicates.md`).

Three passes: every record is read and its keys are noted as numbers (16 bytes a key, nothing else is kept); keys that few
records share give the pairs; these are compared block by block, so that a record is read again only where it has company.
"""

import hashlib
import time
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import DEFAULT_THRESHOLD, LARGEST_BLOCK, Prepared, keys_of, prepared
from crmdesk.services.duplicate_groups import Pair
from crmdesk.services.duplicate_rules import Ready, are_in_line, likeness_of, ready
from crmdesk.storage.duplicate_rows import ComparedRow, count_of, living_after, living_in
from crmdesk.storage.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEARCHED: Final = (RecordKind.COMPANY, RecordKind.SITE)
"""Kinds that are searched; a company and a site are never one."""
_ROWS: Final = 1_000
_PAIRS: Final = 2_000
_KEPT: Final = 20_000
"""Prepared records kept while pairs are compared, some 60 MB."""
_PAIRS_PER_RECORD: Final = 30
_LEAST_PAIRS: Final = 2_000_000
_KEYS_SHARE: Final = 0.6
"""Of the time, for reading and keys; the rest is comparing."""

Progress = Callable[[float], None]
"""Told the share done, 0 … 1; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was found among the records of one kind.

    Attributes:
        pairs: alike from the threshold on, sorted by row numbers.
        in_line: alike too, but one lies above the other, so they are two.
        records: looked at. compared: pairs compared.
        skipped: records of which a key was shared by too many to be compared by it; `skipped_keys` says how many such keys.
    """

    kind: RecordKind
    pairs: tuple[Pair, ...]
    in_line: frozenset[tuple[int, int]]
    records: int
    compared: int
    skipped: int
    skipped_keys: int
    seconds: float


def search_store(
    store: Store,
    kind: RecordKind,
    progress: Progress,
    threshold: float = DEFAULT_THRESHOLD,
    only: frozenset[int] | None = None,
) -> Search:
    """Search the living records of one kind. What is found does not depend on the order of rows.

    Memory is some 100 bytes a record. Reads a thousand rows at a time, so it neither holds a state of the store nor waits
    for a writer. Much Python: run it in a process of its own beside a window (`app.duplicate_worker`).

    Args:
        store: the open store.
        kind: company or site.
        progress: told the share done.
        threshold: pairs below it are left out.
        only: row numbers to search among; None for all.

    Raises:
        Whatever `progress` raises.
    """
    begun = time.monotonic()
    keys, numbers, records = _collect(store, kind, progress, only)
    blocks = _pairs_of(keys, numbers, max(_LEAST_PAIRS, _PAIRS_PER_RECORD * records))
    found, in_line = _compared(store, kind, blocks, progress, threshold)
    progress(1.0)
    return Search(
        kind,
        tuple(sorted(found, key=_place)),
        in_line,
        records,
        len(blocks.lefts),
        blocks.skipped,
        blocks.skipped_keys,
        time.monotonic() - begun,
    )


def search_between(store: Store, kind: RecordKind, progress: Progress, ours: frozenset[int]) -> tuple[Pair, ...]:
    """Search for pairs of one of `ours` with one of all others, by row numbers; pairs among ours or among the others are no matter.

    Every living record is read once, like in `search_store`, but only those that share a key with one of ours are compared.

    Raises:
        Whatever `progress` raises.
    """
    import numpy as np

    keys, numbers, records = _collect(store, kind, progress, None)
    if not ours or not keys:
        return ()
    mine = np.fromiter(ours, np.int64, len(ours))
    key, row = np.frombuffer(keys, np.uint64), np.frombuffer(numbers, np.int64)
    shared = np.isin(key, np.unique(key[np.isin(row, mine)]))
    few_keys, few_rows = array("Q", key[shared].tobytes()), array("q", row[shared].tobytes())
    blocks = _pairs_of(few_keys, few_rows, max(_LEAST_PAIRS, _PAIRS_PER_RECORD * records))
    across = np.isin(blocks.lefts, mine) != np.isin(blocks.rights, mine)
    asked = _Blocks(blocks.lefts[across], blocks.rights[across], blocks.skipped, blocks.skipped_keys)
    found, _in_line = _compared(store, kind, asked, progress, DEFAULT_THRESHOLD)
    return tuple(sorted(found, key=_place))


def _place(pair: Pair) -> tuple[int, int]:
    return pair.left, pair.right


def _collect(
    store: Store, kind: RecordKind, progress: Progress, only: frozenset[int] | None
) -> tuple["array[int]", "array[int]", int]:
    """Return the keys of all records as numbers, beside each the row number."""
    keys, numbers = array("Q"), array("q")
    records = 0
    with store.read() as connection:
        total = len(only) if only is not None else count_of(connection, kind)
    for rows in _batches(store, kind, only):
        progress(_KEYS_SHARE * min(records / max(total, 1), 1.0))
        for row in rows:
            found = _keys(row, prepared(row.candidate))
            keys.extend(found)
            numbers.extend([row.n] * len(found))
        records += len(rows)
    return keys, numbers, records


def _batches(store: Store, kind: RecordKind, only: frozenset[int] | None) -> Iterator[list[ComparedRow]]:
    if only is not None:
        wanted = sorted(only)
        for start in range(0, len(wanted), _ROWS):
            with store.read() as connection:
                rows = living_in(connection, kind, wanted[start : start + _ROWS])
            yield rows
        return
    last = -1
    while True:
        with store.read() as connection:
            rows = living_after(connection, kind, last, _ROWS)
        if not rows:
            return
        yield rows
        last = rows[-1].n


def _keys(row: ComparedRow, record: Prepared) -> list[int]:
    """Return a record's keys as 64-bit numbers; two keys of one number would only compare a few more pairs."""
    keys = [*keys_of(record), f"s:{row.own_place}"] if row.own_place else keys_of(record)
    return [int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little") for key in keys]


@dataclass(frozen=True, slots=True)
class _Blocks:
    lefts: "NDArray[np.int64]"
    rights: "NDArray[np.int64]"
    skipped: int
    skipped_keys: int


def _pairs_of(keys: "array[int]", numbers: "array[int]", most: int) -> _Blocks:
    """Return every pair of records that share a key, once, in the order of blocks; `most` pairs, small blocks first."""
    import numpy as np

    nothing = np.empty(0, np.int64)
    if not keys:
        return _Blocks(nothing, nothing, 0, 0)
    key, row = np.frombuffer(keys, np.uint64), np.frombuffer(numbers, np.int64)
    order = np.lexsort((row, key))
    key, row = key[order], row[order]
    starts = np.concatenate(([0], np.flatnonzero(key[1:] != key[:-1]) + 1))
    sizes = np.diff(np.concatenate((starts, [len(key)])))
    largest = _largest_block(sizes, most)
    lefts, rights, blocks = [nothing], [nothing], [nothing]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= largest)]).tolist():
        begins = starts[sizes == size]
        one, other = np.triu_indices(size, 1)
        lefts.append(row[begins[:, None] + one].ravel())
        rights.append(row[begins[:, None] + other].ravel())
        blocks.append(np.repeat(begins, len(one)))
    left, right, block = np.concatenate(lefts), np.concatenate(rights), np.concatenate(blocks)
    by_block = np.argsort(block, kind="stable")
    left, right = left[by_block], right[by_block]
    _, first = np.unique(left << 32 | right, return_index=True)
    first.sort()
    large = sizes > largest
    inside = np.repeat(large, sizes)
    return _Blocks(left[first], right[first], len(np.unique(row[inside])), int(large.sum()))


def _largest_block(sizes: "NDArray[np.int64]", most: int) -> int:
    """Return the size up to which all blocks together give at most `most` pairs."""
    import numpy as np

    counts = np.bincount(np.minimum(sizes, LARGEST_BLOCK + 1), minlength=LARGEST_BLOCK + 2)[: LARGEST_BLOCK + 1]
    each = np.arange(LARGEST_BLOCK + 1, dtype=np.int64)
    pairs = np.cumsum(counts * each * (each - 1) // 2)
    return int(np.searchsorted(pairs, most, side="right")) - 1


def _compared(
    store: Store, kind: RecordKind, blocks: _Blocks, progress: Progress, threshold: float
) -> tuple[list[Pair], frozenset[tuple[int, int]]]:
    """Compare the pairs and return what is alike, and what is but stands above one another; a record deleted meanwhile is passed over."""
    lefts, rights = blocks.lefts, blocks.rights
    found: list[Pair] = []
    in_line: set[tuple[int, int]] = set()
    kept: OrderedDict[int, Ready] = OrderedDict()
    for start in range(0, len(lefts), _PAIRS):
        progress(_KEYS_SHARE + (1 - _KEYS_SHARE) * start / len(lefts))
        left, right = lefts[start : start + _PAIRS].tolist(), rights[start : start + _PAIRS].tolist()
        wanted = {*left, *right}
        with store.read() as connection:
            rows = living_in(connection, kind, [n for n in wanted if n not in kept])
            for row in rows:
                kept[row.n] = ready(row)
            for one, other in zip(left, right, strict=True):
                mine, others = kept.get(one), kept.get(other)
                if mine is None or others is None:
                    continue
                likeness = likeness_of(mine, others, threshold)
                if likeness is None:
                    continue
                if are_in_line(connection, mine.row, others.row):
                    in_line.add((one, other))
                else:
                    found.append(Pair(one, other, likeness.score))
        for n in wanted:
            if n in kept:
                kept.move_to_end(n)
        while len(kept) > _KEPT:
            kept.popitem(last=False)
    return found, frozenset(in_line)
