"""How alike two names are: their distinctive parts first, then places, legal forms and branches."""

from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.matching.name_parts import Branch, NameParts, numbers
from crmdesk.models.matching.name_places import COUNTRY, Place, PlaceRelation, relation
from crmdesk.models.matching.reasons import Reason
from crmdesk.models.matching.word_lists import SEMI_GENERIC, Form

EQUAL: Final = 6.0
"""The weight of names that are written alike; what lies below was fitted as `docs/duplicates.md` says."""
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
_PLACE_MISSING: Final = -0.7
_PLACE_WITHIN: Final = -2.4
_PLACE_OTHER: Final = -5.0
_BARE_WITHOUT_PLACE: Final = -4.0
_GROUP: Final = -0.8
_GROUP_OF_BRANCH: Final = -3.4
_GROUP_OR_SHARES: Final = -4.0
_FORM: Final = -0.4
_PLAIN_FORM: Final = -0.8
_LAW: Final = -4.0
_BRANCH_OTHER: Final = -6.0
_BRANCH_MISSING: Final = -5.0
_BRANCH_LOOSE: Final = -0.8
_SIDES: Final = "东南西北中华上下前后新老大小"
_MIN_CHARS: Final = 2
_MIN_FUZZY: Final = 6
_LATIN_SIMILAR: Final = 0.9
_SHARED_PART: Final = 0.5

ALIKE: Final = 2.8
"""A core that weighs at least this is that of one company."""

SAME_NAME: Final = QT_TRANSLATE_NOOP("matching", "The names are the same.")
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
_ONE_PLACE: Final = QT_TRANSLATE_NOOP("matching", "Only one name has a place: {place}.")
_PLACE_IN_PLACE: Final = QT_TRANSLATE_NOOP("matching", "One place lies in the other: {left}, {right}.")
_OTHER_PLACES: Final = QT_TRANSLATE_NOOP("matching", "The names are of different places: {left}, {right}.")
_ONE_GROUP: Final = QT_TRANSLATE_NOOP("matching", "Only one name says “group”.")
_GROUP_AND_SHARES: Final = QT_TRANSLATE_NOOP(
    "matching", "One is a group, the other a company limited by shares: mostly parent and subsidiary."
)
_OTHER_FORM: Final = QT_TRANSLATE_NOOP("matching", "The legal forms differ.")
_OTHER_LAW: Final = QT_TRANSLATE_NOOP("matching", "The legal forms are of different kinds or countries.")
_ONE_BRANCH: Final = QT_TRANSLATE_NOOP("matching", "Only one is a branch: “{branch}”.")
_OTHER_BRANCH: Final = QT_TRANSLATE_NOOP("matching", "They are different branches: “{left}”, “{right}”.")
LOOSE_BRANCH: Final = QT_TRANSLATE_NOOP(
    "matching", "The branches differ only in a place that one leaves out: “{left}”, “{right}”."
)


def compare_names(left: NameParts, right: NameParts) -> tuple[float, list[Reason]]:
    """Return the weight of two names being one company's (or branch's), and why. Nothing is said of a missing name."""
    if not left.key or not right.key:
        return 0.0, []
    if left.key == right.key:
        return EQUAL, [Reason(SAME_NAME, {}, EQUAL)]
    first = compare_cores(left, right)
    reasons = [first]
    if first.weight >= _BRAND:
        reasons += _compare_places(left, right)
        reasons += _compare_forms(left, right)
        reasons += compare_branches(left.branch, right.branch)
    return sum([reason.weight for reason in reasons]), reasons


