"""How alike the distinctive parts of two names are: equal, of one sound, one short for the other, of one brand."""

from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.matching.parts import NameParts, reading
from crmdesk.models.matching.reasons import Reason
from crmdesk.models.matching.word_lists import SEMI_GENERIC, Form

SAME_CORE: Final = 5.0
_REORDERED: Final = 4.0
_SOUND: Final = 3.6
_SOUND_OF_SHORT: Final = 2.9
_LATIN_READING: Final = 3.4
_SHORT: Final = 4.2
_SHORT_OF_TWO: Final = 2.9
_SHORT_LETTERS: Final = 3.4
_GENERIC: Final = 3.4
_GENERIC_ONLY: Final = 2.6
_NEAR_TRADE: Final = 3.4
_BRAND: Final = 0.5
_SHARED_WORDS: Final = 1.0
_INSERTED: Final = 0.0
_STRANGE: Final = -4.0
_OTHER_NUMBER: Final = -5.0
_SIDES: Final = "东南西北中华上下前后新老大小"
_MIN_CHARS: Final = 2
_MIN_FUZZY: Final = 6
_MIN_LONG: Final = 8
_NEAR_LONG: Final = 2.6
_SHARED_PART: Final = 0.5

_SAME_CORE: Final = QT_TRANSLATE_NOOP("matching", "The distinctive part of both names is “{part}”.")
_SAME_CHARACTERS: Final = QT_TRANSLATE_NOOP("matching", "The names have the same words in another order.")
_SAME_SOUND: Final = QT_TRANSLATE_NOOP("matching", "“{left}” and “{right}” sound the same.")
_SAME_READING: Final = QT_TRANSLATE_NOOP("matching", "“{left}” is how “{right}” is written in Latin letters.")
_SHORT_FORM: Final = QT_TRANSLATE_NOOP("matching", "“{short}” is short for “{long}”.")
_GENERAL_WORDS: Final = QT_TRANSLATE_NOOP("matching", "The names differ only in general words: “{left}”, “{right}”.")
_SPELLING: Final = QT_TRANSLATE_NOOP("matching", "The names differ only in spelling: “{left}”, “{right}”.")
_SAME_BRAND: Final = QT_TRANSLATE_NOOP("matching", "Both are called “{part}”, but do different things: “{left}”, “{right}”.")
_SOME_WORDS: Final = QT_TRANSLATE_NOOP("matching", "The names share words: {words}.")
_ADDED: Final = QT_TRANSLATE_NOOP("matching", "“{long}” has more than “{short}”.")
_OTHER_NAME: Final = QT_TRANSLATE_NOOP("matching", "The names differ: “{left}”, “{right}”.")
_NUMBERS: Final = QT_TRANSLATE_NOOP("matching", "The numbers in the names differ: “{left}”, “{right}”.")
_LATIN_BRAND: Final = 3.0
_LATIN_BRAND_ONLY: Final = 2.5
_FEW_WORDS: Final = -1.0
_LETTERS_PER_SLIP: Final = 10
_MIN_LETTERS: Final = 3

ALIKE: Final = 2.8
"""A core that weighs at least this is that of one company."""


def compare_cores(left: NameParts, right: NameParts) -> Reason:
    """Return what the distinctive parts of two names say."""
    if left.core == right.core:
        return Reason(_SAME_CORE, {"part": _shown(left)}, SAME_CORE)
    for test in _LATIN_TESTS if left.is_latin or right.is_latin else _CHINESE_TESTS:
        found = test(left, right)
        if found is not None:
            return found
    return _strangers(left, right)


def _other_numbers(left: NameParts, right: NameParts) -> Reason | None:
    """第一建筑 and 第二建筑 are two, however alike their names."""
    if left.numbers == right.numbers:
        return None
    return Reason(_NUMBERS, {"left": left.core, "right": right.core}, _OTHER_NUMBER)


def _same_characters(left: NameParts, right: NameParts) -> Reason | None:
    if len(left.core) == len(right.core) > _MIN_CHARS + 1 and sorted(left.core) == sorted(right.core):
        return Reason(_SAME_CHARACTERS, {}, _REORDERED)
    return None


