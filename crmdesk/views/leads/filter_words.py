"""Conditions of a list of leads in words, one by one, and a filter without one of them."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.views.words import day_text, word

_T: Final = QT_TRANSLATE_NOOP
_CONTEXT: Final = "lead_filter"
_USUAL: Final = LeadFilter()
_PERCENT: Final = 100
_NAMED: Final[Mapping[str, str]] = {
    "statuses": _T("lead_filter", "Status: {value}"),
    "owners": _T("lead_filter", "With: {value}"),
    "pools": _T("lead_filter", "Pool: {value}"),
    "sources": _T("lead_filter", "Source: {value}"),
    "industries": _T("lead_filter", "Industry: {value}"),
    "campaigns": _T("lead_filter", "Campaign: {value}"),
    "due_until": _T("lead_filter", "Due until {value}"),
    "look_again_until": _T("lead_filter", "To look at again until {value}"),
    "unfollowed_since": _T("lead_filter", "Not spoken to since {value}"),
    "completeness_from": _T("lead_filter", "At least {value} % filled"),
    "probability_from": _T("lead_filter", "Score from {value} %"),
}
_PLAIN: Final[Mapping[str, str]] = {
    "mine": _T("lead_filter", "Mine"),
    "provisional": _T("lead_filter", "Asked for, not decided yet"),
}
_IN_POOL: Final = {True: _T("lead_filter", "In a pool"), False: _T("lead_filter", "With somebody")}


def conditions(wanted: LeadFilter, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (field, words) of every condition of a filter but the text; `names`: id → name of people, pools and terms."""
    found: list[tuple[str, str]] = []
    for field in fields(LeadFilter):
        value = getattr(wanted, field.name)
        if field.name == "text" or value == getattr(_USUAL, field.name):
            continue
        if field.name in _PLAIN:
            found.append((field.name, _say(_PLAIN[field.name])))
        elif field.name == "in_pool":
            found.append((field.name, _say(_IN_POOL[value])))
        else:
            found.append((field.name, _say(_NAMED[field.name]).format(value=_value(field.name, value, names))))
    return found


def without(wanted: LeadFilter, field: str) -> LeadFilter:
    """Return a filter without one of its conditions."""
    return replace(wanted, **{field: getattr(_USUAL, field)})


def narrowed(base: LeadFilter, more: LeadFilter, text: str) -> LeadFilter:
    """Return a list's filter narrowed by conditions and a text; where both speak of one thing, the condition holds."""
    changed = {
        field.name: value
        for field in fields(LeadFilter)
        if field.name != "text" and (value := getattr(more, field.name)) != getattr(_USUAL, field.name)
    }
    if more.owners or more.pools:
        changed["mine"] = False
    return replace(base, **changed, text=text)


def _value(field: str, value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, float):
        return str(round(value * _PERCENT))
    if isinstance(value, tuple):
        said = [word(one) for one in value] if field == "statuses" else [names.get(str(one), str(one)) for one in value]
        return ", ".join(said)
    return str(value)


def _say(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
