"""The address engine: F1 of the elements, sites that fold in the register, addresses a second."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from benchmarks import address_elements, address_premises
from benchmarks.measure import Reach, Result
from crmdesk.models.addresses import parse_address, premises_key_of

_TARGET: Final = 0.93
_PER_SECOND: Final = 20_000
_SUFFIX: Final = re.compile("[省市区县旗镇乡街路道巷弄村号栋幢座楼层室]")


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the figures; they do not depend on the size of a store."""
    del sizes
    if not address_elements.LABELLED.exists():
        print(f"address: the labelled addresses are not at {address_elements.LABELLED}")
        return
    halves = address_elements.halves()
    for half, addresses in halves.items():
        scores = address_elements.score(addresses)
        yield Result(
            "address", f"mean F1 of 6 elements, {half}", len(addresses), 1.0, address_elements.mean(scores), "F1", Reach.RATIO_AT_LEAST, _TARGET,
            note=" ".join(f"{name} {value.f1:.3f}" for name, value in scores.items()),
        )  # fmt: skip
    texts = [text for addresses in halves.values() for text, _ in addresses]
    split = _rate(_SUFFIX.split, texts)
    yield _speed("addresses split at 省市区路号", len(texts), split, split)
    yield _speed("addresses taken apart", len(texts), split, _rate(parse_address, texts))
    yield _speed("… and premises key", len(texts), split, _rate(lambda text: premises_key_of(parse_address(text)), texts))
    folding = address_premises.fold()
    same_text = sum(one.address == other.address for one, other in folding.folded)
    yield Result(
        "address", "sites at premises of their company", folding.sites, None, float(len(folding.folded)), "sites",
        note=f"{same_text:,} with the very same text",
    )  # fmt: skip


def _speed(what: str, count: int, floor: float, ours: float) -> Result:
    note = f"{1e6 / ours:.0f} µs each; {_PER_SECOND:,}/s wanted: {'reached' if ours >= _PER_SECOND else 'not reached here'}"
    return Result("address", what, count, floor, ours, "/s", Reach.RATIO_AT_LEAST, note=note)


def _rate(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return how many a second of processor time, the best of three passes over all texts, tables loaded."""
    best = 0.0
    for _ in range(4):
        begun = time.process_time()
        for text in texts:
            work(text)
        best = max(best, len(texts) / (time.process_time() - begun))
    return best
