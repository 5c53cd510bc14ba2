"""The rules of a pool as sentences, so that nobody has to read them out of fields."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import PoolRole
from crmdesk.views.words import listed

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pool_settings import FallingBack, PoolsState

_CONTEXT: Final = "pools"
_COUNTED: Final = (
    ("daily_claims", QT_TRANSLATE_NOOP("pools", "A person may claim %n records a day.")),
    ("held_limit", QT_TRANSLATE_NOOP("pools", "Nobody may have more than %n open leads at once.")),
    ("wait_days", QT_TRANSLATE_NOOP("pools", "Who had a record before can claim it again after %n days.")),
    ("unfollowed_days", QT_TRANSLATE_NOOP("pools", "A record without a follow-up falls back after %n days.")),
    ("no_opportunity_days", QT_TRANSLATE_NOOP("pools", "A record without an opportunity falls back after %n days.")),
    ("after_contract_days", QT_TRANSLATE_NOOP("pools", "A record falls back %n days after its contract ended.")),
)
_SPARING: Final = (
    ("protect_days", QT_TRANSLATE_NOOP("pools", "What somebody has just got stays there for %n days at least.")),
    ("warn_days", QT_TRANSLATE_NOOP("pools", "The owner is warned %n days before.")),
)
_SWITCHED: Final = (
    ("masks_contacts", QT_TRANSLATE_NOOP("pools", "Phone numbers and mail addresses are shown in part while a record waits.")),
    ("asks_reason", QT_TRANSLATE_NOOP("pools", "Who releases a record gives a reason.")),
)
RELEASING: Final = ("unfollowed_days", "no_opportunity_days", "after_contract_days")
"""Rules without which nothing falls back (days by grade beside them)."""


def counted(text: str, number: int) -> str:
    """Return a sentence of this module with its number."""
    return QCoreApplication.translate(_CONTEXT, text, "", number)


def rule_sentences(rules: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the rules of a pool say, one sentence each; columns of `models.pool.Pool`."""
    from crmdesk.services.pool_settings import GRADES, days_of_grades

    said = [counted(text, rules[key]) for key, text in _COUNTED if rules.get(key) is not None]
    grades = days_of_grades(rules.get(GRADES)) if rules.get("takes_accounts") else {}
    if rules.get("takes_accounts"):
        said.append(_tr(QT_TRANSLATE_NOOP("pools", "Customers without business fall back too, by the same rules.")))
    if grades:
        days = listed(
            _tr(QT_TRANSLATE_NOOP("pools", "{grade}: {days}")).format(grade=grade, days=_days(number))
            for grade, number in grades.items()
        )
        said.append(
            _tr(QT_TRANSLATE_NOOP("pools", "Customers without a follow-up fall back by their grade: {days}.")).format(days=days)
        )
    if grades or any(rules.get(key) is not None for key in RELEASING):
        said.extend(counted(text, rules[key]) for key, text in _SPARING if rules.get(key) is not None)
    else:
        said.append(_tr(QT_TRANSLATE_NOOP("pools", "Nothing falls back by itself.")))
    if rules.get("daily_views") is not None:
        said.append(counted(QT_TRANSLATE_NOOP("pools", "A person may open %n waiting records a day."), rules["daily_views"]))
    said.extend(_tr(text) for key, text in _SWITCHED if rules.get(key))
    return tuple(said)


def for_whom(rules: Mapping[str, Any], members: Mapping[str, PoolRole], state: "PoolsState") -> str:
    """Return in a few words whose pool it is."""
    if members:
        return listed(state.people.get(user, "—") for user in members)
    team = state.teams.get(str(rules.get("for_team_id") or ""))
    return (
        _tr(QT_TRANSLATE_NOOP("pools", "Team {team}")).format(team=team) if team else _tr(QT_TRANSLATE_NOOP("pools", "Everybody"))
    )


def keepers(members: Mapping[str, PoolRole], state: "PoolsState") -> str:
    """Return who may change a pool, as a sentence."""
    names = [state.people.get(user, "—") for user, role in members.items() if role is PoolRole.ADMINISTRATOR]
    if not state.has_centre:
        return _tr(QT_TRANSLATE_NOOP("pools", "Whoever works with this file may change it: it has no centre."))
    if not names:
        return _tr(QT_TRANSLATE_NOOP("pools", "Everybody may change it: it has no administrators."))
    return _tr(QT_TRANSLATE_NOOP("pools", "Only its administrators may change it: {names}.")).format(names=listed(names))


def falling_sentence(found: "FallingBack") -> str:
    """Return what a preview says."""
    parts = []
    if found.leads:
        parts.append(counted(QT_TRANSLATE_NOOP("pools", "%n leads"), found.leads))
    if found.sites:
        parts.append(counted(QT_TRANSLATE_NOOP("pools", "%n customers"), found.sites))
    if not parts:
        return _tr(QT_TRANSLATE_NOOP("pools", "With these rules nothing would fall back today."))
    people = counted(QT_TRANSLATE_NOOP("pools", "%n people"), found.people)
    return _tr(QT_TRANSLATE_NOOP("pools", "With these rules {what} of {people} would fall back today.")).format(
        what=listed(parts), people=people
    )


def _days(number: int) -> str:
    return counted(QT_TRANSLATE_NOOP("pools", "%n days"), number)


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
