"""What a name is taken apart into."""

from dataclasses import dataclass

from crmdesk.models.matching.name_places import Place
from crmdesk.models.matching.word_lists import NUMBER, Form


@dataclass(frozen=True, slots=True)
class Branch:
    """What a branch's or store's name adds to its company's.

    Attributes:
        text: all of it, places without their kind. rest: without places. is_local: the rest says where it is, not
            only what it does (农业路, but not 供电 or 第一).
        kind: 支行, 分公司, 店 …; empty when not said.
    """

    text: str
    rest: str
    kind: str
    is_local: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; every text folded, numerals Arabic.

    Attributes:
        key: the whole name as `match_key` has it.
        core: the company's name without places, legal form and 集团; never empty unless the name is.
        brand, trade: the core before its first word of trade, and from there on.
        plain: the core without words that come and go (投资, 实业 …).
        reading: how the core is read, without spaces; of a Latin name the core itself.
        words: of a Latin name its distinctive words, in order.
        law: of a Latin legal form the law it belongs to (`en`, `de`, `other`); else empty.
        is_group: 集团 or “Group” is part of it.
        is_bare: nothing but trade tells it from others (上海银行): its place belongs to the name.
        branch: what the tail of a branch's name says; None for a company itself.
        numbers: of a Chinese name those in the core.
    """

    key: str
    core: str
    brand: str
    trade: str
    plain: str
    reading: str
    words: tuple[str, ...]
    places: tuple[Place, ...]
    form: Form
    law: str
    is_group: bool
    is_bare: bool
    is_latin: bool
    branch: Branch | None
    numbers: tuple[str, ...] = ()


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of a canonical text: two names alike but for them are different (第1建筑, 第2建筑)."""
    return tuple(NUMBER.findall(text))


def reading(text: str) -> str:
    """Return how a text is read, without tones and spaces; what is not Chinese stays."""
    from crmdesk.models.pinyin import readings

    return "".join(readings(text))
