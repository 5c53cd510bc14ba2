"""Keys by which records meet: two records are compared only when they share one, so a store is searched without n²."""

from typing import Final

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching.candidate import Candidate, Prepared, prepared
from crmdesk.models.matching.parts import NameParts, reading

LARGEST_BLOCK: Final = 300
"""Records that share a key; a larger block says nothing (a mall's address, a brand's name) and should be skipped: records that
are one share a rarer key as well."""
_MIN_WORD: Final = 4
_MIN_REORDERED: Final = 3
_MAX_LINE: Final = 40


def blocking_keys(candidate: Candidate) -> tuple[str, ...]:
    """Return the keys of a record, at most about ten; none for a record of which nothing is known."""
    return keys_of(prepared(candidate))


def keys_of(record: Prepared) -> tuple[str, ...]:
    """Return the keys of a prepared record.

    `c:` credit code, `b:` body in it, `p:` phone, `a:` premises, `n:` the distinctive part as it is read with its place or branch,
    `w:` words of a Latin name.
    """
    keys: dict[str, None] = {}
    if record.code:
        keys["c:" + record.code] = None
        if record.body:
            keys["b:" + record.body] = None
    for phone in sorted(record.phones):
        keys["p:" + phone[-10:]] = None
    for name in (record.name, *record.other_names):
        for key in _name_keys(name):
            keys[key] = None
    where = record.where
    if record.candidate.premises_key:
        keys["a:" + record.candidate.premises_key] = None
    if where.number and where.street:
        keys[f"a:{where.street}|{where.number}"] = None
    elif where.line and record.candidate.kind is RecordKind.SITE:
        keys["a:" + where.line[:_MAX_LINE]] = None
    return tuple(keys)


def _name_keys(name: NameParts) -> list[str]:
    if not name.core:
        return []
    if name.branch is not None:
        return [f"n:{reading(name.brand)}|{name.branch.rest or name.branch.text}"]
    if name.is_latin:
        keys = ["n:" + name.reading, "n:" + name.plain]
        longest = sorted((word for word in name.words if len(word) >= _MIN_WORD), key=len, reverse=True)[:2]
        return [*keys, *("w:" + word for word in longest)]
    keys = ["n:" + name.reading]
    brand = reading(name.brand)
    if not name.is_bare:
        keys.append("n:" + brand)
        keys += [f"n:{brand}|{place.short}" for place in name.places[-1:]]
    if len(name.core) > _MIN_REORDERED:
        keys.append("o:" + "".join(sorted(name.core)))
    return keys
