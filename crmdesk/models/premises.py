"""The premises key: two addresses of one company with one key are the same place (`facts.md` §1.5).

The first form: width, script, spaces and punctuation are folded, and the names of province, city and district are dropped from
the front of the street, because people leave them out or repeat them.
"""

import functools
from typing import Final

from crmdesk.models.chinese import match_key

PREMISES_FIELDS: Final = ("province", "city", "district", "street", "address_text")
"""Columns of a site that the key follows from, in the order `premises_key` takes them."""

_SUFFIXES: Final = ("特别行政区", "自治区", "自治州", "地区", "省", "市", "区", "县")


def premises_key(
    province: str | None, city: str | None, district: str | None, street: str | None, text: str | None
) -> str | None:
    """Return the key of an address, None when neither a street nor a whole address is known."""
    line = match_key(street or text or "")
    if not line:
        return None
    town, places = _places(province or "", city or "", district or "")
    shortened = True
    while shortened:
        shortened = False
        for place in places:
            rest = _without(line, place)
            if rest != line:
                line, shortened = rest, True
    return f"{town}|{line}"


@functools.lru_cache(maxsize=1024)
def _places(province: str, city: str, district: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return the town, and the forms in which each place may stand at the front of a line; many addresses share them."""
    names = [match_key(place) for place in (province, city, district)]
    forms = tuple(tuple(form for form in dict.fromkeys((name, _bare(name))) if form) for name in names if name)
    return _bare(match_key(city or province)), forms


def _bare(place: str) -> str:
    return next(
        (place.removesuffix(suffix) for suffix in _SUFFIXES if place.endswith(suffix) and len(place) > len(suffix) + 1), place
    )


def _without(line: str, forms: tuple[str, ...]) -> str:
    """Return the line without a place at its front, in full or without its suffix; what remains is never empty."""
    for form in forms:
        if line.startswith(form):
            rest = line[len(form) :]
            rest = next((rest.removeprefix(suffix) for suffix in _SUFFIXES if rest.startswith(suffix)), rest)
            if rest:
                return rest
    return line
