"""What people type into the search box, drawn from the names in a store: 1 to 6 characters, in every way a name can be typed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crmdesk.models.pinyin import readings
from crmdesk.models.search_text import digits_of, search_key

MISSES: Final = ("龘龘", "xqzxqz", "wvwvwv", "999000999", "zzzzzz", "鑫爨", "q9x", "家q9", "vvv", "䶮䶮䶮")
"""Queries nobody's name answers: every step is asked in vain."""
COMMON: Final = (
    *(
        "公",
        "司",
        "有",
        "中",
        "上海",
        "分公司",
        "有限公司",
        "有限责任",
        "g",
        "s",
        "z",
        "y",
        "gs",
        "yx",
        "yxgs",
        "fgs",
        "zg",
        "sh",
        "zh",
    ),
    *(
        "gongsi",
        "youxia",
        "zhong",
        "shang",
        "shangh",
        "xian",
        "xi",
        "1",
        "01",
        "138",
        "021",
        "a",
        "ab",
        "店",
        "王",
        "wang",
        "w",
        "路",
        "号",
    ),
)
"""Queries that hundreds of thousands of records answer."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One query and the way in which it was made."""

    text: str
    way: str


def _run(rng: random.Random, key: str, most: int = 6) -> tuple[int, int]:
    start = 0 if rng.random() < 0.6 else rng.randrange(len(key))
    return start, min(len(key), start + rng.randint(1, most))


def _typed(rng: random.Random, way: str, name: str) -> str:
    key = search_key(name)
    start, end = _run(rng, key)
    reading = readings(key)
    if way == "characters":
        return key[start:end]
    if way == "initials":
        return "".join(syllable[0] for syllable in reading[start:end])
    if way == "pinyin":
        return "".join(reading[start:])[: rng.randint(1, 6)]
    mixed = [rng.choice((char, syllable, syllable[0])) for char, syllable in zip(key, reading, strict=True)][start:end]
    return "".join(mixed)[:6]


def query_mix(
    names: Sequence[str], phones: Sequence[str], codes: Sequence[str], addresses: Sequence[str], *, seed: int = 7
) -> list[Typed]:
    """Return about 1,000 queries of 1–6 characters: from names in four ways, digits, codes, addresses, common ones and misses."""
    rng = random.Random(seed)
    names = [name for name in names if search_key(name)]
    queries = [
        Typed(_typed(rng, way, rng.choice(names)), way)
        for way in ("characters", "initials", "pinyin", "mixed")
        for _ in range(180)
    ]
    for phone in rng.sample(list(phones), min(60, len(phones))):
        digits = digits_of(phone)
        start = rng.randrange(max(1, len(digits) - 3))
        queries.append(Typed(digits[start : start + rng.randint(3, 6)], "digits"))
    queries += [Typed(code[: rng.randint(1, 6)], "code") for code in rng.sample(list(codes), min(60, len(codes)))]
    for address in rng.sample(list(addresses), min(60, len(addresses))):
        key = search_key(address)
        start = rng.randrange(max(1, len(key) - 3))
        queries.append(Typed(key[start : start + rng.randint(2, 6)], "address"))
    queries += [Typed(text, "common") for text in COMMON]
    queries += [Typed(text, "miss") for text in MISSES]
    rng.shuffle(queries)
    return [query for query in queries if query.text]
