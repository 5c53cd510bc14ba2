"""A company's name taken apart for comparing: places, the distinctive part, trade, legal form, and what a branch adds."""

import re
from dataclasses import dataclass
from typing import Final

from crmdesk.models.chinese import fold, match_key
from crmdesk.models.matching.name_places import Place, latin_place, place_at
from crmdesk.models.matching.word_lists import (
    ABBREVIATIONS,
    BANKING,
    BRANCH_KINDS,
    CHINESE_FORMS,
    CJK,
    FORMS_IN_FRONT,
    FUNCTIONS,
    GENERIC,
    HEAD_OFFICE,
    HOLDING,
    LATIN_EMPTY,
    LATIN_FORMS,
    LATIN_GENERIC,
    LATIN_HOLDING,
    LATIN_PHRASES,
    NUMBER,
    NUMERALS,
    SYNONYMS,
    Form,
)
from crmdesk.models.name_words import first_trade_word, is_only_trade

_MAX_NAME: Final = 200
"""Characters of a name that are read; the longest registered name seen has 62."""
_MARK: Final = re.compile(r"(?<!分)(?<!支)(?<!子)公司|合作联社|合作社|(?<!分)联社")
_BRACKETS: Final = re.compile(r"[(\[{<《]([^()\[\]{}<>《》]*)[)\]}>》]")
_NOT_TEXT: Final = re.compile(r"[\W_]+")
_LATIN_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)
_DOTTED: Final = re.compile(r"\b(?:\w\.){2,}\w?")
_INNER_BRANCH: Final = re.compile("中心支公司|支公司|分公司|分行|支行|省行|市行")
_REPEATED: Final = re.compile(r"(..+)\1")
_NUMBERED: Final = re.compile(r"第?([0-9十百]+)")
_MIN_BRAND: Final = 2


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


def name_parts(name: str) -> NameParts:
    """Take a name apart. Never raises; a blank name gives empty parts."""
    text = fold(name[:_MAX_NAME])
    key = match_key(text) or text.replace(" ", "")
    return _chinese(text, key) if CJK.search(text) else _latin(text, key)


# -- Chinese, Japanese and Korean names


def _chinese(text: str, key: str) -> NameParts:
    for short, full in ABBREVIATIONS:
        if short in text:
            text = _expanded(text, short, full)
    head, tail = _split_branch(text)
    places: list[Place] = []
    form, is_group = Form.NONE, False

    def bracket(match: re.Match[str]) -> str:
        nonlocal form, is_group
        content = _NOT_TEXT.sub("", match[1])
        found, rest = _take_places(content, whole=True)
        if found and not rest:
            places.extend(found)
            return ""
        if content in HOLDING:
            is_group = True
            return ""
        inner, inner_form = _take_form(content)
        if inner_form is not Form.NONE and not inner:
            form = inner_form
            return ""
        return content

    head = _NOT_TEXT.sub("", _BRACKETS.sub(bracket, head))
    body, ending = _take_form(head)
    if ending is Form.SHARES and head.endswith("股份"):
        ending = Form.NONE  # 华泰股份 is what people call 山东华泰纸业股份有限公司
    form = ending if form is Form.NONE or ending in {Form.SHARES, Form.LIMITED} else form
    # 康德乐股份(香港)有限公司, 集团股份有限公司: 股份 and 集团 may stand anywhere before the form
    if body.endswith("股份") and len(body) > len("股份") + 1:
        body, form = body[: -len("股份")], Form.SHARES
    found, core = _take_places(body)
    if len(core) < _MIN_BRAND:
        found, core = [], body
    places = found + places
    for word in HOLDING:
        if word in core and len(core) - len(word) >= _MIN_BRAND:
            core, is_group = core.replace(word, "控股" if "控股" in word else "", 1), True
    for word, meaning in SYNONYMS:
        core = core.replace(word, meaning)
    core = _REPEATED.sub(r"\1", core)
    core = ("银行" if core == "商业银行" else core) or body or head or key
    inner_places, core = _take_inner_places(core)
    places += inner_places
    is_bare = is_only_trade(core)
    start = first_trade_word(core, min(_MIN_BRAND, max(len(core) - 1, 1)))[0]
    if (general := GENERIC.search(core, _MIN_BRAND)) is not None and len(general[0]) > 1:
        start = min(start, general.start())
    numbered = core.translate(NUMERALS)
    brand, trade = numbered[:start], numbered[start:]
    plain = brand + GENERIC.sub("", trade)
    return NameParts(
        key=key.translate(NUMERALS), core=numbered, brand=brand, trade=trade, plain=plain, reading=_reading(core), words=(),
        places=tuple(places), form=form, law="", is_group=is_group, is_bare=is_bare, is_latin=False, branch=_branch(tail),
    )  # fmt: skip


def _expanded(text: str, short: str, full: str) -> str:
    index = text.index(short)
    if index and not (found := place_at(text, 0)):
        return text
    if index and found is not None and found[1] != index:
        return text
    after = text[index + len(short) : index + len(short) + 1]
    return text if after == "业" else text[:index] + full + text[index + len(short) :]


