"""The syllables of Mandarin as typed without tones, and which of them a few letters may begin."""

import functools
from typing import Final

_FINALS: Final = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng iao o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ao ei en eng o u",
}

SYLLABLES: Final = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
"""Every syllable that is indexed, ü written v."""

LONGEST: Final = max(map(len, SYLLABLES))


def spellings(syllable: str) -> tuple[str, ...]:
    """Return how people type a syllable: 绿 is lv or lu, 略 lve or lue."""
    return (syllable, syllable.replace("v", "u")) if "v" in syllable else (syllable,)


def _prefixes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for syllable in sorted(SYLLABLES):
        for prefix in {spelling[:length] for spelling in spellings(syllable) for length in range(1, len(spelling) + 1)}:
            found.setdefault(prefix, []).append(syllable)
    return {prefix: tuple(syllables) for prefix, syllables in found.items()}


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    return _prefixes()


def beginning_with(letters: str) -> tuple[str, ...]:
    """Return the syllables that `letters` may begin, in order; none for letters that begin no syllable."""
    return _table().get(letters, ())