def _same_sound(left: NameParts, right: NameParts) -> Reason | None:
    if left.reading == right.reading and len(left.core) > _MIN_CHARS:
        weight = _SOUND if len(left.brand) > _MIN_CHARS or len(left.core) > _MIN_FUZZY else _SOUND_OF_SHORT
        return Reason(_SAME_SOUND, {"left": left.core, "right": right.core}, weight)
    if len(left.key) == len(right.key) and len(left.key) > _MIN_FUZZY and reading(left.key) == reading(right.key):
        return Reason(_SAME_SOUND, {"left": left.key, "right": right.key}, _SOUND)  # 漳洲 for 漳州
    return None


def _short_of(left: NameParts, right: NameParts) -> Reason | None:
    """Say whether one name is what people call the other: 博拓生物 and 杭州博拓生物科技股份有限公司."""
    short, long = (left, right) if len(left.core) < len(right.core) else (right, left)
    if short.form is not Form.NONE or short.is_bare or len(short.core) < _MIN_CHARS:
        return None
    shown = {"short": short.core, "long": long.core}
    if long.form is Form.NONE:  # 机械厂 and 机械厂配件分厂
        return Reason(_ADDED, shown, _INSERTED) if long.core.startswith(short.core) else None
    if long.core.startswith(short.core) or (short.brand == long.brand and _is_part(short.trade, long.trade)):
        return Reason(_SHORT_FORM, shown, _SHORT if len(short.core) > _MIN_CHARS else _SHORT_OF_TWO)
    if len(short.core) > _MIN_CHARS + 1 and short.core[:_MIN_CHARS] == long.core[:_MIN_CHARS] and _is_part(short.core, long.core):
        return Reason(_SHORT_FORM, shown, _SHORT_LETTERS)
    return None


def _only_general_words(left: NameParts, right: NameParts) -> Reason | None:
    if left.plain == right.plain and len(left.brand) >= _MIN_CHARS:
        return Reason(_GENERAL_WORDS, {"left": left.core, "right": right.core}, _GENERIC)
    return None


def _is_part(short: str, long: str) -> bool:
    """Say whether the characters of one text stand in the other in their order: 石化 in 石油化工."""
    remaining = iter(long)
    return all(char in remaining for char in short)


def _same_brand(left: NameParts, right: NameParts) -> Reason | None:
    if left.brand != right.brand:
        return None
    params = {"part": left.brand, "left": left.trade, "right": right.trade}
    if len(left.brand) < _MIN_CHARS:
        return Reason(_OTHER_NAME, {"left": left.core, "right": right.core}, _STRANGE)
    one, other = (SEMI_GENERIC.sub("", parts.plain[len(parts.brand) :]) for parts in (left, right))
    if sorted(one) == sorted(other) and (_is_part(left.trade, right.trade) or _is_part(right.trade, left.trade)):
        return Reason(_GENERAL_WORDS, {"left": left.core, "right": right.core}, _GENERIC if one else _GENERIC_ONLY)
    if min(len(left.core), len(right.core)) >= _MIN_FUZZY and _is_slip(left.core, right.core):
        return Reason(_SPELLING, {"left": left.core, "right": right.core}, _NEAR_TRADE)
    weight = _BRAND if one in other or other in one else -_BRAND
    return Reason(_SAME_BRAND, params, weight)


def _is_slip(left: str, right: str) -> bool:
    """Say whether two texts differ in one character that is not the side of a region (东北, 华北)."""
    if _distance(left, right, 1) > 1:
        return False
    if len(left) != len(right):
        added = [char for char in set(left + right) if left.count(char) != right.count(char)]
        return not any(char in _SIDES for char in added)
    return not any(one != other and (one in _SIDES or other in _SIDES) for one, other in zip(left, right, strict=True))


