"""What the splitting dialog says of plans: reasons, kinds, counts, in the present language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LABELS, RecordKind

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.splitting.plan import Reason, SplitAccount

_KINDS = frozenset(kind.value for kind in RecordKind)
_OTHER = QT_TRANSLATE_NOOP("splitting", "{name} ({code})")


def translated(context: str, text: str) -> str:
    """Return a text of the program in the present language."""
    return QCoreApplication.translate(context, text)


def reason_text(reason: "Reason") -> str:
    """Return a reason's sentence."""
    return translated(reason.context, reason.template).format_map(reason.params)


def kind_text(kind: str) -> str:
    """Return what a kind of record is called; one nobody has named yet by its table."""
    return translated("vocabulary", LABELS[RecordKind(kind)]) if kind in _KINDS else kind


def account_text(account: "SplitAccount") -> str:
    """Return an account's name with its code."""
    if not account.code:
        return account.name
    return translated("splitting", _OTHER).format(name=account.name, code=account.code)


def figure(number: int) -> str:
    """Return a number as the present language writes it."""
    return QLocale().toString(number)
