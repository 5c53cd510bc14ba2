"""Chinese, Japanese and Korean names taken apart: place, brand, trade, legal form, and the tail of a branch."""

import re
from typing import Final

from crmdesk.models.matching.branches import read_branch, split_branch
from crmdesk.models.matching.name_places import Place, place_at
from crmdesk.models.matching.parts import NameParts, numbers, reading
from crmdesk.models.matching.word_lists import (
    ABBREVIATIONS,
    CHINESE_FORMS,
    FORMS_IN_FRONT,
    GENERIC,
    HOLDING,
    NUMERALS,
    SYNONYMS,
    Form,
)
from crmdesk.models.name_words import first_trade_word, is_only_trade

_BRACKETS: Final = re.compile(r"[(\[{<《]([^()\[\]{}<>《》]*)[)\]}>》]")
_NOT_TEXT: Final = re.compile(r"[\W_]+")
_REPEATED: Final = re.compile(r"(..+)\1")
_SHARES: Final = "股份"
_MIN_BRAND: Final = 2
_ABBREVIATED: Final = re.compile("|".join(ABBREVIATIONS))
_FORM_ENDS: Final = tuple({ending[-1] for ending, _form in CHINESE_FORMS})


def chinese_parts(text: str, key: str) -> NameParts:
    """Take a folded name apart; `key` is the whole of it."""
    if (short := _ABBREVIATED.search(text)) is not None:
        text = _expanded(text, short[0], ABBREVIATIONS[short[0]])
    head, tail = split_branch(text)
    opened = _Brackets()
    head = _NOT_TEXT.sub("", _BRACKETS.sub(opened.open, head))
    body, form = _take_form(head)
    if form is Form.SHARES and head.endswith(_SHARES):
        form = Form.NONE  # 华泰股份 is what people call 山东华泰纸业股份有限公司
    if form not in {Form.SHARES, Form.LIMITED}:
        form = opened.form if opened.form is not Form.NONE else form
    if body.endswith(_SHARES) and len(body) > len(_SHARES) + 1:
        body, form = body[: -len(_SHARES)], Form.SHARES  # 康德乐股份(香港)有限公司
    places, core = _take_places(body)
    if len(core) < _MIN_BRAND:
        places, core = [], body
    core, is_group = _without_holding(core)
    core = _canonical(core) or body or head or key
    inner, core = _take_inner_place(core)
    brand, trade = _split_trade(core)
    return NameParts(
        key=key.translate(NUMERALS), core=brand + trade, brand=brand, trade=trade, plain=brand + GENERIC.sub("", trade),
        reading=reading(core), words=(), places=(*places, *opened.places, *inner), form=form, law="",
        is_group=is_group or opened.is_group, is_bare=is_only_trade(core), is_latin=False, branch=read_branch(tail), numbers=numbers(brand + trade),
    )  # fmt: skip


class _Brackets:
    """What stands in brackets: a place, 集团, a legal form; anything else stays in the name."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.form = Form.NONE
        self.is_group = False

    def open(self, match: re.Match[str]) -> str:
        """Return what replaces a bracket."""
        content = _NOT_TEXT.sub("", match[1])
        found, rest = _take_places(content, whole=True)
        inner, form = _take_form(content)
        if found and not rest:
            self.places += found
        elif content in HOLDING:
            self.is_group = True
        elif form is not Form.NONE and not inner:
            self.form = form
        else:
            return content
        return ""


def _expanded(text: str, short: str, full: str) -> str:
    index = text.index(short)
    if index and not (found := place_at(text, 0)):
        return text
    if index and found is not None and found[1] != index:
        return text
    after = text[index + len(short) : index + len(short) + 1]
    return text if after == "业" else text[:index] + full + text[index + len(short) :]


def _take_form(text: str) -> tuple[str, Form]:
    for ending, form in CHINESE_FORMS if text.endswith(_FORM_ENDS) else ():
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


def _take_inner_place(core: str) -> tuple[list[Place], str]:
    """Take the place out of 国网山西省电力 and 移动通信山东: where its kind is written, or at the end."""
    for index in range(_MIN_BRAND, len(core) - 1):
        hit = place_at(core, index)
        if hit is not None and (hit[0].kind or hit[1] == len(core)):
            return [hit[0]], core[:index] + core[hit[1] :]
    return [], core


def _without_holding(core: str) -> tuple[str, bool]:
    """Take 集团 out, wherever it stands (海华集团科技, 海华科技集团)."""
    is_group = False
    for word in HOLDING:
        if word in core and len(core) - len(word) >= _MIN_BRAND:
            core, is_group = core.replace(word, "控股" if "控股" in word else "", 1), True
    return core, is_group


def _canonical(core: str) -> str:
    """Write what means the same the same way; a word written twice by mistake counts once."""
    for word, meaning in SYNONYMS:
        core = core.replace(word, meaning)
    core = _REPEATED.sub(r"\1", core)
    return "银行" if core == "商业银行" else core  # 长沙市商业银行 and 长沙银行


def _split_trade(core: str) -> tuple[str, str]:
    """Part the brand from the trade, numerals made Arabic."""
    start = first_trade_word(core, min(_MIN_BRAND, max(len(core) - 1, 1)))[0]
    general = GENERIC.search(core, _MIN_BRAND)
    if general is not None and len(general[0]) > 1:
        start = min(start, general.start())
    numbered = core.translate(NUMERALS)
    return numbered[:start], numbered[start:]