def _strangers(left: NameParts, right: NameParts) -> Reason:
    short, long = (left.core, right.core) if len(left.core) < len(right.core) else (right.core, left.core)
    if len(short) >= _MIN_LONG and len(long) == len(short) + 1 and _is_slip(short, long):
        return Reason(_SPELLING, {"left": _shown(left), "right": _shown(right)}, _NEAR_LONG)
    if len(short) > _MIN_CHARS + 1 and short in long:
        return Reason(_ADDED, {"long": long, "short": short}, _INSERTED)
    return Reason(_OTHER_NAME, {"left": _shown(left), "right": _shown(right)}, _STRANGE)


def _two_scripts(left: NameParts, right: NameParts) -> Reason | None:
    """Compare a Latin name with a Chinese one by how that is read: Beijing Xiaomi, 北京小米."""
    if left.is_latin == right.is_latin:
        return None
    latin, chinese = (left, right) if left.is_latin else (right, left)
    shown = {"left": " ".join(latin.words), "right": chinese.core}
    if chinese.reading in {latin.reading, latin.core}:
        return Reason(_SAME_READING, shown, _LATIN_READING)
    if reading(chinese.plain) == latin.plain and len(latin.plain) > _MIN_LETTERS:
        return Reason(_SAME_READING, shown, _LATIN_BRAND)
    brand = reading(chinese.brand)
    if latin.plain == brand and len(brand) > _MIN_LETTERS:
        trade = latin.reading.removeprefix(brand)
        is_known = not trade or chinese.reading.removeprefix(brand).startswith(trade) or not chinese.trade
        return Reason(_SAME_READING, shown, _LATIN_BRAND if is_known else _LATIN_BRAND_ONLY)
    return Reason(_OTHER_NAME, {"left": latin.core, "right": chinese.core}, _STRANGE)


def _other_digits(left: NameParts, right: NameParts) -> Reason | None:
    if [char for char in left.core if char.isdigit()] == [char for char in right.core if char.isdigit()]:
        return None
    return Reason(_NUMBERS, {"left": _shown(left), "right": _shown(right)}, _OTHER_NUMBER)


def _same_words(left: NameParts, right: NameParts) -> Reason | None:
    if left.plain == right.plain:
        return Reason(_GENERAL_WORDS, {"left": _shown(left), "right": _shown(right)}, _GENERIC)
    return Reason(_SAME_CHARACTERS, {}, _REORDERED) if sorted(left.words) == sorted(right.words) else None


def _latin_slip(left: NameParts, right: NameParts) -> Reason | None:
    """Say whether words differ in a letter or two; what both names share does not excuse another word in a long name."""
    if max(len(left.core), len(right.core)) < _MIN_FUZZY:
        return None
    shared = set(left.words) & set(right.words)
    one, other = ("".join(word for word in parts.words if word not in shared) for parts in (left, right))
    most = max(1, max(len(one), len(other)) // _LETTERS_PER_SLIP)
    if _distance(one, other, most) <= most or left.core == right.core:
        return Reason(_SPELLING, {"left": _shown(left), "right": _shown(right)}, _NEAR_TRADE)
    return None


def _shared_words(left: NameParts, right: NameParts) -> Reason | None:
    shared = sorted({word for word in left.words if len(word) > _MIN_CHARS} & set(right.words))
    if not shared:
        return None
    if len(shared) >= _SHARED_PART * min(len(set(left.words)), len(set(right.words))):
        return Reason(_SOME_WORDS, {"words": ", ".join(shared)}, _SHARED_WORDS)
    return Reason(_OTHER_NAME, {"left": _shown(left), "right": _shown(right)}, _FEW_WORDS)


def _shown(parts: NameParts) -> str:
    """Return a distinctive part as people read it: Latin names word by word."""
    return " ".join(parts.words) if parts.is_latin and parts.words else parts.core


def _distance(left: str, right: str, most: int) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(left, right, score_cutoff=most)


_CHINESE_TESTS: Final = (_other_numbers, _same_characters, _same_sound, _short_of, _only_general_words, _same_brand)
_LATIN_TESTS: Final = (_two_scripts, _other_digits, _same_words, _latin_slip, _shared_words)
"""In this order; the first that has something to say decides."""
