"""Taking a name apart, whatever script it is in."""

from typing import Final

from crmdesk.models.chinese import fold, match_key
from crmdesk.models.matching.chinese_names import chinese_parts
from crmdesk.models.matching.latin_names import latin_parts
from crmdesk.models.matching.parts import NameParts
from crmdesk.models.matching.word_lists import CJK

_MAX_NAME: Final = 200
"""Characters of a name that are read; the longest registered name seen has 62."""


def name_parts(name: str) -> NameParts:
    """Take a name apart. Never raises; a blank name gives empty parts."""
    text = fold(name[:_MAX_NAME])
    key = match_key(text) or text.replace(" ", "")
    return chinese_parts(text, key) if CJK.search(text) else latin_parts(text, key)