def _split_branch(text: str) -> tuple[str, str]:
    """Part a branch's name after its company's: at the last legal form, or after 银行, 证券 … where none is written."""
    end = 0
    for match in _MARK.finditer(text):
        end = match.end()
    if end:
        # a bracket closed after the form belongs to the company: 有限公司(香港)
        rest = text[end:]
        closing = _BRACKETS.match(rest.lstrip())
        if closing and closing.end() == len(rest.lstrip()):
            return text, ""
        return text[:end], rest
    if (
        any(text.endswith(ending) for ending, _kind in BRANCH_KINDS)
        and (match := BANKING.search(text))
        and match.end() < len(text)
    ):
        return text[: match.end()], text[match.end() :]
    return text, ""


def _take_form(text: str) -> tuple[str, Form]:
    for ending, form in CHINESE_FORMS:
        if text.endswith(ending):
            return text[: -len(ending)], form
    for beginning, form in FORMS_IN_FRONT:
        if text.startswith(beginning) and len(text) > len(beginning):
            return text[len(beginning) :], form
    return text, Form.NONE


def _take_places(text: str, *, whole: bool = False) -> tuple[list[Place], str]:
    """Take places off the front; something is left unless `whole`."""
    found: list[Place] = []
    index = 0
    while (hit := place_at(text, index)) is not None:
        place, end = hit
        if end == len(text) and not whole:
            break
        found.append(place)
        index = end
    return found, text[index:]


def _take_inner_places(core: str) -> tuple[list[Place], str]:
    """Take the place out of 国网山西省电力 and 移动通信山东: where its kind is written, or at the end."""
    for index in range(_MIN_BRAND, len(core) - 1):
        hit = place_at(core, index)
        if hit is not None and (hit[0].kind or hit[1] == len(core)):
            return [hit[0]], core[:index] + core[hit[1] :]
    return [], core


def _branch(tail: str) -> Branch | None:
    tail = _NOT_TEXT.sub("", tail)
    kind = ""
    for ending, meaning in BRANCH_KINDS:
        if tail.endswith(ending):
            tail, kind = tail[: -len(ending)], meaning
            break
    for word in HEAD_OFFICE:
        tail = tail.removesuffix(word)
    tail = _INNER_BRANCH.sub("", tail)
    if not tail and not kind:
        return None
    places: list[Place] = []
    text: list[str] = []
    rest: list[str] = []
    index = 0
    while index < len(tail):
        hit = place_at(tail, index)
        if hit is not None:
            place, index = hit
            places.append(place)
            text.append(place.short)
        else:
            text.append(tail[index])
            rest.append(tail[index])
            index += 1
    numbered = "".join(rest).translate(NUMERALS)
    is_local = not is_only_trade(FUNCTIONS.sub("", numbered))
    return Branch("".join(text).translate(NUMERALS), numbered, kind, is_local, tuple(places))


def _reading(text: str) -> str:
    from crmdesk.models.pinyin import readings

    return "".join(readings(text))


# -- Latin names


def _latin(text: str, key: str) -> NameParts:
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text).replace("'", "")
    for phrase, short in LATIN_PHRASES:
        text = text.replace(phrase, short)
    all_words = _LATIN_WORD.findall(text)
    words = [word for word in all_words if word not in LATIN_EMPTY] or all_words
    form, law, is_group = Form.NONE, "", False
    while len(words) > 1 and (known := LATIN_FORMS.get(words[-1])):
        words.pop()
        if form in {Form.NONE, Form.PLAIN}:
            form, law = known
    places: list[Place] = []
    words = _take_latin_places(words, places)
    while len(words) > 1 and words[-1] in LATIN_HOLDING:
        words.pop()
        is_group = True
    while len(words) > 1 and (known := LATIN_FORMS.get(words[-1])):
        words.pop()  # Ltd. (China)
        form, law = known if form is Form.NONE else (form, law)
    distinctive = [word for word in words if word not in LATIN_GENERIC] or words
    core = "".join(words) or key
    return NameParts(
        key=key, core=core, brand=words[0] if words else core, trade="".join(words[1:]), plain="".join(distinctive) or core,
        reading="".join(LATIN_GENERIC.get(word, word) for word in words) or core, words=tuple(distinctive), places=tuple(places), form=form,
        law=law, is_group=is_group, is_bare=False, is_latin=True, branch=None,
    )  # fmt: skip


def _take_latin_places(words: list[str], places: list[Place]) -> list[str]:
    """Take a place off either end (Beijing Xiaomi, ABB (China)); a name is never only a place."""
    for _end in range(2):
        for take in (2, 1):
            if len(words) > take and (place := latin_place("".join(words[-take:]))):
                places.append(place)
                words = words[:-take]
                break
        for take in (2, 1):
            if len(words) > take and (place := latin_place("".join(words[:take]))):
                places.append(place)
                words = words[take:]
                break
    return words


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of a canonical text: two names alike but for them are different (第1建筑, 第2建筑)."""
    return tuple(NUMBER.findall(text))
