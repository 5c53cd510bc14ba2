"""Why a site is proposed, and why a child goes where it goes: sentences for the GUI to translate, and how sure they are."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from crmdesk.core.text import QT_TRANSLATE_NOOP as _T

SPLITTING: Final = "splitting"
"""The translation context of every template here; reasons of premises come from the address engine (context `premises`)."""

WEAK: Final = 0.6
"""Below this a person should look at it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence.

    Attributes:
        template: English with named placeholders. params: their values.
        context: its translation context.
        sureness: how likely it is right, 0 … 1.
    """

    template: str
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    sureness: float = 1.0
    context: str = SPLITTING

    @property
    def message(self) -> str:
        """The whole sentence in English."""
        return self.template.format_map(self.params)

    @property
    def is_weak(self) -> bool:
        """Whether a person should look at it."""
        return self.sureness < WEAK


BY_HAND: Final = Reason(_T("splitting", "Placed by hand."))


def own_address(address: str) -> Reason:
    """Return the reason of a child with an address of its own."""
    return Reason(_T("splitting", "Its own address is there: {address}"), {"address": address}, 0.98)


def not_a_site(address: str) -> Reason:
    """Return the reason of a billing or mailing address that is nobody's place of work."""
    return Reason(
        _T("splitting", "A billing or mailing address never makes a site of its own: {address}"), {"address": address}, 0.9
    )


def postbox(address: str) -> Reason:
    """Return the reason of a postbox."""
    return Reason(_T("splitting", "A postbox is never a site: {address}"), {"address": address}, 0.95)


def mail_address(person: str, address: str) -> Reason:
    """Return the reason of a position whose person gets his mail at a place."""
    return Reason(_T("splitting", "The address of {person} is there: {address}"), {"person": person, "address": address}, 0.95)


def of_contact(person: str, sureness: float) -> Reason:
    """Return the reason of what was done with a person who works at a place."""
    return Reason(_T("splitting", "{person}, whom it is about, works there."), {"person": person}, min(0.85, sureness))


def address_in_text(address: str) -> Reason:
    """Return the reason of a text that holds the place's address."""
    return Reason(_T("splitting", "Its text gives the address: {address}"), {"address": address}, 0.9)


def place_in_text(word: str, sureness: float) -> Reason:
    """Return the reason of a text that names the place."""
    return Reason(_T("splitting", "Its text says “{word}”, which is true of this site alone."), {"word": word}, sureness)


def between(day: str) -> Reason:
    """Return the reason of a day whose neighbours, before and behind, are of one site."""
    return Reason(_T("splitting", "What came before and after {day} belongs to this site."), {"day": day}, 0.45)


def in_period(day: str) -> Reason:
    """Return the reason of a day on which only one site was being dealt with."""
    return Reason(_T("splitting", "On {day} only this site was being dealt with."), {"day": day}, 0.4)


def address_of_no_site(address: str) -> Reason:
    """Return the reason of a text about a place that is none of the sites."""
    return Reason(_T("splitting", "Its text gives an address that is none of the sites: {address}"), {"address": address}, 0.3)


STAYS: Final = Reason(_T("splitting", "Nothing says where it belongs, so it stays."), sureness=0.2)
MANY_PLACES: Final = _T("splitting", "Its text names several sites ({words}), so it stays.")


def several(words: str) -> Reason:
    """Return the reason of a text that names more than one place."""
    return Reason(MANY_PLACES, {"words": words}, 0.2)


NO_OWN_ADDRESS: Final = Reason(_T("splitting", "The account had no address of its own; it takes the first one."), sureness=0.7)
OWN_ADDRESS: Final = Reason(_T("splitting", "The account's own address."))
FROM_TEXT_ONLY: Final = Reason(_T("splitting", "Only texts name this address."), sureness=0.5)
INSIDE: Final = Reason(_T("splitting", "Several floors or rooms of one building: they are parts of one site."), sureness=0.9)
STANDS_ALREADY: Final = Reason(_T("splitting", "The company has this site already."))
