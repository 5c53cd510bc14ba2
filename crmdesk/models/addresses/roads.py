"""Names of roads as they are compared: numerals, abbreviations, points of the compass, width and case."""

import functools
import re
from typing import Final

from crmdesk.models.addresses.numerals import arabic
from crmdesk.models.chinese import fold, match_key

_WORD: Final = re.compile(r"[^\W_]+")
_SAME: Final = {
    "st": "street",
    "str": "strasse",
    "ave": "avenue",
    "av": "avenue",
    "rd": "road",
    "blvd": "boulevard",
    "ln": "lane",
    "dr": "drive",
    "ct": "court",
    "pl": "place",
    "sq": "square",
    "hwy": "highway",
    "pkwy": "parkway",
    "ter": "terrace",
    "cres": "crescent",
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "ne": "northeast",
    "nw": "northwest",
    "se": "southeast",
    "sw": "southwest",
    "straße": "strasse",
    "mt": "mount",
    "ft": "fort",
}
_JOINED: Final = re.compile(r"(?:str|straße)$")


@functools.lru_cache(maxsize=4096)
def road_key(name: str) -> str:
    """Return a road's name as it is compared: 工业七路 and 工业7路, E. 51st St. and East 51st Street are one."""
    if any("㐀" <= char <= "鿿" for char in name):
        return match_key(arabic(name))
    words = [_SAME.get(word, word) for word in _WORD.findall(fold(name))]
    return "".join(_JOINED.sub("strasse", word) if word not in _SAME.values() else word for word in words)
