"""How well addresses are taken apart: F1 of exact spans on `address/labelled_elements_train.txt` (docs/addresses.md).

    python -m benchmarks.address_elements [--errors ELEMENT] [--half developed|held-out]

Even addresses are the half the rules were developed on, odd ones are held out: nobody looked at them.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crmdesk.models.addresses import parse_address

LABELLED: Final = Path(__file__).resolve().parents[2] / "shared" / "data" / "address" / "labelled_elements_train.txt"

ELEMENTS: Final = {"prov": "province", "city": "city", "district": "district", "town": "town", "road": "road", "roadno": "number"}
"""Tag of the file → our part. `subroad`, `subroadno`, `redundant` and all others are no elements here."""

Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """Hits, false and missed spans of one element."""

    hits: int
    false: int
    missed: int

    @property
    def f1(self) -> float:
        """2PR / (P + R)."""
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / max(1, self.hits + self.missed)


def labelled(path: Path = LABELLED) -> Iterator[tuple[str, set[Span]]]:
    """Yield (address, spans of the six elements); the file has one token and its tag a line, a blank line between addresses."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        text, spans = "", []
        for line in block.split("\n"):
            token, tag = line.rsplit(" ", 1)
            kind = tag.partition("-")[2].lower()
            if tag.startswith("I") and spans and spans[-1][0] == kind:
                spans[-1] = (kind, spans[-1][1], len(text) + len(token))
            else:
                spans.append((kind, len(text), len(text) + len(token)))
            text += token
        yield text, {(ELEMENTS[kind], start, end) for kind, start, end in spans if kind in ELEMENTS}


def found(text: str) -> set[Span]:
    """Return the spans we find; what is inferred is not written and does not count."""
    parts = parse_address(text).parts
    return {(name, part.start, part.end) for name, part in parts.items() if part.start >= 0 and name in ELEMENTS.values()}


def score(addresses: Iterable[tuple[str, set[Span]]]) -> dict[str, Score]:
    """Return the score of each element."""
    hits: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for text, truth in addresses:
        ours = found(text)
        hits.update(span[0] for span in ours & truth)
        false.update(span[0] for span in ours - truth)
        missed.update(span[0] for span in truth - ours)
    return {name: Score(hits[name], false[name], missed[name]) for name in ELEMENTS.values()}


def halves() -> dict[str, list[tuple[str, set[Span]]]]:
    """Return the half the rules were developed on and the half held out."""
    everything = list(labelled())
    return {"developed": everything[::2], "held out": everything[1::2]}


def mean(scores: dict[str, Score]) -> float:
    """Return the mean F1 of the elements."""
    return sum(score.f1 for score in scores.values()) / len(scores)


def main() -> None:
    """Print the scores, and the errors of one element in the half that may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", metavar="ELEMENT", choices=sorted(ELEMENTS.values()))
    options = parser.parse_args()
    for half, addresses in halves().items():
        scores = score(addresses)
        print(f"{half}: {len(addresses):,} addresses, mean F1 {mean(scores):.4f}")
        for name, value in scores.items():
            print(f"  {name:<10} P {value.precision:.3f}  R {value.recall:.3f}  F1 {value.f1:.3f}")
    if options.errors:
        for text, truth in halves()["developed"]:
            ours, wanted = ({text[a:b] for name, a, b in spans if name == options.errors} for spans in (found(text), truth))
            if ours != wanted:
                print(f"{text}\n    labelled {wanted or '–'}, found {ours or '–'}")


if __name__ == "__main__":
    main()
