"""Which branches of the public register share their premises with an earlier one of their company (docs/addresses.md).

    python -m benchmarks.address_premises [--sample N] [--seed N]

prints pairs to be judged by reading: folded ones (one key, other text) and near misses (one company and town, one road or
compound, other keys).
"""

import argparse
import csv
import gzip
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from crmdesk.models.addresses import ParsedAddress, compare_premises, parse_address, premises_of
from crmdesk.models.addresses.premises import Premises
from crmdesk.models.addresses.roads import road_key

REGISTER: Final = Path(__file__).resolve().parents[2] / "shared" / "data" / "accounts" / "cn_companies_and_branches.csv.gz"
SEED: Final = 20261122


@dataclass(frozen=True, slots=True)
class Site:
    """A branch of the register and what its address means."""

    company: str
    name: str
    address: str
    parsed: ParsedAddress
    premises: Premises


@dataclass(slots=True)
class Folding:
    """What came of folding: sites, how many fold and by what, and the pairs (first site at the premises, one more)."""

    sites: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    folded: list[tuple[Site, Site]] = field(default_factory=list)
    near: list[tuple[Site, Site]] = field(default_factory=list)


def sites() -> Iterator[Site]:
    """Yield every row of the register that has an address."""
    with gzip.open(REGISTER, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["address"].strip():
                parsed = parse_address(row["address"], province=row["province"], city=row["city"])
                yield Site(row["root_name"], row["name"], row["address"], parsed, premises_of(parsed))


def fold() -> Folding:
    """Fold the sites of each company by key."""
    found = Folding()
    companies: defaultdict[str, list[Site]] = defaultdict(list)
    for site in sites():
        found.sites += 1
        found.kinds[site.premises.kind.value] += 1
        companies[site.company].append(site)
    for held in companies.values():
        first: dict[str, Site] = {}
        beside: defaultdict[tuple[str, str], list[Site]] = defaultdict(list)
        for site in held:
            key = site.premises.key
            if key is None:
                continue
            if key in first:
                found.folded.append((first[key], site))
                continue
            first[key] = site
            base = site.parsed.road or site.parsed.compound
            if base is not None:
                place = beside[(road_key(base.name), site.premises.region)]
                if place:
                    found.near.append((place[-1], site))
                place.append(site)
    return found


def sample(found: Folding, count: int, seed: int) -> list[tuple[str, Site, Site]]:
    """Return pairs to be read, half of them folded with another text, half near misses; the same for the same seed.

    Drawn by a hash of the names, so that a rule that folds one pair more does not draw all others anew.
    """

    def chance(pair: tuple[Site, Site]) -> bytes:
        return hashlib.sha256(f"{seed}|{pair[0].name}|{pair[1].name}".encode()).digest()

    folded = sorted((pair for pair in found.folded if pair[0].address != pair[1].address), key=chance)[: count // 2]
    near = sorted(found.near, key=chance)[: count - len(folded)]
    return [("folded", *pair) for pair in folded] + [("apart", *pair) for pair in near]


def main() -> None:
    """Print how many fold, and the pairs to be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    found = fold()
    same_text = sum(one.address == other.address for one, other in found.folded)
    by_kind = Counter(other.premises.kind.value for _, other in found.folded)
    print(
        f"{found.sites:,} sites {dict(found.kinds)}; {len(found.folded):,} fold {dict(by_kind)}, {same_text:,} with the very same text"
    )
    for number, (verdict, one, other) in enumerate(sample(found, options.sample, options.seed), 1):
        reason = compare_premises(one.parsed, other.parsed)
        print(
            f"{number:>3} {verdict:<6} {one.premises.kind.value:<8} {one.address} | {other.address} | {reason.same} {reason.reason.message}"
        )


if __name__ == "__main__":
    main()