def compare_cores(left: NameParts, right: NameParts) -> Reason:
    """Return what the distinctive parts of two names say."""
    if left.core == right.core:
        return Reason(_SAME_CORE, {"part": left.core}, SAME_CORE)
    if left.is_latin or right.is_latin:
        return _compare_latin(left, right)
    if numbers(left.core) != numbers(right.core):
        return Reason(_NUMBERS, {"left": left.core, "right": right.core}, _OTHER_NUMBER)
    if len(left.core) == len(right.core) and len(left.core) > _MIN_CHARS + 1 and sorted(left.core) == sorted(right.core):
        return Reason(_SAME_CHARACTERS, {}, _REORDERED)
    if left.reading == right.reading and len(left.core) > _MIN_CHARS:
        weight = _SOUND if len(left.brand) > _MIN_CHARS or len(left.core) > _MIN_FUZZY else _SOUND_OF_SHORT
        return Reason(_SAME_SOUND, {"left": left.core, "right": right.core}, weight)
    if (short := _short_of(left, right)) is not None:
        return short
    if left.plain == right.plain and len(left.brand) >= _MIN_CHARS:
        return Reason(_GENERAL_WORDS, {"left": left.core, "right": right.core}, _GENERIC)
    if left.brand == right.brand:
        return _compare_trades(left, right)
    if len(left.key) == len(right.key) and len(left.key) > _MIN_FUZZY and _reading(left.key) == _reading(right.key):
        return Reason(_SAME_SOUND, {"left": left.key, "right": right.key}, _SOUND)  # 漳洲 for 漳州
    return _compare_strangers(left, right)


def _reading(text: str) -> str:
    from crmdesk.models.pinyin import readings

    return "".join(readings(text))


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


def _is_part(short: str, long: str) -> bool:
    """Say whether the characters of one text stand in the other in their order: 石化 in 石油化工."""
    remaining = iter(long)
    return all(char in remaining for char in short)


def _compare_trades(left: NameParts, right: NameParts) -> Reason:
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
    return len(left) != len(right) or not any(
        one != other and (one in _SIDES or other in _SIDES) for one, other in zip(left, right, strict=True)
    )


def _compare_strangers(left: NameParts, right: NameParts) -> Reason:
    short, long = (left.core, right.core) if len(left.core) < len(right.core) else (right.core, left.core)
    if len(short) > _MIN_CHARS + 1 and short in long:
        return Reason(_ADDED, {"long": long, "short": short}, _INSERTED)
    return Reason(_OTHER_NAME, {"left": left.core, "right": right.core}, _STRANGE)


