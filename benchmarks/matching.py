"""How well and how fast records are compared, on labelled data (`docs/duplicates.md` says what the files hold)."""

import csv
import gzip
import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.measure import ROOT, Reach, Result
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import LARGEST_BLOCK, Candidate, Prepared, compare_prepared, keys_of, prepared

DATA: Final = ROOT.parent / "shared" / "data"
_REGISTER_ROWS: Final = 20_000
_LEAST_F1: Final = 0.95
_MOST_LOOKALIKES: Final = 3.0
_LEAST_PAIRS: Final = 20_000
Pair = tuple[int, int]


class Labelled(NamedTuple):
    """Two records, and whether people or the register say they are one."""

    left: Candidate
    right: Candidate
    is_same: bool
    is_lookalike: bool

    @property
    def is_held_out(self) -> bool:
        """Whether the pair is of the half that weights were not chosen on."""
        names = f"{self.left.name}|{self.right.name}"
        return hashlib.md5(names.encode(), usedforsecurity=False).digest()[0] % 2 == 1


class Quality(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}"


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Measure quality on every labelled file that is there, then speed. `sizes` do not matter."""
    del sizes
    if not DATA.is_dir():
        return
    yield from _chinese_names()
    yield from _short_names()
    yield from _chicago()
    yield from _register()


def _rows(*path: str) -> list[dict[str, str]]:
    file = DATA.joinpath(*path)
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else Path(file).open(encoding="utf-8-sig") as lines:
        return list(csv.DictReader(lines))


def labelled_pairs() -> list[Labelled]:
    """Return `cn_company_pairs.csv` and `cn_registry_lookalikes.csv` together, with all that they know."""
    found = [
        Labelled(Candidate(row["name_a"]), Candidate(row["name_b"]), row["same"] == "1", is_lookalike=False)
        for row in _rows("duplicates", "cn_company_pairs.csv")
    ]
    for row in _rows("duplicates", "cn_registry_lookalikes.csv"):
        left, right = (
            Candidate(row[f"name_{side}"], credit_code=row[f"uscc_{side}"], address=row[f"address_{side}"]) for side in "ab"
        )
        found.append(Labelled(left, right, row["same_uscc"] == "1", is_lookalike=True))
    return found


def _without_codes(pair: Labelled) -> Labelled:
    return pair._replace(left=replace(pair.left, credit_code=""), right=replace(pair.right, credit_code=""))


def _only_names(pair: Labelled) -> Labelled:
    return pair._replace(left=Candidate(pair.left.name), right=Candidate(pair.right.name))


def quality(pairs: Iterable[Labelled]) -> tuple[Quality, float]:
    """Return precision and recall, and how many per cent of the look-alikes that are two are called one."""
    right = wrong = missed = lookalikes = called = 0
    for pair in pairs:
        found = compare_prepared(prepared(pair.left), prepared(pair.right)).same
        right += found and pair.is_same
        wrong += found and not pair.is_same
        missed += pair.is_same and not found
        if pair.is_lookalike and not pair.is_same:
            lookalikes += 1
            called += found
    return _quality(right, wrong, missed), 100 * called / lookalikes if lookalikes else 0.0


def _quality(right: int, wrong: int, missed: int) -> Quality:
    return Quality(right / (right + wrong) if right + wrong else 0.0, right / (right + missed) if right + missed else 0.0)


def _chinese_names() -> Iterator[Result]:
    pairs = labelled_pairs()
    kinds: dict[str, Callable[[Labelled], Labelled]] = {
        "names, codes, addresses": lambda pair: pair,
        "names, addresses": _without_codes,
        "names only": _only_names,
    }
    for known, seen in kinds.items():
        is_target = known == "names, codes, addresses"
        for half, chosen in (
            ("all", pairs),
            ("fitted", [pair for pair in pairs if not pair.is_held_out]),
            ("held out", [pair for pair in pairs if pair.is_held_out]),
        ):
            found, called = quality(seen(pair) for pair in chosen)
            targets = (_LEAST_F1, _MOST_LOOKALIKES) if is_target and half == "all" else (None, None)
            yield _share(f"F1 of pairs, {known}; {half}", found.f1, targets[0], f"{found}; {len(chosen)} pairs")
            yield Result(
                "matching", f"look-alikes called one, {known}; {half}", 0, None, called, "%", Reach.AT_MOST, targets[1]
            )  # fmt: skip
    found, _called = quality(pair for pair in pairs if not pair.is_lookalike)
    yield _share("F1 of cn_company_pairs alone", found.f1, None, str(found))


def _share(what: str, value: float, target: float | None = None, note: str = "") -> Result:
    return Result("matching", what, 0, None, value, "", Reach.RATIO_AT_LEAST, target, note)


def _short_names() -> Iterator[Result]:
    """Short names of listed companies against their own legal names, and against all others that share a key."""
    rows = _rows("names", "cn_listed_short_to_full_name.csv")
    shorts = [prepared(Candidate(row["证券简称"].strip())) for row in rows]
    legals = [prepared(Candidate(row["公司中文名称"].strip())) for row in rows]
    right = sum(compare_prepared(short, legal).same for short, legal in zip(shorts, legals, strict=True))
    blocks = _blocks(legals)
    wrong = 0
    for place, short in enumerate(shorts):
        for other in {other for key in keys_of(short) for other in blocks.get(key, ())}:
            is_other = legals[other].name.key != legals[place].name.key
            wrong += is_other and compare_prepared(short, legals[other]).same
    found = _quality(right, wrong, len(rows) - right)
    yield _share("F1 of short names of listed companies", found.f1, None, f"{found}; {len(rows)} names")


def _blocks(records: Sequence[Prepared]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for key in keys_of(record):
            blocks[key].append(place)
    return blocks


def _blocked_pairs(records: Sequence[Prepared]) -> set[Pair]:
    pairs: set[Pair] = set()
    for block in _blocks(records).values():
        if len(block) <= LARGEST_BLOCK:
            pairs.update(combinations(block, 2))
    return pairs


# -- sites of Chicago


def chicago() -> tuple[list[Prepared], list[str]]:
    """Return the sites with name, street and phone, and the true id of each."""
    rows = _rows("duplicates", "chicago_sites_true_ids.csv")
    sites = [
        Candidate(
            " ".join(row["Site name"].split()), RecordKind.SITE, phones=(row["Phone"],), street=row["Address"], country="US"
        )
        for row in rows
    ]
    return [prepared(site) for site in sites], [row["True Id"] for row in rows]


def _chicago() -> Iterator[Result]:
    sites, true_ids = chicago()
    pairs = _blocked_pairs(sites)
    found = {pair for pair in pairs if compare_prepared(sites[pair[0]], sites[pair[1]]).same}
    clusters = _same_cluster(found, len(sites))
    for half in ("all", "held out"):

        def is_in(place: int, half: str = half) -> bool:
            digest = hashlib.md5(true_ids[place].encode(), usedforsecurity=False).digest()
            return half == "all" or digest[0] % 2 == 1

        truth = {pair for pair in _pairs_of_one(true_ids) if is_in(pair[0])}
        seen = {pair for pair in clusters if is_in(pair[0]) and is_in(pair[1])}
        right = len(seen & truth)
        result = _quality(right, len(seen) - right, len(truth) - right)
        yield _share(f"pairwise F1 of clusters, Chicago; {half}", result.f1, None, str(result))
    share = len(_pairs_of_one(true_ids) & pairs) / len(_pairs_of_one(true_ids))
    yield _share("true pairs that share a key, Chicago", share, None, f"{len(pairs)} pairs compared")


def _pairs_of_one(ids: Sequence[str]) -> set[Pair]:
    groups: dict[str, list[int]] = defaultdict(list)
    for place, true_id in enumerate(ids):
        groups[true_id].append(place)
    return {pair for group in groups.values() for pair in combinations(group, 2)}


def _same_cluster(pairs: Iterable[Pair], count: int) -> set[Pair]:
    """Return every pair that is one by way of others."""
    parents = list(range(count))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for left, right in pairs:
        parents[root(left)] = root(right)
    return _pairs_of_one([str(root(place)) for place in range(count)])


# -- the register: every row has a code of its own


def _register() -> Iterator[Result]:
    rows = _rows("accounts", "cn_companies_and_branches.csv.gz")
    entries = [Candidate(row["name"], province=row["province"], city=row["city"], address=row["address"]) for row in rows]
    begun = time.process_time()
    some = [prepared(entry) for entry in entries[:_REGISTER_ROWS]]
    spent = time.process_time() - begun
    yield Result("matching", "prepare a record", 0, None, 1e6 * spent / len(some), "µs", Reach.AT_MOST, None)
    records = [*some, *(prepared(entry) for entry in entries[_REGISTER_ROWS:])]
    pairs = sorted(_blocked_pairs(records))
    begun = time.process_time()
    called = sum(compare_prepared(records[left], records[right]).same for left, right in pairs)
    rate = len(pairs) / (time.process_time() - begun)
    yield Result("matching", "compare prepared records", 0, None, rate, "pairs/s", Reach.RATIO_AT_LEAST, _LEAST_PAIRS)
    note = f"of {len(pairs)} that share a key, {len(rows)} entries, codes not given"
    yield Result("matching", "entries of the register called one", 0, None, float(called), "pairs", Reach.AT_MOST, None, note)
