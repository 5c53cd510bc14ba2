"""Saved views of the list of leads: a name for filter, order and columns; kept in this person's settings, one line of JSON each.

Days are kept as distances from today, so that *due this week* stays what it says.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, Final

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.settings import Settings
from crmdesk.core.vocabulary import LeadStatus

_USUAL: Final = LeadFilter()
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class LeadView:
    """A saved view.

    Attributes:
        columns: keys of `services.lead_lists.COLUMNS` in order; empty: the usual ones.
        is_board: shown as a board by status.
    """

    name: str
    filter: LeadFilter = _USUAL
    sort: Sort = Sort("name")  # noqa: RUF009 - frozen
    columns: tuple[str, ...] = ()
    is_board: bool = False


def views_of(settings: Settings, today: date) -> tuple[LeadView, ...]:
    """Return the saved views in their order; a line that cannot be read, or names what this program does not know, is left out."""
    found = (_unpacked(line, today) for line in settings.lead_views)
    return tuple(view for view in found if view is not None)


def with_views(settings: Settings, views: Sequence[LeadView], today: date) -> Settings:
    """Return the settings with these views in place of those before; of two with one name the later one stays."""
    named = {view.name.strip()[:_LONGEST_NAME]: view for view in views if view.name.strip()}
    lines = tuple(_packed(replace(view, name=name), today) for name, view in named.items())
    return replace(settings, lead_views=lines)


def _packed(view: LeadView, today: date) -> str:
    chosen: dict[str, Any] = {}
    for field in fields(LeadFilter):
        value = getattr(view.filter, field.name)
        if value != getattr(_USUAL, field.name):
            chosen[field.name] = (value - today).days if isinstance(value, date) else value
    content = {
        "name": view.name,
        "filter": chosen,
        "sort": view.sort.column,
        "descending": view.sort.descending,
        "columns": view.columns,
        "board": view.is_board,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _unpacked(line: str, today: date) -> LeadView | None:
    try:
        kept = json.loads(line)
        chosen = {name: _value(name, value, today) for name, value in kept["filter"].items()}
        return LeadView(
            str(kept["name"]),
            LeadFilter(**chosen),
            Sort(str(kept["sort"]), bool(kept["descending"])),
            tuple(map(str, kept["columns"])),
            bool(kept["board"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def _value(name: str, value: Any, today: date) -> Any:
    """Return a filter's value in the type its field has.

    Raises:
        ValueError, TypeError: it does not fit.
    """
    if name in {"due_until", "look_again_until", "unfollowed_since"}:
        return today + timedelta(days=int(value))
    if name == "statuses":
        return tuple(LeadStatus(one) for one in value)
    usual = getattr(_USUAL, name)
    if isinstance(usual, tuple):
        return tuple(str(one) for one in value)
    if name == "in_pool":
        return bool(value)
    return type(usual)(value)
