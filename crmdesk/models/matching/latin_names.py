"""Names in Latin letters taken apart: legal form, place at either end, words that tell it from others."""

import re
from typing import Final

from crmdesk.models.matching.name_places import Place, latin_place
from crmdesk.models.matching.parts import NameParts
from crmdesk.models.matching.word_lists import (
    LATIN_EMPTY,
    LATIN_FORMS,
    LATIN_GENERIC,
    LATIN_HOLDING,
    LATIN_PHRASES,
    LATIN_PLACES,
    Form,
)

_WORD: Final = re.compile(r"[^\W_]+")
_DOTTED: Final = re.compile(r"\b(?:\w\.){2,}\w?")


def latin_parts(text: str, key: str) -> NameParts:
    """Take a folded name apart that has no Chinese, Japanese or Korean character."""
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text).replace("'", "")
    for phrase, short in LATIN_PHRASES:
        text = text.replace(phrase, short)
    all_words = _WORD.findall(text)
    words = [word for word in all_words if word not in LATIN_EMPTY] or all_words
    forms = _take_forms(words)
    places: list[Place] = []
    words = _take_places(words, places)
    is_group = False
    while len(words) > 1 and words[-1] in LATIN_HOLDING:
        words.pop()
        is_group = True
    form, law = forms if forms[0] is not Form.NONE else _take_forms(words)  # ABB Ltd. (China)
    distinctive = [word for word in words if word not in LATIN_GENERIC] or words
    core = "".join(words) or key
    return NameParts(
        key=key, core=core, brand=words[0] if words else core, trade="".join(words[1:]), plain="".join(distinctive) or core,
        reading="".join([LATIN_GENERIC.get(word, word) for word in words]) or core, words=tuple(distinctive), places=tuple(places),
        form=form, law=law, is_group=is_group, is_bare=False, is_latin=True, branch=None,
    )  # fmt: skip


def _take_forms(words: list[str]) -> tuple[Form, str]:
    """Take the words of the legal form off the end (Co., Ltd.) and return the most telling one."""
    form, law = Form.NONE, ""
    while len(words) > 1 and (known := LATIN_FORMS.get(words[-1])) is not None:
        words.pop()
        if form in {Form.NONE, Form.PLAIN}:
            form, law = known
    return form, law


def _take_places(words: list[str], places: list[Place]) -> list[str]:
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
    for word in words[1:]:
        if word in LATIN_PLACES and (place := latin_place(word)):  # Bosch (China) Investment
            places.append(place)
            words.remove(word)
    return words
