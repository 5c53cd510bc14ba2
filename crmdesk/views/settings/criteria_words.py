"""Sets of criteria in words: when one passes, for whom it is, and an example."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.views.words import listed

if TYPE_CHECKING:  # services import SQLAlchemy
    from collections.abc import Sequence

    from crmdesk.services.criteria_sets import CriteriaSetRow, CriterionRow
    from crmdesk.services.criteria_settings import CriteriaState, Example

_CONTEXT: Final = "criteria"


def pass_text(percent: int | None, count: int | None, of: int) -> str:
    """Return a pass rule in a few words."""
    if count is not None:
        return _tr(QT_TRANSLATE_NOOP("criteria", "{count} of {of}")).format(count=count, of=of)
    if percent is not None:
        return _tr(QT_TRANSLATE_NOOP("criteria", "from {percent} %")).format(percent=percent)
    return _tr(QT_TRANSLATE_NOOP("criteria", "all"))


def for_whom(row: "CriteriaSetRow", state: "CriteriaState") -> str:
    """Return the source and industry whose leads are offered a set first."""
    names = [state.terms.get(term, "—") for term in (row.source_id, row.industry_id) if term is not None]
    return listed(names) if names else _tr(QT_TRANSLATE_NOOP("criteria", "every lead"))


def example_text(example: "Example", criteria: "Sequence[CriterionRow]") -> str:
    """Return an example of what passes; and what fails whatever else is answered."""
    if not example.of:
        return _tr(QT_TRANSLATE_NOOP("criteria", "It asks nothing yet. Add the first criterion."))
    if not example.needed:
        return _tr(QT_TRANSLATE_NOOP("criteria", "Nothing passes: even a yes to everything is not enough. Lower the pass mark."))
    told = _tr(
        QT_TRANSLATE_NOOP("criteria", "Passes with {count} of {of}, for example a yes to {names}: {score} % of the weights.")
    ).format(count=len(example.needed), of=example.of, names=listed(example.needed), score=example.score)
    failing = [one.name for one in criteria if one.is_knock_out and not one.is_retired]
    if not failing:
        return told
    fails = _tr(QT_TRANSLATE_NOOP("criteria", "A no to one of these fails, whatever else is said: {names}."))
    return f"{told}\n{fails.format(names=listed(failing))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
