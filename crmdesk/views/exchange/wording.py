"""The exchange in words a salesperson understands: when, how much, where a record stands."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.clock import utc_now
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.words import time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.exchange_state import Place

_CONTEXT: Final = "exchange"
_MINUTE_S: Final = 60
_HOUR_S: Final = 3_600
_JUST_NOW: Final = QT_TRANSLATE_NOOP("exchange", "exchanged just now")
_MINUTES: Final = QT_TRANSLATE_NOOP("exchange", "exchanged %n minutes ago")
_AT: Final = QT_TRANSLATE_NOOP("exchange", "exchanged {time}")
_NEVER: Final = QT_TRANSLATE_NOOP("exchange", "not exchanged yet")
_WORDS: Final = {
    "disabled": (
        QT_TRANSLATE_NOOP("exchange", "access ended"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "Your login at the centre has ended. What you entered is sent; after the next exchange all customers are removed from this "
            "computer. If this is a mistake, ask your administrator now.",
        ),
    ),
    "wiped": (
        QT_TRANSLATE_NOOP("exchange", "access ended"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "Your login at the centre has ended. What you entered is at the centre, and all customers were removed from this computer. "
            "If your login is opened again, the next exchange brings them back.",
        ),
    ),
    "update": (
        QT_TRANSLATE_NOOP("exchange", "update needed"),
        QT_TRANSLATE_NOOP("exchange", "This program is too old to fetch what others changed. Your work is sent and safe."),
    ),
    "matching": (
        QT_TRANSLATE_NOOP("exchange", "nothing sent yet"),
        QT_TRANSLATE_NOOP(
            "exchange", "Some of your records may be at the centre already. Compare them first, then everything is sent."
        ),
    ),
}
_PLACES: Final = {
    "here": (QT_TRANSLATE_NOOP("exchange", "Saved here"), Role.SECONDARY, Shape.RING),
    "on_its_way": (QT_TRANSLATE_NOOP("exchange", "On its way"), Role.INFO, Shape.HALF),
    "at_centre": (QT_TRANSLATE_NOOP("exchange", "At the centre"), Role.OK, Shape.DISC),
    "needs_you": (QT_TRANSLATE_NOOP("exchange", "Needs you"), Role.WARN, Shape.CROSS),
}
_TIPS: Final = {
    "here": QT_TRANSLATE_NOOP(
        "exchange", "What you changed here is saved on this computer; the next exchange takes it to the centre."
    ),
    "on_its_way": QT_TRANSLATE_NOOP("exchange", "What you changed here was sent; the centre has not confirmed it yet."),
    "at_centre": QT_TRANSLATE_NOOP("exchange", "The centre has everything you entered here, and you see what it has."),
    "needs_you": QT_TRANSLATE_NOOP("exchange", "Somebody else changed the same, or an edit waits for your word: see below."),
}


def exchange_text(text: str, number: int = -1) -> str:
    """Return a sentence of the translation context `exchange`."""
    return QCoreApplication.translate(_CONTEXT, text, "", number)


def when_text(at: datetime | None) -> str:
    """Return when the last exchange was, as a part of the line at the bottom."""
    if at is None:
        return exchange_text(_NEVER)
    seconds = (utc_now() - at).total_seconds()
    if seconds < _MINUTE_S:
        return exchange_text(_JUST_NOW)
    if seconds < _HOUR_S:
        return exchange_text(_MINUTES, int(seconds) // _MINUTE_S)
    return exchange_text(_AT).format(time=time_text(at))


def word_texts(word: str) -> tuple[str, str] | None:
    """Return what the centre said of this laptop, short and in a sentence; None when all is well."""
    found = _WORDS.get(word)
    return None if found is None else (exchange_text(found[0]), exchange_text(found[1]))


def place_look(place: "Place") -> ChipLook:
    """Return the sign of where a record stands."""
    text, role, shape = _PLACES[place.value]
    return ChipLook(exchange_text(text), role, shape, is_flat=True)


def place_tip(place: "Place") -> str:
    """Return what that sign means."""
    return exchange_text(_TIPS[place.value])
