"""What is added up over an organisation, declared once: roll-ups, tree columns, pictures and previews of moves all read it.

A later issue's figure (orders, pipeline, installed products …) joins every one of them by one entry in `MEASURES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final

from crmdesk.core.measuring import Dimension, Unit
from crmdesk.core.money import USUAL, sql_whole_units
from crmdesk.core.text import QT_TRANSLATE_NOOP


@unique
class Combine(StrEnum):
    """How the values of many rows become one."""

    SUM = "sum"
    DISTINCT = "distinct"
    """How many different values there are: a person at two sites counts once."""
    LATEST = "latest"


_OF_SITE: Final[Mapping[Dimension, str]] = MappingProxyType(
    {Dimension.STATUS: "s.status", Dimension.GRADE: "s.grade", Dimension.KIND: "s.customer_kind"}
)
_OF_COMPANY: Final[Mapping[Dimension, str]] = MappingProxyType({Dimension.GRADE: "r.grade", Dimension.KIND: "r.customer_kind"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of every node of the tree.

    Attributes:
        key: stable name (columns, JSON). label: English, translation context `measures`.
        table: whose living rows are read, as `r`: `site` or `company` themselves, or a table that hangs on one of them.
        on: `site` or `company`: what a row hangs on, by `column`.
        value: SQL over `r` (and `s`, the site, where `on` is `site`). where: SQL condition of the rows that count.
        combine: how values become one. unit: what comes of it.
        by: what it can be divided by, each with its SQL over `s` and `r`.
    """

    key: str
    label: str
    table: str
    on: str = "site"
    column: str = "site_id"
    value: str = "1"
    where: str = "1"
    combine: Combine = Combine.SUM
    unit: Unit = Unit.COUNT
    by: Mapping[Dimension, str] = field(default_factory=lambda: _OF_SITE)


SITES: Final = "sites"
COMPANIES: Final = "companies"
CONTACTS: Final = "contacts"
NOTES: Final = "notes"
LAST_ACTIVITY: Final = "last_activity"
OPPORTUNITIES: Final = "opportunities"
PIPELINE: Final = "pipeline"

HOME_CURRENCY: Final = f"coalesce((SELECT json_extract(o.value,'$') FROM org_setting o WHERE o.key='currency'),'{USUAL}')"
"""SQL of the currency in which the organisation adds up; amounts in another one are counted, not added."""

MEASURES: Final = (
    Measure(SITES, QT_TRANSLATE_NOOP("measures", "Sites"), "site"),
    Measure(COMPANIES, QT_TRANSLATE_NOOP("measures", "Subsidiaries"), "company", on="company", by=_OF_COMPANY),
    Measure(
        CONTACTS,
        QT_TRANSLATE_NOOP("measures", "People"),
        "position",
        value="r.contact_id",
        where="r.ended_on IS NULL",
        combine=Combine.DISTINCT,
    ),
    Measure(NOTES, QT_TRANSLATE_NOOP("measures", "Notes and activities"), "activity"),
    Measure(
        LAST_ACTIVITY,
        QT_TRANSLATE_NOOP("measures", "Last activity"),
        "activity",
        value="r.happened_at",
        where="r.kind<>'task'",
        combine=Combine.LATEST,
        unit=Unit.MOMENT,
    ),
    Measure(OPPORTUNITIES, QT_TRANSLATE_NOOP("measures", "Open opportunities"), "opportunity", where="r.closed_at IS NULL"),
    Measure(
        PIPELINE,
        QT_TRANSLATE_NOOP("measures", "Open pipeline"),
        "opportunity",
        value=sql_whole_units("r.amount_minor", "r.currency"),
        where=f"r.closed_at IS NULL AND r.currency={HOME_CURRENCY}",
        unit=Unit.MONEY,
    ),
)
"""Every figure, in the order in which they are shown."""


_BY_KEY: Final = {measure.key: measure for measure in MEASURES}


def measure_called(key: str) -> Measure:
    """Return a measure by its key.

    Raises:
        KeyError: there is none.
    """
    return _BY_KEY[key]
