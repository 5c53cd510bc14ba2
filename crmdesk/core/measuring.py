"""What a figure about a node of the tree is, and what it can be divided by."""

from enum import StrEnum, unique


@unique
class Unit(StrEnum):
    """What a figure is, and so how it is shown."""

    COUNT = "count"
    MONEY = "money"
    DAYS = "days"
    MOMENT = "moment"
    """A time as stored (`core.clock.iso_ms`), not a number."""


@unique
class Dimension(StrEnum):
    """What a figure can be divided by."""

    STATUS = "status"
    GRADE = "grade"
    KIND = "kind"
