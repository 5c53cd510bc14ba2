"""What the rules of pools moved by themselves is said in the window, with one click to take it back."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import RecordKind
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import word

if TYPE_CHECKING:
    from crmdesk.services.pool_rules import RulesReport


def tell_moved(context: ViewContext, report: "RulesReport") -> None:
    """Tell every screen what the rules moved, and the person how much by which rule."""
    for changes in report.changes:
        context.published(changes)
    transactions = [changes.transaction for changes in report.changes if changes.transaction is not None]
    if transactions:
        context.frame.show_undo(" ".join(_sentences(report)), partial(_take_back, context, transactions))


def _sentences(report: "RulesReport") -> Iterator[str]:
    for (kind, rule), count in report.moved.items():
        if kind is RecordKind.LEAD:
            said = QCoreApplication.translate("pools", "%n leads went back to their pool: {rule}.", "", count)
        else:
            said = QCoreApplication.translate("pools", "%n accounts went back to their pool: {rule}.", "", count)
        yield said.format(rule=word(rule))


def _take_back(context: ViewContext, transactions: Sequence[str]) -> None:
    for transaction in transactions:
        UndoSteps.of(context).take_back(transaction)