def _compare_latin(left: NameParts, right: NameParts) -> Reason:
    """Compare where one name at least is in Latin letters; a Chinese one by how it is read."""
    shown = {"left": left.core, "right": right.core}
    if left.is_latin != right.is_latin:
        latin, chinese = (left, right) if left.is_latin else (right, left)
        return _compare_scripts(latin, chinese)
    if _digits(left.core) != _digits(right.core):
        return Reason(_NUMBERS, shown, _OTHER_NUMBER)
    if sorted(left.words) == sorted(right.words):
        in_order = left.words == right.words
        return Reason(_GENERAL_WORDS, shown, _GENERIC) if in_order else Reason(_SAME_CHARACTERS, {}, _REORDERED)
    if left.plain == right.plain:
        return Reason(_SPELLING, shown, _GENERIC)
    longest = max(len(left.core), len(right.core))
    if longest >= _MIN_FUZZY and _distance(left.core, right.core, longest // 10) <= longest * (1 - _LATIN_SIMILAR):
        return Reason(_SPELLING, shown, _NEAR_TRADE)
    shared = [word for word in left.words if word in right.words and len(word) > _MIN_CHARS]
    if shared and len(shared) >= _SHARED_PART * min(len(left.words), len(right.words)):
        return Reason(_SOME_WORDS, {"words": ", ".join(shared)}, _SHARED_WORDS)
    return Reason(_OTHER_NAME, shown, _INSERTED - 1 if shared else _STRANGE)


def _compare_scripts(latin: NameParts, chinese: NameParts) -> Reason:
    shown = {"left": " ".join(latin.words), "right": chinese.core}
    if latin.reading == chinese.reading or latin.core == chinese.reading:
        return Reason(_SAME_READING, shown, _LATIN_READING)
    brand = _reading(chinese.brand)
    if latin.plain == brand and len(brand) > 3:
        trade = latin.reading.removeprefix(brand)
        is_known = not trade or chinese.reading.removeprefix(brand).startswith(trade) or not chinese.trade
        return Reason(_SAME_READING, shown, _LATIN_READING - (0.4 if is_known else 0.9))
    return Reason(_OTHER_NAME, {"left": latin.core, "right": chinese.core}, _STRANGE)


def _digits(text: str) -> str:
    return "".join([char for char in text if char.isdigit()])


def _distance(left: str, right: str, most: int) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(left, right, score_cutoff=most)


# -- places, forms, branches


def _compare_places(left: NameParts, right: NameParts) -> list[Reason]:
    found = relation(left.places, right.places)
    if found in {PlaceRelation.SAME, PlaceRelation.NONE}:
        return []
    is_bare = left.is_bare or right.is_bare
    if found is PlaceRelation.MISSING:
        places = left.places or right.places
        only_country = all(place.short == COUNTRY for place in places)
        weight = _BARE_WITHOUT_PLACE if is_bare and not only_country else _PLACE_MISSING
        return [Reason(_ONE_PLACE, {"place": _written(places)}, weight, "place")]
    shown = {"left": _written(left.places), "right": _written(right.places)}
    if found is PlaceRelation.WITHIN:
        return [Reason(_PLACE_IN_PLACE, shown, _BARE_WITHOUT_PLACE if is_bare else _PLACE_WITHIN, "place")]
    return [Reason(_OTHER_PLACES, shown, _PLACE_OTHER, "place")]


def _written(places: tuple[Place, ...]) -> str:
    return " ".join([place.short + place.kind for place in places])


def _compare_forms(left: NameParts, right: NameParts) -> list[Reason]:
    reasons = []
    forms = {left.form, right.form}
    if left.is_group != right.is_group:
        group, other = (left, right) if left.is_group else (right, left)
        if group.form is Form.LIMITED and other.form is Form.SHARES:
            return [Reason(_GROUP_AND_SHARES, {}, _GROUP_OR_SHARES, "form")]
        # a branch repeats its legal entity's name to the letter
        weight = _GROUP if left.branch is None or right.branch is None else _GROUP_OF_BRANCH
        reasons.append(Reason(_ONE_GROUP, {}, weight, "form"))
    if left.law and right.law and (left.law != right.law or (left.law != "en" and left.form is not right.form)):
        reasons.append(Reason(_OTHER_LAW, {}, _LAW, "form"))
    elif len(forms) > 1 and Form.NONE not in forms:
        if Form.PLAIN in forms:
            reasons.append(Reason(_OTHER_FORM, {}, _PLAIN_FORM, "form"))
        elif forms != {Form.LIMITED, Form.SHARES}:
            reasons.append(Reason(_OTHER_FORM, {}, _LAW, "form"))
        else:
            reasons.append(Reason(_OTHER_FORM, {}, _FORM, "form"))
    return reasons


def compare_branches(left: Branch | None, right: Branch | None) -> list[Reason]:
    """Return what the branch parts of two names of one company say; nothing when they are the same branch."""
    if left is None or right is None:
        branch = left or right
        return [] if branch is None else [Reason(_ONE_BRANCH, {"branch": branch.text + branch.kind}, _BRANCH_MISSING, "branch")]
    shown = {"left": left.text + left.kind, "right": right.text + right.kind}
    different = [Reason(_OTHER_BRANCH, shown, _BRANCH_OTHER, "branch")]
    if left.kind != right.kind and left.kind and right.kind:
        return different
    places = relation(left.places, right.places)
    if places is PlaceRelation.OTHER:
        return different
    if left.text == right.text:
        return []
    if left.rest and left.rest == right.rest and left.is_local and (places is not PlaceRelation.WITHIN or _repeats(left, right)):
        return [Reason(LOOSE_BRANCH, shown, _BRANCH_LOOSE, "branch")]
    short, long = (left, right) if len(left.text) < len(right.text) else (right, left)
    if short.rest and short.is_local and long.text.endswith(short.text):
        added = long.text[: -len(short.text)]
        if any(added.endswith(place.short) for place in long.places) and "".join(p.short for p in long.places).startswith(added):
            return [Reason(LOOSE_BRANCH, shown, _BRANCH_LOOSE, "branch")]
    return different


def _repeats(left: Branch, right: Branch) -> bool:
    """Say whether one branch names every place of the other and a smaller one besides: 上海, 上海黄浦区."""
    one, other = ({place.short for place in branch.places} for branch in (left, right))
    return one <= other or other <= one
