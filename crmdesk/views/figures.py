"""Roll-up figures in the present language: numbers with their separators, moments as days."""

from PySide6.QtCore import QCoreApplication, QLocale

from crmdesk.core.clock import from_iso
from crmdesk.core.measuring import Unit
from crmdesk.views.words import time_text


def measure_label(label: str) -> str:
    """Return the name of a measure (`services.roll_ups`, its English `label`)."""
    return QCoreApplication.translate("measures", label)


def figure_text(unit: Unit, value: float | str | None) -> str:
    """Return a figure as people read it, empty for none."""
    if value is None:
        return ""
    if unit is Unit.MOMENT:
        return time_text(from_iso(str(value)), with_time=False)
    number = float(value)
    return QLocale().toString(number, "f", 2) if unit is Unit.MONEY else QLocale().toString(int(number))
